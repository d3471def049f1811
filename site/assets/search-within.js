// The numbers and terms within what is asked for, where hardly a text has all its words: "fees of a Testing Participant",
// "H14.31 history", "User in Appendix AC".

import { byNumber } from "./search-numbers.js";
import { words } from "./search-words.js";

const NUMBER = /\b(?:(?:section|appendix|schedule)\s+(?:[a-z]{1,2}|\d{1,2})\b(?:,?\s+\d+(?:\.\d+[a-z]?)*)?|[a-z]{1,2}\d+[a-z]?(?:\.\d+[a-z]?)*(?:\([a-z0-9]+\))*)/gi;
const MOST = 3;
const LONGEST = 6;

// { said, offered }, or null where nothing is named.
export async function namedIn(index, said, day) {
  const numbers = (said.match(NUMBER) || []).flatMap((each) => byNumber(index, each, day, 1).exact.slice(0, 1)).slice(0, MOST);
  const offered = [...numbers, ...(await termsIn(index, said.replace(NUMBER, "|"), day)).map((term) => ({ term }))];
  return offered.length ? { said: "Named in what you ask:", offered } : null;
}

// The terms that words within it are, the longest first; each word is of one alone.
async function termsIn(index, said, day) {
  const known = new Map((await index.terms.all(day)).map((term) => [words(term.name).join(" "), term]));
  const found = [];
  const all = said.split("|").map(words);
  for (let length = LONGEST; length; length -= 1) {
    for (const some of all) {
      for (let at = 0; at + length <= some.length; at += 1) {
        const term = known.get(some.slice(at, at + length).join(" "));
        if (!term) continue;
        found.push(term);
        some.fill("", at, at + length);
      }
    }
  }
  return found.slice(0, MOST);
}
