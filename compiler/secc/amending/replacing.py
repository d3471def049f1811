"""A document designated, and one replaced whole: what survives of the old words keeps who put it there."""

from collections.abc import Callable, Mapping
from typing import Protocol

from msgspec import Struct

from secc.amending.refusal import Refusal
from secc.amending.traced import Edit, Strand, TracedText, traced
from secc.amending.version import DocumentVersion, Path, fresh, identified, read
from secc.code.load import DocumentCache, LoadedDocument
from secc.code.model import Document
from secc.code.walk import placed
from secc.diagnostics import Severity
from secc.instruments.model import Designate, Redesignate
from secc.instruments.when import OperationRef

AnnexReader = Callable[[str, str], str]
"""The text of an annex, by the instrument's name and the annex's path; raises `Refusal` where it cannot be read."""


class Inherited(Protocol):
    """What a document takes over from the one that it replaces."""

    @property
    def identities(self) -> Mapping[Path, str]:
        """The identity of each of the new provisions that an old one became."""
        ...

    @property
    def survived(self) -> tuple[tuple[int, int, int], ...]:
        """Stretches of the new text whose words are the old ones: (start in the new, start in the old, length)."""
        ...


Inherit = Callable[[DocumentVersion, Document, OperationRef], Inherited]
"""How the provisions of an old and a new document are matched."""


class NothingInherited(Struct, frozen=True):
    """What a document takes over that is new in all it says."""

    identities: Mapping[Path, str]
    survived: tuple[tuple[int, int, int], ...] = ()


def nothing_inherited(_before: DocumentVersion, _document: Document, _origin: OperationRef) -> NothingInherited:
    """An `Inherit` under which nothing survives: for trying out what texts operations give."""
    return NothingInherited({})


def designated(
    action: Designate, origin: OperationRef, annexes: AnnexReader, cache: DocumentCache, used: set[str]
) -> DocumentVersion:
    """The first wording of a document. Another that had its letter, and was revoked, is another document."""
    text = annexes(origin.instrument, action.annex)
    loaded = _loaded(action, text, cache)
    whole = traced([Strand(text, origin)])
    identity = fresh(str(action.document), used)
    used.add(identity)
    identities = identified(placed(loaded.document), {}, used)
    return DocumentVersion(action.document, action.version, whole, identities, loaded, identity)


def redesignated(
    before: DocumentVersion,
    action: Redesignate,
    origin: OperationRef,
    annexes: AnnexReader,
    cache: DocumentCache,
    used: set[str],
    inherit: Inherit,
) -> DocumentVersion:
    """The new wording in the place of the old."""
    text = annexes(origin.instrument, action.annex)
    loaded = _loaded(action, text, cache)
    taken_over = inherit(before, loaded.document, origin)
    whole = _survived(traced([Strand(text, origin)]), before.traced, taken_over.survived)
    identities = identified(placed(loaded.document), taken_over.identities, used)
    return DocumentVersion(action.document, action.version, whole, identities, loaded, before.identity)


def _survived(new: TracedText, old: TracedText, survived: tuple[tuple[int, int, int], ...]) -> TracedText:
    edits = [
        Edit(start, start + length, tuple(old.stretches(was, was + length)))
        for start, was, length in survived
        if new.text[start : start + length] == old.text[was : was + length]
    ]
    return new.edited(edits)


def _loaded(action: Designate | Redesignate, text: str, cache: DocumentCache) -> LoadedDocument:
    loaded = read(text, action.document, cache)
    if loaded.document.id != action.document:
        raise Refusal(
            f"{action.annex} holds {loaded.document.id.printed}, not {action.document.printed}",
            "name the annex that holds it, or mend the annex's first line",
        )
    errors = [finding for finding in loaded.findings if finding.severity is Severity.ERROR]
    if errors:
        raise Refusal(f"{action.annex} cannot be read: {errors[0].headline}", "mend the annex")
    return loaded
