"""Addresses: what a document or a provision is called, as a type.

`Address` is the canonical address of a provision in one state of the Code. It is written `section-H/H14.31(a)(i)`,
`appendix-D/annex-A/A7` or `section-A/A1.1/"Device"`, and printed for readers as `Section H14.31(a)(i)`,
`Appendix D Annex A, A7` and `the definition of "Device" in Section A1.1`.
"""

from enum import StrEnum
from functools import lru_cache

from msgspec import Struct


class DocumentKind(StrEnum):
    """The three kinds of document that make up the Code, in their order."""

    SECTION = "section"
    SCHEDULE = "schedule"
    APPENDIX = "appendix"


_KIND_ORDER = {kind: place for place, kind in enumerate(DocumentKind)}


class DocumentId(Struct, frozen=True, array_like=True, cache_hash=True):
    """A document by kind and label, e.g. Appendix AL.

    Documents are ordered Sections, Schedules, Appendices; each by label, numbers by value, `Z` before `AA`.
    """

    kind: DocumentKind
    label: str

    def __str__(self) -> str:
        return f"{self.kind}-{self.label}"

    @property
    def printed(self) -> str:
        """As readers write it: `Section H`, `Schedule 11`, `Appendix AL`."""
        return f"{self.kind.capitalize()} {self.label}"

    def __lt__(self, other: "DocumentId") -> bool:
        return self._order() < other._order()

    def __le__(self, other: "DocumentId") -> bool:
        return self._order() <= other._order()

    def _order(self) -> tuple[int, int, int, str]:
        number = int(self.label) if self.label.isdecimal() else 0
        return (_KIND_ORDER[self.kind], number, len(self.label), self.label)


class Address(Struct, frozen=True, array_like=True, cache_hash=True):
    """Where a provision stands: its document and the labels from there down.

    A clause's path starts with its own number, not with its sub-section (`H14.31` says both). A division with a
    numbering of its own comes first (`annex-A`). Paragraph labels are in brackets whatever their style on the page.
    A definition's step is its first term in straight quotes. The empty path is the document itself.
    """

    document: DocumentId
    path: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.document}/{self.local}" if self.path else str(self.document)

    @property
    def local(self) -> str:
        """The address within its document: `H14.31(a)(i)`, `annex-A/A7`, `A1.1/"Device"`; empty for the document."""
        text = ""
        for step in self.path:
            text += step if not text or step.startswith("(") else f"/{step}"
        return text

    @property
    def printed(self) -> str:
        """As a lawyer writes it: `Section H14.31(a)`, `Appendix AL 4.26`, or `the definition of "Device" in …`."""
        return _printed(self)

    @property
    def parent(self) -> "Address":
        """The address one step up; a document is its own parent."""
        return Address(self.document, self.path[:-1])

    @property
    def defining(self) -> "Address":
        """The provision in which it stands, where it is a definition; any other is its own."""
        return self.parent if self.path and self.path[-1].startswith('"') else self

    @property
    def without_paragraphs(self) -> "Address":
        """The clause, or what else is numbered, in which a paragraph stands: H14.31 for H14.31(a)(i)."""
        steps = len(self.path)
        while steps and self.path[steps - 1].startswith("("):
            steps -= 1
        return self if steps == len(self.path) else Address(self.document, self.path[:steps])

    @property
    def numbering(self) -> "Address":
        """The divisions with which it begins: where the numbers of its clauses begin, or its document.

        The labels alone do not say whether a part has a numbering of its own; addresses of clauses in one that has
        not do not name it.
        """
        steps = 0
        while steps < len(self.path) and _is_division(self.path[steps]):
            steps += 1
        return Address(self.document, self.path[:steps])

    def below(self, step: str) -> "Address":
        """The address of the provision called `step` in this one."""
        return Address(self.document, (*self.path, step))

    def within(self, other: "Address") -> bool:
        """Whether this is `other` or stands in it, by the labels alone (H14.31 is not seen to stand in H14)."""
        return self.document == other.document and self.path[: len(other.path)] == other.path


@lru_cache(maxsize=1 << 14)  # a page, its data and the pages around it say the same
def _printed(address: Address) -> str:
    for place, step in enumerate(address.path):
        if step.startswith('"'):
            paragraphs = "".join(address.path[place + 1 :])
            of = f"paragraph {paragraphs} of " if paragraphs else ""
            return f"{of}the definition of {step} in {Address(address.document, address.path[:place]).printed}"
    return address.document.printed + _printed_path(address)


def _printed_path(address: Address) -> str:
    """`14.31(a)` behind `Section H`, which it completes; ` 4.26`, ` Annex A, A7` or `, 1.2` behind others."""
    steps: list[str] = []
    for step in address.path:
        if step.startswith("(") and steps:
            steps[-1] += step
        else:
            steps.append(_printed_step(step))
    text = ", ".join(steps)
    if _completes_its_section(address):
        return text.removeprefix(address.document.label)
    two_numbers = address.document.label.isdecimal() and text[:1].isdecimal()
    return f"{',' if two_numbers else ''} {text}" if text else ""


def _completes_its_section(address: Address) -> bool:
    """Whether the first number says which Section it is in, as H14 does."""
    first = address.path[0] if address.path else ""
    in_section = address.document.kind is DocumentKind.SECTION and not _is_division(first)
    return in_section and first.startswith(address.document.label)


_DIVISIONS = ("annex", "part", "document")


def division_step(kind: str, label: str) -> str:
    """The step of an address for an annex, part or inner document: `annex-A`, `document-2`."""
    return f"{kind}-{label}"


def _is_division(step: str) -> bool:
    kind, dash, _ = step.partition("-")
    return bool(dash) and kind in _DIVISIONS


def _printed_step(step: str) -> str:
    kind, _, label = step.partition("-")
    return f"{kind.capitalize()} {label}" if _is_division(step) else step
