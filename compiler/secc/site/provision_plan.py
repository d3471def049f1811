"""Which provisions have a page of their own, and where: every numbered clause, by its number.

`/H14.31/` for a clause of a Section, `/appendix-AL/4.26/` and `/appendix-AL/annex-A/A7/` for others. An address follows
from the number alone, so that it is known by heart and does not depend on what else there is.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from secc.document.model import ClausePart, HeadingPart, Part
from secc.document.parts import parts_in
from secc.ids import Address
from secc.render.plain import titled
from secc.site.naming import names_its_section, own_name, step_name, unique
from secc.site.plan import RESERVED, PlannedPage


class PlannedProvision(Struct, frozen=True):
    """The page of a clause. `heading` is the nearest unnumbered heading above it, `page` where it is read with others.

    `url` is relative to the home page and ends in a slash.
    """

    part: ClausePart
    url: str
    heading: str
    page: PlannedPage

    @property
    def address(self) -> Address:
        """Where it stands."""
        return self.part.address


def plan_provisions(documents: Sequence[PlannedPage]) -> tuple[PlannedProvision, ...]:
    """The pages of clauses, in the order of the Code. Of two clauses with one number, the first has the page."""
    taken = taken_by(documents)
    found: dict[Address, PlannedProvision] = {}
    for first in documents:
        for page in first.walk():
            for part, heading in _clauses(page.parts, ""):
                if part.address not in found:
                    url = unique(url_of(part.address).removesuffix("/"), taken) + "/"
                    found[part.address] = PlannedProvision(part, url, heading, page)
    return tuple(found.values())


def taken_by(documents: Sequence[PlannedPage]) -> set[str]:
    """The addresses that documents' pages and the site's own have, without their last slash."""
    return {*RESERVED, *(page.url.removesuffix("/") for first in documents for page in first.walk())}


def url_of(address: Address) -> str:
    """Where a provision's own page is, if it has one, relative to the home page: `H14.31/`, `appendix-AL/4.26/`."""
    steps = [step_name(step) for step in address.path]
    if len(steps) == 1 and names_its_section(address.document, steps[0]):
        return f"{steps[0]}/"
    return "/".join((own_name(address.document), *steps)) + "/"


def _clauses(parts: Sequence[Part], heading: str) -> Iterator[tuple[ClausePart, str]]:
    for part in parts:
        if isinstance(part, HeadingPart):
            heading = titled(part.words)
        elif isinstance(part, ClausePart):
            yield part, heading
        else:
            yield from _clauses(parts_in(part), "")
