"""Reads data as a program does that knows only its published form: plain JSON."""

from collections.abc import Iterator
from typing import TypeAlias

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | bool | None"
Table: TypeAlias = dict[str, Json]


def table(value: Json) -> Table:
    """A JSON object."""
    assert isinstance(value, dict)
    return value


def tables(value: Json) -> Iterator[Table]:
    """The objects of a list; none where there is no list."""
    assert value is None or isinstance(value, list)
    for each in value or ():
        yield table(each)


def text(value: Json) -> str:
    """A JSON string; empty where there is none."""
    assert value is None or isinstance(value, str)
    return value or ""


def number(value: Json) -> int:
    """A JSON number; 0 where there is none."""
    assert value is None or isinstance(value, int)
    return value or 0


def blocks(content: Json) -> Iterator[Table]:
    """Every block, each before those that stand in it."""
    for each in tables(content):
        yield each
        yield from blocks(each.get("content"))


def cells(block: Table) -> Iterator[Table]:
    """The caption and the cells of a table."""
    if block.get("caption") is not None:
        yield table(block["caption"])
    for part in ("head", "rows"):
        rows = block.get(part)
        assert rows is None or isinstance(rows, list)
        for row in rows or ():
            yield from tables(row)


def said(document: Table) -> str:
    """Every word of a document's data, in order, as plain text prints them."""
    title = f"{text(document['printed'])}: {text(document['title'])}"
    known_as = f"({text(document['known_as'])})" if document["known_as"] not in ("", document["title"]) else ""
    return " ".join([title, known_as if known_as not in title else "", *map(said_by, blocks(document["content"]))])


def said_by(block: Table) -> str:
    """The words of one block, without those of what stands in it."""
    match block["kind"]:
        case "table":
            return " ".join(text(cell["text"]) for cell in cells(block))
        case "formula":
            return text(block["latex"])
        case "figure":
            return f"[{text(block['alt'])}]"
        case "attachment":
            return text(block["title"]) or text(block["path"]).rpartition("/")[2]
        case "note":
            return f"Note: {text(block['text'])}"
        case "footnote":
            return f"[{text(block['label'])}] {text(block['text'])}"
        case _:
            label = text(block.get("number") or block.get("label") or block.get("name"))
            return f"{label} {text(block.get('text'))}"


def marks(content: Json) -> Iterator[tuple[str, Table]]:
    """Every mark with the words that it covers."""
    for block in blocks(content):
        for each in cells(block) if block["kind"] == "table" else [block]:
            for mark in tables(each.get("marks")):
                yield text(each.get("text"))[number(mark["start"]) : number(mark["end"])], mark
