"""A term that was taken out and defined again: its page tells of what it meant before."""

import re
from html import unescape

from secc.code.load import NoCache
from secc.history import Memory
from secc.site.sources import open_sources
from tests.site.codes import files, made_of

_WORDS = 'section A: Words\n\n# A1 Words\n\nA1.1 In this Code:\n\n  define "Device" means a thing.\n'
_OTHER = "section B: Duties\n\n# B1 Duties\n\nB1.1 Each Device shall stand.\n"
_DOCUMENTS = {"sections/A.sec": _WORDS, "sections/B.sec": _OTHER}
_INSTRUMENTS = {
    "2020-01-01-first/instrument.sec": """\
designation 2020-01-01-first: The first
made: 2020-01-01

1 designate Section A as version 1.0, in the form set out at annexes/section-A.sec
2 designate Section B as version 1.0, in the form set out at annexes/section-B.sec
""",
    **{f"2020-01-01-first/annexes/section-{each[9]}.sec": text for each, text in _DOCUMENTS.items()},
    "2020-02-01-out.sec": """\
modification 2020-02-01-out: No Device
made: 2020-02-01

1 omit the definition of "Device" in Section A1.1
""",
    "2020-03-01-again.sec": """\
modification 2020-03-01-again: Device again
made: 2020-03-01

1 in Section A1.1, at the appropriate place insert
  > define "Device" means anything.
""",
}


def test_its_page_tells_of_what_it_meant_before() -> None:
    sources = {**files(_DOCUMENTS), **{f"instruments/{name}": text.encode() for name, text in _INSTRUMENTS.items()}}
    made = made_of(open_sources(Memory(sources), NoCache()))
    html = next(each.html for each in made.pages if each.url == "terms/device/")
    words = " ".join(unescape(re.sub("<[^>]*>", " ", html)).split())
    before = "The term was defined from 1 January 2020 until 1 February 2020, when it was taken out by No Device"
    assert before in words
    assert words.index("“ Device ” means anything") < words.index(before) < words.index("means a thing")
