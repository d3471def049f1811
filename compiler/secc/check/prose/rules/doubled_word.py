"""`doubled-word` in a letter."""

from collections.abc import Iterator

from secc.check.patterns_prose import ARTICLE_AGAIN
from secc.check.prose.reader import Reader
from secc.check.prose.rule import as_in_the_code
from secc.check.rule import Finding
from secc.check.rules import doubled_word


def find(reader: Reader) -> Iterator[Finding]:
    """Every word or pair of words that stands twice in a row, and an article on both sides of "such"."""
    for each in reader.prose:
        found = [*doubled_word.said_twice(each.text), *ARTICLE_AGAIN.finditer(each.text)]
        for match in found:
            help_ = f'take one "{match["said"]}" out, or put in the word that is missing between them'
            yield reader.found(each, match.span(), f'"{match["said"]}" stands twice', label="twice", helps=(help_,))


RULE = as_in_the_code(doubled_word.RULE, find)
