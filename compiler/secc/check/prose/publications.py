"""The publications that a letter cites in footnotes: their web addresses, with the titles given to them."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from secc.check.patterns_prose import FOOTNOTE_AT, QUOTED_TITLE, WEB_ADDRESS
from secc.reading.letter import Letter
from secc.source import Span

# A title stands at most so far before the mark of its footnote, in code points.
_REACH = 260
# A sentence that goes on so far behind a title still gives it to the footnote.
_BEHIND = 60


class Titled(Struct, frozen=True):
    """A title that a sentence gives to what its footnote cites, where it stands."""

    title: str
    span: Span


def publications(letter: Letter) -> Mapping[str, list[Titled]]:
    """Each web address of a footnote with the titles of the sentences that the footnote belongs to, in order."""
    text = letter.source.text
    addresses = dict(_addresses(text))
    found: dict[str, list[Titled]] = {}
    for mark in FOOTNOTE_AT.finditer(text):
        if not text[text.rfind("\n", 0, mark.start()) + 1 : mark.start()].strip():
            continue
        address = addresses.get(mark["number"], "")
        title = _title_before(text, mark.start()) if address else None
        if title is not None:
            found.setdefault(address, []).append(title)
    return found


def _addresses(text: str) -> Iterator[tuple[str, str]]:
    """The numbers of footnotes with the addresses that they give."""
    for mark in FOOTNOTE_AT.finditer(text):
        line = text.rfind("\n", 0, mark.start()) + 1
        if not text[line : mark.start()].strip():
            address = WEB_ADDRESS.search(text, mark.end(), mark.end() + 400)
            if address is not None and "\n\n" not in text[mark.end() : address.start()]:
                yield mark["number"], address[0].replace("\\", "")


def _title_before(text: str, mark: int) -> Titled | None:
    """The last title in quotation marks before a footnote's mark, in the same line."""
    line = max(text.rfind("\n", 0, mark) + 1, mark - _REACH)
    last = None
    for found in QUOTED_TITLE.finditer(text, line, mark):
        last = found
    if last is None or mark - last.end() > _BEHIND:
        return None
    return Titled(" ".join(last["title"].split()), Span(*last.span("title")))
