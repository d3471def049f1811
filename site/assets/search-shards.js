// The files of the search, and what is found in them by words.

import { lines } from "./search-coding.js";
import { root } from "./search-day.js";

// A file of the search by its name, as JSON.
export async function fetched(file) {
  const answer = await fetch(new URL(`api/search/${file}`, root));
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  return answer.json();
}

// Shards in the order of their words.
export class Shards {
  constructor(listed, get) {
    this.firsts = listed.map(([first]) => first);
    this.files = listed.map(([, file]) => file);
    this.get = get;
    this.read = new Map();
  }

  // Every line whose word is the one asked for, or begins with it: with nothing, every line.
  async lines(word, begun) {
    let start = this.firsts.findLastIndex((each) => each <= word);
    let end = start;
    if (begun) {
      start = Math.max(start, 0);
      end = this.firsts.findLastIndex((each) => each <= word || each.startsWith(word));
    }
    if (end < 0) return [];
    const found = await Promise.all(this.files.slice(start, end + 1).map((file) => this.shard(file)));
    return found.flatMap(({ words: all, found: what }) => {
      const from = lowest(all, word);
      let to = from;
      while (to < all.length && (all[to] === word || (begun && all[to].startsWith(word)))) to += 1;
      return all.slice(from, to).map((each, place) => ({ word: each, found: what[from + place] }));
    });
  }

  shard(file) {
    if (!this.read.has(file)) {
      const found = this.get(file).then(([all, what]) => ({ words: lines(all), found: what.split("\n") }));
      this.read.set(file, found);
      found.catch(() => this.read.delete(file));
    }
    return this.read.get(file);
  }
}

function lowest(all, word) {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle] < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
