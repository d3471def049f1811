// The names of defined terms: which there were as at a day, of what, and where that is defined.

import { slug } from "./search-day.js";
import { Shards } from "./search-shards.js";

export class Terms {
  // `listed` are the shards of names, `days` those on which anything changes; `get` fetches a file of the search.
  constructor(listed, days, get) {
    this.shards = new Shards(listed, get);
    this.days = days;
  }

  // Every name as at a day, by its words: { name, first, page, identifier, whole }.
  all(day) {
    return this.begun("", day);
  }

  // Those that begin with some words; `whole` are those that have no others.
  async begun(key, day) {
    const number = this.days.findLastIndex((each) => each <= day) + 1;
    return (await this.shards.lines(key, true)).flatMap(({ word, found }) => {
      const [name, other, place, days] = JSON.parse(found);
      if (!days.some(([start, end]) => start <= number && (!end || number < end))) return [];
      const first = other || name;
      const [page, identifier] = place.replace("<->", slug(first)).split("#");
      return [{ name, first, page, identifier, whole: word === key }];
    });
  }
}
