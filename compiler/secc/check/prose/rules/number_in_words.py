"""`number-in-words` in a letter."""

from collections.abc import Iterator

from secc.check.numerals import value_of
from secc.check.patterns import FIGURE_WORDS, WORDS_FIGURE
from secc.check.prose.reader import Reader
from secc.check.prose.rule import as_in_the_code
from secc.check.rule import Finding
from secc.check.rules import number_in_words


def find(reader: Reader) -> Iterator[Finding]:
    """Every number in words beside a figure that is not the same."""
    for pattern in (WORDS_FIGURE, FIGURE_WORDS):
        for each, match in reader.matches(pattern):
            said = value_of(match["words"])
            if said is not None and said != int(match["figure"].replace(",", "")):
                headline = f'"{match["words"]}" is not {match["figure"]}'
                help_ = "make the words and the figure the same, or write the number once"
                yield reader.found(each, match.span(), headline, label="which of the two?", helps=(help_,))


RULE = as_in_the_code(number_in_words.RULE, find)
