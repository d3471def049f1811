"""Files into text: what counts as a line end, and what is refused."""

import pytest

from secc.code.load import NoCache, load, source_of
from secc.diagnostics import CannotProceed
from secc.history import Memory
from tests.making import files_of, loaded, loaded_from

SECTION = "section H: Services\n\nH1.1 Words.\n"


@pytest.mark.parametrize(
    "contents", [b"a\nb\n", b"a\r\nb\r\n", b"a\rb\r", b"\xef\xbb\xbfa\nb\n", b"\xef\xbb\xbfa\r\nb\n"], ids=repr
)
def test_line_ends_and_marks_are_settled(contents: bytes) -> None:
    assert source_of("a.sec", contents).text == "a\nb\n"


@pytest.mark.parametrize(("contents", "line"), [(b"\xff", 1), (b"a\nb\xc3\nc", 2), (b"a\n\n\xed\xa0\x80", 3)])
def test_what_is_not_utf_8_is_refused_by_line(contents: bytes, line: int) -> None:
    with pytest.raises(CannotProceed, match=rf"^a\.sec is not in UTF-8: line {line} has a byte that is not text"):
        source_of("a.sec", contents)


def test_documents_are_in_the_order_of_the_settings() -> None:
    code = loaded("appendix B: Two\n", SECTION, "appendix A: One\n")
    assert [str(each.document.id) for each in code.documents] == ["appendix-B", "section-H", "appendix-A"]
    assert list(code.sources) == ["appendices/B.sec", "sections/H.sec", "appendices/A.sec"]


def test_paths_are_named_from_where_the_reader_is() -> None:
    code = load(Memory(files_of(SECTION)), NoCache(), "sec-source/")
    assert list(code.sources) == ["sec-source/sections/H.sec"]


def test_a_listed_file_that_is_not_there() -> None:
    files = files_of(SECTION)
    del files["sections/H.sec"]
    with pytest.raises(
        CannotProceed,
        match=r"^there is no file sections/H\.sec: mend its name in `documents` of code\.toml, or put the file there$",
    ):
        loaded_from(files)


def test_a_file_that_is_not_listed_is_not_read() -> None:
    code = loaded_from({**files_of(SECTION), "sections/I.sec": b"\xff"})
    assert len(code.documents) == 1


def test_the_digest_of_a_document_is_of_what_it_says() -> None:
    (one,), (same,), (other,) = (loaded(text).documents for text in (SECTION, SECTION + "\n", SECTION + "\nMore.\n"))
    assert one.digest.startswith("sec1:")
    assert one.digest == same.digest != other.digest


def test_a_document_that_stands_in_two_files() -> None:
    first, second = loaded_from({**files_of(SECTION, "section I: Two\n"), "sections/I.sec": SECTION.encode()}).documents
    assert not first.findings
    assert [found.headline for found in second.findings] == ["Section H stands in two files"]
    assert second.findings[0].label == "sections/H.sec is Section H too"
