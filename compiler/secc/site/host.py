"""Hands the website to MkDocs: the only module that knows how MkDocs works.

MkDocs calls `on_config`, `on_files`, `on_env`, `on_post_page` and `on_post_build`, in this order. It adds the pages
that are written by hand in Markdown, in the same theme, and checks their links into the Code. It writes these to a
folder of its own, since it empties the one that it writes to; from there, and from the site, `writing` brings the
folder of the website up to date.
"""

import shutil
import weakref
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from tempfile import mkdtemp

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from secc.code.cache import FolderCache
from secc.diagnostics import CannotProceed
from secc.history import Folder
from secc.site.making import MadePage, MadeSite, day_view, make
from secc.site.sources import SiteSources, open_sources
from secc.site.theme import Theme, prepare, read_theme
from secc.site.writing import bring_up_to_date

_MADE = "secc"
"""The setting below `extra` that holds the site while it is being built."""

_SITE_MAP = "sitemap.xml"
"""Not made: it needs the address of the site, and MkDocs puts the day of building into it."""


class Making:
    """The site that is being handed over, and its theme. `by_hand` are the files that MkDocs made, by their paths.

    With `to_disk`, the folder of the website is brought up to date. `makers` are mkdocs.yml, and the folders of all
    besides the sources that the website is made with; where it `has_others`, plugins or hooks, they may ask for more.
    """

    def __init__(self, site: MadeSite, theme: Theme) -> None:
        self.site = site
        self.theme = theme
        self.to_disk = True
        self.by_hand: Mapping[str, bytes] = {}
        self.makers: tuple[Path, ...] = ()
        self.has_others = False
        self.out = ""
        self.folder = ""

    def begin(self, out: str) -> str:
        """Where MkDocs is to write, for a website that is to be in `out`."""
        self.out, self.folder = out, mkdtemp(prefix="secc-")
        self.end = weakref.finalize(self, partial(shutil.rmtree, self.folder, ignore_errors=True))
        return self.folder


class ReadyPage(Page):
    """A page whose HTML the site has: MkDocs only asks what can be linked to in it."""

    def __init__(self, made: MadePage, file: File, config: MkDocsConfig) -> None:
        super().__init__(made.title, file, config)
        self._made = made

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002  # MkDocs calls it so
        """There is no Markdown."""
        self.markdown = ""
        self.meta = {"template": "ready.html"}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002  # MkDocs calls it so
        """Tell what can be linked to in it."""
        self.content = ""
        self.toc = TableOfContents([])
        self.present_anchor_ids = _Identifiers(self._made)
        self.links_to_anchors = None


class _Identifiers(set[str]):
    """The `id`s of a page, which is drawn only where some other leads to it."""

    def __init__(self, made: MadePage) -> None:
        super().__init__()
        self._made = made

    def __contains__(self, identifier: object) -> bool:
        return identifier in self._made.identifiers


class ReadyFile(File):
    """A file that the site has: MkDocs only knows where it is."""

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002  # as MkDocs calls it
        """It is written with the site."""


def made_in(site: Path, sources: SiteSources) -> Making:
    """The site of the Code in the theme of a folder. Raises `CannotProceed`."""
    theme = read_theme(site, sources.code.loaded.settings, day_view(sources))
    return Making(make(sources, theme), theme)


def offer(config: MkDocsConfig, making: Making) -> None:
    """Have a site that is already made be built, in place of the one that `on_config` would make."""
    config.extra[_MADE] = making


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Make the site of the Code that the setting `code` below `extra` names, unless one is on offer."""
    place = Path(config.config_file_path or "").parent
    if _MADE not in config.extra:
        offer(config, _from_disk(place / str(config.extra["code"]), place / "site"))
    making = _making(config)
    folders = map(Path, (config.docs_dir, *config.theme.dirs))
    making.makers = (Path(config.config_file_path or ""), place / "site", *folders)
    making.has_others = not all(map(_is_ours, config.plugins.values()))
    config.site_dir = making.begin(config.site_dir)
    config.theme.static_templates -= {_SITE_MAP}
    config.theme.static_templates |= {"404.html"}
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages and files of the site. A page of the Code at the address of one written by hand is an error."""
    making = _making(config)
    if (site_map := files.get_file_from_path(_SITE_MAP)) is not None:
        files.remove(site_map)
    taken = {file.dest_uri for file in files}
    if making.to_disk:
        making.site.recall()
    for made in making.site.pages:
        file = _file(config, f"{made.url.removesuffix('/')}.md" if made.url else "index.md")
        if file.dest_uri in taken:
            raise PluginError(f"two pages are at {made.url or '/'}: one of the Code, and one in {config.docs_dir}")
        ReadyPage(made, file, config)
        files.append(file)
    for each in making.site.files:
        files.append(_file(config, each.url))
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001  # MkDocs calls it so
    """Have the templates of hand-written pages be as those of the others are."""
    prepare(env, _making(config).theme.facts)
    return env


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001  # MkDocs calls it so
    """Have MkDocs write no page that the site has."""
    return "" if isinstance(page, ReadyPage) else output


def on_post_build(config: MkDocsConfig) -> None:
    """Bring the folder of the website up to date."""
    making = _making(config)
    folder = Path(making.folder)
    making.by_hand = {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
    making.end()
    config.site_dir = making.out
    if making.to_disk:
        bring_up_to_date(Path(making.out), _written(making))


def _written(making: Making) -> Iterator[tuple[str, bytes]]:
    """Every file of the website, by its path."""
    yield from making.by_hand.items()
    for page in making.site.pages:
        yield f"{page.url}index.html", page.html.encode()
    for each in (*making.site.files, *making.site.streamed):
        yield each.url, each.contents


def _from_disk(sources: Path, site: Path) -> Making:
    try:
        return made_in(site, open_sources(Folder(sources), FolderCache(sources.resolve().parent / "build" / "cache")))
    except CannotProceed as error:
        raise PluginError(str(error)) from None


def _is_ours(plugin: object) -> bool:
    """Whether MkDocs calls nothing of a plugin, or module of hooks, but what is here."""
    return all(globals().get(name) is getattr(plugin, name) for name in dir(plugin) if name.startswith("on_"))


def _making(config: MkDocsConfig) -> Making:
    making = config.extra[_MADE]
    assert isinstance(making, Making)
    return making


def _file(config: MkDocsConfig, path: str) -> File:
    return ReadyFile.generated(config, path, content="", inclusion=InclusionLevel.NOT_IN_NAV)
