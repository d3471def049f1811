"""The sample Code as it was first designated against the Code as it is: every word of both is in the redline."""

from functools import cache

from secc.code.load import NoCache, load, load_document
from secc.code.model import Document
from secc.document.redline_model import Kind, Redline
from secc.history import Folder
from secc.ids import DocumentId
from secc.render.redline_html import to_html
from secc.render.redline_html_blocks import HtmlLayout
from secc.render.redline_json import to_json
from secc.render.redline_markdown import LIMIT, to_markdown
from tests.conftest import ROOT
from tests.redline.reading import of_document, of_html, of_json
from tests.redline.shown import redline_of
from tests.redline.test_laws import SIDES, letters

FIRST = "instruments/2013-09-23-first-designation/annexes"


@cache
def texts() -> tuple[tuple[Document, ...], tuple[Document, ...]]:
    """What was first designated, and what stands on disk."""
    folder = ROOT / "sec-source"
    first = sorted((folder / FIRST).glob("*.sec"))
    before = [load_document(place.name, place.read_bytes(), NoCache()).document for place in first]
    after = [each.document for each in load(Folder(folder), NoCache()).documents]
    return tuple(sorted(before, key=_order)), tuple(sorted(after, key=_order))


def _order(document: Document) -> DocumentId:
    return document.id


@cache
def made() -> Redline:
    """Their redline."""
    return redline_of(*texts())


def changed(place: int) -> list[Document]:
    """The documents of one text that are in the redline."""
    shown = {next(each.blocks).name for each in made().documents}
    return [each for each in texts()[place] if each.id.printed in shown]


def test_json_holds_both_texts() -> None:
    printed = to_json(made())
    assert len(made().documents) > 20
    for side, place in SIDES:
        expected = [said for document in changed(place) for said in of_document(document)]
        assert letters(of_json(printed, side)) == letters(expected)


def test_html_holds_both_texts() -> None:
    page = to_html(made(), HtmlLayout())
    hidden = {block.name for block in made().blocks if block.kind is Kind.DOCUMENT and not block.change}
    for side, place in SIDES:
        expected = []
        for document in changed(place):
            said = list(of_document(document))
            expected += said[1:] if document.id.printed in hidden else said
        assert letters(of_html(page, side)) == letters(expected)


def test_markdown_fits_in_a_comment() -> None:
    printed = to_markdown(made())
    assert len(printed) <= LIMIT
    assert "**The rest does not fit here**" in printed
