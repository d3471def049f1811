// What is neither a provision nor a term: a day, what changed on it, a version, and an instrument by its number ("MP173",
// "secmp 15"), its name or the words of its title; and the pages of the site. Asked only where nothing else is called so, or
// after what was found, and so fetched only then.

import { dayBefore, isDay, printed } from "./history.js";
import { furtherCited } from "./search-cited.js";
import { root } from "./search-day.js";
import { byNumber, cited } from "./search-numbers.js";
import { words } from "./search-words.js";

const MOST = 4;
const SHORT = 3;
const NUMBER = /\b([a-z]{2,})[\s-]?0*(\d{1,4}[a-z]?)\b/gi;
const NAME = /^\d{4}-\d\d-\d\d-./;
const CHANGED = /^(?:what\s+)?(?:was\s+|has\s+|is\s+)?chang(?:ed|es?)\b\s*(?:(?:in|to|of)\s+)?/i;
const BEFORE = /^(.*?)[\s,(]*\b(?:(?:immediately|just)\s+)?before$/i;
const VERSION = /^(?:(.*?)[\s,]+(?:(?:as\s+)?(?:at|in|of)\s+)?)?(?:the\s+)?(?:version|v\.?)\s*(\d+(?:\.\d+)+)$|^(\d+(?:\.\d+)+)$/i;
const SPAN = /^(.*?)[\s,]*(?:\b(?:as\s+)?(?:at|in|of|on|during|since)\s+)?(?:\b([a-z]{3})[a-z]*\.?,?\s+|\b)((?:19|20)\d\d)$/i;
const MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
const PAGES = [
  ["timeline/", "Timeline", "history changed changes"],
  ["versions/", "Versions", "document log releases"],
  ["in-flight/", "Changes in flight", "conflicts consultation consultations drafts proposed pending"],
  ["not-yet/", "Not in effect", "yet waiting waits commenced commencement suspended disapplied varied"],
  ["compare/", "Compare two days", "comparison redline differences"],
  ["as-at/", "The Code on any day", "date dates"],
  ["instruments/", "Instruments", "modifications directions"],
  ["terms/", "Defined terms", "definitions glossary"],
  ["about/", "About this site", "accessibility help"],
];
const STANDINGS = { consulting: "in consultation" };
const listings = new Map();

// What a file of the site lists; fetched once.
function listed(what) {
  if (!listings.has(what)) {
    const listing = fetch(new URL(`${what}.json`, root)).then((answer) => {
      if (!answer.ok) throw new Error(`${what}.json: ${answer.status}`);
      return answer.json();
    }).then((said) => said[what]);
    listing.catch(() => listings.delete(what));
    listings.set(what, listing);
  }
  return listings.get(what);
}

const numbersIn = (said) => [...said.matchAll(NUMBER)].map(([, letters, number]) => (letters + number).toLowerCase());

function line({ title, data, instrument, standing }) {
  return { kind: "instrument", name: title, about: `${instrument}, ${STANDINGS[standing] || standing}`, href: new URL(data.replace(/\.json$/, "/"), root).href };
}

// { exact, begun }, lines; with a `query`, as it is asked otherwise, what is found by that comes before them, each line made
// another by `as` where there is one.
export async function elsewhere(index, query) {
  const further = await furtherCited(index, query);
  if (further) return { exact: [], begun: [], ...further };
  const { said, day } = cited(query);
  const [isBefore, until] = BEFORE.exec(said) || [];
  if (isBefore && isDay(day)) return { exact: [], begun: [], query: `${until} on ${dayBefore(day)}` };
  if (isDay(day)) return ofDay(index, said.trim(), day);
  const [, of, month, year] = SPAN.exec(query.trim()) || [];
  const span = year && ofSpan(index, of, month, year);
  if (span) return span;
  const [whole, before = "", version, alone] = VERSION.exec(query.trim()) || [];
  if (whole) return ofVersion(before, version || alone);
  return instruments(query);
}

// A day alone, and what changed on one.
function ofDay(index, said, day) {
  const of = said.replace(CHANGED, "");
  const whenChanged = index.said.days.includes(day) ? [{ kind: "day", name: `What changed on ${printed(day)}`, about: "", href: `${root.href}timeline/#${day}` }] : [];
  if (!said) return { exact: [{ kind: "day", name: `The Code on ${printed(day)}`, about: "", href: `${root.href}as-at/${day}/` }], begun: whenChanged };
  const [found] = of === said ? [] : byNumber(index, of, day, 1).exact;
  if (!found) return { exact: [], begun: of ? [] : whenChanged };
  const [id, name] = index.said.documents[found.document];
  const href = `${root.href}compare/?doc=${encodeURIComponent(id)}&from=${dayBefore(day)}&to=${day}`;
  return { exact: [{ kind: "day", name: `What changed in ${name} on ${printed(day)}`, about: "", href }], begun: whenChanged, query: `${of} on ${day}` };
}

// A month or a year alone: the days in it on which anything changed, of a year the first of them; with a number, that as at
// the beginning of the month, or with its history. Null where it is neither.
function ofSpan(index, said, month, year) {
  const place = month ? MONTHS.indexOf(month.toLowerCase()) / 3 : 0;
  const of = said.replace(CHANGED, "").trim();
  if (!Number.isInteger(place) || place < 0) return null;
  const start = month ? `${year}-${String(place + 1).padStart(2, "0")}` : year;
  if (of && !byNumber(index, of, month ? `${start}-01` : index.said.today, 1).exact.length) return null;
  const days = index.said.days.filter((each) => each.startsWith(start));
  const line = (name, day) => ({ kind: "day", name, about: "", href: `${root.href}timeline/#${day}` });
  if (!month) return { exact: [], begun: days.slice(0, 1).map((day) => line(`What changed in ${year}`, day)), query: of };
  const changed = days.map((day) => line(`What changed on ${printed(day)}`, day));
  const first = `${start}-01`;
  if (of) return { exact: [], begun: changed, query: `${of} on ${first}` };
  return { exact: [], begun: [...changed, { kind: "day", name: `The Code on ${printed(first)}`, about: "", href: `${root.href}as-at/${first}/` }] };
}

function versionLine({ number, in_effect: day, data }) {
  return { kind: "version", name: `Version ${number}`, about: `in effect from ${printed(day)}`, href: new URL(data.replace(/\.json$/, "/"), root).href };
}

// A version of the Code, or what is asked for as at the day from which it was in effect.
async function ofVersion(before, number) {
  const found = (await listed("versions")).find((each) => each.number === number);
  if (!found) return { exact: [], begun: [] };
  return before ? { exact: [], begun: [versionLine(found)], query: `${before} on ${found.in_effect}` } : { exact: [versionLine(found)], begun: [] };
}

// That there is no version of a number, with those before and after it; null where none was asked for.
export async function absentVersion(said) {
  const [, , number] = VERSION.exec(said.trim()) || [];
  if (!number) return null;
  const natural = new Intl.Collator("en", { numeric: true }).compare;
  const all = [...await listed("versions")].sort((one, other) => natural(one.number, other.number));
  const near = [all.findLast((each) => natural(each.number, number) < 0), all.find((each) => natural(each.number, number) > 0)];
  return { said: `The document log has no version ${number}.`, offered: near.filter(Boolean).map((each) => ({ line: versionLine(each) })) };
}

// The instruments of a number or name: first those that are called so at the beginning.
async function instruments(query) {
  const wanted = query.trim().toLowerCase();
  const [number] = numbersIn(wanted.replace(/^modification\s+/, ""));
  const found = number || NAME.test(wanted) ? await listed("instruments") : [];
  const exact = found.filter(({ name, title }) => name === wanted || numbersIn(title)[0] === number && title.search(NUMBER) === 0);
  const begun = found.filter((each) => !exact.includes(each) && [...numbersIn(each.title), ...numbersIn(each.name)].some((own) => own.startsWith(number)));
  return { exact: exact.map(line), begun: begun.slice(0, MOST).map(line) };
}

// Instruments by their names.
export async function called(names) {
  return (await listed("instruments")).filter(({ name }) => names.includes(name)).map(line);
}

// The pages of the site that are called so, and the instruments whose titles have all words of a query; the last may only
// have begun.
export async function titled(query) {
  const wanted = words(query);
  if (!wanted.length) return [];
  const isIn = (own, word, place) => own.includes(word) || (place === wanted.length - 1 && word.length >= SHORT && own.some((each) => each.startsWith(word)));
  const fits = (said) => { const own = words(said); return wanted.every((word, place) => isIn(own, word, place)); };
  const pages = wanted.some((each) => each.length > SHORT) ? PAGES.filter(([, title, others]) => fits(`${title} ${others}`)) : [];
  return [
    ...pages.map(([place, name]) => ({ kind: "page", name, about: "page of this site", href: root.href + place })),
    ...(await listed("instruments")).filter(({ title }) => fits(title)).slice(0, MOST).map(line),
  ];
}
