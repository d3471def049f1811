"""The version that is said of a document: recorded, designated, or none."""

from datetime import date

from secc.history import Folder
from secc.ids import DocumentId, DocumentKind
from secc.timeline.log import listing, read_log
from secc.timeline.timeline import asking
from secc.timeline.versions import version_in
from tests.test_sample_history import SOURCES, opened

TMAD = DocumentId(DocumentKind.APPENDIX, "AL")
DEFINITIONS = DocumentId(DocumentKind.SECTION, "A")
DAY = date(2020, 9, 17)


def said(document: DocumentId, *, logged: bool = False) -> str:
    """The version on the day of the direction; by a log of what was before it, or by none."""
    found = opened()
    before = [each for each in read_log(Folder(SOURCES)) if each.in_effect < DAY] if logged else []
    text = found.timeline.base(DAY, asking(None)).documents[document]
    return version_in(text, listing(before), found.timeline)


def test_a_text_that_was_designated_has_the_version_of_its_designation() -> None:
    assert said(TMAD) == "7.0"
    assert said(TMAD, logged=True) == "7.0"


def test_a_text_that_was_amended_since_has_none_until_it_is_recorded() -> None:
    assert said(DEFINITIONS) == ""
    assert said(DEFINITIONS, logged=True) == ""


def test_a_text_that_is_the_one_recorded_has_the_version_recorded() -> None:
    found, log = opened(), read_log(Folder(SOURCES))
    entry = log[-1]
    texts = found.timeline.base(entry.in_effect, asking(entry.recorded)).documents
    recorded = listing(log)
    assert {each: version_in(texts[each], recorded, found.timeline) for each in texts} == {
        each: listed.version for each, listed in recorded.items()
    }
