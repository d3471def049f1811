"""What became of a provision: every wording that it had, where it stood, and whose each of its words are.

A provision is followed by who it is, not by its number: through new numbers, moves, and the replacement of a whole
document.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from secc.amending.traced import TracedText, origin_at
from secc.amending.version import DocumentVersion, Path
from secc.code.model import Prose
from secc.ids import Address, DocumentId
from secc.instruments.model import OmitWords, RenameTerm, SubstituteWords, Wording
from secc.instruments.places import Place
from secc.instruments.when import OperationRef
from secc.timeline.identities import identity_of, place_of
from secc.timeline.replay import Wordings
from secc.timeline.timeline import EVERYTHING, Knowledge, Timeline


class Reading(Struct, frozen=True):
    """A wording of a provision: from a day, at an address; `words` are its own and those of all below it.

    None of them, and no address, from the day on which it is no longer part of the text. `by` are the operations of
    that day that brought the change.
    """

    day: date
    address: Address | None
    words: tuple[str, ...]
    by: tuple[OperationRef, ...]


class Written(Struct, frozen=True):
    """Words of a provision with the operation that put them there."""

    words: str
    by: OperationRef


def readings(timeline: Timeline, identity: str, asked: Knowledge = EVERYTHING) -> tuple[Reading, ...]:
    """Every wording of a provision, oldest first."""
    return tuple(_readings(timeline, identity, asked))


def ever(timeline: Timeline, address: Address, asked: Knowledge = EVERYTHING) -> tuple[str, ...]:
    """The provisions that stood at an address on any day, the latest first."""
    found: dict[str, None] = {}
    for day in reversed(timeline.wording_days(asked)):
        identity = identity_of(timeline.base(day, asked), address)
        if identity is not None:
            found.setdefault(identity)
    return tuple(found)


def words_of(version: DocumentVersion, path: Path) -> tuple[str, ...]:
    """The words of a provision, a text for each paragraph of it; of a document, of all of it. Notes are not words."""
    return (
        version.words.whole(version.by_path[path]) if path else (version.document.title.text, *version.words.whole(-1))
    )


def written(version: DocumentVersion, path: Path) -> tuple[Written, ...]:
    """The words of a provision in their order, each stretch with the operation that put it there."""
    found: list[Written] = []
    for prose in _proses(version, path):
        found += _written(version.traced, prose)
    return tuple(found)


def who(version: DocumentVersion, path: Path, words: str) -> tuple[tuple[Written, ...], ...]:
    """Whose some words of a provision are: for each place in which they stand there, their stretches."""
    wanted = " ".join(words.split())
    found: list[tuple[Written, ...]] = []
    for prose in _proses(version, path):
        start = prose.text.find(wanted) if wanted else -1
        while start >= 0:
            found.append(_of(version.traced, prose, start, start + len(wanted)))
            start = prose.text.find(wanted, start + len(wanted))
    return tuple(found)


def _proses(version: DocumentVersion, path: Path) -> tuple[Prose, ...]:
    return version.words.proses(version.by_path[path]) if path else (version.document.title, *version.words.proses(-1))


def _written(text: TracedText, prose: Prose) -> tuple[Written, ...]:
    return _of(text, prose, 0, len(prose.text))


def _of(text: TracedText, prose: Prose, start: int, end: int) -> tuple[Written, ...]:
    """Word by word, since the file may break lines between them; a blank goes with the word before it."""
    if start < end and len(text.origins) == 1:
        return (Written(prose.text[start:end], text.origins[0]),)
    starts: list[tuple[int, OperationRef]] = []
    position = start
    while position < end:
        by = origin_at(text, prose.places.offset(position))
        if not starts or starts[-1][1] != by:
            starts.append((position, by))
        stop = prose.text.find(" ", position, end)
        position = end if stop < 0 else stop + 1
    ends = [each for each, _ in starts[1:]]
    return tuple(Written(prose.text[at:to], by) for (at, by), to in zip(starts, [*ends, end], strict=False))


def _readings(timeline: Timeline, identity: str, asked: Knowledge) -> Iterator[Reading]:
    last: Reading | None = None
    seen: DocumentVersion | None = None
    for day in timeline.wording_days(asked):
        wordings = timeline.base(day, asked)
        address = place_of(wordings, identity)
        version = wordings.documents[address.document] if address is not None else None
        if version is seen:
            continue
        seen = version
        words = words_of(version, address.path) if address is not None and version is not None else ()
        if last is None and address is None:
            continue
        if last is None or (address, words) != (last.address, last.words):
            addresses = [each for each in (address, last.address if last is not None else None) if each is not None]
            last = Reading(day, address, words, _responsible(timeline, asked, identity, day, addresses))
            yield last


def _responsible(
    timeline: Timeline, asked: Knowledge, identity: str, day: date, addresses: Sequence[Address]
) -> tuple[OperationRef, ...]:
    """The operations of a day that brought a change to a provision, which stands, or stood, at these addresses.

    Those of its documents are carried out one by one, and each that changes its words or its place is one. What they
    do not account for is done by those that end on that day.
    """
    concerned = [step for step in timeline.turned(day, asked) if _concerns(step.action, addresses)]
    begun = [step for step in concerned if step.day == day]
    ended = [step.ref for step in concerned if step.ends == day]
    if len(begun) == 1 and not ended:
        return (begun[0].ref,)
    wordings = timeline.before(day, asked)
    before = _read(wordings, identity)
    found: list[OperationRef] = []
    for step in begun:
        wordings = timeline.carried_out(wordings, [step])
        now = _read(wordings, identity)
        found += [step.ref] if now != before else []
        before = now
    return tuple(found if before == _read(timeline.base(day, asked), identity) else [*found, *ended])


def _read(wordings: Wordings, identity: str) -> tuple[Address | None, tuple[str, ...]]:
    """Where a provision stands, and its words."""
    address = place_of(wordings, identity)
    return address, words_of(wordings.documents[address.document], address.path) if address is not None else ()


def _concerns(action: Wording, addresses: Sequence[Address]) -> bool:
    return any(is_on(action, document) for document in {each.document for each in addresses})


def is_on(action: Wording, document: DocumentId) -> bool:
    """Whether an operation may change a document; the renaming of a term without a document may change any."""
    named = addresses_of(action)
    return any(each.document == document for each in named) or (isinstance(action, RenameTerm) and not named)


def addresses_of(action: Wording) -> tuple[Address, ...]:
    """The provisions and documents that a wording operation names."""
    if isinstance(action, SubstituteWords | OmitWords):  # as most
        return (action.place.address,)
    document = getattr(action, "document", None)
    if isinstance(document, DocumentId):
        return (Address(document),)
    if isinstance(action, RenameTerm):
        return tuple(Address(each) for each in action.documents)
    places = [getattr(action, name, None) for name in ("place", "last", "into")]
    position = getattr(getattr(action, "position", None) or getattr(action, "to", None), "place", None)
    target = getattr(action, "to", None)
    return tuple(each.address for each in (*places, position, target) if isinstance(each, Place))


__all__ = [
    "Reading",
    "Written",
    "addresses_of",
    "ever",
    "identity_of",
    "is_on",
    "place_of",
    "readings",
    "who",
    "words_of",
    "written",
]
