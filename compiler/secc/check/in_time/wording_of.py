"""The words of an instrument: those that it puts into the Code, and those that it says itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from secc.instruments.model import (
    Action,
    InsertProvisions,
    InsertWords,
    Instrument,
    NoChange,
    Outside,
    ReadAs,
    RenameTerm,
    Save,
    StagedRename,
    SubstituteProvisions,
    SubstituteWords,
    Vary,
)


@dataclass(frozen=True, slots=True)
class Said:
    """Words, as source text, and the place of the operation that says them (from 0); None for title and notes."""

    words: str
    operation: int | None


def said_in(instrument: Instrument) -> Iterator[Said]:
    """All its words, in the order of the page."""
    yield Said(f"In the instrument on {instrument.title}.", None)
    for note in instrument.notes:
        yield Said(note, None)
    for place, each in enumerate(instrument.operations):
        for words in words_of(each.action):
            yield Said(words, place)


def words_of(action: Action) -> Iterator[str]:
    """What an operation puts in, but for headings, in which capitals say little; or says in words of its own."""
    match action:
        case InsertWords(words=words):
            yield words
        case SubstituteWords(new=words) | RenameTerm(new=words):
            yield words
        case InsertProvisions(text=text) | SubstituteProvisions(text=text):
            yield "\n".join(text.lines)
        case Vary(as_if=as_if):
            yield from words_of(as_if)
        case StagedRename(new=words):
            yield words
        case Save(words=words) | NoChange(words=words) | Outside(words=words):
            yield words
        case ReadAs(words=words, as_words=as_words):
            yield words
            yield as_words
        case _:
            return
