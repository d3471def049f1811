"""Names for use in addresses."""

from collections.abc import Sequence
from functools import lru_cache

from secc.ids import DocumentId, DocumentKind

LONGEST = 200
"""How long a name may be: disks take 255 characters, and it is to be put before `.json` and the like."""


def own_name(document: DocumentId) -> str:
    """What a document is called: `H`, `appendix-AL`."""
    return document.label if document.kind is DocumentKind.SECTION else str(document)


def names_its_section(document: DocumentId, step: str) -> bool:
    """Whether a step alone says which Section it is in, as `H14` does: then it stands below the home page."""
    return document.kind is DocumentKind.SECTION and step.startswith(document.label)


def step_name(step: str) -> str:
    """What a step of an address is called: a definition by its slug, a paragraph without its brackets."""
    return slug(step) if step.startswith('"') else step.strip("()")


def id_of(path: Sequence[str]) -> str:
    """The `id` of a provision, but for those of which there are several: `H14.31.a.ii`, `annex-A.A7`, `A1.1.device`."""
    return ".".join(map(step_name, path))


@lru_cache(maxsize=1 << 14)  # the names of terms are asked for on every day anew
def slug(text: str) -> str:
    """Letters and digits of ASCII in lower case, everything else as hyphens; never empty, nor longer than `LONGEST`."""
    kept = (letter if letter.isascii() and letter.isalnum() else " " for letter in text.lower())
    return "-".join("".join(kept).split())[:LONGEST].strip("-") or "x"


def identity_url(identity: str) -> str:
    """Where the address of a provision by who it is begins: `id/section-A/A1.1/device`, with `~2` for a second one.

    A definition is called by its term.
    """
    whole, mark, count = identity.partition("~")
    before, quote, term = whole.partition('"')
    return f"id/{before}{slug(term) if quote else ''}{mark}{count}"


def unique(wanted: str, taken: set[str]) -> str:
    """The name wanted, or, where it is taken, with `~2` and so on; it is taken afterwards."""
    given, times = wanted, 1
    while given in taken:
        times += 1
        given = f"{wanted}~{times}"
    taken.add(given)
    return given


def up(url: str) -> str:
    """The way from a page to the home page: `../` for each folder that it stands in, `./` from the home page."""
    return "../" * url.count("/") or "./"
