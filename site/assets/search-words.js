// The words of a text, and what a reader asks for. `secc/site/search/words.py` does the same when the index is made.

const WORD = /(?<![\p{L}\p{N}.])\p{L}[\u0300-\u0331]*(?:\.\p{L}[\u0300-\u0331]*)+\.?(?!\.?[\p{L}\p{N}])|[\p{L}\p{N}][\p{L}\p{N}\u0300-\u0331]*(?:\.[0-9][\p{L}\p{N}\u0300-\u0331]*)*/gu;
// Single letters with full stops between them are one word: D.C.C.
const ABBREVIATION = /\p{L}[\u0300-\u0331]*\.\p{L}/u;
const MARKS = /[\u0300-\u0331]/g;
const PARTS = /["“”]([^"“”]*)(?:["“”](\*?)|$)|([^\s"“”]+)/gu;
const SAME = new Map([..."µſςϐϑϕϖϰϱϵẛι"].map((each, place) => [each, [..."μsσβθφπκρεsι"][place]]));

function folded(letter) {
  const parts = letter.normalize("NFD");
  if (parts.length === 2 && /[A-Za-z]\p{Mn}/u.test(parts)) return parts[0].toLowerCase();
  const lower = letter.toLowerCase();
  return SAME.get(letter) || ([...lower].length === 1 ? lower : letter);
}

// A word in the form in which words are compared.
export function compared(word) {
  if (/^[\x00-\x7f]*$/.test(word)) return word.toLowerCase();
  return [...word.normalize("NFC").replace(MARKS, "")].map(folded).join("");
}

// Every word with its place in a text, whose letters and marks are composed.
export function places(text) {
  return [...text.matchAll(WORD)].map(({ 0: said, index }) => ({ word: compared(ABBREVIATION.test(said) ? said.replaceAll(".", "") : said), start: index, end: index + said.length }));
}

export function words(text) {
  return places(text.normalize("NFC").replace(MARKS, "")).map((each) => each.word);
}

// What is asked for: each part is one word, or words one after another. The last may only have begun: it does where
// it is marked with *, and at the end of what has been typed.
export function parts(query) {
  const found = [];
  for (const { 0: whole, 1: quoted, 2: after, 3: plain, index } of query.matchAll(PARTS)) {
    const isQuoted = quoted !== undefined;
    const said = isQuoted ? quoted : plain;
    const all = words(said);
    if (!all.length) continue;
    const ends = index + whole.length === query.length;
    const isOpen = isQuoted ? after === undefined || after === "*" || said.endsWith("*") : ends || said.endsWith("*");
    found.push({ words: all, begun: isOpen && /[\p{L}\p{N}\u0300-\u0331]\*?$/u.test(said) });
  }
  return found;
}

// Where in a text the words of a query are, as stretches in order.
export function marked(text, query) {
  const all = places(text);
  const found = new Map();
  for (const { words: wanted, begun } of query) {
    for (let at = 0; at + wanted.length <= all.length; at += 1) {
      const fits = wanted.every((word, place) => {
        const here = all[at + place].word;
        return here === word || (begun && place === wanted.length - 1 && here.startsWith(word));
      });
      if (fits) for (const each of all.slice(at, at + wanted.length)) found.set(each.start, each.end);
    }
  }
  return [...found].sort(([one], [other]) => one - other);
}
