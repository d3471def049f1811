// What is ahead and what varies the text, laid over the text of a day: any number of them at once, by how they stand.
// Each provision that they change is shown once for each of them, with its sign, its words, and what it strikes out.

import { escaped, on, printed, root } from "./history.js";
import { SIGNS } from "./day-around.js";
import { differences, framed, names } from "./redline.js";

// How each is called where several are chosen, in the order in which they are offered.
const CHOICES = new Map([["made", "Designated"], ["decided", "Concluded"], ["laid", "Laid"], ["consulting", "In consultation"], ["draft", "Drafts"], ["varied", "Variations"]]);
const LAW = new Set(["made", "decided"]);
const VARIED = "≈";

// What can be laid over the page that is read, by how it stands: the text before and after it, and whose it is. Nothing
// is laid over what was known on a day: what is ahead is told as known now.
export function layersOf(at) {
  if (at.known) return [];
  const { pack } = at.history;
  const found = [];
  const add = (state, says, ...numbers) => {
    if (!at.history.differs(at.page.url, ...numbers)) return;
    const [before, after] = numbers.map((each) => at.history.edition(each));
    found.push({ state, says, before, after });
  };
  for (const [instrument, state, from, before, after] of pack.layers) {
    if (LAW.has(state) && from && from <= at.day) continue;
    const [, title, url] = pack.instruments[instrument];
    add(state, `<a href="${root.pathname}${escaped(url)}">${escaped(title)}</a>, ${from ? `from ${printed(from)}` : "without a day"}`, before, after);
  }
  if (!at.base) {
    const [plain, varied] = [{ base: true }, { whom: at.whom }].map((each) => on(at.history.days(each), at.day));
    if (plain !== varied) add("varied", "the words as they have effect, against those of the text", plain, varied);
  }
  return found;
}

// The choices that there are on a page: [state, sign, words].
export function choices(layers) {
  const there = new Set(layers.map(({ state }) => state));
  return [...CHOICES].filter(([state]) => there.has(state)).map(([state, words]) => [state, SIGNS[state] || VARIED, words]);
}

function box({ state, says }, html) {
  return `<div class="redline layer">\n<p class="how"><span class="sign" data-sign="${SIGNS[state] || VARIED}"></span> <b>${CHOICES.get(state)}</b>: ${says}</p>\n${html}</div>\n`;
}

// Those of the layers that were chosen.
export function chosen(at) {
  return at.layers.filter(({ state }) => at.lay.has(state));
}

// The pieces of a page with the layers over it that were chosen. `plain` makes the HTML of a piece that none changes.
export function laid(at, plain) {
  const here = names(at.history, at.page.pieces);
  const there = new Set(here);
  const over = new Map();
  for (const layer of chosen(at)) {
    let last = "";
    for (const [name, , html] of differences(at.history, layer.before, layer.after, at.page.url)) {
      const own = there.has(name) ? name : "";
      const place = own || `after ${last}`;
      if (html) over.set(place, [...(over.get(place) || []), box(layer, html)]);
      last = own || last;
    }
  }
  const boxes = (place) => (over.get(place) || []).join("");
  return boxes("after ") + at.page.pieces.map((piece, place) => {
    const own = boxes(here[place]);
    return (own ? framed(at.history.pack, piece, own) : plain(piece)) + boxes(`after ${here[place]}`);
  }).join("");
}
