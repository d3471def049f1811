"""What is said of a paragraph, and of nothing that it stands in, where its clause is read."""

import re
from datetime import date

from secc.code.load import NoCache
from secc.site.making import MadeSite
from secc.site.sources import open_sources
from tests.site.codes import made_of
from tests.site.words_on_pages import tree_of, words_of

_SECTIONS = {
    "H": "section H: Services\n\n# H1 Services\n\nH1.1 The DCC shall:\n  (a) test:\n    (i) meters; and\n"
    "    (ii) hubs; and\n  (b) report.\n\nH1.2 The rest.\n"
}
_INSTRUMENTS = {
    "2020-02-01-varied": """\
modification 2020-02-01-varied: A variation
made: 2020-02-01
from: 2020-02-01

1 vary Section H1.1 as if for "shall" there were substituted "may"
2 suspend Section H1.1(b), from 2020-03-01
3 vary Section H1.1(a)(ii) as if for "hubs" there were substituted "things"
"""
}
_STATUS = re.compile(r'<p class="(?:apparatus )?status">(.*?)</p>')


def _made(day: date) -> MadeSite:
    return made_of(open_sources(tree_of(_SECTIONS, _INSTRUMENTS), NoCache(), day))


def _said(html: str) -> list[str]:
    """What is said below the words of H1.1, each by its label and its beginning."""
    clause = html.partition('id="H1.1"')[2].partition('id="H1.2"')[0]
    return [words_of(each) for each in _STATUS.findall(clause)]


def test_today_each_paragraph_of_which_something_else_is_said_has_a_line() -> None:
    made = _made(date(2020, 6, 1))
    pages = {each.url: each.html for each in made.pages}
    clause, second, report = _said(pages["H1/"])
    assert clause.endswith("varied by paragraph 1 of A variation")
    assert second.startswith("(a)(ii) In effect from 1 January 2020")
    assert second.endswith("varied by paragraphs 1 and 3 of A variation")
    assert report.startswith("(b) Suspended from 1 March 2020 ( paragraph 2 of A variation )")
    standing = words_of(pages["H1.1/"].partition('<div class="standing">')[2].partition("</div>")[0])
    assert "(b) Suspended from 1 March 2020" in standing


def test_a_written_text_says_it_of_its_days() -> None:
    (text,) = [each for each in _made(date(2020, 6, 1)).streamed if each.url == "H1/2020-02-01/index.html"]
    clause, second, report = _said(text.contents.decode())
    assert clause.endswith("varied by paragraph 1 of A variation")
    assert second.startswith("(a)(ii) In effect from 1 January 2020")
    assert report.startswith("(b) From 1 March 2020: Suspended from 1 March 2020")
