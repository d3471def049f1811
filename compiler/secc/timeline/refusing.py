"""The variations that cannot be carried out on the text of a day, found out once for all days with the same text."""

from datetime import date

from secc.instruments.model import Scope
from secc.timeline.force import Refusals
from secc.timeline.timeline import Held, Knowledge, Timeline


class Refusing:
    """Those of a timeline, as known on any day."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._asked: dict[tuple[date, Knowledge, Scope], Refusals] = {}
        self._held: dict[tuple[date, Knowledge, Scope], Held] = {}
        self._found: dict[object, Refusals] = {}

    def of(self, at: date, asked: Knowledge, scope: Scope) -> Refusals:
        """Those of the text of a day for everybody in a scope, by the operations and variations that lead to it."""
        if (at, asked, scope) not in self._asked:
            self._asked[at, asked, scope] = self.among(self.held(at, asked, scope), at, asked)
        return self._asked[at, asked, scope]

    def held(self, at: date, asked: Knowledge, scope: Scope) -> Held:
        """The variations that hold on a day for everybody in a scope."""
        if (at, asked, scope) not in self._held:
            self._held[at, asked, scope] = self._timeline.held(at, asked, scope)
        return self._held[at, asked, scope]

    def among(self, held: Held, at: date, asked: Knowledge) -> Refusals:
        """The same among the variations that hold."""
        timeline = self._timeline
        key = (timeline.way(at, asked), *((ref, timeline.way(since, asked)) for ref, since in held))
        if key not in self._found:
            self._found[key] = timeline.varied(at, held, asked).refused
        return self._found[key]
