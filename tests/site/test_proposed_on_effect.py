"""What is proposed is in flight, where it would change the effect of provisions alone, too."""

from datetime import date

from secc.code.load import NoCache
from secc.site.sources import open_sources
from tests.site.codes import made_of
from tests.site.words_on_pages import tree_of, words_of

_SECTIONS = {"H": "section H: Services\n\n# H1 Services\n\nH1.1 Words here.\n\nH1.2 Words there.\n"}
_INSTRUMENTS = {
    "2020-02-01-consulted": """\
direction 2020-02-01-consulted: A commencement consulted on
consulted: 2020-02-01

1 commence Section H1.1, from 2020-06-01
""",
    "2020-02-02-made": """\
direction 2020-02-02-made: A commencement made
made: 2020-02-02

1 commence Section H1.2, from 2020-06-01
""",
    "2020-02-03-withdrawn": """\
direction 2020-02-03-withdrawn: A commencement withdrawn
consulted: 2020-02-03
withdrawn: 2020-02-04

1 commence Section H1.2, from 2020-06-01
""",
    "2020-02-05-note": """\
notice 2020-02-05-note: A remark
status: draft

1 no change to Section H1.1: it is to stay
""",
}


def test_what_is_proposed_on_effect_alone_is_listed() -> None:
    made = made_of(open_sources(tree_of(_SECTIONS, _INSTRUMENTS), NoCache(), date(2020, 3, 1)))
    said = {each.url: words_of(each.html) for each in made.pages}
    listed = said["in-flight/"]
    assert "A commencement consulted on" in listed
    assert all(each not in listed for each in ("A commencement made", "A commencement withdrawn", "A remark"))
    assert "1 change in flight" in said[""]
    assert "Commence Section H1.2, from 1 June 2020" in said["not-yet/"]
    assert "in effect, as part of the text" in said["H1.1/"]
