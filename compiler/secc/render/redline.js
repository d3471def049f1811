// Goes from change to change (n and p, or the buttons), opens the whole text, and puts old and new beside each other.
"use strict";
{
  const text = document.querySelector("main");
  const bar = document.querySelector(".bar");
  const at = (id) => document.getElementById(id);
  const changes = () => [...text.querySelectorAll("[id^='change-']")];
  const folds = [...text.querySelectorAll("details.same")];
  const inline = text.classList.contains("inline");
  let here = -1;

  const go = (by) => {
    const all = changes();
    if (!all.length) return;
    const focused = all.indexOf(document.activeElement.closest("[id^='change-']"));
    if (focused >= 0) here = focused;
    here = Math.min(all.length - 1, Math.max(0, here + by));
    for (const each of text.querySelectorAll(".here")) each.classList.remove("here");
    all[here].classList.add("here");
    all[here].focus({ preventScroll: true });
    all[here].scrollIntoView({ block: "center" });
    at("where").textContent = `Change ${here + 1} of ${all.length}`;
  };

  // A copy of what a block says, without the words of the other text.
  const side = (parts, name, other) => {
    const copy = document.createElement("div");
    copy.className = name;
    copy.append(...parts.map((each) => each.cloneNode(true)));
    const state = other === "ins" ? "inserted" : "deleted";
    for (const each of copy.querySelectorAll(`${other}, tr.${state}, :is(td, th).${state}`)) each.remove();
    for (const each of copy.querySelectorAll("[id]")) each.removeAttribute("id");
    return copy;
  };

  const put = (beside) => {
    text.classList.toggle("side-by-side", beside);
    for (const block of text.querySelectorAll(".block")) {
      if (beside) {
        const parts = [...block.children].filter((each) => !each.matches(".told"));
        block.kept = parts;
        for (const each of parts) each.remove();
        block.append(side(parts, "before", "ins"), side(parts, "after", "del"));
      } else if (block.kept) {
        for (const each of block.querySelectorAll(":scope > .before, :scope > .after")) each.remove();
        block.append(...block.kept);
        block.kept = null;
      }
    }
  };

  at("next").addEventListener("click", () => go(1));
  at("previous").addEventListener("click", () => go(-1));
  at("everything").checked = folds.length > 0 && folds.every((each) => each.open);
  at("everything").addEventListener("change", (event) => {
    for (const each of folds) each.open = event.target.checked;
  });
  at("beside").addEventListener("change", (event) => put(event.target.checked));
  at("beside").closest("label").hidden = !inline;
  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest("input:not([type='checkbox']), textarea, select");
    if (!at("keys").checked || writing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "n") go(1);
    if (event.key === "p") go(-1);
  });
  bar.hidden = changes().length === 0;
}
