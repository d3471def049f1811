// A citation that says more than a number and a day: ", as known on 31 January 2016", ", as it has effect for region “North”",
// and "The definition of “User” in Section A1.1".

import { address, asked } from "./day-address.js";
import { documents, isDay, printed } from "./history.js";
import { root } from "./search-day.js";
import { byNumber, cited } from "./search-numbers.js";
import { words } from "./search-words.js";

const KNOWN = /^(.*?)[\s,]+(?:as\s+)?(?:(?:it\s+)?was\s+)?known\b/i;
const FOR = /^(.*?)[\s,]+(as\s+it\s+has\s+effect\s+)?for\s+(.+)$/i;
const DEFINITION = /^\s*(?:the\s+)?definition\s+of\s+(.+?)\s+in\s+(.+)$/i;

// { query, as }: what is asked for without that, and the line that it leads to as the same with it; null where nothing is said.
export async function furtherCited(index, query) {
  const { said, day } = cited(query);
  const [, before] = isDay(day) && KNOWN.exec(said) || [];
  if (before) return { query: before, as: read(index, { known: day }, `as known on ${printed(day)}`) };
  const on = day && ` on ${day}`;
  const [, of, isCited, whom] = FOR.exec(said) || [];
  const as = of && await readFor(index, whom, isCited);
  if (as) return { query: of + on, as };
  const [, term, place] = DEFINITION.exec(said) || [];
  return term && byNumber(index, place, day || index.said.today, 1).exact.length ? { query: term.replace(/[“”"]/g, "") + on } : null;
}

// Null where nobody is called so; but of a citation that says for whom, for everybody, which is said.
async function readFor(index, whom, isCited) {
  const wanted = words(whom).join(" ");
  const [scope, said] = (await documents()).scopes.find(([, each]) => words(each).join(" ") === wanted) || [];
  if (scope) return read(index, { whom: scope }, `as it has effect for ${said}`);
  return isCited ? (line) => told(line, "as it has effect for everybody") : null;
}

const told = (line, how) => ({ ...line, about: [line.about, how].filter(Boolean).join(", ") });

function read(index, how, said) {
  return (line) => {
    const url = new URL(line.href);
    const { day, path } = asked(url) || { day: index.said.today, path: url.pathname.slice(root.pathname.length) };
    return told({ ...line, href: new URL(address({ day, path, ...how }) + url.hash, url).href }, said);
  };
}
