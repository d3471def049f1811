"""The index of the search: what is in it, and that it is made of words as FTS5 has them."""

import json
import sqlite3
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secc.render.mathml import Display, to_mathml
from secc.site.any_day.chronicle import chronicle
from secc.site.any_day.model import Chronicle
from secc.site.search.coding import fronted, number, numbers
from secc.site.search.entries import Entries, Kind, Text, counted, entries, following, joined
from secc.site.search.making import search_files
from secc.site.search.named import named
from secc.site.search.postings import own_postings, postings
from secc.site.search.shards import Line, shards
from secc.site.search.words import clean, plain, words
from tests.site.codes import made_of
from tests.site.searching import searched

LATER = 0x0528
"""Letters from here on came into Unicode at many times; FTS5 knows those of version 6."""


def told() -> Chronicle:
    sources = searched()
    assert sources.moment is not None
    return chronicle(sources.moment, sources.code.loaded)


def found() -> Entries:
    return entries(told())


def test_words_are_those_of_fts5() -> None:
    """Every letter, digit and sign of the scripts of Europe, between two letters, and full stops wherever they are."""
    letters = [chr(code) for code in range(1, LATER) if category(chr(code)) != "Cn"]
    letters.remove("Ϳ")  # the one that came in version 7
    texts = [clean(f"ka{each}b") for each in letters]
    texts += [
        clean(each) for each in ("H14.31. e.g. 1.2.3 a.b .5 5. x..1 User’s non-domestic ﬁ", "É\u0301\u0327 \u0300a")
    ]
    connection = sqlite3.connect(":memory:")
    connection.execute("create virtual table texts using fts5(said, tokenize=\"unicode61 tokenchars '.'\")")
    connection.execute("create virtual table words using fts5vocab(texts, 'instance')")
    connection.executemany("insert into texts(rowid, said) values (?, ?)", enumerate(texts))
    theirs: dict[int, list[str]] = {}
    for word, text in connection.execute("select term, doc from words order by doc, offset"):
        theirs.setdefault(text, []).append(word)
    assert len(letters) > 1200
    assert {place: words(text) for place, text in enumerate(texts) if words(text)} == theirs


def test_a_word_is_whole_whatever_is_marked_in_it() -> None:
    html = '<p>“<dfn>User’s <b>Dev</b>ice</dfn>”<sup><a href="#x">[1]</a></sup> is 5&nbsp;&lt;b&gt; of H14.31.</p>'
    html += "<p>Then</p>"
    assert words(plain(html)) == ["user", "s", "device", "1", "is", "5", "b", "of", "h14.31", "then"]


def test_symbols_of_formulas_are_words_as_printed() -> None:
    for latex, wanted in (
        ("FC_{gt}", ["fcgt"]),
        ("g1", ["g1"]),
        (r"\frac{NFR_t}{12} \times \sum_{\forall g} CN_{g1,t}", ["nfrt", "12", "g", "cng1", "t"]),
        (r"\text{Hash}\left( x_i^2 + 2^{64} \right)", ["hash", "xi", "2", "2", "64"]),
    ):
        assert words(plain(to_mathml(latex, Display.INLINE))) == wanted


def test_titles_of_pictures_are_words() -> None:
    picture = '<p>See:</p>\n<figure><img src="../files/a.svg" alt="A &quot;square&quot;: four &lt;sides&gt;"></figure>'
    assert words(plain(picture)) == ["see", "a", "square", "four", "sides"]


def test_every_provision_and_definition_is_there_with_its_days() -> None:
    all_found = found()
    units = {each.identifier: place for place, each in enumerate(all_found.units) if each.identifier}
    of_unit = [(each.days, "person" in each.said) for each in all_found.texts if each.unit == units["H1.3"]]
    assert of_unit == [(((1, 2),), True), (((2, 0),), False)]
    kinds = {each.identifier: each.kind for each in all_found.units if each.identifier}
    assert kinds["A1.1.device"] is Kind.DEFINITION
    assert (kinds["H1"], kinds["H1.1"], kinds["annex-A.A7"]) == (Kind.HEADING, Kind.PROVISION, Kind.PROVISION)
    others = [each for each in all_found.units if each.kind is Kind.OTHER]
    assert [(each.page, each.identifier) for each in others] == [("H2/", "")]
    order = [each.identifier for each in all_found.units if each.page == "H2/"]
    assert order == ["", "H2", "H2.1", "H2.1A", "H2.2", "H2.10"]


def test_the_names_of_terms_lead_to_their_definitions() -> None:
    lines = {line.word: json.loads(line.found) for line in named(told().terms)}
    assert list(lines) == ["b onload alert 3", "device", "u", "user"]
    assert lines["u"][:2] == ["U", "User"]
    assert lines["user"][1:] == [0, "A1.1/#<->", [[1, 0]]]
    assert lines["u"][2] == "A1.1/#<->"


def test_shards_are_in_order_and_called_by_their_contents() -> None:
    lines = [Line(word, "x" * 30) for word in ("a", "ab", "b", "ba", "c")]
    cut = shards("words", lines, 64)
    assert [each.first for each in cut] == ["a", "b", "c"]
    assert json.loads(cut[0].file.contents) == ["Aa\nBb", f"{'x' * 30}\n{'x' * 30}"]
    assert len({each.file.url for each in cut}) == 3
    assert cut == shards("words", lines, 64)


def test_it_is_known_with_what_the_next_word_begins() -> None:
    texts = [
        Text(0, ((1, 2),), "a meter. A big meter É"),
        Text(0, ((2, 3),), "a meter. A big meter É"),
        Text(0, ((3, 0),), "a 9 a"),
    ]
    own = own_postings((each.unit, each.said) for each in texts)
    assert {each.word: each.found for each in postings([own]).nexts} == {
        "a": "mb=9.",
        "big": "m=",
        "meter": "ae=",
        "e": ".=",
        "9": "a",
    }


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("The D.C.C. shall", ["the", "dcc", "shall"]),
        ("e.g. a U.K. meter", ["eg", "a", "uk", "meter"]),
        ("H14.31 of Part A.1.", ["h14.31", "of", "part", "a.1"]),
        ("A.B.1", ["a", "b.1"]),
        ("Stop.Start", ["stop", "start"]),
    ],
)
def test_an_abbreviation_is_one_word(said: str, wanted: list[str]) -> None:
    assert words(clean(said)) == wanted


def test_words_are_ordered_as_a_browser_orders_them() -> None:
    own = own_postings((each.unit, each.said) for each in found().texts)
    ordered = [each.word for each in postings([own]).words]
    assert ordered == sorted(ordered, key=lambda each: each.encode("utf-16-be"))


def test_the_files_are_the_same_every_time_and_all_are_named() -> None:
    sources = searched()
    assert sources.moment is not None
    first, second = (
        list(search_files(chronicle(sources.moment, sources.code.loaded), sources.moment)) for _ in range(2)
    )
    assert first == second
    index = json.loads(first[0].contents)
    listed = {f"api/search/{file}" for kind in ("words", "places", "nexts", "terms") for _, file in index[kind]}
    assert listed == {each.url for each in first[4:]}
    assert [each.url for each in first[2:4]] == ["api/search/known-terms.json", "api/search/proposed.json"]
    assert json.loads(first[1].contents) == {"format": index["format"], "terms": index["terms"]}
    assert index["today"] == "2021-03-01"
    assert [each[1] for each in index["documents"]] == ["Section A", "Section H", "Appendix AL"]
    assert [each[1:3] + each[5:] for each in index["statuses"]] == [
        ["H1.2", "2021-02-01", "Suspended"],
        ["H2", "2022-01-01", "Varied"],
        *([each, "2022-01-01", ""] for each in ("H2.1", "H2.10", "H2.2")),
    ]


def test_every_page_of_a_code_with_time_has_the_box_and_no_other_does() -> None:
    pages = {each.url: each.html for each in made_of(searched()).pages}
    assert all(html.count("data-search") == 1 for html in pages.values())
    assert 'action="../search/"' in pages["H1/"]
    assert "<noscript>" in pages["search/"]
    assert "<img src=x" not in "".join(pages.values())


@given(st.lists(st.integers(0, 1 << 40), max_size=20))
def test_numbers_are_read_back(values: list[int]) -> None:
    text = numbers(values)
    read: list[int] = []
    digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    value, scale = 0, 1
    for each in text:
        digit = digits.index(each)
        value += digit % 32 * scale
        scale *= 32
        if digit < 32:
            read.append(value)
            value, scale = 0, 1
    assert read == values


def test_lines_say_what_they_have_in_common() -> None:
    assert fronted(["meter", "meters", "test"]) == "Ameter\nFs\nAtest"
    assert (number(31), number(32)) == ("f", "gB")


def test_the_next_identifier_of_most() -> None:
    assert following("H14.9") == "H14.10"
    assert following("annex-A.A7") == "annex-A.A8"
    assert following("A1.1.device") == "A1.2.device"
    assert following("") == ""
    assert sorted(["H14.10", "H14.2", "H2"], key=counted) == ["H2", "H14.2", "H14.10"]


def test_days_are_joined() -> None:
    assert joined([(3, 5), (1, 3), (7, 0), (8, 9)]) == ((1, 5), (7, 0))
    assert joined([]) == ()
