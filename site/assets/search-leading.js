// Where a line of the box leads in the end, and which paragraph that was asked for is not there. Asked when a line is
// taken, and so fetched only then.

import { asked } from "./day-address.js";
import { documents, history, lettersOf, printed, split } from "./history.js";
import { ownPage } from "./search-day.js";

// { href, absent }: a number leads to the page of its provision, where that has one, and to a paragraph, where it has it in
// the text that is read. `absent` says that it has not; it is empty otherwise.
export async function destination(index, { name, href, unit, paragraphs = [], day }) {
  const below = paragraphs.join(".");
  const isOfDay = asked(new URL(href));
  const found = await (isOfDay ? onDay(href, below) : today(index, href, unit, below));
  const when = isOfDay ? ` on ${printed(day)}` : "";
  return { href: found.href, absent: found.isThere ? "" : `There is no ${name}${when}.` };
}

// A clause has a page of its own, with its paragraphs by their letters; what stands in anything else is looked for where that is read.
async function today(index, href, unit, below) {
  const isClause = unit.kind === "provision";
  const own = isClause ? ownPage(index, unit) : href;
  const answer = isClause || below ? await fetch(own) : null;
  if (!answer?.ok) return { href: below ? `${href}.${below}` : href, isThere: true };
  const isThere = !below || (await answer.text()).includes(` id="${isClause ? below : `${unit.identifier}.${below}`}"`);
  if (!below || !isThere) return { href: own, isThere };
  return { href: isClause ? `${own}#${below}` : `${href}.${below}`, isThere };
}

// Out of the history of the document, which the page of that day is put together from.
async function onDay(href, below) {
  if (!below) return { href, isThere: true };
  const where = asked(new URL(href));
  const { document } = split((await documents()).documents, where.path);
  const past = await history(document);
  const edition = past.at(where.day, where);
  const wanted = `${lettersOf(where.hash)}.${below}`;
  const isThere = !edition || past.find(edition, wanted)?.identifier === wanted;
  return { href: isThere ? `${href}.${below}` : href, isThere };
}
