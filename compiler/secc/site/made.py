"""Pages as values, and how they are made by the theme's templates."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from secc.site.in_time.views import ChangeView
from secc.site.naming import up
from secc.site.published import PublishedFile
from secc.site.theme import Theme


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page, ready: where it is, relative to the home page, its title, its HTML, and the `id`s in its text."""

    url: str
    title: str
    html: str
    identifiers: frozenset[str]


@dataclass(frozen=True, slots=True)
class MadeSite:
    """A whole website."""

    pages: tuple[MadePage, ...]
    files: tuple[PublishedFile, ...]


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes pages by a theme. `change` is when anything on the site next changes, None where nothing is to come."""

    theme: Theme
    change: ChangeView | None = None

    def page(
        self,
        url: str,
        title: str,
        description: str,
        template: str,
        context: Mapping[str, object],
        identifiers: Iterable[str] = (),
    ) -> MadePage:
        """A page; what it shows changes when anything does, unless `context` says another `change`."""
        values = {"base": up(url), "title": title, "description": description, "change": self.change, **context}
        html = self.theme.render(template, values)
        return MadePage(url, title or self.theme.facts.title, html, frozenset(identifiers))
