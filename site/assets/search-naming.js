// What is found, as it is called.

// What a unit is called: its number, or the page that it is on.
export function nameOf(unit) {
  const { identifier, name, page, title } = unit;
  if (!identifier) return `${/^[A-Z]+\d+[A-Z]*(?=\/$)/.exec(page) || ""} ${title || name}`.trim();
  const at = unit.kind === "definition" ? identifier.lastIndexOf(".") : identifier.length;
  const printed = identifier.slice(0, at).split(".")
    .map((each) => each.replace(/^([a-z])([a-z]*)-(.*)$/, (_, first, rest, label) => `${first.toUpperCase()}${rest} ${label},`))
    .join(".").replaceAll(",.", ", ").replace(/,$/, "");
  const number = name.startsWith("Section") ? printed : `${name}${/^[A-Z][a-z]/.test(printed) ? "," : ""} ${printed}`;
  return at < identifier.length ? `${number} “${identifier.slice(at + 1).replaceAll("-", " ")}”` : number;
}
