"""What a rule that reads one document may know of the rest of the Code; each answer is worked out once."""

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cached_property

from secc.check.asked import AskedMapping, AskedSet, unasked
from secc.check.casing import Casing, Forms
from secc.check.lists import ParagraphList, lists
from secc.check.near import likeness, nearest
from secc.check.vocabulary import vocabulary
from secc.code.settings import Settings
from secc.code.standards import RegisteredWork
from secc.code.walk import Placed
from secc.ids import Address, DocumentId, DocumentKind
from secc.resolve.asking import Whole
from secc.resolve.index import Below
from secc.resolve.model import ResolvedCode, ResolvedDocument, Term, Words
from secc.resolve.terms.scope import inside


class Known:
    """The provisions, terms and settings of a Code, seen from the rules. The words of its documents are not in it."""

    def __init__(self, code: ResolvedCode) -> None:
        self.code = code
        self._asking = code.asking
        self._settings = code.loaded.settings
        self.register = code.loaded.register
        self.house_style = code.loaded.house_style
        self._heads = code.heads
        self._near: dict[str, str | None] = {}
        self._lists: dict[str, tuple[ParagraphList, ...]] = {}
        self._vocabularies: dict[str, frozenset[str]] = {}
        self._casings: dict[str, Sequence[tuple[Words, Casing]]] = {}

    @property
    def settings(self) -> Settings:
        """All of code.toml: what is found with it is found again whenever that changes."""
        self._asking.whole(Whole.SETTINGS)
        return self._settings

    @property
    def allowed_references(self) -> tuple[str, ...]:
        """The ways of writing references that code.toml allows."""
        return self._settings.allowed_references

    def registered_title(self, document: str, title: str) -> str | None:
        """The title under which code.toml registers a document, as readers write it; None where it is this, or none."""
        self._asking.whole(Whole.TITLED, f"{document}: {title}")
        registered = dict(self._settings.titles).get(document)
        return registered if registered != title else None

    @property
    def exported_terms(self) -> frozenset[str]:
        """The terms on which documents outside the Code rely."""
        return frozenset(self._settings.exported_terms)

    @cached_property
    def _terms(self) -> tuple[Term, ...]:
        return unasked(self.code.terms)

    def forget(self) -> None:
        """Another document is looked at: what was kept of the one before is not asked for again."""
        self._lists.clear()
        self._vocabularies.clear()
        self._casings.clear()

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
    def forms(self) -> Set[str]:
        """Every way of writing every term."""
        return AskedSet(self._forms, self._asking, Whole.FORMS)

    @cached_property
    def _forms(self) -> frozenset[str]:
        return frozenset(form for term in self._terms for form in term.forms)

    @cached_property
    def terms_by_name(self) -> Mapping[str, Sequence[Term]]:
        """The terms of each name, aliases included."""
        return AskedMapping(self._terms_by_name, self._asking, Whole.NAMED)

    @cached_property
    def _terms_by_name(self) -> Mapping[str, Sequence[Term]]:
        found: dict[str, list[Term]] = {}
        for term in self._terms:
            for name in term.names:
                found.setdefault(name, []).append(term)
        return found

    @cached_property
    def numbers_by_name(self) -> Mapping[str, Sequence[int]]:
        """The numbers of the terms of each name."""
        return AskedMapping(self._numbers_by_name, self._asking, Whole.NAMED)

    @cached_property
    def _numbers_by_name(self) -> Mapping[str, Sequence[int]]:
        found: dict[str, list[int]] = {}
        for number, term in enumerate(self._terms):
            for name in term.names:
                found.setdefault(name, []).append(number)
        return found

    @cached_property
    def terms_in(self) -> Mapping[DocumentId, Sequence[int]]:
        """The numbers of the terms that are introduced in each document, in order; ask for the one looked at only."""
        found: dict[DocumentId, list[int]] = {}
        for number, term in enumerate(self._terms):
            found.setdefault(term.prose.document, []).append(number)
        return found

    @property
    def document_names(self) -> Mapping[str, DocumentId]:
        """The Schedules and Appendices by their titles, and every document by its short name; the longest first."""
        self._asking.whole(Whole.HEADS)
        return self._document_names

    @cached_property
    def _document_names(self) -> Mapping[str, DocumentId]:
        named = {each.title: each.id for each in self._heads if each.id.kind is not DocumentKind.SECTION}
        named |= self._short_names
        return {name: named[name] for name in sorted(named, key=len, reverse=True) if name}

    @cached_property
    def initials(self) -> Mapping[str, Sequence[Term]]:
        """The terms of three words and more, by the first letters of their words."""
        return AskedMapping(self._initials, self._asking, Whole.INITIALS)

    @cached_property
    def _initials(self) -> Mapping[str, Sequence[Term]]:
        found: dict[str, list[Term]] = {}
        for term in self._terms:
            words = [part for word in term.name.split() for part in word.split("-")]
            letters = "".join(word[0] for word in words if word[:1].isupper())
            if len(letters) > 2:
                found.setdefault(letters, []).append(term)
        return found

    def unit(self, document: DocumentId) -> str:
        """What a document calls its numbered provisions: Section in the main body, `unit:` elsewhere; or nothing."""
        head = self.code.head(document)
        if head is None:
            return ""
        return "Section" if document.kind is DocumentKind.SECTION else head.unit

    @property
    def short_names(self) -> Mapping[str, DocumentId]:
        """The documents that have a short name (`known-as`), by it."""
        self._asking.whole(Whole.HEADS)
        return self._short_names

    @cached_property
    def _short_names(self) -> Mapping[str, DocumentId]:
        return {each.known_as: each.id for each in self._heads if each.known_as}

    @cached_property
    def paths(self) -> Mapping[DocumentId, str]:
        """The file of each document."""
        return {each.id: each.path for each in reversed(self.code.heads)}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of persons, places and works that are no defined terms: those of code.toml and of the register."""
        works = [name for work in self.register.works for name in (work.title, *work.names)]
        return tuple(dict.fromkeys((*self._settings.names, *works)))

    def is_outdated(self, work: RegisteredWork) -> bool:
        """Whether a work of the register is not current on the date of this state."""
        self._asking.whole(Whole.OUTDATED, work.called)
        return not work.is_current(self._settings.site.as_at)

    @property
    def as_at(self) -> str:
        """The ISO date of this state of the Code, empty where none is known."""
        self._asking.whole(Whole.AS_AT)
        return self._settings.site.as_at

    def defines(self, name: str, placed: Placed) -> bool:
        """Whether a term of this name has a meaning in the provision where a block stands."""
        found = self.terms_by_name.get(name, ())
        return any(term.within is None or inside(placed, term.within) for term in found)

    def casings(self, document: ResolvedDocument) -> Sequence[tuple[Words, Casing]]:
        """The terms in a document that are written with other capitals than their definitions have."""
        path = document.loaded.source.path
        if path not in self._casings:
            self._casings[path] = tuple(self._forms_of_words.casings(document))
        return self._casings[path]

    def casings_in(self, words: Words) -> Iterator[Casing]:
        """Those in one prose."""
        return self._forms_of_words.casings_in(words)

    @cached_property
    def _forms_of_words(self) -> Forms:
        return Forms(self._terms)

    @cached_property
    def below(self) -> Mapping[Address, Sequence[Address]]:
        """The provisions directly below each address, in order."""
        return Below(self.code.provisions)

    def document_named_at(self, text: str, start: int) -> tuple[DocumentId, str] | None:
        """The document whose name stands in a text from `start` on, and its name.

        It asks nothing: a look at a document rests on all names that may stand in its words.
        """
        for name, document in self._document_names.items():
            if text.startswith(name, start) and not text[start + len(name) :][:1].isalnum():
                return document, name
        return None

    def near_name(self, name: str, cutoff: float) -> tuple[str, DocumentId] | None:
        """The short name nearest to a name that no document has, if it is near at all, and its document."""
        self._asking.whole(Whole.NEAR_NAME, f"{cutoff} {name}")
        near = nearest(name, self._short_names, limit=1, cutoff=cutoff)
        return (near[0], self._short_names[near[0]]) if near else None

    def near_documents(self, document: DocumentId) -> tuple[tuple[str, ...], DocumentId | None]:
        """The labels of its kind nearest to that of a document that there is not, and the last; None without any."""
        self._asking.whole(Whole.NEAR_DOCUMENT, str(document))
        alike = [each.id for each in self._heads if each.id.kind is document.kind]
        return nearest(document.label, (each.label for each in alike), limit=2), max(alike, default=None)

    def near_term(self, text: str) -> str | None:
        """The way of writing a term of which a phrase is most likely a slip; None for a phrase too short to tell."""
        if len(text) < _LONG_ENOUGH:
            return None
        near = self.perhaps_term(text)
        sure = _CUTOFF if len(text) >= _LONG else _SHORT_CUTOFF
        return near if near is not None and likeness(text, near) >= sure else None

    def perhaps_term(self, text: str) -> str | None:
        """The way of writing a term that is nearest to a phrase, if it is near at all and the figures are the same."""
        self._asking.whole(Whole.NEAR, text)
        if text not in self._near:
            self._near[text] = self._nearest(text)
        return self._near[text]

    @cached_property
    def _sorted_forms(self) -> Sequence[str]:
        return sorted(self._forms)

    def _nearest(self, text: str) -> str | None:
        if len(text) < _SHORTEST or text in self._forms or not any(map(str.islower, text)):
            return None
        cutoff = _CUTOFF if len(text) >= _LONG else 100 - 100 / len(text) - _ROUNDING  # one letter is another
        found = nearest(text, self._sorted_forms, limit=1, cutoff=cutoff)
        return found[0] if found and _alike(found[0], text) else None


_CUTOFF = 87.0
_SHORT_CUTOFF = 90.0
_SHORTEST, _LONG_ENOUGH, _LONG = 4, 8, 10
"""How long a phrase is that may be near to a term, that is likely a slip for it, and of which more may differ."""
_ROUNDING = 0.01


def _alike(form: str, text: str) -> bool:
    """Whether two phrases have as many words and the same figures: SMETS1 and SMETS2 are near in letters only."""
    same_figures = list(filter(str.isdigit, form)) == list(filter(str.isdigit, text))
    return same_figures and form.count(" ") == text.count(" ")
