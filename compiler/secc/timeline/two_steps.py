"""Moves in two steps: words taken out of one document, and put into another on another day."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log

from secc.amending.version import DocumentVersion, Path
from secc.ids import Address
from secc.instruments.model import Designate, InsertProvisions, OmitProvisions, Redesignate
from secc.instruments.when import OperationRef
from secc.timeline.dates import day_before
from secc.timeline.histories import words_of
from secc.timeline.replay import Step, Wordings
from secc.timeline.timeline import EVERYTHING, Knowledge, Timeline

_KEPT = 0.75
"""The share of the old words that stand in the new text, each word weighing the more, the rarer it is."""
_OF_NEW = 0.3
"""The share of the new words that stood in the old text."""
_WORDS = 12
"""What has fewer words may be like another by chance."""


@dataclass(frozen=True, slots=True)
class TwoSteps:
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


@dataclass(frozen=True, slots=True)
class _Text:
    address: Address
    by: OperationRef
    day: date
    words: frozenset[str]


def two_steps(timeline: Timeline, asked: Knowledge = EVERYTHING) -> tuple[TwoSteps, ...]:
    """Every one among the operations that have a day."""
    steps = timeline.steps(asked)
    texts = _Texts(timeline, asked)
    gone = [each for step in steps for each in _gone(texts, step)]
    if not gone:
        return ()
    come = [each for step in steps for each in _come(texts, step)]
    weights = _weights([*gone, *come])
    return tuple(_told(old, new) for old in gone for new in _best(old, come, weights))


def _weights(texts: Sequence[_Text]) -> Mapping[str, float]:
    """What each word weighs: little, where it stands in many texts."""
    count = Counter(word for each in texts for word in each.words)
    return {word: log((len(texts) + 1) / times) for word, times in count.items()}


def _best(old: _Text, come: Sequence[_Text], weights: Mapping[str, float]) -> Iterator[_Text]:
    """The one that is most like it, where it comes on another day and nothing like it comes on its own."""
    elsewhere = [each for each in come if each.address.document != old.address.document]
    alike = [(_share(old.words, new.words, weights), new) for new in elsewhere]
    alike = [each for each in alike if each[0] >= _KEPT and _share(each[1].words, old.words, weights) >= _OF_NEW]
    if alike and all(new.day != old.day for _, new in alike):
        yield max(alike, key=lambda each: each[0])[1]


def _share(part: frozenset[str], whole: frozenset[str], weights: Mapping[str, float]) -> float:
    total = sum(weights[word] for word in part)
    return sum(weights[word] for word in part & whole) / total if total else 0.0


def _told(old: _Text, new: _Text) -> TwoSteps:
    first, last = sorted((old, new), key=lambda each: each.day)
    day = day_before(last.day)
    return TwoSteps(old.address, new.address, first.by, last.by, first.day, day, is_gap=old.day < new.day)


def _gone(texts: "_Texts", step: Step) -> Iterator[_Text]:
    """What an operation omits, whole."""
    if isinstance(step.action, OmitProvisions):
        address = step.action.place.address
        version = texts.before(step.day).documents.get(address.document)
        if version is not None and address.path in version.by_path:
            yield from _text(version, address.path, step)


def _come(texts: "_Texts", step: Step) -> Iterator[_Text]:
    """The provisions that an operation brings: what it sets out, or what a whole document has that was not in it."""
    match step.action:
        case InsertProvisions(place=place):
            document = place.address.document
        case Designate(document=document) | Redesignate(document=document):
            pass
        case _:
            return
    all_before = texts.before(step.day).documents
    before, after = all_before.get(document), texts.on(step.day).documents.get(document)
    if after is None or not all_before:
        return
    known = _filled(before) if before is not None else set()
    for path, identity in after.identities.items():
        if identity not in known and not any(each.startswith('"') for each in path):
            yield from _text(after, path, step)


def _filled(version: DocumentVersion) -> set[str]:
    """The provisions that are more than a number kept free."""
    return {
        identity for path, identity in version.identities.items() if not is_vacant(" ".join(words_of(version, path)))
    }


def is_vacant(words: str) -> bool:
    """Whether they say only what has become of a provision: `[Not used]`."""
    return words.startswith("[") and words.endswith("]") and "]" not in words[:-1]


def _text(version: DocumentVersion, path: Path, step: Step) -> Iterator[_Text]:
    said = [word.strip(".,;:()").casefold() for each in words_of(version, path) for word in each.split()]
    if len(said) >= _WORDS:
        yield _Text(Address(version.id, path), step.ref, step.day, frozenset(said))


class _Texts:
    """The wordings on days."""

    def __init__(self, timeline: Timeline, asked: Knowledge) -> None:
        self._timeline = timeline
        self._asked = asked

    def on(self, day: date) -> Wordings:
        """On a day."""
        return self._timeline.base(day, self._asked)

    def before(self, day: date) -> Wordings:
        """On the day before."""
        return self._timeline.before(day, self._asked)
