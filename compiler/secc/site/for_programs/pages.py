"""The data beside the pages of the Code: documents, sub-sections, clauses, definitions, instruments, versions."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from secc.code.digest import code_digest
from secc.ids import Address, DocumentId
from secc.instruments.printing import printed
from secc.render.exports.code_files import (
    CodeFile,
    DocumentLine,
    InstrumentLine,
    TermLine,
    VersionLine,
    document_line,
    version_file,
)
from secc.render.exports.facts import Facts
from secc.render.exports.files import the_code
from secc.render.exports.instrument_files import Register
from secc.render.exports.making import DocumentFiles, Edition, definition_file
from secc.render.exports.schemas import AnyFile, ListFile, to_json
from secc.site.any_day.model import Chronicle
from secc.site.any_day.texts import Texts as DatedTexts
from secc.site.for_programs.former import FormerNumber, former_file
from secc.site.for_programs.list_texts import list_text
from secc.site.for_programs.lists import ListsInTime, lists_of_code
from secc.site.for_programs.placing import beside
from secc.site.for_programs.texts import Texts, code_text, term_text, version_text
from secc.site.in_time.moment import Moment
from secc.site.in_time.register import Register as Instruments
from secc.site.in_time.version_places import version_url
from secc.site.plan import PlannedPage
from secc.site.provision_plan import PlannedProvision
from secc.site.published import PublishedFile
from secc.site.sources import SiteSources
from secc.site.terms import TermPage
from secc.timeline.changing import Changed
from secc.timeline.log import listing


@dataclass(frozen=True, slots=True)
class Planned:
    """The pages of the site whose data is wanted: documents with those below them, clauses, terms, instruments.

    `former` are the numbers that nobody has; `chronicle` is of all days, None where nothing is known of time, and
    `texts` are the texts of each page.
    """

    documents: Sequence[PlannedPage]
    provisions: Sequence[PlannedProvision]
    terms: Sequence[TermPage]
    instruments: Instruments | None
    former: Sequence[FormerNumber] = ()
    chronicle: Chronicle | None = None
    texts: DatedTexts = field(default_factory=dict)


@dataclass(slots=True)
class _Lines:
    """What the list of everything says."""

    documents: list[DocumentLine] = field(default_factory=list)
    terms: list[TermLine] = field(default_factory=list)
    instruments: list[InstrumentLine] = field(default_factory=list)
    versions: list[VersionLine] = field(default_factory=list)


class PagesForPrograms:
    """Makes the data beside pages. `changed` are the changes of every provision."""

    def __init__(
        self, sources: SiteSources, planned: Planned, facts: Facts, changed: Mapping[str, Sequence[Changed]]
    ) -> None:
        self._moment = sources.moment
        self._planned = planned
        self._facts = facts
        self._changed = changed
        self._code = the_code(sources.code.loaded.settings)
        versions = sources.moment.versions_of(sources.moment.digests) if sources.moment is not None else {}
        self._edition = Edition(self._code, None, None, versions)
        displayed = [first.document for first in planned.documents]
        self._documents = {each.id: DocumentFiles(each, self._edition, facts) for each in displayed}
        self._texts = {str(each.id): Texts(each, facts) for each in displayed}
        self._lines = _Lines()

    def files(self) -> Iterator[PublishedFile]:
        """Every file, page by page, and the list of them last."""
        yield from self._of_documents()
        yield from self._of_terms()
        if self._moment is not None:
            yield from self._of_instruments(self._moment)
            yield from self._of_versions(self._moment)
            yield from self._of_former(self._moment)
        about = self._about()
        yield from _both("", about, code_text(about))
        for url, made in (*lists_of_code(about), *self._lists()):
            yield from _both(url, made, list_text(made))

    def _of_documents(self) -> Iterator[PublishedFile]:
        """Of two parts with one number, the first alone can be told by its address, and has data."""
        done: set[Address] = set()
        for first in self._planned.documents:
            file = self._documents[first.document.id].file()
            self._lines.documents.append(document_line(file, beside(first.url, "json")))
            yield from _both(first.url, file, self._texts[str(first.document.id)].whole())
            for page in first.walk():
                if page is not first and page.address not in done:
                    done.add(page.address)
                    yield from self._provision(page.url, page.address)
        for each in self._planned.provisions:
            yield from self._provision(each.url, each.address)

    def _provision(self, url: str, address: Address) -> Iterator[PublishedFile]:
        made = self._documents[address.document].provision(address)
        return _both(url, made, self._texts[str(address.document)].of(address))

    def _of_terms(self) -> Iterator[PublishedFile]:
        for page in self._planned.terms:
            meanings = [(each.term, each.uses) for each in page.meanings]
            made = definition_file(page.name, meanings, self._edition, self._documents, self._facts)
            self._lines.terms.append(TermLine(name=page.name, also=page.also, data=beside(page.url, "json")))
            yield from _both(page.url, made, term_text(page, self._texts))

    def _of_instruments(self, moment: Moment) -> Iterator[PublishedFile]:
        known, planned = moment.timeline.known(), self._planned.instruments
        making = Register(self._code, None, moment.timeline.occurrences(), self._changed)
        refused = {ref: refusal.words for ref, refusal in moment.timeline.last().refused.items()}
        for name, url in planned.urls.items() if planned is not None else ():
            instrument = moment.timeline.by_name[name]
            line = InstrumentLine(name=name, title=instrument.title, data=beside(url, "json"))
            self._lines.instruments.append(line)
            yield from _both(url, making.file(instrument, known.standing(instrument), refused), printed(instrument))

    def _of_versions(self, moment: Moment) -> Iterator[PublishedFile]:
        for place, entry in enumerate(moment.log, 1):
            made, url = version_file(entry, listing(moment.log[:place]), self._code), version_url(entry)
            line = VersionLine(number=entry.number, in_effect=entry.in_effect, data=beside(url, "json"))
            self._lines.versions.append(line)
            yield from _both(url, made, version_text(made))

    def _of_former(self, moment: Moment) -> Iterator[PublishedFile]:
        for each in self._planned.former:
            made = former_file(each, self._code, self._changed, moment.present)
            yield from _both(each.url, made, list_text(made))

    def _lists(self) -> Iterator[tuple[str, ListFile]]:
        planned = self._planned
        if self._moment is not None and planned.instruments is not None:
            shown = frozenset(
                address
                for document, files in self._documents.items()
                for address in (Address(document), *files.addresses)
            )
            yield from ListsInTime(
                self._code, self._moment, planned.instruments, self._facts, shown, planned.chronicle
            ).all()

    def _about(self) -> CodeFile:
        moment, lines = self._moment, self._lines
        return CodeFile(
            format=1,
            code=self._code,
            as_at=moment.day if moment is not None else None,
            known=None,
            next_change=_next_day(moment),
            version=moment.version.number if moment is not None and moment.version is not None else "",
            digest=code_digest((Address(each), self._digest(each)) for each in sorted(self._documents)),
            documents=tuple(lines.documents),
            terms=tuple(lines.terms),
            instruments=tuple(lines.instruments),
            versions=tuple(lines.versions),
        )

    def _digest(self, document: DocumentId) -> str:
        return next(first.document.digest for first in self._planned.documents if first.document.id == document)


def _next_day(moment: Moment | None) -> date | None:
    return moment.next_day if moment is not None else None


def _both(url: str, file: AnyFile, text: str) -> Iterator[PublishedFile]:
    yield PublishedFile(beside(url, "json"), to_json(file))
    yield PublishedFile(beside(url, "txt"), text.encode())
