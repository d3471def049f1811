"""A baseline: the findings that were there when it was written, so that only new ones are shown.

An entry is a key (see `fingerprints`) and how often it was found. It survives moved lines and reflowed text; once the
words or the provision change, the finding is new.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from secc.check.fingerprints import Key, key_of
from secc.diagnostics import Diagnostic
from secc.source import Source


class Entry(Struct, frozen=True, forbid_unknown_fields=True):
    """A key, and how many findings have it."""

    rule: str
    provision: str
    text: str
    count: Annotated[int, Meta(ge=1)]

    @property
    def key(self) -> Key:
        """What its findings have in common."""
        return Key(self.rule, self.provision, self.text)


class Baseline(Struct, frozen=True, forbid_unknown_fields=True):
    """The entries, each key once, in order."""

    version: Literal[1]
    findings: tuple[Entry, ...]


class Compared(Struct, frozen=True):
    """Findings held against a baseline: those that are `new`, how many it `knew`, how many of its own are `gone`."""

    new: tuple[Diagnostic, ...]
    knew: int
    gone: int


def baseline_of(findings: Sequence[Diagnostic], sources: Mapping[str, Source]) -> Baseline:
    """The baseline that knows exactly these findings."""
    counts = Counter(key_of(found, sources[found.path]) for found in findings)
    return Baseline(1, tuple(Entry(key.rule, key.provision, key.text, counts[key]) for key in sorted(counts)))


def compared(findings: Sequence[Diagnostic], sources: Mapping[str, Source], baseline: Baseline) -> Compared:
    """Which findings a baseline does not know. Where it knows fewer of a key than there are, the later ones are new."""
    left: Counter[Key] = Counter()
    for entry in baseline.findings:
        left[entry.key] += entry.count
    new: list[Diagnostic] = []
    for found in findings:
        key = key_of(found, sources[found.path])
        if left[key]:
            left[key] -= 1
        else:
            new.append(found)
    return Compared(tuple(new), len(findings) - len(new), left.total())


def encoded(baseline: Baseline) -> str:
    """As written to a file: JSON, an entry a line, so that a change to it can be reviewed."""
    entries = [json.dumps(msgspec.to_builtins(each), ensure_ascii=False) for each in baseline.findings]
    lines = ",".join(f"\n    {entry}" for entry in entries)
    end = "\n  " if entries else ""
    return f'{{\n  "version": {baseline.version},\n  "findings": [{lines}{end}]\n}}\n'


def decoded(contents: bytes) -> Baseline:
    """A baseline read back. Raises `msgspec.DecodeError` where it is anything else."""
    return msgspec.json.decode(contents, type=Baseline)
