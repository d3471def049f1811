"""Accepts or rejects every change of a Word file, on its XML alone, and reads what is left.

Written from ECMA-376 part 1, 17.13.5, and not from the compiler: it knows nothing of how the file was made.
"""

from collections.abc import Iterator, Sequence
from enum import Enum
from io import BytesIO
from typing import NamedTuple
from zipfile import ZipFile

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Side(Enum):
    """What is done with all changes, and which elements are then dropped with what they hold."""

    ACCEPTED = ("del", "moveFrom", "cellDel")
    REJECTED = ("ins", "moveTo", "cellIns")


class Left(NamedTuple):
    """A paragraph that is left, or a table: then `rows` are the words of its cells."""

    style: str
    indent: tuple[int, int]
    text: str
    rows: tuple[tuple[str, ...], ...] = ()


def document_of(file: bytes) -> etree._Element:
    """The document part of a file."""
    with ZipFile(BytesIO(file)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def left(document: etree._Element, side: Side) -> tuple[Left, ...]:
    """What is left of a document."""
    (body,) = document.iter(f"{_W}body")
    return tuple(_blocks(list(body), side))


def _blocks(blocks: Sequence[etree._Element], side: Side) -> Iterator[Left]:
    running: str = ""
    for block in blocks:
        if block.tag == f"{_W}tbl":
            rows = tuple(_rows(block, side))
            if running and rows:
                raise AssertionError(f"words before a table are left without an end: {running!r}")
            if rows:
                yield Left("", (0, 0), "", rows)
        elif block.tag == f"{_W}p":
            running += _text(block, side)
            properties = block.find(f"{_W}pPr")
            if properties is None or not _is_dropped(properties.find(f"{_W}rPr"), side):
                yield Left(*_setting(properties, side), running)
                running = ""
    if running:
        raise AssertionError(f"words at the end are left without an end: {running!r}")


def _setting(properties: etree._Element | None, side: Side) -> tuple[str, tuple[int, int]]:
    if properties is None:
        return "", (0, 0)
    former = properties.find(f"{_W}pPrChange/{_W}pPr")
    if side is Side.REJECTED and former is not None:
        properties = former
    style, indent = properties.find(f"{_W}pStyle"), properties.find(f"{_W}ind")
    place = (0, 0) if indent is None else (int(_value(indent, "left")), int(_value(indent, "hanging")))
    return "" if style is None else _value(style, "val"), place


def _value(element: etree._Element, name: str) -> str:
    return element.get(f"{_W}{name}", "0")


def _is_dropped(properties: etree._Element | None, side: Side) -> bool:
    """Whether what has these properties is gone."""
    return properties is not None and any(properties.find(f"{_W}{name}") is not None for name in side.value)


def _rows(table: etree._Element, side: Side) -> Iterator[tuple[str, ...]]:
    for row in table.iterchildren(f"{_W}tr"):
        if not _is_dropped(row.find(f"{_W}trPr"), side):
            cells = tuple(_cell(cell, side) for cell in row.iterchildren(f"{_W}tc") if not _is_gone(cell, side))
            if cells:
                yield cells


def _is_gone(cell: etree._Element, side: Side) -> bool:
    return _is_dropped(cell.find(f"{_W}tcPr"), side)


def _cell(cell: etree._Element, side: Side) -> str:
    return "\n".join(each.text for each in _blocks(list(cell), side))


def _text(element: etree._Element, side: Side) -> str:
    made = []
    for each in element:
        name = etree.QName(each).localname
        if name in ("t", "delText"):
            made.append(each.text or "")
        elif name in ("tab", "br"):
            made.append("\t" if name == "tab" else "\n")
        elif name not in (*side.value, "pPr", "rPr"):
            made.append(_text(each, side))
    return "".join(made)


def faults(document: etree._Element) -> Iterator[str]:
    """What is wrong with the marks themselves: numbers used twice, deleted words that are text, ranges left open."""
    marks = [each for each in document.iter() if each.get(f"{_W}author") is not None]
    numbers = [each.get(f"{_W}id") for each in marks]
    if len(set(numbers)) != len(numbers):
        yield "two marks have one number"
    for name, within, wanted in (("t", "del", "delText"), ("delText", "del", "t")):
        for each in document.iter(f"{_W}{name}"):
            is_within = any(above.tag == f"{_W}{within}" for above in each.iterancestors())
            if is_within == (wanted == "delText"):
                yield f"{name} where {wanted} belongs: {each.text}"
    yield from _open_ranges(document)


def _open_ranges(document: etree._Element) -> Iterator[str]:
    ranges: dict[str, dict[str, str]] = {"moveFrom": {}, "moveTo": {}}
    opened: list[str] = []
    for each in document.iter():
        name = etree.QName(each).localname
        number = each.get(f"{_W}id", "")
        if name.endswith("RangeStart"):
            ranges[name.removesuffix("RangeStart")][each.get(f"{_W}name", "")] = number
            opened.append(number)
        elif name.endswith("RangeEnd"):
            if number not in opened:
                yield f"range {number} ends before it begins"
            else:
                opened.remove(number)
    if opened:
        yield f"ranges {opened} never end"
    if set(ranges["moveFrom"]) != set(ranges["moveTo"]):
        yield f"moves from {sorted(ranges['moveFrom'])}, to {sorted(ranges['moveTo'])}"
