"""Pages as values, and how they are made by the theme's templates."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from secc.site.for_programs.beside import BesideView
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


class StreamedFile(Protocol):
    """A file that is made when it is written, since there are many."""

    @property
    def url(self) -> str:
        """Where it is, relative to the home page."""
        ...

    @property
    def contents(self) -> bytes:
        """What is in it, made anew each time."""
        ...


@dataclass(frozen=True, slots=True)
class MadeSite:
    """A whole website. `streamed` are the files that are made one by one when they are written."""

    pages: tuple[MadePage, ...]
    files: tuple[PublishedFile, ...]
    streamed: Sequence[StreamedFile] = ()


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes pages by a theme. `change` is when anything on the site next changes, None where nothing is to come.

    `beside` tells of a page's address what is beside it for programs.
    """

    theme: Theme
    change: ChangeView | None = None
    beside: Callable[[str], BesideView] | None = None

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
        values["beside"] = self.beside(url) if self.beside is not None else None
        html = self.theme.render(template, values)
        return MadePage(url, title or self.theme.facts.title, html, frozenset(identifiers))
