"""The data beside the lists of days: which documents and pages there were on a day, and where the data of each is."""

from collections.abc import Iterator
from datetime import date

from secc.ids import Address
from secc.render.exports.dated_files import DayFile, DocumentThen
from secc.render.exports.files import TheCode
from secc.render.plain import short_name
from secc.site.any_day.day_lists import period_words
from secc.site.any_day.model import Chronicle, DocumentChronicle
from secc.site.any_day.texts import Texts, text_on
from secc.site.for_programs.dated_texts import page_then
from secc.timeline.dates import printed_day


class Days:
    """Makes the data of days."""

    def __init__(self, code: TheCode, chronicle: Chronicle, texts: Texts) -> None:
        self._code = code
        self._chronicle = chronicle
        self._texts = texts

    def file(self, day: date, end: date | None) -> DayFile:
        """The pages that there were from a day on, until another."""
        documents = tuple(each for document in self._chronicle.documents for each in self._document(document, day))
        return DayFile(format=1, code=self._code, start=day, until=end, documents=documents)

    def words(self, day: date, end: date | None) -> str:
        """The same as plain text, a line for each page."""
        return "".join(f"{line}\n" for line in self._lines(self.file(day, end)))

    def _document(self, document: DocumentChronicle, day: date) -> Iterator[DocumentThen]:
        edition = document.edition(day)
        if edition is None:
            return
        first, *others = (page_then(document, each, text_on(self._texts, each.url, day)) for each in edition.pages)
        yield DocumentThen(
            address=first.address,
            printed=Address(document.id).printed,
            title=edition.title,
            known_as=edition.known_as,
            since=max(start for start, _ in document.effective if start <= day),
            digest=edition.digest,
            data=first.data,
            pages=tuple(others),
        )

    def _lines(self, file: DayFile) -> Iterator[str]:
        yield from (self._code.title, "", f"The Code, {period_words(file.start, file.until)}")
        for each in file.documents:
            title = f"{each.printed}: {each.title}{short_name(each.title, each.known_as)}"
            yield from ("", f"{title}, as it read from {printed_day(each.since)}")
            yield from (f"  {page.number} {page.title}".rstrip() for page in each.pages)
