"""The numbered sections of a letter or agreement: by number, with their titles.

A number stands before its section (`8.4 Exceptions`), or follows from where a list of Markdown stands in the lists
around it: the fourth entry of the list in entry 8 is 8.4.
"""

from collections.abc import Iterator

from msgspec import Struct

from secc.reading.letter import Letter
from secc.reading.patterns import DOTTED_HEAD, LIST_ENTRY, MARKS, TITLE_AT_HEAD


class Numbered(Struct, frozen=True):
    """A numbered section: `title` is empty where it has none of its own; `line` counts from 1."""

    number: str
    title: str
    line: int


def outline(letter: Letter) -> Iterator[Numbered]:
    """Every numbered section, in order."""
    lists: list[tuple[int, int]] = []
    for line, text in enumerate(letter.source.text.split("\n"), start=1):
        dotted = DOTTED_HEAD.match(text)
        entry = LIST_ENTRY.match(text)
        if dotted is not None:
            yield Numbered(dotted["number"], _title(text[dotted.end() :]), line)
        elif entry is not None:
            indent = len(entry["indent"].expandtabs(4))
            lists = [each for each in lists if each[0] < indent] + [(indent, int(entry["number"]))]
            yield Numbered(".".join(str(number) for _, number in lists), _title(text[entry.end() :]), line)


def _title(rest: str) -> str:
    """The words in bold, in a tag or before the first full stop with which a section begins."""
    found = TITLE_AT_HEAD.match(rest)
    title = next((each for each in found.groups() if each), "") if found is not None else ""
    return " ".join(MARKS.sub("", title).split()).rstrip(".: ")
