// Which day is being read, and where what is found stands on the site of that day.

import { ofSite } from "./site-day.js";

export const root = new URL("../", import.meta.url);

// The day of the page: that of its address, or of the text that it shows; empty where it has none.
export function dayRead() {
  const path = window.location.pathname.slice(root.pathname.length);
  const found = /^as-at\/(\d{4}-\d\d-\d\d)\//.exec(path);
  if (found) return found[1];
  const dated = document.querySelector("[data-dated], [data-day-list]");
  if (dated) return dated.dataset.dated || dated.dataset.dayList;
  return ofSite();
}

// The day as known on which is read; empty where it is as known now.
export function knownRead() {
  const [, known = ""] = /^as-at\/[^/]+\/known\/(\d{4}-\d\d-\d\d)\//.exec(window.location.pathname.slice(root.pathname.length)) || [];
  return known;
}

// The address of the site of a day: the home page's for the day of the site. Whoever reads for some still does; and
// whoever reads as known on a day, where it is a number that is asked for.
function base(index, day, kept = /^as-at\/[^/]+\/for\/[^/]+\//) {
  const path = window.location.pathname.slice(root.pathname.length);
  const [before] = kept.exec(path) || [];
  if (before && before.startsWith(`as-at/${day}/`)) return root.href + before;
  return day === index.said.today ? root.href : `${root.href}as-at/${day}/`;
}

// Where a unit is read, among what stands around it.
export function placeOf(index, unit, day) {
  return base(index, day) + partOf(unit);
}

const NUMBERED = /^as-at\/[^/]+\/(?:for|known)\/[^/]+\//;

// The same where its number is asked for.
export function numberPlace(index, unit, day) {
  return base(index, day, NUMBERED) + partOf(unit);
}

function partOf(unit) {
  return unit.page + (unit.identifier ? `#${encodeURIComponent(unit.identifier)}` : "");
}

// Where a document begins.
export function documentPlace(index, document, day) {
  return base(index, day, NUMBERED) + index.said.documents[document][2];
}

// Where a provision has a page of its own, from the home page: "H14.31/", "appendix-AL/annex-A/A7/". `first` is the
// address of its document.
export function ownPath(first, identifier) {
  const steps = [];
  let rest = identifier;
  for (let found = /^([a-z]+-[^.]*)\.(.*)$/.exec(rest); found; found = /^([a-z]+-[^.]*)\.(.*)$/.exec(rest)) {
    steps.push(found[1]);
    rest = found[2];
  }
  const isOwn = !steps.length && /^[A-Z]+\/$/.test(first) && rest.startsWith(first.slice(0, -1));
  return (isOwn ? "" : first) + [...steps, rest].map((each) => `${encodeURIComponent(each)}/`).join("");
}

// The page of a provision alone, on the site of today: "H14.31/", "appendix-AL/annex-A/A7/".
export function ownPage(index, unit) {
  return root.href + ownPath(index.said.documents.find(([id]) => id === unit.document)[2], unit.identifier);
}

// A name as it is in addresses.
export function slug(text) {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-/, "").slice(0, 200).replace(/-$/, "") || "x";
}

// The page of a term, on the site of a day.
export function termPlace(index, term, day) {
  return `${base(index, day, NUMBERED)}terms/${slug(term.first)}/`;
}
