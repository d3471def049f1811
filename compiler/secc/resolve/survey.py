"""The survey of a document: what it offers to the rest of the Code, and what of the Code could matter to it.

It follows from the document alone, and so is kept beside its reading. An index and the terms of a state are made of
surveys, without the documents.
"""

import hashlib
from collections.abc import Iterator, Sequence
from string import ascii_lowercase, digits

import msgspec
from msgspec import Raw, Struct

from secc.code.model import (
    Attachment,
    Clause,
    Definition,
    Division,
    DivisionKind,
    Document,
    Paragraph,
    SubSection,
    Suppression,
)
from secc.code.walk import Placed, prose_in
from secc.ids import Address, DocumentId, DocumentKind, division_step
from secc.resolve.asking import STEP, Local
from secc.resolve.patterns import RUN_IN_LABEL, WORD
from secc.resolve.terms.collect import drafts_of
from secc.resolve.terms.draft import Drafted


class Row(Struct, frozen=True, array_like=True, gc=False):
    """A provision. `at` is its place among the blocks, `title` and `sub_section` theirs among the survey's strings.

    `numbering` is how many of its steps are those of the division where its numbers begin. `sub_section` is -1 where
    it stands in none.
    """

    at: int
    title: int
    sub_section: int
    numbering: int
    vacant: bool
    own_numbering: bool


class Standings(Struct, frozen=True):
    """The provisions of a document by their addresses in it, the first of each, in the order of the page.

    `run_in` are the words of those with a list run into a sentence, as far as the document alone tells.
    """

    rows: dict[Local, Row]
    strings: tuple[str, ...]
    run_in: dict[Local, tuple[str, ...]]


class Survey(Struct, frozen=True):
    """What every state with this document has to know of it; `standings`, `drafts` and `vocabulary` when asked.

    `names` are the names of its annexes and inner documents, `attached` the addresses of annexes that are files with
    the provisions to which they are attached, `definitions` the names of its `define` blocks with their addresses.
    `vocabulary` are its words, case folded, a line each. `offered` is the digest of `standings`, places
    aside, of what it is called and what is attached.
    """

    id: DocumentId
    title: str
    attributes: dict[str, str]
    names: tuple[tuple[str, Local], ...]
    attached: tuple[tuple[Local, Local], ...]
    definitions: tuple[tuple[str, Local], ...]
    suppressions: tuple[Suppression, ...]
    offered: bytes
    standings: Raw
    drafts: Raw
    vocabulary: Raw


class Made(Struct, frozen=True):
    """A survey with its parts as they were before they were written down."""

    survey: Survey
    standings: Standings
    drafts: tuple[Drafted, ...]
    vocabulary: str


def survey_of(document: Document, blocks: Sequence[Placed]) -> Made:
    """The survey of a document from its blocks as placed."""
    standings, drafts, vocabulary = _standings(blocks), drafts_of(document, blocks), _vocabulary(blocks)
    attached = tuple((at, local(each.address)) for each in blocks for at in _attached(each))
    called = (document.title.text, *map(document.attribute, ("known-as", "unit")))
    encode = msgspec.msgpack.encode
    survey = Survey(
        id=document.id,
        title=document.title.text,
        attributes={each.key: each.value for each in reversed(document.attributes)},
        names=tuple(pair for each in blocks for pair in _names(each)),
        attached=attached,
        definitions=tuple(_definitions(blocks, standings)),
        suppressions=document.suppressions,
        offered=_offered(standings, called, attached),
        standings=Raw(encode(standings)),
        drafts=Raw(encode(drafts)),
        vocabulary=Raw(encode(vocabulary)),
    )
    return Made(survey, standings, drafts, vocabulary)


def local(address: Address) -> Local:
    """An address within its document."""
    return STEP.join(address.path)


def words_in(text: str) -> list[str]:
    """The words of a text as vocabularies have them: a form can stand in a text only where all its words do."""
    return WORD.findall(text.casefold())


# Provisions


def _standings(blocks: Sequence[Placed]) -> Standings:
    rows: dict[Local, Row] = {}
    strings: dict[str, int] = {"": 0}
    run_in: dict[Local, tuple[str, ...]] = {}
    for at, each in enumerate(blocks):
        if each.own and (place := local(each.address)) not in rows:
            rows[place] = _row(at, each, strings)
            texts = tuple(prose.text for prose in prose_in(each.block) if _may_run_in(prose.text))
            if texts:
                run_in[place] = texts
    return Standings(rows, tuple(strings), run_in)


def _row(at: int, each: Placed, strings: dict[str, int]) -> Row:
    block = each.block
    sub_section = each.sub_section.title.text if each.sub_section is not None else None
    return Row(
        at,
        strings.setdefault(_title(each), len(strings)),
        strings.setdefault(sub_section, len(strings)) if sub_section is not None else -1,
        len(each.numbering.path),
        isinstance(block, Clause | Paragraph) and block.vacant,
        isinstance(block, Division) and block.own_numbering,
    )


def _title(each: Placed) -> str:
    """What a reference echoes in brackets: a provision's own title, else the sub-heading above it.

    Where there is none either, its sub-section's title.
    """
    block = each.block
    if isinstance(block, SubSection | Division):
        return block.title.text
    if isinstance(block, Clause) and block.title:
        return block.title
    if each.heading:
        return each.heading
    return each.sub_section.title.text if each.sub_section is not None else ""


def _may_run_in(text: str) -> bool:
    """Whether there are two labels or more in a text; a list of one is none."""
    if ")" not in text:
        return False
    found = RUN_IN_LABEL.finditer(text)
    return next(found, None) is not None and next(found, None) is not None


def _offered(standings: Standings, called: tuple[str, ...], attached: tuple[tuple[Local, Local], ...]) -> bytes:
    """The digest of all that may be asked about addresses in the document, and of what it is called."""
    strings = standings.strings
    rows = [(place, *said_of(row, strings)) for place, row in standings.rows.items()]
    return hashlib.sha256(msgspec.msgpack.encode((rows, standings.run_in, called, attached))).digest()[:16]


def said_of(row: Row, strings: Sequence[str]) -> tuple[str, str | None, int, bool, bool]:
    """What a row says, its place aside."""
    sub_section = strings[row.sub_section] if row.sub_section >= 0 else None
    return strings[row.title], sub_section, row.numbering, row.vacant, row.own_numbering


# Names


def _names(each: Placed) -> Iterator[tuple[str, Local]]:
    """An annex is known by a short name only; its title may be a word."""
    division = each.block
    if not isinstance(division, Division) or not each.own:
        return
    if division.kind is DivisionKind.DOCUMENT:
        yield division.title.text, local(each.address)
    for attribute in division.attributes:
        if attribute.key == "known-as":
            yield attribute.value, local(each.address)


def _attached(each: Placed) -> Iterator[Local]:
    """The address that an attachment would have if it were an annex in words, where its title says which it is."""
    words = each.block.title.replace(",", " ").split() if isinstance(each.block, Attachment) else []
    if len(words) > 1 and words[0].lower() == DivisionKind.ANNEX:
        yield local(each.numbering.below(division_step(DivisionKind.ANNEX, words[1])))


def _definitions(blocks: Sequence[Placed], standings: Standings) -> Iterator[tuple[str, Local]]:
    """The names of each definition that is the first at its address."""
    for place, row in standings.rows.items():
        block = blocks[row.at].block
        if isinstance(block, Definition):
            yield from ((term.name, place) for term in block.terms)


def names_of_document(survey: Survey) -> Iterator[str]:
    """The names of the document as a whole. A Section's title is no name: "Security" is a word."""
    if survey.id.kind is not DocumentKind.SECTION:
        yield survey.title
    yield survey.attributes.get("known-as", "")


# Words


def _vocabulary(blocks: Sequence[Placed]) -> str:
    """With what is left of a word without signs and accented letters before it, which some readers skip."""
    texts = "\n".join([prose.text for each in blocks for prose in prose_in(each.block)])
    words = set(words_in(" ".join(set(texts.split()))))
    words.update([_without_signs(word) for word in words if word[0] not in _PLAIN])
    return "\n".join(sorted(words))


_PLAIN = frozenset(ascii_lowercase + digits)


def _without_signs(word: str) -> str:
    return word[next((place for place, each in enumerate(word) if each in _PLAIN), 0) :]


__all__ = ["Drafted", "Row", "Standings", "Survey", "local", "names_of_document", "survey_of", "words_in"]
