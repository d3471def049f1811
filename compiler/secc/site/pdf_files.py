"""The PDF of each document, `/H.pdf`, and of the whole Code, where they are asked for."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, partial

from secc.code.digest import code_digest
from secc.document.model import DisplayDocument
from secc.ids import Address, DocumentId
from secc.render.imprint import Imprint
from secc.site.any_day.making import AnyDay
from secc.site.kept_files import FileGroup, KeptFile, KeptFiles
from secc.site.made import LateFile
from secc.site.noted import Computed, Notes
from secc.site.plan import PlannedPage
from secc.site.sources import SiteSources
from secc.timeline.dates import printed_day

Pictures = Callable[[str], bytes | None]
CODE_PDF = "code.pdf"
"""Where the PDF of the whole Code is, relative to the home page."""


def pdf_url(first: PlannedPage) -> str:
    """Where the PDF of a document is, relative to the home page."""
    return f"{first.url.removesuffix('/')}.pdf"


class PdfFiles:
    """PDFs, each set when it is written, and kept as long as what it sets reads as it does."""

    def __init__(self, sources: SiteSources, any_day: AnyDay | None, notes: Notes, kept: KeptFiles) -> None:
        self._sources = sources
        self._any_day = any_day
        self._pictures = notes.of("pictures of PDFs", Computed(None, self._picture), str).__getitem__
        self._kept = kept

    def files(self, documents: Sequence[PlannedPage]) -> Iterator[KeptFile]:
        """The PDFs that are asked for, given the first page of each document."""
        if self._sources.with_pdf:
            for each in documents:
                yield from self._of_document(each)
        if self._sources.with_code_pdf:
            yield from self._of_code([each.document for each in documents])

    def _of_document(self, document: PlannedPage) -> Iterator[KeptFile]:
        shown = document.document
        imprint = self._imprint([shown], self._since.get(shown.id), shown.digest)
        make = partial(_set_document, shown, imprint, self._pictures)
        return self._file(LateFile(pdf_url(document), make), f"pdf {shown.id}", (shown, _said(imprint)))

    def _of_code(self, documents: Sequence[DisplayDocument]) -> Iterator[KeptFile]:
        ordered = sorted(documents, key=lambda each: each.id)
        digest = code_digest((Address(each.id), each.digest) for each in ordered)
        imprint = self._imprint(documents, max(self._since.values(), default=None), digest)
        make = partial(_set_code, documents, imprint, self._pictures)
        return self._file(LateFile(CODE_PDF, make), "pdf of the Code", (documents, _said(imprint)))

    def _file(self, file: LateFile, name: str, own: object) -> Iterator[KeptFile]:
        return self._kept.of(FileGroup(name, lambda: own, [file]))

    def _picture(self, path: str) -> bytes | None:
        tree = self._sources.tree
        return tree.read(path) if tree.has(path) else None

    def _imprint(self, documents: Sequence[DisplayDocument], since: date | None, digest: str) -> Imprint:
        """What is said of a text alone: from which day it reads so, not that of the site, which others change."""
        moment = self._sources.moment
        digests = {each.id: each.digest for each in documents}
        return Imprint(
            code=self._sources.code.loaded.settings.title,
            said=f"from {printed_day(since)}" if since is not None else "of the files",
            day=since,
            digest=digest,
            versions=moment.versions_of(digests) if moment is not None else {},
        )

    @cached_property
    def _since(self) -> Mapping[DocumentId, date]:
        """From which day each document, of those that there ever were, reads as it does on the day of the site.

        Nothing of a draft.
        """
        moment = self._sources.moment
        if moment is None or self._any_day is None or self._sources.is_draft:
            return {}
        documents = self._any_day.chronicle.documents
        found = {each.id: [day for day, _ in each.effective if day <= moment.day] for each in documents}
        return {document: max(days) for document, days in found.items() if days}


def _said(imprint: Imprint) -> object:
    return imprint.code, imprint.said, imprint.digest, sorted(imprint.versions.items())


def _set_document(document: DisplayDocument, imprint: Imprint, pictures: Pictures) -> bytes:
    from secc.render.pdf import document_to_pdf  # few websites have PDFs, and the typesetter is large

    return document_to_pdf(document, imprint, pictures)


def _set_code(documents: Sequence[DisplayDocument], imprint: Imprint, pictures: Pictures) -> bytes:
    from secc.render.pdf import code_to_pdf

    return code_to_pdf(documents, imprint, pictures)
