// The names of defined terms: which there were as at a day, of what, and where that is defined.

import { slug } from "./search-day.js";
import { Shards } from "./search-shards.js";

export class Terms {
  // `listed` are the shards of names, `days` those on which anything changes; `get` fetches a file of the search.
  constructor(listed, days, get) {
    this.shards = new Shards(listed, get);
    this.days = days;
  }

  // Every name as at a day: those that begin with nothing.
  all(day) {
    return this.begun("", day);
  }

  // The names that begin with some words, as at a day: { name, first, page, identifier, whole, isOwn, within, days }.
  // `whole` are those that have no other words; `isOwn` those of a definition, and not of the words of a provision;
  // `within` is to what it is limited, 1 for its document. `days` are those from which it stood, and until which.
  async begun(key, day) {
    const number = this.days.findLastIndex((each) => each <= day) + 1;
    const found = await this.ever(key);
    return found.filter(({ stretches }) => stretches.some(([start, end]) => start <= number && (!end || number < end)));
  }

  // Those of any day.
  async ever(key) {
    return (await this.shards.lines(key, true)).map(({ word, found }) => {
      const [name, other, place, stretches, within = 0] = JSON.parse(found);
      const first = other || name;
      const [page, identifier = ""] = place.replace("<->", slug(first)).split("#");
      const days = stretches.map((stretch) => stretch.map((each) => this.days[each - 1]));
      return { name, first, page, identifier: decodeURIComponent(identifier), whole: word === key, isOwn: place.endsWith("<->"), within, days, stretches };
    });
  }
}
