"""Why an operation cannot be carried out."""


class Refusal(Exception):  # noqa: N818  # what a lawyer calls it
    """An operation cannot be carried out exactly once; raised within this layer, and a value outside it.

    `words` say what is wrong, lower case without a full stop; `advice` begins with a verb and says what to do.
    """

    def __init__(self, words: str, advice: str) -> None:
        super().__init__(words)
        self.words = words
        self.advice = advice
