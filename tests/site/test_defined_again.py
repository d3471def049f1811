"""A term that was taken out and defined again: its page tells of what it meant before."""

from tests.site.words_on_pages import words_on_pages

_SECTIONS = {
    "A": 'section A: Words\n\n# A1 Words\n\nA1.1 In this Code:\n\n  define "Device" means a thing.\n',
    "B": "section B: Duties\n\n# B1 Duties\n\nB1.1 Each Device shall stand.\n",
}
_INSTRUMENTS = {
    "2020-02-01-out": """\
modification 2020-02-01-out: No Device
made: 2020-02-01

1 omit the definition of "Device" in Section A1.1
""",
    "2020-03-01-again": """\
modification 2020-03-01-again: Device again
made: 2020-03-01

1 in Section A1.1, at the appropriate place insert
  > define "Device" means anything.
""",
}


def test_its_page_tells_of_what_it_meant_before() -> None:
    words = words_on_pages(_SECTIONS, _INSTRUMENTS)["terms/device/"]
    before = "The term was defined from 1 January 2020 until 1 February 2020, when it was taken out by No Device"
    assert before in words
    assert words.index("“ Device ” means anything") < words.index(before) < words.index("means a thing")
