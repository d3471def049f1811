// The page that is being read, as it was or will be on any day. It is put together from the document's history pack:
// after the pack has come, a change of day asks for nothing more.

import { documents, history, isDay, printed, root, split } from "./history.js";
import { elsewhere, noDocument, noText } from "./day-absent.js";
import { address, asked, dayIn, up, wordsOf } from "./day-address.js";
import { base, choose, known, layers, range } from "./day-control.js";
import { control, day, lay } from "./day-form.js";
import { main, message, render, shown, wait } from "./day-page.js";
import { stands } from "./day-places.js";
import { made } from "./drawing.js";

// How many milliseconds after the last movement a reader has come to a place.
const SETTLED = 200;

// How many milliseconds the text that was there stays while another is fetched.
const PATIENCE = 200;

// What the reader asked for last, until it is shown: what comes of anything asked for before that comes too late.
let last = null;

const own = { page: control.dataset.page };

// What is no text of a document is seldom read on other days: what shows it is fetched when it is.
const lists = () => import("./day-lists.js");
const LISTS = /^(?:|terms\/.*|not-yet\/)$/;

// What shows what is asked for, given when all that it takes has come.
async function showing(where) {
  const all = await documents();
  Object.assign(where, { all });
  if (!isDay(where.day) || (where.known && !isDay(where.known))) {
    return () => message(where, "There is no such day", made("p", {}, "A day is written as 2016-11-10."));
  }
  if (where.whom && !wordsOf(all, where.whom)) return (await lists()).nobody(where);
  if (where.whom && where.known) return (await lists()).knownForAll(where);
  if (where.day < all.days[0]) {
    return () => {
      choose({ ...where, history: null });
      message(where, "There was no Code yet", made("p", {}, `Nothing is known of the Code before ${printed(all.days[0])}.`));
    };
  }
  if (where.known && where.known < all.known[0]) {
    return () => {
      choose({ ...where, history: null });
      message(where, "Nothing was known of the Code yet", made("p", {}, `The first that is on record is of ${printed(all.known[0])}.`));
    };
  }
  if (LISTS.test(where.path)) return (await lists()).listOf(where.path)(where);
  const { document: found, steps } = split(all.documents, where.path);
  if (!found) return noText(where);
  const at = { ...where, document: found, history: await history(found) };
  at.edition = at.history.at(at.day, at);
  if (!at.edition) return noDocument(at, found);
  if (at.path === `${found.root}full/`) return (await lists()).full(at);
  return place(at, steps);
}

// Finds the page, and what on it is asked for.
function place(at, steps) {
  const found = stands(at.history, at.edition, at.path, steps, at.hash);
  if (!found) {
    at.page = at.edition.pages[0];
    return () => {
      choose({ ...at, history: null });
      message(at, "It was not there on this day", made("p", {}, `Nothing stood at ${at.path.replace(/\/$/, "")} on ${dayIn(at)}.`),
        elsewhere(at, at.path), made("p", {}, made("a", { href: up(at.path) + at.document.root }, at.document.name)));
    };
  }
  at.page = found.page;
  at.hash = found.identifier;
  return () => {
    if (!found.isPage) {
      at.path = found.page.url;
      window.history.replaceState(null, "", address(at) + (at.hash ? `#${at.hash}` : ""));
      at.arriving = true;
    }
    render(at);
  };
}

// --- Going about

// Links that stand around the text lead where they led, whatever day the address says; those to what there is of each
// day lead to that of the day.
function fasten(where) {
  for (const each of document.querySelectorAll("header a[href], footer a[href], .any-day a[href]")) each.href = String(each.href);
  if (!isDay(where.day)) return;
  for (const each of document.querySelectorAll("header a[data-each-day]")) each.href = address({ ...where, path: each.dataset.eachDay });
}

async function go(where, kind) {
  last = where;
  control.hidden = false;
  fasten(where);
  if (kind === "pushState") keepPlace();
  if (kind) window.history[kind](null, "", address(where) + (where.hash ? `#${where.hash}` : ""));
  const late = setTimeout(() => { if (last === where) wait(where); }, PATIENCE);
  const draw = await showing(where).catch(() => () => failed(where));
  clearTimeout(late);
  if (last !== where) return;
  last = null;
  draw();
  if (where.top !== undefined) window.scrollTo(0, where.top);
  else if (kind === "pushState" || (shown && shown.at.arriving) || where.hash) arrive(where);
}

function failed(where) {
  message(where, "It cannot be shown now", made("p", {}, "What is needed for it could not be fetched. ", made("a", { href: `${root.pathname}as-at/` }, "The lists of texts"), " lead to every day."));
}

// What a reader comes back to is shown from where they were.
function keepPlace() {
  window.history.replaceState({ top: window.scrollY }, "");
}

// Has the reader begin at what was asked for, or at the heading.
function arrive(where) {
  const wanted = shown ? shown.at.hash : where.hash;
  const target = wanted ? document.getElementById(wanted) : null;
  if (target) window.location.replace(`#${wanted}`);
  else window.scrollTo(0, 0);
  const at = target || main.querySelector("h1");
  if (!at || document.activeElement !== document.body) return;
  at.tabIndex = -1; // the link that was followed is gone, and with it the focus
  at.focus({ preventScroll: true });
}

// What a page that shows no text asks for on another day: the same list, or the same address.
function elsewhen() {
  const here = asked(window.location);
  return { day: "", known: here ? here.known : "", whom: here ? here.whom : "", path: here ? here.path : own.page, hash: "" };
}

function current() {
  return shown ? { ...shown.at, hash: "", arriving: false, top: undefined } : elsewhen();
}

// Shows the day that the reader has written.
export function showDay() {
  go({ ...current(), day: day.value, layer: null }, "pushState");
}

// While it is moved the text follows; the address follows when it is let go.
range.addEventListener("input", () => {
  if (shown) step({ ...current(), day: shown.at.all.days[Number(range.value)] });
});
range.addEventListener("change", () => {
  if (shown) window.history.replaceState(null, "", address(shown.at));
  else documents().then((all) => go({ ...elsewhen(), day: all.days[Number(range.value)] }, "pushState"));
});
base.addEventListener("change", () => step({ ...current(), base: base.checked }));
layers.addEventListener("change", () => step({ ...current(), layer: layers.value ? shown.at.history.pack.layers[Number(layers.value)] : null }));
known.addEventListener("change", () => go({ ...current(), day: day.value, known: known.value, whom: "", base: false, layer: null }, "pushState"));

// Lays over the text what the reader has ticked. On the page of today, or of a text, the page of that day is come to by it.
export function layOver() {
  const chosen = new Set([...lay.querySelectorAll("input:checked")].map((each) => each.value));
  if (shown) step({ ...current(), lay: chosen, layer: null });
  else go({ ...elsewhen(), day: day.value, lay: chosen }, "pushState");
}

// Another text of the page that is shown: nothing is asked for. Where the page is not there, that is said.
function step(at) {
  last = null;
  const edition = at.history.at(at.day, at);
  const page = edition && edition.pages.find((each) => each.url === at.path);
  if (!page) go({ ...at }, "replaceState");
  else render({ ...at, edition, page });
}

document.addEventListener("click", (event) => {
  const anchor = event.target.closest("a[href]");
  if (!anchor || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const url = new URL(anchor.href);
  const where = url.origin === window.location.origin ? asked(url) : null;
  if (!where || !asked(window.location) || url.pathname === window.location.pathname || !isDay(where.day)) return;
  event.preventDefault();
  go({ ...where, base: false, layer: null }, "pushState");
});

// A page that is loaded again is shown from there, too.
let settling = 0;
window.addEventListener("scroll", () => {
  clearTimeout(settling);
  settling = setTimeout(() => { if (asked(window.location)) keepPlace(); }, SETTLED);
}, { passive: true });

window.addEventListener("popstate", ({ state }) => {
  const where = asked(window.location);
  if (!where) window.location.reload();
  else if (!shown || address(shown.at) !== window.location.pathname) go({ ...where, top: state?.top }, "");
  else if (last) step(shown.at);
});

const here = asked(window.location);
if (here && !main.dataset.dayList) go({ ...here, top: window.history.state?.top }, "");
else if (here) documents().then((all) => choose({ ...here, all, history: null }));
else document.documentElement.classList.remove("arriving"); // it is no day's, though it looks so
