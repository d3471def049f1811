"""The targets of a letter's citations as addresses of the Code, and the headings that they echo."""

from collections.abc import Iterator, Sequence

from secc.check.patterns_prose import NO_TITLE
from secc.ids import Address
from secc.resolve.citation.cited import Reading
from secc.resolve.citation.find import find
from secc.resolve.citation.model import Place, Provisions, Range, Relative
from secc.resolve.citation.written import Target, TargetRange
from secc.resolve.lookup import address_of, exists
from secc.resolve.model import ResolvedCode
from secc.source import Span

_OF_THE_CODE = ("Appendix ", "Schedule ")


class Targets:
    """The targets of a letter's citations in one Code; each is looked up once."""

    def __init__(self, code: ResolvedCode | None) -> None:
        self._code = code
        self._known: dict[str, Address | None] = {}

    def addresses(self, targets: Sequence[Target]) -> Iterator[Address]:
        """The provisions and documents of the Code that targets name, whether or not they exist."""
        for target in targets:
            ends = (target.first, target.last) if isinstance(target, TargetRange) else (target,)
            for end in ends:
                address = self._address(end)
                if address is not None:
                    yield address

    def exists(self, address: Address) -> bool:
        """Whether the Code has it."""
        return self._code is not None and exists(self._code, address)

    def _address(self, target: str) -> Address | None:
        if self._code is None or not _is_of_the_code(target):
            return None
        if target not in self._known:
            self._known[target] = address_of(self._code, _asked(target))
        return self._known[target]


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
            heading = place.heading if isinstance(place, Place) else None
            if heading is not None and isinstance(target, str) and not NO_TITLE.search(heading.text):
                start = reading.start + citation.start
                yield target, heading.text, Span(start + heading.span.start, start + heading.span.end)
