// The page that is shown: its text and what stands around it, put in the place of what was there.

import { escaped, isDay, lettersOf, printed, root } from "./history.js";
import { banner, contents, crumbs, listed, said, standing, steps, wayTo } from "./day-around.js";
import { address, dayIn, up, wordsOf } from "./day-address.js";
import { choose } from "./day-control.js";
import { control } from "./day-form.js";
import { choices, chosen, layersOf } from "./day-layers.js";
import { made, morph, sign } from "./drawing.js";
import { article } from "./day-text.js";
import { PartedText } from "./parted-text.js";

// How many characters of HTML are put together before anything is drawn, for each line of pixels of the window, and later
// at a time.
const FIRST = 12;
const LATER = 12_000;

export const main = document.querySelector("main");
export const frame = document.querySelector(".frame") || main.parentElement;

// The page of a text that is shown; null where it is a list, or says that nothing is there.
export let shown = null;

// What is laid over the text, by how it stands. It stays over whatever is read next, a list or a message between.
let over = new Set();

function arrived() {
  document.documentElement.classList.remove("arriving", "on-its-way");
}

function put(...inside) {
  arrived();
  for (const each of [...main.children]) if (each !== control) each.remove();
  const texts = control.querySelector("details.texts");
  if (texts) texts.remove();
  const place = inside.indexOf(control);
  control.before(...inside.slice(0, place));
  control.after(...inside.slice(place + 1).filter(Boolean));
}

function around(nav) {
  const now = frame.querySelector(":scope > .contents");
  if (now && nav && now.getAttribute("aria-label") === nav.getAttribute("aria-label")) morph(now, nav);
  else {
    if (now) now.remove();
    if (nav) frame.append(nav);
  }
  frame.classList.toggle("single", !nav);
}

// What the page of today says below its text is not so of another day.
function clearFoot() {
  for (const each of document.querySelectorAll(".foot p:has(> code), .foot p:has(> a[href*='#digest'])")) each.remove();
}

// Says that what was asked for is on its way. What was there is no longer shown, so that nobody takes it for that.
export function wait(where) {
  if (isDay(where.day)) banner("The Code as at ", made("b", {}, printed(where.day)), " is on its way.");
  document.documentElement.classList.add("on-its-way");
}

// A page that is no text of a document, below a heading. `above` are the links to what is between it and its day, `number`
// is that of the document that it is all of.
export function message({ above = [], number = "", ...where }, title, ...words) {
  shown = null;
  banner(isDay(where.day) ? `The Code as at ${dayIn(where)}. ` : "", made("a", { href: root.pathname }, "The Code of today"));
  around(null);
  clearFoot();
  const heading = number ? made("h1", { class: "of-document" }, made("span", { class: "number" }, number), " ", title) : made("h1", {}, title);
  put(...(isDay(where.day) && where.path ? [wayTo(where, ...above)] : []), control, heading, ...words);
  const whole = `${number} ${title}`.trim();
  document.title = isDay(where.day) && !whole.includes(printed(where.day)) ? `${whole}, ${dayIn(where)}` : whole;
}

// Shows a text; where it is of the page that is shown already, only what differs is changed.
export function render(at) {
  at.path = at.page.url;
  const changes = at.history.changes(at.page.url, at);
  const past = changes.filter(([each]) => each <= at.day);
  at.lay ||= over;
  over = at.lay;
  at.layers = layersOf(at);
  at.since = [past.length ? past[past.length - 1][0] : at.day, changes[past.length] ? changes[past.length][0] : ""];
  if (shown && shown.article.isConnected && shown.page === at.page.url) change(at);
  else begin(at);
  control.dataset.day = printed(at.day);
  const whom = at.base || at.layer ? "" : at.whom;
  control.dataset.asAt = address({ ...at, path: "", whom });
  control.dataset.whom = wordsOf(at.all, whom);
  control.dataset.known = at.known && printed(at.known);
  banner(...said(at), ...told(at));
  choose(at);
  const own = `${at.page.number} ${at.page.title}`.trim();
  const { name } = at.document;
  const some = whom ? [`for ${wordsOf(at.all, whom)}`] : [];
  document.title = [own, ...(name.startsWith("Section") || own.startsWith(name) ? [] : [name]), dayIn(at), ...some].join(", ");
}

// What is laid over the text, in words.
function told(at) {
  const all = at.layer ? [] : choices(chosen(at));
  if (!all.length) return [];
  return [". Laid over it: ", ...all.flatMap(([, how, words], place) => [place ? ", " : "", sign(how), " ", made("b", {}, words)]),
    "; omitted words are struck through, inserted ones underlined."];
}

// The way to what held on the day of a text is given its day when somebody comes to it: so another day changes no text.
for (const each of ["pointerover", "pointerdown", "focusin", "click"]) {
  main.addEventListener(each, ({ target }) => {
    const link = target.closest("a[data-held]");
    if (link) link.search = `?on=${link.dataset.held || shown.at.day}`;
  });
}

function change(at) {
  arrived();
  shown.text.hold([...article(at)], up(at.page.url));
  morph(shown.standing, standing(at));
  morph(shown.listed, made("div", {}, listed(at)));
  morph(shown.steps, steps(at));
  morph(shown.crumbs, crumbs(at));
  if (shown.edition !== at.edition) around(contents(at));
  Object.assign(shown, { at, edition: at.edition });
}

// Parts in stretches that are each drawn quickly, by the length of their HTML. The first fills the window, from what is
// asked for or from the line of pixels that the reader was at, since where they begin everything above it is to be there.
function* stretches(parts, wanted, top) {
  const target = wanted && ` id="${escaped(lettersOf(wanted))}"`;
  let isReached = !target;
  let room = FIRST * (window.innerHeight + top);
  let stretch = [];
  for (const part of parts) {
    stretch.push(part);
    isReached ||= part.includes(target);
    if (isReached) room -= part.length;
    if (room <= 0) {
      yield stretch;
      stretch = [];
      room = LATER;
    }
  }
  yield stretch;
}

function begin(at) {
  const holder = made("article", { class: "of-days", "data-preview": true });
  const text = new PartedText(holder);
  text.unfold(stretches(article(at), at.hash, at.top || 0), up(at.page.url));
  const beside = { crumbs: crumbs(at), standing: standing(at), listed: made("div", {}, listed(at)), steps: steps(at) };
  put(beside.crumbs, control, beside.standing, holder, beside.listed, beside.steps);
  around(contents(at));
  clearFoot();
  shown = { ...beside, article: holder, text, page: at.page.url, edition: at.edition, at };
}
