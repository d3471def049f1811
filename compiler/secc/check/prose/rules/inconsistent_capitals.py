"""`inconsistent-capitals` in a letter."""

from collections import Counter
from collections.abc import Iterator

from secc.check.patterns import CAPITALISED
from secc.check.prose.reader import Reader
from secc.check.prose.rule import as_in_the_code
from secc.check.rule import Finding
from secc.check.rules import inconsistent_capitals
from secc.reading.letter import Paragraph


def find(reader: Reader) -> Iterator[Finding]:
    """Every name of several words that has its first capital here, and not all the others that it has elsewhere."""
    phrases = Counter(found[0] for each in reader.prose for found in CAPITALISED.finditer(each.text))
    told: set[str] = set()
    for phrase in sorted(phrases, key=len, reverse=True):
        if " " not in phrase:
            continue
        small = _places(reader, phrase)
        for paragraph, start in small[:1]:
            said = paragraph.text[start : start + len(phrase)]
            if len(small) <= max(phrases[phrase] * 2, _FEW) and said not in told and not _is_usual(reader, said):
                told.add(said)
                yield _finding(reader, paragraph, (start, start + len(phrase)), phrase)


_FEW = 4


def _places(reader: Reader, phrase: str) -> list[tuple[Paragraph, int]]:
    """Where a phrase stands with its first word as it is and small letters for other capitals."""
    first = phrase.split(" ", 1)[0]
    folded = phrase.casefold()
    found: list[tuple[Paragraph, int]] = []
    for each in reader.prose:
        start = each.text.casefold().find(folded) if len(each.text) == len(each.text.casefold()) else -1
        while start >= 0:
            said = each.text[start : start + len(phrase)]
            if (
                said != phrase
                and said.startswith(f"{first} ")
                and _fewer(said, phrase)
                and _whole(each.text, start, said)
            ):
                found.append((each, start))
            start = each.text.casefold().find(folded, start + len(phrase))
    return found


def _fewer(said: str, phrase: str) -> bool:
    return sum(map(str.isupper, said)) < sum(map(str.isupper, phrase))


def _whole(text: str, start: int, said: str) -> bool:
    return (
        not text[max(0, start - 1) : start].isalnum() and not text[start + len(said) : start + len(said) + 1].isalnum()
    )


def _is_usual(reader: Reader, said: str) -> bool:
    return said in reader.terms


def _finding(reader: Reader, paragraph: Paragraph, stretch: tuple[int, int], usual: str) -> Finding:
    said = paragraph.text[slice(*stretch)]
    headline = f'"{said}" is elsewhere "{usual}"'
    return reader.found(paragraph, stretch, headline, label="other capitals", helps=(f'write "{usual}"',))


RULE = as_in_the_code(inconsistent_capitals.RULE, find)
