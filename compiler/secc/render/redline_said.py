"""What every form of a redline says of itself: what it is of, which texts it compares, and how much changed."""

from collections.abc import Iterator

from secc.document.redline_model import Described, DocumentRedline, Edition, Everywhere, Redline, Tally
from secc.timeline.dates import printed_day

NO_EFFECT = "of no legal effect"
NOTHING = "nothing changed"


def title(redline: Redline) -> str:
    """`Redline of Section H`."""
    return f"Redline of {redline.of}"


def against(redline: Redline) -> str:
    """`from the text as at 8 November 2016 to the text as at 1 October 2018`."""
    return f"from the text {said(redline.before)} to the text {said(redline.after)}"


def said(text: Described) -> str:
    """What a text is, with the day by which it was known where that was asked."""
    known = f", as known on {printed_day(text.known)}" if text.known is not None else ""
    return text.said + known


def edition(found: Edition | None) -> str:
    """The version and digest of a document; that there is none."""
    if found is None:
        return "not in this text"
    version = f"version {found.version}, " if found.version else ""
    return f"{version}{found.digest}"


def sides(redline: Redline, document: DocumentRedline) -> tuple[tuple[str, str, str], tuple[str, str, str]]:
    """Both texts of a document: `before` or `after`, which text, and the version and digest of the document in it."""
    return (
        ("before", said(redline.before), edition(document.before)),
        ("after", said(redline.after), edition(document.after)),
    )


def counted(tally: Tally) -> str:
    """`4 changes: 1 inserted, 3 changed; 2 renumbered, 1 reference that follows`."""
    if not (tally.changes or tally.renumbered or tally.consequential):
        return NOTHING
    counts = (
        (tally.inserted, "inserted"), (tally.omitted, "omitted"), (tally.substituted, "substituted"),
        (tally.changed, "changed"), (tally.moved, "moved"), (tally.split, "split"), (tally.joined, "joined"),
    )  # fmt: skip
    own = ", ".join(f"{count} {what}" for count, what in counts if count)
    first = f"{tally.changes} change{'s' if tally.changes != 1 else ''}{': ' if own else ''}{own}"
    return "; ".join(filter(None, (first, ", ".join(_following(tally)))))


def _following(tally: Tally) -> Iterator[str]:
    if tally.renumbered:
        yield f"{tally.renumbered} renumbered"
    if tally.consequential:
        yield f"{tally.consequential} reference{'s' if tally.consequential > 1 else ''} that only follow"


def unchanged_documents(redline: Redline) -> str:
    """How many documents are left out; empty for none."""
    if not redline.same:
        return ""
    return f"{redline.same} document{'s are' if redline.same > 1 else ' is'} the same in both texts"


def in_each_place(change: Everywhere) -> str:
    """A change made everywhere, in the words of an amending instruction."""
    return f"for “{change.before}”, in each of {len(change.places)} places, “{change.after}”"
