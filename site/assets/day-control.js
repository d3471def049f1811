// What can be chosen on the page of a day, and the ways to the texts before and after.

import { dayBefore, on, printed } from "./history.js";
import { address, wordsOf } from "./day-address.js";
import { NAMES, SIGNS } from "./day-around.js";
import { control, day, lay, readFor } from "./day-form.js";
import { choices } from "./day-layers.js";
import { made, morph, sign } from "./drawing.js";

export const range = made("input", { type: "range", min: 0, step: 1, "aria-label": "Days on which the Code changed", list: "any-day-ticks" });
const ticks = made("datalist", { id: "any-day-ticks" });
const before = made("a", { class: "change-before" }, "‹ ", made("span", { class: "wordy" }, "the text "), "before");
const after = made("a", { class: "change-after" }, made("span", { class: "wordy" }, "the text "), "after ›");
export const base = made("input", { type: "checkbox", id: "any-day-base" });
export const known = made("input", { type: "date", id: "any-day-known" });
export const layers = made("select", { id: "any-day-layer" });
const more = made("div", { class: "more-days" },
  made("p", { class: "along" }, before, range, after), ticks,
  made("p", { class: "unvaried" }, base, made("label", { for: "any-day-base" }, "without the variations that held then")),
  made("details", {},
    made("summary", {}, "As known on a day, or to come"),
    made("p", {}, made("label", { for: "any-day-known" }, "As known on"), " ", known),
    made("p", {}, made("label", { for: "any-day-layer" }, "As it would be by"), " ", layers)));
more.hidden = true;
control.querySelector(".day-control").append(more);

// Has the control show what is read.
export function choose(at) {
  more.hidden = false;
  if (document.activeElement !== day) day.value = at.day;
  known.value = at.known;
  const days = at.all.days;
  range.max = days.length - 1;
  const place = days.filter((each) => each <= at.day).length - 1;
  if (Number(range.value) !== place || !range.value) range.value = Math.max(place, 0);
  range.setAttribute("aria-valuetext", printed(at.day));
  const changes = at.history ? at.history.changes(at.page.url, at) : [];
  const marks = changes.map(([each]) => days.indexOf(each)).filter((each) => each >= 0);
  if (ticks.dataset.said !== marks.join()) {
    ticks.dataset.said = marks.join();
    ticks.replaceChildren(...marks.map((value) => made("option", { value })));
  }
  const past = changes.filter(([each]) => each <= at.day);
  const start = past.length ? past[past.length - 1][0] : null;
  const next = changes[past.length];
  turn(before, start && past.length > 1 ? { ...at, day: dayBefore(start) } : null);
  turn(after, next ? { ...at, day: next[0] } : null);
  base.parentElement.hidden = !at.history || at.known || on(at.history.days({ base: true }), at.day) === on(at.history.days({ whom: at.whom }), at.day);
  base.checked = Boolean(at.base);
  const found = at.history && !at.known ? at.history.pack.layers : [];
  layers.parentElement.hidden = !found.length;
  const names = found.map(([instrument, state, from]) =>
    `${SIGNS[state]} ${at.history.pack.instruments[instrument][1]} (${NAMES[state].toLowerCase()}${from ? `, from ${printed(from)}` : ""})`);
  if (layers.dataset.said !== names.join("\n")) {
    layers.dataset.said = names.join("\n");
    layers.replaceChildren(made("option", { value: "" }, "nothing more"), ...names.map((name, value) => made("option", { value }, name)));
  }
  layers.value = at.layer ? String(found.indexOf(at.layer)) : "";
  offer(at.history ? choices(at.layers) : [], at.layer ? new Set() : at.lay);
  offerScopes(at);
}

// For whom the page can be read: where it is varied for some, for them and for everybody.
function offerScopes(at) {
  const found = new Set(at.history && !at.known ? at.history.readFor(at.page.url, at.day) : []);
  if (wordsOf(at.all, at.whom)) found.add(at.whom);
  readFor.hidden = !found.size;
  const ways = ["", ...found].map((whom) => {
    const words = wordsOf(at.all, whom) || "everybody";
    const href = address({ ...at, whom }) + (at.hash ? `#${at.hash}` : "");
    const way = whom === at.whom ? made("b", { "aria-current": "true" }, words) : made("a", { href }, words);
    return made("li", {}, whom && sign("≈"), " ", way);
  });
  morph(readFor, made("div", {}, made("p", { id: "read-for" }, "Read for"), made("ul", { "aria-labelledby": "read-for" }, ...ways)));
}

// What can be laid over the text, each with its sign; those that are, are ticked.
function offer(all, chosen) {
  lay.hidden = !all.length;
  const said = all.map(([state]) => state).join();
  const now = [...lay.querySelectorAll("input")].map((each) => each.value).join();
  if (said !== now) {
    for (const each of lay.querySelectorAll("label")) each.remove();
    lay.append(...all.map(([state, how, words]) => made("label", {}, made("input", { type: "checkbox", value: state }), " ", sign(how), " ", words)));
  }
  for (const each of lay.querySelectorAll("input")) each.checked = chosen.has(each.value);
}

function turn(anchor, where) {
  anchor.hidden = !where;
  if (where) anchor.href = address(where);
}
