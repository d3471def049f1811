"""The site is of a day: its text, what is said of each provision, and the pages about time."""

import re
from datetime import date
from functools import cache

import pytest

from secc.code.shared_cache import SharedCache
from secc.diagnostics import CannotProceed
from secc.history import Memory
from secc.ids import Address, DocumentId, DocumentKind
from secc.site.in_time.changes import changes
from secc.site.in_time.marking import marked
from secc.site.in_time.upcoming import next_days
from secc.site.making import MadePage, MadeSite
from secc.site.sources import open_sources
from secc.timeline.histories import readings
from tests.site.codes import SMALL, made, made_of, sample, sample_site
from tests.site.history import TODAY, days_of_change, history_files, opened, site
from tests.site.reading import SITE, elements, identifiers, links, places, split
from tests.site.words_on_pages import words_of

A, H = (DocumentId(DocumentKind.SECTION, letter) for letter in "AH")


NEXT = {
    "A/": None,
    "A/full/": None,
    "compare/": None,
    "search/": None,
    "A1/": None,
    "A1.1/": None,
    "H1.1/": None,
    "H1.2/": None,
    "H2/": "2022-12-31",
    "H2.1/": "2022-12-31",
    "instruments/2020-01-01-first/": None,
    "instruments/2021-02-01-meters/": "2022-12-31",
    "instruments/2021-04-01-proposal/": None,
    "versions/1.0/": None,
    "versions/2.0/": None,
}
"""When the pages change that do not change on the next day on which anything does."""


@cache
def today() -> MadeSite:
    return site()


def page(url: str, of: MadeSite | None = None) -> MadePage:
    return next(each for each in (of or today()).pages if each.url == url)


def html(url: str, of: MadeSite | None = None) -> str:
    return page(url, of).html


def test_the_text_is_that_of_the_day_and_not_of_the_files() -> None:
    assert "each meter" in html("H1/", site(date(2020, 6, 1)))
    assert "every meter" in html("H1/")
    assert "each person" in html("H1/")
    assert "every person" in html("H1/", site(date(2022, 6, 1)))
    assert 'id="H1.4"' in html("H1/", site(date(2022, 6, 1)))
    assert 'id="H1.4"' not in html("H1/")


def test_a_variation_for_everybody_is_in_the_text() -> None:
    assert "The outcomes are those of" in html("H2/")
    assert "The results are those of" in html("H2/", site(date(2020, 6, 1)))


def test_the_day_is_the_one_asked_for_else_the_one_set_else_that_of_the_last_version() -> None:
    for sources, day in (
        (opened(TODAY, day_set="2020-03-01"), TODAY),
        (opened(day_set="2020-03-01"), date(2020, 3, 1)),
        (opened(), date(2021, 2, 1)),
    ):
        assert sources.moment is not None
        assert sources.moment.day == day


def test_a_day_before_the_first_is_refused() -> None:
    with pytest.raises(
        CannotProceed, match=r"nothing is known of the Code on 31 December 2019: its first day is 1 Jan"
    ):
        opened(date(2019, 12, 31))


def test_a_draft_has_the_text_of_the_files_and_says_so() -> None:
    drafted = made_of(opened(TODAY, is_draft=True))
    assert "every person" in html("H1/", drafted)
    assert "<b>A draft</b>" in html("H1/", drafted)
    assert "<b>A draft</b>" not in html("H1/")


def test_every_page_prints_the_day_and_carries_the_next_on_which_it_changes() -> None:
    for each in today().pages:
        if each.url in ("as-at/", "compare/"):  # they show any day
            continue
        (root,) = (element for element in elements(each.html) if element.name == "html")
        assert "data-of-today" in root.attributes, each.url
        wanted = NEXT.get(each.url, "2022-06-01")
        assert root.attributes.get("data-next-change") == wanted, each.url
        assert ("/assets/day." in each.html) == (wanted is not None)
        assert ("This page is out of date:" in each.html) == (wanted is not None)
        assert 'The Code as at <b class="site-day">' in each.html
        assert SITE + "day.css" in links(each)


def test_the_day_of_the_site_is_in_one_file() -> None:
    day = b':root { --site-as-at: 2021-04-01; --site-day: "1 April 2021"; }'
    assert day in next(each.contents for each in today().files if each.url == "day.css")


def test_another_day_on_which_nothing_changed_changes_no_page_of_the_code() -> None:
    """Only what speaks of all of the Code says the day itself."""
    before, after = site(date(2021, 3, 15)), site(date(2021, 3, 31))
    old = {each.url: each.html for each in before.pages}
    changed = {each.url for each in after.pages if old[each.url] != each.html}
    assert changed == {"", "timeline/", "not-yet/", "in-flight/"}


def test_a_release_changes_the_pages_of_what_it_changes() -> None:
    before, after = site(date(2022, 5, 31)), site(date(2022, 6, 1))
    old = {each.url: each.html for each in before.pages}
    same = {each.url for each in after.pages if old.get(each.url) == each.html}
    assert {"A/", "A1/", "A1.1/", "A/full/", "instruments/2021-02-01-meters/", "versions/2.0/", "H1.1/"} <= same
    assert not {"H/", "H1/", "H1.3/", "instruments/2021-03-01-later/"} & same


def test_a_page_says_from_which_day_it_has_said_what_it_says() -> None:
    assert 'Section H1 <span class="wordy">reads so from 1 February 2021, and </span>next changes on' in html("H1/")
    assert "This page reads so from 1 January 2020." in html("A1/")


def test_the_next_day_of_a_document_is_of_its_text_or_its_effect() -> None:
    def days(on: date) -> dict[DocumentId, date]:
        moment = opened(on).moment
        assert moment is not None
        return dict(next_days(moment))

    assert days(date(2020, 6, 1)) == {H: date(2021, 2, 1)}
    assert days(TODAY) == {H: date(2022, 6, 1)}
    assert days(date(2022, 6, 1)) == {H: date(2022, 12, 31)}
    assert days(date(2022, 12, 31)) == {}


def test_a_code_without_instruments_says_nothing_of_time() -> None:
    for each in made(SMALL).pages:
        assert "data-as-at" not in each.html
        assert "instruments/" not in each.html
        assert not each.url.startswith(("instruments/", "versions/", "timeline/"))


def test_what_is_not_plainly_in_effect_says_so_in_words() -> None:
    link = '<a href="../instruments/2021-02-01-meters/#paragraph-4">paragraph 4 of All &lt;i&gt;meters&lt;/i&gt;</a>'
    h2 = html("H2/")
    assert f"Suspended from 1 February 2021 ({link})" in h2.partition("<article")[0]
    assert "⊘" not in h2
    clause = h2.partition('id="H2.1"')[2]
    assert 'as <a href="../H2/">Section H2</a> is' in clause or "varied by" in clause
    assert "(b) Suspended from 1 February 2021" in html("H1/").partition('id="H1.2"')[2].partition('id="H1.3"')[0]
    assert 'class="apparatus status"' not in html("A1/")


def test_a_page_names_the_provisions_on_it_that_are_not_plainly_in_effect() -> None:
    assert 'Not plainly in effect here: <a href="#H1.2.b">H1.2(b)</a>.' in html("H1/")


def test_a_clause_says_what_changed_it_and_what_is_to() -> None:
    h1 = html("H1/")
    changed = '<a href="../instruments/2021-02-01-meters/">All &lt;i&gt;meters&lt;/i&gt;</a>'
    assert f"Changed on 1 February 2021 by {changed}" in h1.partition('id="H1.1"')[2].partition('id="H1.2"')[0]
    coming = '<a href="../instruments/2021-03-01-later/">What comes later</a>'
    assert f"To come: changed on 1 June 2022 by {coming}" in h1.partition('id="H1.3"')[2]
    inserted = html("H1/", site(date(2022, 6, 1))).partition('id="H1.4"')[2]
    assert f"Inserted on 1 June 2022 by {coming}" in inserted
    assert "on 1 January 2020" not in h1.partition('id="H1.2"')[2].partition("</article>")[0]


def test_the_last_change_leads_to_its_redline_and_to_those_before() -> None:
    h1 = html("H1/", site(date(2022, 6, 1))).partition('id="H1.1"')[2].partition('id="H1.2"')[0]
    assert '; <a class="shows" href="../H1.1/#2021-02-01">show</a>' in h1
    assert '<a href="../H1.1/">History (2) and links</a>' in h1
    assert "Inserted on 1 January 2020 by" not in h1


def test_an_instrument_says_what_each_operation_did() -> None:
    found = html("instruments/2021-02-01-meters/").partition('id="paragraph-1"')[2].partition('id="paragraph-2"')[0]
    assert '<a href="../../H1.1/">Section H1.1</a>' in found
    assert 'changed on 1 February 2021<span class="to-show">; <a class="shows"' in found
    assert 'href="../../H1.1/#2021-02-01">show</a></span>' in found


def test_a_range_that_an_operation_names_is_said_to_be_one() -> None:
    (page,) = [each for each in sample_site().pages if each.url == "instruments/2016-11-08-dcc-live/"]
    named = page.html.partition('id="paragraph-2"')[2].partition("Now: ")[2].partition("</p>")[0]
    assert words_of(named) == "Section H2 to Section H6 , Section H8 to Section H13"


def test_a_definition_tells_what_became_of_it() -> None:
    """The sample: the UITMR Period was lengthened."""
    found = html("terms/uitmr-period/", sample_site())
    assert "<h2>History</h2>" in found
    assert "</ins>" in found
    assert 'href="../../instruments/' in found


def test_the_instruments_are_listed_the_latest_first() -> None:
    found = html("instruments/")
    order = ["2021-04-01-proposal", "2021-03-01-later", "2021-02-01-meters", "2020-01-01-first"]
    assert sorted(order, key=lambda name: found.index(f'href="{name}/"')) == order
    assert "in consultation" in found


def test_an_instrument_has_its_formal_text_and_what_it_names() -> None:
    found = html("instruments/2021-02-01-meters/")
    assert "In Section H1.1, for “each meter” substitute “every meter”." in found
    assert '<a href="../../H1.1/">Section H1.1</a>' in found
    assert "<dt>Under</dt><dd>Section H1</dd>" in found
    assert {f"paragraph-{number}" for number in range(1, 5)} <= set(identifiers(found))
    later = html("instruments/2021-03-01-later/")
    set_out = later.partition('<div class="set-out">')[2].partition('<div class="operation"')[0]
    assert '<span class="number">H1.4</span>' in set_out
    assert "<p>The DCC shall &lt;b&gt;rest&lt;/b&gt;.</p>" in set_out
    assert identifiers(set_out) == []


def test_what_an_instrument_sets_out_reads_like_the_code() -> None:
    """Nothing of the language that drafters write in is left, and no two things on the page have one name."""
    found = html("instruments/2018-06-04-smets1/", sample_site())
    assert "<p>“<dfn>Central Products List</dfn>” has the meaning" in found
    assert ">SMETS1 Lists</h3>" in found
    assert "## " not in found
    assert "define &#34;" not in found
    assert len(set(identifiers(found))) == len(identifiers(found))


@pytest.mark.parametrize("url", ["H14.31/", "instruments/", "in-flight/", "not-yet/", "terms/user/", "schedule-9/2.1/"])
def test_no_file_is_named_to_readers(url: str) -> None:
    """Neither an instrument by the name of its file, nor an annex by its path, nor a command of this program."""
    pages = [each for each in sample_site().pages if each.url.startswith(url)]
    for page in pages:
        words = " ".join(re.sub(r"<script.*?</script>|<[^>]+>", " ", page.html, flags=re.DOTALL).split())
        named = set(re.findall(r"\b\d{4}-\d\d-\d\d-[a-z][a-z0-9-]+", words)) & set(_sample_instruments())
        assert (page.url, named) == (page.url, set())
        assert "annexes/" not in words, page.url
        assert "secc conflicts" not in words, page.url


def _sample_instruments() -> frozenset[str]:
    moment = sample().moment
    assert moment is not None
    return frozenset(each.name for each in moment.timeline.instruments)


def test_sources_and_what_is_not_verified_are_told() -> None:
    found = html("instruments/2020-01-01-first/")
    assert "<dt>Sources</dt><dd>E1</dd>" in found
    assert "<dt>Not verified</dt><dd>the wording</dd>" in found
    assert '<p class="note">The first.</p>' in found


def test_versions_have_their_documents_with_digests() -> None:
    assert '<a href="../versions/2.0/">Version 2.0</a>' in html("versions/")
    found = html("versions/2.0/")
    sources = opened(TODAY)
    assert sources.moment is not None
    for document, version in sources.moment.timeline.base(date(2021, 2, 1)).documents.items():
        assert version.digest in found, document
    assert ">changed<" in found
    assert ">as before<" in found


def test_the_home_page_says_what_is_in_effect_and_what_is_to_come() -> None:
    found = html("")
    assert "In effect on 1 April 2021" in found
    assert 'The text is that of <a href="versions/2.0/">version 2.0</a>.' in found
    assert '<a href="timeline/#2022-06-01"><b>1 June 2022</b></a>' in found
    assert "has changed since" in html("", site(date(2022, 7, 1)))
    assert {f"{SITE}as-at/", f"{SITE}compare/"} <= set(links(page("")))


def test_the_timeline_has_every_day_once() -> None:
    found = html("timeline/")
    days = [each for each in identifiers(found) if each[:2] == "20"]
    assert days == ["2022-06-01", "2022-12-31", "2021-02-01", "2020-01-01"]
    assert "ends on this day at the latest" in found


def test_what_waits_says_for_what() -> None:
    found = html("not-yet/")
    assert '<a href="../H1/#H1.2.b">Section H1.2(b)</a>' in found
    assert "waits for event “Never Fixed”" in found.partition('id="to-begin"')[2]
    assert "at the latest 31 December 2022" in found.partition('id="to-end"')[2]


def test_changes_in_flight_are_told_with_their_conflicts() -> None:
    found = html("in-flight/")
    assert "A proposal" in found
    assert "What comes later" in found
    assert "do not stand in Section H1.3" in found


def test_every_link_of_a_site_with_a_history_leads_somewhere() -> None:
    there = places(today())
    for each in today().pages:
        for link in links(each):
            if link.startswith(SITE):
                url, fragment = split(link)
                assert url in there or url == "about/", f"{each.url} leads to {url}"
                assert not fragment or fragment in there[url], f"{each.url} leads to {link}"


def test_nothing_that_an_instrument_says_is_markup() -> None:
    """Its title has an `<i>` in it, and the text that it sets out a `<b>`."""
    for each in (*today().pages, *site(date(2022, 6, 1)).pages):
        assert "<i>" not in each.html, each.url
        assert "<b>rest" not in each.html, each.url
    assert "&lt;b&gt;rest" in html("instruments/2021-03-01-later/")


def test_the_same_day_makes_the_same_site() -> None:
    one, other = site(), site()
    assert [(each.url, each.html) for each in one.pages] == [(each.url, each.html) for each in other.pages]
    assert tuple(one.files) == tuple(other.files)
    assert [(each.url, each.contents) for each in one.streamed] == [
        (each.url, each.contents) for each in other.streamed
    ]


def test_changes_are_those_that_secc_history_tells() -> None:
    moment = opened(TODAY).moment
    assert moment is not None
    told = changes(moment)
    for identity, days in days_of_change(moment.timeline).items():
        found = [(each.day, each.address, each.by) for each in readings(moment.timeline, identity)]
        assert [day for day, _, _ in found] == days, identity
        if identity in told:
            assert [(each.day, each.address, each.by) for each in told[identity]] == found
        else:
            assert len(found) == 1
    assert set(told) == {"section-H", "section-H/H1", "section-H/H1.1", "section-H/H1.3", "section-H/H1.4"}


def test_the_sample_is_of_the_day_of_its_last_version() -> None:
    moment = sample().moment
    assert moment is not None
    assert moment.day == moment.log[-1].in_effect
    assert moment.is_version
    assert moment.identity(Address(H, ("H14.1",))) is not None
    assert {"instruments/", "versions/27.0/", "timeline/", "not-yet/"} <= {each.url for each in sample_site().pages}


def test_a_redline_is_of_the_places_where_a_provision_stood() -> None:
    """The texts are the same as those of which one was kept, but a person has found who is who in them."""
    cache = SharedCache()
    inserted = [_marked(place, cache).rpartition("</ins>")[0].rpartition("</span>")[2] for place in ("A1.1", "A1.2")]
    assert inserted == [" alone", ", and more"]


def _marked(place: str, cache: SharedCache) -> str:
    """The redline of A1.1, where another text is in the place of Section A, in which it stands at a place."""
    folder = "instruments/2021-03-15-again"
    files = {
        f"{folder}/instrument.sec": "modification 2021-03-15-again: Again\nmade: 2021-03-15\nfrom: 2021-03-15\n\n"
        "1 redesignate Section A as version 2.0, in the form set out at annexes/section-A.sec\n",
        f"{folder}/annexes/section-A.sec": "section A: Others\n\n# A1 Words\n\n"
        "A1.1 Words of another Section alone.\n\nA1.2 Words of another Section, and more.\n",
        f"{folder}/matches.toml": '[[match]]\ndocument = "section-A"\nold = "section-A/A1.1"\n'
        f'new = "{place}"\nhow = "read"\n',
    }
    tree = Memory(history_files() | {path: text.encode() for path, text in files.items()})
    moment = open_sources(tree, cache, TODAY).moment
    assert moment is not None
    return marked(moment)["section-A/A1.1", date(2021, 3, 15)]
