"""Links in text that is kept for many days: they say where to, and not yet on which day.

A link begins with `DAY` where it leads to the text of the day that is being read, and with `SITE` where it leads to
what is the same on all days. What follows is an address of the site, relative to the home page, which follows from the
address of the provision alone: `H14.31/#a.ii`, `appendix-AL/4.26/`, `A1.1/#device`.
"""

from collections.abc import Callable
from functools import cache
from re import Match
from urllib.parse import quote

from secc.ids import Address, DocumentId
from secc.site.naming import id_of, names_its_section, own_name
from secc.site.patterns_days import LINK

DAY, SITE = "~/", "^/"


def root(document: DocumentId) -> str:
    """The address of a document: `H/`, `appendix-AL/`."""
    return f"{own_name(document)}/"


@cache
def place(address: Address) -> str:
    """The address of a provision on the site of a day."""
    count = next((at for at, step in enumerate(address.path) if _is_inner(step)), len(address.path))
    steps, rest = address.path[:count], address.path[count:]
    own = root(address.document)
    if len(steps) == 1 and names_its_section(address.document, steps[0]):
        own = ""
    url = own + "".join(f"{quote(step)}/" for step in steps)
    return f"{url}#{quote(id_of(rest))}" if rest else url


def of_site(html: str) -> str:
    """HTML as the home page has it, for a text that is kept: its links lead to what is the same on all days."""
    return html.replace(' href="./', f' href="{SITE}')


def resolved(html: str, day: Callable[[str], str], site: str) -> str:
    """HTML with its links made whole: `day` gives the link for what follows `DAY`; `site` goes before the others."""

    def link(found: Match[str]) -> str:
        name, kind, rest = found.groups()
        return f' {name}="{day(rest) if kind == DAY[0] else site + rest}"'

    return LINK.sub(link, html)


def _is_inner(step: str) -> bool:
    return step.startswith(("(", '"'))
