// The search itself: what is found as at a day, out of the index and those shards that the query needs.
// Nothing here touches a page.

import { Reader, lines, numbers } from "./search-coding.js";
import { Shards } from "./search-shards.js";
import { Terms } from "./search-terms.js";
import { words } from "./search-words.js";

const FORMAT = 4;
const OFTEN = 4;
const SAME = "=";
const STEPS = 3;
const [SATURATION, BY_LENGTH] = [1.2, 0.75];

export const KINDS = ["provision", "definition", "heading", "other"];

function following(identifier) {
  const [, before, number, after] = /^(.*?)([0-9]+)([^0-9]*)$/.exec(identifier);
  return `${before}${Number(number) + 1}${after}`;
}

export class Index {
  // `get` fetches a file of the search by its name, as JSON.
  static async open(get) {
    return new Index(await get("index.json"), get);
  }

  constructor(said, get) {
    if (said.format !== FORMAT) throw new Error(`the index has format ${said.format}`);
    this.said = said;
    this.words = new Shards(said.words, get);
    this.places = new Shards(said.places, get);
    this.nexts = new Shards(said.nexts, get);
    this.terms = new Terms(said.terms, said.days, get);
    this.readUnits();
    this.readTexts();
    this.lengths = Float64Array.from(numbers(said.lengths), (each) => 2 ** (each / STEPS) - 1);
    this.lives = new Map();
    this.statuses = new Map();
    for (const [document, identifier, ...period] of said.statuses) {
      const key = `${document} ${identifier}`;
      this.statuses.set(key, [...(this.statuses.get(key) || []), period]);
    }
  }

  readUnits() {
    const { said } = this;
    this.identifiers = said.identifiers ? lines(said.identifiers, following) : said.units ? [""] : [];
    const runs = new Reader(said.units);
    this.pageOf = [];
    this.kindOf = [];
    let page = -1;
    while (!runs.ended) {
      page += runs.next();
      const kind = runs.next();
      for (let count = runs.next(); count > 0; count -= 1) {
        this.pageOf.push(page);
        this.kindOf.push(kind);
      }
    }
  }

  readTexts() {
    const [begins, ends, others] = this.said.texts.map((text) => new Reader(text));
    const texts = this.identifiers.map(() => []);
    for (let day = 1; !begins.ended; day += 1) {
      for (const unit of unitsIn(ends)) texts[unit].at(-1)[1] = day;
      for (const unit of unitsIn(begins)) {
        const before = texts[unit].at(-1);
        if (before && before[1] === Infinity) before[1] = day;
        texts[unit].push([day, Infinity]);
      }
    }
    for (const [unit, found] of apart(others)) texts[unit] = found;
    this.unitOf = texts.flatMap((found, unit) => found.map(() => unit));
    this.daysOf = texts.flat();
  }

  // The number of the last day, by `day`, on which anything changed; 0 before the first.
  dayNumber(day) {
    return this.said.days.findLastIndex((each) => each <= day) + 1;
  }

  // Which texts there were on a day, how many, and how long they are in the middle.
  live(day) {
    const number = this.dayNumber(day);
    if (!this.lives.has(number)) {
      const there = new Uint8Array(this.unitOf.length);
      let [count, length] = [0, 0];
      for (let text = 0; text < there.length; text += 1) {
        if (!holds(this.daysOf[text], number)) continue;
        there[text] = 1;
        count += 1;
        length += this.lengths[text];
      }
      this.lives.set(number, { there, count, mean: length / count || 1 });
    }
    return this.lives.get(number);
  }

  // The units found as at a day, the best first: { unit, score }.
  async find(query, day) {
    if (!query.length) return [];
    const live = this.live(day);
    const counts = await Promise.all(query.map((each) => (each.words.length > 1 ? this.phrase(each, live) : this.word(each, live))));
    const best = new Map();
    const weights = counts.map((each) => weight(each, live));
    for (let text = 0; text < live.there.length; text += 1) {
      if (!counts.every((each) => each[text])) continue;
      const score = counts.reduce((sum, each, place) => sum + weights[place] * this.frequency(each[text], text, live), 0);
      const unit = this.unitOf[text];
      if (!best.has(unit) || best.get(unit) < score) best.set(unit, score);
    }
    return [...best].map(([unit, score]) => ({ unit, score })).sort((one, other) => other.score - one.score || one.unit - other.unit);
  }

  frequency(count, text, live) {
    const length = 1 - BY_LENGTH + (BY_LENGTH * this.lengths[text]) / live.mean;
    return (count * (SATURATION + 1)) / (count + SATURATION * length);
  }

  // How often each text has a word, or any that begins so.
  async word({ words: [word], begun }, live) {
    const counts = new Uint16Array(live.there.length);
    for (const line of await this.words.lines(word, begun)) {
      eachPosting(line.found, (text, count) => {
        if (live.there[text]) counts[text] += count;
      });
    }
    return counts;
  }

  // How often each text has words one after another.
  async phrase({ words: all, begun }, live) {
    const slots = await Promise.all(this.slots(all, begun, live));
    const counts = new Uint16Array(live.there.length);
    for (const [text, first] of slots[0]) {
      const others = slots.slice(1).map((each) => each.get(text));
      if (!others.every(Boolean)) continue;
      const sets = others.map((each) => new Set(each));
      counts[text] = first.filter((place) => sets.every((each, step) => each.has(place + step + 1))).length;
    }
    return counts;
  }

  // Where in each text each word stands. What all the words that begin with one letter are would be much to read: it is
  // known of each word with what the one after it begins.
  slots(all, begun, live) {
    const last = all.length - 1;
    if (!begun || !/^[a-z0-9]$/.test(all[last])) return all.map((word, place) => this.placed(word, begun && place === last, live));
    return all.slice(0, last).map((word, place) => (place === last - 1 ? this.before(word, all[last], live) : this.placed(word, false, live)));
  }

  // Where in each text a word stands before another that begins with a letter.
  async before(word, letter, live) {
    const [[texts], [where], [followed]] = await Promise.all([this.words, this.places, this.nexts].map((each) => each.lines(word, false)));
    const found = new Map();
    if (!texts) return found;
    const reader = new Reader(where.found);
    let [places, nexts, at] = [[], "", 0];
    eachPosting(texts.found, (text) => {
      if (!reader.passes(SAME)) places = placesIn(reader);
      if (followed.found[at] === SAME) at += 1;
      else {
        nexts = followed.found.slice(at, at + places.length);
        at += places.length;
      }
      const here = live.there[text] ? places.filter((_, place) => nexts[place] === letter) : [];
      if (here.length) found.set(text, here);
    });
    return found;
  }

  // Where in each text a word stands, or any that begins so.
  async placed(word, begun, live) {
    const [texts, where] = await Promise.all([this.words.lines(word, begun), this.places.lines(word, begun)]);
    const found = new Map();
    texts.forEach((line, at) => {
      const reader = new Reader(where[at].found);
      let places = [];
      eachPosting(line.found, (text) => {
        if (!reader.passes(SAME)) places = placesIn(reader);
        if (live.there[text]) found.set(text, found.has(text) ? [...found.get(text), ...places] : places);
      });
    });
    return found;
  }

  // Terms that begin so, as at a day, the whole name first, then by name.
  async termsOf(said, day, most) {
    const key = words(said).join(" ");
    if (!key) return [];
    const found = await this.terms.begun(key, day);
    return found.sort((one, other) => other.whole - one.whole).slice(0, most);
  }

  // --- What is said of a unit

  unit(number, day) {
    const [document, url, ...titles] = this.said.pages[this.pageOf[number]];
    const identifier = this.identifiers[number];
    const [id, name] = this.said.documents[document];
    return { number, document: id, name, page: url, identifier, title: this.title(titles, day), kind: KINDS[this.kindOf[number]],
      status: this.status(document, identifier, day) };
  }

  title([first = "", ...later], day) {
    const number = this.dayNumber(day);
    let found = first;
    for (let at = 0; at < later.length; at += 2) if (later[at] <= number) found = later[at + 1];
    return found;
  }

  // The sign and words of what is said of its effect, or of what it stands in; null where it is plainly in effect.
  status(document, identifier, day) {
    for (let each = identifier; ; each = each.slice(0, Math.max(0, each.lastIndexOf(".")))) {
      const found = (this.statuses.get(`${document} ${each}`) || []).find(([start, end]) => start <= day && (!end || day < end));
      if (found) return found[2] ? { sign: found[2], state: found[3] } : null;
      if (!each) return null;
    }
  }

  // Whether a unit had any text on a day.
  isThere(number, day) {
    if (!this.textsOf) {
      this.textsOf = new Map();
      this.unitOf.forEach((unit, text) => this.textsOf.set(unit, [...(this.textsOf.get(unit) || []), text]));
    }
    const { there } = this.live(day);
    return (this.textsOf.get(number) || []).some((text) => there[text]);
  }
}

// Units, each by how far it is from the one before, as many as are said first.
function unitsIn(reader) {
  let unit = 0;
  return Array.from({ length: reader.next() }, () => {
    unit += reader.next();
    return unit;
  });
}

// The days of texts that came back, or stand beside each other, by their units.
function apart(reader) {
  let unit = 0;
  return Array.from({ length: reader.next() }, () => {
    unit += reader.next();
    return [unit, Array.from({ length: reader.next() }, () => stretchesIn(reader))];
  });
}

function stretchesIn(reader) {
  return Array.from({ length: reader.next() }, () => {
    const start = reader.next();
    const length = reader.next();
    return [start, length ? start + length : Infinity];
  }).flat();
}

function holds(days, number) {
  for (let at = 0; at < days.length; at += 2) if (days[at] <= number && number < days[at + 1]) return true;
  return false;
}

function weight(counts, live) {
  let texts = 0;
  for (const each of counts) if (each) texts += 1;
  return Math.log(1 + (live.count - texts + 0.5) / (texts + 0.5));
}

function eachPosting(found, told) {
  const reader = new Reader(found);
  let text = -1;
  while (!reader.ended) {
    const value = reader.next();
    text += Math.floor(value / OFTEN) + 1;
    told(text, (value % OFTEN) + 1);
  }
}

function placesIn(reader) {
  const places = [];
  let place = 0;
  for (let count = reader.next(); count > 0; count -= 1) {
    place += reader.next();
    places.push(place);
  }
  return places;
}

