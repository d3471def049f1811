"""The data beside pages that are written by hand: their words, out of the HTML that was made of them."""

from collections.abc import Iterator
from html.parser import HTMLParser

from secc.render.exports.files import TheCode
from secc.render.exports.schemas import to_json
from secc.render.exports.site_files import WrittenFile, WrittenPart
from secc.site.for_programs.describing import URL as DESCRIPTION
from secc.site.for_programs.placing import beside
from secc.site.published import PublishedFile

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CELLS = frozenset(("td", "th"))
_UNREAD = frozenset(("script", "style"))
_INLINE = frozenset(
    ("a", "abbr", "b", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "small")
)
_INLINE |= frozenset(("span", "strong", "sub", "sup", "time", "u", "var"))


def files_by_hand(url: str, title: str, html: str, code: TheCode, made_by: str) -> Iterator[PublishedFile]:
    """The data of a page, and its text. `html` is what stands on it, without what all pages have."""
    reader = _Reader(title)
    reader.feed(html)
    reader.close()
    file = WrittenFile(
        format=1,
        code=code,
        title=title,
        parts=reader.parts(),
        about=beside("", "json"),
        description=DESCRIPTION,
        made_by=made_by,
    )
    yield PublishedFile(beside(url, "json"), to_json(file))
    yield PublishedFile(beside(url, "txt"), _text(file).encode())


def _text(file: WrittenFile) -> str:
    """The title, what readers are to be told of the Code, and each part below its heading."""
    stanzas = [file.code.title, file.code.notice, file.title]
    for part in file.parts:
        stanzas += [part.heading, "\n".join(part.text)]
    return "\n".join(f"{each}\n" for each in stanzas if each)


class _Reader(HTMLParser):
    """Takes the words out of HTML, part by part. A heading that says the title of the page stands above no part."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._parts: list[tuple[str, list[str]]] = [("", [])]
        self._said = ""
        self._unread = 0

    def parts(self) -> tuple[WrittenPart, ...]:
        """What was read."""
        self._end()
        return tuple(WrittenPart(heading=heading, text=tuple(text)) for heading, text in self._parts if heading or text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Whatever is not within a line begins another."""
        if tag == "img":
            self._said += dict(attrs).get("alt") or ""
        elif tag in _UNREAD:
            self._unread += 1
        elif tag not in _INLINE and tag not in _CELLS:
            self._end()

    def handle_endtag(self, tag: str) -> None:
        """The end of a line, a cell or a heading."""
        if tag in _UNREAD:
            self._unread -= 1
        elif tag in _HEADINGS:
            heading, self._said = _plain(self._said), ""
            self._parts.append((heading if heading != self._title else "", []))
        elif tag in _CELLS:
            self._said += "\t"
        elif tag not in _INLINE:
            self._end()

    def handle_data(self, data: str) -> None:
        """Words."""
        if not self._unread:
            self._said += data.replace("\t", " ")

    def _end(self) -> None:
        line, self._said = _plain(self._said), ""
        if line:
            self._parts[-1][1].append(line)


def _plain(said: str) -> str:
    """Words with one space between them, cells with a tab."""
    return "\t".join(" ".join(cell.split()) for cell in said.split("\t")).strip()
