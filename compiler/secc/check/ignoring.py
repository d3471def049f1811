"""Rules that code.toml leaves out in some files or provisions."""

from collections.abc import Iterator, Mapping, Sequence, Set
from pathlib import PurePosixPath

from msgspec import Struct

from secc.code.load import LoadedCode, LoadedDocument
from secc.code.walk import placed
from secc.diagnostics import Diagnostic
from secc.ids import Address

Rules = Set[str]


class _Stretch(Struct, frozen=True):
    """A stretch of a file in which rules are left out."""

    start: int
    end: int
    rules: Rules


def in_files(code: LoadedCode, pattern: str) -> frozenset[str]:
    """The files that a pattern of `[check.files]` means, by the paths that findings name.

    A pattern is a path, from the folder of code.toml, or the beginning of one, step by step; in a step `*` stands for
    anything: `appendices`, `sections/A-*.sec`.
    """
    steps = PurePosixPath(pattern).parts
    listed = zip(code.settings.documents, code.documents, strict=True)
    return frozenset(document.source.path for path, document in listed if _begins(PurePosixPath(path).parts, steps))


def _begins(parts: Sequence[str], steps: Sequence[str]) -> bool:
    if not steps or len(steps) > len(parts):
        return False
    return all(PurePosixPath(part).match(step) for part, step in zip(parts, steps, strict=False))


def without_ignored(
    findings: Sequence[Diagnostic],
    code: LoadedCode,
    files: Mapping[str, Rules],
    provisions: Mapping[Address, Rules],
) -> tuple[Diagnostic, ...]:
    """The findings but those of rules left out: by the path of their file, or by a provision that they stand in."""
    stretches = {
        each.source.path: tuple(_stretches(each, files.get(each.source.path, frozenset()), provisions))
        for each in code.documents
    }
    return tuple(found for found in findings if not _ignored(found, stretches[found.path]))


def _stretches(document: LoadedDocument, rules: Rules, provisions: Mapping[Address, Rules]) -> Iterator[_Stretch]:
    """The whole file where rules are left out there, and each provision named, with all that stands in it."""
    whole = len(document.source.text) + 1
    if rules:
        yield _Stretch(0, whole, rules)
    identity = document.id
    if Address(identity) in provisions:
        yield _Stretch(0, whole, provisions[Address(identity)])
    if any(address.document == identity and address.path for address in provisions):
        blocks = list(placed(document.document))
        for number, each in enumerate(blocks):
            if each.own and each.address in provisions:
                after = (other.block.span.start for other in blocks[number + 1 :] if other.depth <= each.depth)
                yield _Stretch(each.block.span.start, next(after, whole), provisions[each.address])


def _ignored(found: Diagnostic, stretches: Sequence[_Stretch]) -> bool:
    return any(found.rule in each.rules and each.start <= found.span.start < each.end for each in stretches)
