"""Moves in two steps: words taken out of one document, and put into another on another day."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import accumulate
from math import fsum, log
from typing import NamedTuple

from msgspec import Struct

from secc.amending.version import DocumentVersion, Path
from secc.ids import Address, DocumentId
from secc.instruments.model import Designate, InsertProvisions, OmitProvisions, Redesignate
from secc.instruments.when import OperationRef
from secc.timeline.dates import day_before
from secc.timeline.histories import words_of
from secc.timeline.replay import Step
from secc.timeline.timeline import EVERYTHING, Knowledge, Timeline

_KEPT = 0.75
"""The share of the old words that stand in the new text, each word weighing the more, the rarer it is."""
_MISSING = 1.01 * (1 - _KEPT)
"""A share of the old words, a little larger than what may be missing from the new text."""
_OF_NEW = 0.3
"""The share of the new words that stood in the old text."""
_WORDS = 12
"""What has fewer words may be like another by chance."""


class TwoSteps(Struct, frozen=True):
    """A provision omitted, and one elsewhere that takes its words in on another day; `first` to `last` is between."""

    old: Address
    new: Address
    earlier: OperationRef
    later: OperationRef
    first: date
    last: date
    is_gap: bool

    @property
    def in_words(self) -> str:
        """`Section N2.5 is gone before it comes as Appendix AC 4: its words stand nowhere`."""
        if self.is_gap:
            return f"{self.old.printed} is gone before it comes as {self.new.printed}: its words stand nowhere"
        return f"{self.new.printed} comes before {self.old.printed} is gone: the same words stand twice"


class Turned(NamedTuple):
    """A document before an operation and on its day. `omitted` is what it omits; None for one that brings something."""

    before: DocumentVersion | None
    after: DocumentVersion | None
    omitted: Path | None


Said = Sequence[tuple[Path, frozenset[str]]]
"""Provisions with their words, those that have enough of them to be told from others."""
Reading = Callable[[DocumentId, Sequence[Turned]], Sequence[Said]]
"""What went, or came, each time that a document was turned."""


class _Text(Struct, frozen=True):
    address: Address
    by: OperationRef
    day: date
    words: frozenset[str]


def said_in(_: DocumentId, turned: Sequence[Turned]) -> list[Said]:
    """What went or came, worked out."""
    return [_gone(each) if each.omitted is not None else _come(each) for each in turned]


def two_steps(timeline: Timeline, asked: Knowledge = EVERYTHING, reading: Reading = said_in) -> tuple[TwoSteps, ...]:
    """Every one among the operations that have a day. `reading` is asked once for each document."""
    turned = [(step, *each) for step in timeline.steps(asked) for each in _turned(timeline, asked, step)]
    if all(each.omitted is None for _, _, each in turned):
        return ()
    said = _said([(document, each) for _, document, each in turned], reading)
    gone: list[_Text] = []
    come: list[_Text] = []
    for step, document, each in turned:
        texts = [_Text(Address(document, path), step.ref, step.day, words) for path, words in said[_place(each)]]
        (come if each.omitted is None else gone).extend(texts)
    weights = _weights([*gone, *come])
    return tuple(_told(old, new) for old in gone for new in _best(old, come, weights))


def _turned(timeline: Timeline, asked: Knowledge, step: Step) -> Iterator[tuple[DocumentId, Turned]]:
    """The document of which an operation omits provisions, or to which it brings some, before and after its day."""
    match step.action:
        case OmitProvisions(place=place):
            document = place.address.document
            version = timeline.before(step.day, asked).documents.get(document)
            if version is not None:
                yield document, Turned(version, None, place.address.path)
            return
        case InsertProvisions(place=place):
            document = place.address.document
        case Designate(document=document) | Redesignate(document=document):
            pass
        case _:
            return
    before = timeline.before(step.day, asked).documents
    after = timeline.base(step.day, asked).documents.get(document)
    if after is not None and before:
        yield document, Turned(before.get(document), after, None)


_Place = tuple[int, int, Path | None]


def _place(turned: Turned) -> _Place:
    return (id(turned.before), id(turned.after), turned.omitted)


def _said(turned: Sequence[tuple[DocumentId, Turned]], reading: Reading) -> Mapping[_Place, Said]:
    """What went or came each time, each document read once, and what is asked for twice too."""
    by_document: dict[DocumentId, dict[_Place, Turned]] = {}
    for document, each in turned:
        by_document.setdefault(document, {})[_place(each)] = each
    return {
        place: said
        for document, every in by_document.items()
        for place, said in zip(every, reading(document, tuple(every.values())), strict=True)
    }


def _weights(texts: Sequence[_Text]) -> Mapping[str, float]:
    """What each word weighs: little, where it stands in many texts."""
    count: Counter[str] = Counter()
    for each in texts:
        count.update(each.words)
    return {word: log((len(texts) + 1) / times) for word, times in count.items()}


def _best(old: _Text, come: Sequence[_Text], weights: Mapping[str, float]) -> Iterator[_Text]:
    """The one that is most like it, where it comes on another day and nothing like it comes on its own."""
    telling = _telling(old.words, weights)
    elsewhere = [
        each for each in come if each.address.document != old.address.document and not telling.isdisjoint(each.words)
    ]
    alike = [(_share(old.words, new.words, weights), new) for new in elsewhere]
    alike = [each for each in alike if each[0] >= _KEPT and _share(each[1].words, old.words, weights) >= _OF_NEW]
    if alike and all(new.day != old.day for _, new in alike):
        yield max(alike, key=lambda each: each[0])[1]


def _telling(words: frozenset[str], weights: Mapping[str, float]) -> frozenset[str]:
    """The words that weigh most, as many as weigh so much that no text without any of them can be like it."""
    ordered = sorted(words, key=lambda word: (-weights[word], word))
    enough = _MISSING * fsum(weights[word] for word in words)
    count = sum(each <= enough for each in accumulate(weights[word] for word in ordered))
    return frozenset(ordered[: count + 1])


def _share(part: frozenset[str], whole: frozenset[str], weights: Mapping[str, float]) -> float:
    total = fsum(weights[word] for word in part)
    return fsum(weights[word] for word in part & whole) / total if total else 0.0


def _told(old: _Text, new: _Text) -> TwoSteps:
    first, last = sorted((old, new), key=lambda each: each.day)
    day = day_before(last.day)
    return TwoSteps(old.address, new.address, first.by, last.by, first.day, day, is_gap=old.day < new.day)


def _gone(turned: Turned) -> Said:
    """What an operation omits, whole."""
    version, path = turned.before, turned.omitted
    if version is None or path is None or path not in version.by_path:
        return ()
    return tuple(_words(version, path))


def _come(turned: Turned) -> Said:
    """The provisions that an operation brings: what it sets out, or what a whole document has that was not in it."""
    before, after = turned.before, turned.after
    if after is None:
        return ()
    known = _filled(before) if before is not None else set()
    brought = (path for path, identity in after.identities.items() if identity not in known)
    return tuple(
        each for path in brought if not any(step.startswith('"') for step in path) for each in _words(after, path)
    )


def _filled(version: DocumentVersion) -> set[str]:
    """The provisions that are more than a number kept free."""
    return {
        identity for path, identity in version.identities.items() if not is_vacant(" ".join(words_of(version, path)))
    }


def is_vacant(words: str) -> bool:
    """Whether they say only what has become of a provision: `[Not used]`."""
    return words.startswith("[") and words.endswith("]") and "]" not in words[:-1]


def _words(version: DocumentVersion, path: Path) -> Iterator[tuple[Path, frozenset[str]]]:
    said = [word.strip(".,;:()").casefold() for each in words_of(version, path) for word in each.split()]
    if len(said) >= _WORDS:
        yield path, frozenset(said)
