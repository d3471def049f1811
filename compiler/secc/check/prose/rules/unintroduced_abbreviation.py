"""`unintroduced-abbreviation` in a letter: one that neither the letter nor the Code explains, or not until later."""

from collections.abc import Iterator, Mapping

from secc.check.patterns_prose import NO_ABBREVIATION_AFTER
from secc.check.prose.abbreviations import Introduced, uses
from secc.check.prose.reader import Reader
from secc.check.prose.rule import as_in_the_code
from secc.check.rule import Finding
from secc.check.rules import unintroduced_abbreviation
from secc.reading.letter import Paragraph, ParagraphKind

# What every reader knows.
_KNOWN = frozenset(
    "UK EU GB US USA PDF VAT AM PM OK ID HM PO BBC NHS HMRC GDPR CEO TBC NOT AND IS AS OR LLC PLC".split()
)
# So many are introduced by a text whose readers expect it.
_HABIT = 3
_ROMAN = frozenset("II III IV VI VII VIII IX XI XII XIII".split())


def find(reader: Reader) -> Iterator[Finding]:
    """The first use of each such abbreviation, in a text that introduces its abbreviations at all."""
    if len({each.short for each in reader.introduced if each.long}) < _HABIT:
        return
    introduced = {token: each for each in reversed(reader.introduced) for token in _tokens(each)}
    listed = {word for headword in reader.glossary for word in headword.split(" ")}
    told: set[str] = set()
    for each in reader.worded:
        for short, start, end in uses(each):
            if short in told or short in listed or not _is_asked_about(reader, each, short, end):
                continue
            told.add(short)
            finding = _finding(reader, each, (start, end), introduced)
            if finding is not None:
                yield finding


def _tokens(introduced: Introduced) -> list[str]:
    return [word.removesuffix("s") for word in introduced.short.split(" ")]


def _is_asked_about(reader: Reader, paragraph: Paragraph, short: str, end: int) -> bool:
    """Whether an abbreviation is one that a reader may not know."""
    if short in _KNOWN or short in _ROMAN or NO_ABBREVIATION_AFTER.match(paragraph.text, end):
        return False
    if reader.known is not None and any(short in word.split(" ") for word in _names(reader, short)):
        return False
    if len(short) > 2:
        return short.lower() not in reader.small_words
    return paragraph.kind is ParagraphKind.TEXT and bool(_spelled(reader, short))


def _names(reader: Reader, short: str) -> Iterator[str]:
    """The Code's own terms and short names with this abbreviation alone."""
    known = reader.known
    if known is not None:
        yield from (name for name in (short,) if name in known.forms or name in known.short_names)


def _spelled(reader: Reader, short: str) -> str:
    """The phrase of the letter with these first letters, for which an abbreviation perhaps stands; or nothing."""
    return reader.initials.get(short, "")


def _finding(
    reader: Reader, paragraph: Paragraph, stretch: tuple[int, int], introduced: Mapping[str, Introduced]
) -> Finding | None:
    short = paragraph.text[slice(*stretch)].removesuffix("s")
    where = introduced.get(short)
    if where is None:
        phrase = _spelled(reader, short)
        what = f'"{short}" for "{phrase}"' if phrase else f'"{short}"'
        headline, helps = f"{what} is not introduced", ("write it in full where it first stands",)
        return reader.found(paragraph, stretch, headline, label="abbreviation of what?", helps=helps)
    span = where.paragraph.span(where.start, where.end)
    if where.in_prose and span.start > paragraph.span(*stretch).start and where.paragraph is not paragraph:
        headline = f'"{short}" is used before it is introduced'
        see = reader.see(where.paragraph, (where.start, where.end), "introduced here")
        helps = ("introduce it where it first stands",)
        return reader.found(paragraph, stretch, headline, label="not yet introduced", helps=helps, related=(see,))
    return None


RULE = as_in_the_code(unintroduced_abbreviation.RULE, find)
