// What makes reading easier: redlines in place, citations to copy, contents that follow, and keys. Without this script
// each of them is a link, or is not missed.
"use strict";

{
  const page = document.documentElement;

  // A page that is out of date leads to the text of the reader's own day.

  const then = document.querySelector("html.outdated .out-of-date a.then");
  if (then) {
    then.href = then.getAttribute("href").replace(/timeline\/.*$/, `as-at/${page.dataset.reader}/${then.dataset.then}`);
  }

  // The redline of a change, taken from the page of the provision and put below its words.

  async function fetched(url) {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(answer.statusText);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  }

  function redline(found, day, url) {
    const event = found.getElementById(day);
    const marked = event && event.querySelector(".marked .redline");
    if (!marked) return null;
    const copy = document.importNode(marked, true);
    for (const each of copy.querySelectorAll("[id]")) each.removeAttribute("id");
    for (const each of copy.querySelectorAll("[href]")) each.href = new URL(each.getAttribute("href"), url).href;
    copy.classList.add("in-place");
    copy.tabIndex = -1;
    return copy;
  }

  async function show(link) {
    const holder = link.closest(".clause, .definition, .did");
    const shown = holder.querySelector(":scope > .in-place");
    if (shown) {
      shown.remove();
      link.textContent = "show";
      link.setAttribute("aria-expanded", "false");
      return;
    }
    const [url, day] = link.href.split("#");
    const found = redline(await fetched(url), day, url);
    if (!found) throw new Error("no redline there");
    holder.querySelector(":scope > .said").after(found);
    link.textContent = "hide";
    link.setAttribute("aria-expanded", "true");
  }

  for (const each of document.querySelectorAll("a.shows")) {
    each.setAttribute("role", "button");
    each.setAttribute("aria-expanded", "false");
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.shows");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(link).catch(() => { location.href = link.href; });
  });

  document.addEventListener("keydown", (event) => {
    const link = event.key === " " && event.target.closest && event.target.closest("a.shows");
    if (!link) return;
    event.preventDefault();
    link.click();
  });

  // Citations. A paragraph that is marked is the one that is cited.

  function paragraph(holder) {
    const name = decodeURIComponent(location.hash.slice(1));
    const target = name && document.getElementById(name);
    if (!target || target === holder || !holder.contains(target) || !target.classList.contains("paragraph")) return "";
    const own = holder.id && name.startsWith(`${holder.id}.`) ? name.slice(holder.id.length + 1) : name;
    return own.split(".").map((each) => `(${each})`).join("");
  }

  // Of a text of any day: the day, and for whom it is read, in words, and the beginning of its addresses.
  function chosen() {
    return document.querySelector("[data-as-at]").dataset;
  }

  function address(holder, button) {
    const part = paragraph(holder);
    const own = button.dataset.own ? chosen().asAt + button.dataset.own : button.dataset.page;
    const url = new URL(own || location.pathname, location.href);
    if (part) url.hash = part.slice(1, -1).replaceAll(")(", ".");
    return url.href;
  }

  function citation(holder, button) {
    const said = "ofToday" in page.dataset ? getComputedStyle(page).getPropertyValue("--site-day").trim() : "";
    const named = (button.dataset.own ? chosen().day : button.dataset.day) || (said && JSON.parse(said));
    const day = named ? ` as at ${named}` : "";
    const { whom, known } = button.dataset.own ? chosen() : button.dataset;
    const how = whom ? `, as it has effect for ${whom}` : known ? `, as known on ${known}` : "";
    return `${button.dataset.cite}${paragraph(holder)} of the ${page.dataset.code}${day}${how}`;
  }

  // The words as they are read, each paragraph on a line of its own with its label; not what the site says of them.
  function words(holder) {
    const copy = holder.cloneNode(true);
    for (const each of copy.querySelectorAll(".beside, .in-place, .aloud, .note, .permalink")) each.remove();
    for (const each of copy.querySelectorAll("p, tr")) each.append(END);
    return copy.textContent.replace(/\s+/g, " ").replaceAll(` ${END}`, END).replaceAll(`${END} `, END).replaceAll(END, "\n").trim();
  }

  const END = "\u0001";
  const COPIED = {
    citation: (holder, button) => `${citation(holder, button)}\n${address(holder, button)}`,
    link: address,
    text: (holder) => words(holder),
  };

  // What has come of it is read aloud too.
  const aloud = document.createElement("span");
  aloud.className = "aloud";
  aloud.setAttribute("role", "status");
  document.querySelector("footer").append(aloud);

  async function copy(button) {
    const holder = button.closest(".clause, .definition, .meaning") || document.querySelector("article");
    const said = button.textContent;
    try {
      await navigator.clipboard.writeText(COPIED[button.dataset.copy](holder, button));
      button.textContent = "Copied";
    } catch {
      button.textContent = "Could not be copied";
    }
    aloud.textContent = button.textContent;
    setTimeout(() => {
      button.textContent = said;
      aloud.textContent = "";
    }, 2000);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-copy]");
    if (button) copy(button);
  });

  // The contents follow: the heading last passed is the current one.

  const followed = new Map();
  for (const each of document.querySelectorAll('.contents a[href^="#"]')) {
    const target = document.getElementById(decodeURIComponent(each.hash.slice(1)));
    if (target) followed.set(target, each);
  }

  function follow() {
    const passed = [...followed.keys()].filter((each) => each.getBoundingClientRect().top < innerHeight / 3);
    for (const [target, link] of followed) {
      if (target === passed.at(-1)) link.setAttribute("aria-current", "location");
      else if (link.getAttribute("aria-current") === "location") link.removeAttribute("aria-current");
    }
  }

  if (followed.size) {
    const above = 1_000_000; // what the reader leaps over counts as passed
    const watching = new IntersectionObserver(follow, { rootMargin: `${above}px 0px -66% 0px`, threshold: [0, 1] });
    for (const target of followed.keys()) watching.observe(target);
  }

  // A number leads to its provision. Where another script answers the box (`data-search-ready`), it is left to that.

  const NUMBER = /^(?:section\s*)?([a-z]{1,2}\d+[a-z]*(?:\.\d+[a-z]*)*)\s*((?:\([a-z0-9]+\))*)$/i;

  function numbered(said) {
    const found = NUMBER.exec(said.trim());
    if (!found) return [];
    const number = found[1].replace(/\s/g, "").toUpperCase();
    const paragraphs = found[2].slice(1, -1).replaceAll(")(", ".").toLowerCase();
    const letter = /^(.*\d)([A-Z])$/.exec(number);
    const ways = [`${number}/${paragraphs ? `#${paragraphs}` : ""}`];
    return letter && !paragraphs ? [...ways, `${letter[1]}/#${letter[2].toLowerCase()}`] : ways;
  }

  async function go(form) {
    const home = new URL(form.getAttribute("action").replace(/terms\/$/, "./"), location.href);
    for (const way of numbered(form.elements.q.value)) {
      const url = new URL(way, home);
      const answer = await fetch(url);
      if (answer.ok) {
        location.href = url.href;
        return;
      }
    }
    const said = form.querySelector("[role=status]");
    said.classList.add("told");
    said.textContent = said.dataset.noNumber;
  }

  for (const form of document.querySelectorAll("form[data-search]")) {
    form.addEventListener("submit", (event) => {
      if ("searchReady" in form.dataset) return;
      event.preventDefault();
      go(form).catch(() => { form.submit(); });
    });
  }

  // Keys, unless something is being typed or the reader has switched them off.

  const KEYS = { "/": "Search, or the list of defined terms", n: "Next page", p: "Previous page", "?": "This list" };
  const OFF = "keys-off";

  function kept() {
    try {
      return localStorage.getItem(OFF) === "yes";
    } catch {
      return false;
    }
  }

  function keep(off) {
    try {
      localStorage.setItem(OFF, off ? "yes" : "no");
    } catch {
      // Where nothing may be kept, the choice lasts for this page.
    }
  }

  let off = kept();

  function line(key, what) {
    const row = document.createElement("div");
    const term = document.createElement("dt");
    const said = document.createElement("dd");
    const sign = document.createElement("kbd");
    sign.textContent = key;
    term.append(sign);
    said.textContent = what;
    row.append(term, said);
    return row;
  }

  function help() {
    const dialog = document.createElement("dialog");
    dialog.className = "keys";
    dialog.setAttribute("aria-labelledby", "keys-title");
    const title = document.createElement("h2");
    title.id = "keys-title";
    title.textContent = "Keys";
    const list = document.createElement("dl");
    for (const [key, what] of Object.entries(KEYS)) list.append(line(key, what));
    list.append(line("Esc", "Close what is open"));
    const choice = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = !off;
    box.addEventListener("change", () => { off = !box.checked; keep(off); });
    choice.append(box, " Single keys do this");
    const shut = document.createElement("button");
    shut.type = "button";
    shut.textContent = "Close";
    shut.addEventListener("click", () => dialog.close());
    dialog.append(title, list, choice, shut);
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  }

  function search() {
    const box = document.querySelector("[data-search] input[name=q]");
    if (box) box.focus();
    else document.querySelector('.masthead a[href$="terms/"]').click();
  }

  const DONE = {
    "/": search,
    n: () => document.querySelector("a[rel=next]")?.click(),
    p: () => document.querySelector("a[rel=prev]")?.click(),
    "?": help,
  };

  document.querySelector("[data-keys]")?.addEventListener("click", help);

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target.closest("input, textarea, select, [contenteditable], dialog")) return;
    if (off || !(event.key in DONE)) return;
    event.preventDefault();
    DONE[event.key]();
  });
}
