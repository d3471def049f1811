// Says when a page is out of date: when the day has come on which its text changes, or the site is of that day already
// and the page was kept from before. It runs before anything is drawn, so that nothing moves; what it shows stands in
// the page already.
"use strict";

{
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const page = document.documentElement;
  const ofSite = getComputedStyle(page).getPropertyValue("--site-as-at").trim();
  const next = page.dataset.nextChange;
  if (next && (today >= next || ofSite >= next)) page.classList.add("outdated");
  page.dataset.reader = today > next ? today : next;
}
