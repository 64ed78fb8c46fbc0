/** The quiz: reveal without a request, keys, time in sight, words for those who listen, and answers that outlive a lost network. */

const trouble = document.getElementById("trouble");
const quiz = () => document.getElementById("quiz");

// ---------------------------------------------------------------- Reveal

/** A second press of space, or of the finger, right after the reveal was meant for the question; a digit never was. */
const settleMs = 250;
let revealedAt = -Infinity;
let isDeliberate = false;

document.addEventListener(
  "submit",
  (event) => {
    const form = event.target;
    if (form.matches("[data-reveals]")) {
      event.preventDefault();
      reveal(form);
    } else if (form.matches(".ratings")) {
      if (!isDeliberate && performance.now() - revealedAt < settleMs) {
        event.preventDefault();
        event.stopImmediatePropagation();
      } else if (form.elements.durationMs.value === "0") {
        form.elements.durationMs.value = String(Math.round(timeInSight()));
      }
    }
  },
  true,
);

function reveal(form) {
  const answer = document.getElementById("answer");
  const ratings = quiz().querySelector(".ratings");
  answer.hidden = false;
  ratings.hidden = false;
  form.hidden = true;
  revealedAt = performance.now();
  ratings.querySelector("[data-default]").focus({ preventScroll: true });
  const room = ratings.getBoundingClientRect().top - answer.getBoundingClientRect().top;
  if (room < 96) window.scrollBy(0, 192 - room);
  announce(answer.innerText);
}

function announce(words) {
  document.getElementById("announcer").textContent = words;
}

// ---------------------------------------------------------------- Time in sight

let seenMs = 0;
let seenSince = null;

function timeInSight() {
  return seenMs + (seenSince === null ? 0 : performance.now() - seenSince);
}

function startClock() {
  seenMs = 0;
  seenSince = document.hidden ? null : performance.now();
}

document.addEventListener("visibilitychange", () => {
  seenMs = timeInSight();
  seenSince = document.hidden ? null : performance.now();
});

// ---------------------------------------------------------------- After a swap

document.addEventListener("htmx:after:swap", () => {
  setPending(null);
  document.title = quiz().dataset.title;
  announce(quiz().dataset.announce);
  window.scrollTo(0, 0);
  startClock();
});
startClock();

// ---------------------------------------------------------------- Keys: each control names its own in aria-keyshortcuts

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, select, textarea, dialog")) return;
  const presses = event.key === " " || event.key === "Enter";
  if (event.repeat) {
    if (presses && event.target.closest(".bar")) event.preventDefault();
  } else if (presses) {
    if (event.target.closest("button, summary")) return;
    const link = event.target.closest("a");
    if (link && event.key === " " && link.closest(".bar")) press(event, link); // it looks like a button
    if (link) return;
    const next = controlOf("Space") ?? quiz().querySelector(".ratings [data-default], .bar .main");
    press(event, next);
  } else {
    revealedAt = -Infinity; // a key of its own is no slip
    press(event, controlOf(event.key.toLowerCase())); // with Caps Lock as without
  }
});

function controlOf(key) {
  const controls = [...quiz().querySelectorAll("[aria-keyshortcuts]")];
  return controls.find((control) => control.getAttribute("aria-keyshortcuts") === key && !control.closest("[hidden]"));
}

function press(event, control) {
  if (!control) return;
  event.preventDefault();
  isDeliberate = /^[1-4]$/.test(event.key);
  control.click();
  isDeliberate = false;
}

// ---------------------------------------------------------------- A lost network

/** What could not be sent: the form and its button. An answer carries its id, so that sending it twice applies it once. */
let pending = null;
let retryTimer = 0;
let waitMs = 0;
const firstWaitMs = 2_000;
const longestWaitMs = 30_000;

document.addEventListener("htmx:before:request", () => quiz().setAttribute("aria-busy", "true"));
document.addEventListener("htmx:finally:request", () => quiz().removeAttribute("aria-busy"));

document.addEventListener("htmx:error", (event) => {
  if (event.detail.ctx) keep(event.detail.ctx, "No connection. What you chose is kept here, and sent when it is back.");
});

document.addEventListener("htmx:before:swap", (event) => {
  const { ctx } = event.detail;
  if (/\bid="quiz"/.test(ctx.text)) return;
  event.preventDefault();
  keep(ctx, "The server did not take that. What you chose is kept here: send it again, or reload the page.");
});

function keep(ctx, words) {
  setPending({ form: ctx.sourceElement, button: ctx.request.submitter ?? null });
  trouble.querySelector("p").textContent = words;
  if (trouble.hidden) {
    trouble.hidden = false;
    trouble.querySelector("button").focus({ preventScroll: true });
  }
  waitMs = Math.min(waitMs === 0 ? firstWaitMs : waitMs * 2, longestWaitMs);
  retryTimer = setTimeout(sendAgain, waitMs);
}

function setPending(act) {
  clearTimeout(retryTimer);
  pending = act;
  if (act === null) {
    trouble.hidden = true;
    waitMs = 0;
  }
}

function sendAgain() {
  clearTimeout(retryTimer);
  if (pending === null) return;
  if (pending.form.matches("form")) pending.form.requestSubmit(pending.button);
  else location.reload();
}

trouble.querySelector("button").addEventListener("click", sendAgain);
window.addEventListener("online", sendAgain);
window.addEventListener("beforeunload", (event) => {
  if (pending !== null) event.preventDefault();
});
