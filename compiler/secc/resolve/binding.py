"""One document with its references and terms bound: references first, since no term is used in them."""

from collections.abc import Sequence

from secc.code.load import LoadedDocument
from secc.code.model import Prose
from secc.code.walk import Placed, prose_in
from secc.resolve.model import Link, Reference, ResolvedDocument, Words
from secc.resolve.references import Binding, ReferenceBinder
from secc.resolve.terms import TermFinder


def bound(
    loaded: LoadedDocument, blocks: tuple[Placed, ...], binder: ReferenceBinder, finder: TermFinder
) -> ResolvedDocument:
    """A document bound, given its blocks as placed."""
    bindings = binder.bindings(blocks)
    words = tuple(_words(each, prose, next(bindings), finder) for each in blocks for prose in prose_in(each.block))
    return ResolvedDocument(loaded, blocks, words)


def unbound(loaded: LoadedDocument, blocks: tuple[Placed, ...]) -> ResolvedDocument:
    """A document in which nothing is looked for: for what prints its words, and neither links nor terms."""
    words = tuple(Words(each, prose, (), ()) for each in blocks for prose in prose_in(each.block))
    return ResolvedDocument(loaded, blocks, words)


def _words(placed: Placed, prose: Prose, binding: Binding, finder: TermFinder) -> Words:
    cited, references = binding
    found = finder.find(placed, prose, taken=_taken(references))
    return Words(placed, prose, references, found.uses, cited, found.out_of_scope)


def _taken(references: Sequence[Reference]) -> list[tuple[int, int]]:
    """Stretches in which no term is used: the references themselves, and the headings that they echo."""
    stretches = [(each.start, each.end) for each in references]
    stretches += [
        (each.heading_start, each.heading_end) for each in references if isinstance(each, Link) and each.heading
    ]
    return sorted(stretches)
