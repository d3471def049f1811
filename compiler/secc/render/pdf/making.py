"""Whole PDF files."""

from collections.abc import Sequence
from datetime import date

from secc.document.model import DisplayDocument
from secc.document.redline_model import DocumentRedline, Redline
from secc.ids import Address
from secc.render.imprint import Imprint, Pictures, known_as, named
from secc.render.pdf.from_display import FromDisplay
from secc.render.pdf.from_redline import FromRedline, change_anchor
from secc.render.pdf.places import Places
from secc.render.pdf.setting import typeset
from secc.render.pdf.sheet import Book, Chapter, Listed, Words, says_something
from secc.render.redline_said import (
    NO_EFFECT,
    SideSaid,
    against,
    counted,
    head,
    in_each_place,
    sides,
    texts,
    title,
    unchanged_documents,
)

_FEWEST = 4
"""A document has contents where it has as many headings."""


def document_to_pdf(document: DisplayDocument, imprint: Imprint, pictures: Pictures) -> bytes:
    """One document, with contents where it has several headings."""
    chapter = _chapter(document, imprint, Places((document,)), pictures, imprint.notices)
    headings = sum(sheet.listed for sheet in chapter.sheets)
    return typeset(
        Book(
            title=f"{imprint.code}, {named(document)}",
            foot=imprint.code,
            day=_day(imprint.day),
            contents=headings >= _FEWEST,
            chapters=(chapter,),
        )
    )


def code_to_pdf(documents: Sequence[DisplayDocument], imprint: Imprint, pictures: Pictures) -> bytes:
    """Several documents, each beginning on a new page, behind a title page with the contents of all of them."""
    places = Places(documents)
    return typeset(
        Book(
            title=f"{imprint.code}, the text {imprint.said}",
            foot=imprint.code,
            day=_day(imprint.day),
            cover=imprint.code,
            lines=(f"{imprint.text} · {imprint.digest}",),
            about=(imprint.text, imprint.digest, *imprint.notices),
            contents=True,
            chapters=tuple(_chapter(each, imprint, places, pictures) for each in documents),
        )
    )


def redline_to_pdf(redline: Redline, code: str, *, whole: bool = False) -> bytes:
    """A redline, which is said on every page to be one and of what; `whole` sets what did not change too.

    `code` is the title of the Code. The file bears the day of the new text.
    """
    chapters = tuple(_changed(redline, each, whole=whole) for each in redline.documents)
    there = {sheet.anchor for chapter in chapters for sheet in chapter.sheets}
    return typeset(
        Book(
            title=f"{title(redline)}, {against(redline)}",
            foot=code,
            day=_day(redline.after.day),
            cover=head(redline, redline.documents[0]) if len(redline.documents) == 1 else title(redline),
            lines=tuple(each.in_words for each in _both(redline)),
            about=tuple(_about(redline)),
            legend=bool(chapters),
            notices=tuple(_notices(redline)),
            changes=tuple(each for each in _listed(redline) if each.to in there),
            chapters=chapters,
        )
    )


# The text at one time


def _chapter(
    document: DisplayDocument, imprint: Imprint, places: Places, pictures: Pictures, notices: Sequence[str] = ()
) -> Chapter:
    laid = FromDisplay(document, places, pictures, imprint.effect)
    about = (imprint.text, imprint.edition(document))
    name, title_words = _titled(document, laid.title())
    return Chapter(
        head=named(document),
        lines=(" · ".join(about),),
        name=name,
        title=title_words,
        anchor=places.claim(Address(document.id)),
        about=(*about, *notices, *imprint.effect_of(document)),
        sheets=tuple(laid.sheets()),
    )


def _titled(document: DisplayDocument, words: Words) -> tuple[str, Words]:
    """What a document is, and its title; what it is alone, where it has none."""
    if not says_something(words):
        return "", (document.id.printed,)
    return document.id.printed, (*words, *filter(None, (known_as(document),)))


# Redlines


def _changed(redline: Redline, document: DocumentRedline, *, whole: bool) -> Chapter:
    return Chapter(
        head=head(redline, document),
        lines=tuple(each.in_words for each in sides(redline, document)),
        title=(document.title,),
        sheets=tuple(FromRedline(document, whole=whole).sheets()),
    )


def _both(redline: Redline) -> tuple[SideSaid, SideSaid]:
    """Both texts: of the document, where there is only one."""
    return sides(redline, redline.documents[0]) if len(redline.documents) == 1 else texts(redline)


def _about(redline: Redline) -> list[str]:
    said = [f"{_sentence(against(redline))}."]
    said += [each.in_words for each in _both(redline)]
    said.append(f"{_sentence(counted(redline.tally))}.")
    left_out = unchanged_documents(redline)
    return [*said, f"{_sentence(left_out)}."] if left_out else said


def _notices(redline: Redline) -> list[str]:
    """What is told once for several places."""
    told = [f"Everywhere: {in_each_place(each)}." for each in redline.everywhere]
    told += [f"Renumbered: {each.before} as {each.after}." for each in redline.renumbered]
    if redline.consequential:
        follow = ", ".join(f"{each.name} ({each.before} is {each.after})" for each in redline.consequential)
        told.append(f"References that only follow a renumbering: {follow}.")
    return told


def _listed(redline: Redline) -> list[Listed]:
    return [
        Listed(change_anchor(each.change), each.name, each.what + ("" if each.has_effect else f" ({NO_EFFECT})"))
        for each in redline.entries
    ]


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _day(day: date | None) -> tuple[int, int, int] | None:
    return (day.year, day.month, day.day) if day is not None else None
