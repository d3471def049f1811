// A text that is shown by its parts: where another is to be shown, parts that it has too stay as they are, so that a long
// page costs what differs on it and not what there is. A part may begin an element that a later one ends.

import { elements, unclosed, whole } from "./history.js";

export class PartedText {
  constructor(holder) {
    this.holder = holder;
    this.parts = [];
    this.open = [];
    this.unfolding = null;
  }

  // Shows parts, given as kept HTML whose links start from `up`.
  hold(wanted, up) {
    const left = new Map();
    for (const part of this.parts) left.set(part.html, [...(left.get(part.html) || []), part]);
    const parts = wanted.map((html) => (left.get(html) || []).shift() || { html, nodes: null });
    fill(parts.filter(({ nodes }) => !nodes), up);
    for (const { nodes } of [...left.values()].flat()) for (const node of nodes) node.remove();
    this.open = [{ within: this.holder, before: this.holder.firstChild }];
    this.arrange(parts);
    this.parts = parts;
    this.unfolding = null;
    this.holder.removeAttribute("aria-busy");
  }

  // Shows parts a stretch at a time: the first at once, each other when the browser has drawn the one before. It ends where
  // another text is held meanwhile.
  async unfold(stretches, up) {
    const { value: first, done } = stretches.next();
    this.hold(done ? [] : first, up);
    this.unfolding = stretches;
    this.holder.setAttribute("aria-busy", "true");
    await drawn();
    for (const wanted of stretches) {
      if (this.unfolding !== stretches) return;
      const parts = wanted.map((html) => ({ html, nodes: null }));
      fill(parts, up);
      this.arrange(parts);
      this.parts.push(...parts);
      await drawn();
    }
    if (this.unfolding === stretches) this.holder.removeAttribute("aria-busy");
  }

  // Has the parts stand one after another, from where the last one was put, moving none that stands where it should.
  arrange(parts) {
    const { open } = this;
    for (const { nodes, begun, ends } of parts) {
      if (ends) open.splice(Math.max(1, open.length - ends));
      const here = open[open.length - 1];
      for (const node of nodes) {
        if (node === here.before) here.before = node.nextSibling;
        else here.within.insertBefore(node, here.before);
      }
      open.push(...begun.map(({ within, last }) => ({ within, before: last ? last.nextSibling : within.firstChild })));
    }
  }
}

// A page that is not seen is not drawn.
function drawn() {
  return new Promise((go) => {
    if (document.hidden) setTimeout(go);
    else window.requestAnimationFrame(() => setTimeout(go));
  });
}

// The elements of new parts, read all at once, each for itself: a template ends whatever is left open in it. `begun` are
// those that they leave open, each with the last of its own.
function fill(parts, up) {
  if (!parts.length) return;
  const read = elements(whole(parts.map(({ html }) => `<template>${html}</template>`).join(""), up)).querySelectorAll("template");
  parts.forEach((part, place) => {
    part.nodes = [...read[place].content.childNodes].map((each) => document.importNode(each, true));
    const { begun, closed } = unclosed(part.html);
    part.ends = closed.length;
    let within = part.nodes.filter((each) => each.nodeType === 1).pop();
    part.begun = begun.map(() => {
      const found = { within, last: within.lastChild };
      within = within.lastElementChild;
      return found;
    });
  });
}
