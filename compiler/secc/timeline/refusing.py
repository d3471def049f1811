"""The variations that cannot be carried out on the text of a day, found out once for all days with the same text."""

from datetime import date

from secc.instruments.model import Scope
from secc.timeline.force import Refusals
from secc.timeline.timeline import Knowledge, Timeline


class Refusing:
    """Those of a timeline, as known on any day."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._asked: dict[tuple[date, Knowledge, Scope], Refusals] = {}
        self._found: dict[object, Refusals] = {}

    def of(self, at: date, asked: Knowledge, scope: Scope) -> Refusals:
        """Those of the text of a day for everybody in a scope, by the operations and variations that lead to it."""
        if (at, asked, scope) not in self._asked:
            self._asked[at, asked, scope] = self._of(at, asked, scope)
        return self._asked[at, asked, scope]

    def _of(self, at: date, asked: Knowledge, scope: Scope) -> Refusals:
        timeline = self._timeline
        held = timeline.variations(at, asked, scope)
        key = (timeline.way(at, asked), *((each.ref, timeline.way(each.day or at, asked)) for each in held))
        if key not in self._found:
            self._found[key] = timeline.effective(at, asked, scope).refused
        return self._found[key]
