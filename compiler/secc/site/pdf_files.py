"""The PDF of each document, where PDFs are asked for: `/H.pdf`."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from secc.code.digest import code_digest
from secc.ids import Address
from secc.render.imprint import Imprint
from secc.site.plan import PlannedPage
from secc.site.sources import SiteSources
from secc.timeline.dates import printed_day


def pdf_url(first: PlannedPage) -> str:
    """Where the PDF of a document is, relative to the home page."""
    return f"{first.url.removesuffix('/')}.pdf"


@dataclass(frozen=True, slots=True)
class PdfFile:
    """A PDF, set when it is written."""

    url: str
    first: PlannedPage
    imprint: Imprint
    pictures: Callable[[str], bytes | None]

    @property
    def contents(self) -> bytes:
        """The file."""
        from secc.render.pdf import document_to_pdf  # few websites have PDFs, and the typesetter is large

        return document_to_pdf(self.first.document, self.imprint, self.pictures)


def pdf_files(sources: SiteSources, documents: Sequence[PlannedPage]) -> Iterator[PdfFile]:
    """A PDF of each document; none unless they are asked for."""
    if not sources.with_pdf:
        return
    imprint = _imprint(sources)

    def picture(path: str) -> bytes | None:
        return sources.tree.read(path) if sources.tree.has(path) else None

    for first in documents:
        yield PdfFile(pdf_url(first), first, imprint, picture)


def _imprint(sources: SiteSources) -> Imprint:
    loaded, moment = sources.code.loaded, sources.moment
    digests = {each.document.id: each.digest for each in loaded.documents}
    is_of_day = moment is not None and not sources.is_draft
    return Imprint(
        code=loaded.settings.title,
        said=f"as at {printed_day(moment.day)}" if is_of_day and moment is not None else "of the files",
        day=moment.day if moment is not None else None,
        digest=code_digest((Address(document), digests[document]) for document in sorted(digests)),
        versions=moment.versions_of(digests) if moment is not None else {},
    )
