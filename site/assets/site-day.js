// The day of the site, which day.css tells all pages; empty where nothing is known of time.
export function ofSite() {
  return getComputedStyle(document.documentElement).getPropertyValue("--site-as-at").trim();
}
