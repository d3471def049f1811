// Lets the reader ask for another day. What shows it is fetched when it is asked for, or about to be; where the address is
// of a day, at once. Without this script, the lists of texts lead there.

import { control, day, form, lay } from "./day-form.js";
import { made } from "./drawing.js";
import { ofSite } from "./site-day.js";

const main = document.querySelector("main");
let going = null;

function fetched() {
  return import("./day-going.js").then((found) => (going = found), (error) => {
    document.documentElement.classList.remove("arriving");
    if (!form.querySelector("[role=alert]")) form.append(made("span", { role: "alert" }, "Another day cannot be shown now: load this page again."));
    throw error;
  });
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  (going || await fetched()).showDay();
});
lay.addEventListener("change", async () => (going || await fetched()).layOver());
for (const each of ["focusin", "pointerenter"]) control.addEventListener(each, fetched, { once: true });

// Whoever has the page read for some reads the text of the day on which it is shown.
for (const each of control.querySelectorAll("a[data-for]")) {
  each.href = new URL(`../as-at/${ofSite()}/for/${each.dataset.for}/${control.dataset.page}`, import.meta.url);
}

// From a written text the pages before and after are read on its day; without this script, from when they came to read so.
const dated = document.querySelector(".frame[data-dated]");
for (const each of dated ? main.querySelectorAll(".steps a") : []) {
  const path = each.href.slice(new URL("../", import.meta.url).href.length).replace(/\d{4}-\d\d-\d\d\/$/, "");
  each.href = new URL(`../as-at/${dated.dataset.dated}/${path}`, import.meta.url);
}

day.value = main.querySelector("[data-dated]")?.dataset.dated || document.querySelector(".frame")?.dataset.dated || main.dataset.dayList || ofSite();
const isOfDay = () => /\/as-at\/./.test(window.location.pathname);

// Whoever goes back to a page and forward again to another day comes to the day in the page itself.
window.addEventListener("popstate", () => { if (isOfDay()) fetched(); });

if (isOfDay()) fetched();
else document.documentElement.classList.remove("arriving");
