"""The whole website: every link leads somewhere, every word is there, every page says what it is."""

import re

import pytest

from secc.document import from_resolved
from secc.ids import DocumentId
from secc.render.text import to_text
from secc.site.making import MadePage, MadeSite
from tests.render.words import in_html, in_text
from tests.site.codes import SMALL, made, resolved, sample, sample_site
from tests.site.reading import SITE, elements, identifiers, links, places, split

HAND_WRITTEN = {"about/"}


def page(site: MadeSite, url: str) -> MadePage:
    return next(each for each in site.pages if each.url == url)


def article(page: MadePage) -> str:
    return page.html.partition("<article data-preview>")[2].partition("</article>")[0]


def pages_of(site: MadeSite, document: DocumentId) -> list[MadePage]:
    """The pages of a document on which it is read."""
    return [each for each in site.pages if f'<div data-of="{document}" class="frame' in each.html]


@pytest.mark.parametrize("site", [made(SMALL), sample_site()], ids=["small", "sample"])
def test_every_link_leads_to_a_page_and_a_place_on_it(site: MadeSite) -> None:
    there = places(site)
    seen = 0
    for each in site.pages:
        for link in links(each):
            if link.startswith(SITE):
                url, fragment = split(link)
                seen += 1
                assert url in there or url in HAND_WRITTEN, f"{each.url} leads to {url}"
                assert not fragment or fragment in there[url], f"{each.url} leads to {url}#{fragment}"
    assert seen > 10 * len(site.pages)


def test_no_id_stands_twice_on_a_page() -> None:
    for each in (*made(SMALL).pages, *sample_site().pages):
        found = identifiers(each.html)
        assert len(found) == len(set(found)), each.url


def test_what_can_be_linked_to_is_there() -> None:
    for each in sample_site().pages:
        assert each.identifiers <= set(identifiers(each.html)), each.url


def test_every_word_of_every_document_is_on_its_pages_once() -> None:
    for document in sample().code.documents:
        shown = from_resolved(document, sample().code.terms)
        said = [word for each in pages_of(sample_site(), shown.id) for word in in_html(article(each))]
        printed = in_text(to_text(shown))
        assert [word.rstrip(":") for word in said] == [word.rstrip(":") for word in printed]


def test_every_page_says_that_it_is_no_law() -> None:
    for each in sample_site().pages:
        assert each.html.count("It is not the legal text, and nobody should rely on it.") == 2, each.url


def test_every_document_prints_its_digest_and_its_other_pages_lead_there() -> None:
    """On one page, since it changes with every word of the document."""
    for document in sample().code.documents:
        first, *others = pages_of(sample_site(), document.loaded.document.id)
        said = f"The digest of {document.loaded.document.id.printed} as it stands here"
        assert f'<p id="digest">{said}: <code>{document.loaded.digest}</code>' in first.html
        assert all(document.loaded.digest not in each.html for each in others)
        assert all('#digest">its contents</a>' in each.html for each in others)


def test_pages_fetch_nothing_but_the_sites_own_style_script_and_pictures() -> None:
    for each in sample_site().pages:
        for element in elements(each.html):
            assert "style" not in element.attributes
            assert not any(name.startswith("on") for name in element.attributes)
            assert "title" not in element.attributes or element.name == "link"
        sources = [element.attributes["src"] for element in elements(each.html) if "src" in element.attributes]
        own = ("./", "../", "/assets/") if each.url == "as-at/" else ("./", "../")  # it stands at any address
        assert all(source.startswith(own) for source in sources)
        assert "script-src 'self'; style-src 'self'" in each.html


def test_referred_to_by_leads_back() -> None:
    site = made(SMALL)
    assert (
        '<p class="apparatus">Referred to by <a class="ref" href="../H14/#H14.1.b.i">H14.1(b)(i)</a></p>'
        in page(site, "A2/").html
    )
    whole = page(site, "H15/").html.partition('id="cited"')[2]
    assert '<a class="ref" href="../H14/#H14.1.b.ii">H14.1(b)(ii)</a>' in whole


def test_many_references_are_folded_away() -> None:
    words = "\n\n".join(f"H1.{number} See Section H2.1." for number in range(1, 7))
    site = made({"sections/H.sec": f"section H: T\n\n# H1 A\n\n{words}\n\n# H2 B\n\nH2.1 Words.\n"})
    html = page(site, "H2/").html
    assert '<details class="apparatus"><summary>Referred to by 6 provisions</summary>' in html
    assert (
        '<li>Section H: <a class="ref" href="../H1/#H1.1">H1.1</a>, <a class="ref" href="../H1/#H1.2">H1.2</a>' in html
    )


def test_a_clause_does_not_refer_to_itself() -> None:
    text = "section H: T\n\n# H1 A\n\nH1.1 Words:\n  (a) one; and\n  (b) as Section H1.1(a) says in this Section H1.\n"
    assert "Referred to by" not in page(made({"sections/H.sec": text}), "H1/").html


def test_a_terms_page_has_its_meaning_and_its_uses() -> None:
    site = made(SMALL)
    html = page(site, "terms/user/").html
    assert "“<dfn>User</dfn>” or “<dfn>U</dfn>” means a person that uses a" in html
    assert '<a class="ref" href="../../A1/#A1.1.user">Section A1.1</a>' in html
    assert "<dt>Also called</dt><dd>U</dd>" in html
    assert '<a class="ref" href="../../H14/#H14.1">H14.1</a>' in html
    assert "Throughout the Code" in html


def test_every_term_of_the_sample_has_its_meaning_on_its_page() -> None:
    """One that words without a number introduce, too, as the beginning of a form does."""
    said = [
        (each.url, re.sub(r"<[^>]+>", "", meaning.partition('<dl class="facts">')[0]).strip())
        for each in sample_site().pages
        if each.url.startswith("terms/")
        for meaning in each.html.split('<div class="excerpt" data-preview>')[1:]
    ]
    assert len(said) > 700
    assert [url for url, words in said if not words] == []
    assert "person whose details are set out in" in dict(said)["terms/acceding-party/"]


def test_a_definition_that_points_elsewhere_is_shown_with_what_is_said_there() -> None:
    html = page(made(SMALL), "terms/testing-service/").html
    assert 'What <a class="ref" href="../../H14/#H14.1">Section H14.1</a> says:' in html
    assert "shall test each" in html


def test_meanings_of_one_name_share_a_page() -> None:
    means = 'define "File" means'
    section = f"section A: T\n\n# A1 D\n\nA1.1 In this Code:\n\n  {means} one thing.\n\nA1.2 A File.\n"
    appendix = f"appendix B: T\n\n1.1 In this Appendix:\n\n  {means} another.\n\n1.2 A File.\n"
    site = made({"sections/A.sec": section, "appendices/B.sec": appendix})
    html = page(site, "terms/file/").html
    assert "Throughout the Code" in html
    assert "Only in Appendix B" in html
    assert '<a class="term" href="../terms/file/#appendix-b">File</a>' in page(site, "appendix-B/").html
    assert '<a class="term" href="../terms/file/#code">File</a>' in page(site, "A1/").html


def test_the_list_of_terms_has_every_name() -> None:
    html = page(made(SMALL), "terms/").html
    assert '<a class="term" href="user/">U</a>' in html
    assert "see User" in html
    assert "Used in 4 provisions" in html


def test_footnotes_and_their_calls_find_each_other_across_pages() -> None:
    one, two = ("\n\n".join(f"{part}.{number} Words." for number in range(2, 16)) for part in (1, 2))
    text = f"appendix B: T\n\n# 1 One\n\n1.1 Words.[^1]\n\n{one}\n\n# 2 Two\n\n{two}\n\n[^1]: Below.\n"
    site = made({"appendices/B.sec": text})
    assert 'href="../../appendix-B/2/#footnote-1"' in page(site, "appendix-B/1/").html
    assert 'href="../../appendix-B/1/#called-1"' in page(site, "appendix-B/2/").html


def test_figures_and_attachments_go_out_with_the_pages() -> None:
    site = made(SMALL)
    files = {file.url: file.contents for file in site.files}
    tree, _ = resolved(SMALL)
    assert files["files/figures/square.svg"] == tree.read("figures/square.svg")
    assert files["files/figures/form.xlsx"] == tree.read("figures/form.xlsx")


def test_the_same_code_makes_the_same_site() -> None:
    def everything(site: MadeSite) -> tuple[list[tuple[str, str]], list[tuple[str, bytes]]]:
        files = [(each.url, each.contents) for each in (*site.files, *site.streamed)]
        return [(each.url, each.html) for each in site.pages], files

    assert everything(made(SMALL)) == everything(made(SMALL))
