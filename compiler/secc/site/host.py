"""Hands the website to MkDocs: the only module that knows how MkDocs works.

MkDocs calls `on_config`, `on_files`, `on_env` and `on_post_build`, in this order. It adds the pages that are written by
hand in Markdown, in the same theme, and checks their links into the Code.
"""

from pathlib import Path

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

_MADE = "secc"
"""The setting below `extra` that holds the site while it is being built."""

_SITE_MAP = "sitemap.xml"
"""Not made: it needs the address of the site, and MkDocs puts the day of building into it."""


class Making:
    """The site that is being handed over, and its theme."""

    def __init__(self, site: MadeSite, theme: Theme) -> None:
        self.site = site
        self.theme = theme


class ReadyPage(Page):
    """A page whose HTML is ready: MkDocs writes it as it is."""

    def __init__(self, made: MadePage, file: File, config: MkDocsConfig) -> None:
        super().__init__(made.title, file, config)
        self._made = made

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002  # MkDocs calls it so
        """There is no Markdown."""
        self.markdown = ""
        self.meta = {"template": "ready.html"}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002  # MkDocs calls it so
        """Give the page, and what can be linked to in it."""
        self.content = self._made.html
        self.toc = TableOfContents([])
        self.present_anchor_ids = set(self._made.identifiers)
        self.links_to_anchors = None


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
    config.theme.static_templates -= {_SITE_MAP}
    config.theme.static_templates |= {"404.html"}
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages and files of the site. A page of the Code at the address of one written by hand is an error."""
    making = _making(config)
    if (site_map := files.get_file_from_path(_SITE_MAP)) is not None:
        files.remove(site_map)
    taken = {file.dest_uri for file in files}
    for made in making.site.pages:
        file = _file(config, f"{made.url.removesuffix('/')}.md" if made.url else "index.md", "")
        if file.dest_uri in taken:
            raise PluginError(f"two pages are at {made.url or '/'}: one of the Code, and one in {config.docs_dir}")
        ReadyPage(made, file, config)
        files.append(file)
    for each in making.site.files:
        files.append(_file(config, each.url, each.contents))
    return files


def on_post_build(config: MkDocsConfig) -> None:
    """Write the files that are made one by one."""
    for each in _making(config).site.streamed:
        place = Path(config.site_dir, each.url)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(each.contents)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001  # MkDocs calls it so
    """Have the templates of hand-written pages be as those of the others are."""
    prepare(env, _making(config).theme.facts)
    return env


def _from_disk(sources: Path, site: Path) -> Making:
    try:
        return made_in(site, open_sources(Folder(sources), FolderCache(sources.resolve().parent / "build" / "cache")))
    except CannotProceed as error:
        raise PluginError(str(error)) from None


def _making(config: MkDocsConfig) -> Making:
    making = config.extra[_MADE]
    assert isinstance(making, Making)
    return making


def _file(config: MkDocsConfig, path: str, contents: str | bytes) -> File:
    return File.generated(config, path, content=contents, inclusion=InclusionLevel.NOT_IN_NAV)
