// What is neither a provision nor a term: a day, and an instrument by its number ("MP173", "secmp 15"), its name or the
// words of its title. Asked only where nothing else is called so, and so fetched only then.

import { isDay, printed } from "./history.js";
import { root } from "./search-day.js";
import { cited } from "./search-numbers.js";
import { words } from "./search-words.js";

const MOST = 4;
const SHORT = 3;
const NUMBER = /\b([a-z]{2,})[\s-]?0*(\d{1,4}[a-z]?)\b/gi;
const NAME = /^\d{4}-\d\d-\d\d-./;
let listing = null;

// All instruments, the latest first; fetched once.
function all() {
  listing ||= fetch(new URL("instruments.json", root)).then((answer) => {
    if (!answer.ok) throw new Error(`instruments.json: ${answer.status}`);
    return answer.json();
  }).then(({ instruments }) => instruments);
  listing.catch(() => { listing = null; });
  return listing;
}

const numbersIn = (said) => [...said.matchAll(NUMBER)].map(([, letters, number]) => (letters + number).toLowerCase());

function line({ title, data, instrument, standing }) {
  return { kind: "instrument", name: title, about: `${instrument}, ${standing}`, href: new URL(data.replace(/\.json$/, "/"), root).href };
}

// The day that is all that is asked for; the instruments of a number or name: first those that are called so at the beginning.
export async function elsewhere(query) {
  const { said, day } = cited(` ${query}`);
  if (isDay(day) && !said.trim()) return { exact: [{ kind: "day", name: `The Code on ${printed(day)}`, about: "", href: `${root.href}as-at/${day}/` }], begun: [] };
  const wanted = query.trim().toLowerCase();
  const [number] = numbersIn(wanted.replace(/^modification\s+/, ""));
  const found = number || NAME.test(wanted) ? await all() : [];
  const exact = found.filter(({ name, title }) => name === wanted || numbersIn(title)[0] === number && title.search(NUMBER) === 0);
  const begun = found.filter((each) => !exact.includes(each) && [...numbersIn(each.title), ...numbersIn(each.name)].some((own) => own.startsWith(number)));
  return { exact: exact.map(line), begun: begun.slice(0, MOST).map(line) };
}

// The instruments whose titles have all words of a query; the last may only have begun.
export async function titled(query) {
  const wanted = words(query);
  const isIn = (own, word, place) => own.includes(word) || (place === wanted.length - 1 && word.length >= SHORT && own.some((each) => each.startsWith(word)));
  const fits = ({ title }) => { const own = words(title); return wanted.every((word, place) => isIn(own, word, place)); };
  return wanted.length ? (await all()).filter(fits).slice(0, MOST).map(line) : [];
}
