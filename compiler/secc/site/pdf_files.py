"""The PDF of each document, where PDFs are asked for: `/H.pdf`."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property, partial

from secc.document.model import DisplayDocument
from secc.ids import DocumentId
from secc.render.imprint import Imprint
from secc.site.any_day.making import AnyDay
from secc.site.kept_files import FileGroup, KeptFile, KeptFiles
from secc.site.made import LateFile
from secc.site.noted import Computed, Notes
from secc.site.plan import PlannedPage
from secc.site.sources import SiteSources
from secc.timeline.dates import printed_day

Pictures = Callable[[str], bytes | None]


def pdf_url(first: PlannedPage) -> str:
    """Where the PDF of a document is, relative to the home page."""
    return f"{first.url.removesuffix('/')}.pdf"


class PdfFiles:
    """PDFs of documents, each set when it is written, and kept as long as its document reads as it does."""

    def __init__(self, sources: SiteSources, any_day: AnyDay | None, notes: Notes, kept: KeptFiles) -> None:
        self._sources = sources
        self._any_day = any_day
        self._pictures = notes.of("pictures of PDFs", Computed(None, self._picture), str).__getitem__
        self._kept = kept

    def of(self, document: PlannedPage) -> Iterator[KeptFile]:
        """The PDF of one document, given its first page."""
        shown, imprint = document.document, self._imprint(document.document)
        file = LateFile(pdf_url(document), partial(_set, shown, imprint, self._pictures))
        own = (shown, imprint.code, imprint.said, imprint.edition(shown))
        yield from self._kept.of(FileGroup(f"pdf {shown.id}", lambda: own, [file]))

    def _picture(self, path: str) -> bytes | None:
        tree = self._sources.tree
        return tree.read(path) if tree.has(path) else None

    def _imprint(self, document: DisplayDocument) -> Imprint:
        """What is said of a document alone: from which day it reads so, not that of the site, which others change."""
        moment, since = self._sources.moment, self._since.get(document.id)
        digests = {document.id: document.digest}
        return Imprint(
            code=self._sources.code.loaded.settings.title,
            said=f"from {printed_day(since)}" if since is not None else "of the files",
            day=since,
            digest=document.digest,
            versions=moment.versions_of(digests) if moment is not None else {},
        )

    @cached_property
    def _since(self) -> Mapping[DocumentId, date]:
        """From which day each document reads as it does on the day of the site; nothing of a draft."""
        moment = self._sources.moment
        if moment is None or self._any_day is None or self._sources.is_draft:
            return {}
        documents = self._any_day.chronicle.documents
        found = {each.id: [day for day, _ in each.effective if day <= moment.day] for each in documents}
        return {document: max(days) for document, days in found.items() if days}


def _set(document: DisplayDocument, imprint: Imprint, pictures: Pictures) -> bytes:
    from secc.render.pdf import document_to_pdf  # few websites have PDFs, and the typesetter is large

    return document_to_pdf(document, imprint, pictures)
