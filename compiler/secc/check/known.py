"""What a rule that reads one document may know of the rest of the Code; each answer is worked out once."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from secc.check.casing import Casing, Forms
from secc.check.lists import ParagraphList, lists
from secc.check.near import nearest
from secc.check.vocabulary import vocabulary
from secc.code.walk import Placed
from secc.ids import Address, DocumentId, DocumentKind
from secc.resolve.model import ResolvedCode, ResolvedDocument, Term, Words
from secc.resolve.terms.scope import inside


class Known:
    """The provisions, terms and settings of a Code, seen from the rules. The words of its documents are not in it."""

    def __init__(self, code: ResolvedCode) -> None:
        self.code = code
        self.settings = code.loaded.settings
        self.register = code.loaded.register
        self._near: dict[str, str | None] = {}
        self._lists: dict[str, tuple[ParagraphList, ...]] = {}
        self._vocabularies: dict[str, frozenset[str]] = {}
        self._casings: dict[DocumentId, Sequence[tuple[Words, Casing]]] = {}

    def lists(self, document: ResolvedDocument) -> tuple[ParagraphList, ...]:
        """The lists of a document, in the order of the page."""
        path = document.loaded.source.path
        if path not in self._lists:
            self._lists[path] = tuple(lists(document))
        return self._lists[path]

    def vocabulary(self, document: ResolvedDocument) -> frozenset[str]:
        """The words of Latin letters that a document uses, in lower case."""
        path = document.loaded.source.path
        if path not in self._vocabularies:
            self._vocabularies[path] = vocabulary(document)
        return self._vocabularies[path]

    @cached_property
    def forms(self) -> frozenset[str]:
        """Every way of writing every term."""
        return frozenset(form for term in self.code.terms for form in term.forms)

    @cached_property
    def terms_by_name(self) -> Mapping[str, Sequence[Term]]:
        """The terms of each name, aliases included."""
        found: dict[str, list[Term]] = {}
        for term in self.code.terms:
            for name in term.names:
                found.setdefault(name, []).append(term)
        return found

    @cached_property
    def terms_in(self) -> Mapping[DocumentId, Sequence[int]]:
        """The numbers of the terms that are introduced in each document, in order."""
        found: dict[DocumentId, list[int]] = {}
        for number, term in enumerate(self.code.terms):
            found.setdefault(term.prose.document, []).append(number)
        return found

    @cached_property
    def document_names(self) -> Mapping[str, DocumentId]:
        """The Schedules and Appendices by their titles, and every document by its short name; the longest first."""
        documents = [document.loaded.document for document in self.code.documents]
        named = {each.title.text: each.id for each in documents if each.id.kind is not DocumentKind.SECTION}
        named |= self.short_names
        return {name: named[name] for name in sorted(named, key=len, reverse=True) if name}

    @cached_property
    def initials(self) -> Mapping[str, Sequence[Term]]:
        """The terms of three words and more, by the first letters of their words."""
        found: dict[str, list[Term]] = {}
        for term in self.code.terms:
            words = [part for word in term.name.split() for part in word.split("-")]
            letters = "".join(word[0] for word in words if word[:1].isupper())
            if len(letters) > 2:
                found.setdefault(letters, []).append(term)
        return found

    @cached_property
    def units(self) -> Mapping[DocumentId, str]:
        """What each document calls its numbered provisions: Section in the main body, `unit:` elsewhere; or nothing."""
        return {
            each.id: "Section" if each.id.kind is DocumentKind.SECTION else each.attribute("unit")
            for each in (document.loaded.document for document in self.code.documents)
        }

    @cached_property
    def short_names(self) -> Mapping[str, DocumentId]:
        """The documents that have a short name (`known-as`), by it."""
        documents = (document.loaded.document for document in self.code.documents)
        return {each.attribute("known-as"): each.id for each in documents if each.attribute("known-as")}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of persons, places and works that are no defined terms: those of code.toml and of the register."""
        works = [name for work in self.register.works for name in (work.title, *work.names)]
        return tuple(dict.fromkeys((*self.settings.names, *works)))

    @property
    def as_at(self) -> str:
        """The ISO date of this state of the Code, empty where none is known."""
        return self.settings.site.as_at

    def defines(self, name: str, placed: Placed) -> bool:
        """Whether a term of this name has a meaning in the provision where a block stands."""
        found = self.terms_by_name.get(name, ())
        return any(term.within is None or inside(placed, term.within) for term in found)

    def casings(self, document: ResolvedDocument) -> Sequence[tuple[Words, Casing]]:
        """The terms in a document that are written with other capitals than their definitions have."""
        if document.loaded.document.id not in self._casings:
            self._casings[document.loaded.document.id] = tuple(self._forms_of_words.casings(document))
        return self._casings[document.loaded.document.id]

    def casings_in(self, words: Words) -> Iterator[Casing]:
        """Those in one prose."""
        return self._forms_of_words.casings_in(words)

    @cached_property
    def _forms_of_words(self) -> Forms:
        return Forms(self.code.terms)

    @cached_property
    def below(self) -> Mapping[Address, Sequence[Address]]:
        """The provisions directly below each address, in order."""
        found: dict[Address, list[Address]] = {}
        for address in self.code.provisions:
            found.setdefault(address.parent, []).append(address)
        return found

    def near_term(self, text: str) -> str | None:
        """The way of writing a term that is nearest to a phrase, if it is near at all and the figures are the same."""
        if text not in self._near:
            self._near[text] = self._nearest(text)
        return self._near[text]

    @cached_property
    def _sorted_forms(self) -> Sequence[str]:
        return sorted(self.forms)

    def _nearest(self, text: str) -> str | None:
        if len(text) < 8 or text in self.forms or not any(map(str.islower, text)):
            return None
        cutoff = _CUTOFF if len(text) >= 10 else _SHORT_CUTOFF
        found = nearest(text, self._sorted_forms, limit=1, cutoff=cutoff)
        return found[0] if found and _alike(found[0], text) else None


_CUTOFF = 87.0
_SHORT_CUTOFF = 90.0


def _alike(form: str, text: str) -> bool:
    """Whether two phrases have as many words and the same figures: SMETS1 and SMETS2 are near in letters only."""
    same_figures = list(filter(str.isdigit, form)) == list(filter(str.isdigit, text))
    return same_figures and form.count(" ") == text.count(" ")
