"""PDFs on the website: of each document and of the whole Code, where they are asked for."""

from dataclasses import replace
from datetime import date
from io import BytesIO

from pypdf import PdfReader

from secc.code.load import NoCache
from secc.history import Memory
from secc.site.sources import SiteSources, open_sources
from tests.site.codes import made_of
from tests.site.history import TODAY, history_files, opened

_LATER = """\
modification 2020-06-01-more: More
made: 2020-06-01

1 designate Section B as version 1.0, in the form set out at annexes/section-B.sec, from 2022-01-01
2 revoke Section A, from 2021-03-15
"""
LINK = '<a href="code.pdf" type="application/pdf">The whole Code as a PDF</a>'


def pdfs(sources: SiteSources) -> dict[str, bytes]:
    """The PDFs of its website, by their addresses."""
    return {each.url: each.contents for each in made_of(sources).streamed if each.url.endswith(".pdf")}


def text(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def html(url: str, sources: SiteSources) -> str:
    return next(page.html for page in made_of(sources).pages if page.url == url)


def changing(as_at: date) -> SiteSources:
    """A Code in which one document has gone, and another is still to come."""
    files = history_files()
    files["instruments/2020-06-01-more/instrument.sec"] = _LATER.encode()
    files["instruments/2020-06-01-more/annexes/section-B.sec"] = b"section B: More\n\n# B1 More\n\nB1.1 More words.\n"
    return open_sources(Memory(files), NoCache(), as_at)


def test_pdfs_are_there_only_where_they_are_asked_for() -> None:
    sources = opened(TODAY)
    assert not pdfs(sources)
    assert ".pdf" not in html("H1/", sources) + html("", sources)
    of_each, of_all = replace(sources, with_pdf=True), replace(sources, with_code_pdf=True)
    assert '<a href="../H.pdf" type="application/pdf">as a PDF</a>' in html("H1/", of_each)
    assert LINK not in html("", of_each)
    assert set(pdfs(of_each)) == {"A.pdf", "H.pdf"}
    assert LINK in html("", of_all)
    assert set(pdfs(of_all)) == {"code.pdf"}
    assert pdfs(of_all) == pdfs(of_all)


def test_a_pdf_says_from_which_day_its_text_reads_so() -> None:
    found = pdfs(replace(opened(TODAY), with_pdf=True, with_code_pdf=True))
    assert "The text from 1 January 2020" in text(found["A.pdf"])
    assert "The text from 1 February 2021" in text(found["H.pdf"])
    whole = text(found["code.pdf"])
    assert "The text from 1 February 2021" in whole
    assert "Words of another Section." in whole
    assert "The DCC shall test every meter." in whole


def test_documents_that_have_gone_or_are_to_come_are_in_no_pdf() -> None:
    found = pdfs(replace(changing(TODAY), with_pdf=True, with_code_pdf=True))
    assert set(found) == {"H.pdf", "code.pdf"}
    whole = text(found["code.pdf"])
    assert "The text from 15 March 2021" in whole
    assert "Words of another Section." not in whole
    assert "More words." not in whole
    assert "More words." in text(pdfs(replace(changing(date(2022, 1, 2)), with_code_pdf=True))["code.pdf"])
