"""What a drafter seems to have meant, but for a slip. It is read as words and reported; a backslash says that they are.

The formatter asks the same questions, so that it leaves a backslash where it is needed.
"""

from typing import NamedTuple

from secc.syntax import faults
from secc.syntax.faults import Fault
from secc.syntax.patterns import CAPITALS, CLAUSE, DIVISION, HEADER, KEYWORD, NEAR_CLAUSE, SENTENCE

_ENDS = ".;:]…"


class Slip(NamedTuple):
    """What is wrong with the beginning of a line, and how many characters it is."""

    fault: Fault
    length: int


def at_margin(line: str) -> Slip | None:
    """The slip in a line at the margin that begins a paragraph of its own, if there is one."""
    if near := NEAR_CLAUSE.match(line):
        number, written = near["label"], near["written"]
        fault = faults.run_together(number) if number == written else faults.stopped_number(number, written)
        return Slip(fault, len(written))
    if capitals := CAPITALS.match(line):
        return Slip(faults.capital_keyword(capitals["written"]), len(capitals["written"]))
    if HEADER.match(line):
        return Slip(faults.SECOND_HEADER, len(line))
    return None


def indented(line: str) -> Slip | None:
    """The slip in an indented line that begins a paragraph of its own, if there is one."""
    number = CLAUSE.match(line)
    if number and "." in number["label"] and SENTENCE.match(line, number.end()):
        return Slip(faults.indented_number(f"clause {number['label']}"), number.end())
    if division := DIVISION.match(line):
        written = division["keyword"] or division["document"]
        return Slip(faults.indented_number(f"the {written}"), len(written))
    return None


def run_on(line: str, above: str) -> Slip | None:
    """The slip in a line at the margin that runs on below words that seem to have ended, if there is one."""
    if above[-1:] not in _ENDS or not above:
        return None
    number = CLAUSE.match(line)
    if number and SENTENCE.match(line, number.end()):
        return Slip(faults.unparted(number["label"]), number.end())
    keyword = KEYWORD.match(line)
    if keyword and (keyword["keyword"] or '"' in line or "“" in line):
        return Slip(faults.unparted(keyword[0].rstrip()), keyword.end())
    if division := DIVISION.match(line):
        return Slip(faults.unparted(division[0].rstrip()), division.end())
    return None
