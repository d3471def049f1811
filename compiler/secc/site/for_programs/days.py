"""The data beside the lists of days: which documents and pages there were on a day, and where the data of each is."""

from collections.abc import Mapping
from datetime import date

from secc.ids import Address
from secc.render.exports.dated_files import DayFile, DocumentThen
from secc.render.exports.files import TheCode
from secc.render.plain import short_name
from secc.site.any_day.day_lists import period_words
from secc.site.any_day.listed import Listed, since
from secc.site.any_day.model import Chronicle, DocumentChronicle, Edition
from secc.site.any_day.texts import Texts, text_on
from secc.site.any_day.versions_then import VersionThen
from secc.site.for_programs.dated_texts import page_then
from secc.timeline.dates import printed_day


class Days:
    """Makes the data of days."""

    def __init__(self, code: TheCode, chronicle: Chronicle, texts: Texts, versions: Mapping[date, VersionThen]) -> None:
        self._code = code
        self._chronicle = chronicle
        self._texts = texts
        self._versions = versions
        self._documents = Listed(texts, self._document)
        self._lines = Listed(texts, _lines)

    def file(self, day: date, end: date | None) -> DayFile:
        """The pages that there were from a day on, until another."""
        found = (self._documents.on(each, day) for each in self._chronicle.documents)
        documents = tuple(each for each in found if each is not None)
        version = self._versions[day].number
        return DayFile(format=1, code=self._code, start=day, until=end, version=version, documents=documents)

    def words(self, day: date, end: date | None) -> str:
        """The same as plain text, a line for each page."""
        found = (self._lines.on(each, day) for each in self._chronicle.documents)
        said = f"The Code, {period_words(day, end)}{self._versions[day].words}"
        return f"{self._code.title}\n\n{said}\n{''.join(each for each in found if each)}"

    def _document(self, document: DocumentChronicle, edition: Edition, day: date) -> DocumentThen:
        texts = (text_on(self._texts, each.url, day) for each in edition.pages)
        urls = (each.url if each is not None else "" for each in texts)
        first, *others = (page_then(document, *each) for each in zip(edition.pages, urls, strict=True))
        return DocumentThen(
            address=first.address,
            printed=Address(document.id).printed,
            title=edition.title,
            known_as=edition.known_as,
            since=since(document, day),
            digest=edition.digest,
            data=first.data,
            pages=tuple(others),
        )


def _lines(document: DocumentChronicle, edition: Edition, day: date) -> str:
    """A document as plain text."""
    title = f"{document.id.printed}: {edition.title}{short_name(edition.title, edition.known_as)}"
    pages = (f"  {page.number} {page.title}".rstrip() + "\n" for page in edition.pages[1:])
    return f"\n{title}, as it read from {printed_day(since(document, day))}\n{''.join(pages)}"
