"""Invariant 5: every word of the source appears in every format exactly once."""

import pytest
from hypothesis import given

from secc.document import from_resolved
from secc.document.model import DisplayDocument, Part, Run
from secc.ids import DocumentId, DocumentKind
from secc.render.html import to_html
from secc.render.text import parts_to_text, to_text
from tests.render.parts import parts
from tests.render.surroundings import OnePage
from tests.render.words import in_html, in_source, in_text
from tests.site.codes import SMALL, resolved, sample


@given(parts)
def test_html_and_text_say_the_same(some: tuple[Part, ...]) -> None:
    assert in_html(to_html(some, OnePage()).text) == in_text(parts_to_text(some))


@given(parts)
def test_what_the_site_says_is_set_apart(some: tuple[Part, ...]) -> None:
    assert in_html(to_html(some, OnePage("Referred to")).text) == in_html(to_html(some, OnePage()).text)


@pytest.mark.parametrize("width", [40, 80, 10_000])
def test_text_and_html_say_what_the_sample_code_says(width: int) -> None:
    code = sample().code
    for document in code.documents:
        shown = from_resolved(document, code.terms)
        said = in_source(document.loaded.document)
        assert in_text(to_text(shown, width)) == said
        assert in_html(_whole(shown)) == said


def test_text_and_html_say_what_a_small_code_says() -> None:
    _, code = resolved(SMALL)
    for document in code.documents:
        assert in_html(_whole(from_resolved(document, code.terms))) == in_source(document.loaded.document)


def test_a_word_that_is_lost_is_seen() -> None:
    lost = DisplayDocument(DocumentId(DocumentKind.SECTION, "H"), (Run("Title"),), "", "", ())
    assert in_text(to_text(lost)) == ["Section", "H:", "Title"]


def _whole(document: DisplayDocument) -> str:
    """A whole document with its title, as the text has it."""
    title = in_text(to_text(DisplayDocument(document.id, document.title, document.known_as, "", ())))
    return f"{' '.join(title)} {to_html(document.parts, OnePage()).text}"
