"""What provisions say with the variations that hold, as HTML.

To everybody, against their words without variations; to some, against what they say to everybody.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from msgspec import Struct

from secc.amending.version import DocumentVersion
from secc.ids import Address
from secc.instruments.model import Scope
from secc.instruments.when import OperationRef
from secc.site.in_time.kept import compiler, kept
from secc.site.in_time.marking import redline_where_changed
from secc.site.in_time.moment import Moment
from secc.site.noted import Computed, encoded
from secc.site.whom import is_wider, scopes
from secc.timeline.replay import Wordings
from secc.timeline.scopes import EVERYBODY
from secc.timeline.timeline import EVERYTHING, Knowledge


class ForSome(Struct, frozen=True, array_like=True):
    """The words for everybody in a scope: HTML of blocks, with `<del>` and `<ins>` against those for everybody."""

    scope: Scope
    html: str


ReadForSome = Mapping[tuple[str, date], tuple[ForSome, ...]]
"""By who a provision is and the day: nothing where it reads the same for all."""


AsVaried = Mapping[tuple[str, date], str]
"""By who a provision is and the day: HTML of blocks, with `<del>` and `<ins>`; empty where it reads the same."""


def for_some(moment: Moment, asked: Knowledge = EVERYTHING) -> tuple[AsVaried, ReadForSome]:
    """The words of clauses and definitions as varied for everybody, and for some, each made when it is asked for."""
    making = _Making(moment, asked)
    return Computed(None, lambda key: making.varied(*key)), Computed(None, lambda key: tuple(making.of(*key)))


class _Making:
    def __init__(self, moment: Moment, asked: Knowledge) -> None:
        self._timeline = moment.timeline
        self._asked = asked
        self._cache = moment.cache
        self._on: dict[date, Sequence[tuple[Scope, Wordings]]] = {}
        self._for_all: dict[date, Wordings] = {}
        self._places: dict[int, Mapping[str, Address]] = {}

    def varied(self, identity: str, day: date) -> str:
        """What a provision says on a day as varied for everybody, against its words without variations."""
        sides = _otherwise(self._timeline.base(day, self._asked), self._everybody(day))
        return "".join(self._redline(identity, *each) for each in sides)

    def of(self, identity: str, day: date) -> Iterator[ForSome]:
        """What a provision says on a day to those for whom the Code reads otherwise than for everybody."""
        if day not in self._on:
            self._on[day] = [*self._varied(day)]
        everybody = self._everybody(day) if self._on[day] else Wordings({})
        found: dict[Scope, str] = {}
        for scope, own in self._on[day]:
            html = "".join(self._redline(identity, *each) for each in _otherwise(everybody, own))
            if html and all(html != said for other, said in found.items() if is_wider(other, scope)):
                yield ForSome(scope, html)
            found[scope] = html

    def _everybody(self, day: date) -> Wordings:
        """The text of a day, which is held, since places are looked up by which object a version is."""
        if day not in self._for_all:
            self._for_all[day] = self._timeline.effective(day, self._asked)
        return self._for_all[day]

    @cached_property
    def _scopes(self) -> tuple[Scope, ...]:
        return scopes(self._timeline, self._asked)

    def _varied(self, day: date) -> Iterator[tuple[Scope, Wordings]]:
        """Those for whom other variations hold on a day than for everybody, and for those in whom they are."""
        plain = self._held(day)
        held = {scope: self._held(day, scope) for scope in self._scopes}
        for scope, own in held.items():
            if own != plain and all(own != held[each] for each in held if is_wider(each, scope)):
                yield scope, self._timeline.effective(day, self._asked, scope)

    def _held(self, day: date, scope: Scope = EVERYBODY) -> list[tuple[OperationRef, date | None]]:
        """The variations that hold for a scope, each with the day of the text on which it is carried out."""
        return [(each.ref, each.day) for each in self._timeline.variations(day, self._asked, scope)]

    def _redline(self, identity: str, old: DocumentVersion, new: DocumentVersion) -> str:
        """A provision of one text against the same of another; empty where it is in neither, or says the same."""
        before, after = (self._of_version(each).get(identity) for each in (old, new))
        if before is None and after is None:
            return ""
        said = encoded((compiler(), before, old.text_key, after, new.text_key))
        key = f"for some {hashlib.sha256(said).hexdigest()}"
        return kept(self._cache, key, str, lambda: redline_where_changed((before, old), (after, new)))

    def _of_version(self, version: DocumentVersion) -> Mapping[str, Address]:
        if id(version) not in self._places:
            places = {who: Address(version.id, path) for path, who in version.identities.items()}
            self._places[id(version)] = places
        return self._places[id(version)]


def _otherwise(one: Wordings, other: Wordings) -> Iterator[tuple[DocumentVersion, DocumentVersion]]:
    """The documents of which two texts differ."""
    for document, old in one.documents.items():
        new = other.documents.get(document)
        if new is not None and new.text_key != old.text_key:
            yield old, new
