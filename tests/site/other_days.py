"""What the data of other days is held to: their pages, and the text of the timeline."""

import json
import re
from datetime import date

import msgspec

from secc.document.model import DisplayDocument
from secc.render.exports.facts import NOTHING
from secc.render.exports.from_display import BlocksOf
from secc.render.text import parts_to_text
from secc.site.made import MadeSite, StreamedFile
from secc.site.plan import plan
from secc.timeline.timeline import Timeline
from tests.export.reading import Json, Table, blocks, said_by, tables, text
from tests.render.words import in_html, in_text
from tests.site.codes import sample_site
from tests.site.reading import elements

DATED = re.compile(r"(?:^|/)\d{4}-\d\d-\d\d(?:/index\.html|\.json|\.txt)$")
"""What is of another day: a page, or its data."""
HEADING = re.compile(r'<h1 class="of-document">.*</h1>')
"""The title of a document, which its data has beside its content."""

HELD_TO_THE_WORD = ("A", "H", "AL", "D")
"""The documents of the sample whose data is held to the text of the timeline to the word."""


def dated(site: MadeSite) -> dict[str, StreamedFile]:
    """The pages of other days."""
    pages = [each for each in site.streamed if each.url.endswith("/index.html") and DATED.search(each.url)]
    return {each.url.removesuffix("index.html"): each for each in pages if not each.url.startswith(("id/", "terms/"))}


def alternates(html: str) -> list[str]:
    """Where the head of a page says that its data is, relative to the home page."""
    links = [each.attributes for each in elements(html.partition("</head>")[0])]
    of_data = [each for each in links if each.get("type") in ("application/json", "text/plain")]
    return [place(each["href"]) for each in of_data if each.get("rel") == "alternate"]


def place(link: str) -> str:
    """Where a link from any page leads, relative to the home page."""
    return link.rpartition("../")[2].removeprefix("./").removeprefix("/")


def same_words(html: str, data: Table, words: str) -> None:
    """Hold the data of another day to its page."""
    if data["kind"] == "day":
        pages = [page for each in tables(data["documents"]) for page in (each, *tables(each["pages"]))]
        lists = elements(html.partition("<details")[2].partition("</main>")[0])
        shown = [place(each.attributes["href"]) for each in lists if each.name == "a"]
        assert [text(each["data"]).replace(".json", "/") for each in pages] == shown
        assert all(text(each["title"]) in words for each in pages)
        return
    shown = in_html(HEADING.sub("", html.partition("<article data-preview>")[2].partition("</article>")[0]))
    assert in_text(" ".join(map(said_by, blocks(data["content"])))) == shown
    assert " ".join(shown) in " ".join(in_text(words))
    assert [text(each["title"]) for each in tables(data["within"])] == [
        line.partition(": ")[2] for line in words.splitlines()[: len(list(tables(data["within"])))]
    ]


def same_data(displayed: DisplayDocument, timeline: Timeline, day: date) -> None:
    """The data of the pages of a day has what is printed of the document, and the same blocks.

    Its marks too, where the text is of that day: where only a link leads elsewhere, the text is the same.
    """
    files = {each.url: each for each in sample_site().streamed}
    first = max(each for each in timeline.days() if each <= day)
    listed = json.loads(files[f"as-at/{first}.json"].contents)["documents"]
    (lines,) = ([each, *each["pages"]] for each in listed if each["address"] == str(displayed.id))
    pages = [page for one in plan([displayed]) for page in one.walk()]
    assert [each["data"].rpartition("/")[0] + "/" for each in lines] == [page.url for page in pages]
    for line, page in zip(lines, pages, strict=True):
        data = json.loads(files[line["data"]].contents)
        made = json.loads(msgspec.json.encode(BlocksOf(lambda _: NOTHING).content(page.parts)))
        left = {"identity"} if data["from"] == str(first) else {"identity", "marks"}
        assert _without(data["content"], left) == _without(made, left), line["data"]
        words = files[line["data"].replace(".json", ".txt")].contents.decode()
        assert parts_to_text(page.parts).rstrip() in words, line["data"]


def _without(value: Json, left: set[str]) -> Json:
    if isinstance(value, dict):
        return {key: _without(each, left) for key, each in value.items() if key not in left}
    return [_without(each, left) for each in value] if isinstance(value, list) else value
