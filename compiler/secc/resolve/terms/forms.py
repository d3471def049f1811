"""The ways of writing a term: its names, their other number, and the cognates that its definition declares.

English plurals by rule on the last word, or on the noun before its "of" ("Events of Default"). No stemming: that
would make one word of Authority and Author. Possessives need no forms of their own; the finder allows for them.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

_ARTICLES = ("the ", "The ", "a ", "A ", "an ", "An ")
# Words whose plural is not by rule: those in -ix and -ex have both.
_IRREGULAR = {
    "index": "indices",
    "appendix": "appendices",
    "matrix": "matrices",
    "vertex": "vertices",
    "criterion": "criteria",
    "child": "children",
}
_REGULAR = {plural: singular for singular, plural in _IRREGULAR.items()}
# Words that end like a plural and have no other number, or are singular.
_ONE_NUMBER = ("premises", "series", "species", "goods", "means", "works", "proceedings", "news", "headquarters")
_SINGULAR_IN_S = ("gas", "bias", "alias", "canvas", "atlas", "lens")


def forms_of(names: Iterable[str], cognates: Iterable[str] = ()) -> tuple[str, ...]:
    """All forms, the names first, each once."""
    forms: dict[str, None] = {}
    bases = [_without_article(name) for name in (*names, *cognates)]
    forms.update(dict.fromkeys(bases))
    for base in bases:
        forms.update(dict.fromkeys(other_numbers(base)))
    return tuple(each for each in forms if each)


@lru_cache(maxsize=1 << 14)  # each state of the Code has most terms of the one before
def other_numbers(name: str) -> tuple[str, ...]:
    """The plurals of a name in the singular, the singular of one in the plural; none where no rule fits."""
    return tuple(_other_numbers(name))


def _other_numbers(name: str) -> Iterator[str]:
    head, of, rest = name.partition(" of ")
    if of:
        yield from (f"{each} of {rest}" for each in other_numbers(head))
        return
    before, space, last = name.rpartition(" ")
    stem, hyphen, word = last.rpartition("-")
    for other in _other_words(word):
        yield before + space + stem + hyphen + other


def _without_article(name: str) -> str:
    article = next((each for each in _ARTICLES if name.startswith(each)), "")
    return name[len(article) :].strip()


def _other_words(word: str) -> tuple[str, ...]:
    lower = word.lower()
    if len(word) < 2 or not word.isascii() or not word.isalnum() or word[-1].isdigit() or _has_one_number(word):
        return ()
    if word[-1].isupper():
        return (word + "s",)
    if word[-2].isupper() and word[-1] == "s":
        return (word[:-1],)
    if lower in _REGULAR:
        return (word[0] + _REGULAR[lower][1:],)
    return (_singular(word),) if _is_plural(lower) else _plurals(word, lower)


def _has_one_number(word: str) -> bool:
    """Words that are listed so, and participles: Commissioned."""
    return word.lower() in _ONE_NUMBER or (word.endswith("ed") and not word.endswith("eed"))


def _is_plural(lower: str) -> bool:
    return lower.endswith("s") and not lower.endswith(("ss", "us", "is")) and lower not in _SINGULAR_IN_S


def _plurals(word: str, lower: str) -> tuple[str, ...]:
    irregular = (word[0] + _IRREGULAR[lower][1:],) if lower in _IRREGULAR else ()
    if lower in ("child", "criterion"):
        return irregular
    if lower.endswith("sis"):
        return (word[:-2] + "es",)
    if lower.endswith("y") and lower[-2] not in "aeiou":
        return (word[:-1] + "ies",)
    if lower.endswith(("s", "x", "z", "ch", "sh")):
        return (*irregular, word + "es")
    return (word + "s",)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "tuses", "buses")) and not word.endswith("aches"):
        return word[:-2]
    if word.endswith("lyses"):
        return word[:-2] + "is"
    return word[:-1]
