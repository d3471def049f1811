// The form by which a day is asked for, the choice of what is laid over the text, and that of for whom it is read.

import { made } from "./drawing.js";

export const control = document.querySelector(".any-day");
export const day = made("input", { type: "date", id: "any-day", required: true });
export const form = made("form", { class: "choose-day" },
  made("label", { for: "any-day" }, "Read ", made("span", { class: "wordy" }, "this "), "as at"), day, made("button", { type: "submit" }, "Show"));
export const lay = control.querySelector(".layers") || made("fieldset", { class: "layers", hidden: true }, made("legend", {}, "Show changes"));

control.querySelector(".day-control").append(form);
export const readFor = control.querySelector(".read-for") || made("div", { class: "read-for", hidden: true });

control.querySelector(".day-control").after(lay, readFor);

// A browser that comes back to a page ticks what was ticked, though nothing is laid over the text yet.
for (const each of lay.querySelectorAll("input")) each.checked = false;
