"""The formal text says the same in every format, and the command writes each of them."""

import re
from html import unescape
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from secc.document.formal import Told, formal_text
from secc.document.formal_model import Paper
from secc.instruments.model import Instrument, InstrumentKind
from secc.render.formal_docx import to_docx
from secc.render.formal_html import to_page
from secc.render.formal_markdown import to_markdown
from secc.source import Source
from tests.cli.running import Ran, Shell
from tests.pack.sample import DIRECTION, MP173, pack_alone

WORD = re.compile(r"\w+")
CODE = b'title = "A Code"\nshort = "AC"\ndocuments = [\n    "sections/H-dcc-services.sec",\n]\n'
OLD = b"section H: DCC Services\n\nH1.1 The DCC shall test Devices.\n"
NEW = b"section H: DCC Services\n\nH1.1 The DCC shall test every Device.\n"


def _in_word(paper: Paper) -> list[str]:
    """The words of the Word file, without its running heads."""
    with ZipFile(BytesIO(to_docx(paper, "foot", None, lambda _: None))) as archive:
        body = archive.read("word/document.xml").decode()
    spaced = body.replace("</w:p>", " ").replace("<w:tab/>", " ").replace("<w:br/>", " ")
    return WORD.findall(unescape(re.sub(r"<[^>]+>", "", spaced)))


def _in_html(paper: Paper) -> list[str]:
    main = to_page(paper, lambda _: None).partition("<main>")[2]
    spaced = re.sub(r"</?(?:p|h[1-6]|div|td|th|tr|li|span class=\"number\")\b[^>]*>", " ", main)
    return WORD.findall(unescape(re.sub(r"<[^>]+>", "", spaced)))


def _in_markdown(paper: Paper) -> list[str]:
    return WORD.findall(re.sub(r"\\(.)|[*`_]+", r"\1", to_markdown(paper)))


@pytest.mark.parametrize("name", [DIRECTION, MP173])
def test_every_word_stands_once_in_each_format(name: str) -> None:
    paper = pack_alone(name, None).formal
    words = _in_word(paper)
    assert len(words) > 500
    assert _in_html(paper) == words
    assert _in_markdown(paper) == words


@pytest.fixture
def coded(shell: Shell) -> Shell:
    """A shell beside a Code, with the text that it is to become in a folder of its own."""
    shell.write({"code.toml": CODE, "sections/H-dcc-services.sec": OLD})
    shell.write({"../wanted/code.toml": CODE, "../wanted/sections/H-dcc-services.sec": NEW})
    return shell


def _amend(coded: Shell, *options: str) -> Ran:
    return coded.secc("amend", "disk", "wanted", "--name", "2022-11-03-more", *options)


def test_amend_as_markdown(coded: Shell) -> None:
    ran = _amend(coded, "--format", "markdown", "--title", "More", "--from", "2022-11-03")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("# Modification: More\n")
    assert "| **With effect from** | 3 November 2022 |\n" in ran.out
    assert ran.out.endswith("**1** In Section H1.1, for “Devices” substitute “every Device”.\n")


def test_amend_by_the_name_of_the_file(coded: Shell) -> None:
    shown = _amend(coded, "--format", "markdown").out
    for name in ("text.md", "text.docx", "more.sec"):
        ran = _amend(coded, "-o", name)
        assert (ran.status, ran.err) == (0, "")
        assert ran.out.startswith(f"wrote {name}: 1 ")
    assert (coded.folder / "text.md").read_text() == shown
    with ZipFile(coded.folder / "text.docx") as archive:
        assert "substitute “every Device”" in archive.read("word/document.xml").decode()
    assert (coded.folder / "more.sec").read_text() == _amend(coded).out


def test_amend_where_it_cannot_be_written(coded: Shell) -> None:
    (coded.folder / "file").write_bytes(b"")
    ran = _amend(coded, "-o", "file/text.docx")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("secc: file/text.docx cannot be written: ")


def test_what_an_instrument_says_is_no_mark_up() -> None:
    """Titles, names, notes and quoted words stand in the page, and in the summary, as they were written."""
    hostile = '<script>alert(1)</script> & "x" ]]> | `y`'
    instrument = Instrument(
        kind=InstrumentKind.NOTICE, name="n", title=hostile, by=hostile, notes=(hostile,), evidence=hostile
    )
    paper = formal_text(instrument, Told(code=hostile), lambda path: Source(path, ""))
    page = to_page(paper, lambda _: None)
    assert "<script" not in page
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt; &amp; “x” ]]&gt; | `y`") == 5
    assert "<script" not in to_markdown(paper).replace("\\<", "")
    with ZipFile(BytesIO(to_docx(paper, hostile, None, lambda _: None))) as archive:
        for name in archive.namelist():
            assert ElementTree.fromstring(archive.read(name)) is not None
