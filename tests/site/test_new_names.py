"""What got another name or number is told of by the one that it has, and where its new name stands."""

import re
from functools import cache
from html import unescape

from secc.code.load import NoCache
from secc.history import Memory
from secc.site.sources import open_sources
from tests.site.codes import files, made_of

_WORDS = 'section A: Words\n\n# A1 Words\n\nA1.1 In this Code:\n\n  define "Device" means a thing.\n'
_DUTIES = "section B: Duties\n\n# B1 Duties\n\nB1.1 Each Device shall stand.\n\nB1.2 No Device shall fall.\n"
_OTHER = "section C: Others\n\n# C1 Others\n\nC1.1 Nothing is said here.\n"
_DOCUMENTS = {"sections/A.sec": _WORDS, "sections/B.sec": _DUTIES, "sections/C.sec": _OTHER}
_INSTRUMENTS = {
    "2020-01-01-first/instrument.sec": """\
designation 2020-01-01-first: The first
made: 2020-01-01

1 designate Section A as version 1.0, in the form set out at annexes/section-A.sec
2 designate Section B as version 1.0, in the form set out at annexes/section-B.sec
3 designate Section C as version 1.0, in the form set out at annexes/section-C.sec
""",
    **{f"2020-01-01-first/annexes/section-{each[9]}.sec": text for each, text in _DOCUMENTS.items()},
    "2020-02-01-varied.sec": """\
direction 2020-02-01-varied: What is varied
made: 2020-02-01

1 vary Section B1.2 as if for "No Device" there were substituted "Not every Device"
""",
    "2020-03-01-names.sec": """\
modification 2020-03-01-names: Other names
made: 2020-03-01

1 rename "Device" as "Meter"
2 renumber Section B1.2 as B1.3
""",
}


@cache
def pages() -> dict[str, str]:
    """The words of each page."""
    sources = {**files(_DOCUMENTS), **{f"instruments/{name}": text.encode() for name, text in _INSTRUMENTS.items()}}
    made = made_of(open_sources(Memory(sources), NoCache()))
    return {each.url: " ".join(unescape(re.sub("<[^>]*>", " ", each.html)).split()) for each in made.pages}


def test_the_timeline_names_the_documents_in_which_a_term_was_renamed() -> None:
    assert "Other names has effect: 2 operations on Section A , Section B" in pages()["timeline/"]


def test_a_term_is_renamed_and_a_provision_renumbered() -> None:
    assert "Renamed from “Device”" in pages()["terms/meter/"]
    assert (
        "the definition of “Meter” in Section A1.1 renamed from “Device” on 1 March 2020"
        in (pages()["instruments/2020-03-01-names/"])
    )
    assert "Renumbered from Section B1.2" in pages()["B1.3/"]


def test_what_an_operation_named_is_called_as_it_is_now() -> None:
    assert "Now: Section B1.3" in pages()["instruments/2020-02-01-varied/"]
