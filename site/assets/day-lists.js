// Pages of a day that are no text of a document: its documents, its defined terms, what was not plainly in effect on it,
// and a document as a whole.

import { dayBefore, definitions, elements, fetched as fetchedFile, history, on, printed, root, split, toldOn, whole } from "./history.js";
import { address, cited, dayIn, up, wordsOf } from "./day-address.js";
import { banner, versionOf } from "./day-around.js";
import { choose } from "./day-control.js";
import { message } from "./day-page.js";
import { piece } from "./day-text.js";
import { made, sign } from "./drawing.js";
import { ownPath, slug } from "./search-day.js";
import { nameOf } from "./search-naming.js";
import { fetched } from "./search-shards.js";
import { Terms } from "./search-terms.js";

// The labels of a paragraph, as they are in addresses.
const LABELS = /^[^.]{1,4}(\.[^.]{1,4})*$/;

// To what a term is limited, where it is the document in which it is defined.
const OWN = 1;

// The sign of what is in effect, and of which something else is said: a reading, a date that is fixed otherwise.
const BESIDE = "!";

// What makes the list at an address, which is one of those that day-going.js leaves to this. What it gives shows the list.
export function listOf(path) {
  if (!path) return home;
  if (path === "terms/") return terms;
  if (path.startsWith("terms/")) return term;
  return notYet;
}

// What lists say as known on each day, fetched once: of each document what it was called, and what was not plainly in effect.
let everKnown = null;
function knownLists() {
  everKnown ||= fetchedFile("api/known.json");
  everKnown.catch(() => { everKnown = null; });
  return everKnown;
}

// Says above a list which day it is of, and whether it says the same of today.
function told(where, same, { known, whom } = {}) {
  const how = known ? `, as known on ${printed(known)}` : whom ? `, as it has effect for ${wordsOf(where.all, whom)}` : "";
  banner("The Code as at ", made("b", {}, printed(where.day)), ...versionOf({ ...where, known }), how, ". This page is ",
    made("b", {}, same ? "the same as today" : "not the same as today"), ". ", made("a", { href: root.pathname + where.path }, "The page of today"));
}

// What each document is called from which day, as known on a day; none while it was not on record.
async function titlesKnown(known) {
  return (await knownLists()).documents.map(({ titles }) => on(titles, known) || []);
}

// Every document of a day.
async function home(where) {
  const now = where.all.documents.map(({ titles }) => titles);
  const titles = where.known ? await titlesKnown(where.known) : now;
  const list = made("ul", { class: "documents" });
  for (const [place, each] of where.all.documents.entries()) {
    const title = on(titles[place], where.day);
    if (title) list.append(made("li", {}, made("a", { href: each.root }, made("span", { class: "number" }, each.name.split(" ")[1]), " ", made("span", { class: "words" }, title))));
  }
  const also = made("p", { class: "ways" }, made("a", { href: "terms/" }, "The defined terms of that day"), " · ",
    made("a", { href: "not-yet/" }, "What was not plainly in effect"));
  const none = made("p", {}, "No document was known to be part of it.");
  return () => {
    choose({ ...where, history: null });
    message(where, `The Code on ${dayIn(where)}`, forEverybody(where), also, list.children.length ? list : none);
    if (where.known) {
      const same = titles.every((each, place) => on(each, where.day) === on(now[place], where.all.today));
      told(where, same, where);
      return;
    }
    const place = where.all.days.filter((each) => each <= where.day).length;
    const next = where.all.days[place];
    banner("The Code as at ", made("b", {}, printed(where.day)), ...versionOf(where),
      `. Nothing in it changed from ${printed(where.all.days[place - 1])}${next ? ` to ${printed(dayBefore(next))}` : ""}: `,
      made("b", {}, where.all.days.filter((each) => each <= where.all.today).length === place ? "the same as today" : "not the same as today"), ". ",
      made("a", { href: root.pathname }, "The Code of today"));
  };
}

// The names that were given on a day, each once, in alphabetical order: [name, first name].
function namesOf(found) {
  const names = new Map(found.map((each) => [`${each.name} ${each.first}`, each]));
  const compare = new Intl.Collator("en-GB").compare;
  return [...names.values()].sort((one, other) => compare(one.name, other.name));
}

// Where a term is defined, as it is cited: in a definition, or in the words of a provision.
function definedIn(unit, { all }) {
  const { document: { name }, steps } = split(all.documents, unit.page);
  const labels = !unit.isOwn && LABELS.test(unit.identifier) ? unit.identifier.split(".").map((each) => `(${each})`).join("") : "";
  return (steps.length ? cited(name, steps.join(".")) : name) + labels;
}

// How far a term reaches; nothing for the whole Code.
function reach(unit, { all }) {
  if (!unit.within) return "";
  return `Only in ${unit.within === OWN ? split(all.documents, unit.page).document.name : unit.within}`;
}

// From when until when a term stood, or is to stand.
function stood({ days }) {
  return days.map(([start, end]) => `from ${printed(start)}${end ? ` to ${printed(dayBefore(end))}` : ""}`).join(", and ");
}

function letterOf(name) {
  const first = slug(name)[0].toUpperCase();
  return /[A-Z]/.test(first) ? first : "0–9";
}

// The names of defined terms on all days, as known now or on a day; their files are fetched once. Whoever reads as known on
// a day has both out of one.
let defined = null;
function definedTerms({ all, known }, asked = known) {
  if (known) return import("./known-terms.js").then((found) => found.termsKnown(asked));
  defined ||= fetched("terms.json").then((listed) => new Terms(listed.terms, all.days, fetched));
  defined.catch(() => { defined = null; });
  return defined;
}

async function terms(where) {
  const ofDays = await definedTerms(where);
  const found = await ofDays.all(where.day);
  const all = namesOf(found);
  const today = await (await definedTerms(where, "")).all(where.all.today);
  const meanings = new Map();
  for (const each of apart(found)) meanings.set(slug(each.first), [...(meanings.get(slug(each.first)) || []), each]);
  const about = (name) => {
    const units = meanings.get(slug(name.first));
    return units.length > 1 ? `${units.length} meanings` : [reach(name, where), name.isOwn ? "" : `introduced in ${definedIn(name, where)}`].filter(Boolean).join(" · ");
  };
  const letters = new Map();
  for (const each of all) letters.set(letterOf(each.name), [...(letters.get(letterOf(each.name)) || []), each]);
  const jump = made("nav", { class: "letters", "aria-label": "Letters" },
    ...[...letters.keys()].map((each) => made("a", { href: `#letter-${each}` }, each)));
  const groups = [...letters].map(([letter, lines]) => made("section", { "aria-labelledby": `letter-${letter}` },
    made("h2", { id: `letter-${letter}` }, letter), made("ul", { class: "terms" }, ...lines.map((each) => termLine(each, about)))));
  const data = made("p", { class: "ways" }, `The terms of every day as data${where.known ? ", as known now" : ""}: `, made("a", { href: `${root.pathname}api/terms-by-day.json` }, "JSON"), ", ",
    made("a", { href: `${root.pathname}api/terms-by-day.txt` }, "text"));
  const said = (list) => list.map((each) => [each.name, each.first, each.page, each.identifier, each.within].join(" ")).join("\n");
  return () => {
    message(where, `The defined terms on ${dayIn(where)}`, forEverybody(where), made("p", { class: "lead" }, `${all.length} names of defined terms.`), jump, ...groups, data);
    told(where, said(found) === said(today), { known: where.known });
    choose({ ...where, history: null });
  };
}

function termLine(unit, about) {
  const { name, first } = unit;
  const link = made("a", { class: "term", href: `${slug(first)}/` }, name);
  if (first !== name) return made("li", {}, link, " ", made("span", { class: "about" }, `see ${first}`));
  const said = about(unit);
  return said ? made("li", {}, link, " ", made("span", { class: "count" }, said)) : made("li", {}, link);
}

// Each meaning once, whatever names it has.
function apart(units) {
  return [...new Map(units.map((each) => [`${each.first} ${each.page}#${each.identifier}`, each])).values()];
}

function forEverybody(where) {
  return where.whom ? made("p", { class: "how" }, "These are for everybody, and not for ", wordsOf(where.all, where.whom), " alone; texts are read for them.") : "";
}

// That an address is for some for whom no text is told apart. What is varied for others in whom they are holds for them too.
export function nobody(where) {
  const ways = where.all.scopes.map(([whom, words]) => made("li", {}, made("a", { href: address({ ...where, whom }) }, words)));
  return () => {
    choose({ ...where, history: null });
    message(where, "Nothing is varied for exactly them", made("p", {}, "What is varied for others may hold for those whom this address names. ",
      made("a", { href: address({ ...where, whom: "" }) }, "The text for everybody")), made("p", {}, "It can be read for:"), made("ul", {}, ...ways));
  };
}

// That an address is of a text for some, as known on a day: that is told of everybody alone.
export function knownForAll(where) {
  const words = wordsOf(where.all, where.whom);
  return () => {
    choose({ ...where, whom: "", history: null });
    message(where, "As known on a day, texts are for everybody", made("ul", {},
      made("li", {}, made("a", { href: address({ ...where, whom: "" }) }, `The text for everybody, as known on ${printed(where.known)}`)),
      made("li", {}, made("a", { href: address({ ...where, known: "" }) }, `The text for ${words}, as known now`))));
  };
}

// The terms of a day that have the name at an address.
async function unitsOf(where, defining = definedTerms(where)) {
  const ofDays = await defining;
  return given(where, (key) => ofDays.begun(key, where.day));
}

async function given(where, asking) {
  const wanted = where.path.split("/")[1];
  const called = (names) => apart(names.filter((each) => slug(each.first) === wanted));
  const near = called(await asking(wanted.replaceAll("-", " "))); // a few names, and mostly enough
  return near.length ? near : called(await asking(""));
}

async function meaningsOf(where, units) {
  return Promise.all(units.map((each) => meaning(each, where)));
}

// What a name meant on a day, for those who show it in place. Null where no definition had it.
export async function meant(where) {
  const units = await unitsOf(where);
  return units.length ? { element: made("div", {}, ...await meaningsOf(where, units)), isWhole: true } : null;
}

// What a name meant on a day, in each of its meanings.
async function term(where) {
  const units = await unitsOf(where);
  const above = [made("a", { href: "../" }, "Defined terms")];
  const today = made("p", {}, made("a", { href: root.pathname + where.path }, "The term today, with its history"));
  if (!units.length) {
    const ofDays = await definedTerms(where);
    const ever = await given(where, (key) => ofDays.ever(key));
    const when = ever.map((each) => made("li", {}, `“${each.first}” in ${definedIn(each, where)}, ${stood(each)}`));
    return () => {
      message({ ...where, above }, "It was no defined term on this day", forEverybody(where),
        made("p", {}, `Nothing was defined by this name on ${dayIn(where)}${when.length ? ", but on other days:" : "."}`), when.length ? made("ul", {}, ...when) : "", today);
      choose({ ...where, history: null });
    };
  }
  const meanings = await meaningsOf(where, units);
  const name = units[0].first;
  const uses = `${root.pathname}search/?q=${encodeURIComponent(`"${name}"`)}&at=${where.day}`;
  const now = { ...where, day: where.all.today, known: "" };
  const own = await meaningsOf(now, await unitsOf(now, definedTerms(where, "")));
  const used = `What said “${name}” on that day${where.whom ? ", for everybody" : where.known ? ", as known now" : ""}`;
  return () => {
    message({ ...where, above }, name, ...meanings, made("p", {}, made("a", { href: uses }, used)), today);
    told(where, words(meanings) === words(own), where);
    choose({ ...where, history: null });
  };
}

// What meanings say, without what is said of them.
function words(meanings) {
  return meanings.map((each) => {
    const copy = each.cloneNode(true);
    for (const about of copy.querySelectorAll(".apparatus, .facts")) about.remove();
    return copy.textContent;
  }).join("\n");
}

// A definition as it read on the day for those who are asked about, and as it was known; its names are those for everybody,
// so that it may not have been there.
async function meaning(unit, where) {
  const place = address({ ...where, path: unit.page }) + (unit.identifier ? `#${encodeURIComponent(unit.identifier)}` : "");
  const read = unit.isOwn ? (document) => definitions(document, unit.identifier[0]) : history;
  const found = await globalThis.ofAnyDay(new URL(place, root), unit.first, read);
  const text = made("div", { class: "excerpt", "data-preview": true });
  const isThere = found && !found.isWhole && (!unit.isOwn || found.element.matches(".definition")); // else what it stood in
  if (isThere) text.append(document.importNode(found.element, true));
  else text.append(made("p", {}, "It was not in the text."));
  const facts = [["Scope", reach(unit, where) || "Throughout the Code"], ["Defined", stood(unit) + (where.known ? ", as known then" : "")]];
  return made("section", { class: "meaning" }, made("h2", {}, "In ", made("a", { href: place }, definedIn(unit, where))), text,
    made("dl", { class: "facts" }, ...facts.map(([what, said]) => made("div", {}, made("dt", {}, what), made("dd", {}, said)))));
}

const inOrder = new Intl.Collator("en-GB", { numeric: true }).compare;

// What had a status of its own on a day, document by document, H3 before H14.
async function notYet(where) {
  const { said, documents } = await knownLists();
  const list = made("dl", { class: "waiting" });
  const held = (asked) => documents.flatMap(({ statuses }, place) => Object.entries(statuses)
    .map(([identifier, periods]) => [identifier, toldOn(periods, asked)]).filter(([, found]) => found)
    .sort(([one], [other]) => inOrder(one, other))
    .map(([identifier, [, , number]]) => [where.all.documents[place], identifier, ...said[number]]));
  const now = held(where);
  for (const [{ name, root: first }, identifier, how, state] of now) {
    const href = up(where.path) + (identifier ? ownPath(first, identifier) : first);
    list.append(made("div", {}, made("dt", {}, made("a", { href }, identifier ? labelled(nameOf({ name, identifier, kind: "provision" })) : name)),
      made("dd", {}, sign(how), " ", state, how === BESIDE ? "; more is said beside it" : "")));
  }
  const none = made("p", {}, "Everything in the text was plainly in effect.");
  const words = (list) => list.map(([{ name }, identifier, , state]) => `${name} ${identifier} ${state}`).join("\n");
  const same = words(now) === words(held({ ...where, day: where.all.today, known: "" }));
  return () => {
    message(where, `Not plainly in effect on ${dayIn(where)}`, forEverybody(where), list.children.length ? list : none);
    told(where, same, { known: where.known });
    choose({ ...where, history: null });
  };
}

// H14.31.a.ii as it is printed: H14.31(a)(ii).
function labelled(name) {
  return name.replace(/\.([a-z]{1,2}|[ivxl]+)(?=\.|$)/g, "($1)");
}

// Each page names its headings and tables by itself; on one page with all of them, no two have one name.
function nameApart(text) {
  const taken = new Set();
  for (const each of text.querySelectorAll("[id]")) {
    const was = each.id;
    for (let count = 2; taken.has(each.id); count += 1) each.id = `${was.replace(/~\d+$/, "")}~${count}`;
    taken.add(each.id);
    if (each.id !== was) each.closest(`[aria-labelledby="${CSS.escape(was)}"]`)?.setAttribute("aria-labelledby", each.id);
  }
}

// A whole document on one page.
export function full(at) {
  const pieces = at.edition.pages.flatMap((page) => page.pieces.map((each) => piece(at, each))).join("");
  const name = at.edition.pages[0].number;
  const text = made("article", { class: "whole", "data-preview": true });
  text.append(...[...elements(whole(pieces, up(at.path))).childNodes].map((each) => document.importNode(each, true)));
  nameApart(text);
  const now = at.history.at(at.all.today, { whom: at.whom });
  const { pages } = at.edition;
  const same = now && now.pages.length === pages.length
    && pages.every((page, place) => at.history.same({ page, edition: at.edition }, { page: now.pages[place], edition: now }));
  return () => {
    message({ ...at, number: name, above: [made("a", { href: "../" }, `${name} in its parts`)] }, at.edition.title, text);
    if (at.whom) document.title += `, for ${wordsOf(at.all, at.whom)}`;
    told(at, same, at);
    choose({ ...at, history: null });
  };
}
