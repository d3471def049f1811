"""A letter with a number that leads nowhere: a response code E3, a sheet of A4, and no provision."""

from secc.code.walk import Placed
from secc.ids import Address, DocumentId, DocumentKind
from secc.resolve.citation.model import Place
from secc.resolve.patterns import CODE_AFTER, CODE_BEFORE
from secc.resolve.standing import Standing

_REACH = 24
"""How far before a number the word is looked for that says what it is, in code points."""


def is_a_code(standing: Standing, placed: Placed, text: str, place: Place, stretch: tuple[int, int]) -> bool:
    """Whether `text[stretch[0]:stretch[1]]`, a letter and number of the main body without a word before it, is a code.

    To take a code for a provision is worse than to miss a reference. Outside the main body only a number with a point
    in it (H14.31) is a provision, and everywhere only one of a Section that there is.
    """
    section = Address(DocumentId(DocumentKind.SECTION, place.letter))
    address = section.below(place.number)
    if standing.index.exists(address) and place.heading is not None:
        return False
    in_main_body = placed.address.document.kind is DocumentKind.SECTION
    called = _is_called_a_code(text, stretch)
    if len(place.numbers) == 1:
        return called or not in_main_body or not standing.index.exists(address)
    if standing.index.exists(address):
        return False
    near = section if in_main_body or not place.numbers else section.below(place.letter + place.numbers[0])
    return called or not standing.index.exists(near) or stretch == (0, len(text))


def _is_called_a_code(text: str, stretch: tuple[int, int]) -> bool:
    start, end = stretch
    return bool(CODE_BEFORE.search(text[max(0, start - _REACH) : start]) or CODE_AFTER.match(text, end))
