"""Where each instrument is on the site, and how it is linked to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TypeVar

from msgspec import Struct

from secc.code.load import DocumentCache
from secc.document.typography import curled
from secc.instruments.model import Instrument, Operation
from secc.instruments.patterns import PRINTED_NUMBER, PRINTED_OPERATIONS
from secc.instruments.printing import sentence
from secc.instruments.printing_when import listed, printed_operations
from secc.instruments.when import OperationRef
from secc.render.escaping import escape
from secc.site.in_time.for_readers import for_readers
from secc.site.in_time.sentences import sentences
from secc.site.naming import slug, unique, up
from secc.site.noted import Later, Notes, digest_of
from secc.site.parted import Parted, in_one
from secc.timeline.instrument_faults import text_for_some
from secc.timeline.scopes import printed_scope

FOLDER = "instruments/"
_Kind = TypeVar("_Kind")


class Register(Struct, frozen=True):
    """The instruments by name, the page of each, relative to the home page, and what it is called.

    `words` are the operations of each in words, in their order, as they name other instruments, and `named` what may be
    names in them. `operations` are they by what they are called, and `sentences` these in words for readers: of two
    with one number, the first has it. `for_some` are those that say for whom they change the text, in words.
    """

    instruments: Mapping[str, Instrument]
    urls: Mapping[str, str]
    titles: Mapping[str, str]
    words: Mapping[str, Sequence[str]]
    named: Mapping[str, Sequence[str]]
    operations: Mapping[OperationRef, Operation]
    sentences: Mapping[OperationRef, str]
    for_some: Mapping[OperationRef, str]

    def noted(self, notes: Notes) -> "Register":
        """The same, noting what it is asked; of the instruments themselves, it is not to be asked then."""
        urls, titles = notes.of("instruments", self.urls, str), notes.of("titles", self.titles, str)
        noted = notes.add("sentences", Parted(self.sentences, OperationRef, _instrument, cache(self.behind)))
        for_some = notes.add("text for some", in_one(self.for_some, OperationRef))
        return Register({}, urls, titles, {}, {}, {}, noted, for_some)

    def behind(self, name: str) -> bytes:
        """The digest of all that an instrument in words for readers follows from; it names others by their titles."""
        own = [each.number for each in self.instruments[name].operations] if name in self.instruments else []
        titles = [(each, self.titles[each]) for each in self.named.get(name, ()) if each in self.titles]
        return digest_of((own, self.words.get(name), titles))

    def title(self, name: str) -> str:
        """What an instrument is called; its name where it is not among them."""
        return self.titles.get(name, name)

    def link(self, name: str, url: str) -> str:
        """HTML: its title, leading from a page to it."""
        return self._linked(name, self.urls.get(name, ""), self.title(name), url)

    def operation(self, ref: OperationRef, url: str) -> str:
        """HTML: an operation, leading to it."""
        return self._linked(ref.instrument, self._place(ref), self._called(ref), url)

    def told(self, ref: OperationRef, url: str) -> str:
        """HTML: an operation, leading to it, with its own words; of the text for some, that it is for everybody."""
        words = self.sentences.get(ref)
        if words is None:
            return self.operation(ref, url)
        whom = self.for_some.get(ref)
        but = f" It is carried out for everybody, and not for {whom} alone: all have one text." if whom else ""
        return f"{self.operation(ref, url)}: {escape(alone(words) + but)}"

    def in_words(self, ref: OperationRef, operation: Operation) -> str:
        """An operation as a sentence."""
        return self.sentences[ref] if self.operations.get(ref) is operation else self.readable(sentence(operation))

    def readable(self, words: str) -> str:
        """Words of an instrument, with the instruments that they name called by their titles."""
        return for_readers(words, self.titles)

    def links(self, refs: Iterable[OperationRef], url: str) -> str:
        """HTML: the instruments of some operations, each once."""
        return ", ".join(self.link(name, url) for name in dict.fromkeys(ref.instrument for ref in refs))

    def linked(self, words: str, refs: Sequence[OperationRef], url: str) -> str:
        """HTML: words in which operations are named, each a link."""
        pieces = _apart(words, refs)
        return "".join(escape(curled(each)) if isinstance(each, str) else self._together(each, url) for each in pieces)

    def called(self, words: str, refs: Sequence[OperationRef]) -> str:
        """The same as text: the instruments of the operations that are named are called by their titles."""
        pieces = _apart(words, refs)
        return "".join(curled(each) if isinstance(each, str) else self._called(*each) for each in pieces)

    def _together(self, refs: Sequence[OperationRef], url: str) -> str:
        """HTML: operations of one instrument. Of several each number is a link, and the instrument."""
        if len(refs) == 1:
            return self.operation(refs[0], url)
        numbers = [self._linked(each.instrument, self._place(each), each.number, url) for each in refs]
        return f"paragraphs {listed(numbers)} of {self.link(refs[0].instrument, url)}"

    def _place(self, ref: OperationRef) -> str:
        return f"{self.urls[ref.instrument]}#{paragraph(ref.number)}" if ref.instrument in self.urls else ""

    def _called(self, *refs: OperationRef) -> str:
        (called,) = printed_operations(OperationRef(self.title(each.instrument), each.number) for each in refs)
        return called

    def _linked(self, name: str, target: str, words: str, url: str) -> str:
        if name not in self.urls:
            return escape(words)
        return f'<a href="{escape(up(url) + target)}">{escape(words)}</a>'


def register(instruments: Iterable[Instrument], cache: DocumentCache) -> Register:
    """The pages of instruments; no two have one address."""
    taken: set[str] = set()
    by_name = {each.name: each for each in instruments}
    titles = {name: curled(each.title) for name, each in by_name.items()}
    said = Later(lambda: sentences(by_name, cache))
    words = Later(lambda: {name: each.words for name, each in said.items()})
    return Register(
        by_name,
        {name: f"{FOLDER}{unique(slug(name), taken)}/" for name in by_name},
        titles,
        words,
        Later(lambda: {name: each.named for name, each in said.items()}),
        Later(lambda: _by_number(by_name, {name: each.operations for name, each in by_name.items()})),
        Later(lambda: _by_number(by_name, _readable(words, titles))),
        dict(_for_some(by_name.values())),
    )


def _for_some(instruments: Iterable[Instrument]) -> Iterator[tuple[OperationRef, str]]:
    for instrument in instruments:
        for operation in instrument.operations:
            scope = text_for_some(operation, instrument.scope)
            if scope.limits:
                yield OperationRef(instrument.name, operation.number), curled(printed_scope(scope))


def _readable(found: Mapping[str, Sequence[str]], titles: Mapping[str, str]) -> Mapping[str, Sequence[str]]:
    return {name: [for_readers(each, titles) for each in words] for name, words in found.items()}


def _by_number(
    instruments: Mapping[str, Instrument], found: Mapping[str, Sequence[_Kind]]
) -> Mapping[OperationRef, _Kind]:
    """What there is for each operation, by what it is called; of two with one number, for the first."""
    return {
        OperationRef(name, operation.number): each
        for name, instrument in instruments.items()
        for operation, each in reversed([*zip(instrument.operations, found[name], strict=True)])
    }


def paragraph(number: str) -> str:
    """The `id` of an operation on its instrument's page."""
    return f"paragraph-{slug(number)}"


def _apart(words: str, refs: Sequence[OperationRef]) -> Iterator[str | tuple[OperationRef, ...]]:
    """Words with those of `refs` that they name, in their order; those of one instrument together."""
    end = 0
    for found in PRINTED_OPERATIONS.finditer(words):
        numbers = PRINTED_NUMBER.findall(found["numbers"])
        named = tuple(OperationRef(found["name"], number) for number in numbers)
        if all(each in refs for each in named):
            yield words[end : found.start()]
            yield named
            end = found.end()
    yield words[end:]


def _instrument(ref: OperationRef) -> str:
    return ref.instrument


def alone(words: str) -> str:
    """A sentence without the text that it puts in: `In Appendix L, at the end insert …`."""
    return f"{words[:-1]} …" if words.endswith(":") else words
