"""What a drafter seems to have meant, but for a slip. It is read as words and reported; a backslash says that they are.

The formatter asks the same questions, so that it leaves a backslash where it is needed.
"""

from typing import NamedTuple

from secc.syntax import faults, label_faults, patterns
from secc.syntax.faults import Fault
from secc.syntax.patterns import CAPITALS, CLAUSE, DIVISION, HEADER, KEYWORD, NEAR_CLAUSE, SENTENCE

_ENDS = ".;:]…"


class Slip(NamedTuple):
    """What is wrong with the beginning of a line, and how many characters it is."""

    fault: Fault
    length: int


def at_margin(line: str) -> Slip | None:
    """The slip in a line at the margin that begins a paragraph of its own, if there is one."""
    if slip := _number(line):
        return slip
    if capitals := CAPITALS.match(line):
        written = capitals["written"]
        return Slip(label_faults.near_keyword(written, written.lower()), len(written))
    if HEADER.match(line):
        return Slip(faults.SECOND_HEADER, len(line))
    return _anywhere(line)


def indented(line: str) -> Slip | None:
    """The slip in an indented line that begins a paragraph of its own, if there is one."""
    number = CLAUSE.match(line)
    if number and "." in number["label"] and SENTENCE.match(line, number.end()):
        return Slip(label_faults.indented_number(f"clause {number['label']}"), number.end())
    if division := DIVISION.match(line):
        written = division["keyword"] or division["document"]
        return Slip(label_faults.indented_number(f"the {written}"), len(written))
    return _anywhere(line)


def run_on(line: str, above: str, column: int) -> Slip | None:
    """The slip in a line that runs on below words that seem to have ended, if there is one."""
    if above and _opens_list(above) and (slip := _mark(line) or _cells(line)):
        return slip
    number = patterns.OPENED_CLAUSE.match(line)
    if number and "." in number["label"]:
        return Slip(label_faults.unparted(number["label"]), len(number["label"]))
    return _unparted(line) if above and above[-1] in _ENDS and not column else None


def _unparted(line: str) -> Slip | None:
    """What begins something new, but for a blank line above it."""
    number = CLAUSE.match(line)
    if number and SENTENCE.match(line, number.end()):
        return Slip(label_faults.unparted(number["label"]), number.end())
    keyword = KEYWORD.match(line)
    if keyword and (keyword["keyword"] or '"' in line or "“" in line):
        return Slip(label_faults.unparted(keyword[0].rstrip()), keyword.end())
    if division := DIVISION.match(line):
        return Slip(label_faults.unparted(division[0].rstrip()), division.end())
    return None


def _number(line: str) -> Slip | None:
    """The number of a clause that is written in another way than numbers are."""
    if spaced := patterns.SPACED_CLAUSE.match(line):
        return Slip(label_faults.near_number(spaced[0], "".join(spaced[0].split())), spaced.end())
    if near := NEAR_CLAUSE.match(line):
        number, written = near["label"], near["written"]
        fault = label_faults.run_together(number) if number == written else label_faults.near_number(written, number)
        return Slip(fault, len(written))
    if (small := patterns.SMALL_CLAUSE.match(line)) and not small[0].isupper() and any(map(str.isalpha, small[0])):
        return Slip(label_faults.near_number(small[0], small[0].upper()), small.end())
    if named := patterns.NAMED_CLAUSE.match(line):
        return Slip(label_faults.near_number(named["written"], named["label"]), len(named["written"]))
    return None


def _anywhere(line: str) -> Slip | None:
    """A slip that means the same at any indentation."""
    if near := patterns.NEAR_KEYWORD.match(line):
        written = near["written"].rstrip()
        keyword = next(name for name in ("note", "table", "attachment", "define", "annex") if near[name])
        colon = ":" if keyword in ("note", "table", "attachment") else ""
        return Slip(label_faults.near_keyword(written, keyword + colon), len(written))
    if meaning := patterns.MEANING.match(line):
        return Slip(label_faults.NO_KEYWORD, meaning.end())
    return _mark(line) or _cells(line)


def _mark(line: str) -> Slip | None:
    """The label or the mark of a list as a word processor writes it."""
    if label := patterns.OTHER_LABEL.match(line):
        meant = f"({label['half'] or label['apart'] or label['behind']})"
        return Slip(label_faults.other_label(label["written"], meant), len(label["written"]))
    if bullet := patterns.OTHER_BULLET.match(line):
        return Slip(label_faults.other_bullet(bullet[0]), bullet.end())
    return None


def _cells(line: str) -> Slip | None:
    """The row of a table without the bar with which one begins."""
    if patterns.TABBED.search(line):
        return Slip(faults.TABBED_ROW, len(line))
    if patterns.BARRED.match(line):
        return Slip(faults.BARRED_ROW, len(line))
    return None


def _opens_list(above: str) -> bool:
    """Whether a list may begin or go on below these words."""
    return above[-1] in ":;" or above.rsplit(None, 1)[-1] in ("and", "or")
