"""Titles of works outside the Code, read from the prose: Acts and Regulations, licences, codes, published documents.

A title is read word by word, forwards after "of the" or backwards from "Act 2008"; nothing here knows which works
exist.
"""

import re
from collections.abc import Iterator
from types import MappingProxyType

from msgspec import Struct

from secc.resolve.citation.model import Work, WorkKind
from secc.resolve.citation.words import LEADS
from secc.resolve.patterns import (
    CODE_NAME,
    DOCUMENT_NAME,
    GENERIC_WORK,
    LICENCE,
    NUMBERED_LAW,
    SPACES,
    TITLE_WORD,
    YEAR_AFTER,
)
from secc.resolve.patterns_letters import LEGISLATION

# The longest title that is read, in words, and how far back the beginning of one is looked for, in code points.
_LONGEST = 24
_REACH = 240

_LEGISLATION = MappingProxyType(
    {
        "Act": WorkKind.ACT,
        "Acts": WorkKind.ACT,
        "Regulations": WorkKind.REGULATIONS,
        "Regulation": WorkKind.REGULATIONS,
        "Order": WorkKind.REGULATIONS,
        "Rules": WorkKind.REGULATIONS,
    }
)
# The legislation words with which a title before this one would end; "Regulation" stands inside titles.
_LAST_WORDS = frozenset(_LEGISLATION) - {"Regulation"}
# What stands before "of the … Act" in the heading of a change to it.
_CHANGES = frozenset((
    "Amendment", "Amendments", "Application", "Modification", "Repeal", "Repeals", "Revocation",
))  # fmt: skip
# Small words that stand inside a title.
_JOINING = frozenset((
    "&", "and", "at", "by", "etc", "for", "in", "of", "on", "or", "to", "with",
))  # fmt: skip
# Words with a capital only because a sentence begins with them.
_OPENING = frozenset((
    "a", "an", "and", "as", "at", "both", "by", "for", "from", "however", "in", "its", "of", "on", "or", "part",
    "pursuant", "schedule", "section", "sections", "see", "that", "the", "their", "this", "to", "under", "where",
    "with",
))  # fmt: skip
# Offices and bodies that stand before "of the … Act" and are no part of its title.
_NOT_OF_THE = frozenset((
    "Department", "Government", "Minister", "Parliament", "Parts", "Secretary", "Sections", "State",
))  # fmt: skip
# What a document outside legislation is called at the end of its title.
_DOCUMENTS = frozenset((
    "Agreement", "Charter", "Code", "Codes", "Contract", "Convention", "Directive", "Document", "Framework",
    "Guidance", "Manual", "Methodology", "Notice", "Plan", "Policies", "Policy", "Procedure", "Procedures",
    "Protocol", "Specification", "Specifications", "Standard", "Statement", "Tables", "Terms", "Treaty",
))  # fmt: skip
# What a published paper is called; of these the case is not reliable.
_PAPERS = frozenset((
    "assessment", "conclusions", "consultation", "document", "letter", "prospectus", "report", "response",
))  # fmt: skip
_PAPER_WORDS = _PAPERS | frozenset(("and", "dated", "decision", "for", "government", "impact", "of", "on", "the", "to"))


class WorkAt(Struct, frozen=True, array_like=True):
    """A work where its title stands in a text."""

    start: int
    end: int
    work: Work


def work_at(text: str, position: int) -> WorkAt | None:
    """The licence, Act, Regulations or other named document whose title begins at `position`, if any does."""
    return (
        licence_at(text, position)
        or _numbered_law_at(text, position)
        or legislation_at(text, position)
        or _generic_at(text, position)
        or document_at(text, position)
        or _abbreviated_at(text, position)
        or paper_at(text, position)
    )


def licence_at(text: str, position: int) -> WorkAt | None:
    """A licence: the DCC Licence, the electricity supply licence conditions."""
    match = LICENCE.match(text, position)
    return _found(text, position, match.end(), WorkKind.LICENCE) if match else None


def _numbered_law_at(text: str, position: int) -> WorkAt | None:
    """A law by its number: Regulation (EU) 2016/679."""
    match = NUMBERED_LAW.match(text, position)
    return _found(text, position, match.end(), WorkKind.REGULATIONS) if match else None


def licence_before(text: str, position: int) -> WorkAt | None:
    """A licence whose name ends at `position`, but for white space: "standard licence" before "condition 44"."""
    reach = max(0, position - 80)
    end = reach + len(text[reach:position].rstrip())
    if text[max(0, end - 6) : end].lower() != "icence":
        return None
    match = next((found for found in LICENCE.finditer(text, reach, end) if found.end() == end), None)
    return _found(text, match.start(), end, WorkKind.LICENCE) if match else None


def legislation_at(text: str, position: int) -> WorkAt | None:
    """An Act or Regulations, with the year or, after at least one word of its own, without."""
    undated: WorkAt | None = None
    for count, word in enumerate(_words(text, position)):
        written = word["word"]
        kind = _LEGISLATION.get(written)
        if kind and (year := YEAR_AFTER.match(text, word.end())):
            return _found(text, position, year.end(), kind)
        if kind and count:
            undated = undated or _found(text, position, word.end(), kind)
        elif not _capital(written) and (undated or not count or written not in _JOINING):
            return undated
    return undated


def legislation_before(text: str, floor: int, last: re.Match[str]) -> WorkAt | None:
    """The Act or Regulations whose title ends in the word `last` and the year after it, and begins after `floor`."""
    year = YEAR_AFTER.match(text, last.end())
    kind = _LEGISLATION.get(last.group())
    start = _title_start(text, max(floor, last.start() - _REACH), last.start())
    if year is None or kind is None or start == last.start():
        return None
    return _found(text, start, year.end(), kind)


def undated_legislation(text: str) -> Iterator[WorkAt]:
    """The Acts and Regulations that are named without a year after "the": the Electricity Act, the NIS Regulations."""
    for last in LEGISLATION.finditer(text):
        start = _title_start(text, max(0, last.start() - _REACH), last.start())
        if (
            start < last.start()
            and text[max(0, start - 4) : start] == "the "
            and not YEAR_AFTER.match(text, last.end())
        ):
            yield _found(text, start, last.end(), _LEGISLATION[last.group()])


def _title_start(text: str, floor: int, end: int) -> int:
    """Where the title that runs up to `end` begins: at `end` itself when no word of a title stands before it."""
    taken: list[re.Match[str]] = []
    words = list(TITLE_WORD.finditer(text, floor, end))
    for place in range(len(words) - 1, -1, -1):
        following = taken[-1].start() if taken else end
        if words[place].end() != following and text[words[place].end() : following].strip():
            break
        if not _belongs(words, place, taken):
            break
        taken.append(words[place])
    while taken and (taken[-1]["word"].lower() in _OPENING or not taken[-1]["word"][0].isupper()):
        taken.pop()
    return taken[-1].start("word") if taken else end


def _belongs(words: list[re.Match[str]], place: int, taken: list[re.Match[str]]) -> bool:
    """Whether a word goes on the title, already taken from its end up to the word after this one."""
    written = words[place]["word"]
    if written in _LAST_WORDS or written[0].isdigit():
        return False
    if written in ("of", "to") and place and words[place - 1]["word"] in _CHANGES:
        return False
    if written == ",":
        return any(match["word"] in ("and", "&") for match in taken)
    if written == "the":
        return place > 1 and words[place - 1]["word"] == "of" and _names_a_subject(words[place - 2]["word"])
    return _capital(written) or written in _JOINING


def _names_a_subject(word: str) -> bool:
    """Whether "of the" after this word is inside a title ("Protection of the Environment Act")."""
    return word[0].isupper() and word not in _NOT_OF_THE and word.lower() not in LEADS


def _generic_at(text: str, position: int) -> WorkAt | None:
    """A work by its kind alone: the Act, the 1989 Act, the Act of 1963, the Principal Act."""
    match = GENERIC_WORK.match(text, position)
    if match is None:
        return None
    kind = WorkKind.LICENCE if match["noun"] == "Licence" else _LEGISLATION.get(match["noun"], WorkKind.CODE)
    return _found(text, position, match.end(), kind)


def document_at(text: str, position: int) -> WorkAt | None:
    """A document whose name is written with capitals and says what it is: a Policy, a Procedure; never the Code."""
    end = 0
    for count, word in enumerate(_words(text, position)):
        written = word["word"]
        code_of = written == "of" and text[:end].endswith("Code")
        if end and written not in _DOCUMENTS and not code_of:
            break
        if written in _DOCUMENTS and count:
            end = word.end()
        elif code_of:
            end = _after_of(text, word.end()) or end
            break
        elif not (_capital(written) or (count and written in _JOINING)):
            break
    if not end or CODE_NAME.match(text, position):
        return None
    return _found(text, position, end, WorkKind.PUBLICATION)


def _after_of(text: str, position: int) -> int:
    """The end of the word behind "Code of": Code of Connection, Code of Practice."""
    word = next(_words(text, position), None)
    return word.end() if word and _capital(word["word"]) else 0


def document_before(text: str, floor: int, end: int) -> WorkAt | None:
    """The document whose name ends at `end` and begins after `floor`."""
    last = text[max(floor, end - 40) : end].rsplit(None, 1)[-1:]
    if not last or last[0] not in _DOCUMENTS:
        return None
    start = _title_start(text, max(floor, end - _REACH), end)
    return _found(text, start, end, WorkKind.PUBLICATION) if start < end - len(last[0]) else None


def _abbreviated_at(text: str, position: int) -> WorkAt | None:
    """A document by an abbreviation of its name."""
    match = DOCUMENT_NAME.match(text, position)
    return _found(text, position, match.end(), WorkKind.PUBLICATION) if match else None


def paper_at(text: str, position: int) -> WorkAt | None:
    """A published paper: the January 2015 SEC Government Response, the Government response to the SEC 4 Consultation.

    "the report" and its like say too little; "the consultation" and "the response" alone do.
    """
    end, telling = 0, False
    for word in _words(text, position):
        written = word["word"].lower()
        named = _capital(word["word"]) or written[0].isdigit()
        if not (named or written in _PAPER_WORDS):
            break
        telling = telling or named or written in ("consultation", "response")
        if written in _PAPERS:
            end = word.end()
    return _found(text, position, end, WorkKind.PUBLICATION) if end and telling else None


def licence_title(written: str) -> str:
    """A licence's title in one form: `DCC Licence`, `Electricity Supply Licence`; empty for "the licence" alone."""
    words = [word.removesuffix("'s").removesuffix("’s").lower() for word in written.split()]
    if "dcc" in words or any(word.startswith("communication") for word in words):
        return "DCC Licence"
    named = [word for word in words if not word.startswith(("licen", "condition", "standard", "the"))]
    return " ".join([word if word == "and" else word.capitalize() for word in named] + ["Licence"]) if named else ""


def _words(text: str, position: int) -> Iterator[re.Match[str]]:
    """The words from `position` on, up to the first that is parted from the one before by anything but white space."""
    for _ in range(_LONGEST):
        match = TITLE_WORD.match(text, position)
        if match is None:
            return
        yield match
        position = match.end()


def _capital(word: str) -> bool:
    return word[0].isupper() or word[0] == "("


def _found(text: str, start: int, end: int, kind: WorkKind) -> WorkAt:
    return WorkAt(start, end, Work(SPACES.sub(" ", text[start:end]), kind))
