"""What a rule is: a name, how much its findings matter, and a function that finds them.

The documentation of a rule is the docstring of its module, a page of Markdown: what it finds, why, a wrong and a right
example (which the tests run), how to mend it.
"""

import inspect
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TypeAlias

from msgspec import Struct

from secc.check.known import Known
from secc.code.model import AnyBlock, Clause, Paragraph, SubSection
from secc.diagnostics import Diagnostic, Fix, Related, Severity
from secc.ids import Address
from secc.resolve.model import ResolvedDocument, Words
from secc.source import Span


class Finding(Struct, frozen=True):
    """What a rule found, where; `Diagnostic` says what the fields are for."""

    path: str
    span: Span
    headline: str
    label: str = ""
    provision: str = ""
    helps: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    days: tuple[tuple[date, date | None], ...] = ()


class NamedRule(Struct, frozen=True):
    """`name` is in lower case with hyphens, named after the pattern that the rule finds, and never used again."""

    name: str
    severity: Severity
    find: Callable[..., Iterator[Finding]]

    @property
    def page(self) -> str:
        """Its documentation, Markdown: the docstring of its module."""
        module = inspect.getmodule(self.find)
        return inspect.cleandoc((module.__doc__ if module else None) or "")

    @property
    def summary(self) -> str:
        """The first line of its documentation."""
        return self.page.partition("\n")[0]


class DocumentRule(NamedRule, frozen=True):
    """A rule that reads one document at a time.

    What it finds there may depend on the document, on code.toml, and on what the Code has: its provisions, their
    titles and whether they are vacant, its terms, its names of documents. It must not read the words of another, so
    that what it found stands until the document or one of these changes.
    """

    find: Callable[[Known, ResolvedDocument], Iterator[Finding]]


class Fact(Struct, frozen=True, array_like=True):
    """What a document says of a term, for a rule: ways of writing it, other terms, provisions.

    Terms are named by their numbers.
    """

    term: int
    words: tuple[str, ...] = ()
    others: tuple[int, ...] = ()
    targets: tuple[Address, ...] = ()


def _nothing(known: Known, document: ResolvedDocument) -> Iterator[Fact]:  # noqa: ARG001  # as every rule
    yield from ()


class CodeRule(NamedRule, frozen=True):
    """A rule that has to hear of every document before it can say anything.

    `facts` are what it takes from one document, under the terms of `DocumentRule`; `find` judges by those of all, in
    the order of the documents, and reads no document itself.
    """

    find: Callable[[Known, Sequence[Fact]], Iterator[Finding]]
    facts: Callable[[Known, ResolvedDocument], Iterator[Fact]] = _nothing


Rule: TypeAlias = DocumentRule | CodeRule


def diagnostic(rule: NamedRule, found: Finding) -> Diagnostic:
    """What a rule found, as it is told."""
    return Diagnostic(
        rule=rule.name,
        severity=rule.severity,
        headline=found.headline,
        path=found.path,
        span=found.span,
        label=found.label,
        provision=found.provision,
        helps=found.helps,
        related=found.related,
        fix=found.fix,
        days=found.days,
    )


def label_of(block: AnyBlock) -> Span:
    """The place of a provision's label alone; the whole first line of what has none."""
    match block:
        case Paragraph(written=label) | Clause(label=label):
            return Span(block.span.start, block.span.start + len(label))
        case SubSection(label=label):
            return Span(block.span.start, block.span.start + len("# ") + len(label))
        case _:
            return block.span


def found_in(
    document: ResolvedDocument,
    words: Words,
    stretch: tuple[int, int],
    headline: str,
    *,
    label: str = "",
    helps: tuple[str, ...] = (),
    related: tuple[Related, ...] = (),
    fix: Fix | None = None,
) -> Finding:
    """A finding on `words.prose.text[stretch[0]:stretch[1]]`."""
    return Finding(
        path=document.loaded.source.path,
        span=words.prose.span(*stretch),
        headline=headline,
        label=label,
        provision=words.placed.address.printed,
        helps=helps,
        related=related,
        fix=fix,
    )
