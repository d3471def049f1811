// What stands around the text of a page on a day: what day it is, the way there, contents, and the pages next to it.

import { below, dayBefore, elements, escaped, on, printed, root, toldOn, whole } from "./history.js";
import { address, up, wordsOf } from "./day-address.js";
import { made, sign } from "./drawing.js";

// The signs and words of what is ahead; the same signs stand on the pages of instruments.
export const SIGNS = { draft: "✎", consulting: "?", laid: "▫", decided: "◑", made: "●", withdrawn: "✕" };
export const NAMES = { draft: "A draft", consulting: "In consultation", laid: "Laid", decided: "Concluded", made: "Designated", withdrawn: "Withdrawn" };

// Says above everything what is read. The line that is there already is filled anew, since only what changes in a line
// that was there is read aloud.
export function banner(...words) {
  document.documentElement.classList.add("another-day");
  const line = made("p", { class: "as-at other-day", role: "status" }, sign("◷"), " ", ...words);
  const header = document.querySelector("header");
  const [first, ...others] = header.querySelectorAll(".as-at, .out-of-date");
  if (!first) header.append(line);
  else if (!first.isEqualNode(line)) {
    first.className = line.className;
    first.setAttribute("role", "status");
    first.replaceChildren(...line.childNodes);
  }
  for (const each of others) each.remove();
}

// To follow a day: the version of the Code that was the last by then, as a link, and whether the Code read so. Nothing as
// known on a day, since what is told of versions is as known now.
export function versionOf({ all, day, known }) {
  const [number, url, isText] = (!known && on(all.versions, day)) || [];
  return number ? [isText ? ", " : ", changed since ", made("a", { href: root.pathname + url }, `version ${number}`)] : [];
}

// What is said of a page: from when until when it reads so, and whether it does today.
export function said(at) {
  if (at.layer) return withLayer(at);
  const known = at.known ? [", as known on ", made("b", {}, printed(at.known))] : [];
  const listing = below(at.edition, at.page).length;
  const [since, until] = listing ? stretch(at) : at.since;
  const today = at.history.at(at.all.today, { whom: at.whom });
  const now = today && pageOf(today, at.page);
  const same = now && reads(at, today);
  const future = at.day > at.all.today;
  const plain = at.base ? [", ", made("b", {}, "without the variations that held")] : [];
  const whom = at.whom && !at.base ? [", as it has effect for ", made("b", {}, wordsOf(at.all, at.whom))] : [];
  const found = ["The Code as at ", made("b", {}, printed(at.day)), ...versionOf(at), ...known, ...plain, ...whom, future ? ", as decided. " : ". "];
  const what = listing ? at.page.number || at.document.name : "This page";
  found.push(`${what} reads so from ${printed(since)}${until ? ` to ${printed(dayBefore(until))}` : ""}: `);
  if (!now) found.push("it is no page of the Code of today. ");
  else found.push(made("b", {}, same ? "the same as today" : "not the same as today"), ". ",
    made("a", { href: at.whom ? address({ ...at, day: at.all.today }) : root.pathname + at.page.url }, "The text of today"));
  if (whom.length && reads(at, at.history.at(at.day))) found.push(". It reads so for everybody");
  return found;
}

function pageOf(edition, page) {
  return edition.pages.find((each) => each.url === page.url);
}

// Whether another edition says the same on a page, and on all those below it.
function reads(at, edition) {
  const other = { page: edition && pageOf(edition, at.page), edition };
  const pieces = (one) => [one.page, ...below(one.edition, one.page)].flatMap((each) => each.pieces);
  return at.history.same(other.page ? other : null, at) && at.history.alike(pieces(other), pieces(at));
}

// From which day a page reads so with all those below it, and from which no longer.
function stretch(at) {
  const days = at.history.days(at);
  const isSo = (place) => Boolean(days[place]) && days[place][1] !== null && reads(at, at.history.edition(days[place][1]));
  let last = days.filter(([day]) => day <= at.day).length - 1;
  let first = last;
  while (isSo(first - 1)) first -= 1;
  while (isSo(last + 1)) last += 1;
  return [days[first][0], days[last + 1] ? days[last + 1][0] : ""];
}

// Of what is ahead: whose it is and how it stands, and what the marks are.
function withLayer(at) {
  const [instrument, state, from] = at.layer;
  const [, title, url] = at.history.pack.instruments[instrument];
  return [sign(SIGNS[state]), " ", made("b", {}, NAMES[state]), `${from ? `, from ${printed(from)}` : ", without a day"}: the text as it would be by `,
    made("a", { href: root.pathname + url }, title), ". Omitted words are struck through, inserted ones underlined. ",
    made("a", { href: root.pathname + at.page.url }, "The text of today")];
}

// The way to a page of a day: the day, and the links to what is above the page.
export function wayTo(at, ...above) {
  const whom = at.all ? wordsOf(at.all, at.whom) : "";
  const otherwise = at.layer ? "" : at.base ? "without variations" : whom && `for ${whom}`;
  const day = [printed(at.day), at.known ? `as known on ${printed(at.known)}` : "", otherwise].filter(Boolean).join(", ");
  const steps = [made("a", { href: up(at.path) }, day), ...above];
  return made("nav", { class: "crumbs", "aria-label": "Where you are" }, made("ol", {}, ...steps.map((each) => made("li", {}, each))));
}

export function crumbs(at) {
  const { edition, page } = at;
  let depth = page.depth;
  const above = [];
  for (const each of edition.pages.slice(0, edition.pages.indexOf(page)).reverse()) {
    if (each.depth < depth) {
      above.unshift(each);
      depth = each.depth;
    }
  }
  return wayTo(at, ...above.map((each) => link(at, each)));
}

function link(at, page, ...before) {
  const number = page.number ? [made("span", { class: "number" }, page.number), " "] : [];
  return made("a", { href: up(at.path) + page.url }, ...before, ...number, made("span", { class: "words" }, page.title));
}

// What instruments say beside a provision and change nothing by, as HTML: a saving, a decision to change nothing.
export function beside(at, identifier) {
  const { beside: told = {}, said } = at.history.pack;
  return (told[identifier] || []).filter((each) => toldOn([each], at)).map(([, , number]) => said[number][2]);
}

// What is said of the effect of a page as a whole.
export function standing(at) {
  const found = made("div", { class: "standing" });
  const first = at.page.pieces.map((each) => at.history.pack.ids[each]).find(Boolean);
  for (const [identifier, name] of new Map([["", at.document.name], [first || "", at.page.number || at.page.title]])) {
    const status = at.history.status(identifier, at);
    if (!status && !identifier && at.page === at.edition.pages[0]) found.append(made("p", { class: "has-effect" }, `${name}: in effect`));
    const sign = status && `<span class="sign" data-sign="${escaped(status[0])}"></span>`;
    const said = status ? [`<p class="status">${sign} ${escaped(name)}: ${status[2]}</p>`] : [];
    said.push(...beside(at, identifier).map((each) => `<p class="apparatus saved">${each}</p>`));
    const words = elements(whole(said.join(""), up(at.path)));
    found.append(...words.children);
  }
  return found;
}

export function contents(at) {
  const list = made("ol");
  for (const each of at.edition.pages.slice(1)) {
    const entry = link(at, each);
    if (each === at.page) entry.setAttribute("aria-current", "page");
    list.append(made("li", {}, entry));
  }
  const title = made("p", {}, link(at, { ...at.edition.pages[0], title: at.edition.title }));
  return made("nav", { class: "contents", id: "contents", "aria-label": at.document.name }, title, list);
}

export function listed(at) {
  const pages = below(at.edition, at.page);
  if (!pages.length) return "";
  const list = made("ol", {}, ...pages.map((each) => made("li", {}, link(at, each))));
  return made("nav", { class: "listed", "aria-label": `Contents of ${at.page.number || at.page.title}` }, list);
}

export function steps(at) {
  const place = at.edition.pages.indexOf(at.page);
  const found = made("nav", { class: "steps", "aria-label": "Next and previous" });
  const step = (page, kind, words, rel) => {
    if (!page) return;
    const made_ = link(at, page, made("span", {}, words), " ");
    made_.className = kind;
    made_.rel = rel;
    found.append(made_);
  };
  step(at.edition.pages[place - 1], "previous", "Previous", "prev");
  step(at.edition.pages[place + 1], "next", "Next", "next");
  return found;
}
