"""What every form of a redline says of itself: what it is of, which texts it compares, and how much changed."""

from collections.abc import Iterator
from typing import NamedTuple

from secc.compare import State
from secc.document.redline_model import (
    Block,
    Described,
    DocumentRedline,
    Edition,
    Everywhere,
    Redline,
    Tally,
    Weight,
    Words,
)
from secc.timeline.dates import printed_day

NO_EFFECT = "of no legal effect"
_SHOWN = ("inserted", "omitted", "changed", "substituted")
"""What became of a block that its marks show."""
NOTHING = "nothing changed"


def title(redline: Redline) -> str:
    """`Redline of Section H`."""
    return f"Redline of {redline.of}"


def head(redline: Redline, document: DocumentRedline) -> str:
    """What stands above each page of one of its documents: `Redline of the Code, in Section H: DCC Services`."""
    of = document.title if document.title.startswith(redline.of) else f"{redline.of}, in {document.title}"
    return f"Redline of {of}"


def against(redline: Redline) -> str:
    """`from the text as at 8 November 2016 to the text as at 1 October 2018`."""
    return f"from the text {said(redline.before)} to the text {said(redline.after)}"


def said(text: Described) -> str:
    """What a text is, with the day by which it was known where that was asked."""
    known = f", as known on {printed_day(text.known)}" if text.known is not None else ""
    return text.said + known


class SideSaid(NamedTuple):
    """One of the texts of a document in words: `before` or `after`, which text, and the document's version in it."""

    name: str
    text: str
    version: str
    digest: str

    @property
    def edition(self) -> str:
        """Version and digest."""
        return ", ".join(filter(None, (self.version, self.digest)))

    @property
    def in_words(self) -> str:
        """`Before: the text as at 8 November 2016; version 1.0, sec1:…`."""
        return f"{self.name.capitalize()}: {self.text}; {self.edition}"


def sides(redline: Redline, document: DocumentRedline) -> tuple[SideSaid, SideSaid]:
    """Both texts of a document."""
    return (
        _side("before", redline.before, document.before),
        _side("after", redline.after, document.after),
    )


def _side(name: str, text: Described, found: Edition | None) -> SideSaid:
    if found is None:
        return SideSaid(name, f"the text {said(text)}", "not in this text", "")
    return SideSaid(name, f"the text {said(text)}", f"version {found.version}" if found.version else "", found.digest)


def texts(redline: Redline) -> tuple[SideSaid, SideSaid]:
    """Both texts as wholes."""
    return (
        SideSaid("before", f"the text {said(redline.before)}", "", redline.before.digest),
        SideSaid("after", f"the text {said(redline.after)}", "", redline.after.digest),
    )


def digests(redline: Redline) -> str:
    """The digests of both texts: of the document, where there is only one."""
    one = redline.documents[0] if len(redline.documents) == 1 else None
    old = one.before.digest if one is not None and one.before is not None else redline.before.digest
    new = one.after.digest if one is not None and one.after is not None else redline.after.digest
    return f"{old} → {new}"


def counted(tally: Tally) -> str:
    """`4 changes: 1 inserted, 3 changed; 2 renumbered, 1 reference that follows`."""
    if not (tally.changes or tally.renumbered or tally.consequential):
        return NOTHING
    counts = (
        (tally.inserted, "inserted"), (tally.omitted, "omitted"), (tally.substituted, "substituted"),
        (tally.changed, "changed"), (tally.moved, "moved"), (tally.split, "split"), (tally.joined, "joined"),
    )  # fmt: skip
    own = ", ".join(f"{count} {what}" for count, what in counts if count)
    first = own if ", " not in own else f"{tally.changes} changes: {own}"
    return "; ".join(filter(None, (first, ", ".join(_following(tally)))))


def _following(tally: Tally) -> Iterator[str]:
    if tally.renumbered:
        yield f"{tally.renumbered} renumbered"
    if tally.consequential:
        what = "references that only follow" if tally.consequential > 1 else "reference that only follows"
        yield f"{tally.consequential} {what}"


def unchanged_documents(redline: Redline) -> str:
    """How many documents are left out; empty for none."""
    if not redline.same:
        return ""
    return f"{redline.same} document{'s are' if redline.same > 1 else ' is'} the same in both texts"


def held_against(redline: Redline) -> str:
    """The text that both were made from, and how much of the first stands in the second; empty for none."""
    if redline.against is None:
        return ""
    places = "place differs" if redline.standing == 1 else "places differ"
    base = f"the base is the text {said(redline.against)} ({redline.against.digest})"
    return f"{base}; {redline.standing} {places} from it in both texts alike"


def in_each_place(change: Everywhere) -> str:
    """A change made everywhere, in the words of an amending instruction."""
    return f"for “{change.before}”, in each of {len(change.places)} places, “{change.after}”"


def without_seam(block: Block) -> Words:
    """The words of a block without the blank at a seam, which the sign for the end of the paragraph says already."""
    if block.end is State.SAME or not block.words or block.words[-1].text.strip():
        return block.words
    return block.words[:-1]


def remarks(block: Block) -> tuple[str, ...]:
    """What the marks do not show."""
    base = (f"in the base: “{block.base}”",) if block.base else ()
    told = (*(each for each in block.told if each not in _SHOWN), *base)
    return (*told, NO_EFFECT) if not block.has_effect and block.weight is not Weight.SAME else told
