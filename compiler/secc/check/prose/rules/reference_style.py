"""`reference-style` in a letter."""

from collections.abc import Iterator

from secc.check.patterns_prose import ARTICLE_BEFORE_LETTERS, LETTER_FOR_SECTION, SINGULAR_LEAD, SPACED_PARAGRAPH
from secc.check.prose.reader import Reader
from secc.check.prose.rule import as_in_the_code
from secc.check.rule import Finding
from secc.check.rules import reference_style


def find(reader: Reader) -> Iterator[Finding]:
    """References in a form that may be taken for another."""
    for each, match in reader.matches(SINGULAR_LEAD):
        headline, helps = f'"{match["lead"]}" leads two provisions', ("write the lead word in the plural",)
        yield reader.found(each, match.span(), headline, label="two of them", helps=helps)
    for each, match in reader.matches(LETTER_FOR_SECTION):
        headline = '"S" stands for section here, and is the letter of a Section of the Code'
        yield reader.found(each, match.span(), headline, label="section", helps=('write "section"',))
    for each, match in reader.matches(SPACED_PARAGRAPH):
        headline = f"{match[0]} has a space before its paragraph"
        yield reader.found(each, match.span(), headline, label="no space", helps=("take the space out",))
    for each, match in reader.matches(ARTICLE_BEFORE_LETTERS):
        headline = f'"{match["article"]}" stands before {match["short"]}, which is read from a vowel'
        yield reader.found(each, match.span(), headline, label="an", helps=(f'write "an {match["short"]}"',))


RULE = as_in_the_code(reference_style.RULE, find)
