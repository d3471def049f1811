"""The targets of a letter's citations as addresses of the Code, and the headings that they echo."""

from collections.abc import Iterator, Sequence

from secc.ids import Address
from secc.resolve.citation.cited import Reading
from secc.resolve.citation.find import find
from secc.resolve.citation.model import Place, Provisions, Range, Relative
from secc.resolve.citation.written import Target, TargetRange
from secc.resolve.lookup import address_of
from secc.resolve.model import ResolvedCode
from secc.source import Span

_OF_THE_CODE = ("Appendix ", "Schedule ")


def addresses(code: ResolvedCode, targets: Sequence[Target]) -> Iterator[Address]:
    """The provisions and documents of the Code that targets name, whether or not they exist."""
    for target in targets:
        ends = (target.first, target.last) if isinstance(target, TargetRange) else (target,)
        for end in ends:
            if _is_of_the_code(end):
                address = address_of(code, _asked(end))
                if address is not None:
                    yield address


def _is_of_the_code(target: str) -> bool:
    lettered = target[:1].isupper() and (len(target) == 1 or target[1:2].isdigit())
    return lettered or target.startswith(_OF_THE_CODE)


def _asked(target: str) -> str:
    """H14.31(a) is of the main body; Appendix D/8.3.3 is asked for with a space."""
    return target.replace("/", " ") if target.startswith(_OF_THE_CODE) else f"Section {target}"


def echoed(text: str, reading: Reading) -> Iterator[tuple[str, str, Span]]:
    """The targets of a reading behind which a heading stands, with its words and its place.

    In "Sections 8.1 (Liability Caps) and 8.2 (Damages Waiver)" both have one.
    """
    stretch = text[reading.start : reading.end + 200]
    for citation in find(stretch)[:1]:
        reference = citation.reference
        extents = reference.extents if isinstance(reference, Provisions | Relative) else ()
        places = [each.last if isinstance(each, Range) else each for each in extents]
        for place, target in zip(places, reading.found.targets, strict=False):
            if isinstance(place, Place) and place.heading is not None and isinstance(target, str):
                start = reading.start + citation.start + place.heading.span.start
                end = reading.start + citation.start + place.heading.span.end
                yield target, place.heading.text, Span(start, end)
