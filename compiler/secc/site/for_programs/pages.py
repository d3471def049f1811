"""The data beside the pages of the Code: documents, sub-sections, clauses, definitions, instruments, versions."""

from collections.abc import Iterator, Mapping, Sequence

from secc.code.digest import code_digest
from secc.ids import Address
from secc.render.exports.code_files import (
    CodeFile,
    DocumentLine,
    InstrumentLine,
    TermLine,
    VersionLine,
    document_line,
    version_file,
)
from secc.render.exports.files import the_code
from secc.render.exports.making import Edition
from secc.render.exports.schemas import AnyFile, ListFile, to_json
from secc.site.any_day.making import COMPARE
from secc.site.any_day.model import Chronicle
from secc.site.any_day.periods import periods
from secc.site.for_programs.asking import compare_file, compare_text, search_file, search_text
from secc.site.for_programs.files_of_code import FilesOfCode
from secc.site.for_programs.files_of_instruments import FilesOfInstruments
from secc.site.for_programs.former import former_file
from secc.site.for_programs.list_texts import list_text
from secc.site.for_programs.lists import ListsInTime, lists_of_code
from secc.site.for_programs.placing import beside
from secc.site.for_programs.planned import Planned
from secc.site.for_programs.telling import FactsInDocuments
from secc.site.for_programs.terms_in_time import URL as TERMS_IN_TIME
from secc.site.for_programs.terms_in_time import terms_in_time_file, terms_in_time_text
from secc.site.for_programs.texts import code_text, version_text
from secc.site.in_time.moment import Moment
from secc.site.in_time.version_places import version_url
from secc.site.kept_files import KeptFiles
from secc.site.made import StreamedFile
from secc.site.noted import Notes
from secc.site.plan import PlannedPage
from secc.site.published import PublishedFile
from secc.site.search.making import PAGE as SEARCH
from secc.site.sources import SiteSources
from secc.timeline.changing import Changed
from secc.timeline.log import LogEntry, listing


class PagesForPrograms:
    """Makes the data beside pages. `changed` are the changes of every provision; `notes` what is asked to make it."""

    def __init__(
        self,
        sources: SiteSources,
        planned: Planned,
        facts: FactsInDocuments,
        changed: Mapping[str, Sequence[Changed]],
        notes: Notes,
        kept: KeptFiles,
    ) -> None:
        self._moment = sources.moment
        self._on_disk = sources.code.loaded
        self._planned = planned
        self._facts = facts.of
        self._changed = changed
        self._code = the_code(sources.code.loaded.settings)
        digests = {first.document.id: first.document.digest for first in planned.documents}
        versions = sources.moment.versions_of(digests) if sources.moment is not None else {}
        self._edition = Edition(self._code, None, None, versions)
        self._kept = kept
        self._data = FilesOfCode(planned, self._edition, facts, notes, kept)

    def files(self) -> Iterator[StreamedFile]:
        """Every file, page by page, and the list of them last."""
        yield from self._data.of_documents()
        yield from self._data.of_terms()
        if self._moment is not None:
            if self._planned.instruments is not None:
                pages = self._planned.instruments
                yield from FilesOfInstruments(self._code, self._moment, pages, self._kept).files()
            yield from self._of_versions(self._moment)
            yield from self._of_former(self._moment)
        about = self._about()
        yield from _both("", about, code_text(about))
        for url, made in (*lists_of_code(about), *self._lists()):
            yield from _both(url, made, list_text(made))
        if self._moment is not None and self._planned.any_day is not None:
            yield from self._of_asking(self._moment, self._planned.any_day.chronicle)

    def _of_versions(self, moment: Moment) -> Iterator[PublishedFile]:
        for place, entry in enumerate(moment.log, 1):
            made, url = version_file(entry, listing(moment.log[:place]), self._code), version_url(entry)
            yield from _both(url, made, version_text(made))

    def _of_former(self, moment: Moment) -> Iterator[PublishedFile]:
        for each in self._planned.former:
            made = former_file(each, self._code, self._changed, moment.present)
            yield from _both(each.url, made, list_text(made))

    def _lists(self) -> Iterator[tuple[str, ListFile]]:
        planned = self._planned
        if self._moment is not None and planned.instruments is not None:
            yield from ListsInTime(
                self._code,
                self._moment,
                planned.instruments,
                self._facts,
                planned.standing,
                planned.any_day,
                self._on_disk,
            ).all()

    def _of_asking(self, moment: Moment, chronicle: Chronicle) -> Iterator[PublishedFile]:
        compared, searched = compare_file(chronicle, self._code), search_file(chronicle, periods(moment), self._code)
        yield from _both(COMPARE, compared, compare_text(compared))
        yield from _both(SEARCH, searched, search_text(searched))
        terms = terms_in_time_file(chronicle, self._code)
        yield from _both(TERMS_IN_TIME, terms, terms_in_time_text(terms))

    def _about(self) -> CodeFile:
        moment, displayed = self._moment, {first.document.id: first.document for first in self._planned.documents}
        return CodeFile(
            format=1,
            code=self._code,
            as_at=moment.day if moment is not None else None,
            known=None,
            next_change=moment.next_day if moment is not None else None,
            version=moment.version.number if moment is not None and moment.version is not None else "",
            digest=code_digest((Address(each), displayed[each].digest) for each in sorted(displayed)),
            documents=tuple(map(self._document_line, self._planned.documents)),
            terms=tuple(
                TermLine(name=each.name, also=each.also, data=beside(each.url, "json")) for each in self._planned.terms
            ),
            instruments=tuple(self._instrument_lines()),
            versions=tuple(map(_version_line, moment.log)) if moment is not None else (),
        )

    def _document_line(self, first: PlannedPage) -> DocumentLine:
        version = self._edition.versions.get(first.document.id, "")
        return document_line(first.document, version, beside(first.url, "json"))

    def _instrument_lines(self) -> Iterator[InstrumentLine]:
        planned = self._planned.instruments
        if planned is None:
            return
        for name, each in planned.instruments.items():
            url = planned.urls[name]
            yield InstrumentLine(name=name, title=each.title, data=beside(url, "json"))


def _version_line(entry: LogEntry) -> VersionLine:
    return VersionLine(number=entry.number, in_effect=entry.in_effect, data=beside(version_url(entry), "json"))


def _both(url: str, file: AnyFile, text: str) -> Iterator[PublishedFile]:
    yield PublishedFile(beside(url, "json"), to_json(file))
    yield PublishedFile(beside(url, "txt"), text.encode())
