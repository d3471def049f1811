"""What `secc export` puts out: documents of a day or of a version, with what is known of them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from secc.check.asked_code import AskedCode
from secc.cli.exported_over_time import AskedOverTime, definitions_over_time
from secc.cli.moments import Opening, knowledge
from secc.cli.options import cache_of
from secc.cli.sides import Side
from secc.code.digest import code_digest
from secc.code.load import NoCache
from secc.document import from_resolved
from secc.document.model import DisplayDocument
from secc.history import Folder
from secc.ids import Address, DocumentId
from secc.render.exports.blocks import ProvisionBlock
from secc.render.exports.code_files import (
    CodeFile,
    InstrumentLine,
    TermLine,
    VersionFile,
    VersionLine,
    document_line,
    version_file,
)
from secc.render.exports.facts import NOTHING, Facts, Told, facts_of
from secc.render.exports.files import DefinitionFile, the_code
from secc.render.exports.instrument_files import InstrumentFile, Register
from secc.render.exports.knowing import Asked, Knowing
from secc.render.exports.making import DocumentFiles, Edition, OverTime, definition_file
from secc.render.imprint import Imprint
from secc.resolve.model import ResolvedCode
from secc.resolve.state import State
from secc.site.citing import cited
from secc.site.in_time.effect_lines import effect_lines
from secc.site.in_time.register import register
from secc.site.in_time.statuses import statuses_of
from secc.site.terms import FOLDER as TERMS
from secc.site.terms import TermPage, term_pages
from secc.timeline.ahead import ahead
from secc.timeline.changing import Changed, changes
from secc.timeline.effect import Effects
from secc.timeline.log import listing
from secc.timeline.overtaken import overtaken

DEFINITIONS, INSTRUMENTS, VERSIONS = "definitions", "instruments", "versions"
"""The folders of the files that are of no document."""


def term_name(page: TermPage) -> str:
    """What the file of a term is called: `user-role`."""
    return page.url.removeprefix(TERMS).rstrip("/")


@dataclass(frozen=True)
class Exported:
    """A text to be put out. `side` is its text, and `only` the document that is wanted, where it is one alone.

    `day` is None where the text is that of the files and nothing is known of time.
    """

    opening: Opening
    side: Side
    only: DocumentId | None
    day: date | None

    @cached_property
    def code(self) -> ResolvedCode:
        """The Code, bound."""
        return AskedCode(State(self.side.loaded, cache_of(self.opening.place)))

    @cached_property
    def documents(self) -> tuple[DisplayDocument, ...]:
        """The documents that are wanted."""
        wanted = (each.id for each in self.side.loaded.documents if self.only in (None, each.id))
        return tuple(from_resolved(self.code.document(each), self.code.terms) for each in wanted)

    @cached_property
    def imprint(self) -> Imprint:
        """What a file says of the text that it sets."""
        return Imprint(
            code=self.edition.code.title,
            said=self.side.said if self.day is not None else "as it stands",
            day=self.day,
            digest=self.documents[0].digest if self.only is not None else self._digest,
            versions=self.side.versions,
            effect=dict(self._effect()),
            notice=self.edition.code.notice,
        )

    def _effect(self) -> Iterator[tuple[Address, str]]:
        if self.day is None:
            return
        timeline, asked = self.opening.timeline, knowledge(self.side.known)
        effects, instruments = Effects(timeline, asked), register(timeline.instruments, NoCache())
        for document, version in timeline.base(self.day, asked).documents.items():
            if self.only in (None, document):
                yield from effect_lines(version, tuple(statuses_of(version, effects, self.day)), instruments)

    @cached_property
    def edition(self) -> Edition:
        """Which text it is."""
        return Edition(the_code(self.side.loaded.settings), self.day, self.side.known, self.side.versions)

    @cached_property
    def files(self) -> Mapping[DocumentId, DocumentFiles]:
        """The documents as data."""
        return {each.id: DocumentFiles(each, self.edition, self.facts) for each in self.documents}

    @cached_property
    def facts(self) -> Facts:
        """What is known of provisions."""
        return facts_of(self.told, cited(self.code))

    def told(self, address: Address) -> Told:
        """The same, without what refers to them."""
        return self._known.get(address, NOTHING)

    def _block(self, address: Address) -> ProvisionBlock:
        return self.files[address.document].block(address)

    def definitions(self) -> Iterator[tuple[TermPage, DefinitionFile]]:
        """Every name that is defined, in alphabetical order."""
        for page in self._terms:
            meanings = [(each.term, each.uses) for each in page.meanings]
            yield page, definition_file(page.name, meanings, self.edition, self._block, self.facts, self._over_time)

    @cached_property
    def _over_time(self) -> Callable[[Address], OverTime]:
        if self.day is None:
            return lambda _: OverTime()
        asked = AskedOverTime(self.opening, self.day, self.side.known, self._changes)
        return definitions_over_time(asked, self.facts).told

    def instruments(self) -> Iterator[InstrumentFile]:
        """Every instrument that had been recorded, by name."""
        if self.day is None:
            return
        asked = knowledge(self.side.known)
        timeline = self.opening.timeline
        known = timeline.known(asked)
        ends = overtaken(timeline, Effects(timeline, asked), asked)
        register = Register(self.edition.code, known, timeline.occurrences(asked), self._changes, ends)
        recorded = timeline.as_recorded(self.side.known) if self.side.known is not None else timeline
        refused = {ref: words for each in ahead(recorded, self.day) for ref, words in each.refused.items()}
        refused |= {ref: refusal.words for ref, refusal in timeline.base(date.max, asked).refused.items()}
        for each in known.instruments:
            yield register.file(each, refused)

    def versions(self) -> Iterator[VersionFile]:
        """The consolidated versions that had been recorded, oldest first."""
        log = self.opening.log if self.day is not None else ()
        for place, entry in enumerate(log, 1):
            if self.side.known is None or entry.recorded <= self.side.known:
                yield version_file(entry, listing(log[:place]), self.edition.code)

    def picture(self, path: str) -> bytes | None:
        """The file of a picture; None where there is none."""
        tree = Folder(self.opening.place)
        return tree.read(path) if path and tree.has(path) else None

    def about(self, ending: str = "") -> CodeFile:
        """What the Code is made of; with an `ending`, each thing with the file of its data (`exported_forms.py`)."""

        def data(*steps: str) -> str:
            return f"{'/'.join(steps)}{ending}" if ending else ""

        versions = tuple(self.versions())
        last = [each for each in versions if self.day is not None and each.in_effect <= self.day]
        return CodeFile(
            format=1,
            code=self.edition.code,
            as_at=self.day,
            known=self.side.known,
            next_change=min((day for day in self._next_days() if day is not None), default=None),
            version=max(last, key=lambda each: each.in_effect).number if last else "",
            digest=self._digest,
            documents=tuple(
                document_line(each, self.edition.versions.get(each.id, ""), data(str(each.id)))
                for each in self.documents
            ),
            terms=tuple(
                TermLine(name=each.name, also=each.also, data=data(DEFINITIONS, term_name(each)))
                for each in self._terms
            ),
            instruments=tuple(
                InstrumentLine(name=each.name, title=each.title, data=data(INSTRUMENTS, each.name))
                for each in self.instruments()
            ),
            versions=tuple(
                VersionLine(number=each.number, in_effect=each.in_effect, data=data(VERSIONS, each.number))
                for each in versions
            ),
        )

    def _next_days(self) -> Iterator[date | None]:
        yield from (told.next_change for told in self._known.values())

    @property
    def _digest(self) -> str:
        """That of all documents of the text, in their order."""
        ordered = sorted(self.side.loaded.documents, key=lambda each: each.id)
        return code_digest((Address(each.id), self.side.digest_of(each)) for each in ordered)

    @cached_property
    def _terms(self) -> tuple[TermPage, ...]:
        return term_pages(self.code)

    @cached_property
    def _changes(self) -> Mapping[str, tuple[Changed, ...]]:
        documents = None if self.only is None else [self.only]
        return changes(self.opening.timeline, knowledge(self.side.known), documents)

    @cached_property
    def _known(self) -> Mapping[Address, Told]:
        if self.day is None:
            return {}
        asked = Asked(self.day, knowledge(self.side.known))
        base = self.opening.timeline.base(self.day, asked.knowledge).documents
        wanted = [each for document, each in base.items() if self.only in (None, document)]
        return dict(Knowing(self.opening.timeline, asked, self._changes).told(wanted))
