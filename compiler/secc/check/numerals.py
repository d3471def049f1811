"""Numbers in words: "one hundred and twenty" is 120."""

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {word: value for value, word in enumerate(_UNITS)} | {
    word: 10 * value for value, word in enumerate(_TENS, start=2)
}
_LARGE = {"thousand": 1000, "million": 1000000}
# Every word of which a number is made.
NUMERALS = frozenset((*_VALUES, *_LARGE, "hundred"))


def value_of(words: str) -> int | None:
    """The number that words say; None where they say no single number ("two and three")."""
    total = group = 0
    last = 0  # the value of the word before, 0 where any may follow
    for word in words.lower().replace("-", " ").replace(" and ", " ").split():
        if word == "hundred":
            group, last = (group or 1) * 100, 0
        elif word in _LARGE:
            total, group, last = total + (group or 1) * _LARGE[word], 0, 0
        else:
            value = _VALUES[word]
            if last and not (last >= 20 and value < 10):
                return None
            group, last = group + value, value
    return total + group
