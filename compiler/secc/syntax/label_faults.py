"""What can be wrong with headings, numbers, labels and keywords, and with what looks like one."""

from secc.syntax.faults import Fault

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
