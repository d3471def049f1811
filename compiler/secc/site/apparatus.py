"""What the site says below a clause or definition: what time has to do with it, and what refers to it."""

from collections.abc import Mapping
from itertools import groupby

from secc.ids import Address, DocumentKind
from secc.render.escaping import escape
from secc.site.in_time.telling import Telling
from secc.site.labels import short
from secc.site.seen import SeenFrom

_FEW = 4
"""As many are named in the line itself; more are behind it."""


class Apparatus:
    """Says of a provision what refers to it, and what `telling` has to say of it.

    `cited` are the provisions that refer to each.
    """

    def __init__(self, cited: Mapping[Address, tuple[Address, ...]], telling: Telling | None) -> None:
        self._cited = cited
        self._telling = telling

    def __call__(self, address: Address, seen: SeenFrom) -> str:
        """HTML of class `beside`; nothing where there is nothing to say."""
        told = self._telling.of(address, seen) if self._telling is not None else ""
        inside = told + self._referring(address, seen) + self._more(address, seen)
        return f'<div class="beside">\n{inside}</div>\n' if inside else ""

    def _more(self, address: Address, seen: SeenFrom) -> str:
        """The way to the clause's own page, and its citation."""
        href = seen.page(address)
        if not href:
            return ""
        count = self._telling.count(address) if self._telling is not None else 0
        history = f"History ({count}) and links" if count > 1 else "History and links" if count else "Links"
        cite = f'data-copy="citation" data-cite="{escape(address.printed)}" data-page="{escape(href)}"'
        return (
            f'<p class="apparatus more"><a href="{escape(href)}">{history}</a> '
            f'<button type="button" {cite}>Copy citation</button></p>\n'
        )

    def _referring(self, address: Address, seen: SeenFrom) -> str:
        sources = self._cited.get(address, ())
        if not sources:
            return ""
        if len(sources) <= _FEW:
            links = ", ".join(_link(source, _named(source, address), seen) for source in sources)
            return f'<p class="apparatus">Referred to by {links}</p>\n'
        return (
            f'<details class="apparatus"><summary>Referred to by {len(sources)} provisions</summary>\n'
            f"{_grouped(sources, seen)}</details>\n"
        )


def _grouped(sources: tuple[Address, ...], seen: SeenFrom) -> str:
    lines = []
    for document, group in groupby(sources, key=lambda source: source.document):
        links = ", ".join(_link(source, short(source), seen) for source in group)
        lines.append(f"<li>{escape(document.printed)}: {links}</li>\n")
    return f"<ul>\n{''.join(lines)}</ul>\n"


def _link(source: Address, words: str, seen: SeenFrom) -> str:
    return f'<a class="ref" href="{escape(seen.provision(source))}">{escape(words)}</a>'


def _named(source: Address, address: Address) -> str:
    """As it is called beside the provision to which it refers: without what the two have in common."""
    if source.document == address.document or source.document.kind is DocumentKind.SECTION or not source.path:
        return short(source, source.numbering if source.numbering == address.numbering else None)
    return f"{source.document.printed} {short(source)}"
