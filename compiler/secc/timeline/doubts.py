"""The provisions of replaced documents of which little but the number says which is which, for a person to decide."""

from collections.abc import Iterator
from dataclasses import dataclass

from secc.amending.refusal import Refusal
from secc.amending.version import DocumentVersion
from secc.compare import Match
from secc.ids import Address
from secc.instruments.folder import MATCHES
from secc.instruments.model import Redesignate
from secc.instruments.when import OperationRef
from secc.timeline.histories import words_of
from secc.timeline.inheriting import Confirmed, confirmed_in, printed, taken_over
from secc.timeline.opening import Opened
from secc.timeline.two_steps import is_vacant


@dataclass(frozen=True, slots=True)
class Doubt:
    """A match that nobody confirmed: the re-designation, the texts before and after, and what may be what."""

    ref: OperationRef
    before: DocumentVersion
    after: DocumentVersion
    match: Match

    @property
    def in_words(self) -> str:
        """`Appendix Z 2: only the number says that "The Panel shall …" is now "A table of …"`."""
        was, now = self._words(self.before, self.was), self._words(self.after, self.now)
        return f'{self.now.printed}: only the number says that "{was}" is now "{now}"'

    @property
    def was(self) -> Address:
        """Where the provision stood that may be the one of now."""
        assert self.match.before is not None
        return self.match.before

    @property
    def now(self) -> Address:
        """Where the provision stands that may be the one of before."""
        assert self.match.after is not None
        return self.match.after

    @property
    def identity(self) -> str:
        """Who the provision is that was."""
        return self.before.identities[self.was.path]

    @property
    def entry(self) -> str:
        """What confirms it, in the file of matches beside the annexes."""
        return printed(self.before, self.match)

    def _words(self, version: DocumentVersion, address: Address) -> str:
        words = " ".join(words_of(version, address.path))
        return words if len(words) <= 60 else words[:57].rstrip() + "…"


def doubts(opened: Opened) -> Iterator[Doubt]:
    """Every one, by the days of the re-designations. What has no words but its number is nobody's doubt."""
    for step in opened.timeline.steps():
        if not isinstance(step.action, Redesignate):
            continue
        before = opened.timeline.before(step.day).documents.get(step.action.document)
        after = opened.timeline.base(step.day).documents.get(step.action.document)
        if before is None or after is None:
            continue
        confirmed = [each for each in _confirmed(opened, step.ref) if each.document == str(before.id)]
        for each in taken_over(before, after.document, confirmed).doubtful:
            if not _is_vacant(before, each.before) and not _is_vacant(after, each.after):
                yield Doubt(step.ref, before, after, each)


def _confirmed(opened: Opened, ref: OperationRef) -> tuple[Confirmed, ...]:
    place = opened.file(ref.instrument).beside(MATCHES)
    if place is None or not opened.tree.has(place):
        return ()
    try:
        return confirmed_in(opened.tree.read(place), ref.instrument)
    except Refusal:  # replay tells of it
        return ()


def _is_vacant(version: DocumentVersion, address: Address | None) -> bool:
    if address is None or address.path not in version.by_path:
        return True
    return is_vacant(" ".join(words_of(version, address.path)))
