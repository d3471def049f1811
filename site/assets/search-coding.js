// Numbers and sorted lines, as `secc/site/search/coding.py` writes them.

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = new Uint8Array(128);
[...DIGITS].forEach((each, place) => { VALUES[each.charCodeAt(0)] = place; });
const MORE = 32;

// Reads numbers one after another.
export class Reader {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  get ended() {
    return this.at >= this.text.length;
  }

  next() {
    let value = 0;
    let scale = 1;
    for (;;) {
      const digit = VALUES[this.text.charCodeAt(this.at)];
      this.at += 1;
      if (digit < MORE) return value + digit * scale;
      value += (digit - MORE) * scale;
      scale *= MORE;
    }
  }

  // Whether a sign comes next, which is then passed over.
  passes(sign) {
    const found = this.text[this.at] === sign;
    if (found) this.at += 1;
    return found;
  }
}

export function numbers(text) {
  const reader = new Reader(text);
  const found = [];
  while (!reader.ended) found.push(reader.next());
  return found;
}

// Lines that each say what they have in common with the one before; `next` makes one out of the one before.
export function lines(text, next = null) {
  let before = "";
  return text.split("\n").map((line) => {
    if (next && line === "+") before = next(before);
    else {
      const reader = new Reader(line);
      const shared = reader.next();
      before = before.slice(0, shared) + line.slice(reader.at);
    }
    return before;
  });
}
