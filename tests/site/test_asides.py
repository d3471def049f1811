"""Savings, and decisions to change nothing, are told beside what they are of: on pages of any day, and in data."""

import json
from datetime import date

from secc.code.load import NoCache
from secc.ids import Address, DocumentId, DocumentKind
from secc.site.making import MadeSite
from secc.site.sources import open_sources
from secc.timeline.asides import asides, beside
from secc.timeline.opening import open_timeline
from secc.timeline.timeline import asking
from tests.export.reading import table, tables
from tests.site.assembled import packs
from tests.site.codes import made_of
from tests.site.words_on_pages import tree_of, words_of

_SECTIONS = {
    "G": "section G: Security\n\n# G1 Security\n\nG1.1 The DCC shall:\n  (a) keep a list; and\n  (b) send it.\n",
    "H": "section H: Services\n\n# H1 Services\n\nH1.1 Each list is read.\n\nH1.2 Each list is kept.\n",
}
_INSTRUMENTS = {
    "2020-02-01-saved": """\
direction 2020-02-01-saved: Some savings
made: 2020-02-01

1 save anything done under Section H before 2020-02-01
2 no change to Section G1.1(b): lists are sent on 1 March 2020
3 save what was kept by the Panel, or under section 88 of the Energy Act 2008
4 until 2020-04-01, for region "North", save tests under Section G1.1 or Section H1.2(a)
""",
    "2020-06-01-law": """\
modification 2020-06-01-law: It becomes law
made: 2020-06-01

1 in Section G1.1(b), for "send" substitute "post"
2 renumber Section G1.1(b) as (c)
""",
}
_SAVED = "Saved: anything done under Section H before 1 February 2020, by paragraph 1 of Some savings"
_LEFT = "(b) Left unchanged on 1 February 2020: lists are sent on 1 March 2020, by paragraph 2 of Some savings"
_SOME = "Saved for region “North”: tests under Section G1.1 or Section H1.2(a), by paragraph 4 of Some savings"
_TREE = tree_of(_SECTIONS, _INSTRUMENTS)


def _site(day: date) -> MadeSite:
    return made_of(open_sources(_TREE, NoCache(), day))


def _pages(site: MadeSite) -> dict[str, str]:
    """The words of its pages, and of those of other days, by their addresses."""
    former = (each for each in site.streamed if each.url.endswith("/index.html"))
    found = {each.url.removesuffix("index.html"): words_of(each.contents.decode()) for each in former}
    return found | {each.url: words_of(each.html) for each in site.pages}


def test_they_are_found_where_the_provision_stands_from_their_day_on() -> None:
    timeline = open_timeline(_TREE, NoCache()).timeline
    section = Address(DocumentId(DocumentKind.SECTION, "G"))
    clause = section.below("G1.1")

    def said(day: str, known: str = "") -> list[str]:
        asked = asking(date.fromisoformat(known) if known else None)
        return [
            each.words.partition(":")[0] for each in beside(timeline, date.fromisoformat(day), asked).get(clause, ())
        ]

    assert said("2020-01-31") == []
    assert said("2020-02-01") == ["(b) Left unchanged on 1 February 2020", 'Saved for region "North"']
    assert said("2020-05-01") == ["(b) Left unchanged on 1 February 2020"]
    assert said("2020-06-01") == ["(c) Left unchanged on 1 February 2020"]
    assert said("2020-05-01", "2020-01-31") == []
    assert beside(timeline, date(2020, 5, 1)).get(section) is None


def test_what_free_words_cite_is_of_the_code() -> None:
    timeline = open_timeline(_TREE, NoCache()).timeline
    assert [(each.ref.number, each.identity) for each in asides(timeline)] == [
        ("1", "section-H"),
        ("2", "section-G/G1.1(b)"),
        ("4", "section-G/G1.1"),
    ]


def test_pages_tell_them() -> None:
    pages = _pages(_site(date(2020, 3, 1)))
    assert _SAVED in pages["H/"]
    assert _SAVED in pages["H1.1/"]
    assert _SAVED not in pages["H1/"], "each clause of a document does not repeat what is said beside it"
    for url in ("G1/", "G1.1/"):
        assert _LEFT in pages[url]
        assert _SOME in pages[url]
    assert "Saved" not in pages["not-yet/"]
    assert "Left unchanged" not in pages["not-yet/"]
    later = _pages(_site(date(2020, 6, 1)))
    assert _LEFT.replace("(b)", "(c)") in later["G1.1/"]
    assert _SOME not in later["G1.1/"]


def test_texts_of_other_days_tell_them() -> None:
    pages = _pages(_site(date(2020, 6, 1)))
    assert f"From 1 February 2020: {_LEFT}" in pages["G1/2020-01-01/"]
    assert _LEFT.replace("(b)", "(c)") in pages["G1/2020-06-01/"]
    assert f"From 1 February 2020: {_SAVED}" in pages["H/2020-01-01/"]
    assert _SOME not in pages["G1/2020-06-01/"]
    assert not any("Its effect then changed" in words for words in pages.values())


def test_a_pack_has_them_with_the_day_from_which_they_were_known() -> None:
    pack = packs(_site(date(2020, 6, 1)))["section-G"].value
    rows = pack["beside"]["G1.1"]
    said = [words for _, _, words in pack["said"]]
    assert [[*row[:2], *row[3:]] for row in rows] == [
        ["2020-02-01", "2020-06-01", "2020-02-01"],
        ["2020-06-01", None, "2020-02-01"],
        ["2020-02-01", "2020-04-01", "2020-02-01"],
    ]
    assert [words_of(said[row[2]]) for row in rows] == [_LEFT, _LEFT.replace("(b)", "(c)"), _SOME]


def test_data_tell_them() -> None:
    files = {each.url: each.contents for each in _site(date(2020, 3, 1)).streamed}
    clause, document = (table(json.loads(files[f"{name}.json"])) for name in ("G1.1", "H"))
    assert [(each["address"], each["from"]) for each in tables(clause["beside"])] == [
        ("section-G/G1.1(b)", "2020-02-01"),
        ("section-G/G1.1", "2020-02-01"),
    ]
    assert [each["words"] for each in tables(document["beside"])] == [
        "saved: anything done under Section H before 1 February 2020, by paragraph 1 of 2020-02-01-saved"
    ]
    dated = table(json.loads(files["G1/2020-01-01.json"]))
    assert [(each["address"], each["from"], each.get("until")) for each in tables(dated["beside"])] == [
        ("section-G/G1.1(b)", "2020-02-01", None),
        ("section-G/G1.1", "2020-02-01", "2020-04-01"),
    ]
    assert b"Beside it: left unchanged on 1 February 2020" in files["G1.1.txt"]
    assert b"Beside Section G1.1(b): from 1 February 2020: left unchanged" in files["G1/2020-01-01.txt"]
