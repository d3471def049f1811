// The page with all that is found: addressable, narrowed by document, kind and status, with the words in their places.

import { made } from "./drawing.js";
import { CALLED_SO, asked, destination, found, instead, isNumbered, opened, pause, titled } from "./search-asking.js";
import { placeOf } from "./search-day.js";
import { elements, documents, history, isDay, printed } from "./history.js";
import { nameOf } from "./search-naming.js";
import { marked, parts } from "./search-words.js";

const SOME = 20;
const AROUND = 110;
const LONGEST = 340;
const KINDS = { provision: "Provisions", definition: "Definitions", heading: "Headings", other: "Words between provisions" };
const PLAIN = "In effect";

const form = document.querySelector("form.searching");
const answer = document.querySelector("#answer");
const narrowing = document.querySelector("#narrowing");
const status = form.querySelector("[role=status]");
let turn = 0;

function wanted() {
  const said = new URLSearchParams(window.location.search);
  return { q: said.get("q") || "", at: said.get("at") || "", known: said.get("known") || "", document: said.get("document") || "", kind: said.get("kind") || "", status: said.get("status") || "" };
}

function keep(what) {
  const url = new URL(window.location);
  url.search = new URLSearchParams(Object.entries(what).filter(([, value]) => value)).toString();
  window.history.replaceState(null, "", url);
}

const stateOf = (unit) => (unit.status ? unit.status.state : PLAIN);
const FILTERS = { document: (unit) => unit.document, kind: (unit) => unit.kind, status: stateOf };

// A choice of one filter, each with how many there are of it by the other filters.
function choice(name, label, units, what, words) {
  const others = Object.entries(FILTERS).filter(([other]) => other !== name);
  const counts = new Map();
  for (const unit of units) {
    if (!others.every(([other, of]) => !what[other] || of(unit) === what[other])) continue;
    counts.set(FILTERS[name](unit), (counts.get(FILTERS[name](unit)) || 0) + 1);
  }
  if (what[name] && !counts.has(what[name])) counts.set(what[name], 0);
  const select = made("select", { id: `by-${name}` }, made("option", { value: "" }, "All"));
  for (const [value, count] of counts) select.append(made("option", { value }, `${words(value)} (${count})`));
  select.value = what[name];
  select.addEventListener("change", () => {
    keep({ ...what, [name]: select.value });
    show().then(() => document.getElementById(select.id)?.focus());
  });
  return made("p", {}, made("label", { for: select.id }, label), " ", select);
}

function narrow(index, units, what) {
  const names = new Map(index.said.documents.map(([id, name]) => [id, name]));
  narrowing.replaceChildren(
    choice("document", "Document", units, what, (id) => names.get(id) || id),
    choice("kind", "Kind", units, what, (kind) => KINDS[kind] || kind),
    choice("status", "Status", units, what, (state) => state));
  narrowing.hidden = !units.length;
}

// The words of a unit on a day, out of the history of its document, with the name that it defines.
async function textOf(unit, day, query) {
  const all = await documents();
  const past = await history(all.documents.find((each) => each.document === unit.document));
  const edition = past.at(day);
  const page = edition && edition.pages.find((each) => each.url === unit.page);
  const texts = (page ? page.pieces : []).filter((piece) => past.pack.ids[piece] === unit.identifier).map((piece) => {
    const found = elements(past.pack.pieces[piece]);
    const name = unit.kind === "definition" && found.querySelector("dfn");
    for (const each of found.querySelectorAll("img")) each.replaceWith(` ${each.alt} `);
    return { text: found.textContent.replace(/\s+/g, " ").trim().normalize("NFC"), name: name ? name.textContent : "" };
  });
  return texts.find(({ text }) => query.every((part) => marked(text, [part]).length)) || texts[0] || { text: "", name: "" };
}

// A stretch of a text around the first of its marked words.
function excerpt(text, query) {
  const marks = marked(text, query);
  const start = marks.length && marks[0][0] > AROUND ? text.indexOf(" ", marks[0][0] - AROUND) + 1 : 0;
  const end = text.length - start > LONGEST ? text.lastIndexOf(" ", start + LONGEST) : text.length;
  const pieces = [];
  let at = start;
  for (const [from, to] of marks) {
    if (from < at || to > end) continue;
    pieces.push(text.slice(at, from), made("mark", {}, text.slice(from, to)));
    at = to;
  }
  return [start ? "… " : "", ...pieces, text.slice(at, end), end < text.length ? " …" : ""];
}

// A text is fetched when its place is reached: of those that are reached at once, first of what is seen whole, then of the rest.
const waiting = new WeakMap();
const near = new IntersectionObserver(async (entries) => {
  const reached = entries.filter((each) => each.isIntersecting);
  const isSeen = ({ boundingClientRect: { top, bottom } }) => top >= 0 && bottom <= window.innerHeight;
  await Promise.all(reached.filter(isSeen).map(begin));
  window.requestAnimationFrame(() => setTimeout(() => reached.filter((each) => !isSeen(each)).forEach(begin)));
}, { rootMargin: "100% 0px" });

function begin({ target }) {
  near.unobserve(target);
  return waiting.get(target)();
}

function whenReached(place, told) {
  waiting.set(place, told);
  near.observe(place);
}

function line(index, unit, day, query) {
  const said = made("p", { class: "excerpt-found" });
  const title = made("span", { class: "number" }, nameOf(unit));
  const link = made("a", { href: placeOf(index, unit, day) }, title);
  if (unit.identifier && unit.kind !== "definition" && unit.title) link.append(` ${unit.title}`);
  const about = made("span", { class: "how" }, unit.kind === "definition" ? "definition" : unit.name);
  const item = made("li", {}, made("h2", {}, link), about);
  if (unit.status) item.append(" ", made("span", { class: "state" }, made("span", { class: "sign", "data-sign": unit.status.sign }), ` ${unit.status.state}`));
  item.append(said);
  whenReached(said, () => textOf(unit, day, query).then(({ text, name }) => {
    said.replaceChildren(...excerpt(text, query));
    if (name) title.textContent = title.textContent.replace(/“.*”$/, () => `“${name}”`);
  }, () => said.remove()));
  return item;
}

function more(index, units, day, query, list) {
  const start = list.children.length;
  list.append(...units.slice(start, start + SOME).map((unit) => line(index, unit, day, query)));
  const left = units.length - list.children.length;
  if (!left) return "";
  const button = made("button", { type: "button", class: "more-found" }, `Show more: ${left}`);
  button.addEventListener("click", () => {
    const next = list.children.length;
    button.replaceWith(more(index, units, day, query, list));
    list.children[next].querySelector("a").focus();
  });
  return button;
}

// Numbers and terms come before what has the words; where there is neither, and what was asked is numbered, what is said instead.
async function straight({ exact, begun }, other) {
  const items = await Promise.all((other ? other.lines : [...exact, ...begun]).map(async (each) => {
    const { href, absent } = begun.includes(each) ? each : await destination(each);
    const about = absent || each.about;
    return made("li", {}, made("a", { href }, absent ? nameOf(each.unit) : each.name), about ? made("span", { class: "how" }, ` ${about}`) : "");
  }));
  const list = items.length ? [made("ul", { class: "straight", ...(other ? {} : { "aria-label": "Numbers and terms" }) }, ...items)] : [];
  return other ? [made("p", {}, other.said), ...list] : list;
}

// The day that was asked for; of one before the first, that there was nothing yet.
function dayWords(index, day, all) {
  const there = all.days[0] <= day;
  return there ? `as at ${printed(day)}` : `on ${printed(day)}, before there was any Code`;
}

// How many texts have the words, of those that are kept by the filters.
function countWords(kept, units, { known }, when) {
  const count = `${kept.length || "No text"} ${kept.length > 1 ? "have" : "has"} these words`;
  const how = isDay(known) ? `, as known now and not as known on ${printed(known)}` : "";
  return `${count}, ${when}${how}${kept.length < units.length ? `, of ${units.length}` : ""}.`;
}

async function show() {
  turn += 1;
  const own = turn;
  const what = wanted();
  form.elements.q.value = what.q;
  if (what.q.trim()) documents().catch(() => {}); // needed for the texts, which say when it cannot be had
  const index = await opened();
  const day = what.at || index.said.today;
  form.elements.at.value = isDay(day) ? day : "";
  form.classList.add("ready");
  if (!what.q.trim()) {
    answer.replaceChildren();
    narrowing.hidden = true;
    status.textContent = "";
    return;
  }
  if (!isDay(day)) {
    answer.replaceChildren();
    status.textContent = "There is no such day: a day is written as 2016-11-10.";
    return;
  }
  await pause();
  const query = parts(what.q);
  const [results, lines] = await Promise.all([found(what.q, day), asked(what.q, day)]);
  const isThere = lines.exact.length + lines.begun.length;
  const first = await straight(lines, !isThere && isNumbered(what.q) ? await instead(what.q, day, results.length) : null);
  await pause();
  if (own !== turn) return;
  const units = results.map(({ unit }) => index.unit(unit, day));
  const kept = units.filter((unit) => Object.entries(FILTERS).every(([name, of]) => !what[name] || of(unit) === what[name]));
  narrow(index, units, what);
  const list = made("ol", { class: "results" });
  answer.replaceChildren(...first, list, more(index, kept, day, query, list));
  status.textContent = isThere && !units.length ? `${isThere} result${isThere === 1 ? "" : "s"}.` : countWords(kept, units, what, dayWords(index, day, index.said));
  document.title = `${what.q} · ${document.title.replace(/^.* · (?=Search)/, "")}`;
  if (!isThere && isNumbered(what.q)) return;
  const other = isThere ? null : await instead(what.q, day, results.length); // it takes more files: what was found does not wait for it
  if (own !== turn) return;
  if (other) answer.append(...await straight(lines, other));
  else if (results.length && !lines.exact.some(({ kind }) => kind === "number")) addTitled(what.q);
}

// Instruments come last, when the reader gets there: it takes one more file.
function addTitled(query) {
  const place = made("div", {});
  answer.append(place);
  whenReached(place, async () => {
    const lines = await titled(query).catch(() => []);
    if (lines.length) place.append(...await straight({ exact: [], begun: lines }, { said: CALLED_SO, lines }));
  });
}

function failed() {
  form.classList.add("ready");
  status.textContent = "The search could not be fetched: try again.";
}

form.elements.at.addEventListener("change", () => {
  const what = { ...wanted(), at: form.elements.at.value };
  keep(what);
  show().catch(failed);
});
window.addEventListener("popstate", () => show().catch(failed));
show().catch(failed);
