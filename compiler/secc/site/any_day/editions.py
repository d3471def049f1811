"""The texts of one document, each once, and of what pieces they are made."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import chain

from secc.amending.version import DocumentVersion
from secc.site.any_day.forms import FormedPage
from secc.site.any_day.kept_forms import KeptForms
from secc.site.any_day.model import Column, Days, Edition, Layer, Over, Page, Piece, Said
from secc.site.any_day.plain_pieces import PlainPiece


class Editions:
    """The editions of a document, numbered as they are met, with their pieces, and the files that they show."""

    def __init__(self, forms: KeptForms, versions: Mapping[str, DocumentVersion]) -> None:
        self._forms = forms
        self._versions = versions
        self._numbers: dict[Said, int] = {}
        self.editions: dict[Edition, int] = {}
        self.pieces: dict[Piece, int] = {}
        self.plain: dict[PlainPiece, int] = {}
        self.files: dict[str, None] = {}

    def number(self, *columns: Column) -> None:
        """Number those of several columns by their days, so that each is much like the one before."""
        for _, said in sorted(chain.from_iterable(columns), key=_by_day):
            self._number(said)

    def days(self, column: Column) -> Days:
        """Which edition there was from which day."""
        found: list[tuple[date, int | None]] = []
        for day, said in column:
            number = self._number(said)
            if number != (found[-1][1] if found else None):
                found.append((day, number))
        return tuple(found)

    def known(self, known: Iterable[tuple[date, Column]]) -> list[tuple[date, Days]]:
        """The same as known from each day on which it was known otherwise than before."""
        found: list[tuple[date, Days]] = []
        for day, column in known:
            days = self.days(column)
            if days != (found[-1][1] if found else ()):
                found.append((day, days))
        return found

    def layers(self, layers: Iterable[Over]) -> Iterable[Layer]:
        """The instruments ahead that change the document."""
        for instrument, standing, day, before, after in layers:
            old, new = self._number(before), self._number(after)
            if old != new:
                yield Layer(instrument, standing, day, old, new)

    def _number(self, said: Said | None) -> int | None:
        if said is None:
            return None
        if said not in self._numbers:
            name, version = said
            edition = self._edition(name, self._versions[version])
            self._numbers[said] = self.editions.setdefault(edition, len(self.editions))
        return self._numbers[said]

    def _edition(self, name: str, version: DocumentVersion) -> Edition:
        form = self._forms.form(name)
        self.files |= {path: None for path, _ in form.files}
        pages = tuple(self._page(page, version) for page in form.pages)
        return Edition(form.title, form.known_as, form.digest, pages)

    def _page(self, page: FormedPage, version: DocumentVersion) -> Page:
        numbers = []
        for each in page.pieces:
            who = version.identities.get(each.path, "") if each.path else ""
            piece = Piece(each.html, each.identifier, each.path, who)
            numbers.append(self.pieces.setdefault(piece, len(self.pieces)))
        plain = tuple(self.plain.setdefault(each.plain, len(self.plain)) for each in page.pieces)
        return Page(page.url, page.path, page.number, page.title, page.depth, tuple(numbers), plain)


def _by_day(turn: tuple[date, Said | None]) -> date:
    return turn[0]
