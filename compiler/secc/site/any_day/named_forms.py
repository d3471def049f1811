"""The names of forms by what they follow from, all in one table that is kept between builds.

A form follows from the text of its document and from what all documents of its state offer (`offers`). So a state in
which no document offers anything else than before costs looking up names, whatever was edited.
"""

from collections.abc import Callable, Mapping
from itertools import islice
from typing import TypeVar

import msgspec
from msgspec import Struct

from secc.code.load import DocumentCache
from secc.site.any_day.offers import Called, Offer
from secc.site.in_time.kept import decoded

Shown = tuple[tuple[str, str], ...]
"""The files that a form shows: of each its path, and its digest when the form was made."""
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")
_ROUNDS = 3
"""How many times as much as was asked for is kept of what was asked for before."""
_encode = msgspec.msgpack.Encoder().encode


class _Table(Struct, frozen=True, array_like=True):
    """By text how documents are called, and what they offer; names by what they follow from, the files shown by name.

    What was asked for last comes first.
    """

    called: dict[str, Called] = {}
    offers: dict[str, Offer] = {}
    names: dict[bytes, str] = {}
    shown: dict[str, Shown] = {}


class NamedForms:
    """The table. `code` names the code that makes forms; what is asked for again comes from the `earlier` table."""

    def __init__(self, cache: DocumentCache, code: str, earlier: "NamedForms | None" = None) -> None:
        self._cache = cache
        self._place = f"forms-by-name-{code}"
        self._before = earlier._whole() if earlier is not None else decoded(cache.kept(self._place), _Table) or _Table()
        self._called: dict[str, Called] = {}
        self._offers: dict[str, Offer] = {}
        self._names: dict[bytes, str] = {}
        self._shown: dict[str, Shown] = {}
        self._is_new = False

    def called(self, text: str, make: Callable[[], Called]) -> Called:
        """How a text calls things; made, where it is not known."""
        return self._noted(text, self._called, self._before.called, make)

    def offer(self, text: str, make: Callable[[], Offer]) -> Offer:
        """What a text offers in some states; made, where it is not known."""
        return self._noted(text, self._offers, self._before.offers, make)

    def name(self, follows_from: bytes) -> str | None:
        """The name of the form that follows from something, where it is known."""
        return _again(follows_from, self._names, self._before.names)

    def shown(self, name: str) -> Shown | None:
        """The files that a form shows, where it is known."""
        return _again(name, self._shown, self._before.shown)

    def put(self, follows_from: bytes, name: str, shown: Shown) -> None:
        """Note a form."""
        self._names[follows_from] = name
        self._shown[name] = shown
        self._is_new = True

    def keep(self) -> None:
        """Have the table for the next time, where anything was noted."""
        if self._is_new:
            self._cache.keep(self._place, _encode(self._whole()))
            self._is_new = False

    def _noted(
        self, key: str, now: dict[str, _Value], before: Mapping[str, _Value], make: Callable[[], _Value]
    ) -> _Value:
        found = _again(key, now, before)
        if found is None:
            found = now[key] = make()
            self._is_new = True
        return found

    def _whole(self) -> _Table:
        before = self._before
        names = _latest(self._names, before.names)
        shown = {**self._shown, **before.shown}
        return _Table(
            _latest(self._called, before.called),
            _latest(self._offers, before.offers),
            names,
            {name: shown[name] for name in dict.fromkeys(names.values()) if name in shown},
        )


def _again(key: _Key, now: dict[_Key, _Value], before: Mapping[_Key, _Value]) -> _Value | None:
    """What was noted now or before; what was before is noted again."""
    found = now.get(key)
    if found is None and (found := before.get(key)) is not None:
        now[key] = found
    return found


def _latest(now: Mapping[_Key, _Value], before: Mapping[_Key, _Value]) -> dict[_Key, _Value]:
    """What was asked for now, and so much as is kept of what was asked for before."""
    others = {key: value for key, value in before.items() if key not in now}
    return {**now, **dict(islice(others.items(), _ROUNDS * len(now)))}
