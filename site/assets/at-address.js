// The way to search for what an address says, where nothing is there: /h14.31/ is not /H14.31/.

export function searchFor(path, at = "") {
  let said = path;
  try {
    said = decodeURIComponent(path);
  } catch {
    // What is no text stays as it stands in the address.
  }
  said = said.replace(/[/#]+/g, " ").trim();
  const url = new URL("../search/", import.meta.url);
  for (const [name, value] of Object.entries({ q: said, at })) if (value) url.searchParams.set(name, value);
  return { words: `Search for “${said}”`, href: url.href };
}
