"""For whom a text is read: those for whom instruments vary it, apart from everybody else."""

from collections.abc import Iterable
from itertools import combinations, groupby
from urllib.parse import quote

from secc.document.typography import curled
from secc.instruments.model import Limit, Scope, Vary
from secc.timeline.occurrences import Kind
from secc.timeline.scopes import EVERYBODY, common, printed_scope, within
from secc.timeline.timeline import EVERYTHING, Knowledge, Timeline

_UNQUOTED = "!'()*"
"""What `encodeURIComponent` leaves as it is besides letters, digits and `-._~`, so that scripts name a scope alike."""


def scopes(timeline: Timeline, asked: Knowledge = EVERYTHING) -> tuple[Scope, ...]:
    """The scopes for which variations hold or held, as instruments name them, and of any two those in both, in order.

    Where one holds for everybody but some, those who are left have no name, and are no scope.
    """
    others = timeline.occurrences(asked, Kind.OTHER)
    named = {each.extent.scope for each in others if isinstance(each.action, Vary)} - {EVERYBODY}
    in_both = {common(*pair) for pair in combinations(named, 2)}
    return in_order(named | {each for each in in_both if each is not None})


def in_order(found: Iterable[Scope]) -> tuple[Scope, ...]:
    """Scopes as they are offered: those with fewer dimensions first."""
    return tuple(sorted(found, key=_order))


def is_wider(scope: Scope, than: Scope) -> bool:
    """Whether everybody in another is in a scope, and not the reverse."""
    return scope != than and within(than, scope)


def scope_key(scope: Scope) -> str:
    """A scope in an address: `region=North`, `party=Supplier%20Party&region=North`."""
    named = ((each.dimension.lower().replace(" ", "-"), quote(each.name, _UNQUOTED)) for each in scope.limits)
    return "&".join(f"{dimension}={name}" for dimension, name in named)


def scope_words(scope: Scope) -> str:
    """A scope as it is read: `region “North”`."""
    return curled(printed_scope(scope))


def _order(scope: Scope) -> tuple[int, str]:
    return len([*groupby(scope.limits, _dimension)]), printed_scope(scope).casefold()


def _dimension(limit: Limit) -> str:
    return limit.dimension
