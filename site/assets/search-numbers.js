// Numbers: "h14.31a", "H 14.31 (a)", "section h14", "appendix al 4.26" lead to what stands there.

// How a number is compared: small letters and digits, and stops only before a digit.
export function key(said) {
  return said.toLowerCase().replace(/[^a-z0-9.]/g, "").replace(/\.(?![0-9])/g, "");
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

const BEFORE = /^(?:the\s+)?(?:sections?|sub-?sections?|clauses?|paragraphs?|provisions?)\b\s*/i;

// A number as it was asked for, and as it is without its paragraphs, which are told apart.
function ways(query) {
  const said = query.trim().replace(BEFORE, "");
  const [, plain, bracketed] = /^(.*?)\s*((?:\([a-z0-9]+\)\s*)*)$/is.exec(said);
  const paragraphs = [...bracketed.matchAll(/\(([a-z0-9]+)\)/gi)].map((each) => each[1].toLowerCase());
  const whole = key(plain);
  const found = [{ name: whole, paragraphs }];
  const letter = /^(.*[0-9])([a-z]{1,3})$/.exec(whole);
  if (letter) found.push({ name: letter[1], paragraphs: [letter[2], ...paragraphs] });
  return found.flatMap(({ name, paragraphs: below }) =>
    ["", "appendix", "schedule"].map((kind) => ({ name: kind + name, paragraphs: below })));
}

// What a query may mean as a number, as at a day: `exact` has it, `begun` begin so; each { document, unit, paragraphs }.
export function byNumber(index, query, day, most) {
  index.numbered ||= numbered(index);
  const there = ({ document, unit }) => (unit === undefined ? isDocument(index, document, day) : index.isThere(unit, day));
  const looked = ways(query).filter(({ name }) => name);
  let exact = [];
  for (const { name, paragraphs } of looked) {
    if (!exact.length) exact = (index.numbered.get(name) || []).filter(there).map((each) => ({ ...each, paragraphs }));
  }
  const begun = [];
  if (!/[0-9]/.test(query)) return { exact, begun };
  for (const [name, places] of index.numbered) {
    if (begun.length >= most) break;
    const fits = looked.some((each) => !each.paragraphs.length && name.startsWith(each.name) && name !== each.name);
    if (fits) begun.push(...places.filter(there).map((each) => ({ ...each, paragraphs: [] })));
  }
  return { exact, begun: begun.slice(0, most) };
}

function isDocument(index, document, day) {
  return index.identifiers.some((_, unit) => index.said.pages[index.pageOf[unit]][0] === document && index.isThere(unit, day));
}
