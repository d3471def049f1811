"""Hands the website to MkDocs: the only module that knows how MkDocs works.

MkDocs calls `on_config`, `on_files`, `on_env` and `on_post_build`, in this order. It adds the pages that are written
by hand in Markdown, in the same theme, and checks their links into the Code, of which it is only given the pages that
they lead to. It writes them to a folder of its own, since it empties the one that it writes to; from there, and from
the site, `writing` brings the folder of the website up to date.
"""

import shutil
import weakref
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property, partial
from importlib.metadata import version
from itertools import chain, groupby
from pathlib import Path, PurePath
from tempfile import mkdtemp

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from secc.code.cache import FolderCache
from secc.diagnostics import CannotProceed
from secc.history import Folder
from secc.render.exports.files import TheCode
from secc.site.batches import Batch, KeptStanding
from secc.site.for_programs.by_hand import files_by_hand
from secc.site.kept_files import FileGroup, KeptFile
from secc.site.made import LatePage, StreamedFile
from secc.site.making import MadePage, MadeSite, day_view, make
from secc.site.on_disk import OnDisk
from secc.site.published import PublishedFile
from secc.site.sources import SiteSources, open_sources
from secc.site.templates import prepare
from secc.site.theme import Theme, read_theme
from secc.site.writing import Wanted, bring_up_to_date, unwritten, wanted_alone

_MADE = "secc"
"""The setting below `extra` that holds the site while it is being built."""

_INDEX = "index.html"

_SITE_MAP = "sitemap.xml"
"""MkDocs puts the day of building into its own, and knows no page of the Code."""


class Making:
    """The site that is being handed over, and its theme.

    `by_hand` are the files that MkDocs made, by their paths, and the data `beside` them.

    With `to_disk`, the folder of the website is brought up to date; `on_disk` is what is in it then. `makers` are
    mkdocs.yml, and the folders of all besides the sources that the website is made with; where it `has_others`, plugins
    or hooks, they may ask for more.
    """

    def __init__(self, site: MadeSite, theme: Theme) -> None:
        self.site = site
        self.theme = theme
        self.to_disk = True
        self.on_disk: OnDisk | None = None
        self.by_hand: Mapping[str, bytes] = {}
        self.beside: Mapping[str, bytes] = {}
        self.makers: tuple[Path, ...] = ()
        self.has_others = False
        self.out = ""
        self.folder = ""

    def begin(self, out: str) -> str:
        """Where MkDocs is to write, for a website that is to be in `out`."""
        self.out, self.folder = out, mkdtemp(prefix="secc-")
        self.end = weakref.finalize(self, partial(shutil.rmtree, self.folder, ignore_errors=True))
        return self.folder

    def site_map(self) -> Iterable[StreamedFile]:
        """What search engines read: the map has the pages written by hand, too."""
        return self.site.site_map(path.removesuffix(_INDEX) for path in self.by_hand if path.endswith(f"/{_INDEX}"))


class LinkedPage(Page):
    """A page of the site, as MkDocs knows those to which a link leads: it asks what can be linked to in them."""

    def __init__(self, made: MadePage, file: File, config: MkDocsConfig) -> None:
        super().__init__(made.title, file, config)
        self.present_anchor_ids = _Identifiers(made)


class _Identifiers(set[str]):
    """The `id`s of a page, which is drawn only where some other leads to one of them."""

    def __init__(self, made: MadePage) -> None:
        super().__init__()
        self._made = made

    def __contains__(self, identifier: object) -> bool:
        return identifier in self._made.identifiers


class LinkedFiles(Files):
    """The files that MkDocs makes; those of the site are found by their paths as well, and by nothing else."""

    def __init__(self, by_hand: Iterable[File], site: MadeSite, config: MkDocsConfig) -> None:
        super().__init__(by_hand)
        self._site = site
        self._config = config
        self._linked: dict[str, File] = {}

    def __contains__(self, path: str) -> bool:
        return self.get_file_from_path(path) is not None

    def get_file_from_path(self, path: str) -> File | None:
        """The file, or page of the site, that has a path; the same one every time."""
        found, name = super().get_file_from_path(path), PurePath(path).as_posix()
        if found is not None or (name not in self._pages and name not in self._urls):
            return found
        if name not in self._linked:
            self._linked[name] = self._file(name)
        return self._linked[name]

    def _file(self, path: str) -> File:
        file = File.generated(self._config, path, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        if path in self._pages:
            LinkedPage(self._pages[path], file, self._config)
        return file

    @cached_property
    def _pages(self) -> Mapping[str, MadePage]:
        """The pages, by the paths that they would have if they were written by hand."""
        return {f"{page.url.removesuffix('/')}.md" if page.url else "index.md": page for page in self._site.pages}

    @cached_property
    def _urls(self) -> frozenset[str]:
        return frozenset(each.url for each in self._site.files)


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
    if making.to_disk:
        with _told_by_mkdocs():
            making.site.recall()  # before anybody looks at a page
    config.site_dir = making.begin(config.site_dir)
    config.theme.static_templates -= {_SITE_MAP}
    config.theme.static_templates |= {"404.html"}
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Have links be found that lead into the Code. A page written by hand at the address of one of it is an error."""
    site, by_hand = _making(config).site, [file for file in files if file.src_uri != _SITE_MAP]
    places = {file.dest_uri for file in by_hand}
    for made in site.pages:
        if f"{made.url}index.html" in places:
            raise PluginError(f"two pages are at {made.url or '/'}: one of the Code, and one in {config.docs_dir}")
    if all(map(File.is_documentation_page, by_hand)):
        return LinkedFiles(by_hand, site, config)
    urls = {each.url for each in site.files}  # what the site has goes before what MkDocs would copy there
    return LinkedFiles((file for file in by_hand if file.dest_uri not in urls), site, config)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Have the templates of hand-written pages be as those of the others are, and be compiled once with them."""
    making = _making(config)
    making.beside = {each.url: each.contents for file in files.documentation_pages() for each in _beside(file, making)}
    prepare(env, making.theme.facts)
    if not making.has_others:  # they may have given the environment what the code of templates depends on
        env.bytecode_cache = making.theme.templates.bytecode_cache
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Bring the folder of the website up to date."""
    making = _making(config)
    folder = Path(making.folder)
    made = (path for path in sorted(folder.rglob("*")) if path.is_file())
    by_hand = {path.relative_to(folder).as_posix(): path.read_bytes() for path in made}
    making.by_hand = {**by_hand, **making.beside}
    making.end()
    config.site_dir = making.out
    if making.to_disk:
        with _told_by_mkdocs():
            making.on_disk = _brought_up_to_date(making, making.site.standing)


def _beside(file: File, making: Making) -> Iterator[PublishedFile]:
    """The data of a page written by hand."""
    page, site = file.page, making.theme.facts
    if page is not None and page.content is not None:
        url, code = file.dest_uri.removesuffix(_INDEX), TheCode(site.title, site.short, site.notice)
        yield from files_by_hand(url, str(page.title), page.content, code, f"secc {version('secc')}")


def _brought_up_to_date(making: Making, kept: KeptStanding | None) -> OnDisk:
    """The folder, once it is so, and it is kept what it holds."""
    before = kept.of(making.out) if kept is not None else {}
    found, standing = bring_up_to_date(Path(making.out), _wanted(making), before)
    if kept is not None and standing != before:
        kept.keep(making.out, standing)
    return found


def _wanted(making: Making) -> Iterator[Wanted]:
    """Every file of the website; those that are kept together, one group after another."""
    for path, contents in making.by_hand.items():
        yield wanted_alone(path, PublishedFile(path, contents))
    for _, pages in groupby(sorted(making.site.pages, key=_mark_of), key=_mark_of):
        yield from _of_pages(tuple(pages))
    for _, files in groupby(chain(making.site.files, making.site.streamed, making.site_map()), key=_group_of):
        yield from _of_files(files)


def _of_pages(pages: Sequence[MadePage]) -> Iterator[Wanted]:
    """Pages that are kept together, or not at all."""
    batch = _batch_of(pages[0])
    if batch is not None:
        yield Wanted(batch.paths, lambda: [page.contents for page in pages], batch)
    else:
        yield from (wanted_alone(f"{page.url}index.html", page) for page in pages)


def _of_files(files: Iterator[StreamedFile]) -> Iterator[Wanted]:
    """The files of a group, or of none."""
    for each in files:
        recalled = each.recalled if isinstance(each, KeptFile) else None
        if recalled is not None:
            yield Wanted(recalled.batch.paths, recalled.read, recalled.batch)
            return
        yield wanted_alone(each.url, each)


def _mark_of(page: MadePage) -> str:
    batch = _batch_of(page)
    return batch.mark if batch is not None else ""


def _batch_of(page: MadePage) -> Batch | None:
    return page.batch if isinstance(page, LatePage) else None


def _group_of(file: StreamedFile) -> FileGroup | None:
    return file.group if isinstance(file, KeptFile) else None


def _from_disk(sources: Path, site: Path) -> Making:
    with _told_by_mkdocs():
        return made_in(site, open_sources(Folder(sources), FolderCache(sources.resolve().parent / "build" / "cache")))


@contextmanager
def _told_by_mkdocs() -> Iterator[None]:
    """Have MkDocs end with one line where the website cannot be made."""
    try:
        yield
    except CannotProceed as error:
        raise PluginError(str(error)) from None
    except OSError as error:
        raise PluginError(unwritten(error)) from None


def _is_ours(plugin: object) -> bool:
    """Whether MkDocs calls nothing of a plugin, or module of hooks, but what is here."""
    return all(globals().get(name) is getattr(plugin, name) for name in dir(plugin) if name.startswith("on_"))


def _making(config: MkDocsConfig) -> Making:
    making = config.extra[_MADE]
    assert isinstance(making, Making)
    return making
