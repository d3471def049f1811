"""`house-style.toml`: words that the Code does not use, and what it says instead. It stands beside code.toml."""

import tomllib
from collections.abc import Iterator, Mapping

from msgspec import Struct

from secc.diagnostics import CannotProceed
from secc.history import SourceTree

FILE = "house-style.toml"
_KEYS = ("instead", "avoid")


class HousePhrase(Struct, frozen=True):
    """Words that are not to be used, as they stand: `instead` is what to write, or else `why` says what is wrong."""

    words: str
    instead: str = ""
    why: str = ""


class HouseStyle(Struct, frozen=True):
    """The phrases of a house style, in the order of the file."""

    phrases: tuple[HousePhrase, ...] = ()


NO_HOUSE_STYLE = HouseStyle()


def read_house_style(tree: SourceTree) -> HouseStyle:
    """The house style of a repository; none where it has no such file.

    Raises `CannotProceed` where the file cannot be read, has a table that is not known, by name, or a phrase that could
    never be found or asks for what it forbids.
    """
    if not tree.has(FILE):
        return NO_HOUSE_STYLE
    try:
        table = tomllib.loads(tree.read(FILE).decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise CannotProceed(f"{FILE} is not in UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise CannotProceed(f"{FILE} cannot be read: {error}") from None
    for key in table:
        if key not in _KEYS:
            raise CannotProceed(f"{FILE} has no table `{key}`; there are [{'], ['.join(_KEYS)}]")
    instead = (HousePhrase(words, instead=said) for words, said in _phrases(table, "instead"))
    avoid = (HousePhrase(words, why=said) for words, said in _phrases(table, "avoid"))
    phrases = (*instead, *avoid)
    _refuse_contradictions(phrases)
    return HouseStyle(phrases)


def _phrases(table: Mapping[str, object], key: str) -> Iterator[tuple[str, str]]:
    inner = table.get(key, {})
    if not isinstance(inner, dict):
        raise CannotProceed(f"`{key}` in {FILE} is to be a table: [{key}]")
    for words, said in inner.items():
        if not isinstance(said, str) or not said.strip():
            raise CannotProceed(f'"{words}" under [{key}] of {FILE} is to have a text in quotes behind it')
        if " ".join(words.split()) != words or not words[:1].isalnum() or not words[-1:].isalnum():
            raise CannotProceed(
                f'"{words}" under [{key}] of {FILE} is to begin and end with a letter or figure, with single spaces'
            )
        yield words, said


def _refuse_contradictions(phrases: tuple[HousePhrase, ...]) -> None:
    seen: set[str] = set()
    for phrase in phrases:
        words = phrase.words.casefold()
        if words in seen:
            raise CannotProceed(f'{FILE} has "{phrase.words}" twice')
        if phrase.instead.casefold() == words:
            raise CannotProceed(f'{FILE} has "{phrase.words}" instead of itself')
        seen.add(words)
