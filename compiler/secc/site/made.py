"""Pages as values, and how they are made by the theme's templates."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Generic, Protocol, TypeVar

from msgspec import Struct

from secc.site.batches import Batch, KeptStanding
from secc.site.for_programs.beside import BesideView
from secc.site.in_time.views import ChangeView
from secc.site.kept_lists import KeptLists
from secc.site.kept_pages import Drawn, KeptPages, Recalled
from secc.site.naming import up
from secc.site.published import PublishedFile
from secc.site.theme import Theme


class FinishedPage(Struct, frozen=True):
    """A page, ready: where it is, relative to the home page, its title, its file, and the `id`s in its text."""

    url: str
    title: str
    contents: bytes
    identifiers: frozenset[str]

    @property
    def html(self) -> str:
        """The page."""
        return self.contents.decode()


class KeptPage(Struct, frozen=True):
    """A page that was kept, by its place in its group. Most are as they were written, and nobody looks at them."""

    group: Recalled
    place: int

    @property
    def html(self) -> str:
        """The page."""
        return self.contents.decode()

    @property
    def contents(self) -> bytes:
        """The file of the page."""
        return self.group.drawn[self.place].contents

    @property
    def identifiers(self) -> frozenset[str]:
        """The `id`s in its text."""
        return frozenset(self.group.drawn[self.place].identifiers)


class MadePage(Protocol):
    """A page, ready or not yet drawn: as `FinishedPage` is."""

    @property
    def url(self) -> str:
        """Where it is, relative to the home page."""
        ...

    @property
    def title(self) -> str:
        """Its title."""
        ...

    @property
    def html(self) -> str:
        """The page."""
        ...

    @property
    def contents(self) -> bytes:
        """The file of the page."""
        ...

    @property
    def identifiers(self) -> frozenset[str]:
        """The `id`s in its text."""
        ...


class LatePage:
    """A page that is drawn when it is first looked at; `batch` are the files with which it is written, if kept."""

    def __init__(self, url: str, title: str | Callable[[], str], draw: Callable[[], MadePage]) -> None:
        self.url = url
        self._title = title
        self.batch: Batch | None = None
        self.draw = draw
        self._kept: KeptPage | None = None

    @property
    def title(self) -> str:
        """Its title."""
        return self._title if isinstance(self._title, str) else self._title()

    @property
    def html(self) -> str:
        """The page."""
        return self._made.html

    @property
    def contents(self) -> bytes:
        """The file of the page."""
        return self._made.contents

    @property
    def identifiers(self) -> frozenset[str]:
        """The `id`s in its text."""
        return self._made.identifiers

    def take(self, kept: KeptPage, batch: Batch) -> None:
        """Be a page that was kept, which has been written with others; it can still be drawn."""
        self._kept = kept
        self.batch = batch

    @property
    def _made(self) -> MadePage | KeptPage:
        return self._kept if self._kept is not None else self._drawn

    @cached_property
    def _drawn(self) -> MadePage:
        return self.draw()


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


class LateFile(Struct, frozen=True):
    """A file of which the contents are made when they are asked for, and not held."""

    url: str
    make: Callable[[], bytes]

    @property
    def contents(self) -> bytes:
        """What is in it, made anew each time."""
        return self.make()


_Kind = TypeVar("_Kind")


class Groups(Generic[_Kind]):
    """Groups of things one after another, each of which is made when it is first come to."""

    def __init__(self, *groups: Callable[[], Iterable[_Kind]]) -> None:
        self._coming = list(groups)
        self._made: list[tuple[_Kind, ...]] = []

    def __iter__(self) -> Iterator[_Kind]:
        place = 0
        while place < len(self._made) or self._coming:
            if place == len(self._made):
                self._made.append(tuple(self._coming[0]()))
                del self._coming[0]
            yield from self._made[place]
            place += 1


class Together(Struct, frozen=True):
    """A group of pages: its name, what they show that nobody is asked for, and where they are."""

    name: str
    own: object
    urls: tuple[str, ...]


class PageGroup(Struct, frozen=True):
    """Pages that are kept together, by the name of the group. `own` is all that they show that nobody is asked for."""

    name: str
    own: object
    pages: Sequence[LatePage]
    kept: KeptPages

    def recall(self) -> None:
        """Have the pages as they were kept, or draw and keep them."""
        recalled = self.kept.of(self.name, self.own, self._drawn)
        batch = Batch(recalled.mark, tuple(f"{page.url}index.html" for page in self.pages))
        for place, page in enumerate(self.pages):
            page.take(KeptPage(recalled, place), batch)

    def _drawn(self) -> list[Drawn]:
        drawn = (each.draw() for each in self.pages)
        return [Drawn(each.url, each.contents, tuple(sorted(each.identifiers))) for each in drawn]


class KeptGroup(Protocol):
    """Pages or files that are kept between builds."""

    def recall(self) -> None:
        """Have them as they were kept, or make and keep them."""
        ...


def _no_map(by_hand: Iterable[str]) -> Iterable[StreamedFile]:  # noqa: ARG001  # whatever they are
    return ()


class MadeSite(Struct, frozen=True):
    """A whole website. Its files are of different addresses; `streamed` are made one by one when they are written.

    `groups` are those of the pages that are kept between builds; `standing` tells which of them folders hold, and is
    None where nothing is kept. `site_map` makes what search engines read, of the addresses of pages written by hand.
    """

    pages: tuple[MadePage, ...]
    files: Iterable[PublishedFile]
    streamed: Iterable[StreamedFile] = ()
    groups: tuple[KeptGroup, ...] = ()
    standing: KeptStanding | None = None
    site_map: Callable[[Iterable[str]], Iterable[StreamedFile]] = _no_map

    def recall(self) -> None:
        """Have the pages that were kept, and need not be drawn again; draw and keep the others of their groups."""
        for each in self.groups:
            each.recall()


class Maker(Struct, frozen=True):
    """Makes pages by a theme. `change` is when anything on the site next changes, None where nothing is to come.

    `beside` tells of a page's address what is beside it for programs. With `lists`, pages are kept one by one.
    """

    theme: Theme
    change: ChangeView | None = None
    beside: Callable[[str], BesideView] | None = None
    lists: KeptLists | None = None

    def late(self, url: str, title: str | Callable[[], str], draw: Callable[[], MadePage]) -> LatePage:
        """A page that `draw` makes when it is first looked at; of many, the title is made when it is asked for, too."""
        return LatePage(url, title or self.theme.facts.title, draw)

    def page(
        self,
        url: str,
        title: str,
        description: str,
        template: str,
        context: Mapping[str, object],
        identifiers: Iterable[str] = (),
    ) -> FinishedPage:
        """A page; what it shows changes when anything does, unless `context` says another `change`."""
        values = {"base": up(url), "title": title, "description": description, "change": self.change, **context}
        values["beside"] = self.beside(url) if self.beside is not None else None
        contents = (
            self.lists.render(url, template, values) if self.lists else self.theme.render(template, values).encode()
        )
        return FinishedPage(url, title or self.theme.facts.title, contents, frozenset(identifiers))
