// Shows what a defined term or a reference leads to, in place: on hover, on focus and on a tap. The text is taken from
// the page that it leads to, so that it is never a second copy. Without this script the links simply lead there.
"use strict";

const LINKS = "a.term, a.ref";
const OPEN_AFTER = 200;
const CLOSE_AFTER = 300;
const LONG = 4;
const pages = new Map();
const open = [];
const bare = new WeakSet(); // links of which there is nothing to show
let opening = 0;
let closing = 0;
let touched = false;
let returning = false;

function page(url) {
  if (!pages.has(url)) {
    const here = url === location.href.split("#")[0];
    const found = here ? Promise.resolve(document) : fetch(url).then((answer) => {
      if (!answer.ok) throw new Error(answer.statusText);
      return answer.text();
    }).then((text) => new DOMParser().parseFromString(text, "text/html"));
    pages.set(url, found);
    found.catch(() => pages.delete(url));
  }
  return pages.get(url);
}

// A copy of what a link leads to, without any id, its own links made to work from here.
function copied(source, url) {
  const copy = document.importNode(source, true);
  for (const each of [copy, ...copy.querySelectorAll("[id], [href], [src]")]) {
    each.removeAttribute("id");
    for (const name of ["href", "src"]) {
      if (each.hasAttribute(name)) each.setAttribute(name, new URL(each.getAttribute(name), url).href);
    }
  }
  return copy;
}

// A whole page is shown by its heading and what comes first.
function shortened(copy) {
  const listed = copy.querySelectorAll(".clause, .definition");
  for (const each of [...listed].slice(LONG)) each.remove();
  for (const each of copy.querySelectorAll("h2, h3")) {
    if (listed.length > LONG && !each.nextElementSibling) each.remove();
  }
  return copy;
}

// The words that introduce a name, where these have no number of their own: then what is found is a heading, or nothing.
globalThis.introducing = (name, found, whole) => {
  if (found && !/^H\d$/.test(found.tagName)) return found;
  const said = [name, name.replace(/s$/, ""), name.replace(/es$/, ""), name.replace(/ies$/, "y")].map((each) => `“${each}”`);
  return [...whole.querySelectorAll("p, li, td")].find((each) => said.some((words) => each.textContent.includes(words))) || found;
};

async function content(link) {
  const name = link.matches("a.term") ? link.textContent : "";
  const other = globalThis.ofAnyDay ? await globalThis.ofAnyDay(link.href, name) : null;
  if (other) {
    const copy = copied(other.element, link.href);
    return other.isWhole ? shortened(copy) : copy;
  }
  const [url, identifier] = link.href.split("#");
  const target = await page(url);
  const found = identifier ? target.getElementById(decodeURIComponent(identifier)) : null;
  if (found) return copied(found.querySelector("[data-preview]") || found, url);
  const whole = target.querySelector("[data-preview]");
  const words = name && whole?.matches("article") ? globalThis.introducing(name, null, whole) : null;
  if (words) return copied(words, url);
  return whole ? shortened(copied(whole, url)) : null;
}

function level(link) {
  return open.findIndex((each) => each.panel.contains(link)) + 1;
}

// Those that are pinned stay, wherever the reader goes, until they are closed themselves.
function leave(from) {
  const kept = open.findLastIndex((each) => each.panel.classList.contains("pinned")) + 1;
  close(Math.max(from, kept));
}

// Closes all from a depth on. Where the focus was in one of them, it goes back to the link.
function close(from) {
  for (const each of open.splice(from).reverse()) {
    const inside = each.panel.contains(document.activeElement);
    each.panel.remove();
    each.link.removeAttribute("aria-expanded");
    if (inside) {
      returning = true;
      each.link.focus({ preventScroll: true });
      returning = false;
    }
  }
}

function place(panel, link) {
  const at = link.getClientRects()[0];
  const width = panel.offsetWidth;
  const height = panel.offsetHeight;
  const below = at.bottom + 6;
  const left = Math.max(16, Math.min(at.left - 12, document.documentElement.clientWidth - width - 16));
  const fits = below + height < window.innerHeight - 8 || at.top < height + 16;
  panel.style.left = `${left}px`;
  panel.style.top = `${fits ? Math.min(below, Math.max(8, window.innerHeight - height - 8)) : at.top - height - 6}px`;
}

function bar(link) {
  const title = document.createElement("a");
  title.href = link.href;
  title.textContent = link.textContent;
  const line = document.createElement("span");
  line.append(title);
  if (link.dataset.range) {
    const more = document.createElement("small");
    more.textContent = ` the first of ${link.dataset.range}`;
    line.append(more);
  }
  const pin = document.createElement("button");
  pin.type = "button";
  pin.textContent = "Pin";
  pin.setAttribute("aria-pressed", "false");
  pin.addEventListener("click", () => {
    const pinned = pin.closest(".preview").classList.toggle("pinned");
    pin.setAttribute("aria-pressed", String(pinned));
    pin.textContent = pinned ? "Pinned" : "Pin";
  });
  const shut = document.createElement("button");
  shut.type = "button";
  shut.textContent = "Close";
  shut.addEventListener("click", () => close(level(shut) - 1));
  const buttons = document.createElement("span");
  buttons.className = "buttons";
  buttons.append(pin, shut);
  const made = document.createElement("div");
  made.className = "bar";
  made.append(line, buttons);
  return made;
}

// Whether there is anything to show of what a link leads to; it is shown if the reader still wants it.
async function show(link) {
  const at = level(link);
  if (open.some((each) => each.link === link)) return true;
  const inside = await content(link).catch(() => null);
  if (!inside) return false;
  if (!document.contains(link) || !wanted(link)) return true;
  leave(at);
  const body = document.createElement("div");
  body.className = "body";
  body.append(inside);
  const panel = document.createElement("div");
  panel.className = "preview";
  panel.setAttribute("role", "dialog");
  panel.setAttribute("aria-label", link.textContent);
  panel.tabIndex = -1;
  panel.append(bar(link), body);
  document.body.append(panel);
  link.setAttribute("aria-expanded", "true");
  open.push({ link, panel });
  place(panel, link);
  if (!at) uncover(panel, link);
  return true;
}

// On a telephone the panel is at the foot of the screen, and may lie over the link.
function uncover(panel, link) {
  const line = link.getClientRects()[0];
  const over = line.bottom - panel.getBoundingClientRect().top;
  if (over > 0 && line.top < panel.getBoundingClientRect().bottom) window.scrollBy(0, over + 16);
}

// The focus is in it, or on its link, as one has it who uses the keyboard: a mouse that moves does not close it.
function isHeld({ link, panel }) {
  return panel.contains(document.activeElement) || (link === document.activeElement && link.matches(":focus-visible"));
}

// The reader may have gone on while the text was being fetched.
function wanted(link) {
  return touched || link.matches(":hover") || link === document.activeElement;
}

function after(delay, link) {
  clearTimeout(opening);
  clearTimeout(closing);
  opening = setTimeout(() => show(link), delay);
}

document.addEventListener("pointerover", (event) => {
  if (event.pointerType !== "mouse") return;
  touched = false;
  const link = event.target.closest(LINKS);
  if (link) after(OPEN_AFTER, link);
  else if (event.target.closest(".preview")) {
    clearTimeout(closing);
    clearTimeout(opening);
    const depth = open.findIndex((each) => each.panel.contains(event.target)) + 1;
    if (depth < open.length) closing = setTimeout(() => leave(depth), CLOSE_AFTER);
  } else {
    clearTimeout(opening);
    clearTimeout(closing);
    closing = setTimeout(() => { if (!open.some(isHeld)) leave(0); }, CLOSE_AFTER);
  }
});

document.addEventListener("focusin", (event) => {
  if (returning) return;
  const link = event.target.closest(LINKS);
  if (link && link.matches(":focus-visible")) {
    if (!open.some((each) => each.link === link)) leave(level(link)); // it may lie over this one
    after(0, link);
  } else if (!link && !event.target.closest(".preview")) leave(0);
});

// A first tap shows, a second one follows. So does the first where there is nothing to show.
document.addEventListener("pointerdown", (event) => {
  touched = event.pointerType === "touch";
});

// Not when it is pressed: who has pressed beside it, or scrolls, may think better of it.
document.addEventListener("pointerup", (event) => {
  if (!event.target.closest(`.preview, ${LINKS}`)) leave(0);
});

document.addEventListener("click", (event) => {
  const link = event.target.closest(LINKS);
  if (!link || !touched || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (bare.has(link) || open.some((each) => each.link === link)) return;
  event.preventDefault();
  show(link).then((isAnything) => {
    if (isAnything) return;
    bare.add(link);
    link.click();
  });
});

document.addEventListener("keydown", (event) => {
  if (!open.length) return;
  const last = open[open.length - 1];
  if (event.key === "Escape") {
    event.preventDefault();
    clearTimeout(opening);
    close(open.length - 1);
  } else if (event.key === "ArrowDown" && document.activeElement === last.link) {
    event.preventDefault();
    last.panel.focus();
  }
});

window.addEventListener("resize", () => leave(0));
window.addEventListener("scroll", () => {
  for (const each of open) {
    if (!each.panel.classList.contains("pinned")) place(each.panel, each.link);
  }
}, { passive: true });
