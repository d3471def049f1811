"""What a citation says, as one line for tests: `clause 2.5.6(d) of appendix AG of the SEC`."""

from typing import assert_never

from secc.resolve.citation import Citation, Names, find
from secc.resolve.citation.model import (
    Blank,
    Extent,
    Named,
    Place,
    Provisions,
    Range,
    Reference,
    Relative,
    TheCode,
    Work,
)

NAMES = Names(
    {
        "TMAD": "Appendix AL",
        "S1SPKM Compliance Policy": "Appendix AO",
        "SMKI RAPP": "Appendix D",
        "ETAD": "Appendix J",
        "Self-Service Interface Design Specification": "Appendix AH",
    }
)


def found(text: str, names: Names = NAMES) -> list[tuple[str, str]]:
    """The words of each citation of a text, and what it says."""
    return [(words(text, citation), described(citation.reference)) for citation in find(text, names)]


def words(text: str, citation: Citation) -> str:
    """The words of a citation."""
    return text[citation.start : citation.end]


def described(reference: Reference) -> str:
    """What a reference says."""
    match reference:
        case Provisions(unit, extents, within):
            said = " ".join(filter(None, (unit, ", ".join(map(_extent, extents)))))
            return f"{said} of {described(within)}" if within else said
        case Relative(pointer, unit, extents):
            return " ".join(filter(None, (pointer, unit, ", ".join(map(_extent, extents)))))
        case TheCode():
            return "the SEC"
        case Named(_, label):
            return f"={label}"
        case Work(title, kind):
            return f"{kind} {title}"
        case _:
            assert_never(reference)


def _extent(extent: Extent) -> str:
    match extent:
        case Range(first, last):
            return f"{_extent(first)} to {_extent(last)}"
        case Blank(text):
            return text
        case Place(letter, numbers, paragraphs):
            number = letter + ".".join(numbers) + "".join(f"({label})" for label in paragraphs)
            form = f" form {extent.form}" if extent.form else ""
            return number + form + (f" «{extent.heading.text}»" if extent.heading else "")
        case _:
            assert_never(extent)
