// What is said where nothing is found: that there is no such number, and where its document ends; or what is spelt much
// the same. Asked only then, and so fetched only then.

import { isDay, printed } from "./history.js";
import { ownPage } from "./search-day.js";
import { nameOf } from "./search-naming.js";
import { absentVersion, called as instrumentsCalled, titled } from "./search-elsewhere.js";
import { namedIn } from "./search-within.js";
import { byNumber, cited, inOrder, key } from "./search-numbers.js";
import { bare } from "./search-otherwise.js";
import { fetched } from "./search-shards.js";
import { misspelt } from "./search-spelling.js";

const DOCUMENT = /^\W*(?:the\s+)?(section|appendix|schedule|app|sch(?:ed)?|sec)s?[.\s]+([a-z]{1,3}|\d{1,2})\W*$/i;
const NUMBER = /\d|\bannex\b/i;
const LAST_STEP = /[\s.,(-]*(?:\d+[a-z]{0,2}|(?<![a-z])(?:[a-z]{1,2}|[ivxlc]+|annex))[\s.,)]*$/i;
const BEFORE_DAY = /^[\s,([]*(?:(?:as\s+)?(?:at|of|on)\s+)?(?:the\s+)?/i;
const MODIFICATION = /^[a-z]{2,6}[\s-]?\d+[a-z]?$/i;

// { said, lines }, a sentence and what is offered; null where there is nothing to say. `isRare` where few texts have the words;
// `made` makes lines of numbers and terms.
export async function instead(index, query, day, isRare, made) {
  const lines = isRare ? await titled(query) : [];
  if (lines.length) return { said: made.CALLED_SO, lines };
  const told = await toldOf(index, query, day, isRare);
  const at = cited(query).day || day;
  return told && { said: told.said, lines: told.offered.map((each) => line(index, each, at, made)) };
}

// { said, offered }: a sentence, and what is offered: { document, unit, paragraphs }, { term }, { query, count }, { line }
// or { once, isToCome }, a unit that is there on other days.
async function toldOf(index, query, day, isRare) {
  const { said: written, day: named } = cited(query);
  const [said, at] = [bare(written), named || day];
  if (!isDay(at)) return { said: `There is no such day as ${query.slice(written.length).replace(BEFORE_DAY, "")}.`, offered: [] };
  return absentDocument(index, said, at) || (await absentNumber(index, said, at)) || (await absentVersion(said)) || absentInstrument(said)
    || (isRare ? (await misspelt(index, said, at, onDay(index, at))) || namedIn(index, said, at) : null);
}

function line(index, { line: found, term, query, count, once, isToCome, ...number }, day, made) {
  if (found) return found;
  if (term) return made.termLine(index, term, day);
  if (query) return { kind: "all", name: query, about: `in ${count === 1 ? "one text" : `${count} texts`}`, href: made.allPlace(query, day) };
  if (once === undefined) return made.numberLine(index, number, day);
  const unit = index.unit(once, day);
  return { kind: "once", name: nameOf(unit), about: isToCome ? "how it is to come" : "what became of it", href: ownPage(index, unit) };
}

const onDay = (index, day) => (day === index.said.today ? "" : ` on ${printed(day)}`);

const natural = new Intl.Collator("en", { numeric: true }).compare;
const inItsOrder = (one, other) => one.length - other.length || natural(one, other);

// Of a document that there is not: those before and after it in its order, and what else is called so.
function absentDocument(index, said, day) {
  const [, word, label] = DOCUMENT.exec(said) || [];
  if (!word) return null;
  const kind = ["Section", "Appendix", "Schedule"].find((each) => each.toLowerCase().startsWith(word.slice(0, 3).toLowerCase()));
  const labelOf = ({ name }) => name.slice(kind.length + 1);
  const wanted = label.toUpperCase();
  const all = index.said.documents.map(([, name], document) => ({ name, document })).filter(({ name }) => byNumber(index, name, day, 1).exact.length);
  const there = all.filter(({ name }) => name.startsWith(`${kind} `)).sort((one, other) => inItsOrder(labelOf(one), labelOf(other)));
  const before = there.findLast((each) => inItsOrder(labelOf(each), wanted) < 0);
  const after = there.find((each) => inItsOrder(labelOf(each), wanted) > 0);
  const last = before && !after ? `: the last is ${before.name}` : "";
  const named = all.filter(({ name }) => name.endsWith(` ${wanted}`));
  return { said: `There is no ${kind} ${wanted}${onDay(index, day)}${last}.`, offered: [before, after, ...named].filter(Boolean) };
}

// Of a number that there is not: what became of it, or when it is to come, where there ever is one; else what would bring it
// in, what it would stand in, and the last there.
async function absentNumber(index, said, day) {
  if (!NUMBER.test(said)) return null;
  const [, number] = inOrder(said);
  const absent = `There is no ${said}${onDay(index, day)}`;
  const [once] = index.numbered.get(key(number)) || [];
  if (once && once.unit !== undefined) return otherDays(index, absent, once.unit);
  const within = withinWhat(index, number, absent, day);
  const proposed = within && day >= index.said.today && (await proposedBy(index, number).catch(() => null));
  if (!proposed) return within;
  const { name, lines } = proposed;
  const many = lines.length === 1 ? "One change in flight" : `${lines.length} changes in flight`;
  return { said: `${within.said} ${many} would bring in ${name}.`, offered: [...lines.map((line) => ({ line })), ...within.offered] };
}

function otherDays(index, absent, unit) {
  const first = index.said.days.find((each) => index.isThere(unit, each));
  const isToCome = first > index.said.today;
  const when = isToCome ? `It is to come on ${printed(first)}:` : "On other days there was:";
  return { said: `${absent}. ${when}`, offered: [{ once: unit, isToCome }] };
}

// The changes in flight that would bring in a number, or what it would stand in: { name, lines }; null where none would. It
// takes a file that is read for this alone.
async function proposedBy(index, number) {
  const { numbers } = await fetched("proposed.json");
  const named = numbers.map(([document, identifier, names]) => {
    const [, name, , ...short] = index.said.documents[document];
    return { called: [name, ...short].map((each) => nameOf({ identifier, name: each })), names };
  });
  for (let above = number; above; above = LAST_STEP.test(above) ? above.replace(LAST_STEP, "") : "") {
    const found = named.find((each) => each.called.some((name) => key(name) === key(above)));
    if (found) return { name: found.called[0], lines: await instrumentsCalled(found.names) };
  }
  return null;
}

// What a number would stand in, and the last there; null where there is nothing like it.
function withinWhat(index, number, absent, day) {
  for (let above = number; LAST_STEP.test(above);) {
    above = above.replace(LAST_STEP, "");
    const found = byNumber(index, above, day, 1).exact[0] || byShortName(index, above, day);
    if (!found) continue;
    const last = /\d\W*$/.test(number) && lastIn(index, found, day);
    const ends = last ? `: ${called(index, found, day)} ends at ${called(index, last, day)}` : "";
    return { said: `${absent}${ends}.`, offered: [{ ...found, paragraphs: [] }, last].filter(Boolean) };
  }
  return null;
}

// The document that has a short name, such as TMAD.
function byShortName(index, said, day) {
  const [, name] = index.said.documents.find(([, , , ...short]) => short.some((each) => key(each) === key(said))) || [];
  return name && byNumber(index, name, day, 1).exact[0];
}

function called(index, { document, unit }, day) {
  return unit === undefined ? index.said.documents[document][1] : nameOf(index.unit(unit, day));
}

// The last number of a document or sub-section on a day; null where nothing in it has one.
function lastIn(index, { document, unit }, day) {
  const own = unit === undefined ? "" : `${index.identifiers[unit]}.`;
  const step = /^[A-Z]*\d+[A-Z]*$/;
  const there = index.identifiers.map((identifier, each) => ({ identifier, unit: each })).filter((each) =>
    index.said.pages[index.pageOf[each.unit]][0] === document && each.identifier.startsWith(own)
    && step.test(each.identifier.slice(own.length)) && index.kindOf[each.unit] % 2 === 0 && index.isThere(each.unit, day));
  const [last] = there.sort((one, other) => natural(other.identifier, one.identifier));
  return last ? { document, unit: last.unit, paragraphs: [] } : null;
}

function absentInstrument(said) {
  return MODIFICATION.test(said) ? { said: `No instrument has the number ${said}.`, offered: [] } : null;
}
