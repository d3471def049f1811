// Elements, made and changed. Words are given as text, so that nothing of them is ever read as HTML.

// One element with what is in it.
export function made(name, attributes = {}, ...inside) {
  const found = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) found.setAttribute(key, "");
    else if (value !== false && value !== null) found.setAttribute(key, value);
  }
  found.append(...inside);
  return found;
}

// A sign, which is not read aloud.
export function sign(said) {
  return made("span", { class: "sign", "data-sign": said });
}

// Changes what is there into what is to be there, and leaves alone what is the same.
export function morph(now, wanted) {
  const old = [...now.childNodes];
  const next = [...wanted.childNodes];
  let start = 0;
  while (start < old.length && start < next.length && old[start].isEqualNode(next[start])) start += 1;
  let end = 0;
  while (end < old.length - start && end < next.length - start
    && old[old.length - 1 - end].isEqualNode(next[next.length - 1 - end])) end += 1;
  const gone = old.slice(start, old.length - end);
  const come = next.slice(start, next.length - end);
  if (gone.length === 1 && come.length === 1 && gone[0].nodeType === 1 && gone[0].localName === come[0].localName
    && gone[0].className === come[0].className && gone[0].id === come[0].id && gone[0].children.length) {
    morph(gone[0], come[0]);
    return;
  }
  for (const each of gone) each.remove();
  const before = now.childNodes[start] || null;
  for (const each of come) now.insertBefore(document.importNode(each, true), before);
}
