// Numbers: "h14.31a", "H 14.31 (a)", "section h14", "appendix al 4.26" lead to what stands there.

// How a number is compared: small letters and digits, stops only before a digit, and a space only between two digits:
// paragraph 2 of Schedule 1 is not Schedule 12.
export function key(said) {
  return said.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{M}\p{N}.]+/gu, " ").replace(/ ?\. ?(?=[0-9])/g, ".")
    .replace(/\.(?![0-9])/g, "").replace(/(?<![0-9]) | (?![0-9])/g, "");
}

// Each number that there is, by its key, with the units that have it. What only a document calls so has its kind before.
function numbered(index) {
  const found = new Map();
  const add = (name, place) => found.set(name, [...(found.get(name) || []), place]);
  index.said.documents.forEach(([, name], document) => add(key(name.replace(/^Section/, "")), { document }));
  index.identifiers.forEach((identifier, unit) => {
    if (!identifier || index.kindOf[unit] % 2) return;
    const [document] = index.said.pages[index.pageOf[unit]];
    const name = index.said.documents[document][1];
    add(key(name.startsWith("Section") ? identifier : `${name} ${identifier}`), { document, unit });
  });
  return found;
}

const MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
const ORDINAL = "(\\d\\d?)(?:st|nd|rd|th)?";
const DAYS = [
  [/(\d{4})-(\d\d)-(\d\d)/, (year, month, day) => [year, month, day]],
  [/(\d\d?)[/.](\d\d?)[/.](\d{4})/, (day, month, year) => [year, month, day]],
  [/(\d\d?)\/(\d\d?)\/(\d\d)/, (day, month, year) => [`20${year}`, month, day]],
  [new RegExp(`${ORDINAL}\\s+(?:of\\s+)?([a-z]{3})[a-z]*,?\\s+(\\d{4})`), (day, month, year) => [year, monthOf(month), day]],
  [new RegExp(`([a-z]{3})[a-z]*\\s+${ORDINAL},?\\s+(\\d{4})`), (month, day, year) => [year, monthOf(month), day]],
].map(([written, read]) => [new RegExp(`(?:^|[\\s,([]+)(?:(?:as\\s+)?(?:at|of|on)\\s+)?(?:the\\s+)?${written.source}\\s*[)\\]]?(?:,(?! as ).*)?$`, "i"), read]);

function monthOf(name) {
  return String(MONTHS.indexOf(name.toLowerCase()) / 3 + 1);
}

// A citation without the day that it may name, and that day: "Section H14.31(a) of the SEC as at 10 November 2016".
export function cited(query) {
  for (const [written, read] of DAYS) {
    const [whole, ...found] = written.exec(query) || [];
    const [year, month, day] = whole ? read(...found) : [];
    if (whole && month >= 1 && month <= 12 && Number.isInteger(Number(month))) {
      return { said: query.slice(0, -whole.length), day: [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-") };
    }
  }
  return { said: query, day: "" };
}

const OF_THE_CODE = [document.documentElement.dataset.code, "code"].filter(Boolean).map((each) => ` of the ${each}`.toLowerCase());
const KIND = /\b(?:the|(?:sub-?)?(?:sections?|sects?|secs?|clauses?|cls?|paragraphs?|paras?)|provisions?)\b\.?|^\s*ss?(?:\.\s*|\s+)/gi;

// What is asked for, in the order of numbers: of "paragraph (a) of Section H14.31", "Section H14.31 paragraph (a)"; and
// without the words that only say what has them, "H14.31 (a)".
export function inOrder(query) {
  const of = OF_THE_CODE.find((each) => query.trim().toLowerCase().endsWith(each)) || "";
  const said = query.trim().slice(0, of ? -of.length : undefined)
    .replace(/\bapp[x.]?(?=\s)/i, "appendix ").replace(/\bsch(?:ed)?\.?(?=\s)/i, "schedule ");
  const whole = said.split(/\s+(?:of|in|to(?! *\())\s+/i).reverse().join(" ");
  return [whole, whole.replace(KIND, " ")];
}

// A number as it was asked for, and as it is without its paragraphs, which are told apart. A document may be called by
// its short name.
function ways(index, said) {
  const [, plain, bracketed] = /^(.*?)\s*((?:\((?:[a-z]{1,5}|[0-9]+)\)\s*)*)$/is.exec(said);
  if (bracketed && plain.includes(")")) return [];
  const paragraphs = [...bracketed.matchAll(/\(([a-z0-9]+)\)/gi)].map((each) => each[1].toLowerCase());
  const whole = key(plain);
  const found = [{ name: whole, paragraphs }];
  const letter = /^(.*[0-9])([a-z]{1,2}|[ivxlc]{3,5})$/.exec(whole);
  if (letter && !index.numbered.has(whole)) found.push({ name: letter[1], paragraphs: [letter[2], ...paragraphs] });
  return found.flatMap(({ name, paragraphs: below }) =>
    [name, `appendix${name}`, `schedule${name}`, ...byShortName(index, name)].map((each) => ({ name: each, paragraphs: below })));
}

function byShortName(index, name) {
  return index.said.documents.flatMap(([, printed, , ...short]) => short.map(key)
    .filter((each) => name.startsWith(each) && name !== each).map((each) => key(printed.replace(/^Section/, "")) + name.slice(each.length)));
}

// Whether a number ends in what was asked for, which lacks what stands before: "14.31", "annex A".
function endsIn(name, wanted) {
  return name.endsWith(wanted) && (/^[0-9]/.test(wanted) ? /[^0-9.]/.test(name.at(-wanted.length - 1)) : /^annex/.test(wanted));
}

// What a query may mean as a number, as at a day: `exact` has it, `begun` begin so; each { document, unit, paragraphs }.
export function byNumber(index, query, day, most) {
  index.numbered ||= numbered(index);
  const there = ({ document, unit }) => (unit === undefined ? isDocument(index, document, day) : index.isThere(unit, day));
  const isSection = /^\W*(?:the\s+)?sections?\s+[a-z]+\W*$/i.test(query);
  const looked = inOrder(query).flatMap((said) => ways(index, said)).filter(({ name }) => name && !(isSection && /^(?:appendix|schedule)/.test(name)));
  let exact = [];
  for (const { name, paragraphs } of looked) {
    if (!exact.length) exact = (index.numbered.get(name) || []).filter(there).map((each) => ({ ...each, paragraphs }));
  }
  if (!/[0-9]|annex/i.test(query)) return { exact, begun: [] };
  const begun = [];
  const add = (fits) => {
    for (const [name, places] of index.numbered) {
      if (begun.length >= most) break;
      if (looked.some(fits(name))) begun.push(...places.filter(there).map((each) => ({ ...each, paragraphs: [] })));
    }
  };
  add((name) => (each) => !each.paragraphs.length && name.startsWith(each.name) && name !== each.name);
  if (!exact.length) add((name) => (each) => name !== each.name && endsIn(name, each.name));
  return { exact, begun: begun.slice(0, most) };
}

function isDocument(index, document, day) {
  return index.identifiers.some((_, unit) => index.said.pages[index.pageOf[unit]][0] === document && index.isThere(unit, day));
}
