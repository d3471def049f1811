"""The timeline of the sample, and what is yet to have effect."""

import html
import json
import re

from tests.site.codes import sample_site

_LINK = re.compile(r'href="\.\./compare/\?doc=([^&"]+)&from=([^&"]+)&to=([^&"]+)"')


def timeline() -> str:
    (page,) = [each for each in sample_site().pages if each.url == "timeline/"]
    return html.unescape(page.html)


def of_day(day: str) -> str:
    return timeline().partition(f'id="{day}"')[2].partition("</section>")[0]


def test_a_document_leads_to_what_changed_in_its_words_on_the_day() -> None:
    (compared,) = [each for each in sample_site().streamed if each.url == "compare.json"]
    documents = json.loads(compared.contents)["documents"]
    first_days = {each["address"]: {text["from"] for text in each["texts"]} for each in documents}
    found = _LINK.findall(timeline())
    assert ("section-A", "2020-09-16", "2020-09-17") in found
    assert [(document, day) for document, _, day in found if day not in first_days[document]] == []


def test_a_document_of_which_the_effect_alone_changed_leads_to_itself() -> None:
    assert '<a href="../H/">Section H</a>' in of_day("2022-01-10")
    assert '<a href="../H/">Section H</a>' in of_day("2016-11-25")  # varied for some until then


def test_what_is_to_be_put_in_is_left_out_of_what_waits() -> None:
    (page,) = [each for each in sample_site().pages if each.url == "not-yet/"]
    assert "<dd>In Appendix AD, after Clause 1.8 of Appendix AD insert … <span" in page.html
    assert "insert: " not in page.html
