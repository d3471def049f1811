"""PDFs on the website: of each document and of the whole Code, where they are asked for."""

from datetime import date
from io import BytesIO
from pathlib import Path

from msgspec.structs import replace
from pypdf import PdfReader

from secc.code.load import NoCache
from secc.history import Memory
from secc.render.imprint import ABOUT_EFFECT
from secc.site.sources import SiteSources, open_sources
from tests.site.checkout import run, write_files
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


def test_a_pdf_says_what_in_it_is_not_plainly_in_effect() -> None:
    found = pdfs(replace(opened(TODAY), with_pdf=True, with_code_pdf=True))
    meters = "All <i>meters</i>"
    for said in (text(found["H.pdf"]), text(found["code.pdf"])):
        lines = said.splitlines()
        assert (
            lines[lines.index(f"‖ Suspended from 1 February 2021 (paragraph 2 of {meters})") + 1] == "(b) each result."
        )
        assert lines[lines.index("H2 Results") + 1].startswith("‖ Suspended from 1 February 2021 (paragraph 4 of")
        assert said.count(ABOUT_EFFECT) == 1
    assert ABOUT_EFFECT not in text(found["A.pdf"])


def test_a_pdf_says_from_which_day_its_effect_is_as_it_says() -> None:
    files = history_files()
    suspending = (
        "modification 2021-03-10-pause: A pause\nmade: 2021-03-10\nfrom: 2021-03-10\n\n1 suspend Section A1.1\n"
    )
    files["instruments/2021-03-10-pause.sec"] = suspending.encode()
    found = pdfs(replace(open_sources(Memory(files), NoCache(), TODAY), with_pdf=True, with_code_pdf=True))
    assert "The text from 1 January 2020, its effect from 10 March 2021 · version A1.0" in text(found["A.pdf"])
    assert "The text from 1 February 2021 · " in text(found["H.pdf"])
    assert "The text from 1 February 2021, its effect from 10 March 2021" in text(found["code.pdf"])
    draft = replace(open_sources(Memory(files), NoCache(), TODAY, is_draft=True), with_pdf=True)
    assert "The text of the files" in text(pdfs(draft)["A.pdf"])
    assert "Suspended" not in text(pdfs(draft)["A.pdf"])


def test_a_pdf_is_set_again_where_other_is_said_of_effect(tmp_path: Path) -> None:
    place = write_files(tmp_path, history_files("2021-04-01"))
    before = built(place)
    instrument = place / "sec-source" / "instruments" / "2021-02-01-meters.sec"
    instrument.write_text(instrument.read_text().replace("All <i>meters</i>", "Every meter"))
    after = built(place)
    assert "(paragraph 2 of Every meter)" in text(after["H.pdf"])
    assert after["A.pdf"] == before["A.pdf"]


def test_a_pdf_is_set_again_where_the_notice_is_another(tmp_path: Path) -> None:
    place = write_files(tmp_path, history_files("2021-04-01"))
    assert [text(each).count("This is no law.") for each in built(place).values()] == [1, 1, 1]
    settings = place / "sec-source" / "code.toml"
    settings.write_text(settings.read_text().replace("This is no law.", "Nobody should rely on it."))
    assert [text(each).count("Nobody should rely on it.") for each in built(place).values()] == [1, 1, 1]


def built(place: Path) -> dict[str, bytes]:
    """The PDFs of a website that is built in its folder."""
    ran = run(place, "secc", "build", "--pdf")
    assert not ran.returncode, ran.stderr
    return {path.name: path.read_bytes() for path in (place / "build" / "site").glob("*.pdf")}


def test_documents_that_have_gone_or_are_to_come_are_in_no_pdf() -> None:
    found = pdfs(replace(changing(TODAY), with_pdf=True, with_code_pdf=True))
    assert set(found) == {"H.pdf", "code.pdf"}
    whole = text(found["code.pdf"])
    assert "The text from 15 March 2021" in whole
    assert "Words of another Section." not in whole
    assert "More words." not in whole
    assert "More words." in text(pdfs(replace(changing(date(2022, 1, 2)), with_code_pdf=True))["code.pdf"])
