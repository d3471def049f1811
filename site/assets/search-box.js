// The box: what a query may lead to, below it, as it is typed; the keys that choose among it; and what Enter does.

import { allPlace, asked, destination, found, instead, opened, titled } from "./search-asking.js";
import { knownRead, placeOf, slug } from "./search-day.js";
import { nameOf } from "./search-naming.js";

const WAIT = 120;
const MOST = 6;
let boxes = 0;

function made(name, attributes, ...inside) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...inside);
  return element;
}

export class Box {
  // `day` gives the day that is being read.
  constructor(form, day) {
    this.form = form;
    this.input = form.elements.q;
    this.day = day;
    this.said = form.querySelector("[role=status]");
    this.lines = [];
    this.active = -1;
    this.asking = 0;
    boxes += 1;
    this.list = made("ul", { class: "found-below", id: `found-${boxes}`, role: "listbox", "aria-label": "What it may lead to" });
    this.list.hidden = true;
    form.append(this.list);
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", this.list.id], ["aria-expanded", "false"]]) {
      this.input.setAttribute(name, value);
    }
    this.input.addEventListener("input", () => this.typed());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    for (const each of [this.list, this.said]) each?.addEventListener("mousedown", (event) => event.preventDefault());
    this.form.addEventListener("focusout", ({ relatedTarget }) => {
      if (!this.form.contains(relatedTarget)) this.said?.classList.remove("told");
    });
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.take(this.lines[[...this.list.children].indexOf(option)]);
    });
  }

  async prepare() {
    await opened();
    const isAnswered = this.said?.classList.contains("told");
    if (this.input.value.trim() && this.list.hidden && !isAnswered) this.typed();
  }

  async dayOf() {
    return this.day() || (await opened()).said.today;
  }

  typed() {
    clearTimeout(this.waiting);
    this.asking += 1;
    const turn = this.asking;
    this.waiting = setTimeout(() => {
      this.show(turn).catch(() => this.tellAll("The search could not be fetched: try again."));
    }, WAIT);
  }

  async show(turn) {
    const query = this.input.value;
    if (!query.trim()) {
      this.close();
      this.tell("");
      return;
    }
    const day = await this.dayOf();
    const { exact, begun } = await asked(query, day);
    if (turn !== this.asking) return;
    this.lines = [...exact, ...begun.slice(0, MOST)];
    this.draw(exact.length ? 0 : -1);
    if (query.trim().length < 2) return;
    const results = await found(query, day);
    if (turn !== this.asking) return;
    const index = await opened();
    const there = new Set(this.lines.map((each) => each.href));
    for (const { unit: number } of results.slice(0, MOST)) {
      const unit = index.unit(number, day);
      const href = placeOf(index, unit, day);
      if (!there.has(href)) this.lines.push({ kind: "words", unit, name: nameOf(unit), about: unit.kind === "definition" ? "definition" : unit.identifier ? unit.title : unit.name, href });
    }
    if (results.length) this.lines.push({ kind: "all", name: `All ${results.length} with these words`, about: "", href: allPlace(query, this.day()) });
    this.draw(exact.length ? Math.max(this.active, 0) : this.active);
    if (this.lines.length && knownRead()) this.tellAll("What has these words is found in the texts as known now.");
    else if (this.lines.length) this.tellCount();
    else this.tellAll(`Nothing has these words${knownRead() ? " in the texts as known now" : ""}.`);
    this.nameTerms(turn, index).catch(() => {}); // then they stay as they are in addresses
    if (!exact.length && !begun.length) await this.showOthers(turn, query, day, results.length);
    else if (this.lines.every(({ kind }) => kind !== "number")) this.addLater(turn, await titled(query), this.lines.length - (results.length ? 1 : 0));
  }

  // Definitions are called as their terms are written, which takes more files.
  async nameTerms(turn, index) {
    await Promise.all(this.lines.filter(({ unit }) => unit?.kind === "definition").map(async (line) => {
      const name = line.unit.identifier.split(".").pop();
      const term = (await index.terms.ever(name.replaceAll("-", " "))).find(({ first, whole }) => whole && slug(first) === name);
      if (term) line.name = line.name.replace(/“.*”$/, () => `“${term.first}”`);
    }));
    if (turn === this.asking) this.draw(this.active);
  }

  // What is said instead where few texts have the words, and instruments, before what was found: it takes more files.
  async showOthers(turn, query, day, count) {
    const other = await instead(query, day, count);
    if (turn !== this.asking) return;
    const lines = other ? other.lines : await titled(query);
    this.addLater(turn, lines, 0);
    if (other && turn === this.asking) this.tellAll(other.said);
  }

  // Lines that come later, at a place among those that are there.
  addLater(turn, later, place) {
    const there = new Set(this.lines.map((each) => each.href));
    const lines = later.filter((each) => !there.has(each.href));
    if (turn !== this.asking || !lines.length) return;
    this.lines.splice(place, 0, ...lines);
    this.draw(this.active < place ? this.active : this.active + lines.length);
    if (!knownRead()) this.tellCount();
  }

  draw(active) {
    this.list.replaceChildren(...this.lines.map((line, place) => made("li", { role: "option", id: `${this.list.id}-${place}`, "data-kind": line.kind, "aria-selected": "false" },
      made("b", {}, line.name), line.about ? made("span", {}, ` ${line.about}`) : "")));
    this.list.hidden = !this.lines.length;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    this.choose(active);
  }

  choose(place) {
    this.active = place;
    [...this.list.children].forEach((each, at) => each.setAttribute("aria-selected", String(at === place)));
    const option = this.list.children[place];
    if (option) {
      this.input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else this.input.removeAttribute("aria-activedescendant");
  }

  key(event) {
    if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      this.close();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || this.list.hidden) return;
    event.preventDefault();
    const count = this.lines.length + 1;
    this.choose(((this.active + 1 + step + count) % count) - 1);
  }

  close() {
    this.asking += 1;
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
    this.active = -1;
  }

  // Says how it stands: what the list shows, to those alone who do not see it.
  tell(words) {
    this.said?.classList.remove("told");
    this.said?.replaceChildren(words);
    this.list.style.marginTop = "";
  }

  tellCount() {
    this.tell(`${this.lines.length} suggestion${this.lines.length === 1 ? "" : "s"}. With the arrow keys you choose among them.`);
  }

  // Says what stands in no list, for everybody to see.
  tellAll(...words) {
    this.said?.classList.add("told");
    this.said?.replaceChildren(...words);
    const isOver = this.said && getComputedStyle(this.said).position === "absolute"; // the list stands below it
    this.list.style.marginTop = isOver ? `${this.said.offsetHeight + 8}px` : "";
  }

  // Enter: to what is chosen; else to the number or term that it is; else to the page with all that is found.
  async submitted() {
    clearTimeout(this.waiting);
    const query = this.input.value;
    if (!query.trim()) return;
    if (!this.list.hidden && this.active >= 0 && this.lines[this.active]) {
      await this.take(this.lines[this.active]);
      return;
    }
    const isChosen = !this.list.hidden;
    this.close();
    const day = await this.dayOf();
    const { exact, begun } = await asked(query, day);
    const whole = isChosen ? null : exact.length === 1 || (exact.length && exact[0].kind === "term") ? exact[0] : null;
    if (whole) {
      await this.take(whole);
      return;
    }
    const count = (await found(query, day)).length;
    const other = exact.length || begun.length || count ? null : await instead(query, day, count);
    if (!other) this.go(allPlace(query, this.day()));
    else {
      const links = await Promise.all(other.lines.map(async (line) => made("a", { href: (await destination(line)).href }, line.name)));
      clearTimeout(this.waiting); // what was typed is answered by this
      this.asking += 1;
      this.tellAll(other.said, ...links.flatMap((link) => [" ", link]));
    }
  }

  async take(line) {
    if (!line) return;
    this.close();
    const { href, absent } = await destination(line);
    if (absent) this.tellAll(absent, " ", made("a", { href }, nameOf(line.unit)));
    else this.go(href);
  }

  go(url) {
    window.location.assign(url);
  }
}
