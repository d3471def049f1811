// What an address of another day leads to, for those who show it in place (preview.js).

import { documents, elements, history, isDay, lettersOf, split, whole } from "./history.js";
import { address, asked } from "./day-address.js";
import { piece } from "./day-text.js";

// The id on a page of what an address names. What is defined in an annex is named from there: appendix-A/annex-A/#subject.
function named(past, page, steps, hash) {
  const whole = [...steps, lettersOf(hash)].join(".");
  return hash && page.pieces.some((each) => past.pack.ids[each] === whole) ? whole : hash;
}

// The page and the id that an address leads to; null where nothing stands there.
export function stands(past, edition, path, steps, hash) {
  const page = edition.pages.find((each) => each.url === path);
  if (page) return { page, identifier: named(past, page, steps, hash), isPage: true };
  const found = past.find(edition, [...steps, ...(hash ? [lettersOf(hash)] : [])].join("."));
  return found && found.identifier.length >= steps.join(".").length ? { ...found, isPage: false } : null;
}

// The provision, the meanings of a term, the words that introduce a `name`, or the page as a whole. Null for a link to the site of today.
// `read` gives the history of a document, or as much of it as is asked for.
globalThis.ofAnyDay = async (url, name = "", read = history) => {
  const where = asked(new URL(url));
  if (!where || !isDay(where.day)) return null;
  const all = await documents();
  if (/^terms\/./.test(where.path)) return (await import("./day-lists.js")).meant({ ...where, all });
  const { document: within, steps } = split(all.documents, where.path);
  if (!within) return null;
  const past = await read(within);
  const edition = past.at(where.day, where);
  const place = edition && stands(past, edition, where.path, steps, where.hash);
  if (!place) return null;
  const at = { ...where, all, document: within, history: past, edition, page: place.page };
  const text = elements(whole(place.page.pieces.map((each) => piece(at, each)).join(""), address({ ...where, path: "" })));
  const wanted = place.isPage ? lettersOf(place.identifier) : place.identifier;
  const found = wanted ? [...text.querySelectorAll("[id]")].find((each) => each.id === wanted) : null;
  const target = name ? globalThis.introducing(name, found, text) : found;
  return { element: target || text, isWhole: !target };
};
