"""What stands beside a dated text: what changed each provision in it by its first day, and what effect it had."""

from collections.abc import Iterator
from html import escape

from secc.document.typography import curled
from secc.ids import Address, DocumentId
from secc.site.any_day.periods import Effect, Period
from secc.site.any_day.texts import Text
from secc.site.any_day.tokens import of_site, place, resolved
from secc.site.in_time.changes import Changes, what_of
from secc.site.in_time.register import Register
from secc.site.naming import up
from secc.timeline.dates import printed_day

_CLOSING = "</div>\n</div>\n"
"""How a clause or a definition ends: what is said of it stands before."""
_CLAUSE = '<div class="clause'


class Beside:
    """Says it as HTML."""

    def __init__(self, effects: tuple[Effect, ...], changes: Changes, register: Register) -> None:
        self._changes = changes
        self._register = register
        self._effects: dict[DocumentId, dict[Address, tuple[Period, ...]]] = {}
        for each in effects:
            self._effects.setdefault(each.address.document, {})[each.address] = each.periods

    def piece(self, text: Text, number: int) -> str:
        """A piece with what is said of it."""
        piece = text.document.pieces[number]
        if not piece.who or not piece.html.endswith(_CLOSING):
            return piece.html
        said = "".join(
            (
                *self._effect(text, Address(text.document.id, piece.path)),
                *self._changed(piece.who, text),
                *_citation(text, Address(text.document.id, piece.path), piece.html),
            )
        )
        return piece.html.removesuffix(_CLOSING) + said + _CLOSING if said else piece.html

    def statuses(self, text: Text) -> tuple[str, ...]:
        """What is said of the whole document, and of the whole page."""
        whole = Address(text.document.id)
        own = Address(text.document.id, text.page.path)
        return tuple(
            resolved(f"{escape(curled(each.printed))}: {words}", str, up(text.url))
            for each in dict.fromkeys((whole, own))
            for words in self._statuses(text, each)
        )

    def _effect(self, text: Text, address: Address) -> Iterator[str]:
        for words in self._statuses(text, address):
            yield f'<p class="apparatus status">{words}</p>\n'

    def _statuses(self, text: Text, address: Address) -> Iterator[str]:
        """What effect it had on the days of the text; from which day, where that is not the first."""
        for each in self._effects.get(address.document, {}).get(address, ()):
            if (each.end is None or text.start < each.end) and (text.end is None or each.start < text.end):
                since = f"From {printed_day(each.start)}: " if each.start > text.start else ""
                words = of_site(self._register.linked(each.words, each.refs, ""))
                yield f'<span class="sign" data-sign="{each.sign}"></span> {since}{words}'

    def _changed(self, who: str, text: Text) -> Iterator[str]:
        """What changed it last. That it came with its document is known only of what changed later, and not said."""
        past = [each for each in self._changes.get(who, ()) if each.day <= text.start]
        if past and not (past[-1].before is None and past[-1].day == text.document.effective[0][0]):
            by = of_site(self._register.links(past[-1].by, ""))
            said = f"{escape(curled(what_of(past[-1])))} on {printed_day(past[-1].day)}{f' by {by}' if by else ''}"
            yield f'<p class="apparatus changed">{said}</p>\n'


def _citation(text: Text, address: Address, html: str) -> Iterator[str]:
    """Of a clause, the button that copies what it is called, as at the first day of the text."""
    if html.startswith(_CLAUSE):
        cite = f'data-cite="{escape(address.printed)}" data-day="{printed_day(text.start)}"'
        page = f"{up(text.url)}as-at/{text.start}/{place(address)}"
        button = f'<button type="button" data-copy="citation" {cite} data-page="{escape(page)}">Copy citation</button>'
        yield f'<p class="apparatus more">{button}</p>\n'
