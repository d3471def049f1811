"""Which pages there are, and where everything is: addresses that are not to change."""

import pytest

from secc.ids import Address, DocumentId, DocumentKind
from secc.site.labels import short
from secc.site.making import MadePage, MadeSite
from secc.site.naming import slug, unique, up
from tests.site.codes import SMALL, made
from tests.site.reading import elements, identifiers

H = DocumentId(DocumentKind.SECTION, "H")
AL = DocumentId(DocumentKind.APPENDIX, "AL")


def long_appendix(clauses: int) -> str:
    """An appendix with two sub-sections, and an annex."""
    half = clauses // 2
    first = "\n\n".join(f"1.{number} Words." for number in range(1, half + 1))
    second = "\n\n".join(f"2.{number} Words." for number in range(1, clauses - half + 1))
    annex = "annex A: Form\n\n# 1 One\n\n1.1 Words."
    return f"appendix B: Long\n\nPreamble.\n\n# 1 One\n\n{first}\n\n# 2 Two\n\n{second}\n\n{annex}\n"


def urls(site: MadeSite) -> list[str]:
    """The pages, but for those of clauses and of whole documents."""
    apart = ('class="of-provision"', '<article class="whole">')
    return [page.url for page in site.pages if not any(sign in page.html for sign in apart)]


def clauses(site: MadeSite) -> list[str]:
    return [page.url for page in site.pages if 'class="of-provision"' in page.html]


def page(site: MadeSite, url: str) -> MadePage:
    return next(each for each in site.pages if each.url == url)


def test_the_pages_of_a_small_code() -> None:
    assert urls(made(SMALL)) == [
        "",
        "A/",
        "A1/",
        "A2/",
        "H/",
        "H14/",
        "H15/",
        "appendix-AL/",
        "terms/",
        "terms/device/",
        "terms/testing-service/",
        "terms/user/",
    ]


def test_every_clause_has_a_page_at_its_number() -> None:
    assert clauses(made(SMALL)) == [
        "A1.1/",
        "A2.1/",
        "H14.1/",
        "H14.2/",
        "H14.3/",
        "H15.1/",
        "H15.2/",
        "appendix-AL/1.1/",
        "appendix-AL/1.2/",
        "appendix-AL/annex-A/A1/",
    ]


def test_a_clause_has_its_address_whatever_else_there_is() -> None:
    """A page of a sub-section has a number first; of two clauses with one number, the first has the page."""
    assert clauses(made({"appendices/B.sec": long_appendix(30)}))[0] == "appendix-B/1.1/"
    assert clauses(made({"appendices/B.sec": "appendix B: Short\n\n1.1 Words.\n"})) == ["appendix-B/1.1/"]
    twice = "appendix B: Twice\n\n1.1 One.\n\n1.1 Two.\n"
    assert clauses(made({"appendices/B.sec": twice})) == ["appendix-B/1.1/"]


def test_a_short_appendix_is_one_page_and_a_long_one_several() -> None:
    assert urls(made({"appendices/B.sec": long_appendix(25)}))[1:-1] == [
        "appendix-B/",
        "appendix-B/1/",
        "appendix-B/2/",
        "appendix-B/annex-A/",
    ]
    assert urls(made({"appendices/B.sec": long_appendix(24)}))[1:-1] == ["appendix-B/"]


def test_what_stands_before_the_first_sub_section_stays_on_the_first_page() -> None:
    site = made({"appendices/B.sec": long_appendix(30)})
    assert "Preamble." in page(site, "appendix-B/").html
    assert not any("Preamble." in page(site, url).html for url in ("appendix-B/1/", "appendix-B/2/"))


def test_a_section_has_a_page_for_each_sub_section_however_short() -> None:
    site = made({"sections/O.sec": "section O: Short\n\n# O1 Only\n\nO1.1 Words.\n"})
    assert urls(site)[1:-1] == ["O/", "O1/"]


def test_no_two_pages_have_one_address() -> None:
    text = "section H: Twice\n\n# H1 One\n\nH1.1 Words.\n\n# H1 Again\n\nH1.1 Words.\n"
    assert urls(made({"sections/H.sec": text}))[1:-1] == ["H/", "H1/", "H1~2/"]


def test_no_section_takes_an_address_of_the_sites_own() -> None:
    site = made({"sections/t.sec": "section terms: Terms\n\n# T1 One\n\nT1.1 Words.\n"})
    assert urls(site)[1:] == ["terms~2/", "terms~2/T1/", "terms/"]


def test_every_provision_has_its_own_id() -> None:
    found = identifiers(page(made(SMALL), "H14/").html)
    wanted = ["H14", "H14.1", "H14.1.a", "H14.1.b", "H14.1.b.i", "H14.1.b.ii", "H14.2", "H14.3"]
    assert [each for each in found if each.startswith("H14")] == wanted
    assert [each for each in identifiers(page(made(SMALL), "A1/").html) if "." in each] == [
        "A1.1", "A1.1.device", "A1.1.device.a", "A1.1.device.b", "A1.1.user", "A1.1.testing-service",
    ]  # fmt: skip
    assert "annex-A.A1" in identifiers(page(made(SMALL), "appendix-AL/").html)


def test_a_page_says_where_it_is() -> None:
    html = page(made(SMALL), "H15/").html
    current = [each.attributes["href"] for each in elements(html) if each.attributes.get("aria-current") == "page"]
    assert current == ["../H15/"]
    assert '<a class="previous" rel="prev" href="../H14/">' in html
    assert '<a class="next" rel="next" href="../appendix-AL/">' in html


@pytest.mark.parametrize(
    ("address", "called"),
    [
        (Address(H), "Section H"),
        (Address(H, ("H14.31", "(a)", "(i)")), "H14.31(a)(i)"),
        (Address(H, ("H1.1", '"Device"', "(a)")), "H1.1 “Device”(a)"),
        (Address(AL, ("4.26",)), "4.26"),
        (Address(AL, ("annex-A", "A7")), "Annex A, A7"),
        (Address(DocumentId(DocumentKind.SCHEDULE, "11"), ("2.2", "(a)")), "2.2(a)"),
        (Address(H, ("annex-A", "1")), "Annex A, 1"),
        (Address(DocumentId(DocumentKind.APPENDIX, "A"), ("annex-A", "A7")), "Annex A, A7"),
    ],
)
def test_provisions_are_called_as_lawyers_call_them(address: Address, called: str) -> None:
    assert short(address) == called


def test_beside_its_own_annex_a_provision_is_called_without_it() -> None:
    assert short(Address(AL, ("annex-A", "A7", "(a)")), Address(AL, ("annex-A",))) == "A7(a)"


def test_names_for_addresses() -> None:
    assert [slug(text) for text in ("User Role", "L+G", "É", "../x", "")] == ["user-role", "l-g", "x", "x", "x"]
    assert slug("any " * 100) == f"{'any-' * 49}any"
    taken: set[str] = set()
    assert [unique("a", taken), unique("a", taken), unique("a", taken)] == ["a", "a~2", "a~3"]
    assert [up(""), up("H14/"), up("appendix-AL/4/")] == ["./", "../", "../../"]
