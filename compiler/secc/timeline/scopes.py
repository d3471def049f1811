"""To whom something applies: scopes within one another, and the pieces into which scopes cut one another.

A scope names regions, User Roles, classes of device or Parties. Unless something says which there are (`wholes`: the
regions of Great Britain are three), there may be others than those named, and "everybody else" is a piece of its own.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, product

from msgspec import Struct

from secc.instruments.model import Dimension, Limit, Scope

EVERYBODY = Scope()


class Extent(Struct, frozen=True):
    """A scope but for some narrower ones in it; these are sorted, and none is within another."""

    scope: Scope = EVERYBODY
    but_not: tuple[Scope, ...] = ()

    @property
    def printed(self) -> str:
        """`everybody`, `region "Central" and region "South"`, `User Role "Import Supplier" outside region "South"`."""
        left_out: dict[tuple[Dimension, ...], list[Limit]] = {}
        whole: list[str] = []
        for each in self.but_not:
            limits = _beside(each, self.scope).limits
            dimensions = tuple(sorted({limit.dimension for limit in limits}))
            if len(dimensions) == 1:
                left_out.setdefault(dimensions, []).extend(limits)
            else:
                whole.append(f"other than {_in_region(limits)}")
        alike = (_left_out(dict.fromkeys(sorted(limits, key=_limit_order))) for limits in left_out.values())
        return " ".join([printed_scope(self.scope), ", and ".join([*alike, *whole])]).strip()


def _left_out(limits: Iterable[Limit]) -> str:
    """`outside region "North" and region "South"`, `other than User Role "Import Supplier"`."""
    scope = Scope(tuple(limits))
    return f"{'outside' if scope.limits[0].dimension == Dimension.REGION else 'other than'} {printed_scope(scope)}"


def _in_region(limits: Sequence[Limit]) -> str:
    """`User Role "Import Supplier" in region "North"`."""
    there = Scope(tuple(each for each in limits if each.dimension == Dimension.REGION))
    others = Scope(tuple(each for each in limits if each.dimension != Dimension.REGION))
    return f"{printed_scope(others)} in {printed_scope(there)}" if there.limits else printed_scope(others)


def printed_scope(scope: Scope) -> str:
    """As an instrument writes it: `region "North" and User Role "Import Supplier"`; `everybody` where it is empty."""
    return " and ".join(f'{limit.dimension} "{limit.name}"' for limit in scope.limits) or "everybody"


def within(inner: Scope, outer: Scope) -> bool:
    """Whether everybody in the one is in the other."""
    if not outer.limits:
        return True
    narrow, wide = _by_dimension(inner), _by_dimension(outer)
    return all(dimension in narrow and narrow[dimension] <= names for dimension, names in wide.items())


def common(one: Scope, other: Scope) -> Scope | None:
    """Those who are in both; None where the two name different ones of a dimension."""
    first, second = _by_dimension(one), _by_dimension(other)
    both = {
        dimension: first[dimension] & second[dimension]
        if dimension in first and dimension in second
        else first.get(dimension, frozenset()) | second.get(dimension, frozenset())
        for dimension in first.keys() | second.keys()
    }
    return _scope(both) if all(both.values()) else None


def applies(extent: Extent, to: Extent) -> bool:
    """Whether one is for everybody in another."""
    if not within(to.scope, extent.scope):
        return False
    outside = (both for each in extent.but_not if (both := common(to.scope, each)) is not None)
    return all(any(within(both, each) for each in to.but_not) for both in outside)


def covering(extents: Iterable[Extent], scope: Scope, wholes: Iterable[Scope] = ()) -> tuple[Extent, ...]:
    """Those of some extents in which everybody in a scope is, in one or another; none where somebody is in none.

    What is so for each of these is so for all in the scope; `wholes` as in `pieces`.
    """
    among = tuple(extents)
    apart = pieces(scope, edges(among), wholes)
    over = [[each for each in among if applies(each, piece)] for piece in apart]
    held = set(chain.from_iterable(over))
    return tuple(each for each in among if each in held) if all(over) else ()


def joined(extents: Sequence[Extent]) -> tuple[Extent, ...]:
    """The same people in fewer extents: those cut out of one who are among the others are counted with it again."""
    found = list(extents)
    for each in (one for one in extents if one.but_not):
        others = [other for other in found if other != each]
        left = list(each.but_not)
        for scope in each.but_not:
            if covering([*others, *(Extent(other) for other in left if other != scope)], scope):
                left.remove(scope)
        whole = Extent(each.scope, tuple(left))
        if whole != each:
            found = [whole if other == each else other for other in found if other == each or not applies(whole, other)]
    return tuple(found)


def edges(extents: Iterable[Extent]) -> Iterator[Scope]:
    """The scopes at which they begin and end, that cut others in `pieces`."""
    for each in extents:
        yield each.scope
        yield from each.but_not


def pieces(scope: Scope, cuts: Iterable[Scope], wholes: Iterable[Scope] = ()) -> tuple[Extent, ...]:
    """A scope, cut where others begin and end: each cut holds for the whole of a piece or for none of it.

    Narrow pieces come first, what is left over last. The pieces do not overlap, and together they are the scope.
    Each of `wholes` is everybody, named one by one: what is left beside all of those is nobody, and no piece.
    """
    return _pieces(scope, tuple(cuts), tuple(wholes))


def by_name(extent: Extent, wholes: Iterable[Scope]) -> Extent:
    """Those who are left of everybody by their names, where all are known and they are no more than the others."""
    without = _by_dimension(Scope(tuple(limit for each in extent.but_not for limit in each.limits)))
    for whole in wholes if extent.scope == EVERYBODY and all(len(each.limits) == 1 for each in extent.but_not) else ():
        names = _by_dimension(whole)
        left = {dimension: every - without.get(dimension, frozenset()) for dimension, every in names.items()}
        if without.keys() == names.keys() and all(2 * len(left[each]) <= len(names[each]) for each in names):
            return Extent(_scope(left))
    return extent


@lru_cache(maxsize=4096)
def _pieces(scope: Scope, cuts: tuple[Scope, ...], wholes: tuple[Scope, ...]) -> tuple[Extent, ...]:
    """The same few are asked for again and again, provision by provision."""
    everybody = [_scope(_by_dimension(each)) for each in wholes]
    found = {_scope(_by_dimension(scope))}
    for cut in cuts:
        found |= {both for each in found if (both := common(each, cut)) is not None}
    in_order = sorted(found, key=lambda each: (-len(_by_dimension(each)), len(each.limits), printed_scope(each)))
    return tuple(extent for each in in_order if (extent := _piece(each, in_order, everybody)) is not None)


def _piece(scope: Scope, among: Sequence[Scope], wholes: Sequence[Scope]) -> Extent | None:
    """What is left of a scope beside the narrower ones among them; None where nothing is."""
    narrower = [each for each in among if each != scope and within(each, scope)]
    widest = [each for each in narrower if not any(each != other and within(each, other) for other in narrower)]
    left = [atom for atom in _atoms(_named(scope, wholes)) if not any(within(atom, each) for each in widest)]
    if not left:
        return None
    if len(_by_dimension(scope)) == 1:  # what is left of a list of names is a shorter list
        limits = {limit for atom in left for limit in atom.limits if limit in scope.limits}
        scope = Scope(tuple(sorted(limits, key=_limit_order)))
    apart = (each for each in widest if common(each, scope) is not None)
    return Extent(scope, tuple(sorted(apart, key=printed_scope)))


def _named(scope: Scope, wholes: Sequence[Scope]) -> Scope:
    """The same scope, with the names of those of whom it says nothing, where all of them are known."""
    for each in wholes:
        if not _by_dimension(each).keys() & _by_dimension(scope).keys():
            scope = common(scope, each) or scope
    return scope


def _beside(inner: Scope, outer: Scope) -> Scope:
    """A scope without what all of a wider one have in common with it: User Roles of a region without the region."""
    wide = _by_dimension(outer)
    return _scope({each: names for each, names in _by_dimension(inner).items() if names != wide.get(each)})


def _atoms(scope: Scope) -> list[Scope]:
    """The scope with one name of each dimension that it limits."""
    by_dimension = _by_dimension(scope)
    choices = [[Limit(dimension, name) for name in sorted(names)] for dimension, names in by_dimension.items()]
    return [Scope(tuple(sorted(limits, key=_limit_order))) for limits in product(*choices)]


def _by_dimension(scope: Scope) -> dict[Dimension, frozenset[str]]:
    found: dict[Dimension, frozenset[str]] = {}
    for limit in scope.limits:
        found[limit.dimension] = found.get(limit.dimension, frozenset()) | {limit.name}
    return found


def _scope(by_dimension: dict[Dimension, frozenset[str]]) -> Scope:
    limits = (Limit(dimension, name) for dimension, names in by_dimension.items() for name in names)
    return Scope(tuple(sorted(limits, key=_limit_order)))


def _limit_order(limit: Limit) -> tuple[str, str]:
    return (limit.dimension, limit.name)
