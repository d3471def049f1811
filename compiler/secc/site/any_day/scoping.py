"""For whom each page reads otherwise on a day than for everybody."""

from collections.abc import Iterator, Mapping
from datetime import date

from secc.ids import Address
from secc.instruments.model import Scope
from secc.site.any_day.forms import Path
from secc.site.any_day.laying import words_of_pages
from secc.site.any_day.model import Chronicle, DocumentChronicle, at
from secc.site.any_day.texts import worded
from secc.site.any_day.tokens import place
from secc.site.any_day.views import ScopeView
from secc.site.naming import identity_url
from secc.site.whom import is_wider, scope_key, scope_words

READ_FOR = "read-for"
"""Where on the page of a clause its words for some stand."""
_NOT_YET = "not-yet/"


def scope_views(chronicle: Chronicle, day: date) -> Mapping[str, tuple[ScopeView, ...]]:
    """By the address of each page, those for whom it reads otherwise; not those who read as others do in whom they are.

    What the script of a day offers is the same (`History.readFor` in assets/history.js).
    """
    found: dict[str, tuple[ScopeView, ...]] = {}
    for document in chronicle.documents:
        for scope, url in _scoped(document, day):
            view = ScopeView(scope_key(scope), scope_words(scope), _place(document, scope, url, day))
            found[url] = (*found.get(url, ()), view)
    return found


def _scoped(document: DocumentChronicle, day: date) -> Iterator[tuple[Scope, str]]:
    """Those for whom pages of a document read otherwise, with the addresses of these."""
    if not document.scoped:
        return
    plain = words_of_pages(document, at(document.effective, day))
    of_scopes = {scope: words_of_pages(document, at(days, day)) for scope, days in document.scoped}
    for scope, own in of_scopes.items():
        others = [plain, *(words for each, words in of_scopes.items() if is_wider(each, scope))]
        yield from ((scope, url) for url in own if all(own[url] != words.get(url) for words in others))


def _place(document: DocumentChronicle, scope: Scope, url: str, day: date) -> str:
    """The page of the first provision that reads otherwise; the list of what is varied, where none has a page."""
    numbers = (at(document.effective, day), at(dict(document.scoped)[scope], day))
    plain, own = (_worded(document, url, number) for number in numbers)
    found = next((each for each, words in plain.items() if own.get(each) != words), None)
    if found is None:
        return _NOT_YET
    path, who = found
    return f"{identity_url(who)}/" if path[-1].startswith('"') else f"{place(Address(document.id, path))}#{READ_FOR}"


def _worded(document: DocumentChronicle, url: str, number: int | None) -> dict[tuple[Path, str], str]:
    """What each provision on a page of an edition says, by where it stands and who it is."""
    pages = document.editions[number].pages if number is not None else ()
    found: dict[tuple[Path, str], str] = {}
    for each in (document.pieces[number] for page in pages if page.url == url for number in page.pieces):
        if each.who and not each.path[-1].startswith("("):
            found[each.path, each.who] = found.get((each.path, each.who), "") + worded(each.html)
    return found
