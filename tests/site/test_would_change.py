"""What a change in flight would do to the words of provisions, on its own page."""

import json
from collections.abc import Mapping
from datetime import date

from secc.code.load import NoCache
from secc.site.in_time.instrument_keys import instrument_keys
from secc.site.sources import SiteSources, open_sources
from tests.site.codes import made_of
from tests.site.words_on_pages import tree_of, words_of

_SECTIONS = {
    "H": "section H: Services\n\n# H1 Services\n\nH1.1 One word.\n\nH1.2 Two words.\n\nH1.3 Three words: and four.\n\n"
    'H1.4 In this Section:\n\n  define "Device" means a meter.\n'
}
_PROPOSAL = """\
consultation 2020-02-01-proposal: A proposal
consulted: 2020-02-01
from: 2020-12-01

1 in Section H1.1, for "One word" substitute "Any word"
2 omit Section H1.2
3 in the definition of "Device" in Section H1.4, for "a meter" substitute "a thing"
4 in Section H, after Section H1.4 insert
  > H1.5 Five words.
5 split Section H1.3 before "and four", the second part to be H1.3A
"""
_MADE = """\
modification 2020-02-02-made: A modification
made: 2020-02-02
from: 2020-03-01

1 in Section H1.1, for "{}" substitute "{}"
"""


def _sources(instruments: Mapping[str, str]) -> SiteSources:
    return open_sources(tree_of(_SECTIONS, instruments), NoCache(), date(2020, 6, 1))


def _would(instruments: Mapping[str, str], name: str) -> dict[str, str]:
    """What each operation of an instrument would change, with the marks, by its number."""
    html = next(each.html for each in made_of(_sources(instruments)).pages if each.url == f"instruments/{name}/")
    for tag, mark in (("<ins>", "[+"), ("</ins>", "+]"), ("<del>", "[-"), ("</del>", "-]")):
        html = html.replace(tag, mark)
    operations = html.partition("</main>")[0].split('<div class="operation" id="paragraph-')[1:]
    return {each.partition('"')[0]: words_of(each.partition('<details class="marked">')[2]) for each in operations}


def test_what_has_had_no_effect_shows_its_redline_in_place() -> None:
    would = _would({"2020-02-01-proposal": _PROPOSAL}, "2020-02-01-proposal")
    about, _, marked = would["1"].partition(" Without marks, as it would read ")
    assert about == "What would change in Section H1.1"
    assert marked == "H1.1 [- omitted: One-][+ inserted: Any+] word."
    assert "[- omitted: Two words.-]" in would["2"]
    assert "[- omitted: meter-][+ inserted: thing+]" in would["3"]
    assert would["4"] == "", "what is put in stands there as it is set out"
    assert would["5"] == "", "the first part alone would read as if the second were omitted"


def test_what_has_had_its_effect_leads_to_its_redline_and_has_none_of_what_would_be() -> None:
    made = {"2020-02-02-made": _MADE.format("One", "Each")}
    assert _would(made, "2020-02-02-made") == {"1": ""}


def test_what_is_on_effect_or_was_withdrawn_would_change_no_words() -> None:
    made = """\
direction 2020-02-02-made: A direction
made: 2020-02-02

1 commence Section H1.1, from 2020-12-01
2 vary Section H1.1 as if for "One" there were substituted "No", from 2020-03-01
3 in Section H1.1, for "One" substitute "Any", from 2020-12-01
4 omit Section H1.1, from 2021-01-01
"""
    taken_back = "notice 2020-03-02-back: A notice\nmade: 2020-03-02\n\n1 withdraw paragraph 3 of 2020-02-02-made\n"
    would = _would({"2020-02-02-made": made, "2020-03-02-back": taken_back}, "2020-02-02-made")
    assert (would["1"], would["2"], would["3"]) == ("", "", "")


def test_the_redline_is_against_the_text_as_it_will_be_just_before() -> None:
    """And the page is kept by that: another instrument that changes the provision before has it drawn again."""
    first, second = (
        {"2020-02-01-proposal": _PROPOSAL, "2020-02-02-made": _MADE.format("word", words)}
        for words in ("word", "thing")
    )
    assert "[- omitted: One-][+ inserted: Any+] word" in _would(first, "2020-02-01-proposal")["1"]
    assert _would(second, "2020-02-01-proposal")["1"] == "", "its words are not there any more"
    keys = []
    for each in (first, second):
        moment = _sources(each).moment
        assert moment is not None
        (proposal,) = (one for one in moment.timeline.instruments if one.name == "2020-02-01-proposal")
        keys.append(instrument_keys(moment).of(proposal))
    assert keys[0] != keys[1]


def test_what_could_not_be_carried_out_says_why_and_leads_to_the_conflicts() -> None:
    """The made instrument takes away, before, the words for which the proposal substitutes others."""
    sources = _sources({"2020-02-01-proposal": _PROPOSAL, "2020-02-02-made": _MADE.format("One word", "No word")})
    made = made_of(sources)
    pages = {each.url: words_of(each.html.partition("</main>")[0]) for each in made.pages}
    proposal = pages["instruments/2020-02-01-proposal/"]
    why = "the words “One word” do not stand in Section H1.1"
    assert proposal.count("Could not be carried out on the text as it will be") == 1
    assert why in proposal
    assert "Which changes in flight do not go together" in proposal
    assert "Which changes in flight do not go together" not in pages["instruments/2020-02-02-made/"]
    (data,) = [each.contents for each in made.streamed if each.url == "instruments/2020-02-01-proposal.json"]
    first, *others = json.loads(data)["operations"]
    assert "do not stand in Section H1.1" in first["refused"]
    assert not [each for each in others if "refused" in each]


def test_what_is_decided_and_has_not_come_is_told_as_to_come() -> None:
    made = made_of(_sources({"2020-02-02-made": _MADE.format("One", "No").replace("2020-03-01", "2020-08-01")}))
    (html,) = [each.html for each in made.pages if each.url == "instruments/2020-02-02-made/"]
    assert "Section H1.1 to be changed on 1 August 2020" in words_of(html)
