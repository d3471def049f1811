"""The PDF of each document, `/H.pdf`, and of the whole Code, where they are asked for."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, partial
from typing import NamedTuple

from secc.code.digest import code_digest
from secc.document.model import DisplayDocument
from secc.ids import Address, DocumentId
from secc.render.exports.files import the_code
from secc.render.imprint import Imprint
from secc.site.any_day.making import AnyDay
from secc.site.any_day.periods import periods
from secc.site.in_time.effect_lines import effect_lines
from secc.site.in_time.moment import Moment
from secc.site.in_time.register import register
from secc.site.in_time.statuses import Status, statuses
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
    """PDFs, each set when it is written, and kept as long as what it sets, and says, reads as it does."""

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
        imprint = self._imprint([shown], [shown.id], shown.digest)
        make = partial(_set_document, shown, imprint, self._pictures)
        return self._file(LateFile(pdf_url(document), make), f"pdf {shown.id}", (shown, _said(imprint)))

    def _of_code(self, documents: Sequence[DisplayDocument]) -> Iterator[KeptFile]:
        ordered = sorted(documents, key=lambda each: each.id)
        digest = code_digest((Address(each.id), each.digest) for each in ordered)
        imprint = self._imprint(documents, self._since, digest)
        make = partial(_set_code, documents, imprint, self._pictures)
        return self._file(LateFile(CODE_PDF, make), "pdf of the Code", (documents, _said(imprint)))

    def _file(self, file: LateFile, name: str, own: object) -> Iterator[KeptFile]:
        return self._kept.of(FileGroup(name, lambda: own, [file]))

    def _picture(self, path: str) -> bytes | None:
        tree = self._sources.tree
        return tree.read(path) if tree.has(path) else None

    def _imprint(self, documents: Sequence[DisplayDocument], every: Iterable[DocumentId], digest: str) -> Imprint:
        """What is said of a text alone: from which day it reads so, not that of the site, which others change.

        That follows from `every` document, those that are gone among them.
        """
        moment = self._sources.moment
        days = [self._since[each] for each in every if each in self._since]
        since = _Since(*map(max, zip(*days, strict=True))) if days else None
        digests = {each.id: each.digest for each in documents}
        settings = self._sources.code.loaded.settings
        return Imprint(
            code=settings.title,
            said=_said_since(since) if since is not None else "of the files",
            day=since.effect if since is not None else None,
            digest=digest,
            versions=moment.versions_of(digests) if moment is not None else {},
            effect={address: line for each in documents for address, line in self._effect.get(each.id, {}).items()},
            notice=the_code(settings).notice,
        )

    @property
    def _moment(self) -> Moment | None:
        """The day of the site; None where the text is not that of a day, as a draft is not."""
        return self._sources.moment if self._any_day is not None and not self._sources.is_draft else None

    @cached_property
    def _since(self) -> Mapping[DocumentId, "_Since"]:
        """From which day each document, of those that there ever were, is as it is on the day of the site."""
        moment, any_day = self._moment, self._any_day
        if moment is None or any_day is None:
            return {}
        effect = _days_of_effect(moment)
        found: dict[DocumentId, _Since] = {}
        for each in any_day.chronicle.documents:
            days = [day for day, _ in each.effective if day <= moment.day]
            if days:
                found[each.id] = _Since(max(days), max([*days, *effect.get(each.id, ())]))
        return found

    @cached_property
    def _effect(self) -> Mapping[DocumentId, Mapping[Address, str]]:
        """What is said of the effect of provisions on the day of the site, by document."""
        moment = self._moment
        if moment is None:
            return {}
        instruments = register(moment.timeline.instruments, moment.cache)
        said: dict[DocumentId, list[Status]] = {}
        for each in statuses(moment).values():
            said.setdefault(each.address.document, []).append(each)
        documents = moment.base.documents
        return {each: dict(effect_lines(documents[each], found, instruments)) for each, found in said.items()}


class _Since(NamedTuple):
    """The day from which a text reads as it does, and that, not earlier, from which its effect is as it is."""

    text: date
    effect: date


def _days_of_effect(moment: Moment) -> Mapping[DocumentId, list[date]]:
    """The days, by the day of the site, on which something else came to be said of effect in each document."""
    found: dict[DocumentId, list[date]] = {}
    for each in periods(moment):
        days = (day for start, end in each.stretches for day in (start, end) if day is not None and day <= moment.day)
        found.setdefault(each.address.document, []).extend(days)
    return found


def _said_since(since: _Since) -> str:
    """`from 8 November 2016, its effect from 25 November 2016`."""
    effect = f", its effect from {printed_day(since.effect)}" if since.effect > since.text else ""
    return f"from {printed_day(since.text)}{effect}"


def _said(imprint: Imprint) -> object:
    effect = [(str(address), line) for address, line in imprint.effect.items()]
    return imprint.code, imprint.notice, imprint.said, imprint.digest, sorted(imprint.versions.items()), effect


def _set_document(document: DisplayDocument, imprint: Imprint, pictures: Pictures) -> bytes:
    from secc.render.pdf import document_to_pdf  # few websites have PDFs, and the typesetter is large

    return document_to_pdf(document, imprint, pictures)


def _set_code(documents: Sequence[DisplayDocument], imprint: Imprint, pictures: Pictures) -> bytes:
    from secc.render.pdf import code_to_pdf

    return code_to_pdf(documents, imprint, pictures)
