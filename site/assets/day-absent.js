// What became of what is not there on a day. A change of day leads to it as to any text, so that it is fetched with these.

import { dayBefore, elements, printed, root, whole } from "./history.js";
import { address, dayIn, up } from "./day-address.js";
import { choose } from "./day-control.js";
import { message } from "./day-page.js";
import { instruments } from "./day-text.js";
import { made } from "./drawing.js";

// Where a provision was, and is, that does not stand at an address on the day.
export function elsewhere(at, path) {
  const found = made("ul");
  for (const who of at.history.pack.changes.keys()) {
    const all = at.history.turns(who, at);
    const places = all.flatMap((each) => [each[1], each[2]]).filter(Boolean).map((each) => each.split("#")[0]);
    if (!places.includes(path)) continue;
    const past = all.filter(([each]) => each <= at.day);
    const now = past.length ? past[past.length - 1][2] : all[0][1];
    for (const [from, , to, name, by] of all) {
      const what = to === null ? "taken out" : all[0][0] === from && all[0][1] === null ? `put in as ${name}` : `changed, as ${name}`;
      const line = made("li", {}, `${printed(from)}: ${what}`);
      if (by.length) line.append(" by ", ...elements(whole(instruments(at, by), "")).childNodes);
      found.append(line);
    }
    if (now) found.append(made("li", {}, "on the day it is ", made("a", { href: up(at.path) + now }, now.replace(/\/?(#|$)/, " ").trim())));
  }
  return found.children.length ? found : "";
}

// That a document was not there, from when it was, and until when.
export function noDocument(where, document) {
  const first = document.days[0];
  const [gone, title] = document.titles.filter(([day]) => day <= where.day).pop() || [first, null];
  return () => {
    choose({ ...where, history: null });
    const reads = (day) => made("a", { href: address({ day, path: document.root }) }, printed(day));
    const said = [made("p", {}, `${document.name} was not part of the Code on ${dayIn(where)}.`)];
    if (gone > first && title === null && !where.known) {
      const [, , , , by] = where.history.pack.changes[0].find(([each]) => each === gone);
      const whose = by.length ? [" by ", ...elements(whole(instruments(where, by), "")).childNodes] : [];
      const day = made("a", { href: new URL(`timeline/#${gone}`, root).href }, printed(gone));
      said.push(made("p", {}, "It was until ", day, ", when it was taken out", ...whose, ". Its last text is that of ", reads(dayBefore(gone)), "."));
    }
    message(where, `There was no ${document.name}`, ...said, made("p", {}, where.known ? "As known now, its first day is " : "Its first day is ", reads(first), "."));
  };
}

// That there is no text at an address; it may be that of a page that is the same on every day, or mistyped.
export async function noText(where) {
  const { searchFor } = await import("./at-address.js");
  const { words, href } = searchFor(where.path, where.day);
  return () => {
    choose({ ...where, history: null });
    message(where, "No text of a day is here",
      made("p", {}, "What is no text of the Code is the same on every day. If it is a page of this site: ", made("a", { href: root.pathname + where.path }, `go to ${where.path}`)),
      made("p", {}, "If it is a number or a term, its address may have been mistyped: ", made("a", { href }, words)));
  };
}
