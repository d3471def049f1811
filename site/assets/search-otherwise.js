// Numbers as they are written otherwise than in the Code: "H14,31", "H14.31-H14.33", "cl14.31", "Section H14 (Testing
// Services)", "H14.31.a.ii", "Part H". Asked only where nothing has the number as it is written, and so fetched only then.

import { byNumber } from "./search-numbers.js";

const SEVERAL = /\s*(?:[,;&/-]|\b(?:to|and|or|through)\b)\s*/i;
const MOST_NAMED = 6;
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
  yield plain.replace(/(\d)(?:\s+|[,:/])(?=\d)/g, "$1.");
  yield plain.replace(/^(?:ss?|cls?|paras?|p)\.?(?=\d)/i, "");
  yield plain.replace(/^(?:part|chapter)\s+(?=[a-z]{1,2}(?:\d|$))/i, "Section ");
  yield plain.replace(/\b[a-z]+$/i, (word) => (WORDS.includes(word.toLowerCase()) ? String(WORDS.indexOf(word.toLowerCase()) + 1) : word));
  yield plain.replace(/(?<=\d\.?|\b[A-Z]{1,2})[lIO](?=[\d.]|$)/g, (letter) => (letter === "O" ? "0" : "1"));
}

// One of several in full: of "H14.31-33" the second is H14.33, of "H14.31(a) and (c)" H14.31(c).
function full(first, part) {
  if (part.startsWith("(")) return first.replace(/\s*\([^()]*\)$/, "") + part;
  if (!/^[\d.]+[a-z]*$/i.test(part)) return part;
  const steps = part.split(".").length;
  return first.replace(/(?:\s*\([^()]*\))+$/, "").replace(new RegExp(`(?:\\d+[a-z]*\\.?){${steps}}$`, "i"), part);
}

// Those that are named together, each once.
function several(index, plain, day, most) {
  const [first, ...others] = plain.split(SEVERAL).filter(Boolean);
  const named = [first, ...others.slice(0, MOST_NAMED).map((each) => full(first, each))];
  const found = named.map((each) => byNumber(index, each, day, most).exact);
  return found[0].length ? found.flat() : [];
}

// As `byNumber`, of what the query most likely means.
export function otherwise(index, said, day, most) {
  const all = [...readings(said)];
  for (const each of all) {
    const found = byNumber(index, each, day, most);
    if (found.exact.length || found.begun.length) return found;
  }
  return { exact: all.slice(0, 1).filter((each) => SEVERAL.test(each)).flatMap((each) => several(index, each, day, most)), begun: [] };
}
