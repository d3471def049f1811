"""Every text that each document ever had, or is to have by what is decided, with the days on which it had it.

`chronicle(sources)` gives it. For whoever builds on it, such as a search:

- `Chronicle.documents` are the documents that there ever were, in order, each a `DocumentChronicle`;
- its `pieces` are its distinct pieces of HTML, each once (a clause, a definition, a heading, a table), with the `id`
  and the identity (`who`) of the provision: the identity stays the same through moves and new numbers;
- its `editions` are its distinct texts: pages in order, each with the numbers of its pieces;
- `effective` says from which day it had which edition, by number, with the variations that held; None where it was no
  document of the Code. `base` says the same without variations;
- `scoped` says the same as `effective` of those for whom it read otherwise on some day;
- `spans(document)` (in `model`) gives every piece with the days from which, and until which, it was part of the
  effective text.

Links in pieces say not on which day: `tokens` tells how they are made whole.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import msgspec

from secc.amending.version import DocumentVersion
from secc.code.load import LoadedCode
from secc.code.shared_cache import SharedCache
from secc.ids import DocumentId
from secc.instruments.model import Scope
from secc.site.any_day.editions import Editions
from secc.site.any_day.files import Files
from secc.site.any_day.kept_forms import KeptForms
from secc.site.any_day.knowledge import Numbered, StateAsked, states_in_time
from secc.site.any_day.known_terms import KnownTerm, TermsOfDays, known_terms
from secc.site.any_day.model import (
    Chronicle,
    Column,
    DocumentChronicle,
    Read,
    Recalled,
    RecalledDocument,
    Said,
    ThroughTime,
    ToldDocument,
)
from secc.site.any_day.terms_in_time import TermInTime, terms_in_time
from secc.site.in_time.ahead import ahead
from secc.site.in_time.kept import digest_of_modules, kept
from secc.site.in_time.moment import Moment
from secc.timeline.ahead import Ahead
from secc.timeline.replay import Wordings
from secc.timeline.timeline import asking

Columns = Mapping[DocumentId, Column]
_Turn = tuple[tuple[DocumentId, Said | None], ...]
_encode = msgspec.msgpack.Encoder().encode
_NONE = -1
"""The state before the first, in which there is no document."""


def chronicle(
    moment: Moment,
    on_disk: LoadedCode,
    last: Chronicle | None = None,
    between: Callable[[], object] = lambda: None,
) -> Chronicle:
    """The chronicle of the Code whose instruments `moment` has; `on_disk` has the settings that all states share.

    What was as it is now before the instruments were edited is taken from the `last`. `between` is called between one
    state, or document, and the next.
    """
    files = Files(moment.opened.tree)
    earlier = last.recalled if last is not None else None
    forms = KeptForms(
        on_disk, files, SharedCache(moment.cache), earlier.named if earlier is not None else None, between
    )
    reading = _Reading(moment, forms, between)
    effective, base, known = reading.columns()
    scoped = reading.scoped()
    layers = [(each, reading.read(each.before), reading.read(each.after)) for each in ahead(moment).values()]
    forms.named.keep()
    documents = {}
    for document in sorted(effective):
        said = _through_time(document, (effective, base), known, layers, scoped)
        before = earlier.documents.get(document) if earlier is not None else None
        documents[document] = before if before is not None and before.said == said else _told(document, said, reading)
        forms.show(documents[document].found.files)
        forms.let_go()
        between()
    every = tuple(each.found.told for each in documents.values())
    days = tuple(day for day, _ in known)
    terms = (reading.terms(), reading.known_terms())
    return Chronicle(every, reading.days, days, *terms, files.published(), Recalled(documents, forms.named))


def _turning(terms: Iterable[tuple[date, bytes]]) -> Iterator[tuple[date, bytes]]:
    """Those of days on which they are others than before."""
    last = b""
    for day, each in terms:
        if each != last:
            yield day, each
        last = each


def _through_time(
    document: DocumentId,
    columns: tuple[Columns, Columns],
    known: Sequence[tuple[date, Columns]],
    layers: Sequence[tuple[Ahead, Read, Read]],
    scoped: Sequence[tuple[Scope, Columns]],
) -> ThroughTime:
    """What a document says on every day, as known now and before, and for some; and what it would say."""
    effective, base = (each.get(document, ()) for each in columns)
    over = [
        (each.instrument, each.standing, each.day, before.get(document), after.get(document))
        for each, before, after in layers
    ]
    as_known = tuple(_changing((day, each.get(document, ())) for day, each in known))
    apart = ((scope, each.get(document, ())) for scope, each in scoped)
    return ThroughTime(
        effective,
        base,
        as_known,
        tuple(each for each in over if each[3] != each[4]),
        tuple((scope, column) for scope, column in apart if column != effective),
    )


def _changing(known: Iterable[tuple[date, Column]]) -> Iterator[tuple[date, Column]]:
    """Those as known from a day on which it was known otherwise than before."""
    last: Column = ()
    for day, column in known:
        if column != last:
            yield day, column
        last = column


def _told(document: DocumentId, said: ThroughTime, reading: "_Reading") -> RecalledDocument:
    """The document with all its editions; kept by what it says, which is named by its contents."""
    key = f"told {_own_code()} {document} {hashlib.sha256(_encode(said)).hexdigest()}"
    found = kept(reading.cache, key, ToldDocument, lambda: _told_anew(document, said, reading))
    return RecalledDocument(said, found)


def _told_anew(document: DocumentId, said: ThroughTime, reading: "_Reading") -> ToldDocument:
    editions = Editions(reading.forms, reading.versions)
    editions.number(said.effective, said.base, *(column for _, column in said.scoped))
    held, plain = editions.days(said.effective), editions.days(said.base)
    as_known = tuple(editions.known(said.known))
    layers = tuple(editions.layers(said.layers))
    scoped = tuple((scope, days) for scope, column in said.scoped if (days := editions.days(column)) != held)
    told = DocumentChronicle(
        document,
        tuple(editions.pieces),
        tuple(editions.editions),
        held,
        plain if plain != held else (),
        as_known,
        layers,
        tuple(editions.plain),
        scoped,
    )
    return ToldDocument(told, tuple(editions.files))


@cache
def _own_code() -> str:
    here = Path(__file__).parent
    return digest_of_modules(
        here / f"{name}.py" for name in ("chronicle", "editions", "forms", "model", "plain_pieces")
    )


class _Reading:
    """What documents say in states of the Code, each asked for once."""

    def __init__(self, moment: Moment, forms: KeptForms, between: Callable[[], object]) -> None:
        self._moment = moment
        self.cache = moment.cache
        self.forms = forms
        self.versions: dict[str, DocumentVersion] = {}
        self._in_time = states_in_time(moment)
        self._states: list[Read] = []
        self._terms: list[bytes] = []
        for each in self._in_time.asked:
            wordings = self._wordings(each)
            made = forms.of(wordings)
            self._states.append(self._read(wordings, made.names))
            self._terms.append(made.terms)
            between()
        self._turns: dict[tuple[int, int], _Turn] = {}
        self._found: dict[Numbered, Columns] = {}

    @property
    def days(self) -> tuple[date, ...]:
        """Those on which any answer changes."""
        return self._in_time.effective.days

    def read(self, wordings: Wordings) -> Read:
        """What documents say by some wordings."""
        return self._read(wordings, self.forms.of(wordings).names)

    def _read(self, wordings: Wordings, names: Mapping[DocumentId, str]) -> Read:
        return {document: (names[document], self._named(version)) for document, version in wordings.documents.items()}

    def terms(self) -> tuple[TermInTime, ...]:
        """Every term that there ever was, or is to be, as known now."""
        of_days = [self._terms[state] for state in self._in_time.effective.states]
        return terms_in_time(self.cache, of_days, self.forms.terms)

    def known_terms(self) -> tuple[KnownTerm, ...]:
        """The same as known on each day on which they became known otherwise."""
        known: list[tuple[date, TermsOfDays]] = []
        for day, numbered in self._in_time.known:
            terms = (self._terms[state] for state in numbered.states)
            of_days = tuple(_turning(zip(numbered.days, terms, strict=True)))
            if not known or known[-1][1] != of_days:
                known.append((day, of_days))
        return known_terms(self.cache, known, self.forms.terms)

    def columns(self) -> tuple[Columns, Columns, list[tuple[date, Columns]]]:
        """What each document says from which day: as it has effect, without variations, and as known before.

        As known on each day on which anything became known, but where nothing else was said than on the one before.
        """
        states, known = self._in_time, []
        last: Numbered | None = None
        for day, now in states.known:
            if last is None or now.days != last.days or self._columns(now) != self._columns(last):
                known.append((day, self._columns(now)))
            last = now
        return self._columns(states.effective), self._columns(states.base), known

    def scoped(self) -> list[tuple[Scope, Columns]]:
        """What each document says from which day for some, as instruments name them."""
        return [(scope, self._columns(numbered)) for scope, numbered in self._in_time.scoped]

    def _named(self, version: DocumentVersion) -> str:
        name = self._moment.opened.kept.name_of(version)
        self.versions[name] = version
        return name

    def _wordings(self, asked: StateAsked) -> Wordings:
        return self._moment.timeline.varied(asked.day, asked.held, asking(asked.known))

    def _columns(self, numbered: Numbered) -> Columns:
        if numbered not in self._found:
            self._found[numbered] = self._columns_of(numbered)
        return self._found[numbered]

    def _columns_of(self, numbered: Numbered) -> Columns:
        found: dict[DocumentId, list[tuple[date, Said | None]]] = {}
        last = _NONE
        for day, state in zip(numbered.days, numbered.states, strict=True):
            for document, said in self._turn(last, state):
                found.setdefault(document, []).append((day, said))
            last = state
        return {document: tuple(column) for document, column in found.items()}

    def _turn(self, before: int, after: int) -> _Turn:
        """The documents that say something else in one state than in another, with what they say."""
        if (before, after) not in self._turns:
            old, new = self._states[before] if before != _NONE else {}, self._states[after]
            changed = sorted(each for each in {**old, **new} if new.get(each) != old.get(each))
            self._turns[before, after] = tuple((each, new.get(each)) for each in changed)
        return self._turns[before, after]
