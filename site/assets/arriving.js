// On the page that shows any day: until the text of the day is there, nothing stands in its place, so that nothing moves.
// It runs before anything is drawn. Should the text not come, the list of all days is shown.
"use strict";

if (/\/as-at\/./.test(location.pathname)) {
  document.documentElement.classList.add("arriving");
  setTimeout(() => document.documentElement.classList.remove("arriving"), 15000);
}
