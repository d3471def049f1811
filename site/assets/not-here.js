// On the page that a host shows where there is none. Without this script it leads to the search alone.

import { searchFor } from "./at-address.js";

const link = document.querySelector("a[data-search-for]");
const root = new URL("../", import.meta.url).pathname;
const path = window.location.pathname.slice(root.length).replace(/(?:\/index)?\.(?:html|json|txt)$/, "");
if (link && path) {
  const { words, href } = searchFor(path);
  link.textContent = words;
  link.href = href;
}
