"""The page of a clause: its text, its effect, what became of it, what it refers to; and numbers that nobody has."""

import json
import re
from datetime import date
from functools import cache
from itertools import groupby
from urllib.parse import urljoin

import pytest

from secc.code.load import NoCache
from secc.document import from_resolved
from secc.history import Memory
from secc.ids import Address
from secc.render.text import parts_to_text, to_text
from secc.site.in_time.turning import turning
from secc.site.making import MadePage, MadeSite
from secc.site.plan import plan
from secc.site.provision_plan import plan_provisions, url_of
from secc.site.sources import open_sources
from secc.timeline.turns import turns
from tests.render.words import in_html, in_text
from tests.site.codes import SMALL, made, made_of, resolved, sample, sample_site
from tests.site.history import TODAY, history_files, opened, site
from tests.site.reading import SITE, elements, identifiers, split
from tests.site.words_on_pages import site_of


@cache
def today() -> MadeSite:
    return site()


def page(url: str, of: MadeSite | None = None) -> MadePage:
    return next(each for each in (of or today()).pages if each.url == url)


def html(url: str, of: MadeSite | None = None) -> str:
    return page(url, of).html


def article(made_page: MadePage) -> str:
    return made_page.html.partition('<article class="alone"')[2].partition(">")[2].partition("</article>")[0]


def event(found: str, day: str) -> str:
    """What is said of a day."""
    return found.partition(f'id="{day}"')[2].partition("</li>\n<li class=")[0]


def test_paragraphs_are_found_by_their_labels() -> None:
    found = identifiers(html("H14.1/", made(SMALL)))
    assert [each for each in found if len(each) < 5] == ["text", "a", "b", "b.i", "b.ii", "used"]


def test_a_clause_says_where_it_stands_and_what_is_beside_it() -> None:
    found = html("H14.1/", made(SMALL))
    assert '<a href="../H14/">H14 <span class="words">Testing Services</span></a>' in found
    assert '<h1 class="of-provision">Section H14.1 <span class="under">Tests</span></h1>' in found
    assert '<a href="../H14/#H14.1">Read it in H14</a>' in found
    assert '<a class="previous" rel="prev" href="../A2.1/">' in found
    assert '<a class="next" rel="next" href="../H14.2/">' in found


def test_references_to_and_from_it_are_listed_and_the_terms_that_it_uses() -> None:
    found = html("H14.1/", made(SMALL))
    leads_to = found.partition('id="leads-to"')[2].partition("</section>")[0]
    assert '<a class="ref" href="../A2/#A2.1">A2.1</a>' in leads_to
    cited = found.partition('id="cited"')[2].partition("</section>")[0]
    assert '<a class="ref" href="../H15/#H15.1">H15.1</a>' in cited
    assert '<a class="term" href="../terms/device/">Device</a>' in found.partition('id="used"')[2]


def test_a_reference_to_a_paragraph_of_its_own_stays_on_the_page() -> None:
    text = "section H: T\n\n# H1 A\n\nH1.1 Words:\n  (a) one; and\n  (b) as Section H1.1(a) says.\n"
    assert '<a class="ref" href="#a">Section H1.1(a)</a>' in html("H1.1/", made({"sections/H.sec": text}))


def test_of_many_definitions_only_the_names_are_listed() -> None:
    defined = "\n\n".join(f'  define "Term {letter}" means a thing.' for letter in "ABCDEFGHIJKLMN")
    found = page("A1.1/", made({"sections/A.sec": f"section A: T\n\n# A1 D\n\nA1.1 In this Code:\n\n{defined}\n"}))
    assert "means a thing" not in article(found)
    assert "It defines 14 terms: " in found.html
    assert '<a class="term" href="../terms/term-a/">Term A</a>' in found.html


def test_of_many_definitions_one_without_a_term_is_shown() -> None:
    """As it is being written: its other quotation mark is not there yet."""
    defined = "\n\n".join(f'  define "Term {number}" means a thing.' for number in range(13))
    text = f'section A: D\n\n# A1 D\n\nA1.1 In this Code:\n\n{defined}\n\n  define "Devi means a meter.\n'
    found = html("A1.1/", made({"sections/A.sec": text}))
    assert "Term 12</a>" in found
    assert "Devi means a meter" in found


def test_every_word_of_a_clause_is_on_its_page_once() -> None:
    there = {each.url: each for each in made(SMALL).pages}
    _, code = resolved(SMALL)
    sources = plan_provisions(plan([from_resolved(document, code.terms) for document in code.documents]))
    assert len(sources) == 10
    for each in sources:
        said = [word.rstrip(":") for word in in_html(article(there[each.url]))]
        printed = [word.rstrip(":") for word in in_text(parts_to_text((each.part,), 80))]
        assert said == printed, each.url


def test_what_never_changed_was_put_in_with_its_document() -> None:
    found = event(html("A1.1/"), "2020-01-01")
    assert "Inserted as Section A1.1" in found
    assert (
        '<a href="../instruments/2020-01-01-first/#paragraph-1">paragraph 1 of Designation of the Code</a>: Designate'
        in found
    )
    assert "From 1 January 2020 to now" in found


def test_a_change_of_words_is_told_with_its_instrument_and_its_redline() -> None:
    found = html("H1.1/")
    now = event(found, "2021-02-01")
    assert "Words changed" in now
    assert "In Section H1.1, for “each meter” substitute “every meter”." in now
    assert "<del>" in now
    assert "each</del>" in now
    assert "every</ins>" in now
    before = event(found, "2020-01-01")
    assert "1 January 2020 to 31 January 2021" in before
    assert "The words then" in before
    assert "each meter" in before


def test_a_change_of_effect_is_told_with_what_it_was_and_whose_words_they_were() -> None:
    now = event(html("H2.1/"), "2021-02-01")
    assert "Effect changed" in now
    assert "suspended from 1 February 2021" in now
    assert 'Without variations its words were those of <a href="#2020-01-01">1 January 2020</a>.' in now
    inside = event(html("H1.2/"), "2021-02-01")
    assert "(b) suspended from 1 February 2021" in inside


def test_where_instruments_say_much_they_are_named_below_the_effect_the_latest_first() -> None:
    files = history_files()
    for name, text in (
        ("2021-04-01-a", ("suspend Section H1.3", "resume Section H1.3")),
        ("2021-04-02-b", ("disapply Section H1",)),
    ):
        head = f"direction {name}: {name[-1].upper()} thing\nmade: {name[:10]}\nfrom: 2021-05-01\n\n"
        operations = "".join(f"{number} {each}\n" for number, each in enumerate(text, 1))
        files[f"instruments/{name}.sec"] = (head + operations).encode()
    found = html("H1.3/", made_of(open_sources(Memory(files), NoCache(), TODAY)))
    then = event(found, "2021-05-01")
    summary = "<summary>By 3 paragraphs of B thing · A thing</summary>"
    assert then.index("Effect:") < then.index(summary)
    said = then.partition(summary)[2].partition("</details>")[0]
    assert re.findall(r"paragraph (\d) of (\w) thing</a>: (\w+)", said) == [
        ("1", "B", "Disapply"), ("1", "A", "Suspend"), ("2", "A", "Resume"),
    ]  # fmt: skip
    assert "<summary>By" not in event(html("H1.2/"), "2021-02-01")


def test_what_is_to_come_is_told_first() -> None:
    found = html("H1.3/")
    assert '<span class="stage">To come</span> from 1 June 2022' in event(found, "2022-06-01")
    assert found.index('id="2022-06-01"') < found.index('id="2020-01-01"')
    assert 'data-next-change="2022-06-01"' in found


def test_words_of_several_instruments_are_told_apart() -> None:
    found = html("H1.1/").partition('id="whose"')[2].partition("</section>")[0]
    assert "2020-01-01-first/#paragraph-2" in found
    assert "2021-02-01-meters/#paragraph-1" in found
    assert '<span class="stretch">every meter.<sup>2</sup></span>' in found
    assert "All of them:" in html("H1.2/").partition('id="whose"')[2]


def test_a_number_that_is_to_be_given_says_when_and_to_what() -> None:
    found = html("H1.4/")
    assert 'Nothing has this number or name in the text of <b class="site-day">' in found
    assert "A provision is to have this number from 1 June 2022" in found
    assert "The DCC shall &lt;b&gt;rest&lt;/b&gt;." in found or "Inserted as Section H1.4" in found


def test_numbers_that_moved_or_went_are_told_of() -> None:
    """The sample: H13.4A was there for some months; the New and Emerging Technologies Appendix took a later number."""
    found = html("H13.4A/", sample_site())
    assert "A provision had this number from 21 December 2016 until 31 August 2017, when it was taken out" in found
    moved = html("appendix-L/6.4/", sample_site())
    assert "It is now <a href=" in moved


_TWO_SECTIONS = {
    "A": "section A: Words\n\n# A1 Words\n\nA1.1 A word is a word.\n",
    "B": "section B: Duties\n\n# B1 Duties\n\nB1.1 Each party shall pay.\n",
}
_OUT = "modification 2020-03-01-out: No duties\nmade: 2020-03-01\n\n1 revoke Section B\n"


def test_a_document_that_was_revoked_answers_and_leads_to_what_it_said() -> None:
    made = site_of(_TWO_SECTIONS, {"2020-03-01-out": _OUT})
    pages = {each.url: each.html for each in made.pages}
    said = "It was part of the Code from 1 January 2020 until 1 March 2020, when it was taken out by "
    assert f'{said}<a href="../instruments/2020-03-01-out/' in pages["B/"]
    assert '<a href="../B/2020-01-01/">from 1 January 2020 to 29 February 2020</a>' in pages["B/"]
    assert '<a href="../B1/2020-01-01/">from 1 January 2020 to 29 February 2020</a>' in pages["B1/"]
    assert '<a href="../B/">Section B</a>' in pages["B1.1/"]
    streamed = {each.url: each.contents.decode() for each in made.streamed}
    data = json.loads(streamed["B.json"])
    assert (data["kind"], data["printed"], data["holders"][0]["history"][1]["what"]) == (
        "former",
        "Section B",
        "taken out",
    )
    assert "1 March 2020: taken out by paragraph 1 of 2020-03-01-out" in streamed["B.txt"]
    assert json.loads(streamed["id/section-B.json"])["page"] == "B/"


def test_a_document_that_is_yet_to_come_answers() -> None:
    page = html("T/", made_of(open_sources(Memory(with_testing()), NoCache(), TODAY)))
    assert "It is to be part of the Code from 1 January 2022 by " in page
    assert '<a href="../T/2022-01-01/">from 1 January 2022</a>' in page


def test_a_number_that_a_variation_leaves_out_says_so() -> None:
    files = history_files()
    files["instruments/2021-02-01-meters.sec"] += b"5 vary Section H1 as if Section H1.3 were omitted\n"
    made = made_of(open_sources(Memory(files), NoCache(), TODAY))
    (page,) = (each for each in made.pages if each.url == "H1.3/")
    assert "A provision has this number, and is left out of the text that is shown. In effect from" in page.html
    assert '<a href="../instruments/2021-02-01-meters/#paragraph-5">' in page.html
    (identity,) = (each for each in made.streamed if each.url == "id/section-H/H1.3/index.html")
    assert 'href="../../../H1.3/"' in identity.contents.decode()


def test_who_a_provision_is_has_an_address_that_leads_to_where_it_stands() -> None:
    found = {each.url: each.contents.decode() for each in today().streamed if each.url.startswith("id/")}
    here = found["id/section-H/H1.1/index.html"]
    assert '<link rel="canonical" href="../../../H1.1/">' in here
    assert '<meta http-equiv="refresh" content="0; url=../../../H1.1/">' in here
    assert '<a href="../../../H1.4/">Section H1.4</a>' in found["id/section-H/H1.4/index.html"]
    assert (
        'href="../../../H2/#H2"' in found["id/section-H/H2/index.html"] or "H2/" in found["id/section-H/H2/index.html"]
    )
    there = {each.url for each in sample_site().pages}
    for each in sample_site().streamed:
        if each.url.startswith("id/") and each.url.endswith(".html"):
            (target,) = [one.attributes["href"] for one in elements(each.contents.decode()) if one.name == "a"]
            url, _ = split(urljoin(SITE + each.url, target))
            assert url in there, each.url


def test_a_whole_document_is_on_one_page() -> None:
    found = page("H/full/", made(SMALL))
    assert [each for each in identifiers(found.html) if each in ("H14", "H14.1.b.ii", "H15.2")] == [
        "H14",
        "H14.1.b.ii",
        "H15.2",
    ]
    assert '<a class="ref" href="#H15">Section H15</a>' in found.html
    assert 'href="../../A2/#A2.1"' in found.html
    assert '<a href="../H/full/">on one page</a>' in html("H14/", made(SMALL))
    said = [
        word.rstrip(":")
        for word in in_html(found.html.partition('<article class="whole">')[2].partition("</article>")[0])
    ]
    _, code = resolved(SMALL)
    (document,) = [each for each in code.documents if each.loaded.document.id.label == "H"]
    assert said == [word.rstrip(":") for word in in_text(to_text(from_resolved(document, code.terms)))]
    assert not any(each.url == "appendix-AL/full/" for each in made(SMALL).pages)


def with_testing() -> dict[str, bytes]:
    """The small Code with a history, of which a Section T is to be designated."""
    files = history_files()
    files["code.toml"] = files["code.toml"].replace(b'"sections/H.sec"', b'"sections/H.sec", "sections/T.sec"')
    later = "section T: Testing\n\n# T1 Tests\n\nT1.1 Tests begin.\n"
    files["sections/T.sec"] = files["instruments/2022-01-01-tests/annexes/section-T.sec"] = later.encode()
    files["instruments/2022-01-01-tests/instrument.sec"] = b"""\
designation 2022-01-01-tests: Testing
made: 2021-01-01
from: 2022-01-01

1 designate Section T as version 1.0, in the form set out at annexes/section-T.sec
"""
    return files


def test_every_number_that_a_provision_ever_had_answers() -> None:
    """Sub-sections and annexes too, whether they are read on a page of their own or among others."""
    moment, site = sample().moment, sample_site()
    assert moment is not None
    there = {each.url for each in site.pages} | {each.url.removesuffix("index.html") for each in site.streamed}
    for day in moment.timeline.wording_days():
        for document, version in moment.timeline.base(day).documents.items():
            numbered = (path for path in version.identities if not path[-1].startswith(("(", '"')))
            missing = [path for path in numbered if url_of(Address(document, path)) not in there]
            assert missing == [], f"{document} of {day}"


def test_what_is_read_among_others_is_led_to_from_where_its_page_would_be() -> None:
    found = {each.url: each.contents.decode() for each in sample_site().streamed if each.url.startswith("schedule-1/")}
    assert '<meta http-equiv="refresh" content="0; url=../../schedule-1/#1">' in found["schedule-1/1/index.html"]
    assert 'url=../../schedule-1/#annex-A">' in found["schedule-1/annex-A/index.html"]
    data = json.loads(found["schedule-1/1.json"])
    assert (data["kind"], data["page"], data["data"]) == ("identity", "schedule-1/#1", "schedule-1.json")
    assert "schedule-1.txt" in found["schedule-1/1.txt"]
    (identity,) = (each for each in sample_site().streamed if each.url == "id/schedule-1/1/index.html")
    assert 'url=../../../schedule-1/#1">' in identity.contents.decode()


def test_the_turns_of_effect_are_those_that_secc_history_tells() -> None:
    moment = opened(TODAY).moment
    assert moment is not None
    told = turning(moment)
    for identity in ("section-H/H1.1", "section-H/H1.2", "section-H/H2.1", "section-H/H1.3", "section-A/A1.1"):
        found = {each.day: (each.words, each.by, each.ended) for each in told.get(identity, ())}
        for turn in turns(moment.timeline, identity):
            assert found.get(turn.day, ("in effect" + turn.force.in_words[9:], turn.by, turn.ended)) == (
                turn.force.in_words,
                turn.by,
                turn.ended,
            ), (identity, turn.day)
    assert {each.day for each in told["section-H/H2.1"]} >= {date(2021, 2, 1), date(2022, 12, 31)}


def test_a_turn_names_a_paragraph_as_it_is_lettered_on_its_day() -> None:
    """Though nothing else is said of its effect than under its letter before; as far as days can go."""
    letters = "modification 2021-02-15-letters: Letters\nmade: 2021-02-15\nrecorded: 9999-12-31\n\n"
    letters += "1 from 2021-02-15, renumber Section H1.2(b) as (c)\n"
    files = history_files() | {"instruments/2021-02-15-letters.sec": letters.encode()}
    moment = open_sources(Memory(files), NoCache(), TODAY).moment
    assert moment is not None
    told = [(each.day, label) for each in turning(moment)["section-H/H1.2"] for label, _ in each.inside]
    assert told == [(date(2021, 2, 1), "(b)"), (date(2021, 2, 15), "(c)")]


@pytest.mark.parametrize("number", ["H14.31", "F5.7", "A1.1"])
def test_the_turns_of_the_sample_are_those_too(number: str) -> None:
    moment = sample().moment
    assert moment is not None
    identity = f"section-{number[0]}/{number}"
    told = {each.day: (each.words, each.by, each.ended) for each in turning(moment).get(identity, ())}
    for turn in turns(moment.timeline, identity):
        if told or turn.by:
            assert told[turn.day] == (turn.force.in_words, turn.by, turn.ended)


def test_the_journey_of_h14_31() -> None:
    """What it required on 10 November 2016, of whom, under which instrument, and what has changed since."""
    found = html("H14.31/", sample_site())
    assert "The <a" in article(page("H14.31/", sample_site()))
    then = event(found, "2016-11-08")
    assert "8 November 2016 to 24 November 2016" in then
    assert "in effect from 8 November 2016" in then
    assert "varied for region “North”" in then
    assert "substituted “shall take reasonable steps to provide”" in then
    assert then.count("shall take reasonable steps to provide") == 1
    assert 'href="../instruments/2016-11-08-dcc-live/#paragraph-3"' in then
    since = [each.attributes["id"] for each in elements(found) if "data-from" in each.attributes]
    assert since[:4] == ["2018-08-31", "2018-07-24", "2016-11-25", "2016-11-08"]


def test_a_day_on_which_an_operation_ends_says_so() -> None:
    """Not one on which it ends for some alone, nor one on which another cancels it."""
    found = html("H14.31/", sample_site())
    ends = 'the end of <a href="../instruments/2018-06-04-smets1/#paragraph-21c">'
    assert f"<li>{ends}" in event(found, "2018-08-31")
    assert found.count("<li>the end of <a") == 1


def test_every_clause_says_above_its_text_whether_it_has_effect() -> None:
    pages = [each for each in sample_site().pages if 'class="of-provision"' in each.html]
    assert len(pages) > 1000
    for each in pages:
        above = each.html.partition('class="of-provision"')[2].partition("<article")[0]
        own = re.findall(r'<p class="has-effect">|<span class="sign" data-sign="[^"]*"></span> [A-Z]', above)
        assert len(own) == 1, each.url
    above = html("H14.31/", sample_site()).partition("<article")[0]
    assert '<p class="has-effect">in effect from 8 November 2016 (<a href="../instruments/2016-11-08-dcc-live/' in above


def test_what_is_said_of_its_paragraphs_or_saved_stands_below_its_own_effect() -> None:
    for url, said in (("appendix-AL/4.26/", "Saved: anything done under Appendix AL"), ("T6.5/", "(d) In effect")):
        above = html(url, sample_site()).partition('class="of-provision"')[2].partition("<article")[0]
        assert 0 < above.find('<p class="has-effect">') < above.find(said)


def test_the_operations_of_one_instrument_are_told_together() -> None:
    told = event(html("H14.31/", sample_site()), "2016-11-25").partition("<summary>By ")[2].partition("</details>")[0]
    of = re.findall(r'href="\.\./instruments/([^/"]+)/#paragraph', told)
    assert len(of) > len(set(of)) > 1
    assert len([each for each, _ in groupby(of)]) == len(set(of))


def test_a_day_of_a_history_names_the_version_that_began_on_it() -> None:
    told = event(html("H1.1/"), "2021-02-01")
    assert '<a href="../versions/2.0/">Version 2.0</a>' in told
    assert "Version" not in event(html("H1.3/"), "2022-06-01")
