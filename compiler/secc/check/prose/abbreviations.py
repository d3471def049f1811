"""Abbreviations of a letter, and the words that they are said to stand for."""

from collections.abc import Iterator

from msgspec import Struct

from secc.check.patterns import PLACEHOLDER
from secc.check.patterns_prose import ABBREVIATION_BRACKET, ABBREVIATION_USE, LEADS, QUOTED_INTRODUCTION, WORDS_BEFORE
from secc.reading.letter import Paragraph, ParagraphKind


class Introduced(Struct, frozen=True):
    """`paragraph.text[start:end]` introduces `short`; `long` is what it stands for, empty where that is not clear."""

    paragraph: Paragraph
    start: int
    end: int
    short: str
    long: str

    @property
    def in_prose(self) -> bool:
        """Whether it stands in a sentence, and not in a heading or in the contents."""
        return self.paragraph.kind in (ParagraphKind.TEXT, ParagraphKind.ROW)


def introductions(paragraph: Paragraph) -> Iterator[Introduced]:
    """What brackets behind words introduce: `Smart Energy Code (SEC)`, `(such code being the "SEC")`."""
    text = paragraph.text
    for found in ABBREVIATION_BRACKET.finditer(text):
        if LEADS.match(found["short"]):
            continue
        before = WORDS_BEFORE.search(text, max(0, found.start() - 160), found.start())
        long = expansion(before["words"], found["short"]) if before else ""
        start = before.start("words") + len(before["words"]) - len(long) if before and long else found.start("short")
        yield Introduced(paragraph, start, found.end(), found["short"], _plain(long))
    for found in QUOTED_INTRODUCTION.finditer(text):
        yield Introduced(paragraph, found.start("short"), found.end("short"), found["short"], "")


def expansion(words: str, short: str) -> str:
    """The last words whose capitals are the letters of an abbreviation; empty where there are none."""
    letters = [letter for letter in short if letter.isalpha() and letter.isupper()]
    said = words.split(" ")
    for count in range(2, len(said) + 1):
        tail = said[-count:]
        initials = [part[0] for word in tail for part in word.split("-") if part and part[0].isupper()]
        if tail[0][:1].isupper() and initials == letters:
            return " ".join(tail)
    return ""


def uses(paragraph: Paragraph) -> Iterator[tuple[str, int, int]]:
    """Every abbreviation in a paragraph, without a plural's s, with its stretch; no placeholder, TBC or XXX."""
    for found in ABBREVIATION_USE.finditer(paragraph.text):
        if PLACEHOLDER.search(f"[{found['short']}]") is None:
            yield found["short"], found.start("short"), found.end("short")


def _plain(long: str) -> str:
    """Without the possessive at its end."""
    return long.removesuffix("'s").removesuffix("’s")
