"""What is planted: changes to one file, where the error must show, and what else it truly brings about.

A shape knows one way of making an error of a rule's class, from the text and the syntax tree alone; it never asks the
rule, nor anything that the rule asks of `secc.check`.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import TypeAlias

from secc.diagnostics import Diagnostic
from tests.mutation.sample import Edit, Page, Sample, Written


@dataclass(frozen=True, slots=True)
class Mutated:
    """A planting carried out: the file's new text, and the lines (from, to) of a file at which the error must show."""

    path: str
    text: str
    shown_in: str
    first: int
    last: int
    texts: Mapping[str, str]

    def here(self, found: Diagnostic) -> bool:
        """Whether a finding stands on the planted lines."""
        if found.path != self.shown_in:
            return False
        text = self.texts[found.path]
        return self.first <= line_of(text, max(found.span.start, found.span.end - 1)) and (
            line_of(text, found.span.start) <= self.last
        )

    def said(self, found: Diagnostic) -> str:
        """The words that a finding marks."""
        return self.texts[found.path][found.span.start : found.span.end]

    def around(self, found: Diagnostic) -> str:
        """The paragraph in which a finding stands, with its headline."""
        text = self.texts[found.path]
        start, end = text.rfind("\n\n", 0, found.span.start), text.find("\n\n", found.span.end)
        return f"{found.headline}\n{text[max(0, start) : end if end >= 0 else len(text)]}"


Consequence: TypeAlias = Callable[[Diagnostic, Mutated], bool]
"""Says of a finding by another rule, or at another place, whether the planted error truly brings it about."""


@dataclass(frozen=True, slots=True)
class Planting:
    """Changes to a page. `shown` is where the error must show, in offsets of the clean text: by default, where the
    first change is; `shown_in` the file, by default the changed one.

    `put` is the file into which the changed text is put, beside the page, which stays as it is; empty for none.
    """

    page: Written
    edits: tuple[Edit, ...]
    shown: tuple[int, int] | None = None
    shown_in: str = ""
    brings: tuple[Consequence, ...] = ()
    put: str = ""


Plant: TypeAlias = Callable[[Sample, Page, Random], Iterator[Planting]]
"""Every place in a page at which an error can be planted, with what is planted there."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One way of making an error."""

    name: str
    plant: Plant


def line_of(text: str, offset: int) -> int:
    """The line of an offset, from 1."""
    return text.count("\n", 0, offset) + 1


def carried_out(planting: Planting, texts: Mapping[str, str]) -> Mutated:
    """The planting, made."""
    edits = sorted(planting.edits, key=lambda each: (each.start, each.end))
    text, at = "", 0
    clean = planting.page.text
    for edit in edits:
        assert at <= edit.start <= edit.end, "changes overlap"
        text += clean[at : edit.start] + edit.text
        at = edit.end
    text += clean[at:]
    path = planting.put or planting.page.path
    after = {**texts, path: text}
    shown_in = planting.shown_in or path
    start, end = planting.shown or (planting.edits[0].start, planting.edits[0].end)
    if shown_in == path:
        start, end = _moved(edits, start, after=False), _moved(edits, end, after=True)
    shown_text = after[shown_in]
    end = max(start, end - 1)
    while end > start and shown_text[end].isspace():
        end -= 1
    return Mutated(path, text, shown_in, line_of(shown_text, start), line_of(shown_text, end), after)


def _moved(edits: list[Edit], offset: int, *, after: bool) -> int:
    """Where an offset of the clean text is in the new one; `after` a change at the same place, or before it."""
    shift = 0
    for edit in edits:
        if edit.end < offset or (edit.end == offset and (after or edit.start < edit.end)):
            shift += len(edit.text) - (edit.end - edit.start)
    return offset + shift


# --- What an error truly brings about -----------------------------------------------------------------------------


def here(*rules: str) -> Consequence:
    """Findings of these rules on the planted lines."""
    return lambda found, mutated: found.rule in rules and mutated.here(found)


def in_file(*rules: str) -> Consequence:
    """Findings of these rules in the changed file."""
    return lambda found, mutated: found.rule in rules and found.path == mutated.path


def naming(text: str, *rules: str) -> Consequence:
    """Findings of these rules whose words, or the paragraph around them, have this number or letter in them."""
    before = "" if text.startswith("(") else r"(?<![\w.])"
    pattern = re.compile(rf"{before}{re.escape(text)}(?![0-9A-Za-z]|\.[0-9])")
    return lambda found, mutated: found.rule in rules and pattern.search(mutated.around(found)) is not None


def gone(label: str) -> Consequence:
    """References to a number or letter that was taken away."""
    return naming(label, "dangling-reference", "echoed-heading", "misplaced-this")


def unused(words: str) -> Consequence:
    """Terms that stood in the words that were taken out, and are used nowhere else."""

    def brings(found: Diagnostic, _: Mutated) -> bool:
        names = re.findall(r'"([^"]+)"', found.headline)
        flat = " ".join(words.split())
        return found.rule == "unused-definition" and any(name in flat for name in names)

    return brings
