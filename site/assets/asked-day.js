// Tells below the history of a provision what held on a day that the reader asks for: its words, and what came after. What it
// says for some leads to the whole text for them.
"use strict";

{
  // The words that held from the day of an entry, with what varied them for everybody, without marks, and on which days
  // anything changed since. What never changed has no words in its history.
  function say(found, days, day) {
    const words = found.querySelector(":scope > .words-of > a");
    const source = words ? document.getElementById(words.hash.slice(1)) : found;
    const told = varied(found) || (source && source.querySelector(":scope > .marked"));
    const said = document.createElement("div");
    said.className = "then-said";
    if (told) said.append(...left(told));
    else if (!days.some((each) => each.querySelector(":scope > :is(.marked, .too-long)"))) said.append(unchanged(days));
    if (said.querySelector(".redline")) said.prepend(paragraph("On ", bold(printed(day)), found.matches(".coming") ? " it is to read:" : " it read:"));
    said.prepend(...forSome(found));
    const since = days.slice(0, days.indexOf(found)).reverse();
    const line = paragraph();
    const [gone, coming] = [false, true].map((is) => since.filter((each) => each.matches(".coming") === is));
    if (gone.length) line.append("Changed after that on ", ...listed(gone), ". ", ...worded(found, gone));
    if (coming.length) line.append("To change on ", ...listed(coming), ".");
    if (!since.length) line.append("Nothing is known to have changed after that.");
    said.append(line);
    found.querySelector(":scope > :is(h2, h3)").after(said);
  }

  // The ways to what it said then to some.
  function forSome(found) {
    return [...found.querySelectorAll(":scope > .for-some")].map((each) => {
      const [sign, link] = ["span", "a"].map((name) => document.createElement(name));
      sign.className = "sign";
      sign.dataset.sign = "≈";
      link.href = each.querySelector(":scope > a")?.hash || `#${each.id}`;
      link.textContent = `It read otherwise for ${each.dataset.whom}`;
      each.open = true;
      return paragraph(sign, " ", link);
    });
  }

  function paragraph(...words) {
    const found = document.createElement("p");
    found.append(...words);
    return found;
  }

  function bold(words) {
    const found = document.createElement("b");
    found.textContent = words;
    return found;
  }

  // On which of the days after an entry its words changed, where that was not on all of them; nothing where they are too long.
  function worded(found, gone) {
    const all = [found, ...gone];
    if (all.some((each) => each.querySelector(":scope > p.as-varied"))) return [];
    const said = all.map((each) => varied(each)?.querySelector(".redline").textContent ?? "");
    const changed = gone.filter((each, place) => each.querySelector(":scope > :is(.marked, .too-long)") || said[place] !== said[place + 1]);
    if (!changed.length) return ["Its words stayed the same. "];
    return changed.length < gone.length ? ["Its words changed on ", ...listed(changed), ". "] : [];
  }

  // What an entry says with the variations that held for everybody.
  function varied(entry) {
    return entry.querySelector(":scope > .as-varied");
  }

  // The days of entries, each leading to its own.
  function listed(entries) {
    return entries.flatMap((each, place) => {
      const link = document.createElement("a");
      link.href = `#${each.id}`;
      link.textContent = printed(each.dataset.from);
      return [place ? ", " : "", link];
    });
  }

  // The words that a fold of marked ones comes to, or that they were taken out; nothing where they are too long.
  function left(fold) {
    const redline = fold.querySelector(".redline")?.cloneNode(true);
    if (!redline) return [];
    for (const each of redline.querySelectorAll("del, .aloud, .block.deleted, tr.deleted, .end")) each.remove();
    if (redline.textContent.trim()) return [redline];
    return [paragraph(fold.matches(".as-varied") ? "It was left out by a variation." : "It was not part of the text on that day.")];
  }

  // The words of what never changed: those above, or where these are those of a variation, what it was made of.
  function unchanged(days) {
    const fold = varied(days.find((each) => each.matches(".now")) ?? days[0]);
    if (fold && !fold.querySelector(".redline")) return paragraph("Its words were as they stand above, but for what is said of variations.");
    const found = fold ? fold.querySelector(".redline").cloneNode(true) : document.createElement("div");
    found.className = "redline";
    if (fold) {
      for (const each of found.querySelectorAll("ins, .aloud, .block.inserted, tr.inserted")) each.remove();
      for (const each of found.querySelectorAll("del")) each.replaceWith(...each.childNodes);
      return found;
    }
    const text = document.querySelector("article.alone").cloneNode(true);
    for (const each of text.querySelectorAll(".apparatus, .beside, .permalink")) each.remove();
    for (const each of text.querySelectorAll("[id]")) each.removeAttribute("id");
    found.append(...text.childNodes);
    return found;
  }

  function printed(day) {
    return new Date(`${day}T00:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  }

  // Where no other day is named, that of the site.
  const home = new URL("../", document.currentScript.src);
  for (const each of document.querySelectorAll("a[data-read]")) {
    const day = each.dataset.on || getComputedStyle(document.documentElement).getPropertyValue("--site-as-at").trim();
    each.href = new URL(`as-at/${day}/for/${each.dataset.for}/${each.dataset.read}`, home);
  }

  for (const form of document.querySelectorAll("form[data-asks-day]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const day = form.elements.day.value;
      const days = [...document.querySelectorAll("[data-story] > .event")];
      const found = days.find((each) => each.dataset.from <= day);
      for (const each of days) each.classList.toggle("asked", each === found);
      const answer = form.querySelector("[role=status]");
      answer.textContent = found ? "" : "It was not part of the text on that day.";
      for (const each of document.querySelectorAll(".then-said")) each.remove();
      if (!found) return;
      say(found, days, day);
      found.tabIndex = -1;
      found.focus({ preventScroll: true });
      found.scrollIntoView({ block: "start" });
    });
    const on = new URLSearchParams(location.search).get("on"); // who comes from the text of that day
    if (/^\d{4}-\d\d-\d\d$/.test(on) && on >= form.elements.day.min) {
      form.elements.day.value = on;
      if (form.elements.day.value) form.requestSubmit();
    }
  }
}
