"""`inconsistent-capitals` in a letter."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from secc.check.patterns import CAPITALISED
from secc.check.prose.reader import Reader
from secc.check.prose.rule import as_in_the_code
from secc.check.rule import Finding
from secc.check.rules import inconsistent_capitals
from secc.reading.letter import Paragraph

# A form with other capitals that stands more often than this is meant, unless the letter introduces the name.
_FEW = 2
_ARTICLES = frozenset(("A", "An", "The", "Any", "Each", "This", "That", "In", "Of", "For", "If", "As", "At", "No"))


class _Form(Struct, frozen=True):
    paragraph: Paragraph
    start: int
    text: str


def find(reader: Reader) -> Iterator[Finding]:
    """Every name of several words with other capitals than it has where it is introduced, or mostly."""
    told: list[tuple[int, int]] = []
    for phrase in _phrases(reader):
        forms = _forms(reader, phrase)
        usual, after = _usual(reader, phrase, forms)
        rest = [each for each in forms if each.text != usual and each.paragraph.places[each.start] >= after]
        for _, alike in groupby(sorted(rest, key=lambda each: each.text), key=lambda each: each.text):
            first = next(alike)
            span = first.paragraph.span(first.start, first.start + len(first.text))
            if usual and not any(start < span.end and span.start < end for start, end in told):
                told.append((span.start, span.end))
                yield _finding(reader, first, usual)


def _phrases(reader: Reader) -> Sequence[str]:
    """The names of several words that the letter writes with capitals, the longest first."""
    said = {found[0] for each in reader.prose for found in CAPITALISED.finditer(each.text)}
    said |= {each.short for each in reader.introduced}
    named = (each.partition(" ")[2] if each.split(" ", 1)[0] in _ARTICLES else each for each in said)
    names = {each for each in named if " " in each and each.split(" ", 1)[0][:1].isupper()}
    return sorted(names, key=lambda each: (-len(each), each))


def _forms(reader: Reader, phrase: str) -> Sequence[_Form]:
    """Where a name stands with its first word as it is, whatever the capitals of the others."""
    first = phrase.split(" ", 1)[0]
    folded = phrase.lower()
    found: list[_Form] = []
    for each in reader.prose:
        start = each.text.find(first)
        while start >= 0:
            end = start + len(phrase)
            whole = not each.text[max(0, start - 1) : start].isalnum() and not each.text[end : end + 1].isalnum()
            if whole and each.text[start:end].lower() == folded:
                found.append(_Form(each, start, each.text[start:end]))
            start = each.text.find(first, start + 1)
    return found


def _usual(reader: Reader, phrase: str, forms: Sequence[_Form]) -> tuple[str, int]:
    """The form to be written, and the place from which on; empty where none is.

    It is the one behind which an abbreviation is introduced, or that is introduced in quotation marks; otherwise the
    one that stands more often, if others are few.
    """
    for each in forms:
        behind = each.paragraph.text[each.start + len(each.text) : each.start + len(each.text) + 2]
        if each.text == phrase and behind in (" (", "’)", "')", "”)", '")'):
            return phrase, each.paragraph.places[each.start]
    (text, most), *others = Counter(each.text for each in forms).most_common() or [("", 0)]
    few = len(others) == 1 and others[0][1] <= _FEW and others[0][1] < most
    return (text, 0) if few or phrase in reader.terms else ("", 0)


def _finding(reader: Reader, form: _Form, usual: str) -> Finding:
    headline = f'"{form.text}" is elsewhere "{usual}"'
    stretch = (form.start, form.start + len(form.text))
    return reader.found(form.paragraph, stretch, headline, label="other capitals", helps=(f'write "{usual}"',))


RULE = as_in_the_code(inconsistent_capitals.RULE, find)
