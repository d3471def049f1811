// Addresses of the site of a day: /as-at/2016-11-10/H14/, /as-at/2016-11-10/known/2016-01-31/H14/, and, for those for whom
// it is varied, /as-at/2016-11-10/for/region=North/H14/.

import { lettersOf, printed, root } from "./history.js";

// What an address asks for: a day, the day by which it was known, for whom, and what is to be read. Strokes before that are
// left out: with them it would name another host.
export function asked(location) {
  const path = location.pathname.slice(root.pathname.length).replace(/^as-at\/[^/]+$/, "$&/");
  const found = /^as-at\/([^/]+)\/(?:for\/([^/]+)\/)?(?:known\/([^/]+)\/)?(?:for\/([^/]+)\/)?\/{0,}(.*)$/.exec(path);
  if (!found) return null;
  const [, day, first, known = "", whom = first || "", rest] = found;
  return { day, known, whom: alike(whom), path: rest.replace(/index\.html$/, ""), hash: location.hash.slice(1) };
}

export function address({ day, known, whom, path }) {
  return `${root.pathname}as-at/${day}/${known ? `known/${known}/` : whom ? `for/${whom}/` : ""}${path}`;
}

// A scope as packs name it, in whatever order its parts and however its letters are written in an address: region=North.
// What are no letters stays.
function alike(whom) {
  const limits = whom.split("&").map((each) => each.replace(/[^=]+/g, (part) => encodeURIComponent(lettersOf(part, "")) || part));
  return limits.sort((one, other) => order.indexOf(kind(one)) - order.indexOf(kind(other)) || (lettersOf(one, one) < lettersOf(other, other) ? -1 : 1)).join("&");
}

const order = ["party", "user-role", "class-of-device", "region"];
const kind = (limit) => limit.split("=")[0];

// A scope in words; none for everybody.
export function wordsOf(all, whom) {
  return new Map(all.scopes).get(whom) || "";
}

// The day that is read, and as known on which: "10 November 2016, as known on 31 January 2016".
export function dayIn({ day, known }) {
  return `${printed(day)}${known ? `, as known on ${printed(known)}` : ""}`;
}

// What a provision is called in a citation: "Section H14.31", "Appendix AL 4.26", "Schedule 11, 1.2".
export function cited(name, identifier) {
  const printed = identifier.replace(/([a-z])([a-z]*)-([^.]*)(\.|$)/g, (_, initial, rest, label, more) => `${initial.toUpperCase()}${rest} ${label}${more && ", "}`);
  if (printed === identifier && name.startsWith("Section ") && printed.startsWith(name.slice(8))) return `Section ${printed}`;
  return `${name}${/\d$/.test(name) && /^\d/.test(printed) ? "," : ""} ${printed}`;
}

// The way from a page to the home page of its day.
export function up(path) {
  return "../".repeat(path.split("/").length - 1) || "./";
}
