"""The data of every text that a page ever had, beside the page of the text.

It is put together when it is written, out of the pieces in plain that the chronicle holds.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from secc.document.typography import curled
from secc.ids import Address
from secc.render.exports.dated_files import BesideThen, ChangedLast, DatedTextFile, EffectThen, PageThen
from secc.render.exports.files import Holder, TheCode
from secc.render.exports.knowing import by_of, what_of
from secc.render.exports.making import refers_to
from secc.render.plain import short_name
from secc.site.any_day.beside import Beside
from secc.site.any_day.day_lists import period_words
from secc.site.any_day.model import DocumentChronicle, Page
from secc.site.any_day.periods import Period
from secc.site.any_day.plain_texts import content, words
from secc.site.any_day.texts import Text, below
from secc.site.any_day.versions_then import VersionThen
from secc.site.any_day.ways import Ways
from secc.site.for_programs.placing import beside
from secc.site.in_time.asides import SaidBeside
from secc.timeline.dates import printed_day


class DatedTexts:
    """Makes the data of texts. `told` tells of their effect, and what changed them; `versions` is by day."""

    def __init__(self, code: TheCode, ways: Ways, told: Beside, versions: Mapping[date, VersionThen]) -> None:
        self._code = code
        self._ways = ways
        self._told = told
        self._versions = versions

    def file(self, text: Text) -> DatedTextFile:
        """A text as data."""
        address, found = _address(text), content(text)
        before, after = self._around(text)
        return DatedTextFile(
            format=1,
            code=self._code,
            address=str(address),
            printed=address.printed,
            title=text.page.title,
            known_as="" if text.page.path else text.edition.known_as,
            start=text.start,
            until=text.end,
            version=self._versions[text.start].number,
            digest=text.edition.digest,
            within=tuple(_holders(text)),
            effects=tuple(_effect(text, *each) for each in self._periods(text)),
            beside=tuple(_beside(text, each) for each in self._asides(text)),
            changes=tuple(self._changes(text)),
            refers_to=refers_to(found),
            content=found,
            pages=tuple(self._listed(text)),
            before=before,
            after=after,
        )

    def words(self, text: Text) -> str:
        """A text as plain text: the titles that it stands below, its words, what it lists, its days, its effect."""
        above = [f"{holder.printed}: {holder.title}" for holder in _holders(text)]
        own = [] if text.page.path else [_title(text)]
        listed = [f"{each.number} {each.title}".strip() for each in self._listed(text)]
        stanzas = ("\n".join([*above, *own]), words(text).rstrip("\n"), "\n".join(listed), "\n".join(self._said(text)))
        return "".join(f"{each}\n\n" for each in stanzas if each).removesuffix("\n")

    def _said(self, text: Text) -> Iterator[str]:
        yield f"{curled(_address(text).printed)}, {period_words(text.start, text.end)}."
        version = self._versions[text.start]
        if version.number:
            yield f"The Code as at {printed_day(text.start)}{version.words}."
        for address, period in self._periods(text):
            since = f"from {printed_day(period.start)}: " if period.start > text.start else ""
            yield f"{curled(address.printed)}: {since}{curled(period.words)}."
        for each in self._asides(text):
            since = f"from {printed_day(each.start)}: " if each.start > text.start else ""
            yield f"Beside {curled(each.said.address.printed)}: {since}{curled(each.said.aside.words)}."

    def _listed(self, text: Text) -> Iterator[PageThen]:
        for each in below(text.edition, text.page):
            yield page_then(text.document, each, self._ways.texts[text.start, each.url])

    def _around(self, text: Text) -> tuple[str, str]:
        """Where the data of the text before is, and of the next."""
        near = self._ways.near[text.start, text.page.url]
        *before, _ = ("", *(each.url for each in near.so_far))
        return (json_of(before[-1]), json_of(near.next.url if near.next is not None else ""))

    def _periods(self, text: Text) -> Iterator[tuple[Address, Period]]:
        """The effect of the document, of the page and of what stands on it."""
        for address in _told_of(text):
            for period in self._told.periods(text, address):
                yield address, period

    def _asides(self, text: Text) -> Iterator[SaidBeside]:
        """What is said beside the same."""
        for address in _told_of(text):
            yield from self._told.asides(text, address)

    def _changes(self, text: Text) -> Iterator[ChangedLast]:
        for address, who in _provisions(text):
            last = self._told.changed(text, who)
            if last is not None:
                yield ChangedLast(address=str(address), day=last.day, what=what_of(last), by=by_of(last.by))


def _told_of(text: Text) -> Iterable[Address]:
    on_page = (each for each, _ in _provisions(text))
    return dict.fromkeys((Address(text.document.id), _address(text), *on_page))


def page_then(document: DocumentChronicle, page: Page, text: str) -> PageThen:
    """A page in a list of a day, with the address of the text that it had then."""
    address = str(Address(document.id, page.path))
    return PageThen(address=address, number=page.number, title=page.title, data=json_of(text))


def json_of(text: str) -> str:
    """Where the data of a text is, by its address."""
    return beside(text, "json") if text else ""


def _address(text: Text) -> Address:
    return Address(text.document.id, text.page.path)


def _title(text: Text) -> str:
    """Of a document, whose title is in no piece."""
    title = text.edition.title
    return f"{text.document.id.printed}: {title}{short_name(title, text.edition.known_as)}"


def _holders(text: Text) -> Iterator[Holder]:
    """What the page stands in, the document first."""
    for page in _above(text):
        address = Address(text.document.id, page.path)
        yield Holder(str(address), address.printed, page.title)


def _above(text: Text) -> list[Page]:
    above: list[Page] = []
    for page in text.edition.pages:
        del above[page.depth :]
        if page is text.page:
            break
        above.append(page)
    return above


def _provisions(text: Text) -> Iterator[tuple[Address, str]]:
    """What stands on the page and has pieces of its own, with who it is."""
    for number in text.page.pieces:
        piece = text.document.pieces[number]
        if piece.who:
            yield Address(text.document.id, piece.path), piece.who


def _beside(text: Text, each: SaidBeside) -> BesideThen:
    ends = each.end is not None and (text.end is None or each.end < text.end)
    said = each.said
    return BesideThen(
        address=str(said.address),
        words=said.aside.words,
        start=each.start,
        until=each.end if ends else None,
        by=by_of([said.aside.ref])[0],
    )


def _effect(text: Text, address: Address, period: Period) -> EffectThen:
    ends = period.end is not None and (text.end is None or period.end < text.end)
    return EffectThen(
        address=str(address),
        state=period.state,
        words=period.words,
        start=period.start,
        until=period.end if ends else None,
        by=by_of(period.refs),
    )
