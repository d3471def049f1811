"""Why an operation cannot be carried out."""

from collections.abc import Iterator, Mapping

from secc.instruments.when import OperationRef


class Refusal(Exception):  # noqa: N818  # what a lawyer calls it
    """An operation cannot be carried out exactly once; raised within this layer, and a value outside it.

    `words` say what is wrong, lower case without a full stop; `advice` begins with a verb and says what to do.
    """

    def __init__(self, words: str, advice: str) -> None:
        super().__init__(words)
        self.words = words
        self.advice = advice


def lines_of(refused: Mapping[OperationRef, Refusal]) -> Iterator[str]:
    """What is said of paragraphs of one instrument, below the line that says what follows from it."""
    for ref, each in refused.items():
        yield f"  paragraph {ref.number}: {each.words}\n    = help: {each.advice}"
