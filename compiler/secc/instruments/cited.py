"""The documents and provisions that free words cite: `anything done under Appendix AL before 2020-07-24`."""

from collections.abc import Iterator

from secc.ids import Address, DocumentId, DocumentKind, division_step
from secc.instruments import patterns
from secc.instruments.places import One, Provisions, Range
from secc.resolve.citation.letter import citations_in_letter
from secc.resolve.citation.written import Target, TargetRange


def cited(words: str) -> Provisions:
    """Those of the Code that are cited by a number or label, in order, whether there are such or not."""
    targets = (target for citation in citations_in_letter(words, {}) for target in citation.targets)
    return tuple(each for target in targets for each in _named(target))


def _named(target: Target) -> Iterator[One | Range]:
    if isinstance(target, TargetRange):
        first, last = _address(target.first), _address(target.last)
        if first is not None and last is not None:
            yield Range(first, last)
    elif (address := _address(target)) is not None:
        yield One(address)


def _address(target: str) -> Address | None:
    """What a target is the address of: `H`, `H14.31(a)`, `Appendix D/Annex A/A7`; None where it is not of the Code."""
    first, *inner = target.split("/")
    if (found := patterns.CITED_DOCUMENT.fullmatch(first)) is not None:
        document = DocumentId(DocumentKind(found["kind"].lower()), found["label"])
    elif (found := patterns.CITED_SECTION.fullmatch(first)) is not None:
        document = DocumentId(DocumentKind.SECTION, found["letter"])
        inner = [first] if found["number"] else []
    else:
        return None
    return Address(document, tuple(step for each in inner for step in _steps(each)))


def _steps(written: str) -> Iterator[str]:
    """`4.26(b)` as `4.26` and `(b)`; `Annex A` as `annex-A`."""
    kind, space, label = written.partition(" ")
    if space:
        yield division_step(kind.lower(), label)
        return
    number, *paragraphs = written.split("(")
    yield number
    yield from (f"({each}" for each in paragraphs)
