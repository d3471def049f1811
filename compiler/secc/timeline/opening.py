"""The instruments of a tree of sources, read and replayed when asked."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from secc.amending.refusal import Refusal
from secc.code.load import DocumentCache, NoCache, source_of
from secc.code.settings import Settings, read_settings
from secc.diagnostics import CannotProceed, Diagnostic
from secc.history import SourceTree
from secc.instruments.folder import MATCHES, FoundInstrument, instruments_of
from secc.instruments.model import Dimension, Instrument, Limit, Scope
from secc.timeline.inheriting import inheriting
from secc.timeline.kept import KeptStates
from secc.timeline.replay import Sources
from secc.timeline.standing import known_by
from secc.timeline.timeline import Timeline


class Opened(Struct, frozen=True):
    """The instruments as found, the timeline that they make, the tree in which they lie, and what is kept of it all."""

    found: tuple[FoundInstrument, ...]
    timeline: Timeline
    tree: SourceTree
    kept: KeptStates

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the instruments as text."""
        return tuple(finding for each in self.found for finding in each.findings)

    @property
    def but_words(self) -> str:
        """What follows from all that the instruments say besides words of the Code is kept by this."""
        return _but_words(self.found)

    def but_words_by(self, on: date) -> str:
        """The same of the instruments that had been recorded by a day: by it all is kept that was known then."""
        return _but_words(each for each in self.found if known_by(each.instrument, on))

    @property
    def fingerprint(self) -> str:
        """What everything that follows from the instruments alone is kept by."""
        said = [f"{each.name} {each.fingerprint(self.tree)}" for each in self.found]
        said += [" ".join(chain) for chain in self.timeline.order]
        return hashlib.sha256(chr(0).join(said).encode()).hexdigest()

    def file(self, name: str) -> FoundInstrument:
        """An instrument as found. Raises `CannotProceed` where there is none of that name."""
        found = next((each for each in self.found if each.instrument.name == name), None)
        if found is None:
            raise CannotProceed(f"there is no instrument {name}")
        return found


def open_timeline(
    tree: SourceTree, cache: DocumentCache, prefix: str = "", earlier: KeptStates | None = None
) -> Opened:
    """Every instrument of the tree. `prefix` goes before the paths that findings name; `earlier` has the same cache."""
    found = instruments_of(tree, cache, prefix)
    return _opened(tree, cache, [(each, tree) for each in found], earlier)


def open_with(opened: Opened, cache: DocumentCache, others: Sequence[tuple[FoundInstrument, SourceTree]]) -> Opened:
    """The same with instruments of other trees, each in the place of one of its name."""
    names = {each.instrument.name for each, _ in others}
    own = [(each, opened.tree) for each in opened.found if each.instrument.name not in names]
    return _opened(opened.tree, cache, [*own, *others])


def _opened(
    tree: SourceTree,
    cache: DocumentCache,
    given: Sequence[tuple[FoundInstrument, SourceTree]],
    earlier: KeptStates | None = None,
) -> Opened:
    by_name = {each.instrument.name: (each, where) for each, where in given}

    def annex(name: str, path: str) -> str:
        if name not in by_name:
            raise Refusal(f"there is no instrument {name}", "put it back")
        found, where = by_name[name]
        try:
            return source_of(path, found.annex(where, path)).text
        except CannotProceed as error:
            raise Refusal(str(error), "put the annex beside its instrument, in UTF-8") from None

    def matches(name: str) -> bytes | None:
        found, where = by_name.get(name, (None, tree))
        path = found.beside(MATCHES) if found is not None else None
        return found.files(where).get(path) if found is not None and path is not None else None

    def fingerprint(name: str) -> str:
        found, where = by_name[name]
        return found.fingerprint(where)

    def but_words(name: str) -> str:
        return by_name[name][0].read.but_words

    sources = Sources(annex, cache, inheriting(matches))
    settings = read_settings(tree)
    found = tuple(each for each, _ in sorted(given, key=lambda pair: pair[0].instrument.name))
    instruments = [each.instrument for each in found]
    if any(map(_has_a_number_twice, instruments)):  # what is kept tells operations by their numbers
        kept = KeptStates(NoCache(), fingerprint, but_words)
    else:
        kept = KeptStates(cache, fingerprint, but_words, earlier)
    order = settings.instruments_order
    return Opened(found, Timeline(instruments, order, sources, kept, wholes_of(settings)), tree, kept)


def _but_words(found: Iterable[FoundInstrument]) -> str:
    return hashlib.sha256(" ".join(each.read.but_words for each in found).encode()).hexdigest()


def _has_a_number_twice(instrument: Instrument) -> bool:
    return len({each.number for each in instrument.operations}) < len(instrument.operations)


def wholes_of(settings: Settings) -> tuple[Scope, ...]:
    """The scopes that are everybody between them, as code.toml lists them."""
    return tuple(
        Scope(tuple(Limit(Dimension(dimension), name) for name in sorted(names)))
        for dimension, names in settings.everybody
    )
