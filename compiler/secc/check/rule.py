"""What a rule is: a name, how much its findings matter, and a function from the resolved Code to findings.

The documentation of a rule is the docstring of its module, a page of Markdown: what it finds, why, a wrong and a right
example (which the tests run), how to mend it.
"""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from msgspec import Struct

from secc.diagnostics import Related, Severity
from secc.resolve.model import ResolvedCode, ResolvedDocument, Words
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


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `name` is in lower case with hyphens, named after the pattern that it finds, and never used again."""

    name: str
    severity: Severity
    find: Callable[[ResolvedCode], Iterator[Finding]]

    @property
    def page(self) -> str:
        """Its documentation, Markdown: the docstring of its module."""
        module = inspect.getmodule(self.find)
        return inspect.cleandoc((module.__doc__ if module else None) or "")

    @property
    def summary(self) -> str:
        """The first line of its documentation."""
        return self.page.partition("\n")[0]


def found_in(
    document: ResolvedDocument,
    words: Words,
    stretch: tuple[int, int],
    headline: str,
    *,
    label: str = "",
    helps: tuple[str, ...] = (),
    related: tuple[Related, ...] = (),
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
    )
