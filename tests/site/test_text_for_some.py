"""A provision that was put into the text for some alone says that it is there for everybody."""

import pytest

from tests.site.words_on_pages import words_on_pages

_H = "section H: Words\n\n# H1 Words\n\nH1.1 A word.\n"
_BY_OPERATION = """\
modification 2020-02-01-some: For some
made: 2020-02-01

1 for region "North", in Section H1, at the end insert
  > H1.2 Another word.

2 in Section H1, at the end insert
  > H1.3 A third word.

3 for region "North", vary Section H1.1 as if for "word" there were substituted "deed"
"""
_BY_INSTRUMENT = _BY_OPERATION.replace('for region "North", ', "").replace("made:", 'for: region "North"\nmade:')
_SAID = "It is carried out for everybody, and not for region “North” alone: all have one text."


@pytest.mark.parametrize(("instrument", "number", "times"), [(_BY_OPERATION, "H1.3", 0), (_BY_INSTRUMENT, "H1.3", 2)])
def test_it_says_so_with_what_put_it_there(instrument: str, number: str, times: int) -> None:
    said = words_on_pages({"H": _H}, {"2020-02-01-some": instrument})
    assert said["H1.2/"].count(_SAID) == 2  # in its history, and where it is told whose words these are
    assert said[f"{number}/"].count(_SAID) == times
    assert _SAID not in said["H1.1/"]
