"""Puts the text of any day together out of a history pack, as the browser does, and says what it says in words."""

import json
import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from typing import NamedTuple, TypeVar

from secc.site.making import MadeSite
from secc.site.naming import slug

SIGN = re.compile(r"<(?P<number>[0-9]+)(?: (?P<words>[^>]*))?>")
_Value = TypeVar("_Value")
_NOW = "9999-12-31"
Period = tuple[str, str | None, int, str, *tuple[str | None, ...]]
"""From a day, until another, what is said by number, from which day it was known, until which, of which days."""


class Pages(NamedTuple):
    """An edition: its title, and the HTML of each page by its address."""

    title: str
    pages: dict[str, str]


class Pack:
    """A history pack: what it holds, its pieces as HTML, and of each the number of its provision, 0 for none."""

    def __init__(self, contents: bytes) -> None:
        self.value = json.loads(contents)
        texts = self.value["texts"]
        self.pieces = [written_out(text, self.value["forms"]) for of_one in texts for text in of_one]
        self.provisions = [number for number, of_one in enumerate(texts) for _ in of_one]
        self.known: list[tuple[str, list[tuple[str, int | None]]]] = []
        for day, alike, others in self.value["known"]:
            self.known.append((day, [*(self.known[-1][1][:alike] if self.known else ()), *others]))
        self._sequences: list[list[int]] = []

    def on(self, day: str, which: str = "effective") -> Pages | None:
        """The edition of a day."""
        return self.edition(latest(self.value[which], day))

    def as_known(self, day: str, known: str) -> Pages | None:
        """The edition of a day as known on another."""
        days = latest(self.known, known)
        return self.edition(latest(days, day)) if days else None

    def changes(self, number: int, known: str = "") -> list[tuple[str, str | None, str | None, str | None, list[int]]]:
        """What is told of the changes of a provision, by its number, as known now or on a day."""
        return [tuple(each[:5]) for each in self.value["changes"][number] if _was_known(each[0], each[5:], known)]

    def status(self, identifier: str, day: str, known: str, horizon: str = _NOW) -> list[str] | None:
        """What is said of the effect of a provision, as known now or on a day; what is known now is so on `horizon`."""
        number = told_on(self.value["statuses"].get(identifier, []), day, known, horizon)
        if number is None:
            return None
        found: list[str] = self.value["said"][number]
        return found

    def edition(self, number: int | None) -> Pages | None:
        """An edition by its number."""
        if number is None:
            return None
        found: dict[str, str] = {}
        for url, piece in self.standing(number):
            found[url] = found.get(url, "") + (self.pieces[piece] if piece is not None else "")
        return Pages(self.value["editions"][number][0], found)

    def standing(self, number: int) -> Iterator[tuple[str, int | None]]:
        """Every page of an edition, and every piece on it, by the address of the page; none where it begins."""
        url = ""
        for token in self._sequence(number):
            url = self.value["pages"][-1 - token][0] if token < 0 else url
            yield url, token if token >= 0 else None

    def _sequence(self, number: int) -> list[int]:
        while len(self._sequences) <= number:
            now = list(self._sequences[-1]) if self._sequences else []
            for start, count, added in self.value["editions"][len(self._sequences)][2]:
                now[start : start + count] = added
            self._sequences.append(now)
        return self._sequences[number]


def _was_known(day: str, known: Sequence[str], asked: str) -> bool:
    since, until = [*known, *(day, _NOW + "~")[len(known) :]]
    return since <= (asked or _NOW) < until


def written_out(text: str, forms: Sequence[str]) -> str:
    """HTML out of its shorthand."""

    def form(sign: re.Match[str]) -> str:
        words = sign["words"] or ""
        return forms[int(sign["number"])].replace("<->", slug(words)).replace("<>", words)

    return SIGN.sub(form, text)


def told_on(periods: Sequence[Period], day: str, known: str, horizon: str = _NOW) -> int | None:
    """The number of what is told of the effect on a day."""
    which = "by" if day <= (known or horizon) else "after"
    for start, end, number, since, *others in periods:
        until, of = [*others, None, None][:2]
        was_known = since <= (known or _NOW) < (until or _NOW + "~")
        if start <= day < (end or _NOW + "~") and was_known and of in (None, which):
            return number
    return None


def latest(days: Sequence[tuple[str, _Value]], day: str) -> _Value | None:
    """What holds on a day, in a list of what holds from which day."""
    found = None
    for start, value in days:
        if start > day:
            break
        found = value
    return found


def packs(site: MadeSite) -> dict[str, Pack]:
    """The packs of a site by their documents, found as the browser finds them."""
    files = {each.url: each.contents for each in site.files}
    documents = json.loads(files["api/documents.json"])["documents"]
    return {each["document"]: Pack(files[each["pack"]]) for each in documents}


def words(html: str) -> dict[str, list[str]]:
    """The words of each element with an `id`, those of the elements in it among them; of all of it by the empty one."""
    reader = _Words()
    reader.feed(html)
    reader.close()
    return {identifier: "".join(said).split() for identifier, said in reader.found.items()}


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, list[str]] = {"": []}
        self._open: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        identifier = dict(attrs).get("id")
        self._open.append(identifier)
        if identifier is not None:
            self.found[identifier] = []
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self._break(tag)
        self._open.pop()

    def handle_data(self, data: str) -> None:
        for identifier in {"", *(each for each in self._open if each is not None)}:
            self.found[identifier].append(data)

    def _break(self, tag: str) -> None:
        if tag not in _INLINE:
            self.handle_data(" ")


_VOID = {"img", "br"}
_INLINE = {"a", "em", "strong", "dfn", "code", "span", "sup", "b", "mi", "mo", "mn", "mrow", "math", "msub", "mtext"}
