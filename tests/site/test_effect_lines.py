"""The lines in PDF and Word files about effect."""

from datetime import date

from secc.code.load import NoCache
from secc.history import Memory
from secc.site.in_time.effect_lines import effect_lines
from secc.site.in_time.register import register
from secc.site.in_time.statuses import statuses_of
from secc.site.sources import open_sources
from tests.site.history import history_files

_DAY = date(2021, 4, 1)


def lines(document: str, *operations: str) -> dict[str, str]:
    """What is said of a document, where an instrument has these operations."""
    head = 'modification 2021-03-10-pause: A "pause"\nmade: 2021-03-10\nfrom: 2021-03-10\n\n'
    text = head + "".join(f"{number} {each}\n" for number, each in enumerate(operations, 1))
    files = history_files() | {"instruments/2021-03-10-pause.sec": text.encode()}
    del files["instruments/2021-02-01-meters.sec"], files["document-log.toml"]
    moment = open_sources(Memory(files), NoCache(), _DAY).moment
    assert moment is not None
    version = next(each for each in moment.base.documents.values() if str(each.id) == document)
    said = tuple(statuses_of(version, moment.effects, _DAY))
    found = effect_lines(version, said, register(moment.timeline.instruments, NoCache()))
    return {str(address): line for address, line in found}


def test_what_is_said_of_all_that_stands_in_one_is_said_once() -> None:
    assert lines("section-H", "suspend Section H1") == {
        "section-H/H1": "‖ Suspended from 10 March 2021 (paragraph 1 of A “pause”)",
    }


def test_of_what_is_in_effect_in_part_the_rest_is_said_not_to_be() -> None:
    found = lines("section-H", "suspend Section H1", "resume Section H1.2")
    suspended = "suspended from 10 March 2021 (paragraph 1 of A “pause”)"
    assert found == {
        "section-H/H1": f"◐ In effect in part; the rest {suspended}",
        "section-H/H1.1": f"‖ S{suspended[1:]}",
        "section-H/H1.3": f"‖ S{suspended[1:]}",
    }


def test_what_has_effect_in_what_has_none_for_some_is_said_to() -> None:
    found = lines("section-H", 'suspend Section H1, for region "North"', 'resume Section H1.2, for region "North"')
    assert found["section-H/H1"].startswith("◐ In effect in part for region “North”; the rest suspended")
    assert found["section-H/H1.2"] == "In effect"


def test_what_stands_in_what_is_varied_is_not_said_to_be_in_effect() -> None:
    found = lines("section-H", 'vary Section H1.2 as if for "a record" there were substituted "records"')
    assert list(found) == ["section-H/H1.2"]
    assert found["section-H/H1.2"].startswith("≈ In effect from 1 January 2020")
    assert found["section-H/H1.2"].endswith("; varied by paragraph 1 of A “pause”")


def test_what_cannot_be_varied_is_not_said_to_be() -> None:
    found = lines("section-H", 'vary Section H1.2 as if for "no such words" there were substituted "records"')
    assert list(found) == ["section-H/H1.2"]
    assert found["section-H/H1.2"].startswith("! In effect from 1 January 2020")
    assert found["section-H/H1.2"].partition("; ")[2] == (
        "not varied by paragraph 1 of A “pause”, which cannot be carried out: "
        "the words “no such words” do not stand in Section H1.2"
    )


def test_nothing_is_said_of_what_is_plainly_in_effect() -> None:
    assert lines("section-A", "suspend Section H1") == {}
