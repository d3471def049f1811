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

# Headings and numbers

UNNUMBERED = Fault(
    "this heading has no number",
    "`#` is for a numbered sub-section",
    'write its number first ("# H14 Testing Services"), or use `##` for a heading without a number',
)
INDENTED_SUB_SECTION = Fault(
    "this sub-section is indented",
    "a sub-section stands at the margin",
    "delete the spaces before it",
)
HEADING_WITHOUT_SPACE = Fault(
    "this heading has no space after its marks",
    "read as words, not as a heading",
    "put a space after the last `#`; if these are words, write \\ before the first",
)


def run_together(written: str) -> Fault:
    """A label with no space after it."""
    return Fault(
        f"there is no space after {written}",
        "read as words, not as a label",
        f"put a space after {written}; if these are words, write \\ before them",
    )


def near_number(written: str, number: str) -> Fault:
    """A clause's number with a mark, a word, a space or a small letter that numbers do not have."""
    return Fault(
        f'the number of a clause is written "{written}"',
        "read as words, not as a clause",
        f"write {number} and a space; if these are words, write \\ before them",
    )


def unparted(written: str) -> Fault:
    """Something new at the margin, directly below words that have ended."""
    return Fault(
        f"this line begins with {written}, and no blank line stands above it",
        "read as a part of the words above",
        f"put a blank line above it; if the sentence goes on, write \\{written} or join the lines",
    )


def indented_number(what: str) -> Fault:
    """A clause or division that stands away from the margin."""
    return Fault(
        f"{what} is indented",
        "read as words of what stands above",
        "delete the spaces before it; if these are words, write \\ before them",
    )


def near_keyword(written: str, keyword: str) -> Fault:
    """A keyword with a capital letter, or misspelt, or with a colon too many."""
    return Fault(
        f'this line begins with "{written}", which is not quite `{keyword}`',
        "read as words of the Code",
        f"write {keyword} if that is meant; if these are words, write \\ before them",
    )


NO_KEYWORD = Fault(
    "this definition has no `define` before it",
    "read as words that mention a term",
    "write define before the quoted term, and put a blank line above it; if these are words, write \\ before them",
)


def other_label(written: str, label: str) -> Fault:
    """The label of a paragraph in brackets of another shape."""
    return Fault(
        f'the label of a paragraph is written "{written}"',
        "read as words, not as a label",
        f"write {label}; if these are words, write \\ before them",
    )


def two_labels(first: str, second: str) -> Fault:
    """Two labels on one line, as a word processor prints them."""
    return Fault(
        f"({first}) and ({second}) stand on one line",
        "two labels",
        f"put ({second}) on the next line, two spaces further in; if these are words, write \\ before them",
    )


def other_bullet(mark: str) -> Fault:
    """A bullet as a word processor writes it."""
    return Fault(
        f"this line begins with the mark {mark}",
        "read as words, not as a bullet",
        "write - and a space for a bullet; if these are words, write \\ before them",
    )


def interrupted(written: str) -> Fault:
    """A label where a sentence seems to go on: it could be read in two ways."""
    return Fault(
        f"this line begins with {written}: a new paragraph, or the middle of a sentence?",
        f"the line above does not end, and {written} is not the next of a list here",
        f"put a blank line above it if it is a paragraph; if the sentence goes on, write \\{written} or join the lines",
    )


INTERRUPTED_BY_DASH = Fault(
    "this line begins with a dash: a new bullet, or the middle of a sentence?",
    "the line above does not end, and it is no bullet",
    "put a blank line above it if it is a bullet; if the sentence goes on, write \\- or join the lines",
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
