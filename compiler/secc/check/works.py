"""Works outside the Code where they are cited by name, and what the register has of them."""

from collections.abc import Iterator, Sequence
from enum import Enum, auto

from msgspec import Struct

from secc.check.known import Known
from secc.check.near import nearest
from secc.check.patterns_works import LEGISLATION, LICENCE, NUMBERED, STANDARD, STANDARD_SIGNS, UNNAMED
from secc.check.running import is_running
from secc.code.model import Definition, Division, Note, SubHeading, SubSection
from secc.code.standards import Register, RegisteredKind, RegisteredWork, plain
from secc.resolve.model import Outside, ResolvedDocument, Words


class Sort(Enum):
    """What sort of work a name says that it is."""

    LEGISLATION = auto()
    COLLECTIVE = auto()  # the Companies Acts, 1963 to 1990
    NUMBERED_LAW = auto()
    LICENCE = auto()
    STANDARD = auto()
    RFC = auto()
    OTHER = auto()


class CitedWork(Struct, frozen=True):
    """A work where it is cited: `name` as it is called there, `text[start:end]` of the words; `place` within it."""

    words: Words
    name: str
    start: int
    end: int
    place: str
    sort: Sort

    @property
    def stretch(self) -> tuple[int, int]:
        """Where it is named."""
        return self.start, self.end


def cited_works(document: ResolvedDocument) -> Iterator[CitedWork]:
    """The works that a document cites by a name of their own, in order; not those in headings, notes and quotations.

    "That Act" and "the 1989 Act" name none themselves.
    """
    signs = [sign for sign in STANDARD_SIGNS if sign in document.loaded.source.text]
    for words in document.words:
        text = words.prose.text
        if (words.references or any(sign in text for sign in signs)) and not _left_out(words):
            outside = [reference for reference in words.references if isinstance(reference, Outside)]
            found = [each for reference in outside for each in _named(words, reference)]
            if signs:
                found += _standards(words)
            yield from sorted(found, key=lambda each: each.start)


def _left_out(words: Words) -> bool:
    return words.placed.quoted or isinstance(words.placed.block, SubSection | SubHeading | Division | Note)


def _named(words: Words, reference: Outside) -> Iterator[CitedWork]:
    """The work of a reference, if it is named there."""
    name, text = reference.work, words.prose.text
    if name.startswith("RFC "):
        yield CitedWork(words, name, reference.start, reference.end, "", Sort.RFC)
        return
    start = text.find(name, reference.start, reference.end)
    end = start + len(name)
    if start < 0 or UNNAMED.fullmatch(name) or text[end : end + 1] == "/":
        return
    yield CitedWork(words, name, start, end, reference.place, _sort(name))


def _sort(name: str) -> Sort:
    if NUMBERED.fullmatch(name):
        return Sort.NUMBERED_LAW
    legislation = LEGISLATION.fullmatch(name)
    if legislation is not None:
        return Sort.COLLECTIVE if legislation["noun"] == "Acts" else Sort.LEGISLATION
    return Sort.LICENCE if LICENCE.fullmatch(name) else Sort.OTHER


def _standards(words: Words) -> Iterator[CitedWork]:
    """The standards cited by number; their names are spaced as the register spaces them."""
    for found in STANDARD.finditer(words.prose.text):
        start, end = found.span()
        apart = all(each.end <= start or end <= each.start for each in words.references)
        if apart and is_running(words, start, end):
            year = (found["year"] or "").replace(" ", "")
            yield CitedWork(words, f"{found['body']} {found['number']}{year}", start, end, "", Sort.STANDARD)


def registered(register: Register, cited: CitedWork) -> RegisteredWork | None:
    """The work that a citation names, by any of its names.

    More or fewer words than a title has may have been read as one: "Interface with Resource Management Act 1991". The
    words that stand there decide.
    """
    found = register.find(cited.name)
    if found is not None or cited.sort is not Sort.LEGISLATION:
        return found
    before = cited.words.prose.text[max(0, cited.start - _LONGEST) : cited.end]
    said, ending = plain(before), plain(cited.name).rpartition(" ")[2]
    return next((each for each in _legislation(register) if _ends_with(said, plain(each.title), ending)), None)


_LONGEST = 160
"""How far before what was read as a title its first words are looked for, in code points."""


def _ends_with(said: str, title: str, ending: str) -> bool:
    return title.endswith(ending) and f" {said}".endswith(f" {title}")


def mistitled(register: Register, cited: CitedWork) -> tuple[RegisteredWork, ...]:
    """The works that a citation means whose name it gets wrong: another year, slightly other words, another body."""
    if cited.sort is Sort.LEGISLATION:
        return other_year(register, cited) or _other_words(register, cited)
    if cited.sort is Sort.STANDARD:
        number = plain(cited.name).partition(":")[0]
        same = [each for each in register.works if each.edition_of and plain(each.edition_of) == number]
        return tuple(same) or _other_body(register, number)
    return ()


def other_year(register: Register, cited: CitedWork) -> tuple[RegisteredWork, ...]:
    """The works whose titles are its own but for the year."""
    said = _undated(cited.name)
    return tuple(each for each in _legislation(register) if _undated(each.title) == said)


def _other_words(register: Register, cited: CitedWork) -> tuple[RegisteredWork, ...]:
    """The work of the same year with nearly the same title."""
    said = plain(cited.name)
    titles = {
        plain(each.title): each for each in _legislation(register) if plain(each.title).split()[-1] == said.split()[-1]
    }
    return tuple(titles[name] for name in nearest(said, titles, limit=1, cutoff=_ALIKE))


_ALIKE = 85.0
"""How near, of 100, the title of another work of the same year must be to be the one that is meant."""


def _other_body(register: Register, number: str) -> tuple[RegisteredWork, ...]:
    """The standard of this number that another body issues: ISO/IEC 27001, cited as ISO 27001."""
    figures = number.rpartition(" ")[2]
    return tuple(
        each for each in register.works if each.edition_of and plain(each.edition_of).rpartition(" ")[2] == figures
    )


def _legislation(register: Register) -> Iterator[RegisteredWork]:
    return (each for each in register.works if each.kind in (RegisteredKind.ACT, RegisteredKind.REGULATIONS))


def _undated(title: str) -> str:
    """A title of legislation, plain, without its year."""
    words = plain(title).split()
    return " ".join(words[:-1] if words[-1].isdecimal() else words)


_NAMED_FREELY = (RegisteredKind.CODE, RegisteredKind.LICENCE, RegisteredKind.PUBLICATION)


def mentioned_works(
    document: ResolvedDocument, works: Sequence[RegisteredWork], known: Known
) -> Iterator[tuple[CitedWork, RegisteredWork]]:
    """Where a document names those of `works` that nothing in the wording gives away: codes, licences, publications.

    A name that is a defined term stands for what its definition says, and counts there only.
    """
    source = document.loaded.source.text
    freely = (work for work in works if work.kind in _NAMED_FREELY)
    names = [(name, work) for work in freely for name in work.names if name.split()[0] in source]
    for words in document.words if names else ():
        for name, work in names:
            start = words.prose.text.find(name)
            if start >= 0 and not _left_out(words) and _names(words, name, start, known):
                yield CitedWork(words, name, start, start + len(name), "", Sort.OTHER), work


def _names(words: Words, name: str, start: int, known: Known) -> bool:
    """Whether the words at a place are the name of a work, and neither part of a longer one nor a use of a term."""
    text, end = words.prose.text, start + len(name)
    if text[max(0, start - 1) : start].isalnum() or text[end : end + 1].isalnum() or not is_running(words, start, end):
        return False
    block = words.placed.block
    defined_here = isinstance(block, Definition) and any(each.start <= start < each.end for each in block.terms)
    in_use = any(use.start < end and start < use.end for use in words.uses)
    return defined_here or not (in_use or known.defines(name, words.placed))
