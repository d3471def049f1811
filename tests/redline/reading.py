"""What each of the two texts says, read off a redline in HTML or JSON; and off a document itself."""

import json
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from lxml import html
from lxml.etree import _Element

from secc.code.model import AnyBlock, Division, DivisionKind, Document, Footnote, Prose, SubHeading, Table
from secc.code.walk import blocks_in
from secc.compare.said import label_of, prose_of, text_of
from secc.syntax.marks import FootnoteCall

_STRAIGHT = str.maketrans("“”‘’", "\"\"''")


class Said(NamedTuple):
    """A block: its label as printed, its words, and the words of its cells."""

    label: str
    words: str
    cells: tuple[tuple[str, ...], ...]


def of_document(document: Document) -> Iterator[Said]:
    """What a document says, block by block; what has nothing printed is left out."""
    for said in _of_block(document):
        if any(said):
            yield said


def _of_block(block: AnyBlock | Document) -> Iterator[Said]:
    cells: tuple[tuple[str, ...], ...] = ()
    if isinstance(block, Table):
        cells = tuple(tuple(_called(cell) for cell in row) for row in (*block.head, *block.rows))
    prose = prose_of(block)
    yield Said(_printed(block), _called(prose) if prose is not None else _straight(text_of(block)), cells)
    for each in block.blocks if isinstance(block, Document) else blocks_in(block):
        yield from _of_block(each)


def _called(prose: Prose) -> str:
    """The words, with the calls of footnotes where they stand."""
    calls = [mark for mark in prose.marks if isinstance(mark, FootnoteCall)]
    places = [0, *(call.start for call in calls), len(prose.text)]
    words = [_straight(prose.text[start:end]) for start, end in pairwise(places)]
    return words[0] + "".join(f"[{call.label}]{after}" for call, after in zip(calls, words[1:], strict=True))


def _printed(block: AnyBlock | Document) -> str:
    match block:
        case SubHeading():
            return ""
        case Division(kind=kind):
            return "" if kind is DivisionKind.DOCUMENT else label_of(block)[:1].upper() + label_of(block)[1:]
        case Footnote(label=label):
            return f"[{label}]"
        case _:
            return label_of(block) if type(block).__name__ != "CodeBlock" else ""


def _straight(text: str) -> str:
    return text.translate(_STRAIGHT)


# HTML: every `<ins>` deleted and every `<del>` unwrapped is the old text, and the reverse


def of_html(page: str, side: str) -> Iterator[Said]:
    """The text that is left when the elements of the other one (`ins` or `del`) are deleted. `side`: `-` or `+`."""
    tree = html.document_fromstring(page)
    other, row = ("ins", "inserted") if side == "-" else ("del", "deleted")
    for math in tree.iter("math"):
        tail, latex = math.tail, math.get("alttext")
        math.clear()
        math.text, math.tail = latex, tail
    _drop(tree, "//*[@data-said]")
    _drop(tree, f"//div[@class='{'after' if side == '-' else 'before'}']")
    _drop(tree, f"//{other} | //tr[@class='{row}'] | //td[@class='{row}'] | //th[@class='{row}']")
    for block in tree.xpath("//main//div[contains(@class, 'block')]"):
        said = _said(block)
        if any(said):
            yield said


def _drop(tree: _Element, path: str) -> None:
    for each in tree.xpath(path):
        each.drop_tree()


def _said(block: _Element) -> Said:
    label, words = "", ""
    for line in block.xpath("(. | ./div)/*[self::p or self::pre or self::h3 or self::h4 or self::h5 or self::h6]"):
        numbers = line.xpath("./span[@class='number']")
        if numbers:
            label = numbers[0].text_content()
            tail = numbers[0].tail or ""
            numbers[0].tail = tail.removeprefix(" ")
            numbers[0].drop_tree()
        words += line.text_content()
    rows = tuple(tuple(_straight(cell.text_content()) for cell in row.xpath("./th | ./td")) for row in block.iter("tr"))
    return Said(label, _straight(words), rows)


# JSON: the words whose state is `=` or that of the side


def of_json(made: bytes, side: str) -> Iterator[Said]:
    """The text of one side."""
    for document in json.loads(made)["documents"]:
        for block in document["blocks"]:
            if block["state"] in ("=", side):
                said = Said(
                    _kept(block["label"], side),
                    _kept(block["words"], side),
                    tuple(
                        tuple(_kept(cell["words"], side) for cell in row["cells"] if cell["state"] in ("=", side))
                        for row in block.get("rows", ())
                        if row["state"] in ("=", side)
                    ),
                )
                if any(said):
                    yield said


def _kept(words: list[dict[str, str]], side: str) -> str:
    return _straight("".join(each["text"] for each in words if each["state"] in ("=", side)))
