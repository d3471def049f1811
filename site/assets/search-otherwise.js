// Numbers as they are written otherwise than in the Code: "H14,31", "H14.31-H14.33", "cl14.31", "Section H14 (Testing
// Services)", "H14.31.a.ii", "H14.31 a ii", "Part H". Asked only where nothing has the number as it is written, and so fetched only then.

import { byNumber } from "./search-numbers.js";

const SEVERAL = /\s*([,;&/-]|\b(?:to|and|or|through)\b)\s*/i;
const RANGE = /^(?:-|to|through)$/i;
const MOST_NAMED = 6;
const MOST_BETWEEN = 20;
const PARAGRAPHS = /\b(?:sub-?)?para(?:graph)?s?\b\.?\s*/gi;
const WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

// The same without what is no part of a number: whose it is, the title behind it, "et seq".
export function bare(said) {
  const short = document.documentElement.dataset.code;
  return said.normalize("NFKC").replace(/[‐-―−]/g, "-").trim()
    .replace(/^(?:the\s+)?(?:[a-z]+\s+){0,4}code[\s,:]+/i, "")
    .replace(/[\s,]+(?:of\s+)?(?:the\s+)?(?:[a-z]+\s+){0,4}code$/i, "")
    .replace(/[\s,]+et\s+seq\.?$/i, "")
    .replace(/\s*\((?=[^()]*[^ivxlcdm()\s])[^()]{4,}\)$/i, "")
    .replace(/[\s,.;:]+$/, "")
    .split(/\s+/).filter((each) => each !== short).join(" ");
}

// What it may mean, the likeliest first.
function* readings(said) {
  const plain = bare(said).replace(/(?<=\d[a-z]?(?:\.[a-z]{1,4})*)\.([a-z]{1,4})(?![a-z0-9])/gi, "($1)");
  yield plain;
  yield plain.replace(/(?<=[\d)])(?:\s+(?:[a-z]|[ivxl]{2,5}))+$/i, (letters) => letters.replace(/\s+([a-z]+)/gi, "($1)"));
  yield plain.replace(/(\d)(?:\s+|[,:/])(?=\d)/g, "$1.");
  yield plain.replace(/^(?:ss?|cls?|paras?|p)\.?(?=\d)/i, "");
  yield plain.replace(/^(?:part|chapter)\s+(?=[a-z]{1,2}(?:\d|$))/i, "Section ");
  yield plain.replace(/\b[a-z]+$/i, (word) => (WORDS.includes(word.toLowerCase()) ? String(WORDS.indexOf(word.toLowerCase()) + 1) : word));
  yield plain.replace(/(?<=\d\.?|\b[A-Z]{1,2})[lIO](?=[\d.]|$)/g, (letter) => (letter === "O" ? "0" : "1"));
}

// One of several in full: of "H14.31-33" the second is H14.33, of "H14.31(a) and (c)" H14.31(c), of "Appendix A to C" Appendix C.
function full(first, part) {
  const [, kind] = /^((?:appendix|schedule)\s+)\S+$/i.exec(first) || [];
  if (kind && /^(?:[a-z]{1,2}|\d+)$/i.test(part)) return kind + part;
  if (part.startsWith("(")) return first.replace(/\s*\([^()]*\)$/, "") + part;
  if (!/^[\d.]+[a-z]*$/i.test(part)) return part;
  const steps = part.split(".").length;
  return first.replace(/(?:\s*\([^()]*\))+$/, "").replace(new RegExp(`(?:\\d+[a-z]*\\.?){${steps}}$`, "i"), part);
}

// Those that are named together, and of a range what stands between its ends.
function several(index, plain, day, most) {
  const [first, ...others] = plain.split(SEVERAL);
  const found = byNumber(index, first, day, most).exact;
  if (!found.length) return [];
  let isRange = false;
  for (let at = 0; at < Math.min(others.length, 2 * MOST_NAMED); at += 2) {
    isRange ||= RANGE.test(others[at]);
    if (!others[at + 1]) continue;
    const { exact } = byNumber(index, full(first, others[at + 1]), day, most);
    found.push(...(isRange && exact.length ? between(index, found.at(-1), exact[0], day) : []), ...exact);
    isRange = false;
  }
  return found;
}

// What stands from one to another, neither of them among it: documents of one kind, lettered paragraphs of one clause, or what
// has as many steps in its number in one document; nothing where it is too much to list.
function between(index, one, other, day) {
  const natural = new Intl.Collator("en", { numeric: true }).compare;
  const names = index.said.documents.map(([, name]) => name);
  const kind = names[one.document].split(" ")[0];
  let found = [];
  const [first, last] = [one, other].map(({ paragraphs }) => (paragraphs || []).join("."));
  if (one.unit === other.unit && /^[a-z]$/.test(first) && /^[a-z]$/.test(last)) {
    found = [..."abcdefghijklmnopqrstuvwxyz"].filter((each) => first < each && each < last).map((each) => ({ ...one, paragraphs: [each] }));
  } else if (one.unit === undefined && other.unit === undefined) {
    found = names.slice(one.document + 1, other.document).filter((each) => each.startsWith(`${kind} `)).flatMap((each) => byNumber(index, each, day, 1).exact);
  } else if (one.document === other.document && one.unit !== undefined && other.unit !== undefined && !first && !last) {
    const [start, end] = [one, other].map(({ unit }) => index.identifiers[unit]);
    const steps = start.split(".").length;
    found = index.identifiers.map((identifier, unit) => ({ document: one.document, identifier, unit, paragraphs: [] }))
      .filter(({ identifier, unit }) => index.said.pages[index.pageOf[unit]][0] === one.document && index.kindOf[unit] % 2 === 0
        && identifier.split(".").length === steps && natural(start, identifier) < 0 && natural(identifier, end) < 0 && index.isThere(unit, day))
      .sort((one, other) => natural(one.identifier, other.identifier));
  }
  return found.length <= MOST_BETWEEN ? found : [];
}

// As `byNumber`, of what the query most likely means.
export function otherwise(index, said, day, most) {
  const all = [...readings(said.replace(/^appendices\b/i, "appendix").replace(/^schedules\b/i, "schedule"))];
  for (const each of all) {
    const found = byNumber(index, each, day, most);
    if (found.exact.length || found.begun.length) return found;
  }
  const [whole] = all.map((each) => each.split(/\s+(?:of|in)\s+/i).reverse().join(" ").replace(PARAGRAPHS, ""));
  return { exact: SEVERAL.test(whole) ? several(index, whole, day, most) : [], begun: [] };
}
