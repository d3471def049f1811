// Two texts of a document in one: what was taken out struck through, what was put in underlined, by provision and word.

import { elements, escaped, unclosed, whole } from "./history.js";

const MOST = 1500;
const BLOCKS = "p, h1, h2, h3, h4, h5, h6, caption, tr, pre, .formula, figure";

// The steps from one list to another, shortest (Myers 1986): [sign, place before, place after], sign -1, 0 or 1.
function steps(before, after) {
  let start = 0;
  let end = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  while (end < before.length - start && end < after.length - start
    && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const found = [];
  for (let each = 0; each < start; each += 1) found.push([0, each, each]);
  const inner = shortest(before.slice(start, before.length - end), after.slice(start, after.length - end));
  for (const [sign, one, other] of inner) found.push([sign, one + start, other + start]);
  for (let each = end; each > 0; each -= 1) found.push([0, before.length - each, after.length - each]);
  return found;
}

function shortest(before, after) {
  const all = before.length + after.length;
  let reached = new Map([[1, 0]]);
  const trace = [];
  for (let count = 0; count <= all && count <= MOST; count += 1) {
    const now = new Map(reached);
    trace.push(reached);
    for (let line = -count; line <= count; line += 2) {
      const down = line === -count || (line !== count && (reached.get(line - 1) ?? -1) < (reached.get(line + 1) ?? -1));
      let one = down ? reached.get(line + 1) ?? 0 : (reached.get(line - 1) ?? 0) + 1;
      while (one < before.length && one - line < after.length && before[one] === after[one - line]) one += 1;
      now.set(line, one);
      if (one >= before.length && one - line >= after.length) return backwards(trace, before.length, after.length);
    }
    reached = now;
  }
  return [...before.map((_, place) => [-1, place, 0]), ...after.map((_, place) => [1, before.length, place])];
}

function backwards(trace, one, other) {
  const found = [];
  for (let count = trace.length - 1; count > 0; count -= 1) {
    const reached = trace[count];
    const line = one - other;
    const down = line === -count || (line !== count && (reached.get(line - 1) ?? -1) < (reached.get(line + 1) ?? -1));
    const first = reached.get(down ? line + 1 : line - 1);
    const second = first - (down ? line + 1 : line - 1);
    while (one > first + (down ? 0 : 1) && other > second + (down ? 1 : 0)) {
      one -= 1;
      other -= 1;
      found.push([0, one, other]);
    }
    found.push([down ? 1 : -1, first, second]);
    [one, other] = [first, second];
  }
  while (one > 0) {
    one -= 1;
    other -= 1;
    found.push([0, one, other]);
  }
  return found.reverse();
}

function marked(sign, html) {
  if (!html) return "";
  return sign < 0
    ? `<del><span class="aloud">omitted: </span>${html}</del>`
    : `<ins><span class="aloud">inserted: </span>${html}</ins>`;
}

// Words before and after in one.
export function words(before, after) {
  const old = before.split(/(?<=\s)/);
  const now = after.split(/(?<=\s)/);
  const found = [];
  for (const [sign, one, other] of steps(old, now)) {
    const word = sign > 0 ? now[other] : old[one];
    if (found.length && found[found.length - 1][0] === sign) found[found.length - 1][1] += word;
    else found.push([sign, word]);
  }
  return found.map(([sign, said]) => (sign ? marked(sign, escaped(said)) : escaped(said))).join("");
}

// The lines of a piece: its paragraphs, headings and rows, each with its label and how deep it stands.
function lines(html) {
  const body = elements(html);
  return [...body.querySelectorAll(BLOCKS)].filter((each) => !each.parentElement.closest(BLOCKS)).map((each) => {
    const holder = each.closest(".paragraph, .clause");
    const first = holder && holder.querySelector(".said > p") === each;
    const label = first ? holder.querySelector(":scope > .number").textContent : "";
    let depth = 0;
    for (let above = each.closest(".paragraph"); above; above = above.parentElement.closest(".paragraph")) depth += 1;
    const cells = each.localName === "tr" ? [...each.children].map((cell) => cell.textContent.trim()).join(" | ") : "";
    return { label, depth, said: (cells || each.textContent).replace(/\s+/g, " ").trim() };
  });
}

function line(each, html) {
  const label = each.label ? `<span class="number">${escaped(each.label)}</span> ` : "";
  return `<p class="d${Math.min(each.depth, 7)}">${label}${html}</p>\n`;
}

function alike(one, other) {
  if (one.label && one.label === other.label) return true;
  const all = new Set(one.said.split(" "));
  const others = other.said.split(" ");
  return others.filter((word) => all.has(word)).length * 2 >= Math.max(all.size, others.length);
}

// A piece that changed, line by line.
function changed(before, after) {
  const old = lines(before);
  const now = lines(after);
  const key = (each) => `${each.depth} ${each.label} ${each.said}`;
  const found = [];
  let gone = [];
  let come = [];
  const settle = () => {
    for (const each of come) {
      const place = gone.findIndex((other) => alike(other, each));
      for (const other of gone.splice(0, place < 0 ? 0 : place)) found.push(line(other, marked(-1, escaped(other.said))));
      if (place < 0) found.push(line(each, marked(1, escaped(each.said))));
      else found.push(renamed(gone.shift(), each));
    }
    for (const other of gone) found.push(line(other, marked(-1, escaped(other.said))));
    gone = [];
    come = [];
  };
  for (const [sign, one, other] of steps(old.map(key), now.map(key))) {
    if (sign < 0) gone.push(old[one]);
    else if (sign > 0) come.push(now[other]);
    else {
      settle();
      found.push(line(now[other], escaped(now[other].said)));
    }
  }
  settle();
  return found.join("");
}

function renamed(before, after) {
  const label = before.label === after.label ? "" : `${words(before.label, after.label)} `;
  return line({ ...after, label: label ? "" : after.label }, label + words(before.said, after.said));
}

function all(edition, url) {
  const pages = edition ? edition.pages.filter((each) => !url || each.url === url) : [];
  return pages.flatMap((page) => page.pieces);
}

function boxed(html, id) {
  return `<div class="redline"${id ? ` data-provision="${escaped(id)}"` : ""}>\n${html}</div>\n`;
}

// What each of some pieces is called whatever its words are: whose it is, or of what it is the end; otherwise its words.
export function names(history, list) {
  const { pieces, who } = history.pack;
  const open = [];
  return list.map((piece) => {
    const { begun, closed } = unclosed(pieces[piece]);
    const ended = closed.length;
    const name = who[piece] || (ended ? `end of ${open[open.length - ended]}` : history.unlinked(piece));
    open.length = Math.max(0, open.length - ended);
    open.push(...begun.map(() => name));
    return name;
  });
}

// What is shown instead of a piece, where links to it lead as before. What holds others still holds them.
export function framed({ pieces, ids }, piece, html) {
  const { begun, closed } = unclosed(pieces[piece]);
  if (begun.length || closed.length) return begun.join("") + html + closed.join("");
  return ids[piece] ? `<div id="${escaped(ids[piece])}">\n${html}</div>\n` : html;
}

// Two editions of a document, or of one page, piece by piece: [name, piece, what differs as HTML, empty where nothing
// does, whether it stands in both]. What was moved is told where it came to stand.
export function differences(history, before, after, url = "") {
  const { pieces, who } = history.pack;
  const old = all(before, url);
  const now = all(after, url);
  const stood = new Map(old.map((piece) => [who[piece], piece]));
  const stays = new Set(now.map((piece) => who[piece]));
  const found = [];
  const [were, are] = [names(history, old), names(history, now)];
  for (const [sign, one, other] of steps(were, are)) {
    const piece = sign > 0 ? now[other] : old[one];
    const name = sign > 0 ? are[other] : were[one];
    const moved = Boolean(who[piece]) && (sign < 0 ? stays.has(who[piece]) : sign > 0 && stood.has(who[piece]));
    if (sign) {
      const said = lines(pieces[piece]).length && !(sign < 0 && moved);
      if (said && sign < 0) found.push([name, piece, changed(pieces[piece], ""), false]);
      else if (said) found.push([name, piece, (moved ? '<p class="how">Moved here</p>\n' : "") + changed(moved ? pieces[stood.get(who[piece])] : "", pieces[piece]), false]);
    } else if (history.unlinked(old[one]) === history.unlinked(now[other])) found.push([name, now[other], "", true]);
    else found.push([name, now[other], changed(pieces[old[one]], pieces[now[other]]), true]);
  }
  return found;
}

// The same in one text. Without `unchanged`, what is the same is left out.
export function redlined(history, before, after, { url = "", up = "", unchanged = false } = {}) {
  const found = [];
  let count = 0;
  for (const [, piece, html, stays] of differences(history, before, after, url)) {
    const box = html ? boxed(html, history.pack.ids[piece]) : "";
    if (html) found.push(unchanged && stays ? framed(history.pack, piece, box) : box);
    else if (unchanged) found.push(whole(history.pack.pieces[piece], up));
    if (html) count += 1;
  }
  return { html: found.join(""), count };
}
