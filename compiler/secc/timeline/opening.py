"""The instruments of a tree of sources, read and replayed when asked."""

from dataclasses import dataclass

from secc.amending.refusal import Refusal
from secc.code.load import DocumentCache, source_of
from secc.code.settings import read_settings
from secc.diagnostics import CannotProceed, Diagnostic
from secc.history import SourceTree
from secc.instruments.folder import FoundInstrument, instruments_of
from secc.timeline.inheriting import FILE as MATCHES
from secc.timeline.inheriting import inheriting
from secc.timeline.kept import KeptStates
from secc.timeline.replay import Sources
from secc.timeline.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Opened:
    """The instruments as found, and the timeline that they make."""

    found: tuple[FoundInstrument, ...]
    timeline: Timeline

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the instruments as text."""
        return tuple(finding for each in self.found for finding in each.findings)

    def file(self, name: str) -> FoundInstrument:
        """An instrument as found. Raises `CannotProceed` where there is none of that name."""
        found = next((each for each in self.found if each.instrument.name == name), None)
        if found is None:
            raise CannotProceed(f"there is no instrument {name}")
        return found


def open_timeline(tree: SourceTree, cache: DocumentCache) -> Opened:
    """Every instrument of the tree."""
    found = instruments_of(tree, cache)
    by_name = {each.instrument.name: each for each in found}

    def annex(name: str, path: str) -> str:
        if name not in by_name:
            raise Refusal(f"there is no instrument {name}", "put it back")
        try:
            contents = by_name[name].annex(tree, path)
            return source_of(path, contents).text
        except CannotProceed as error:
            raise Refusal(str(error), "put the annex beside its instrument, in UTF-8") from None

    def matches(name: str) -> bytes | None:
        path = by_name[name].beside(MATCHES) if name in by_name else None
        return tree.read(path) if path is not None and tree.has(path) else None

    def fingerprint(name: str) -> str:
        return by_name[name].fingerprint(tree)

    sources = Sources(annex, cache, inheriting(matches))
    order = read_settings(tree).instruments_order
    instruments = [each.instrument for each in found]
    return Opened(found, Timeline(instruments, order, sources, KeptStates(cache, fingerprint)))
