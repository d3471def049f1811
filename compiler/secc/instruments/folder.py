"""The instruments of a tree of sources: `instruments/NAME.sec`, or `instruments/NAME/instrument.sec` with annexes."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from difflib import get_close_matches
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Protocol

import msgspec

from secc.code.load import source_of
from secc.diagnostics import CannotProceed, Diagnostic, in_order
from secc.history import SourceTree
from secc.instruments import faults
from secc.instruments.model import Designate, Instrument, Redesignate
from secc.instruments.outcome import ReadInstrument
from secc.source import Source, Span
from secc.syntax.faults import Faults

FOLDER = "instruments"
FILE = "instrument.sec"
"""The file of an instrument that has a folder of its own."""
MATCHES = "matches.toml"
"""Beside it: what a person says of which provisions of an annex are which of the document that it replaces."""
_NEAR, _ALIKE = 3, 0.5
"""How many names are given where one is not known, and how like it they are at least."""


class Cache(Protocol):
    """Keeps what files were read as."""

    def kept(self, name: str) -> bytes | None:
        """What was kept under a name, or None."""
        ...

    def keep(self, name: str, contents: bytes) -> None:
        """Keep something under a name."""
        ...


class FoundInstrument:
    """An instrument where it was found: its file, what it says, and what is wrong with it."""

    def __init__(self, source: Source, path: str, read: ReadInstrument, findings: tuple[Diagnostic, ...]) -> None:
        self.source = source
        self.path = path
        self.read = read
        self.instrument: Instrument = read.instrument
        self.findings = findings
        self._fingerprint: str | None = None
        self._files: Mapping[str, bytes] | None = None

    @property
    def name(self) -> str:
        """The name of its file or folder."""
        return _name(self.path)

    def beside(self, path: str) -> str | None:
        """The path of a file in the instrument's own folder; None where it has none, or the path leads out of it."""
        place = PurePosixPath(self.path)
        parts = PurePosixPath(path).parts
        if place.name != FILE or not parts or ".." in parts or path.startswith("/") or "\\" in path:
            return None
        return str(place.parent / path)

    def files(self, tree: SourceTree) -> Mapping[str, bytes]:
        """What lies in its own folder, by path, and where links for its annexes lead.

        It is read once: what is kept under the fingerprint follows from what the files said then.
        """
        if self._files is None:
            own = PurePosixPath(self.path)
            there = tree.paths(str(own.parent)) if own.name == FILE else ()
            named = {place for each in (MATCHES, *self._annexes()) if (place := self.beside(each)) is not None}
            self._files = {path: tree.read(path) for path in sorted({*there, *filter(tree.has, named)})}
        return self._files

    def fingerprint(self, tree: SourceTree) -> str:
        """The digest of its file and of every file beside it: what carrying it out follows from."""
        if self._fingerprint is None:
            digest = hashlib.sha256(self.source.text.encode())
            for path, contents in self.files(tree).items():
                digest.update(f"\0{path}\0".encode() + hashlib.sha256(contents).digest())
            self._fingerprint = digest.hexdigest()
        return self._fingerprint

    def annex(self, tree: SourceTree, path: str) -> bytes:
        """The bytes of an annex. Raises `CannotProceed` where there is none, or its path leads out of the folder."""
        place = self.beside(path)
        if place is None:
            raise CannotProceed(f"the annex {path} of {self.name} does not lie in a folder of that instrument")
        if place not in self.files(tree):
            raise CannotProceed(f"{self.name} has no annex {path}: there is no file {place}")
        return self.files(tree)[place]

    def _annexes(self) -> Iterator[str]:
        for operation in self.instrument.operations:
            if isinstance(operation.action, Designate | Redesignate):
                yield operation.action.annex


def instruments_of(tree: SourceTree, cache: Cache, prefix: str = "") -> tuple[FoundInstrument, ...]:
    """Every instrument, by name. `prefix` goes before the paths that findings name.

    Raises `CannotProceed` where a file is not UTF-8, or two instruments have one name.
    """
    paths = instrument_paths(tree)
    for first, second in pairwise(paths):
        if _name(first) == _name(second):
            raise CannotProceed(f"{first} and {second} are one instrument: keep the file or the folder")
    return tuple(_found(tree, path, cache, prefix) for path in paths)


def instrument_paths(tree: SourceTree) -> tuple[str, ...]:
    """The path of every instrument's file, by name."""
    return tuple(sorted(filter(_is_instrument, tree.paths(FOLDER)), key=_name))


def found_at(tree: SourceTree, named: str, cache: Cache | None = None) -> FoundInstrument:
    """One instrument, by the path of its file or folder, or by its name alone."""
    for path in _paths(named):
        if tree.has(path):
            return _found(tree, path, cache or _NoCache(), "")
    raise no_instrument(named, map(_name, instrument_paths(tree)))


def no_instrument(named: str, names: Iterable[str]) -> CannotProceed:
    """That there is none of a name, or at a path, with the names that are nearest."""
    known, own = list(names), _name(named)
    near = get_close_matches(own, known, _NEAR, _ALIKE) or [name for name in known if own and own in name][:_NEAR]
    help_ = f"did you mean {_either(near)}?" if near else f"see the folder {FOLDER} of the Code"
    return CannotProceed(f"there is no instrument {named}\n    = help: {help_}")


def _either(names: Sequence[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} or {last}" if most else last


def _paths(named: str) -> Iterator[str]:
    """Where a named instrument may lie."""
    place = named.rstrip("/")
    yield from (place,) if place.endswith(".sec") else ()
    if "/" in place:
        yield f"{place}/{FILE}"
    yield from (f"{FOLDER}/{place}.sec", f"{FOLDER}/{place}/{FILE}")


def _is_instrument(path: str) -> bool:
    parts = PurePosixPath(path).parts
    if len(parts) == 2:
        return path.endswith(".sec") and not parts[1].startswith(".")
    return len(parts) == 3 and parts[2] == FILE


def _name(path: str) -> str:
    place = PurePosixPath(path)
    return place.parent.name if place.name == FILE else place.stem


def _found(tree: SourceTree, path: str, cache: Cache, prefix: str) -> FoundInstrument:
    contents = tree.read(path)
    source = source_of(prefix + path, contents)
    read = _read(source, cache)
    found = FoundInstrument(source, path, read, read.findings)
    told = Faults(source)
    _check_name(found, told)
    _check_annexes(found, tree, told)
    if told.found:
        found.findings = in_order([*read.findings, *told.found])
    return found


def _read(source: Source, cache: Cache) -> ReadInstrument:
    """The instrument, from the cache where it holds it."""
    key = "instrument-" + hashlib.sha256(source.path.encode() + b"\0" + source.text.encode()).hexdigest()
    kept = cache.kept(key)
    if kept is not None:
        with suppress(msgspec.DecodeError):  # then it is as if nothing had been kept
            return msgspec.msgpack.decode(kept, type=ReadInstrument)
    from secc.instruments.reading import read_instrument  # a reading that was kept needs no grammar

    read = read_instrument(source)
    cache.keep(key, msgspec.msgpack.encode(read))
    return read


def _check_name(found: FoundInstrument, told: Faults) -> None:
    name = found.instrument.name
    if name and name != found.name:
        start = found.source.text.index(name, found.instrument.span.start)
        told.add(Span(start, start + len(name)), faults.other_name(name, found.name))


def _check_annexes(found: FoundInstrument, tree: SourceTree, told: Faults) -> None:
    """Tell of each annex that is not there, and each whose path leads out of the instrument's folder."""
    for operation in found.instrument.operations:
        action = operation.action
        if not isinstance(action, Designate | Redesignate):
            continue
        start = found.source.text.find(action.annex, operation.span.start)
        span = Span(start, start + len(action.annex))
        place = found.beside(action.annex)
        if place is None:
            told.add(span, faults.annex_elsewhere(found.name))
        elif not tree.has(place):
            told.add(span, faults.no_annex(place))


class _NoCache:
    """Keeps nothing."""

    def kept(self, name: str) -> bytes | None:  # noqa: ARG002  # keeps nothing
        """Always None."""
        return None

    def keep(self, name: str, contents: bytes) -> None:
        """Does nothing."""
