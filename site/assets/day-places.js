// What an address of another day leads to, for those who show it in place (preview.js).

import { documents, elements, history, isDay, lettersOf, split, whole } from "./history.js";
import { address, asked } from "./day-address.js";
import { piece } from "./day-text.js";

// The page and the id that an address leads to; null where nothing stands there.
export function stands(past, edition, path, steps, hash) {
  const page = edition.pages.find((each) => each.url === path);
  if (page) return { page, identifier: hash, isPage: true };
  const found = past.find(edition, [...steps, ...(hash ? [lettersOf(hash)] : [])].join("."));
  return found && found.identifier.split(".").length >= steps.length ? { ...found, isPage: false } : null;
}

// The provision, the meanings of a term, or the page as a whole. Null for a link to the site of today.
globalThis.ofAnyDay = async (url) => {
  const where = asked(new URL(url));
  if (!where || !isDay(where.day)) return null;
  const all = await documents();
  if (/^terms\/./.test(where.path)) return (await import("./day-lists.js")).meant({ ...where, all });
  const { document: found, steps } = split(all.documents, where.path);
  if (!found) return null;
  const past = await history(found);
  const edition = past.at(where.day, where);
  const place = edition && stands(past, edition, where.path, steps, where.hash);
  if (!place) return null;
  const at = { ...where, all, document: found, history: past, edition, page: place.page };
  const text = elements(whole(place.page.pieces.map((each) => piece(at, each)).join(""), address({ ...where, path: "" })));
  const wanted = place.isPage ? lettersOf(place.identifier) : place.identifier;
  const target = wanted ? [...text.querySelectorAll("[id]")].find((each) => each.id === wanted) : null;
  return { element: target || text, isWhole: !target };
};
