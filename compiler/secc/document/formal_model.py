"""A paper about the Code that is to be sent out: the formal text of an instrument, or what a pack says of itself."""

from msgspec import Struct

from secc.document.model import Part, Runs


class Chapter(Struct, frozen=True, kw_only=True):
    """A part of a paper that begins on a page of its own.

    `name` and `title` make its heading: `Annex A`, and what is set out there; either may be empty. `head` and `lines`
    stand above each of its pages.
    """

    name: str
    title: Runs
    head: str
    lines: tuple[str, ...] = ()
    parts: tuple[Part, ...]


class Paper(Struct, frozen=True):
    """A paper by its title, ready to be printed; every word of it stands in its chapters once."""

    title: str
    chapters: tuple[Chapter, ...]
