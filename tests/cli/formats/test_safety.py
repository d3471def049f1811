"""Whatever a finding says, it stays words: no format lets it end early, become a command, mark-up, or broken XML."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt
from msgspec.structs import replace

from secc.cli.formats import FORMATS
from secc.cli.formats.markdown import escaped
from secc.cli.formats.wording import in_sentences, told, visible
from secc.diagnostics import Diagnostic, Severity
from secc.source import Source, Span

FOUND = Diagnostic("placeholder", Severity.ERROR, "it is left", "sections/H.sec", Span(0, 7), provision="Section H1.1")
ODD = st.sampled_from("%:,;[]()#@*_`<>&|$~\\!+-.=1\r\n\t\0\x1b\u202e\u2028\ufffe\U0001f600\"' ")
LETTERS = st.characters(codec="utf-8") | ODD
TEXTS = st.text(LETTERS)
PATHS = st.text(LETTERS, min_size=1)


def _printed(form: str, found: Diagnostic) -> str:
    return FORMATS[form]([found], {found.path: Source(found.path, "Section H")})


def _github_command(line: str) -> tuple[dict[str, str], str]:
    """What the runner reads: properties between the first two `::`, its five escapes undone, `%25` last."""
    assert line.startswith("::")
    information, _, message = line[2:].partition("::")
    name, _, properties = information.partition(" ")
    assert name in ("error", "warning", "notice")
    pairs = [each.partition("=") for each in properties.split(",")]
    undone = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}
    return {key: _undo(value, undone) for key, _, value in pairs}, _undo(
        message, {key: undone[key] for key in ("%0D", "%0A", "%25")}
    )


def _azure_command(line: str) -> tuple[dict[str, str], str]:
    """What the agent reads: properties up to the first `]`, its five escapes undone, `%AZP25` last."""
    start = "##vso[task.logissue "
    assert line.startswith(start)
    properties, _, message = line.removeprefix(start).partition("]")
    pairs = [each.partition("=") for each in properties.split(";") if each]
    undone = {"%0D": "\r", "%0A": "\n", "%3B": ";", "%5D": "]", "%AZP25": "%"}
    return {key: _undo(value, undone) for key, _, value in pairs}, _undo(
        message, {key: undone[key] for key in ("%0D", "%0A", "%AZP25")}
    )


def _undo(text: str, escapes: dict[str, str]) -> str:
    for written, meant in escapes.items():
        text = text.replace(written, meant)
    return text


@given(TEXTS, PATHS)
def test_github_reads_back_what_was_meant(headline: str, path: str) -> None:
    found = replace(FOUND, headline=headline, path=path)
    line = _printed("github", found)
    assert "\n" not in line
    assert "\r" not in line
    properties, message = _github_command(line)
    assert properties["file"] == path
    assert properties["title"] == "secc: placeholder"
    assert message == in_sentences(found)


@given(TEXTS, PATHS)
def test_azure_reads_back_what_was_meant(headline: str, path: str) -> None:
    found = replace(FOUND, headline=headline, path=path)
    line = _printed("azure", found)
    assert "\n" not in line
    assert "\r" not in line
    properties, message = _azure_command(line)
    assert properties["sourcepath"] == path
    assert properties["code"] == "placeholder"
    assert message == in_sentences(found)


@given(TEXTS, PATHS)
def test_xml_reads_back_what_was_meant(headline: str, path: str) -> None:
    found = replace(FOUND, headline=headline, path=path, helps=(headline,))
    checkstyle = etree.fromstring(_printed("checkstyle", found).encode())
    assert checkstyle.xpath("string(file/@name)") == visible(path)
    assert checkstyle.xpath("string(file/error/@message)") == in_sentences(found)
    junit = etree.fromstring(_printed("junit", found).encode())
    assert junit.xpath("string(testsuite/testcase/@file)") == visible(path)
    assert junit.xpath("string(testsuite/testcase/failure/@message)") == told(found)
    assert junit.xpath("string(testsuite/testcase/failure)").split("\n")[1:] == [told(found), visible(headline)]


@given(TEXTS)
def test_markdown_shows_words_as_words(text: str) -> None:
    """In the middle of a line and at the start of one."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    for before in ("line 1: ", ""):
        tokens = parser.parse(f"- {before}{escaped(text)}")
        assert {each.type for each in tokens if each.nesting >= 0} <= {
            "bullet_list_open", "list_item_open", "paragraph_open", "inline",
        }  # fmt: skip
        inside = [each for token in tokens for each in token.children or ()]
        assert {each.content for each in inside if not each.type.startswith("text")} <= {"<!-- -->"}
        shown = "".join(each.content for each in inside if each.type.startswith("text"))
        assert shown.strip() == f"{before}{visible(text).strip()}".strip()


@given(TEXTS)
def test_markdown_calls_no_one(text: str) -> None:
    """GitHub looks for `@name` and `#12` in what is shown; a comment between ends both."""
    assert "@" not in escaped(text).replace("@<!-- -->", "")
    assert "#" not in escaped(text).replace("#<!-- -->", "")


@given(TEXTS)
def test_terminals_are_told_nothing(text: str) -> None:
    found = replace(FOUND, headline=text, label=text, helps=(text,), provision=text)
    for form in ("full", "concise"):
        assert _printed(form, found).replace("\n", "").isprintable()


@given(TEXTS)
def test_a_line_stays_a_line(text: str) -> None:
    found = replace(FOUND, headline=text, provision=text)
    assert _printed("concise", found).count("\n") == 1
    assert _printed("jsonl", found).count("\n") == 0
