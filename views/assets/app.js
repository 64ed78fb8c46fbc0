/** For every page: what forms, menus and long lines need beside HTML. Everything works without it. */

const longestSendMs = 10_000;

/** A form goes out once, however often its button is pressed; coming back to the page makes it ready again. */
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method === "dialog" || form.matches("[hx-post], [data-reveals]")) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
  setTimeout(() => delete form.dataset.sent, longestSendMs); // a page that was stopped can be sent again
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

/** The browser's time zone is chosen where the person has not chosen one. */
for (const select of document.querySelectorAll("select[data-guess]")) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if ([...select.options].some((option) => option.value === zone)) select.value = zone;
}

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  if (opener) document.getElementById(opener.dataset.opens).showModal();
  const copier = event.target.closest("[data-copies]");
  if (copier) copy(copier);
  closeMenus((menu) => opener !== null || !menu.contains(event.target));
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closeMenus(() => true);
});

function closeMenus(which) {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!which(menu)) continue;
    if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
    menu.open = false;
  }
}

/** The clipboard is there on secure pages only; elsewhere the text is selected, ready to be copied by hand. */
async function copy(button) {
  const field = document.getElementById(button.dataset.copies);
  field.select();
  if (!navigator.clipboard) return;
  await navigator.clipboard.writeText(field.value);
  button.textContent = "Copied";
}

/** What an address names is shown, also where the browser leaves the passage's cards closed around it. */
function openTarget() {
  const target = document.querySelector(":target");
  const closed = target?.closest("details:not([open])");
  if (!closed) return;
  closed.open = true;
  target.scrollIntoView();
}
window.addEventListener("hashchange", openTarget);
openTarget();

/**
 * What says what is due now (`data-ages`, with the seconds that are left of the day) is loaded again when the day is over, or when it was out of
 * sight for some minutes: a laptop may have slept over it.
 */
const longestUnseenMs = 5 * 60_000;
const loadedAt = Date.now();
let seenAt = loadedAt;
function look() {
  if (document.hidden) return;
  const seconds = document.querySelector("[data-ages]")?.dataset.ages;
  const isOld = Date.now() - seenAt > longestUnseenMs || Date.now() - loadedAt > Number(seconds) * 1_000;
  if (seconds !== undefined && isOld) location.reload();
  seenAt = Date.now();
}
document.addEventListener("visibilitychange", look);
setInterval(look, 20_000);

/** Code and tables that are wider than the page can be scrolled by keyboard. */
function reachScrollers() {
  for (const element of document.querySelectorAll(":is(.prose, .note-held) :is(pre, table)")) {
    if (element.scrollWidth > element.clientWidth) element.tabIndex = 0;
  }
}
reachScrollers();
document.addEventListener("htmx:after:swap", reachScrollers);
