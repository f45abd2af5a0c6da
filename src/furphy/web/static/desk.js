// What makes the desk quicker to use; without it everything works by loading pages.
"use strict";

// How far intake and tracing are, asked for while they are at work.
const progress = document.querySelector("[data-poll]");
let asked = 0;
async function poll() {
  if (document.hidden) return again();
  try {
    const answer = await fetch(progress.dataset.poll, { credentials: "same-origin", redirect: "error" });
    if (!answer.ok) return;
    const wasBusy = progress.querySelector("[data-busy]");
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    progress.replaceChildren(...page.body.childNodes);
    if (progress.querySelector("[data-busy]")) return again();
    // All is done: the page shows what came of it, unless somebody is typing.
    if (wasBusy && !document.querySelector("form:focus-within, details[open] form")) location.assign(location.pathname);
  } catch { again(); }
}
function again() { asked += 1; setTimeout(poll, Math.min(1000 + asked * 50, 5000)); }
if (progress && progress.querySelector("[data-busy]")) again();

// Files dropped on the form are its files.
for (const form of document.querySelectorAll("[data-drop]")) {
  const input = form.querySelector("input[type=file]");
  for (const name of ["dragenter", "dragover"]) form.addEventListener(name, (event) => { event.preventDefault(); form.classList.add("over"); });
  for (const name of ["dragleave", "drop"]) form.addEventListener(name, () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => { event.preventDefault(); if (event.dataTransfer.files.length) input.files = event.dataTransfer.files; });
}

// A form is sent once, however often its button is pressed.
for (const form of document.querySelectorAll("form[method=post]"))
  form.addEventListener("submit", (event) => { if (form.dataset.sent) event.preventDefault(); form.dataset.sent = "yes"; });
addEventListener("pageshow", () => { for (const form of document.forms) delete form.dataset.sent; });

// Keys on a document: from one assertion to the next, and what to do with it.
const cards = [...document.querySelectorAll("[data-card]")];
let at = cards.findIndex((card) => `#${card.id}` === location.hash || `#at-${card.dataset.card}` === location.hash);
function show(next, focus) {
  if (!cards.length) return;
  for (const each of document.querySelectorAll(".at")) each.classList.remove("at");
  at = Math.max(0, Math.min(next, cards.length - 1));
  const card = cards[at];
  const words = document.getElementById(`at-${card.dataset.card}`);
  card.classList.add("at");
  if (words) { words.classList.add("at"); words.scrollIntoView({ block: "center" }); }
  card.scrollIntoView({ block: "nearest" });
  if (focus) card.focus({ preventScroll: true });
}
if (at >= 0) show(at, false);
for (const [number, card] of cards.entries()) {
  const words = document.getElementById(`at-${card.dataset.card}`);
  if (words) words.addEventListener("click", () => show(number, false));
  card.addEventListener("focusin", () => { if (at !== number) { at = number; for (const each of document.querySelectorAll(".at")) each.classList.remove("at"); card.classList.add("at"); if (words) words.classList.add("at"); } });
}
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  const { key } = event;
  if (key === "?") location.assign("/help");
  else if (key === "/") location.assign("/search");
  else if (key === "j") show(at + 1, true);
  else if (key === "k") show(at - 1, true);
  else if (at >= 0 && ["a", "x", "c", "s"].includes(key)) {
    const does = cards[at].querySelector(`[data-key="${key}"]`);
    if (!does) return;
    if (does.matches("details")) { does.open = true; does.querySelector("input:not([type=hidden]), select").focus(); }
    else does.click();
  } else return;
  event.preventDefault();
});
document.documentElement.dataset.ready = "yes";
