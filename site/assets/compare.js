// Any two days of a document compared in the browser, out of its history pack.

import { cited } from "./day-address.js";
import { documents, elements, history, isDay, printed } from "./history.js";
import { redlined } from "./redline.js";
import { ownPath } from "./search-day.js";

const form = document.querySelector(".comparing");
const place = document.querySelector("#compared");
const status = document.querySelector("#how-compared");
const { doc, from, to } = form.elements;

// Says what was found, which is read aloud; the text itself is not.
function said(line) {
  status.textContent = line;
  place.replaceChildren();
}

// What the address asks for; a day that is not named is the first, or today's.
async function asked() {
  const all = await documents();
  const wanted = new URLSearchParams(window.location.search);
  const found = all.documents.find((each) => each.document === wanted.get("doc") || each.root === `${wanted.get("doc")}/`);
  if (found) doc.value = found.document;
  const chosen = all.documents.find((each) => each.document === doc.value);
  from.min = all.days[0];
  to.min = all.days[0];
  from.value = isDay(wanted.get("from") || "") ? wanted.get("from") : chosen.days[0];
  to.value = isDay(wanted.get("to") || "") ? wanted.get("to") : all.today;
  return { chosen, wanted: Boolean(found) };
}

async function compare() {
  const all = await documents();
  const found = all.documents.find((each) => each.document === doc.value);
  if (!isDay(from.value) || !isDay(to.value)) {
    said("Choose two days.");
    return;
  }
  const pack = await history(found);
  const [before, after] = [pack.at(from.value), pack.at(to.value)];
  const days = `${printed(from.value)} and ${printed(to.value)}`;
  if (!before && !after) {
    said(`${found.name} was not part of the Code on ${days}.`);
    return;
  }
  const { html, count } = redlined(pack, before, after, { up: `../as-at/${to.value}/` });
  said(count ? `${found.name}: ${count} ${count === 1 ? "provision differs" : "provisions differ"} between ${days}. What was taken out is struck through, what was put in underlined.`
    : `${found.name} says the same on ${days}.`);
  const body = new DOMParser().parseFromString(`<!doctype html><body>${html}`, "text/html").body;
  for (const each of body.querySelectorAll("[data-provision]")) titled(each, found, pack.pack);
  place.append(...[...body.childNodes].map((each) => document.importNode(each, true)));
  document.title = `${found.name}: ${days} compared`;
}

// What a provision is called; of a definition, what it defines.
function nameOf(own, found, { pieces, ids }) {
  const html = pieces[ids.indexOf(own)];
  const term = html.startsWith('<div class="definition') ? elements(html).querySelector("dfn") : null;
  return term ? `${cited(found.name, own.slice(0, own.lastIndexOf(".")))} “${term.textContent}”` : cited(found.name, own);
}

// Each provision leads to where it stands on the later day.
function titled(each, found, pack) {
  const own = each.dataset.provision;
  const link = document.createElement("a");
  link.href = `../as-at/${to.value}/${ownPath(found.root, own)}`;
  link.textContent = nameOf(own, found, pack);
  const heading = document.createElement("p");
  heading.className = "how";
  heading.append(link);
  each.prepend(heading);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const query = new URLSearchParams({ doc: doc.value, from: from.value, to: to.value });
  window.history.replaceState(null, "", `?${query}`);
  compare();
});

asked().then(({ wanted }) => (wanted ? compare() : null)).catch(() => said("What is needed to compare could not be fetched."));
