/** The quiz: reveal without a request, keys, time in sight, words for those who listen, and answers that outlive a lost network. */

const trouble = document.getElementById("trouble");
const quiz = () => document.getElementById("quiz");

// ---------------------------------------------------------------- Reveal

/**
 * Space, Enter or the finger once more, right after it has changed what is there, was meant for what was there before. A key of its own (a digit,
 * u) never is: it does nothing where it is not asked for.
 */
const settleMs = 250;
let hasOwnKey = false;
let changedByPress = false;
let changedAt = -Infinity;
let sentByPress = false;

const isSlip = () => !hasOwnKey && changedByPress && performance.now() - changedAt < settleMs;

function noteChange(byPress) {
  changedByPress = byPress;
  changedAt = performance.now();
}

document.addEventListener(
  "submit",
  (event) => {
    const form = event.target;
    if (!form.closest("#quiz")) return;
    if (isSlip()) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (form.matches("[data-reveals]")) {
      event.preventDefault();
      reveal(form);
    } else {
      sentByPress = !hasOwnKey;
      const { durationMs } = form.elements;
      if (durationMs?.value === "0") durationMs.value = String(Math.round(timeInSight()));
    }
  },
  true,
);

/** A link of the bar stands where the rating was that brought it. */
document.addEventListener("click", (event) => {
  if (event.target.closest(".bar a") && isSlip()) event.preventDefault();
});

function reveal(form) {
  const answer = document.getElementById("answer");
  const ratings = quiz().querySelector(".ratings");
  answer.hidden = false;
  ratings.hidden = false;
  form.hidden = true;
  noteChange(!hasOwnKey);
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
  noteChange(sentByPress);
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
  withOwnKey(!/^(?: |Enter)$/.test(event.key), () => control.click());
}

function withOwnKey(isOwn, act) {
  hasOwnKey = isOwn;
  act();
  hasOwnKey = false;
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
  if (/\bid="quiz"/.test(ctx.text) && ctx.response.status < 500) return;
  event.preventDefault();
  keep(ctx, "The server could not take that. What you chose is kept here: send it again, or reload the page.");
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
  const { form, button } = pending;
  if (form.matches("form")) withOwnKey(true, () => form.requestSubmit(button));
  else location.reload();
}

trouble.querySelector("button").addEventListener("click", sendAgain);
window.addEventListener("online", sendAgain);
window.addEventListener("beforeunload", (event) => {
  if (pending !== null) event.preventDefault();
});
