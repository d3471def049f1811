"""The data beside the pages of documents, sub-sections, clauses and defined terms, kept by what they are made of."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property, partial

from msgspec import Struct

from secc.document.model import DisplayDocument
from secc.ids import Address
from secc.render.exports.blocks import ProvisionBlock
from secc.render.exports.facts import NOTHING, Facts, Told
from secc.render.exports.making import DocumentFiles, Edition, definition_file
from secc.render.exports.schemas import to_json
from secc.site.for_programs.over_time import ToldOverTime, who_is_defined
from secc.site.for_programs.placing import beside
from secc.site.for_programs.planned import Planned
from secc.site.for_programs.telling import FactsInDocuments
from secc.site.for_programs.texts import Texts, term_text
from secc.site.full_pages import full_url
from secc.site.grouping import by_letter, shown_of_term
from secc.site.in_time.turning import EffectTurn
from secc.site.kept_files import FileGroup, KeptFiles
from secc.site.made import LateFile
from secc.site.noted import Computed, Notes, digest_of
from secc.site.parted import Followed, Parted, document_of
from secc.site.plan import PlannedPage
from secc.site.provision_plan import PlannedProvision
from secc.site.terms import TermPage
from secc.timeline.identities import origin


class _Meaning(Struct, frozen=True):
    """What a definition says, as data and as text."""

    block: ProvisionBlock
    text: str


class _OneDocument:
    """A document as data and as text, each made when it is first asked for."""

    def __init__(self, document: DisplayDocument, edition: Edition, facts: Facts) -> None:
        self._document = document
        self._edition = edition
        self._facts = facts

    @cached_property
    def files(self) -> DocumentFiles:
        """As data."""
        return DocumentFiles(self._document, self._edition, self._facts)

    @cached_property
    def texts(self) -> Texts:
        """As text."""
        return Texts(self._document, self._facts)

    @cached_property
    def data(self) -> bytes:
        """All of it, as data."""
        return to_json(self.files.file())

    @cached_property
    def text(self) -> str:
        """All of it, as text."""
        return self.texts.whole()

    def meaning(self, address: Address) -> _Meaning:
        """What the definition at an address says."""
        return _Meaning(self.files.block(address), self.texts.of(address))


class FilesOfCode:
    """Makes the data of a state of the Code. `facts` are what is known of provisions."""

    def __init__(
        self, planned: Planned, edition: Edition, facts: FactsInDocuments, notes: Notes, kept: KeptFiles
    ) -> None:
        self._planned = planned
        self._edition = edition
        self._follows_from = facts.follows_from
        found = Computed(None, facts.of)
        self._noted = notes.add("facts", Parted(found, Address, document_of, facts.follows_from))
        self._documents = {
            first.document.id: _OneDocument(first.document, edition, facts.of) for first in planned.documents
        }
        self._meanings = {
            first.document.id: notes.add(
                f"definitions of {first.document.id}",
                Followed(Computed(None, self._meaning), Address, cache(partial(self._behind, first.document))),
            )
            for first in planned.documents
        }
        self._kept = kept
        self._of_clauses = ToldOverTime(lambda address: self._fact(address).identity, self._turns, planned.for_some)
        self._of_definitions = ToldOverTime(who_is_defined(self._fact), self._turns_of_definition, planned.for_some)

    def of_documents(self) -> Iterator[LateFile]:
        """Of two parts with one number, the first alone can be told by its address, and has data."""
        clauses: dict[int, list[PlannedProvision]] = {}
        for each in self._planned.provisions:
            clauses.setdefault(id(each.page.document), []).append(each)
        for first in self._planned.documents:
            yield from self._of_document(first, clauses.get(id(first.document), ()))

    def of_terms(self) -> Iterator[LateFile]:
        """Each name with its meanings."""
        for letter, pages in by_letter(self._planned.terms):
            own = (self._edition.code, tuple(map(shown_of_term, pages)))
            files = [each for page in pages for each in self._of_term(page)]
            yield from self._kept.of(FileGroup(f"data of terms {letter}", partial(tuple, own), files))

    def _of_document(self, first: PlannedPage, clauses: Sequence[PlannedProvision]) -> Iterator[LateFile]:
        document = first.document
        made = _OneDocument(document, self._edition, self._fact)
        whole = dict.fromkeys((first.url, full_url(first)))  # a page with all of it has the same data
        files = [each for url in whole for each in _both(url, lambda: made.data, lambda: made.text)]
        places = {page.address: page.url for page in reversed([*first.walk()]) if page is not first}
        for address, url in (*places.items(), *((each.address, each.url) for each in clauses)):
            files += _both(url, partial(self._provision, made, address), partial(self._words, made, address))
        own = (self._edition.code, self._edition.versions.get(document.id, ""), document, [each.url for each in files])
        return self._kept.of(FileGroup(f"data of {document.id}", lambda: own, files))

    def _provision(self, made: _OneDocument, address: Address) -> bytes:
        return to_json(made.files.provision(address, self._of_clauses.told(address)))

    def _words(self, made: _OneDocument, address: Address) -> str:
        return made.texts.of(address) + self._of_clauses.text(address)

    def _turns(self, identity: str) -> tuple[EffectTurn, ...]:
        """Those of the effect of a clause, out of those of its document, which are asked for at once."""
        account = self._planned.account
        return account.turns_in.get(origin(identity), {}).get(identity, ()) if account is not None else ()

    def _turns_of_definition(self, identity: str) -> tuple[EffectTurn, ...]:
        """The same, by themselves: those of one letter are in all documents."""
        return self._planned.account.turns.get(identity, ()) if self._planned.account is not None else ()

    def _of_term(self, page: TermPage) -> Iterator[LateFile]:
        def data() -> bytes:
            meanings = [(each.term, each.uses) for each in page.meanings]
            over_time = self._of_definitions.told
            return to_json(definition_file(page.name, meanings, self._edition, self._block, self._fact, over_time))

        return _both(page.url, data, lambda: term_text(page, self._text, self._of_definitions.text))

    def _fact(self, address: Address) -> Told:
        return self._noted.get(address, NOTHING)

    def _behind(self, document: DisplayDocument) -> bytes:
        """The digest of all that what a document's definitions say follows from: it, and what is known of it."""
        return digest_of((document, self._follows_from(str(document.id))))

    def _meaning(self, address: Address) -> _Meaning:
        return self._documents[address.document].meaning(address)

    def _block(self, address: Address) -> ProvisionBlock:
        return self._meanings[address.document][address].block

    def _text(self, address: Address) -> str:
        return self._meanings[address.document][address].text


def _both(url: str, data: Callable[[], bytes], text: Callable[[], str]) -> Iterator[LateFile]:
    yield LateFile(beside(url, "json"), data)
    yield LateFile(beside(url, "txt"), lambda: text().encode())
