// Lets the reader ask for another day. What shows it is fetched when it is asked for, or about to be; where the address is
// of a day, at once. Without this script, the lists of texts lead there.

import { control, day, form, lay } from "./day-form.js";
import { ofSite } from "./site-day.js";

const main = document.querySelector("main");
let going = null;
const fetched = () => import("./day-going.js").then((found) => (going = found));

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (going) going.showDay();
  else fetched().then(({ showDay }) => showDay());
});
lay.addEventListener("change", () => {
  if (going) going.layOver();
  else fetched().then(({ layOver }) => layOver());
});
for (const each of ["focusin", "pointerenter"]) control.addEventListener(each, fetched, { once: true });

day.value = main.querySelector("[data-dated]")?.dataset.dated || document.querySelector(".frame")?.dataset.dated || main.dataset.dayList || ofSite();
if (/\/as-at\/./.test(window.location.pathname)) fetched();
else document.documentElement.classList.remove("arriving");
