"""The pages of defined terms: the list from A to Z, and one for each name."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from secc.document.model import ClausePart, DefinitionPart, ParagraphPart, Run
from secc.document.typography import curled
from secc.ids import Address
from secc.render.html import to_html
from secc.resolve.model import Term
from secc.site.in_time.making import TimePages
from secc.site.seen import SeenFrom, Web
from secc.site.terms import FOLDER, Listed, Meaning, TermPage, listed
from secc.site.views import LetterView, LinkView, MeaningView, TermLineView, by_document, by_page, counted

_RANK = 3
"""The highest heading in an excerpt."""


def meaning_views(page: TermPage, web: Web, in_time: TimePages | None) -> tuple[MeaningView, ...]:
    """Every meaning of a name, for its page."""
    return tuple(_meaning(meaning, page.url, web, in_time) for meaning in page.meanings)


def letters(pages: Sequence[TermPage]) -> Iterator[LetterView]:
    """The list of every name, by letter."""
    for letter, group in groupby(sorted(listed(pages), key=_by_letter), key=_letter):
        yield LetterView(letter, f"letter-{letter.lower()}", tuple(map(_line, group)))


def letter_of(page: TermPage) -> str:
    """The letter under which a page is listed, as in the list's `id`s."""
    return Listed(page.name, page).letter.lower()


def _meaning(meaning: Meaning, url: str, web: Web, in_time: TimePages | None) -> MeaningView:
    term = meaning.term
    seen = SeenFrom(web, url, term.address.document)
    identity = in_time.account.identities.get(term.address) if in_time is not None else None
    return MeaningView(
        identifier=meaning.identifier,
        cite=_cited(term.address),
        scope=meaning.scope,
        article=_excerpt(term.address, url, web) or _introducing(term, url, web),
        where=LinkView(seen.provision(term.address), "", term.address.defining.printed),
        given=_excerpt(term.given, url, web) if term.given is not None else "",
        given_where=LinkView(seen.provision(term.given), "", term.given.printed) if term.given is not None else None,
        others=", ".join(map(curled, term.names[1:])),
        count=_used(len(meaning.uses)),
        uses=tuple((by_page if meaning.is_gathered else by_document)(meaning.uses, seen)),
        is_gathered=meaning.is_gathered,
        status=in_time.telling.status(term.address, seen) if in_time is not None else "",
        events=in_time.stories.of(identity, url) if in_time is not None and identity is not None else (),
        holders=in_time.holding.others(term.address, identity, url) if in_time is not None and identity else (),
    )


def _excerpt(address: Address, url: str, web: Web) -> str:
    """The text of a provision; nothing of what is longer than a clause, which is too long to be read here."""
    part = web.addresses.parts.get(address)
    if not isinstance(part, ClausePart | ParagraphPart | DefinitionPart):
        return ""
    return to_html((part,), SeenFrom(web, url, address.document), _RANK).text


def _introducing(term: Term, url: str, web: Web) -> str:
    """The paragraph without a number that introduces a term, as “Customer” is in the beginning of a form."""
    for part in web.addresses.unnumbered.get(term.address, ()):
        said = "".join(run.text for run in part.words if isinstance(run, Run))
        if any(f"“{curled(name)}”" in curled(said) for name in term.names):
            return to_html((part,), SeenFrom(web, url, term.address.document), _RANK).text
    return ""


def _cited(address: Address) -> str:
    """What a meaning is called in a citation: `The definition of “Device” in Section A1.1`, `Schedule 6`."""
    printed = curled(address.printed)
    return printed[0].upper() + printed[1:]


def _line(line: Listed) -> TermLineView:
    page = line.page
    href = page.url.removeprefix(FOLDER)
    if line.is_alias:
        return TermLineView(curled(line.name), href, curled(page.name), "", "")
    scopes = [meaning.scope for meaning in page.meanings]
    scope = scopes[0] if len(scopes) == 1 else f"{len(scopes)} meanings"
    return TermLineView(curled(line.name), href, "", "" if scope == "Throughout the Code" else scope, _used(page.count))


def _used(number: int) -> str:
    return f"Used in {counted(number, 'provision')}" if number else "Not used"


def _letter(line: Listed) -> str:
    return line.letter


def _by_letter(line: Listed) -> tuple[bool, str, str]:
    return (line.letter[0].isalpha(), line.letter, line.name.casefold())
