"""Rules that code.toml leaves out in some files or provisions."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from pathlib import PurePosixPath

from msgspec import Struct

from secc.code.load import LoadedDocument
from secc.code.walk import placed
from secc.diagnostics import Diagnostic
from secc.ids import Address

Rules = Set[str]


class _Stretch(Struct, frozen=True):
    """A stretch of a file in which rules are left out."""

    start: int
    end: int
    rules: Rules


def in_files(listed: Mapping[str, str], pattern: str) -> frozenset[str]:
    """The files that a pattern of `[check.files]` means, by the paths that findings name.

    `listed` has these by their paths from the folder of code.toml. A pattern is such a path, or the beginning of one,
    step by step; in a step `*` stands for anything: `appendices`, `sections/A-*.sec`.
    """
    steps = PurePosixPath(pattern).parts
    return frozenset(shown for path, shown in listed.items() if _begins(PurePosixPath(path).parts, steps))


def _begins(parts: Sequence[str], steps: Sequence[str]) -> bool:
    if not steps or len(steps) > len(parts):
        return False
    return all(PurePosixPath(part).match(step) for part, step in zip(parts, steps, strict=False))


class LeftOut(Struct, frozen=True):
    """The rules left out by code.toml: in files, by the paths that findings name, and in provisions."""

    files: Mapping[str, Rules]
    provisions: Mapping[Address, Rules]

    def without(self, findings: Iterable[Diagnostic], documents: Iterable[LoadedDocument]) -> tuple[Diagnostic, ...]:
        """The findings but those of rules left out where they stand, in these documents or elsewhere."""
        stretches = {each.source.path: tuple(_stretches(each, self.provisions)) for each in documents}
        return tuple(
            found
            for found in findings
            if found.rule not in self.files.get(found.path, frozenset())
            and not _ignored(found, stretches.get(found.path, ()))
        )


def _stretches(document: LoadedDocument, provisions: Mapping[Address, Rules]) -> Iterator[_Stretch]:
    """Each provision named that the document has, with all that stands in it."""
    whole = len(document.source.text) + 1
    identity = document.id
    if Address(identity) in provisions:
        yield _Stretch(0, whole, provisions[Address(identity)])
    if any(address.document == identity and address.path for address in provisions):
        blocks = placed(document.document)
        for number, each in enumerate(blocks):
            if each.own and each.address in provisions:
                after = (other.block.span.start for other in blocks[number + 1 :] if other.depth <= each.depth)
                yield _Stretch(each.block.span.start, next(after, whole), provisions[each.address])


def _ignored(found: Diagnostic, stretches: Sequence[_Stretch]) -> bool:
    return any(found.rule in each.rules and each.start <= found.span.start < each.end for each in stretches)
