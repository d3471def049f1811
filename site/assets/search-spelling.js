// What is spelt much as what was asked for, of which nothing is found: defined terms, and the same words without their errors.

import { parts, places, words } from "./search-words.js";

const LETTERS_AN_ERROR = 5;
const MOST_TERMS = 3;

// { said, offered }: a sentence, and terms, then queries, each with how many texts have its words; null where nothing is
// spelt so.
export async function misspelt(index, said, day, when) {
  const terms = await termsNear(index, said, day);
  const { wrong, queries: all } = await corrected(index, said, day);
  const alike = (text) => words(text).join(" ");
  const queries = all.filter(({ query }) => !terms.some(({ term }) => alike(term.name) === alike(query)));
  if (!terms.length && !queries.length) return null;
  const what = terms.length ? `No defined term is spelt so${when}` : `No text has ${wrong.map((each) => `“${each}”`).join(" or ")}`;
  return { said: `${what}. Did you mean:`, offered: [...terms, ...queries] };
}

function mostErrors(word) {
  return Math.floor(word.length / LETTERS_AN_ERROR);
}

async function termsNear(index, said, day) {
  const wanted = words(said).join(" ");
  const most = mostErrors(wanted);
  if (!most) return [];
  const near = (await index.terms.all(day)).map((term) => ({ term, errors: errors(wanted, words(term.name).join(" "), most) }))
    .filter((each) => each.errors <= most).sort((one, other) => one.errors - other.errors);
  return near.filter((each) => each.errors === near[0].errors).slice(0, MOST_TERMS);
}

// The words that no text has, and the query with the nearest that there are in their place: these alone, where no text has
// them all.
async function corrected(index, said, day) {
  const wrong = new Map();
  let query = "";
  let end = 0;
  for (const { word, start, end: next } of places(said.normalize("NFC"))) {
    const near = (await index.words.lines(word, next === said.length)).length ? null : await nearest(index, word);
    if (near) wrong.set(said.slice(start, next), near);
    query += said.slice(end, start) + (near || said.slice(start, next));
    end = next;
  }
  const counted = await Promise.all([query + said.slice(end), ...wrong.values()].map(async (each) =>
    ({ query: each, count: (await index.find(parts(each), day)).length })));
  const [whole, ...alone] = wrong.size ? counted : [];
  return { wrong: [...wrong.keys()], queries: whole?.count ? [whole] : alone.filter(({ count }) => count) };
}

// Of the words that are spelt most alike, the one in most texts. Nobody errs in the first letter, or few.
async function nearest(index, word) {
  const most = mostErrors(word);
  if (!most) return null;
  const near = (await index.words.lines(word[0], true)).map((line) => ({ ...line, errors: errors(word, line.word, most) }))
    .filter((each) => each.errors <= most).sort((one, other) => one.errors - other.errors || other.found.length - one.found.length);
  return near.length ? near[0].word : null;
}

// How many letters are wrong, left out, put in or exchanged with the next between two; more than `most` is told as more.
function errors(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  const rows = [Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= one.length; row += 1) {
    rows.push([row]);
    for (let at = 1; at <= other.length; at += 1) {
      const same = one[row - 1] === other[at - 1] ? 0 : 1;
      rows[row][at] = Math.min(rows[row - 1][at] + 1, rows[row][at - 1] + 1, rows[row - 1][at - 1] + same);
      const isExchanged = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      if (isExchanged) rows[row][at] = Math.min(rows[row][at], rows[row - 2][at - 2] + 1);
    }
  }
  return rows[one.length][other.length];
}
