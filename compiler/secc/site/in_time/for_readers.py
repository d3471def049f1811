"""What is written in the language of instruments, as readers know it: no file is named in it."""

from collections.abc import Iterable, Mapping

_AROUND = "().,;:“”"


def for_readers(words: str, titles: Mapping[str, str]) -> str:
    """The same words, with instruments called by their `titles` and not by their names, and no annex by its path."""
    if "-" not in words and "annexes/" not in words:
        return words  # as most: neither an instrument nor an annex is named
    return " ".join([_called(each, titles) if "-" in each or "annexes/" in each else each for each in words.split(" ")])


def named_in(words: Iterable[str]) -> tuple[str, ...]:
    """What may be names of instruments in words: all that these say to readers follows from the titles of those."""
    found = {each.strip(_AROUND) for said in words if "-" in said for each in said.split(" ") if "-" in each}
    return tuple(sorted(found))


def _called(word: str, titles: Mapping[str, str]) -> str:
    name = word.strip(_AROUND)
    if name.startswith("annexes/"):
        return word.replace(name, "its annex")
    return word.replace(name, titles[name]) if "-" in name and name in titles else word
