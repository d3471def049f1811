"""Binds the Code of a day; what was found in a document before is not looked for again.

It stands where the document reads as it did, and where what was asked of the rest of the Code while it was bound has
the same answers (`check/kept.py`).
"""

from collections.abc import Iterator, Sequence
from functools import cache as once
from functools import cached_property
from pathlib import Path

import msgspec
from msgspec import Struct, structs

from secc.check.answers import Answers, digest_of
from secc.check.asked_code import AskedCode
from secc.check.kept import KeptLook, kept_look, stands
from secc.check.known import Known
from secc.check.looking import Looked
from secc.check.term_tables import TermTables
from secc.code.load import DocumentCache, LoadedCode
from secc.code.walk import Placed, prose_in
from secc.resolve.citation.model import Citation
from secc.resolve.model import Broken, Link, Outside, Reference, ResolvedCode, ResolvedDocument, TermUse, Words
from secc.resolve.state import State
from secc.resolve.surveyed import Surveyed
from secc.site.in_time.kept import decoded, digest_of_modules


class _Found(Struct, frozen=True, array_like=True):
    """What was found in a prose, by its place in the document. The terms are by their places among `_KeptWords.terms`.

    Its references are apart by their kinds; each kind is in order, and none overlap.
    """

    ordinal: int
    links: tuple[Link, ...]
    outside: tuple[Outside, ...]
    broken: tuple[Broken, ...]
    uses: tuple[TermUse, ...]
    cited: tuple[Citation, ...]
    out_of_scope: tuple[TermUse, ...]


class _KeptWords(Struct, frozen=True, array_like=True):
    """What was found in a document, and on what that rests. `terms` are those used, by what they say."""

    look: KeptLook
    terms: tuple[bytes, ...]
    found: tuple[_Found, ...]


def bound_code(loaded: LoadedCode, cache: DocumentCache) -> ResolvedCode:
    """The Code with its references and terms bound, as `resolve` has it."""
    binding = _Binding(State(loaded, cache), cache)
    documents = tuple(map(binding.document, binding.state.documents))
    return ResolvedCode(loaded, documents, binding.state.index.provisions, binding.state.terms)


class _Binding:
    """One state under way."""

    def __init__(self, state: State, cache: DocumentCache) -> None:
        self.state = state
        self._cache = cache
        self._code = AskedCode(state)
        self._answers = Answers(state, Known(self._code), TermTables(state, cache))

    def document(self, document: Surveyed) -> ResolvedDocument:
        """A document bound, or as it was bound before."""
        key = f"bound-{digest_of((self._base, document.id, document.loaded.key)).hex()}"
        kept = decoded(self._cache.kept(key), _KeptWords)
        if kept is not None and stands(kept.look, document, self._answers):
            numbers = [self._answers.terms.numbers[each] for each in kept.terms]
            return ResolvedDocument(document.loaded, document.blocks, tuple(_words(document.blocks, kept, numbers)))
        asking = self.state.asking
        asking.begin(document.id)
        bound = self.state.bind(document)
        asked = asking.asked
        asking.begin()
        look = kept_look(Looked((), {}), asked, document, self._answers)
        self._cache.keep(key, msgspec.msgpack.encode(_kept_words(look, bound, self._answers.terms.keys)))
        return bound

    @cached_property
    def _base(self) -> bytes:
        """What every document of the state is bound by."""
        names = [(each.survey.names, each.survey.attached) for each in self.state.documents]
        return digest_of((_own_code(), self._code.heads, names))


def _kept_words(look: KeptLook, bound: ResolvedDocument, keys: Sequence[bytes]) -> _KeptWords:
    places: dict[int, int] = {}

    def placed(uses: Sequence[TermUse]) -> tuple[TermUse, ...]:
        return tuple(
            structs.replace(each, term=places.setdefault(each.term, len(places))) if each.term is not None else each
            for each in uses
        )

    found = tuple(
        _Found(
            ordinal,
            tuple(each for each in words.references if isinstance(each, Link)),
            tuple(each for each in words.references if isinstance(each, Outside)),
            tuple(each for each in words.references if isinstance(each, Broken)),
            placed(words.uses),
            words.cited,
            placed(words.out_of_scope),
        )
        for ordinal, words in enumerate(bound.words)
        if words.references or words.uses or words.cited or words.out_of_scope
    )
    return _KeptWords(look, tuple(keys[each] for each in places), found)


def _words(blocks: Sequence[Placed], kept: _KeptWords, numbers: Sequence[int]) -> Iterator[Words]:
    """The words of a document with what was found in them, given the numbers that its terms have in this state."""
    found = {each.ordinal: each for each in kept.found}
    ordinal = 0
    for block in blocks:
        for prose in prose_in(block.block):
            here = found.get(ordinal)
            ordinal += 1
            if here is None:
                yield Words(block, prose, (), ())
                continue
            uses, out_of_scope = (_numbered(each, numbers) for each in (here.uses, here.out_of_scope))
            yield Words(block, prose, _in_order(here), uses, here.cited, out_of_scope)


def _in_order(found: _Found) -> tuple[Reference, ...]:
    references: list[Reference] = [*found.links, *found.outside, *found.broken]
    return tuple(sorted(references, key=_start))


def _start(reference: Reference) -> int:
    return reference.start


def _numbered(uses: Sequence[TermUse], numbers: Sequence[int]) -> tuple[TermUse, ...]:
    return tuple(
        TermUse(each.start, each.end, numbers[each.term], each.namespace) if each.term is not None else each
        for each in uses
    )


@once
def _own_code() -> str:
    return digest_of_modules([Path(__file__)])
