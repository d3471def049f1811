"""The text for those for whom it is varied: in packs, on the pages of today, and on those of clauses and terms."""

import json
from datetime import date
from functools import cache
from html import escape

from click.testing import CliRunner

from secc.cli import secc
from secc.code.load import NoCache
from secc.document import from_resolved
from secc.document.model import ClausePart, DefinitionPart
from secc.document.parts import all_parts
from secc.history import Memory
from secc.ids import DocumentId
from secc.instruments.model import Dimension, Limit, Scope
from secc.render.text import parts_to_text
from secc.resolve import resolve
from secc.site.making import MadeSite
from secc.site.sources import open_sources
from secc.site.whom import scope_key, scope_words, scopes
from secc.timeline.states import code_of
from secc.timeline.timeline import Timeline
from tests.site.assembled import Pack, latest, packs, words
from tests.site.codes import ROOT, made_of, sample, sample_site
from tests.site.history import TODAY, history_files, site
from tests.site.reading import elements
from tests.site.test_any_day import identifier_of, is_plain

NORTH = Scope((Limit(Dimension.REGION, "North"),))
HOSTILE = '</title><script>alert("1")</script>'
FOR_SOME = f"""\
direction 2021-03-15-for-some: What is so for some
made: 2021-03-15
from: 2021-03-15

1 vary Section H1.1 as if for "test" there were substituted "check", for region "North"
2 vary Section H1.3 as if for "person" there were substituted "body", for region "North" and Party "A & B"
3 vary Section H1.3 as if for "tell" there were substituted "ask", for User Role {json.dumps(HOSTILE)}
4 vary Section H1 as if after Section H1.3 there were inserted
  > H1.3A The DCC shall sleep.
  until 2021-05-01, for region "South"
"""


@cache
def varied() -> MadeSite:
    """The website of a small Code that is varied for some on its day."""
    files = history_files()
    files["instruments/2021-03-15-for-some.sec"] = FOR_SOME.encode()
    return made_of(open_sources(Memory(files), NoCache(), TODAY))


def test_for_every_day_and_scope_the_text_in_the_packs_of_the_sample_is_that_of_the_timeline() -> None:
    moment = sample().moment
    assert moment is not None
    timeline, found = moment.timeline, packs(sample_site())
    of_pack = {name: {key: days for key, days, _ in pack.value.get("scopes", [])} for name, pack in found.items()}
    offered = {key: each for each in scopes(timeline) if (key := scope_key(each)) in set().union(*of_pack.values())}
    assert {"region=North", "party=Supplier%20Party%20named%20in%20the%20notice&region=North"} == set(offered)
    known = {name: _everybody(name, pack, timeline) for name, pack in found.items()}
    compared = 0
    for key, scope in offered.items():
        for day in timeline.days():
            for document, version in timeline.effective(day, scope=scope).documents.items():
                pack, texts = found[str(document)], known[str(document)]
                own = of_pack[str(document)].get(key)
                number = latest(own if own is not None else pack.value["effective"], str(day))
                assert number is not None
                if number not in texts:
                    _same(pack, number, timeline, day, scope, document)
                    texts[number] = version.text_key
                    compared += 1
                assert texts[number] == version.text_key, (document, day, key)
    assert compared >= 3


def _everybody(name: str, pack: Pack, timeline: Timeline) -> dict[int, str]:
    """The text of each edition that is for everybody on some day, which other tests hold against the timeline."""
    found: dict[int, str] = {}
    for day, number in pack.value["effective"]:
        documents = timeline.effective(date.fromisoformat(day)).documents
        found.update((number, each.text_key) for document, each in documents.items() if str(document) == name)
    return found


def _same(pack: Pack, number: int, timeline: Timeline, day: date, scope: Scope, document: DocumentId) -> None:
    edition = pack.edition(number)
    assert edition is not None
    read = words("".join(edition.pages.values()))
    code = resolve(code_of(timeline.effective(day, scope=scope), sample().code.loaded, files=False))
    every = (from_resolved(each, code.terms) for each in code.documents)
    displayed = next(each for each in every if each.id == document)
    for part in all_parts(displayed.parts):
        if isinstance(part, ClausePart | DefinitionPart) and part.address is not None and is_plain(part):
            assert read[identifier_of(part.address)] == parts_to_text([part], 10_000).split(), part.address


def test_the_pack_has_what_show_prints_for_a_region() -> None:
    asked = ["show", "H14.31", "--for", 'region "North"', "--as-at", "2016-11-10", "--code", str(ROOT / "sec-source")]
    shown = CliRunner().invoke(secc, [*asked, "--format", "json"], catch_exceptions=False)
    text = json.loads(shown.output)["shown"][0]["text"].partition("Note:")[0].split()
    pack = packs(sample_site())["section-H"]
    (days,) = (days for key, days, _ in pack.value["scopes"] if key == "region=North")
    edition = pack.edition(latest(days, "2016-11-10"))
    assert edition is not None
    read = words(edition.pages["H14/"])["H14.31"]
    assert "20 Working Days’" in " ".join(read)
    assert read[: len(text)] == text


def test_a_scope_is_named_in_addresses_by_its_words_alone() -> None:
    both = Scope((Limit(Dimension.DEVICE, "Gas/ÉV 100%"), Limit(Dimension.USER_ROLE, "It's (one) & more")))
    assert scope_key(NORTH) == "region=North"
    assert scope_key(both) == "class-of-device=Gas%2F%C3%89V%20100%25&user-role=It's%20(one)%20%26%20more"
    assert scope_words(both) == "class of device “Gas/ÉV 100%” and User Role “It’s (one) & more”"


def test_a_pack_says_for_whom_a_document_reads_otherwise_and_who_is_among_them() -> None:
    pack = packs(varied())["section-H"]
    found = {key: (days, wider) for key, days, wider in pack.value["scopes"]}
    assert list(found)[:2] == ["region=North", "region=South"]
    both = found["party=A%20%26%20B&region=North"]
    assert both[1] == [0]
    of_day = {key: pack.edition(latest(days, "2021-04-01")) for key, (days, _) in found.items()}
    text = {key: each.pages["H1/"] for key, each in of_day.items() if each is not None}
    assert "shall check every meter" in text["region=North"]
    assert "tell each person" in text["region=North"]
    assert "tell each body" in text["party=A%20%26%20B&region=North"]
    assert "shall check every meter" in text["party=A%20%26%20B&region=North"]
    assert "H1.3A" in text["region=South"]
    assert latest(found["region=South"][0], "2021-05-01") == latest(pack.value["effective"], "2021-05-01")


def test_where_nothing_is_varied_for_some_nothing_is_said_of_scopes() -> None:
    assert [name for name, pack in packs(site()).items() if "scopes" in pack.value] == []
    assert [name for name, pack in packs(varied()).items() if "scopes" in pack.value] == ["section-H"]
    for page in (_page("H2/"), _page("H2.1/"), _page("A1/"), _page("H1/", site()), _page("H1.1/", site())):
        assert "read-for" not in page
        assert "for-some" not in page


def test_a_page_of_today_leads_to_the_words_for_each_for_whom_they_are_others() -> None:
    links = [each.attributes for each in elements(_page("H1/")) if "data-for" in each.attributes]
    role = scope_key(Scope((Limit(Dimension.USER_ROLE, HOSTILE),)))
    assert [(each["data-for"], each["href"]) for each in links] == [
        ("region=North", "../H1.1/#read-for"),
        ("region=South", "../not-yet/"),  # what stands in a variation alone has no page
        (role, "../H1.3/#read-for"),
        ("party=A%20%26%20B&region=North", "../H1.1/#read-for"),
        (f"{role}&region=North", "../H1.1/#read-for"),
        (f"{role}&region=South", "../H1.3/#read-for"),
        (f"party=A%20%26%20B&{role}&region=North", "../H1.1/#read-for"),
    ]


def test_whoever_is_in_two_scopes_is_told_what_it_says_to_them() -> None:
    """The variations for either hold for them; each of the two texts alone is not theirs."""
    html = _page("H1.3/").partition('id="read-for"')[2].partition("</section>")[0]
    last = html.rpartition("What it says for Party “A &amp; B” and User Role")[2]
    assert "and region “North”" in last
    assert all(f"{words}</ins>" in last for words in ("ask", "body"))


def test_a_clause_says_below_its_text_what_it_says_for_some() -> None:
    html = _page("H1.1/").partition('id="read-for"')[2].partition("</section>")[0]
    assert 'data-sign="≈"></span> What it says for region “North”' in html
    assert ">test</del>" in html.replace('<span class="aloud" data-said>omitted: </span>', "")
    assert ">check</ins>" in html.replace('<span class="aloud" data-said>inserted: </span>', "")
    assert "Party" not in html  # for whom it reads as for all in the North
    assert 'data-read="H1/#H1.1"' in html


def test_the_history_of_a_clause_or_term_has_the_words_for_some_on_the_days_on_which_they_were_others() -> None:
    html = _page("H14.31/", sample_site())
    found = [each.attributes["id"] for each in elements(html) if each.attributes.get("class") == "for-some"]
    assert found == ["2016-11-08-for-1", "2016-10-03-for-1"]
    then = html.partition('id="2016-11-08-for-1"')[2].partition("</details>")[0]
    assert "What it said for region “North”" in then
    assert ">20</ins> Working Days’ notice" in then.replace('<span class="aloud" data-said>inserted: </span>', "")
    assert 'data-read="H14/#H14.31" data-for="region=North" data-on="2016-11-08"' in then
    term = _page("terms/smets1-general-installation-end-date/", sample_site())
    assert "said for Party “Supplier Party named in the notice” and region “North”" in term


def test_the_name_of_a_scope_stays_text() -> None:
    made = varied()
    for each in made.pages:
        assert HOSTILE not in each.html, each.url
    assert escape(scope_words(Scope((Limit(Dimension.USER_ROLE, HOSTILE),)))).replace("&quot;", "&#34;") in _page("H1/")
    keys = [key for key, _, _ in packs(made)["section-H"].value["scopes"]]
    assert any("%3Cscript%3E" in key for key in keys)


def _page(url: str, of: MadeSite | None = None) -> str:
    return next(each.html for each in (of or varied()).pages if each.url == url)
