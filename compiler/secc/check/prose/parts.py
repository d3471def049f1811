"""The letter's own parts: its numbered sections, chapters, annexes and questions, with their titles."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from secc.check.patterns_prose import ANOTHER_BEFORE, PART_OF_ANOTHER, WORD
from secc.check.prose.reader import Reader
from secc.reading.letter import ParagraphKind
from secc.reading.outline import Numbered, outline
from secc.resolve.citation.cited import Kind, Reading
from secc.resolve.citation.written import TargetRange

_SECTIONS = ("Section", "Clause", "Paragraph")
_LETTERED = ("Annex", "Appendix", "Question", "Part")


class OwnParts:
    """What a reference of a letter to itself may mean."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    @cached_property
    def _outline(self) -> dict[str, Numbered]:
        return {each.number: each for each in outline(self._reader.letter)}

    @cached_property
    def _named(self) -> dict[str, str]:
        """Annexes, questions and chapters by what they are called, with their titles."""
        found: dict[str, str] = {}
        for each in self._reader.letter.paragraphs:
            words = each.text.split(" ")
            if each.label.startswith(_LETTERED):
                found.setdefault(each.label, each.text)
            elif each.label[:1] == "Q":
                found.setdefault(f"Question {each.label.lstrip('Question ')}", "")
            elif words[0] in _LETTERED and len(words) > 1:
                found.setdefault(f"{words[0]} {words[1].rstrip(':')}", "")
            if each.kind is ParagraphKind.HEADING and each.label.isdigit():
                found.setdefault(f"Chapter {each.label}", each.text)
        return found

    def missing(self, reading: Reading) -> Iterator[str]:
        """What a reference names that is no part of the letter.

        Only where there are other parts of its kind: annexes may all be separate documents.
        """
        if reading.found.kind is not Kind.OWN or reading.found.anaphora or self._of_another(reading):
            return
        for target in reading.found.targets:
            ends = (target.first, target.last) if isinstance(target, TargetRange) else (target,)
            yield from (each.removeprefix("this:") for each in ends if not self._is_here(each.removeprefix("this:")))

    def titles(self, target: str) -> Sequence[str]:
        """What the part is called that a target names; nothing where that is not known."""
        unit, _, number = target.removeprefix("this:").partition(" ")
        if unit in _SECTIONS:
            part = self._outline.get(number)
            return (part.title,) if part is not None and part.title else ()
        title = self._named.get(f"{unit} {number}", "")
        return (title,) if title else ()

    def _of_another(self, reading: Reading) -> bool:
        text = self._reader.letter.layout.text
        before = text[max(0, reading.start - 30) : reading.start]
        return PART_OF_ANOTHER.match(text, reading.end) is not None or ANOTHER_BEFORE.search(before) is not None

    def _is_here(self, part: str) -> bool:
        unit, _, number = part.partition(" ")
        if unit in _SECTIONS:
            return self._has_number(number)
        alike = [each for each in self._named if each.startswith(f"{unit} ")]
        return len(alike) < 2 or f"{unit} {number}" in alike

    def _has_number(self, number: str) -> bool:
        """Whether a section of this number stands here; where few are numbered, nothing can be said."""
        plain = number.partition("(")[0]
        depth = plain.count(".")
        alike = [each for each in self._outline if each.count(".") == depth]
        return len(alike) < 5 or plain in self._outline


def echoes(said: str, titles: Sequence[str]) -> bool:
    """Whether a heading is one of these but for marks and the case of letters."""
    plain = WORD.findall(said.casefold())
    return any(WORD.findall(title.casefold()) == plain for title in titles)
