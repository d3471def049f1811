// The text of a page on a day, with what is said of each piece then: its effect, and what changed it last.

import { dayBefore, escaped, on, printed } from "./history.js";
import { beside } from "./day-around.js";
import { chosen, laid } from "./day-layers.js";
import { redlined } from "./redline.js";
import { address, cited, up, wordsOf } from "./day-address.js";
import { ownPath } from "./search-day.js";

const closing = "</div>\n</div>\n";
const end = "</div>\n";
const clause = '<div class="clause';

// Where a citation has its day: in itself, or, in a text whose days follow one another, in the control.
const inItself = (at, own) => `data-day="${printed(at.day)}" data-whom="${escaped(wordsOf(at.all, at.whom))}" data-known="${at.known && printed(at.known)}" data-page="${escaped(address({ ...at, path: own }))}"`;
const inControl = (at, own) => `data-own="${own}"`;

// A piece with what is said of it on the day: its effect, and what changed it last.
export function piece(at, number, dated = inItself) {
  const { pieces, ids, who } = at.history.pack;
  const html = pieces[number];
  if (!who[number] || !html.endsWith(closing)) return html;
  const turns = at.history.turns(who[number], at);
  const said = effect(at, ids[number], number) + asides(at, ids[number]) + change(at, turns, html) + more(at, html, ids[number], turns, dated);
  return said ? `${html.slice(0, -end.length)}<div class="beside">\n${said}</div>\n${end}` : html;
}

// The effect of a provision, and of each paragraph in it of which something else is said than of what that stands in.
function effect(at, identifier, number) {
  const own = at.history.status(identifier, at);
  const paragraphs = inside(at.history, identifier, number);
  if (!paragraphs.length) return statusLine("", own);
  const told = new Map();
  const lines = paragraphs.map((each) => {
    const found = at.history.status(each, at);
    told.set(each, found);
    const above = told.get(each.slice(0, each.lastIndexOf("."))) || own;
    if (above && found && above[2] === found[2]) return "";
    const label = each.slice(identifier.length + 1).split(".").filter(Boolean).map((step) => `(${escaped(step)})`).join("");
    return statusLine(`${label} `, found);
  });
  return statusLine("", own) + lines.join("");
}

function asides(at, identifier) {
  return beside(at, identifier).map((words) => `<p class="apparatus saved">${words}</p>\n`).join("");
}

function statusLine(label, found) {
  return found ? `<p class="apparatus status"><span class="sign" data-sign="${escaped(found[0])}"></span> ${label}${found[2]}</p>\n` : "";
}

// The paragraphs in a piece of whose effect anything is ever said. It is asked on every day, of the same pieces.
function inside(history, identifier, number) {
  history.lettered ||= Object.keys(history.pack.statuses).filter((each) => /\.[a-z-]+$/.test(each)).sort();
  history.inside ||= new Map();
  if (!history.inside.has(number)) {
    const html = history.pack.pieces[number];
    const found = history.lettered.filter((each) => each.startsWith(`${identifier}.`) && html.includes(` id="${escaped(each)}"`));
    history.inside.set(number, found);
  }
  return history.inside.get(number);
}

// Of a clause, the way to its own page, wherever it stands today, and to what held on the day there; and its citation as at the
// day.
function more(at, html, identifier, turns, dated) {
  if (!html.startsWith(clause)) return "";
  const own = escaped(ownPath(at.document.root, identifier));
  const cite = `data-copy="citation" data-cite="${escaped(cited(at.document.name, identifier))}"`;
  const today = turns.length && !at.known ? placeToday(at, turns) : own;
  const isHeld = today && !today.includes("#") && !at.known;
  const day = !isHeld ? "" : dated === inControl ? " data-held" : ` data-held="${at.day}"`;
  const way = at.history.pack.unplaced.includes(identifier) ? "" : `<a href="^/${isHeld ? escaped(today) : own}"${day}>History and links</a> `;
  return `<p class="apparatus more">${way}<button type="button" ${cite} ${dated(at, own)}>Copy citation</button></p>\n`;
}

// Instruments by their numbers in the pack, as links.
export function instruments(at, numbers) {
  return numbers.map((number) => {
    const [, title, url] = at.history.pack.instruments[number];
    return `<a href="^/${escaped(url)}">${escaped(title)}</a>`;
  }).join(", ");
}

// What changed a provision last, with the way to its redline, and what will next; not that it came with its document.
function change(at, all, html) {
  const past = all.filter(([day]) => day <= at.day);
  const last = past.filter(([day, before]) => before !== null || day !== at.history.first(at)).pop();
  const next = all[past.length];
  const by = (each) => (each[4].length ? ` by ${instruments(at, each[4])}` : "");
  const coming = next ? `<p class="apparatus coming">Until ${printed(dayBefore(next[0]))}; then changed${by(next)}</p>\n` : "";
  if (!last) return coming;
  const what = last[1] === null ? "Inserted" : last[1] === last[2] ? "Changed" : "Moved here or renumbered";
  return `${coming}<p class="apparatus changed">${what} on ${printed(last[0])}${by(last)}${redlineOf(at, all, last, html)}</p>\n`;
}

// Where a provision with some turns stands today.
function placeToday(at, all) {
  return on(all.map(([from, , to]) => [from, to]), at.all.today);
}

// The way to the redline of a change of a clause: on its own page, where it has that number today. What has it no longer
// may have left its number to another. It is as known now, so that there is none on a page as known on a day.
function redlineOf(at, all, [day, before], html) {
  if (at.known || before === null || !html.startsWith(clause)) return "";
  const place = placeToday(at, all);
  return place && !place.includes("#") ? `; <a class="shows" role="button" aria-expanded="false" href="^/${escaped(place)}#${day}">show</a>` : "";
}

// The parts of the text of a page, one after another, each made when it is asked for: its heading where it is a document,
// and its pieces; with a layer, what that takes out and puts in. Their links are not yet whole.
export function* article(at) {
  const { edition, page } = at;
  if (page === edition.pages[0]) {
    const isSaid = !edition.knownAs || edition.title.includes(`(${edition.knownAs})`);
    const knownAs = isSaid ? "" : ` <span class="known-as">(${escaped(edition.knownAs)})</span>`;
    yield `<h1 class="of-document"><span class="number">${escaped(page.number)}</span> ${escaped(edition.title)}${knownAs}</h1>\n`;
  }
  if (at.layer) {
    const [, , , before, after] = at.layer;
    const made = redlined(at.history, at.history.edition(before), at.history.edition(after),
      { url: page.url, up: up(page.url), unchanged: true });
    yield made.count ? made.html : `<p class="how">It changes nothing on this page.</p>${made.html}`;
    return;
  }
  const plain = (each) => piece(at, each, inControl);
  if (chosen(at).length) yield laid(at, plain);
  else for (const each of page.pieces) yield plain(each);
}
