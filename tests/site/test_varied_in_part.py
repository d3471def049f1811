"""What is varied by fewer variations than what it stands in says by which: it is not varied as that is."""

from datetime import date

from secc.code.load import NoCache
from secc.site.sources import open_sources
from tests.site.codes import made_of
from tests.site.words_on_pages import tree_of, words_of

_SECTIONS = {
    "H": "section H: Services\n\n# H1 Services\n\nH1.1 Words here.\n\nH1.2 Words there.\n\n# H2 More\n\nH2.1 Words.\n"
}
_INSTRUMENTS = {
    "2020-02-01-varied": """\
direction 2020-02-01-varied: Some variations
made: 2020-02-01

1 vary Section H1 as if in Section H1.1, for "Words" there were substituted "Deeds"
2 vary Section H1 as if in Section H1.2, for "Words" there were substituted "Deeds"
"""
}


def test_each_says_by_what_it_is_varied() -> None:
    made = made_of(open_sources(tree_of(_SECTIONS, _INSTRUMENTS), NoCache(), date(2020, 3, 1)))
    said = {each.url: words_of(each.html) for each in made.pages}
    first, second = (f"varied by paragraph {each} of Some variations" for each in "12")
    for url, by, other in (("H1.1/", first, second), ("H1.2/", second, first)):
        assert by in said[url]
        assert other not in said[url]
    assert said["not-yet/"].count(first) == said["not-yet/"].count(second) == 1
    assert "varied by paragraphs 1 and 2 of Some variations" in said["not-yet/"]
    assert "Varied, as" not in said["H1/"]


def test_of_several_of_one_instrument_each_number_leads_to_its_paragraph() -> None:
    made = made_of(open_sources(tree_of(_SECTIONS, _INSTRUMENTS), NoCache(), date(2020, 3, 1)))
    page = next(each.html for each in made.pages if each.url == "H1/")
    of = "../instruments/2020-02-01-varied/"
    both = (
        f'<a href="{of}#paragraph-1">1</a> and <a href="{of}#paragraph-2">2</a> of <a href="{of}">Some variations</a>'
    )
    assert f"varied by paragraphs {both}</p>" in page
