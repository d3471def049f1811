// The page that is being read, as it was or will be on any day. It is put together from the document's history pack:
// after the pack has come, a change of day asks for nothing more. Without this script, the lists of texts lead there.

import { below, dayBefore, documents, elements, escaped, history, isDay, on, printed, root, split, whole } from "./history.js";
import { redlined } from "./redline.js";
import { ofSite } from "./site-day.js";

const control = document.querySelector(".any-day");
const main = document.querySelector("main");
const frame = document.querySelector(".frame") || main.parentElement;
const own = { document: control.dataset.document, page: control.dataset.page };
let shown = null;

// What an address asks for: a day, the day by which it was known, and what is to be read.
function asked(location) {
  const path = location.pathname.slice(root.pathname.length);
  const found = /^as-at\/([^/]+)\/(?:known\/([^/]+)\/)?(.*)$/.exec(path);
  if (!found) return null;
  return { day: found[1], known: found[2] || "", path: found[3].replace(/index\.html$/, ""), hash: location.hash.slice(1) };
}

function address({ day, known, path }) {
  return `${root.pathname}as-at/${day}/${known ? `known/${known}/` : ""}${path}`;
}

function up(path) {
  return "../".repeat(path.split("/").length - 1) || "./";
}

// One element with its words; links are given as text too, so that nothing of it is ever read as HTML.
function made(name, attributes = {}, ...inside) {
  const found = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) found.setAttribute(key, "");
    else if (value !== false && value !== null) found.setAttribute(key, value);
  }
  found.append(...inside);
  return found;
}

function sign(said) {
  return made("span", { class: "sign", "data-sign": said });
}

// --- What is read

// Changes what is there into what is to be there, and leaves alone what is the same.
function morph(now, wanted) {
  const old = [...now.childNodes];
  const next = [...wanted.childNodes];
  let start = 0;
  while (start < old.length && start < next.length && old[start].isEqualNode(next[start])) start += 1;
  let end = 0;
  while (end < old.length - start && end < next.length - start
    && old[old.length - 1 - end].isEqualNode(next[next.length - 1 - end])) end += 1;
  const gone = old.slice(start, old.length - end);
  const come = next.slice(start, next.length - end);
  if (gone.length === 1 && come.length === 1 && gone[0].nodeType === 1 && gone[0].localName === come[0].localName
    && gone[0].className === come[0].className && gone[0].id === come[0].id && gone[0].children.length) {
    morph(gone[0], come[0]);
    return;
  }
  for (const each of gone) each.remove();
  const before = now.childNodes[start] || null;
  for (const each of come) now.insertBefore(document.importNode(each, true), before);
}

const closing = "</div>\n</div>\n";

// A piece with what is said of it on the day: its effect, and what changed it last.
function piece(at, number) {
  const { pieces, ids, who } = at.history.pack;
  const html = pieces[number];
  if (!who[number] || !html.endsWith(closing)) return html;
  const said = effect(at, ids[number]) + change(at, who[number]);
  return said ? html.slice(0, -closing.length) + said + closing : html;
}

function effect(at, identifier) {
  const found = at.history.status(identifier, at.day);
  return found ? `<p class="apparatus status"><span class="sign" data-sign="${escaped(found[2])}"></span> ${found[4]}</p>\n` : "";
}

function instruments(at, numbers) {
  return numbers.map((number) => {
    const [, title, url] = at.history.pack.instruments[number];
    return `<a href="^/${escaped(url)}">${escaped(title)}</a>`;
  }).join(", ");
}

function change(at, who) {
  const all = at.history.pack.changes[who] || [];
  const past = all.filter(([day]) => day <= at.day);
  const last = past[past.length - 1];
  const next = all[past.length];
  const by = (each) => (each[4].length ? ` by ${instruments(at, each[4])}` : "");
  const coming = next ? `<p class="apparatus coming">Until ${printed(dayBefore(next[0]))}; then changed${by(next)}</p>\n` : "";
  if (!last) return coming;
  const what = last[1] === null ? "Inserted" : last[1] === last[2] ? "Changed" : "Moved here or renumbered";
  return `${coming}<p class="apparatus changed">${what} on ${printed(last[0])}${by(last)}</p>\n`;
}

function article(at) {
  const { edition, page } = at;
  const heading = page === edition.pages[0]
    ? `<h1 class="of-document"><span class="number">${escaped(page.number)}</span> ${escaped(edition.title)}${
      edition.knownAs ? ` <span class="known-as">(${escaped(edition.knownAs)})</span>` : ""}</h1>\n`
    : "";
  if (at.layer) {
    const [, , , before, after] = at.layer;
    const made = redlined(at.history, at.history.edition(before), at.history.edition(after),
      { url: page.url, up: up(page.url), unchanged: true });
    return heading + (made.count ? made.html : `<p class="how">It changes nothing on this page.</p>${made.html}`);
  }
  return whole(heading + page.pieces.map((each) => piece(at, each)).join(""), up(page.url));
}

// --- Around it

function banner(at, ...words) {
  const old = [...document.querySelectorAll("header .as-at, header .out-of-date")];
  const line = made("p", { class: "as-at other-day", role: "status" }, sign("◷"), " ", ...words);
  if (old.length && old[0].classList.contains("other-day")) {
    if (!old[0].isEqualNode(line)) old[0].replaceWith(line);
  } else if (old.length) old[0].before(line);
  else document.querySelector("header").append(line);
  for (const each of old.slice(0)) if (each.isConnected && each !== line) each.remove();
}

function said(at) {
  const known = at.known ? [", as known on ", made("b", {}, printed(at.known))] : [];
  const [since, until] = at.since;
  const today = at.history.at(at.all.today);
  const now = today && today.pages.find((each) => each.url === at.page.url);
  const same = now && (now.pieces.join() === at.page.pieces.join() || at.history.said(now, today) === at.history.said(at.page, at.edition));
  const future = at.day > at.all.today;
  const found = ["The Code as at ", made("b", {}, printed(at.day)), ...known, future ? ", as decided. " : ". "];
  found.push(`This page reads so from ${printed(since)}${until ? ` to ${printed(dayBefore(until))}` : ""}: `);
  if (!now) found.push("it is no page of the Code of today. ");
  else found.push(made("b", {}, same ? "the same as today" : "not the same as today"), ". ",
    made("a", { href: root.pathname + at.page.url }, "The text of today"));
  return found;
}

function crumbs(at) {
  const list = made("ol", {}, made("li", {}, made("a", { href: up(at.path) }, printed(at.day))));
  const { edition, page } = at;
  let depth = page.depth;
  const above = [];
  for (const each of edition.pages.slice(0, edition.pages.indexOf(page)).reverse()) {
    if (each.depth < depth) {
      above.unshift(each);
      depth = each.depth;
    }
  }
  for (const each of above) list.append(made("li", {}, link(at, each)));
  return made("nav", { class: "crumbs", "aria-label": "Where you are" }, list);
}

function link(at, page, ...before) {
  const number = page.number ? [made("span", { class: "number" }, page.number), " "] : [];
  return made("a", { href: up(at.path) + page.url }, ...before, ...number, made("span", { class: "words" }, page.title));
}

function standing(at) {
  const found = made("div", { class: "standing" });
  const first = at.page.pieces.map((each) => at.history.pack.ids[each]).find(Boolean);
  for (const [identifier, name] of new Map([["", at.document.name], [first || "", at.page.number || at.page.title]])) {
    const status = at.history.status(identifier, at.day);
    if (!status) continue;
    const words = elements(whole(`<p class="status"><span class="sign" data-sign="${escaped(status[2])}"></span> ${
      escaped(name)}: ${status[4]}</p>`, up(at.path)));
    found.append(...words.children);
  }
  return found;
}

function contents(at) {
  const list = made("ol");
  for (const each of at.edition.pages.slice(1)) {
    const entry = link(at, each);
    if (each === at.page) entry.setAttribute("aria-current", "page");
    list.append(made("li", {}, entry));
  }
  const title = made("p", {}, link(at, { ...at.edition.pages[0], title: at.edition.title }));
  return made("nav", { class: "contents", id: "contents", "aria-label": at.document.name }, title, list);
}

function listed(at) {
  const pages = below(at.edition, at.page);
  if (!pages.length) return "";
  const list = made("ol", {}, ...pages.map((each) => made("li", {}, link(at, each))));
  return made("nav", { class: "listed", "aria-label": `Contents of ${at.page.number || at.page.title}` }, list);
}

function steps(at) {
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

// --- Choosing a day

const day = made("input", { type: "date", id: "any-day", required: true });
const range = made("input", { type: "range", min: 0, step: 1, "aria-label": "Days on which the Code changed", list: "any-day-ticks" });
const ticks = made("datalist", { id: "any-day-ticks" });
const before = made("a", { class: "change-before" }, "‹ ", made("span", { class: "wordy" }, "the text "), "before");
const after = made("a", { class: "change-after" }, made("span", { class: "wordy" }, "the text "), "after ›");
const base = made("input", { type: "checkbox", id: "any-day-base" });
const known = made("input", { type: "date", id: "any-day-known" });
const layers = made("select", { id: "any-day-layer" });
const form = made("form", { class: "choose-day" },
  made("label", { for: "any-day" }, "Read ", made("span", { class: "wordy" }, "this "), "as at"), day, made("button", { type: "submit" }, "Show"));
const more = made("div", { class: "more-days" },
  made("p", { class: "along" }, before, range, after), ticks,
  made("p", { class: "unvaried" }, base, made("label", { for: "any-day-base" }, "without the variations that held then")),
  made("details", {},
    made("summary", {}, "As known on a day, or with what is ahead"),
    made("p", {}, made("label", { for: "any-day-known" }, "As known on"), " ", known),
    made("p", {}, made("label", { for: "any-day-layer" }, "As it would be by"), " ", layers)));
more.hidden = true;

function choose(at) {
  more.hidden = false;
  if (document.activeElement !== day) day.value = at.day;
  known.value = at.known;
  const days = at.all.days;
  range.max = days.length - 1;
  const place = days.filter((each) => each <= at.day).length - 1;
  if (Number(range.value) !== place || !range.value) range.value = Math.max(place, 0);
  range.setAttribute("aria-valuetext", printed(at.day));
  const changes = at.history ? at.history.changes(at.page.url, at) : [];
  const marks = changes.map(([each]) => days.indexOf(each)).filter((each) => each >= 0);
  if (ticks.dataset.said !== marks.join()) {
    ticks.dataset.said = marks.join();
    ticks.replaceChildren(...marks.map((value) => made("option", { value })));
  }
  const past = changes.filter(([each]) => each <= at.day);
  const start = past.length ? past[past.length - 1][0] : null;
  const next = changes[past.length];
  turn(before, start && past.length > 1 ? { ...at, day: dayBefore(start) } : null);
  turn(after, next ? { ...at, day: next[0] } : null);
  base.parentElement.hidden = !at.history || at.known || on(at.history.days({ base: true }), at.day) === on(at.history.days(), at.day);
  base.checked = Boolean(at.base);
  const found = at.history ? at.history.pack.layers : [];
  layers.parentElement.hidden = !found.length;
  const names = found.map(([instrument, state, from]) =>
    `${at.history.pack.instruments[instrument][1]} (${state}${from ? `, from ${printed(from)}` : ""})`);
  const options = [made("option", { value: "" }, "nothing more"), ...names.map((name, value) => made("option", { value }, name))];
  if (layers.dataset.said !== names.join("\n")) {
    layers.dataset.said = names.join("\n");
    layers.replaceChildren(...options);
  }
  layers.value = at.layer ? String(found.indexOf(at.layer)) : "";
}

function turn(anchor, where) {
  anchor.hidden = !where;
  if (where) anchor.href = address(where);
}

// --- Showing

function put(...inside) {
  for (const each of [...main.children]) if (each !== control) each.remove();
  const texts = control.querySelector("details.texts");
  if (texts) texts.remove();
  const place = inside.indexOf(control);
  control.before(...inside.slice(0, place));
  control.after(...inside.slice(place + 1).filter(Boolean));
}

function around(nav) {
  for (const each of frame.querySelectorAll(":scope > .contents")) each.remove();
  if (nav) frame.append(nav);
  frame.classList.toggle("single", !nav);
  const foot = document.querySelector(".foot");
  if (foot) for (const each of foot.querySelectorAll("p:has(> code)")) each.remove();
}

function message(where, title, ...words) {
  shown = null;
  banner(where, isDay(where.day) ? `The Code as at ${printed(where.day)}. ` : "", made("a", { href: root.pathname }, "The Code of today"));
  around(null);
  put(control, made("h1", {}, title), ...words);
  document.title = title;
}

// Every document of a day.
function home(where) {
  const list = made("ul", { class: "documents" });
  for (const each of where.all.documents) {
    const title = on(each.titles, where.day);
    if (title) list.append(made("li", {}, made("a", { href: each.root }, made("span", { class: "number" }, each.name.split(" ")[1]), " ", made("span", { class: "words" }, title))));
  }
  message(where, `The Code on ${printed(where.day)}`, list);
  const place = where.all.days.filter((each) => each <= where.day).length;
  const next = where.all.days[place];
  banner(where, "The Code as at ", made("b", {}, printed(where.day)), where.known ? `, as known on ${printed(where.known)}` : "",
    `. Nothing in it changed from ${printed(where.all.days[place - 1])}${next ? ` to ${printed(dayBefore(next))}` : ""}. `,
    made("a", { href: root.pathname }, "The Code of today"));
  choose({ ...where, history: null });
}

// Where a provision was, and is, that does not stand at an address on the day.
function elsewhere(at, path) {
  const found = made("ul");
  for (const [who, all] of Object.entries(at.history.pack.changes)) {
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
    found.dataset.who = who;
  }
  return found.children.length ? found : "";
}

async function show(where) {
  const all = await documents();
  Object.assign(where, { all });
  if (!isDay(where.day) || (where.known && !isDay(where.known))) {
    message(where, "There is no such day", made("p", {}, "A day is written as 2016-11-10."));
    return;
  }
  if (where.day < all.days[0]) {
    choose({ ...where, history: null });
    message(where, "There was no Code yet", made("p", {}, `Nothing is known of the Code before ${printed(all.days[0])}.`));
    return;
  }
  if (!where.path) {
    home(where);
    return;
  }
  const { document: found, steps: inner } = split(all.documents, where.path);
  if (!found) {
    message(where, "This is the same on every day", made("p", {}, made("a", { href: root.pathname + where.path }, `Go to ${where.path}`)));
    return;
  }
  const at = { ...where, document: found, history: await history(found) };
  at.edition = at.history.at(at.day, at);
  if (!at.edition) {
    choose({ ...where, history: null });
    message(where, `There was no ${found.name}`, made("p", {}, `${found.name} was not part of the Code on ${printed(where.day)}${
      where.known ? `, as known on ${printed(where.known)}` : ""}.`), since(found));
    return;
  }
  place(at, inner);
}

function since(found) {
  const first = found.days[0];
  return made("p", {}, "Its first day is ", made("a", { href: address({ day: first, path: found.root }) }, printed(first)), ".");
}

// Finds the page, and what on it is asked for.
function place(at, inner) {
  const page = at.edition.pages.find((each) => each.url === at.path);
  const wanted = [...inner, ...(at.hash && !page ? [decodeURIComponent(at.hash)] : [])].join(".");
  const found = page ? { page, identifier: at.hash } : at.history.find(at.edition, wanted);
  if (!found || (!page && found.identifier.split(".").length < inner.length)) {
    at.page = at.edition.pages[0];
    const where = elsewhere(at, at.path);
    choose({ ...at, history: null });
    message(at, "It was not there on this day", made("p", {}, `Nothing stood at ${at.path.replace(/\/$/, "")} on ${printed(at.day)}.`),
      where, made("p", {}, made("a", { href: up(at.path) + at.document.root }, at.document.name)));
    return;
  }
  at.page = found.page;
  at.hash = found.identifier;
  if (!page) {
    at.path = found.page.url;
    window.history.replaceState(null, "", address(at) + (at.hash ? `#${at.hash}` : ""));
    at.arriving = true;
  }
  render(at);
}

function render(at) {
  at.path = at.page.url;
  const changes = at.history.changes(at.page.url, at);
  const past = changes.filter(([each]) => each <= at.day);
  at.since = [past.length ? past[past.length - 1][0] : at.day, changes[past.length] ? changes[past.length][0] : ""];
  const html = article(at);
  if (shown && shown.article.isConnected && shown.page === at.page.url) {
    if (shown.html !== html) morph(shown.article, elements(html));
    morph(shown.standing, standing(at));
    morph(shown.listed, made("div", {}, listed(at)));
    morph(shown.steps, steps(at));
    morph(shown.crumbs, crumbs(at));
    if (shown.edition !== at.edition) around(contents(at));
    Object.assign(shown, { at, html, edition: at.edition });
  } else {
    const text = made("article", { "data-preview": true });
    text.append(...[...elements(html).childNodes].map((each) => document.importNode(each, true)));
    const parts = { crumbs: crumbs(at), standing: standing(at), listed: made("div", {}, listed(at)), steps: steps(at) };
    put(parts.crumbs, control, parts.standing, text, parts.listed, parts.steps);
    around(contents(at));
    shown = { ...parts, article: text, html, page: at.page.url, edition: at.edition, at };
  }
  banner(at, ...said(at));
  choose(at);
  document.title = `${`${at.page.number} ${at.page.title}`.trim()}, ${printed(at.day)}`;
}

// --- Going about

// Links that stand around the text lead where they led, whatever day the address says.
function fasten() {
  for (const each of document.querySelectorAll("header a[href], footer a[href], .any-day a[href]")) each.href = String(each.href);
}

async function go(where, kind) {
  control.hidden = false;
  fasten();
  if (kind) window.history[kind](null, "", address(where) + (where.hash ? `#${where.hash}` : ""));
  try {
    await show(where);
  } catch (error) {
    message(where, "It cannot be shown now", made("p", {}, "What is needed for it could not be fetched. ", made("a", { href: `${root.pathname}as-at/` }, "The lists of texts"), " lead to every day."));
    return;
  }
  if (kind === "pushState" || (shown && shown.at.arriving)) arrive();
}

function arrive() {
  const target = shown && shown.at.hash ? document.getElementById(shown.at.hash) : null;
  if (target) window.location.replace(`#${shown.at.hash}`);
  else window.scrollTo(0, 0);
}

// What a page that shows no text asks for on another day: the same list, or the same address.
function elsewhen() {
  const here = asked(window.location);
  return { day: "", known: here ? here.known : "", path: here ? here.path : own.page, hash: "" };
}

function current() {
  return shown ? { ...shown.at, hash: "", arriving: false } : elsewhen();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  go({ ...current(), day: day.value, layer: null }, "pushState");
});

// While it is moved the text follows; the address follows when it is let go.
range.addEventListener("input", () => {
  if (!shown) return;
  const at = { ...current(), day: shown.at.all.days[Number(range.value)] };
  step(at);
});
range.addEventListener("change", () => {
  if (shown) window.history.replaceState(null, "", address(shown.at));
  else documents().then((all) => go({ ...elsewhen(), day: all.days[Number(range.value)] }, "pushState"));
});
base.addEventListener("change", () => step({ ...current(), base: base.checked }));
layers.addEventListener("change", () => step({ ...current(), layer: layers.value ? shown.at.history.pack.layers[Number(layers.value)] : null }));
known.addEventListener("change", () => go({ ...current(), day: day.value, known: known.value, base: false, layer: null }, "pushState"));

// Another text of the page that is shown: nothing is asked for. Where the page is not there, that is said.
function step(at) {
  const edition = at.history.at(at.day, at);
  const page = edition && edition.pages.find((each) => each.url === at.path);
  if (!page) {
    go({ ...at }, "replaceState");
    return;
  }
  render({ ...at, edition, page });
}

// What a link to another day leads to, for those who show it in place (preview.js): the provision, or the page as a
// whole. Null for a link to the site of today.
globalThis.ofAnyDay = async (url) => {
  const where = asked(new URL(url));
  if (!where || !isDay(where.day)) return null;
  const all = await documents();
  const { document: found, steps: inner } = split(all.documents, where.path);
  if (!found) return null;
  const past = await history(found);
  const edition = past.at(where.day, where);
  if (!edition) return null;
  const page = edition.pages.find((each) => each.url === where.path);
  const wanted = [...inner, ...(where.hash ? [decodeURIComponent(where.hash)] : [])].join(".");
  const place_ = page ? { page, identifier: where.hash } : past.find(edition, wanted);
  if (!place_) return null;
  const at = { ...where, all, document: found, history: past, edition, page: place_.page };
  const prefix = `${root.pathname}as-at/${where.day}/${where.known ? `known/${where.known}/` : ""}`;
  const text = elements(whole(place_.page.pieces.map((each) => piece(at, each)).join(""), prefix));
  const target = [...text.querySelectorAll("[id]")].find((each) => each.id === place_.identifier);
  return { element: target || text, isWhole: !target };
};

document.addEventListener("click", (event) => {
  const anchor = event.target.closest("a[href]");
  if (!anchor || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const url = new URL(anchor.href);
  const where = url.origin === window.location.origin ? asked(url) : null;
  if (!where || !asked(window.location) || url.pathname === window.location.pathname || !isDay(where.day)) return;
  event.preventDefault();
  go({ ...where, base: false, layer: null }, "pushState");
});

window.addEventListener("popstate", () => {
  const where = asked(window.location);
  if (!where) window.location.reload();
  else if (!shown || address(shown.at) !== window.location.pathname) go(where, "");
});

control.querySelector(".day-control").append(form, more);
day.value = main.querySelector("[data-dated]")?.dataset.dated || frame.dataset.dated || main.dataset.dayList || ofSite();
const here = asked(window.location);
if (here && !main.dataset.dayList) go(here, "");
else if (here) documents().then((all) => choose({ ...here, all, history: null }));
