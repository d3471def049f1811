// The box on every page. What it needs is fetched when a reader goes to it; without this script it is not shown.

import { dayRead } from "./search-day.js";

for (const form of document.querySelectorAll("form[data-search]")) {
  form.dataset.searchReady = "";
  const input = form.elements.q;
  const at = form.querySelector("[name=at]");
  let box = null;
  const ready = () => {
    box ||= import("./search-box.js").then(({ Box }) => new Box(form, () => (at && at.value) || dayRead()));
    return box;
  };
  const prepare = () => { ready().then((each) => each.prepare()).catch(() => { box = null; }); };
  input.addEventListener("focus", prepare);
  input.addEventListener("input", () => { if (!box) prepare(); });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ready().then((each) => each.submitted()).catch(() => {
      box = null;
      const said = form.querySelector("[role=status]");
      said.classList.add("told");
      said.textContent = "The search could not be fetched: try again.";
    });
  });
  if (document.activeElement === input) prepare();
}
