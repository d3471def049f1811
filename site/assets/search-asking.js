// What a query leads to: a number, a term, or what has its words. Numbers and terms are known without reading any text.

import { documentPlace, knownRead, numberPlace, root, termPlace } from "./search-day.js";
import { Index } from "./search-index.js";
import { nameOf } from "./search-naming.js";
import { byNumber, cited } from "./search-numbers.js";
import { fetched } from "./search-shards.js";
import { parts, words } from "./search-words.js";

const MOST = 8;
const QUOTED = /["“”*]/;
const FEW = 3;
export const CALLED_SO = "With these words in their titles:";
const NUMBERED = /[0-9]|\b(?:app(?:endix|endices|x)?|sch(?:ed|edule)?s?|sec(?:tion)?s?|annex)\b|^\s*(?:part|chapter)\s+[a-z]{1,2}\s*$/i;
const DEFINED = /^\s*(?:(?:wh(?:at|o) (?:is|are)|define|(?:the\s+)?(?:meaning|definition|def\.?)\s+of)\s+)?(?:(?:the|an?)\s+)?|\?\s*$/gi;

let opening = null;

// What takes long is done in pieces: between two, the browser can draw and hear its reader.
export function pause() {
  return new Promise((go) => { setTimeout(go); });
}

// The index, fetched once.
export function opened() {
  opening ||= Index.open(async (file) => {
    const said = await fetched(file);
    await pause();
    return said;
  });
  opening.catch(() => { opening = null; });
  return opening;
}

// `when` is the day in words, where it was asked for by itself.
function numberLine(index, { document, unit, paragraphs }, day, when = "") {
  if (unit === undefined) return { kind: "number", name: index.said.documents[document][1], about: when, href: documentPlace(index, document, day), day };
  const found = index.unit(unit, day);
  const below = paragraphs.map((each) => `(${each})`).join("");
  return { kind: "number", name: nameOf(found) + below, about: [found.title, when].filter(Boolean).join(", "), href: numberPlace(index, found, day), unit: found, paragraphs, day };
}

function termLine(index, term, day) {
  return { kind: "term", name: term.name, about: "defined term", href: termPlace(index, term, day), whole: term.whole };
}

// Terms that begin so; the one that is meant first, in the plural or possessive too: "Devices", "the User's".
async function termsOf(index, query, day) {
  const found = await index.termsOf(query, day, 5);
  const whole = words(query).join(" ");
  for (const one of [whole.replace(/ies$/, "y"), whole.replace(/es$/, ""), whole.replace(/ ?s$/, "")]) {
    if (one === whole || found.some((each) => each.whole)) continue;
    found.unshift(...(await index.termsOf(one, day, 5)).filter((each) => each.whole));
  }
  return found;
}

// Numbers and terms: { exact, begun }, each a line with a name, what it is about, and where it leads.
export async function asked(query, day) {
  const index = await opened();
  const { said, day: named } = cited(query);
  const { isDay, printed } = named ? await import("./history.js") : {};
  if (named && !isDay(named)) return { exact: [], begun: [] };
  const at = named || day;
  const terms = await termsOf(index, said.replace(DEFINED, ""), at);
  const seen = new Set();
  const lines = terms.map((term) => termLine(index, term, at)).filter(({ href }) => !seen.has(href) && seen.add(href));
  let { exact, begun } = byNumber(index, said, at, MOST);
  if (!exact.length && !begun.length && !lines.length && /[0-9]/.test(query)) {
    const found = await (await import("./search-elsewhere.js")).elsewhere(index, query);
    const more = found.query ? await asked(found.query, day) : { exact: [], begun: [] };
    const [sure, unsure] = [more.exact, more.begun].map((each) => (found.as ? each.map(found.as) : each));
    const both = { exact: [...found.exact, ...sure], begun: [...unsure, ...found.begun] };
    if (both.exact.length || both.begun.length) return both;
  }
  if (!exact.length && !begun.length && !lines.length && NUMBERED.test(said)) {
    ({ exact, begun } = (await import("./search-otherwise.js")).otherwise(index, said, at, MOST));
  }
  const when = named && exact.length + begun.length ? `as at ${printed(named)}` : "";
  // Who puts a term in quotation marks may mean its words: it is offered, and not chosen.
  const isMeant = ({ whole }) => whole && !QUOTED.test(query);
  return {
    exact: [...exact.map((each) => numberLine(index, each, at, when)), ...lines.filter(isMeant)],
    begun: [...begun.map((each) => numberLine(index, each, at, when)), ...lines.filter((each) => !isMeant(each) && (each.whole || !QUOTED.test(query)))],
  };
}

// The pages and instruments whose titles have the words.
export async function titled(query) {
  return (await import("./search-elsewhere.js")).titled(query);
}

// Whether a number may be meant: then what is said instead comes before what has the words.
export function isNumbered(query) {
  return NUMBERED.test(query);
}

// What is said where `asked` finds nothing, of which `count` texts have the words: { said, lines }; or null.
export async function instead(query, day, count) {
  if (count >= FEW && !NUMBERED.test(query)) return null;
  return (await import("./search-instead.js")).instead(await opened(), query, day, count < FEW, { CALLED_SO, numberLine, termLine, allPlace });
}

// The page with all that has some words.
export function allPlace(query, day) {
  const url = new URL("search/", root);
  for (const [name, value] of Object.entries({ q: query, at: day, known: knownRead() })) if (value) url.searchParams.set(name, value);
  return url.href;
}

// What has the words, the best first, each { unit, score }.
export async function found(query, day) {
  return (await opened()).find(parts(query), day);
}

// Where a line leads in the end, and which paragraph is not there: { href, absent }.
export async function destination(line) {
  if (line.kind !== "number" || !line.unit) return { href: line.href, absent: "" };
  return (await import("./search-leading.js")).destination(await opened(), line);
}
