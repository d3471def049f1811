"""What makes a finding the same finding after the text around it has changed: its rule, its provision, its words.

Lines play no part, so that a finding stays what it was when clauses are added above it.
"""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from msgspec import Struct

from secc.diagnostics import Diagnostic
from secc.source import Source


class Key(Struct, frozen=True, order=True):
    """What two findings have in common that are the same.

    `provision` is the printed address; where a finding stands in none, the name of its file. `text` is the words
    marked, with every run of white space as one space, so that breaking lines elsewhere changes nothing.
    """

    rule: str
    provision: str
    text: str


def key_of(found: Diagnostic, source: Source) -> Key:
    """The key of a finding in its source."""
    text = " ".join(source.text[found.span.start : found.span.end].split())
    return Key(found.rule, found.provision or PurePosixPath(found.path).name, text)


def fingerprints(findings: Sequence[Diagnostic], sources: Mapping[str, Source]) -> tuple[str, ...]:
    """A fingerprint for each finding: 32 hexadecimal digits, no two the same.

    Findings with one key are told apart by their order.
    """
    met: Counter[Key] = Counter()
    made: list[str] = []
    for found in findings:
        key = key_of(found, sources[found.path])
        met[key] += 1
        words = "\0".join((key.rule, key.provision, key.text, str(met[key])))
        made.append(hashlib.sha256(words.encode()).hexdigest()[:32])
    return tuple(made)
