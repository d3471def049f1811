"""`doubled-punctuation` in a letter."""

from collections.abc import Iterator

from secc.check.patterns import DOUBLED_MARK
from secc.check.patterns_prose import STOP_AGAIN
from secc.check.prose.reader import Reader
from secc.check.prose.rule import as_in_the_code
from secc.check.rule import Finding
from secc.check.rules import doubled_punctuation


def find(reader: Reader) -> Iterator[Finding]:
    """Every two marks that cannot stand side by side, also with a space between two full stops."""
    for pattern in (DOUBLED_MARK, STOP_AGAIN):
        for each, match in reader.matches(pattern):
            said = match[0]
            help_ = "take one out" if said[0] == said[-1] else f'keep "{said[0]}" or "{said[-1]}"'
            yield reader.found(
                each, match.span(), f'"{said}" is one mark too many', label="one of these", helps=(help_,)
            )


RULE = as_in_the_code(doubled_punctuation.RULE, find)
