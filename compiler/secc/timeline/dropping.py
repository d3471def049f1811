"""References and terms that resolve with each of two instruments, and not with both.

Only what an instrument removes, renames or renumbers can be missed by another, and only by one whose words name it. A
pair of which neither does is not looked at; of the others, the states are held to the rules.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from secc.amending.version import DocumentVersion
from secc.ids import DocumentKind
from secc.instruments.model import Designate, Redesignate
from secc.instruments.when import OperationRef
from secc.timeline.conflict_model import Conflict, ConflictKind, Unresolved, later_of, side_of
from secc.timeline.flight import steps_of, steps_without
from secc.timeline.footprints import Trace, traces
from secc.timeline.replay import Step, Wordings
from secc.timeline.timeline import Timeline


class _Own:
    """One instrument: what it takes away, and what its words say."""

    def __init__(self, timeline: Timeline, name: str) -> None:
        self.name = name
        self.steps = steps_of(timeline, name)
        self.traces = traces(self.steps)
        self._timeline = timeline

    @cached_property
    def before(self) -> Wordings:
        """The text on which it falls."""
        first = min((step.day for step in self.steps), default=date.max)
        return self._timeline.after(steps_without(self._timeline, [self.name], first))

    @cached_property
    def after(self) -> Wordings:
        """The same with all that it does."""
        return self._timeline.carried_out(self.before, self.steps)

    @cached_property
    def dropped(self) -> frozenset[str]:
        """The numbers and terms that are there before it, and not after it."""
        found: set[str] = set()
        for document in {each for trace in self.traces for each in trace.documents}:
            old, new = self.before.documents.get(document), self.after.documents.get(document)
            if old is not None:
                found |= _names(old) - (_names(new) if new is not None else set())
        return frozenset(found)

    def using(self, names: frozenset[str]) -> tuple[Trace, str] | None:
        """The first of its operations whose words name any of these, and which."""
        for trace, step in zip(self.traces, self.steps, strict=True):
            words = " ".join((trace.words + self._annex(step)).split())
            for name in sorted(names, key=len, reverse=True):
                if name in words:
                    return trace, name
        return None

    def _annex(self, step: Step) -> str:
        if not isinstance(step.action, Designate | Redesignate):
            return ""
        version = self.after.documents.get(step.action.document)
        return version.text if version is not None else ""


class Dropping:
    """Looks at pairs; each instrument is worked out once, each state held to the rules once."""

    def __init__(self, timeline: Timeline, unresolved: Unresolved) -> None:
        self._timeline = timeline
        self._unresolved = unresolved
        self._own: dict[str, _Own] = {}
        self._resolved: dict[tuple[OperationRef, ...], Mapping[str, str]] = {}

    def between(self, first: str, second: str) -> Iterator[Conflict]:
        """What the one drops and the other uses, whichever way round."""
        one, other = self._of(first), self._of(second)
        for dropping, using in ((one, other), (other, one)):
            found = using.using(dropping.dropped) if dropping.dropped else None
            if found is not None:
                yield from self._missed(dropping, using, *found)

    def _of(self, name: str) -> _Own:
        if name not in self._own:
            self._own[name] = _Own(self._timeline, name)
        return self._own[name]

    def _missed(self, dropping: _Own, using: _Own, use: Trace, name: str) -> Iterator[Conflict]:
        names = (dropping.name, using.name)
        steps = [*dropping.steps, *using.steps]
        base = steps_without(self._timeline, names, date.max)
        with_both = self._unresolved_in([*base, *steps])
        with_each = [self._unresolved_in([*base, *each.steps]) for each in (dropping, using)] if with_both else []
        for key, words in with_both.items():
            if all(key not in each for each in with_each):
                drop = _dropping(dropping, name)
                yield Conflict(
                    ConflictKind.DROPPED,
                    side_of(drop),
                    side_of(use),
                    later_of(steps, drop.ref, use.ref),
                    f"with both, {words}",
                    "let the one that comes later refer to what the earlier one leaves, or keep what it drops",
                )

    def _unresolved_in(self, steps: Sequence[Step]) -> Mapping[str, str]:
        ordered = sorted(steps, key=lambda step: step.day)
        key = tuple(step.ref for step in ordered)
        if key not in self._resolved:
            self._resolved[key] = self._unresolved(self._timeline.after(ordered))
        return self._resolved[key]


def _dropping(own: _Own, name: str) -> Trace:
    """The operation that takes a name away: the first that names it, or else the first that removes anything."""
    named = (each for each in own.traces if any(name in str(address) for address in (*each.removed, *each.named)))
    removing = (each for each in own.traces if each.removed or not each.documents)
    return next(named, None) or next(removing, own.traces[0])


def _names(version: DocumentVersion) -> set[str]:
    """The numbers as they are cited, of an Appendix with its name, and the terms defined; not what stands empty."""
    found: set[str] = set()
    for path, place in version.by_path.items():
        if path[-1].startswith('"'):
            found.add(path[-1].strip('"'))
        elif not getattr(version.blocks[place].block, "vacant", False):
            number = path[0] + "".join(path[1:])
            in_body = version.id.kind is DocumentKind.SECTION
            found.add(number if in_body else f"{number} of {version.id.printed}")
    return found
