"""The text of a paragraph of a Word file, with what is inserted; not what is deleted, hidden, or a field's code."""

from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# What holds no text of the letter, with all that stands in it.
_APART = frozenset(W + name for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "txbxContent"))
_SIGNS = {f"{W}tab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-", f"{W}softHyphen": ""}
# No letter has tables in tables deeper than this.
_DEEPEST = 40


def attribute(element: etree._Element, name: str) -> str:
    """An attribute in Word's namespace; empty where there is none."""
    return str(element.get(W + name) or "")


def paragraphs_in(body: etree._Element, depth: int = 0) -> Iterator[etree._Element]:
    """The paragraphs of a body and the rows of its tables, in order, also those in content controls and insertions."""
    for child in body:
        if child.tag == f"{W}p":
            yield child
        elif child.tag == f"{W}tbl":
            yield from (row for row in child.iter(f"{W}tr") if not _is_deleted_row(row))
        elif isinstance(child.tag, str) and child.tag not in _APART and depth < _DEEPEST:
            yield from paragraphs_in(child, depth + 1)


def _is_deleted_row(row: etree._Element) -> bool:
    properties = row.find(f"{W}trPr")
    return properties is not None and properties.find(f"{W}del") is not None


def paragraph_text(paragraph: etree._Element) -> str:
    """Its words, with one space between them; a footnote's mark is `<sup>1</sup>`."""
    return " ".join("".join(_pieces(paragraph, 0)).split())


def _pieces(element: etree._Element, depth: int) -> Iterator[str]:
    for child in element:
        if child.tag in _APART or not isinstance(child.tag, str) or depth > _DEEPEST:
            continue
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag == f"{W}footnoteReference":
            yield f"<sup>{attribute(child, 'id')}</sup>"
        elif not (child.tag == f"{W}r" and _is_hidden(child)):
            yield from _pieces(child, depth + 1)


def _is_hidden(run: etree._Element) -> bool:
    vanish = run.find(f"{W}rPr/{W}vanish")
    return vanish is not None and attribute(vanish, "val") not in ("0", "false", "off")
