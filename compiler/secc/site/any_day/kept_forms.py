"""The forms of the documents of a state, kept between builds.

A state that was formed before, or that differs from one only in words of which no other document takes notice, costs
only looking up its forms.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache as once
from functools import partial
from pathlib import Path

from msgspec import Struct

import secc.document
import secc.render
import secc.render.exports
from secc.amending.version import DocumentVersion
from secc.code.load import DocumentCache, LoadedCode
from secc.ids import DocumentId
from secc.resolve.model import Term
from secc.site.any_day.files import Files
from secc.site.any_day.forming import FormedState, Forming, are_still
from secc.site.any_day.forms import Form
from secc.site.any_day.named_forms import NamedForms
from secc.site.any_day.offers import Called, Naming, Offer, called, offer, offers
from secc.site.any_day.terms_in_time import ToldTerms, kept_terms
from secc.site.in_time.kept import decoded, digest_of_modules
from secc.timeline.replay import Wordings


class FormedDocuments(Struct, frozen=True):
    """The names of the forms of the documents of a state, and what the terms of the state follow from."""

    names: Mapping[DocumentId, str]
    terms: bytes


class KeptForms:
    """Forms by state. `on_disk` has the settings and registers that all states share.

    What was `named` before an edit is not read again. `between` is called between one that is made and the next.
    """

    def __init__(
        self,
        on_disk: LoadedCode,
        files: Files,
        cache: DocumentCache,
        named: NamedForms | None = None,
        between: Callable[[], object] = lambda: None,
    ) -> None:
        self._between = between
        self._files = files
        self._cache = cache
        self._forming = Forming(on_disk, files, cache, _own_code())
        self._forms: dict[str, Form] = {}
        self._states: list[tuple[Wordings, FormedDocuments]] = []
        self._terms_kept: set[bytes] = set()
        self.named = NamedForms(cache, _own_code(), named)

    def of(self, wordings: Wordings) -> FormedDocuments:
        """What the documents of a state are formed to: each by the name by which `form` has it."""
        offered = self._offered(wordings)
        keys = {document: _key(offered, version) for document, version in wordings.documents.items()}
        found = {document: self._still(key) for document, key in keys.items()}
        missing = [document for document, name in found.items() if name is None]
        if missing:
            state = self._forming.state(wordings, offered)
            for document in missing:
                name, shown = state.named(document, self.named.shown)
                self.named.put(keys[document], name, shown)
                found[document] = name
                self._between()
            self._keep_terms(offered.terms, state)
        made = FormedDocuments({each: name for each, name in found.items() if name is not None}, offered.terms)
        self._states.append((wordings, made))
        return made

    def terms(self, follow_from: bytes) -> ToldTerms:
        """The terms of a state of which `of` said what they follow from; made again where the cache has lost them."""

        def again() -> tuple[Term, ...]:
            wordings = next(wordings for wordings, each in self._states if each.terms == follow_from)
            return self._forming.state(wordings, self._offered(wordings)).terms

        return kept_terms(self._cache, follow_from, again)

    def form(self, name: str) -> Form:
        """A form by a name that `of` gave it; made again where the cache has lost it."""
        if name not in self._forms:
            self._forms[name] = decoded(self._cache.kept(name), Form) or self._again(name)
        return self._forms[name]

    def show(self, paths: Iterable[str]) -> None:
        """Have the files that forms show be published."""
        for path in paths:
            self._files.figure(path)
            self._files.attachment(path)

    def let_go(self) -> None:
        """Hold no form any longer."""
        self._forms.clear()

    def _keep_terms(self, follow_from: bytes, state: FormedState) -> None:
        """Keep the terms of a state while they are at hand."""
        if follow_from not in self._terms_kept:
            self._terms_kept.add(follow_from)
            kept_terms(self._cache, follow_from, lambda: state.terms)

    def _still(self, key: bytes) -> str | None:
        """The name of the form that follows from something, if the files that it shows are as they were."""
        name = self.named.name(key)
        shown = self.named.shown(name) if name is not None else None
        return name if shown is not None and are_still(shown, self._files) else None

    def _offered(self, wordings: Wordings) -> Offer:
        """What the documents of a state offer."""
        texts = {f"{document} {version.text_key}": version for document, version in wordings.documents.items()}
        naming = Naming([self.named.called(text, partial(self._called, each)) for text, each in texts.items()])
        return offers(
            self.named.offer(f"{text} {naming.key}", partial(self._offer, each, naming)) for text, each in texts.items()
        )

    def _called(self, version: DocumentVersion) -> Called:
        return called(self._forming.surveyed(version.loaded))

    def _offer(self, version: DocumentVersion, naming: Naming) -> Offer:
        return offer(self._forming.surveyed(version.loaded), naming)

    def _again(self, name: str) -> Form:
        wordings, made = next(each for each in self._states if name in each[1].names.values())
        document = next(each for each, of_it in made.names.items() if of_it == name)
        return self._forming.state(wordings, self._offered(wordings)).made(document)


def _key(offered: Offer, version: DocumentVersion) -> bytes:
    """What the form of a document of a state follows from: its text, and what all documents offer."""
    return offered.all + bytes.fromhex(version.text_key)


@once
def _own_code() -> str:
    """The digest of the modules that make forms."""
    return digest_of_modules(_sources())


def _sources() -> Iterator[Path]:
    here = Path(__file__).parent
    for each in (secc.document, secc.render, secc.render.exports):
        folder = Path(str(each.__file__)).parent
        yield from sorted(folder.glob("*.py"))
    own = (
        "files",
        "forming",
        "forms",
        "kept_forms",
        "named_forms",
        "offers",
        "plain_pieces",
        "terms_offered",
        "tokens",
    )
    yield from (here / f"{name}.py" for name in own)
    yield from (here.parent / f"{name}.py" for name in ("addresses", "naming", "plan", "published"))
