// The names of defined terms as known on a day: which there were as at another, asked as those known now are.

import { wasKnown } from "./history.js";
import { slug } from "./search-day.js";
import { fetched } from "./search-shards.js";

// Those as known on a day; as known now, where it is empty. Their file is fetched once.
let listed = null;
export async function termsKnown(known) {
  listed ||= fetched("known-terms.json");
  listed.catch(() => { listed = null; });
  return new KnownTerms((await listed).names, known);
}

class KnownTerms {
  // `names` are those of all days, each with its days, since when it was known so and until when.
  constructor(names, known) {
    this.units = names.map(([name, other, place, periods, within = 0]) => {
      const first = other || name;
      const [page, identifier = ""] = place.replace("<->", slug(first)).split("#");
      const days = joined(periods.filter(([start, , since = start, until]) => wasKnown(since, until, known)));
      return { name, first, page, identifier: decodeURIComponent(identifier), isOwn: place.endsWith("<->"), within, days };
    }).filter(({ days }) => days.length);
  }

  // Every name as at a day.
  async all(day) {
    return this.units.filter(({ days }) => days.some(([start, end]) => start <= day && (!end || day < end)));
  }

  // Those that may be narrowed by how they begin: they are all here.
  begun(_, day) {
    return this.all(day);
  }

  // Those of any day.
  async ever() {
    return this.units;
  }
}

// Stretches of days, of those that follow on one another one.
function joined(periods) {
  const found = [];
  for (const [start, end = null] of periods.sort(([one], [other]) => (one < other ? -1 : 1))) {
    const last = found.at(-1);
    if (last && (!last[1] || start <= last[1])) last[1] = last[1] && end && (last[1] > end ? last[1] : end);
    else found.push([start, end]);
  }
  return found;
}
