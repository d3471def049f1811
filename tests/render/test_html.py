"""What the HTML of parts looks like where it matters to readers and to links."""

import pytest

from secc.document.model import (
    AttachmentPart,
    BulletPart,
    ClausePart,
    CodePart,
    DefinitionPart,
    FigurePart,
    FootnotePart,
    FootnoteRun,
    HeadingPart,
    NotePart,
    ParagraphPart,
    Part,
    Run,
    Runs,
    Style,
    SubSectionPart,
    TablePart,
    Target,
    TextPart,
    ToNothing,
    ToProvisions,
    ToTerm,
    ToWeb,
    ToWork,
)
from secc.ids import Address, DocumentId, DocumentKind
from secc.render.html import Entry, to_html
from tests.render.surroundings import OnePage

DOCUMENT = DocumentId(DocumentKind.SECTION, "H")


def at(*path: str) -> Address:
    return Address(DOCUMENT, path)


def html(*parts: Part) -> str:
    return to_html(parts, OnePage()).text


def said(*runs: Run | FootnoteRun) -> str:
    """The inside of a paragraph."""
    return html(TextPart(runs, ())).removeprefix("<p>").removesuffix("</p>\n")


def linked(target: Target) -> str:
    return said(Run("words", (), target, 1))


def clause(words: Runs, *parts: Part) -> ClausePart:
    return ClausePart(at("H1.1"), "H1.1", False, words, parts)


def test_numbers_are_printed_and_lead_to_themselves() -> None:
    made = html(clause((Run("Words:"),), ParagraphPart(at("H1.1", "(a)"), "(a)", False, (Run("first"),), ())))
    assert '<div class="clause" id="section-H/H1.1">\n<a class="number" href="#section-H/H1.1">H1.1</a>' in made
    assert 'id="section-H/H1.1(a)">\n<a class="number" href="#section-H/H1.1(a)">(a)</a>' in made
    assert "<ol" not in made


def test_paragraphs_side_by_side_are_one_list_and_closing_words_end_it() -> None:
    paragraph = ParagraphPart(None, "(a)", False, (Run("x"),), ())
    made = html(clause((), paragraph, paragraph, TextPart((Run("in each case"),), ()), paragraph))
    assert made.count('role="list"') == 2
    assert made.count('role="listitem"') == 3
    assert "</div>\n</div>\n<p>in each case</p>\n" in made


def test_what_has_no_address_has_no_permalink() -> None:
    assert '<span class="number">(a)</span>' in html(ParagraphPart(None, "(a)", False, (), ()))


def test_an_id_is_given_once() -> None:
    twice = to_html((clause(()), clause(()), HeadingPart(1, (Run("A b"),)), HeadingPart(1, (Run("A b"),))), OnePage())
    assert twice.text.count('id="section-H/H1.1"') == 1
    assert [entry.identifier for entry in twice.outline] == ["heading-a-b", "heading-a-b~2"]


def test_headings_descend_from_the_rank_given() -> None:
    part = SubSectionPart(
        at("H1"), "H1", (Run("Tests"),), (HeadingPart(1, (Run("One"),)), HeadingPart(2, (Run("Two"),)))
    )
    made = to_html((part,), OnePage(), 2)
    assert [(entry.rank, entry.number, entry.words) for entry in made.outline] == [
        (2, "H1", "Tests"),
        (3, "", "One"),
        (4, "", "Two"),
    ]
    assert isinstance(made.outline[0], Entry)
    assert '<h2><a class="number" href="#section-H/H1">H1</a> Tests</h2>' in made.text
    assert '<h4 id="heading-two">Two</h4>' in made.text


def test_headings_are_never_deeper_than_html_has_them() -> None:
    assert "<h6" in html(HeadingPart(9, (Run("Deep"),)))


def test_neighbouring_runs_of_one_link_are_one_link() -> None:
    target = ToProvisions((at("H2"),))
    made = said(Run("Section ", (), target, 1), Run("H2", (Style.STRONG,), target, 1), Run("H2", (), target, 2))
    assert made == (
        '<a class="ref" href="#section-H/H2">Section <strong>H2</strong></a><a class="ref" href="#section-H/H2">H2</a>'
    )


def test_each_kind_of_link() -> None:
    assert linked(ToTerm("Device", at("A1"))) == '<a class="term" href="#Device-section-H/A1">words</a>'
    assert linked(ToProvisions((at("H1"), at("H2")))) == '<a class="ref" href="#section-H/H1" data-range="2">words</a>'
    assert linked(ToWork("The Act", "section 1")) == "words"
    assert linked(ToNothing("Section Z9")) == '<span class="broken">words</span>'
    assert linked(ToWeb("https://e.org")) == '<a class="web" href="https://e.org" rel="external noreferrer">words</a>'


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "data:text/html,x", "vbscript:x", " https://e.org", "//e.org", ""]
)
def test_only_addresses_on_the_web_are_links(href: str) -> None:
    assert linked(ToWeb(href)) == "words"


def test_a_link_is_escaped() -> None:
    assert 'href="https://e.org/?a=&quot;&amp;b=&lt;"' in linked(ToWeb('https://e.org/?a="&b=<'))


def test_terms_being_defined_are_marked_as_such() -> None:
    words = (Run("“"), Run("Panel’s Day", (Style.STRONG,)), Run("” means a "), Run("Day", (Style.STRONG,)))
    made = html(DefinitionPart(at("A1.1", '"Panel"'), ("Panel's Day",), words, ()))
    assert "“<dfn>Panel’s Day</dfn>” means a <strong>Day</strong>" in made
    assert 'aria-label="Link to the definition of Panel&#x27;s Day"' in made


def test_footnotes_are_linked_both_ways() -> None:
    made = html(TextPart((Run("x"), FootnoteRun("1")), ()), FootnotePart("1", (Run("y"),)))
    assert '<sup id="called-1"><a class="call" href="#footnote-1" aria-label="Footnote 1">[1]</a></sup>' in made
    assert '<div class="footnote" id="footnote-1"><p>[1] y<a class="back" href="#called-1"' in made


def test_tables_say_what_their_headings_are() -> None:
    cells = tuple((Run(word),) for word in "abcd")
    made = html(TablePart((Run("Caption"),), (((), cells[0]),), ((cells[1], cells[2]),)))
    assert '<div class="scroll table" role="region" tabindex="0" aria-labelledby="table">' in made
    assert '<caption id="table">Caption</caption>' in made
    assert '<td></td>\n<th scope="col">a</th>' in made
    assert '<th scope="row">b</th>\n<td>c</td>' in made
    headed = html(TablePart((), ((cells[0], cells[1]),), ((cells[2], cells[3]),)))
    assert 'aria-label="Table"' in headed
    assert "<td>c</td>\n<td>d</td>" in headed


def test_blocks_apart_from_the_words() -> None:
    assert html(NotePart((Run("Read."),))) == '<aside class="note"><p><b>Note:</b> Read.</p></aside>\n'
    assert html(CodePart("xml", "<a>\n</a>")) == (
        '<pre class="scroll" tabindex="0"><code>&lt;a&gt;\n&lt;/a&gt;</code></pre>\n'
    )
    assert html(FigurePart("A hub", "f/h.svg")) == '<figure><img src="f/h.svg" alt="A hub"></figure>\n'
    assert html(AttachmentPart("f/a.xlsx", "")) == (
        '<p class="attachment"><a href="f/a.xlsx" download="a.xlsx">a.xlsx</a></p>\n'
    )
    assert html(BulletPart((Run("x"),), ())) == "<ul>\n<li><p>x</p>\n</li>\n</ul>\n"


def test_a_vacant_number_says_so() -> None:
    part = ClausePart(at("H1.2"), "H1.2", True, (Run("[Not used]"),), ())
    assert '<div class="clause vacant"' in html(part)
    assert "<p>[Not used]</p>" in html(part)
