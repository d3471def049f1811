// The Code on any day, out of history packs: what every document said from which day, and where everything stood.
// A pack is read once; after that any day is put together from it without a request.

import { slug } from "./search-day.js";

export const root = new URL("../", import.meta.url);

// As known now is as known on this day.
const NOW = "9999-12-31";

const packs = new Map();
const letters = new Map();
let manifest = null;

// A file of the site by its path, as JSON.
export function fetched(path) {
  return fetch(new URL(path, root)).then((answer) => {
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  });
}

// Which documents there are on which days.
export function documents() {
  manifest ||= fetched("api/documents.json").catch((error) => {
    manifest = null;
    throw error;
  });
  return manifest;
}

// The history of a document.
export function history(document) {
  if (!packs.has(document.document)) {
    const found = fetched(document.pack).then((said) => new History(said));
    packs.set(document.document, found);
    found.catch(() => packs.delete(document.document));
  }
  return packs.get(document.document);
}

// The same of the definitions alone whose names begin in addresses with a letter or digit: little, for those who show no
// more of the document.
export async function definitions(document, letter) {
  if (!letters.has(letter)) {
    const found = fetched(`api/definitions/${letter}.json`)
      .then((said) => new Map(said.documents.map((each) => [each.document, new History(each)])));
    letters.set(letter, found);
    found.catch(() => letters.delete(letter));
  }
  return (await letters.get(letter)).get(document.document);
}

// What holds on a day, in a list of what holds from which day; the lists are in the order of days.
export function on(list, day) {
  let found = null;
  for (const [start, value] of list) {
    if (start > day) break;
    found = value;
  }
  return found;
}

export function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

// A day in words: 10 November 2016. By hand, since a page has hundreds of days and a change of day must be quick.
export function printed(day) {
  const [year, month, number] = day.split("-");
  return `${Number(number)} ${MONTHS[Number(month) - 1]} ${Number(year)}`;
}

export function dayBefore(day) {
  return new Date(Date.parse(`${day}T00:00Z`) - 86400000).toISOString().slice(0, 10);
}

// A day that there is in the calendar.
export function isDay(said) {
  const time = /^\d{4}-\d\d-\d\d$/.test(said) ? Date.parse(`${said}T00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === said;
}

// Part of an address in letters; what are none as they stand, or as is said.
export function lettersOf(part, otherwise = part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return otherwise;
  }
}

// The document that an address is in, and the steps of the provision: "H14.31/", "appendix-AL/4.26/".
export function split(all, path) {
  const steps = path.split("/").filter(Boolean).map((each) => lettersOf(each));
  const first = steps[0] || "";
  const exact = all.find((each) => each.root === `${first}/`);
  if (exact) return { document: exact, steps: steps.slice(1) };
  for (let end = first.length; end > 0; end -= 1) {
    const found = all.find((each) => each.root === `${first.slice(0, end)}/`);
    if (found) return { document: found, steps };
  }
  return { document: null, steps };
}

// HTML out of its shorthand: a sign stands for the form of that number, with the words that the sign has put into it.
function writtenOut(html, forms, known) {
  return html.replace(/<(\d+)(?: ([^>]*))?>/g, (sign, number, words = "") => {
    if (!known.has(sign)) known.set(sign, forms[number].replaceAll("<->", slug(words)).replaceAll("<>", () => words));
    return known.get(sign);
  });
}

// The pieces of a pack, each with the number of its provision, 0 for none, and the `id` of that.
function piecesOf({ texts, forms }) {
  const known = new Map();
  const pieces = texts.flat().map((each) => writtenOut(each, forms, known));
  const who = texts.flatMap((each, number) => each.map(() => number));
  const ids = pieces.map((html, piece) => (who[piece] && /^<[^>]* id="([^"]*)"/.exec(html)?.[1]) || "");
  return { pieces, who, ids };
}

// From which day on which days were known, each as the one before but from a place on.
function knownOf({ known }) {
  let days = [];
  return known.map(([day, alike, others]) => [day, (days = [...days.slice(0, alike), ...others])]);
}

export class History {
  constructor(pack) {
    this.pack = { ...pack, ...piecesOf(pack), known: knownOf(pack) };
    this.tokens = [];
    this.made = [];
  }

  // The numbers of pieces and pages of an edition, each made out of the one before.
  sequence(number) {
    for (let each = this.tokens.length; each <= number; each += 1) {
      const now = each ? this.tokens[each - 1].slice() : [];
      for (const [start, count, added] of this.pack.editions[each][2]) now.splice(start, count, ...added);
      this.tokens.push(now);
    }
    return this.tokens[number];
  }

  // An edition: its title and its pages, each with the numbers of its pieces.
  edition(number) {
    if (number === null || number === undefined) return null;
    if (!this.made[number]) {
      const [title, knownAs] = this.pack.editions[number];
      const pages = [];
      for (const token of this.sequence(number)) {
        if (token < 0) {
          const [url, label, words, depth] = this.pack.pages[-1 - token];
          pages.push({ url, number: label, title: words, depth, pieces: [] });
        } else pages[pages.length - 1].pieces.push(token);
      }
      this.made[number] = { edition: number, title, knownAs, pages };
    }
    return this.made[number];
  }

  // From which day which edition: with variations, for some or for everybody, or without; as known now or on a day.
  days({ base = false, known = "", whom = "" } = {}) {
    if (known) return on(this.pack.known, known) || [];
    if (base) return this.pack.base.length ? this.pack.base : this.pack.effective;
    return new Map(this.pack.scopes).get(whom) || this.pack.effective;
  }

  // For whom a page reads otherwise on a day than for everybody, and than for those in whom they are: as in addresses.
  readFor(url, day) {
    const { effective, scopes = [] } = this.pack;
    const others = (wider) => [effective, ...wider.map((each) => scopes[each][1])];
    return scopes.filter(([, days, wider]) => others(wider).every((each) => this.differs(url, on(each, day), on(days, day))))
      .map(([key]) => key);
  }

  // The day on which the document came to be, as known now or on a day.
  first({ known } = {}) {
    const [day] = this.days({ base: true, known }).find(([, number]) => number !== null) || [null];
    return day;
  }

  at(day, asked) {
    return this.edition(on(this.days(asked), day));
  }

  // The page with an id, or with the nearest that it stands in by its name; null where there is none.
  find(edition, identifier) {
    for (let each = identifier; each; each = each.slice(0, Math.max(0, each.lastIndexOf(".")))) {
      for (const page of edition.pages) {
        for (const piece of page.pieces) {
          const html = this.pack.pieces[piece];
          if (this.pack.ids[piece] === each || html.includes(` id="${escaped(each)}"`)) return { page, identifier: each };
        }
      }
    }
    return null;
  }

  // The days on which the words of a page came to be others, with whether the page was there.
  changes(url, asked) {
    const key = `${url} ${asked.base ? "base" : ""} ${asked.known || ""} ${asked.whom || ""}`;
    this.changed ||= new Map();
    if (!this.changed.has(key)) this.changed.set(key, this.changesOf(url, asked));
    return this.changed.get(key);
  }

  changesOf(url, asked) {
    const found = [];
    let last = null;
    for (const [day, number] of this.days(asked)) {
      const edition = this.edition(number);
      const page = edition ? edition.pages.find((each) => each.url === url) : null;
      const now = page ? { page, edition } : null;
      if (!this.same(last, now)) found.push([day, Boolean(page)]);
      last = now;
    }
    return found;
  }

  // Whether two pages, each of an edition, say the same, whatever their links lead to. What both have is not read.
  same(one, other) {
    if (!one || !other) return one === other;
    return around(one) === around(other) && this.alike(one.page.pieces, other.page.pieces);
  }

  alike(one, other) {
    return one.length === other.length
      && one.every((each, place) => each === other[place] || this.unlinked(each) === this.unlinked(other[place]));
  }

  // Whether the words of a page differ between two editions. It is asked on every day, of the same few.
  differs(url, ...numbers) {
    const key = [url, ...numbers].join(" ");
    this.differing ||= new Map();
    if (!this.differing.has(key)) {
      const [old, now] = numbers.map((each) => this.edition(each)).map((edition) => edition && edition.pages.find((each) => each.url === url))
        .map((page) => (page ? page.pieces : []));
      this.differing.set(key, !this.alike(old, now));
    }
    return this.differing.get(key);
  }

  // A piece without its links.
  unlinked(piece) {
    this.words ||= new Map();
    if (!this.words.has(piece)) this.words.set(piece, unlinked(this.pack.pieces[piece]));
    return this.words.get(piece);
  }

  // What is said of the effect of a provision on a day, as known now or on a day: a sign, its state, words; "" is the
  // document.
  status(identifier, asked) {
    const found = toldOn(this.pack.statuses[identifier] || [], asked);
    return found ? this.pack.said[found[2]] : null;
  }

  // The changes of a provision, by its number in the pack, as known now or on a day.
  turns(who, { known }) {
    return this.pack.changes[who].filter(([day, , , , , since = day, until]) => wasKnown(since, until, known));
  }
}

// Of what is said of effect from a day until another, what is told of a day, as known now or on a day. What waits is told
// otherwise of days up to that as known on which one asks (by) than of those after it.
export function toldOn(periods, { day, known, all }) {
  const which = day <= (known || all.horizon) ? "by" : "after";
  return periods.find(([start, end, , since, until, of]) =>
    start <= day && (!end || day < end) && wasKnown(since, until, known) && (!of || of === which));
}

// Whether what was known from a day on, until another, was known now or on a day.
export function wasKnown(since, until, known) {
  const asked = known || NOW;
  return since <= asked && (!until || asked < until);
}

// The pages below one, at any depth.
export function below(edition, page) {
  const start = edition.pages.indexOf(page);
  const found = [];
  for (const each of edition.pages.slice(start + 1)) {
    if (each.depth <= page.depth) break;
    found.push(each);
  }
  return found;
}

// What a page says besides its pieces: what it is called, and what it lists.
function around({ page, edition }) {
  const listed = below(edition, page).map((each) => `${each.number} ${each.title} ${each.url}`);
  return [page.number, page.title, edition.pages[0] === page ? edition.title : "", ...listed].join("\n");
}

// HTML without its links: what is left is the same where only what they lead to is another.
export function unlinked(html) {
  return html.replace(/<\/?a\b[^>]*>/g, "");
}

const TAG = /<\/[a-z][^>]*>|<(?!(?:br|col|hr|img|input|wbr)\b)[a-z][^>]*(?<!\/)>/g;

// What HTML begins and leaves open, and what it ends that began before it, each by its tag.
export function unclosed(html) {
  const begun = [];
  const closed = [];
  for (const [tag] of html.matchAll(TAG)) {
    if (tag[1] !== "/") begun.push(tag);
    else if (begun.length) begun.pop();
    else closed.push(tag);
  }
  return { begun, closed };
}

// Kept HTML with its links made whole: `up` leads from the page to the home page of its day.
export function whole(html, up) {
  return html.replaceAll(' href="~/', ` href="${up}`).replaceAll(' href="^/', ` href="${root.pathname}`)
    .replaceAll(' src="^/', ` src="${root.pathname}`);
}

// HTML that the compiler made and escaped, as elements.
export function elements(html) {
  return new DOMParser().parseFromString(`<!doctype html><body>${html}`, "text/html").body;
}
