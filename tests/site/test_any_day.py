"""The Code on any day: packs from which every text can be put together, and a page for each text."""

import json
import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from random import Random
from urllib.parse import urljoin

import pytest

from secc.code.load import NoCache
from secc.document import from_resolved
from secc.document.model import (
    BulletPart,
    ClausePart,
    DefinitionPart,
    FigurePart,
    FootnotePart,
    FormulaPart,
    NotePart,
    Part,
    SymbolsRun,
    TablePart,
)
from secc.document.parts import all_parts, words_of
from secc.history import Memory
from secc.ids import Address
from secc.render.text import parts_to_text
from secc.resolve import resolve
from secc.site.making import MadeSite
from secc.site.sources import SiteSources, open_sources
from secc.timeline.log import listing
from secc.timeline.states import code_of
from secc.timeline.timeline import Timeline, asking
from tests.site.assembled import Pack, packs, words
from tests.site.codes import made_of, sample, sample_site
from tests.site.history import TODAY, history_files, opened, site
from tests.site.other_days import HELD_TO_THE_WORD, same_data
from tests.site.reading import SITE, elements, links, places, split


@cache
def today() -> MadeSite:
    return site()


def streamed(url: str, of: MadeSite | None = None) -> str:
    (found,) = (each for each in (of or today()).streamed if each.url == f"{url}index.html")
    return found.contents.decode()


def test_a_page_has_a_page_for_each_of_its_texts() -> None:
    urls = [each.url for each in today().streamed if each.url.startswith("H1/20") and each.url.endswith("html")]
    assert urls == [f"H1/{day}/index.html" for day in ("2020-01-01", "2021-02-01", "2022-06-01")]
    assert "each meter" in streamed("H1/2020-01-01/")
    assert "every meter" in streamed("H1/2021-02-01/")
    assert "every person" in streamed("H1/2022-06-01/")


def test_a_page_of_a_text_says_from_when_until_when_and_what_came_before_and_after() -> None:
    html = streamed("H1/2021-02-01/")
    assert "from 1 February 2021 to 31 May 2022</b>" in html
    assert '<a href="../../H1/2020-01-01/">from 1 January 2020 to 31 January 2021</a>' in html
    assert '<a href="../../H1/2022-06-01/">from 1 June 2022</a>' in html
    assert '<a href="../../H1/">The text of today</a>' in html


def test_links_of_a_text_lead_to_the_texts_of_its_first_day() -> None:
    assert 'href="../../H1/2020-01-01/#H1.1"' in streamed("H2/2020-01-01/")
    assert 'href="../../H1/2021-02-01/#H1.1"' in streamed("H2/2021-02-01/")


def test_a_page_of_a_text_says_nothing_that_another_release_changes() -> None:
    """Nothing of the day of the site: the pages of texts, and their data, are the same on the site of any day."""
    now, other = today(), site(date(2020, 6, 1))
    assert [each.url for each in other.streamed if "/20" in each.url] == [
        each.url for each in now.streamed if "/20" in each.url
    ]
    then = {each.url: each.contents for each in other.streamed}
    of_texts = [each for each in now.streamed if each.url.startswith(("A", "H")) and "/20" in each.url]
    assert {each.url.rpartition(".")[2] for each in of_texts} == {"html", "json", "txt"}
    assert [each.url for each in of_texts if each.contents != then[each.url]] == []


def test_another_day_says_which_version_of_the_code_it_had() -> None:
    """Version 2.0 is the text of 1 February 2021, and the last one recorded."""
    data = {each.url: each.contents.decode() for each in today().streamed if each.url.endswith((".json", ".txt"))}
    told = {
        "2020-01-01": (', <a href="../../versions/1.0/">version 1.0</a>', "1.0"),
        "2021-02-01": (', <a href="../../versions/2.0/">version 2.0</a>', "2.0"),
        "2022-06-01": (', changed since <a href="../../versions/2.0/">version 2.0</a>', "2.0"),
    }
    for day, (html, number) in told.items():
        words = html.partition("<")[0] + f"version {number}"
        assert f"</b>{html}. " in streamed(f"as-at/{day}/")
        assert re.search(f"lead to the text of [^,]*{re.escape(html)}\\.", streamed(f"H1/{day}/"))
        for name in (f"as-at/{day}", f"H1/{day}"):
            assert json.loads(data[f"{name}.json"])["version"] == number
            assert re.search(f"{words}\\.?$", data[f"{name}.txt"], re.MULTILINE)


@pytest.mark.parametrize("variation", ["", '6 vary Section H1.3 as if "each" were omitted\n'])
def test_the_version_of_a_day_is_that_of_the_text_without_variations(variation: str) -> None:
    files = history_files()
    files["instruments/2021-02-01-meters.sec"] += variation.encode()
    sources = open_sources(Memory(files), NoCache(), TODAY)
    manifest = json.loads(next(each.contents for each in made_of(sources).files if each.url == "api/documents.json"))
    assert manifest["versions"] == [
        ["2020-01-01", ["1.0", "versions/1.0/", True]],
        ["2021-02-01", ["2.0", "versions/2.0/", True]],
        ["2022-06-01", ["2.0", "versions/2.0/", False]],
    ]


def test_versions_by_day_are_those_of_the_timeline() -> None:
    moment = sample().moment
    assert moment is not None
    manifest = json.loads(next(each.contents for each in sample_site().files if each.url == "api/documents.json"))
    for entry in moment.log:
        on_its_day = dict(manifest["versions"])[entry.in_effect.isoformat()]
        digests = {str(each): text.digest for each, text in moment.timeline.base(entry.in_effect).documents.items()}
        listed = listing(moment.log[: moment.log.index(entry) + 1])
        assert on_its_day[0] == entry.number
        assert on_its_day[2] is (digests == {str(each): text.digest for each, text in listed.items()})


def test_a_text_says_what_changed_it_and_what_effect_it_had() -> None:
    html = streamed("H1/2021-02-01/")
    of = '<a href="../../instruments/2021-02-01-meters/">All &lt;i&gt;meters&lt;/i&gt;</a>'
    assert f"Changed on 1 February 2021 by {of}" in html.partition('id="H1.1"')[2].partition('id="H1.2"')[0]
    assert "Suspended from 1 February 2021" in streamed("H2/2021-02-01/").partition("<article")[0]
    assert "Suspended" not in streamed("H2/2020-01-01/")


def test_a_text_shows_what_changed_on_its_first_day_and_leads_to_what_changed_before() -> None:
    clause = streamed("H1/2021-02-01/").partition('id="H1.1"')[2].partition('id="H1.2"')[0]
    assert '<details class="apparatus marked">' in clause
    assert re.findall("<(del|ins)>(?:<span.*?</span>)?(.*?)</", clause) == [("del", "each"), ("ins", "every")]
    clause = streamed("H1/2022-06-01/").partition('id="H1.1"')[2].partition('id="H1.2"')[0]
    assert '; <a class="shows" href="../../H1/2021-02-01/#H1.1">show</a></p>' in clause
    assert "redline" not in clause
    inserted = streamed("H1/2022-06-01/").partition('id="H1.4"')[2]
    assert "Inserted on 1 June 2022" in inserted
    assert "redline" not in inserted


def test_every_show_of_a_text_leads_to_a_text_with_the_redline() -> None:
    """The words of Section F5.2 changed behind a variation, so that no text begins with it: the next shows it."""
    dated = {each.url: each.contents.decode() for each in sample_site().streamed if each.url.endswith("/index.html")}
    shows = [
        urljoin(SITE + url, href)
        for url, html in dated.items()
        for href in re.findall('class="shows" href="(.*?)"', html)
    ]
    assert len(shows) > 400
    for each in shows:
        path, identifier = split(each)
        own = dated[f"{path}index.html"].partition(f' id="{identifier}"')[2]
        assert '<details class="apparatus marked">' in re.split('<div class="(?:clause|definition)[ "]', own)[0], each
    own = dated["F5/2018-07-24/index.html"].partition('id="F5.2"')[2].partition('id="F5.3"')[0]
    assert "Changed on 18 August 2016" in own
    assert '<details class="apparatus marked">' in own


def test_the_page_before_or_after_says_from_when_it_reads_so_where_that_is_another_day() -> None:
    html = streamed("H1/2021-02-01/").partition('<nav class="steps"')[2]
    assert '<a class="next" rel="next" href="../../H2/2021-02-01/"><span>Next</span> H2 Results</a>' in html
    html = streamed("H1/2022-06-01/").partition('<nav class="steps"')[2]
    assert re.search(r'href="../../H2/\d{4}-\d\d-\d\d/"><span>Next</span> H2 Results, from \d+ \w+ \d{4}</a>', html)


def test_every_day_of_change_has_a_list_of_the_pages_that_there_were() -> None:
    html = streamed("as-at/2021-02-01/")
    for wanted in ("A/2020-01-01/", "A1/2020-01-01/", "H/2020-01-01/", "H1/2021-02-01/", "H2/2021-02-01/"):
        assert f'href="../../{wanted}"' in html
    (days,) = (each for each in today().pages if each.url == "as-at/")
    for day in ("2020-01-01", "2021-02-01", "2022-06-01", "2022-12-31"):
        assert f'href="/as-at/{day}/"' in days.html
    assert "1 February 2021 to 1 April 2021" in days.html


def test_without_a_script_any_day_is_found_from_the_page_of_today() -> None:
    (page,) = (each for each in today().pages if each.url == "H1/")
    assert urljoin(SITE, "H1/2020-01-01/") in set(links(page))
    assert urljoin(SITE, "as-at/") in set(links(page))


@pytest.mark.parametrize("of", [site, sample_site])
def test_every_link_of_a_dated_page_leads_somewhere(of: Callable[[], MadeSite]) -> None:
    made = of()
    found = {**places(made), "about/": set()}  # written by hand
    pages = [each for each in made.streamed if each.url.endswith("/index.html")]
    for each in pages[:: max(1, len(pages) // 60)]:
        url = each.url.removesuffix("index.html")
        for element in elements(each.contents.decode()):
            for name in ("href", "src"):
                link = urljoin(SITE + url, element.attributes.get(name, "#"))
                if not link.startswith(SITE):
                    continue
                path, fragment = split(link.partition("?")[0]) if "?" in link else split(link)
                assert path in found, f"{url} leads to {path}"
                assert not fragment or fragment in found[path], f"{url} leads to {path}#{fragment}"


def test_the_manifest_points_to_packs_by_their_contents() -> None:
    files = {each.url: each.contents for each in today().files}
    manifest = json.loads(files["api/documents.json"])
    assert manifest["today"] == "2021-04-01"
    assert manifest["days"] == ["2020-01-01", "2021-02-01", "2021-04-02", "2022-06-01", "2022-12-31"]
    assert [each["document"] for each in manifest["documents"]] == ["section-A", "section-H"]
    assert manifest["documents"][1]["days"] == ["2020-01-01", "2021-02-01", "2022-06-01"]
    assert all(each["pack"] in files for each in manifest["documents"])


def test_a_pack_has_the_text_without_variations_too() -> None:
    pack = packs(today())["section-H"]
    assert "outcomes" in _all(pack, "2021-02-01")
    assert "outcomes" not in _all(pack, "2021-02-01", "base")
    assert "results" in _all(pack, "2021-02-01", "base")


def test_a_pack_has_the_text_as_it_was_known() -> None:
    pack = packs(today())["section-H"]
    before = pack.as_known("2022-06-01", "2021-02-15")
    after = pack.as_known("2022-06-01", "2021-03-01")
    assert before is not None
    assert after is not None
    assert "every person" not in before.pages["H1/"]
    assert "every person" in after.pages["H1/"]
    assert pack.as_known("2022-06-01", "2019-12-31") is None


def test_a_pack_has_what_is_ahead() -> None:
    pack = packs(today())["section-H"].value
    ahead = {pack["instruments"][each[0]][0]: each for each in pack["layers"]}
    _, standing, day, before, after = ahead["2021-03-01-later"]
    assert (standing, day) == ("made", "2022-06-01")
    made = packs(today())["section-H"]
    old, new = made.edition(before), made.edition(after)
    assert old is not None
    assert new is not None
    assert "each person" in old.pages["H1/"]
    assert "every person" in new.pages["H1/"]


def test_a_pack_follows_a_provision_through_its_texts() -> None:
    found = packs(today())["section-H"]
    provisions = zip(found.provisions, found.pieces, strict=True)
    (number,) = {provision for provision, html in provisions if html.startswith('<div class="clause" id="H1.1">')}
    pack = found.value
    changes = found.changes(number)
    assert [(day, before, after) for day, before, after, *_ in changes][-1] == ("2021-02-01", "H1.1/", "H1.1/")
    assert pack["instruments"][changes[-1][4][0]][1] == "All <i>meters</i>"
    (manifest,) = (each.contents for each in today().files if each.url == "api/documents.json")
    horizon = json.loads(manifest)["horizon"]
    days = ("2021-01-31", "2021-02-01", horizon, "2021-04-02")  # the last is after any record
    assert [(found.status("H2", day, "", horizon) or [])[:2] for day in days] == [
        [],
        ["‖", "Suspended"],
        ["‖", "Suspended"],
        ["?", "Not known to be in effect"],
    ]


def test_on_random_days_the_text_out_of_a_pack_is_that_of_the_timeline() -> None:
    """Word for word, for every clause and definition of the sample Code; with variations, and as known on a day."""
    draw = Random(6)
    sources = sample()
    assert sources.moment is not None
    timeline = sources.moment.timeline
    made = packs(sample_site())
    first, last = timeline.days()[0], timeline.days()[-1]
    for _ in range(3):
        day = first + timedelta(days=draw.randrange((last - first).days + 60))
        _same(made, sources, timeline, day, None)
    known = first + timedelta(days=draw.randrange((last - first).days))
    _same(made, sources, timeline, known + timedelta(days=300), known)


def _same(made: dict[str, Pack], sources: SiteSources, timeline: Timeline, day: date, known: date | None) -> None:
    code = resolve(code_of(timeline.effective(day, asking(known)), sources.code.loaded, files=False))
    checked = 0
    there = set()
    for document in code.documents:
        displayed = from_resolved(document, code.terms)
        pack = made[str(displayed.id)]
        there.add(str(displayed.id))
        found = pack.as_known(str(day), str(known)) if known is not None else pack.on(str(day))
        assert found is not None, f"{displayed.id} on {day}"
        if known is None and displayed.id.label in HELD_TO_THE_WORD:
            same_data(displayed, timeline, day)
        read = words("".join(found.pages.values()))
        for part in all_parts(displayed.parts):
            if isinstance(part, ClausePart | DefinitionPart) and part.address is not None and is_plain(part):
                said = parts_to_text([part], 10_000).split()
                assert read[identifier_of(part.address)] == said, f"{part.address} on {day}, as known on {known}"
                checked += 1
    assert checked > 1000
    for name, pack in made.items():
        other = pack.as_known(str(day), str(known)) if known is not None else pack.on(str(day))
        assert (other is not None) == (name in there), f"{name} on {day}"


_OTHERWISE = (BulletPart, FigurePart, FootnotePart, FormulaPart, NotePart, TablePart)


def is_plain(part: Part) -> bool:
    """Tables, formulas and notes are set otherwise as plain text than as HTML, and no two clauses have one number."""
    for each in all_parts([part]):
        if isinstance(each, _OTHERWISE):
            return False
        if any(isinstance(run, SymbolsRun) for runs in words_of(each) for run in runs):
            return False
    return not isinstance(part, ClausePart) or not any(isinstance(each, DefinitionPart) for each in part.parts)


def identifier_of(address: Address) -> str:
    steps = (step.strip("()") if not step.startswith('"') else _slug(step) for step in address.path)
    return ".".join(steps)


def _slug(step: str) -> str:
    return "-".join("".join(each if each.isascii() and each.isalnum() else " " for each in step.lower()).split())


def _all(pack: Pack, day: str, which: str = "effective") -> str:
    found = pack.on(day, which)
    assert found is not None
    return "".join(found.pages.values())


def test_a_hostile_title_stays_text_on_every_day() -> None:
    files = history_files()
    hostile = "</title><script>alert(1)</script>"
    for path in ("sections/H.sec", "instruments/2020-01-01-first/annexes/section-H.sec"):
        files[path] = files[path].replace(b"section H: Services", f"section H: {hostile}".encode())
    made = made_of(open_sources(Memory(files), NoCache(), TODAY))
    for each in made.streamed:
        if each.url.endswith(".html"):
            assert "<script>alert" not in each.contents.decode(), each.url
    pack = packs(made)["section-H"]
    assert "<script>alert" not in _all(pack, "2020-01-01")


def test_a_second_making_is_the_same_to_the_byte() -> None:
    again = made_of(opened(TODAY))
    assert [(each.url, each.contents) for each in again.files] == [(each.url, each.contents) for each in today().files]
    assert [(each.url, each.contents) for each in again.streamed] == [
        (each.url, each.contents) for each in today().streamed
    ]


def test_pages_of_former_texts_stay_as_they_were_when_another_comes() -> None:
    """But for the one that it ends."""
    files = history_files()
    del files["instruments/2021-03-01-later.sec"]
    before = {each.url: each.contents for each in made_of(open_sources(Memory(files), NoCache(), TODAY)).streamed}
    after = {each.url: each.contents for each in today().streamed}
    dated = {url for url in before if url.startswith(("A", "H")) and "/20" in url}
    assert {"H1/2020-01-01/index.html", "H1/2021-02-01/index.html", "A1/2020-01-01.json", "H1/2020-01-01.txt"} <= dated
    forms = {"H1/2021-02-01/index.html", "H1/2021-02-01.json", "H1/2021-02-01.txt"}
    assert {url for url in dated if before[url] != after[url]} == forms
