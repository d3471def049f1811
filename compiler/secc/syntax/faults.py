"""What can be wrong with the layout and marks of a file, in a lawyer's words, and the list of what is found."""

from typing import NamedTuple

from secc.diagnostics import Diagnostic, Severity
from secc.source import Source, Span

SYNTAX = "syntax"
"""The rule under which everything that the language does not allow is reported."""


class Fault(NamedTuple):
    """What is wrong, what stands under the marked words, and what to do about it."""

    headline: str
    label: str
    help: str


class Faults:
    """The syntax errors of one file, as they are found, at most one for each place."""

    def __init__(self, source: Source) -> None:
        self._path = source.path
        self._starts: set[int] = set()
        self.found: list[Diagnostic] = []

    def add(self, span: Span, fault: Fault) -> None:
        """Note an error, unless one is known that begins at the same place: what follows from it says nothing new."""
        if span.start not in self._starts:
            self._starts.add(span.start)
            self.found.append(_diagnostic(self._path, span, fault, Severity.ERROR))

    def warn(self, span: Span, fault: Fault) -> None:
        """Note something that is read as meant, but deserves a look."""
        self.found.append(_diagnostic(self._path, span, fault, Severity.WARNING))


def _diagnostic(path: str, span: Span, fault: Fault, severity: Severity) -> Diagnostic:
    return Diagnostic(
        rule=SYNTAX,
        severity=severity,
        headline=fault.headline,
        path=path,
        span=span,
        label=fault.label,
        helps=(fault.help,),
    )


# The header

NO_HEADER = Fault(
    "this file does not say which document it is",
    "the first line",
    'begin the file with its kind, label and title, as in "section H: DCC Services"',
)
SECOND_HEADER = Fault(
    "this file begins a second document",
    "read as words",
    "give it a file of its own; or write `document: …` for a document within this one; "
    "if these are words, write \\ before them",
)
NEAR_HEADER = Fault(
    "the first line is not quite that of a document",
    "read as meant",
    'write the kind in small letters and a colon after the label, as in "section H: DCC Services"',
)


def near_attribute(written: str, key: str) -> Fault:
    """An attribute that is misspelt."""
    return Fault(
        f"there is no attribute `{written}`",
        "read as words",
        f"write {key}: if that is meant; if these are words, put a blank line above them",
    )


INDENTED_HEADER = Fault(
    "the first line of this document is indented",
    "a document begins at the margin",
    "delete the spaces before it",
)
COMMENT_IN_HEADER = Fault(
    "a comment stands between the header and this line",
    "an attribute of the document, or its first words?",
    "move the comment above the header; or, if these are words, put a blank line above them",
)

# Comments

NO_REASON = Fault(
    "this suppression gives no reason",
    "the reason is missing",
    "say why after a colon: // allow dangling-reference: inserted by MP162",
)
NO_COLON = Fault(
    "this suppression has no colon after the name of the rule",
    "read as a comment: it allows nothing",
    "put a colon before the reason: // allow dangling-reference: inserted by MP162",
)
NO_DAY = Fault(
    "this suppression does not say until which day it holds",
    "no date after `until`",
    "write the date with its year first: // allow placeholder until 2026-12-31: the Panel decides by then",
)
CONFLICT = Fault(
    "two changes of this text clash, and it is not settled which of them is to stand",
    "what each of the two texts has",
    "keep the words that are to stand, and take this comment away",
)
COMMENT_INSIDE = Fault(
    "a comment stands inside this sentence",
    "the sentence goes on here",
    "move the comment above the provision; or put a blank line here if this is another paragraph",
)

# Tables, formulas, code, figures, attachments

NO_TABLE = Fault(
    "this caption has no table below it",
    "no table follows",
    "put the table, each row beginning with |, below the caption",
)


def uneven_row(cells: int, columns: int) -> Fault:
    """A row with more or fewer cells than the heading of its table."""
    return Fault(
        f"this row has {cells} cell{'s' * (cells != 1)} where the table has {columns} column{'s' * (columns != 1)}",
        "this row",
        "add or delete a |; write \\| for a bar that is part of the words",
    )


TABBED_ROW = Fault(
    "tabs part the words of this line, as they part the cells of a table",
    "read as words, not as a row",
    "write a table as rows that begin with | and have | between the cells; if these are words, write spaces for tabs",
)
BARRED_ROW = Fault(
    "bars part the words of this line, and none stands before them",
    "read as words, not as a row",
    "begin the row with |, and put a blank line above the table; write \\| for a bar that is part of the words",
)
OPEN_FORMULA = Fault(
    "this formula does not end",
    "begins here",
    "close it with $$ before the next blank line",
)
MARKS_IN_FORMULA = Fault(
    "this formula holds the marks $$",
    "ends here?",
    "put each formula between $$ and $$ on lines of their own",
)
OPEN_CODE = Fault(
    "this block of code does not end",
    "begins here",
    "close it with ``` on a line of its own",
)
FIGURE_FORM = Fault(
    "this figure does not say its description and its file",
    "words in square brackets, then a path without spaces in round ones",
    "write it on a line of its own as: ![The parts of the system](figures/system.svg)",
)
FIGURE_INSIDE = Fault(
    "a figure stands inside this sentence",
    "the figure",
    "put a blank line above the figure and below it",
)
ATTACHMENT_FORM = Fault(
    "this attachment does not say its file and title",
    "a path, then the title in quotes",
    'write it as: attachment: figures/devices.xlsx "Annex A, version 12.4"',
)

# Where things stand


def nested_quotations(limit: int) -> Fault:
    """Quotations too deep in one another."""
    return Fault(
        f"quotations stand in one another more than {limit} deep",
        "the marks `>` of this line",
        "take one level of `>` away",
    )


def too_deep(limit: int) -> Fault:
    """Paragraphs too deep in one another."""
    return Fault(
        f"this stands more than {limit} levels deep",
        "too deep",
        "move it out: a provision so deep cannot be cited",
    )


def misplaced_indent(above: str) -> Fault:
    """Something indented below what nothing can stand in."""
    return Fault(
        f"this is indented below {above}, in which nothing can stand",
        "indented",
        "set it at the indentation of the provision that it belongs to",
    )


def ragged_indent(above: str) -> Fault:
    """Something between two levels of indentation."""
    return Fault(
        f"this is indented less than {above}, and more than what that stands in",
        "between two levels",
        "set it at the indentation of one or the other",
    )


def stray_paragraph(written: str) -> Fault:
    """A labelled paragraph at the margin, below a clause."""
    return Fault(
        f"paragraph {written} stands at the margin below a clause",
        "belongs to no clause",
        "indent it by two spaces so that it stands in the clause above it",
    )
