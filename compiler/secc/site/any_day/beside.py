"""What stands beside a dated text: what changed each provision in it by its first day, and what effect it had."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from secc.document.typography import curled
from secc.ids import Address, DocumentId
from secc.render.escaping import escape
from secc.render.exports.instrument_files import came_with_document
from secc.site.any_day.periods import Effect, Period, as_period, periods
from secc.site.any_day.texts import Text
from secc.site.any_day.tokens import of_site, place, resolved
from secc.site.in_time.asides import SaidBeside, said_beside, said_html
from secc.site.in_time.changes import Changes, by_origin, what_of
from secc.site.in_time.marking import HEAVY, Marked
from secc.site.in_time.moment import Moment
from secc.site.in_time.put_there import put_there
from secc.site.in_time.register import Register
from secc.site.naming import up
from secc.site.noted import Notes
from secc.timeline.changing import Changed
from secc.timeline.dates import printed_day
from secc.timeline.identities import origin

_CLOSING = "</div>\n</div>\n"
"""How a clause or a definition ends: what is said of it stands before."""
_CLAUSE = '<div class="clause'


_Effects = Mapping[DocumentId, tuple[Effect, ...]]
"""The effect of provisions, by the document in which they stand."""
_Asides = Mapping[DocumentId, tuple[SaidBeside, ...]]
"""What is said beside provisions and changes nothing, by the document in which they stand."""
_Changes = Mapping[str, Changes]
"""The changes of provisions and documents, by the document from which they come."""
_Links = Mapping[tuple[date, str], str]
"""Where an address led on a day, from the home page."""


class Beside:
    """Says it as HTML. `marked` are the redlines of changes, `links` lead to the texts of their days."""

    def __init__(
        self,
        effects: _Effects,
        asides: _Asides,
        changes: _Changes,
        register: Register,
        marked: Marked,
        links: _Links,
    ) -> None:
        self._effects = effects
        self._asides = asides
        self._changes = changes
        self._register = register
        self._marked = marked
        self._links = links
        self._tables: dict[DocumentId, Mapping[Address, tuple[Period, ...]]] = {}
        self._paragraphs: dict[DocumentId, Mapping[Address, tuple[Address, ...]]] = {}

    def piece(self, text: Text, number: int) -> str:
        """A piece with what is said of it."""
        piece = text.document.pieces[number]
        if not piece.who or not piece.html.endswith(_CLOSING):
            return piece.html
        address = Address(text.document.id, piece.path)
        said = [f'<p class="apparatus status">{words}</p>\n' for words in self._with_inner(text, address)]
        said += [f'<p class="apparatus saved">{words}</p>\n' for words in self._beside(text, address)]
        last = self.changed(text, piece.who)
        if last is not None:
            said.append(self._changed(last, text, piece.who))
        if piece.html.startswith(_CLAUSE):
            said.append(_citation(text, address))
        return f"{piece.html.removesuffix(_CLOSING)}{''.join(said)}{_CLOSING}" if said else piece.html

    def statuses(self, text: Text) -> tuple[str, ...]:
        """What is said of the effect of the whole document, and of the whole page."""
        return tuple(self._of_page(text, self._statuses))

    def said(self, text: Text) -> tuple[str, ...]:
        """What is said beside the same, and changes nothing."""
        return tuple(self._of_page(text, self._beside))

    def _of_page(self, text: Text, told: Callable[[Text, Address], Iterator[str]]) -> Iterator[str]:
        whole, own = Address(text.document.id), Address(text.document.id, text.page.path)
        for each in dict.fromkeys((whole, own)):
            for words in told(text, each):
                yield resolved(f"{escape(curled(each.printed))}: {words}", str, up(text.url))

    def periods(self, text: Text, address: Address) -> Iterator[Period]:
        """What effect a provision had on the days of the text, where it was not plainly in effect."""
        effects = self._effects.get(address.document)
        if effects is None:
            return
        for each in self._table(address.document, effects).get(address, ()):
            if (each.end is None or text.start < each.end) and (text.end is None or each.start < text.end):
                yield each

    def asides(self, text: Text, address: Address) -> Iterator[SaidBeside]:
        """What was said on the days of the text beside a provision and its paragraphs, or beside a document."""
        for each in self._asides.get(address.document, ()):
            is_then = (each.end is None or text.start < each.end) and (text.end is None or each.start < text.end)
            if is_then and each.said.address.without_paragraphs == address:
                yield each

    def changed(self, text: Text, who: str) -> Changed | None:
        """What changed a provision last by the first day of the text; not that it came with its document."""
        changes = self._changes.get(origin(who))
        if changes is None or who not in changes:
            return None
        past = [each for each in changes[who] if each.day <= text.start]
        return past[-1] if past and not came_with_document(who, past[-1], changes) else None

    def _table(self, document: DocumentId, effects: tuple[Effect, ...]) -> Mapping[Address, tuple[Period, ...]]:
        if document not in self._tables:
            table: dict[Address, tuple[Period, ...]] = {}
            for each in effects:
                table[each.address] = (*table.get(each.address, ()), *each.periods)
            self._tables[document] = table
        return self._tables[document]

    def _statuses(self, text: Text, address: Address) -> Iterator[str]:
        """What effect it had on the days of the text; from which day, where that is not the first."""
        for each in self.periods(text, address):
            since = f"From {printed_day(each.start)}: " if each.start > text.start else ""
            words = of_site(self._register.linked(each.words, each.refs, ""))
            yield f'<span class="sign" data-sign="{each.sign}"></span> {since}{words}'

    def _beside(self, text: Text, address: Address) -> Iterator[str]:
        """What was said, and changed nothing; from which day, where that is not the first of the text."""
        for each in self.asides(text, address):
            since = f"From {printed_day(each.start)}: " if each.start > text.start else ""
            yield since + of_site(said_html(each.said, self._register, ""))

    def _with_inner(self, text: Text, address: Address) -> Iterator[str]:
        """The same, and what is said of each paragraph and of nothing that it stands in."""
        told: dict[Address, tuple[str, ...]] = {}
        for each in (address, *self._inner(text, address)):
            told[each] = tuple(self._statuses(text, each))
            above = told.get(each.parent) or told[address] if each != address else ()
            label = escape(curled("".join(each.path[len(address.path) :])))
            yield from (
                words.replace("</span> ", f"</span> {label} ", 1) if label else words
                for words in told[each]
                if words not in above
            )

    def _inner(self, text: Text, address: Address) -> tuple[Address, ...]:
        """The paragraphs of a provision of whose effect something is said."""
        document, effects = text.document.id, self._effects.get(text.document.id)
        if effects is not None and document not in self._paragraphs:
            found: dict[Address, tuple[Address, ...]] = {}
            for each in self._table(document, effects):
                if (holder := each.without_paragraphs) != each:
                    found[holder] = (*found.get(holder, ()), each)
            self._paragraphs[document] = found
        return self._paragraphs.get(document, {}).get(address, ())

    def _changed(self, last: Changed, text: Text, who: str) -> str:
        """What changed it last, with the redline; of an earlier day, with the way to the text that begins with it."""
        by = of_site(self._register.links(last.by, ""))
        said = f"{escape(curled(what_of(last)))} on {printed_day(last.day)}{f' by {by}' if by else ''}"
        redline = self._marked.get((who, last.day), "") if last.before is not None else ""
        if last.address is None or not 0 < len(redline) <= HEAVY:
            return f'<p class="apparatus changed">{said}</p>\n'
        then = self._links[last.day, place(last.address)]
        if last.day < text.start and f"/{last.day}/#" in then:
            shows = f'<a class="shows" href="{escape(up(text.url) + then)}">show</a>'
            return f'<p class="apparatus changed">{said}; {shows}</p>\n'
        marked = f'<summary>What changed</summary>\n<div class="redline">\n{redline}</div>\n'
        return f'<p class="apparatus changed">{said}</p>\n<details class="apparatus marked">{marked}</details>\n'


def what_is_beside(moment: Moment, register: Register, marked: Marked, links: _Links, notes: Notes) -> Beside:
    """What the texts of a Code in time say, noting what is asked; `register`, `marked` and `links` do so themselves."""
    effects: dict[DocumentId, tuple[Effect, ...]] = {}
    for each in (*periods(moment), *(Effect(put.status.address, (as_period(put),)) for put in put_there(moment))):
        effects[each.address.document] = (*effects.get(each.address.document, ()), each)
    asides: dict[DocumentId, tuple[SaidBeside, ...]] = {}
    for said in said_beside(moment):
        document = said.said.address.document
        asides[document] = (*asides.get(document, ()), said)
    changes = notes.add("changes by origin", by_origin(moment).noted())
    noted = notes.of("effects", effects, DocumentId), notes.of("asides of all days", asides, DocumentId)
    return Beside(*noted, changes, register, marked, links)


def _citation(text: Text, address: Address) -> str:
    """Of a clause, the button that copies what it is called, as at the first day of the text."""
    cite = f'data-cite="{escape(address.printed)}" data-day="{printed_day(text.start)}"'
    page = f"{up(text.url)}as-at/{text.start}/{place(address)}"
    button = f'<button type="button" data-copy="citation" {cite} data-page="{escape(page)}">Copy citation</button>'
    return f'<p class="apparatus more">{button}</p>\n'
