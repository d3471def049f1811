"""An instrument's page says of a day that it told, and that another has told anew since, that it does not hold."""

from tests.site.words_on_pages import words_on_pages

_SECTIONS = {"H": "section H: Services\n\n# H1 Services\n\nH1.1 Words by 31 July 2020.\n\nH1.2 Words.\n"}
_FIRST = """\
notice 2020-02-01-first: First
made: 2020-02-01

1 event "Live" occurs on 2020-06-01
2 fix the date in Section H1.1 as 2020-09-30
3 event "Start" occurs on 2020-07-01, for region "North"
4 event "Start" occurs on 2020-08-01, for region "South"
5 commence Section H1.2, from 2020-05-31 or such later date as is directed
6 fix the date in paragraph 5 of this notice as 2020-10-01
"""
_SECOND = """\
notice 2020-03-01-second: Second
made: 2020-03-01
recorded: 2020-03-05

1 event "Live" occurs on 2020-06-15
2 fix the date in Section H1.1 as 2020-12-18
3 event "Start" occurs on 2020-07-02, for region "North"
4 fix the date in paragraph 5 of 2020-02-01-first as 2020-11-01
"""


def test_what_was_told_anew_says_so() -> None:
    pages = words_on_pages(_SECTIONS, {"2020-02-01-first": _FIRST, "2020-03-01-second": _SECOND})
    first, second = (pages[f"instruments/{name}/"] for name in ("2020-02-01-first", "2020-03-01-second"))
    anew = "Effect: until told anew on 5 March 2020 as"
    assert f"“Live” occurs on 1 June 2020. {anew} 15 June 2020, by paragraph 1 of Second" in first
    assert (
        f"Fix the date in Section H1.1 as 30 September 2020. {anew} 18 December 2020, by paragraph 2 of Second" in first
    )
    assert f"for region “North”. {anew} 2 July 2020, by paragraph 3 of Second" in first
    assert f"as 1 October 2020. {anew} 1 November 2020, by paragraph 4 of Second" in first
    assert first.count("told anew") == 4
    assert "told anew" not in second
