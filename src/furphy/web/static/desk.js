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

// Whether a finger is what one points with first: it scrolls when it moves up or down.
const COARSE = matchMedia("(pointer: coarse)").matches;

// Drag over bars of time, or around a point of a map, to search within; each bar and place is a link too.
for (const figure of document.querySelectorAll("[data-brush]")) {
  const drawn = figure.querySelector("svg");
  if (!drawn) continue;
  const brush = figure.dataset.brush === "time" ? timeBrush(figure, drawn) : placeBrush(figure, drawn);
  figure.classList.add("drags");
  const hint = document.createElement("p");
  hint.className = "hint";
  hint.textContent = brush.hint;
  figure.querySelector("figcaption").before(hint);
  let from = null, moved = false;
  drawn.addEventListener("dragstart", (event) => event.preventDefault());
  const end = () => { from = null; brush.clear(); };
  // A second finger zooms; one that moves up or down scrolls, which the browser tells by a cancel.
  drawn.addEventListener("pointerdown", (event) => { if (!event.isPrimary) end(); else if (event.button === 0) { from = event; moved = false; } });
  addEventListener("pointercancel", (event) => { if (from && event.pointerId === from.pointerId) end(); });
  addEventListener("pointermove", (event) => {
    if (!from || event.pointerId !== from.pointerId) return;
    moved ||= Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) > 5;
    if (moved) { brush.show(from, event); event.preventDefault(); }
  });
  addEventListener("pointerup", (event) => {
    if (from && event.pointerId !== from.pointerId) return;
    if (from && moved) { const fields = brush.fields(from, event); if (fields) location.assign(searched(figure, fields)); else brush.clear(); }
    from = null;
  });
  addEventListener("keydown", (event) => { if (event.key === "Escape" && from) end(); });
  // What ends a drag is no click on what lies below.
  drawn.addEventListener("click", (event) => { if (moved) { event.preventDefault(); moved = false; } }, true);
}
function searched(figure, fields) {
  const address = new URL(figure.dataset.address, location);
  for (const [name, value] of fields) address.searchParams.append(name, value);
  return address.href;
}
function timeBrush(figure, drawn) {
  const bars = [...drawn.querySelectorAll("a[data-start]")];
  const held = (from, to) => bars.filter((bar) => { const { left, right } = bar.getBoundingClientRect(); return right >= Math.min(from.clientX, to.clientX) && left <= Math.max(from.clientX, to.clientX); });
  const show = (some) => { for (const bar of bars) bar.classList.toggle("in", some.includes(bar)); };
  return {
    hint: COARSE ? "Drag sideways over the bars for a stretch of them." : "Drag over the bars for a stretch of them.",
    show: (from, to) => show(held(from, to)),
    clear: () => show([]),
    fields(from, to) {
      const some = held(from, to);
      return some.length ? [[figure.dataset.from, some[0].dataset.start], [figure.dataset.until, some.at(-1).dataset.end]] : null;
    },
  };
}
function placeBrush(figure, drawn) {
  const sheet = drawn.querySelector("svg.sheet"), frame = sheet.querySelector("rect.frame");
  const [west, south, east, north] = figure.dataset.edges.split(" ").map(Number);
  const circle = document.createElementNS("http://www.w3.org/2000/svg", "circle");
  circle.setAttribute("class", "brush");
  const size = frame.getBBox();
  const at = (event) => {
    const box = frame.getBoundingClientRect();
    return { x: ((event.clientX - box.left) / box.width) * size.width, y: ((event.clientY - box.top) / box.height) * size.height };
  };
  const reach = (from, to) => { const one = at(from), other = at(to); return { ...one, r: Math.hypot(one.x - other.x, one.y - other.y) }; };
  return {
    hint: COARSE ? "Drag sideways from a point to search around it." : "Drag outwards from a point to search around it.",
    show(from, to) { const { x, y, r } = reach(from, to); for (const [name, value] of [["cx", x], ["cy", y], ["r", r]]) circle.setAttribute(name, value); sheet.append(circle); },
    clear: () => circle.remove(),
    fields(from, to) {
      const { x, y, r } = reach(from, to), degree = (north - south) / size.height;
      const lon = west + ((east - west) * x) / size.width, km = r * degree * 111.195;
      if (km < 0.1) return null;
      return [["lat", Math.min(Math.max(north - degree * y, -90), 90).toFixed(4)], ["lon", (((lon + 540) % 360) - 180).toFixed(4)], ["within", km >= 10 ? String(Math.round(km)) : km.toFixed(1)]];
    },
  };
}

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
