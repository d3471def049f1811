"""The theme: templates, and the files that every page uses, each with its digest in its name."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment
from msgspec import Struct

from secc.code.settings import Settings
from secc.diagnostics import CannotProceed
from secc.site.in_time.views import DayView
from secc.site.noted import encoded
from secc.site.patterns_theme import UNREAD_IN_SCRIPT, UNREAD_IN_STYLE, USED_AT_ONCE
from secc.site.published import PublishedFile
from secc.site.templates import drawn, templates_in

FOLDER = "assets/"
_ASSETS = {
    "style": "site.css",
    "script": "preview.js",
    "reading_script": "reading.js",
    "day_script": "day.js",
    "asked_script": "asked-day.js",
    "arriving_script": "arriving.js",
    "icon": "icon.svg",
}
_MODULES = {
    "as_at_script": "as-at.js",
    "compare_script": "compare.js",
    "not_here_script": "not-here.js",
    "search_script": "search.js",
    "search_page_script": "search-page.js",
}
_SHOWS_A_DAY = "day-going.js"
_UNREAD = {".js": UNREAD_IN_SCRIPT, ".css": UNREAD_IN_STYLE}


class DayOfPages(Struct, frozen=True):
    """What all pages have of the day of the site: not the day itself, which stands in one file (`day_file`)."""

    has_version: bool
    is_draft: bool


class SiteFacts(Struct, frozen=True):
    """What every page says, and the addresses of the files that it uses, relative to the home page.

    `day_scripts` show the text of another day. `day` is None where nothing is known of time; `address` is that of the
    site on the web, empty where it is not set.
    """

    title: str
    short: str
    notice: str
    short_notice: str
    style: str
    script: str
    reading_script: str
    day_script: str
    asked_script: str
    arriving_script: str
    as_at_script: str
    day_scripts: tuple[str, ...]
    compare_script: str
    not_here_script: str
    search_script: str
    search_page_script: str
    icon: str
    address: str
    day: DayOfPages | None


class Theme(Struct, frozen=True):
    """Templates, and the files that go with them. `digest` is that of the templates and the facts that they know."""

    templates: Environment
    facts: SiteFacts
    files: tuple[PublishedFile, ...]
    digest: str

    def render(self, template: str, context: Mapping[str, object]) -> str:
        """A page by one of the templates. Raises `CannotProceed` where the template is at fault."""
        return drawn(self.templates, template, context)


def read_theme(place: Path, settings: Settings, day: DayView | None = None) -> Theme:
    """The theme in a site's folder, for a site of a day. Raises `CannotProceed` where a file of it is missing."""
    files = {use: _asset(place / "assets" / name) for use, name in _ASSETS.items()}
    scripts = Scripts(place / "assets")
    facts = SiteFacts(
        title=settings.title,
        short=settings.short,
        notice=" ".join(settings.notice.split()),
        short_notice=" ".join(settings.site.short_notice.split()),
        style=files["style"].url,
        script=files["script"].url,
        reading_script=files["reading_script"].url,
        day_script=files["day_script"].url,
        asked_script=files["asked_script"].url,
        arriving_script=files["arriving_script"].url,
        as_at_script=scripts.url(_MODULES["as_at_script"]),
        day_scripts=scripts.with_used(_SHOWS_A_DAY),
        compare_script=scripts.url(_MODULES["compare_script"]),
        not_here_script=scripts.url(_MODULES["not_here_script"]),
        search_script=scripts.url(_MODULES["search_script"]),
        search_page_script=scripts.url(_MODULES["search_page_script"]),
        icon=files["icon"].url,
        address=settings.site.address,
        day=DayOfPages(bool(day.version), day.is_draft) if day is not None else None,
    )
    return Theme(
        templates_in(place / "theme", facts),
        facts,
        (*files.values(), *scripts.files()),
        _digest(place / "theme", facts),
    )


def _digest(place: Path, facts: SiteFacts) -> str:
    """Of all templates and what they know. Raises `CannotProceed` where one is no text."""
    templates = [
        (path.relative_to(place).as_posix(), path.read_bytes()) for path in sorted(place.rglob("*")) if path.is_file()
    ]
    for name, contents in templates:
        if name.endswith(".html"):
            _text(name, contents)
    return hashlib.sha256(encoded((templates, facts))).hexdigest()


class Scripts:
    """The scripts that use others: each is called by its digest wherever it is used."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._names = sorted(path.name for path in place.glob("*.js"))
        self._made: dict[str, PublishedFile] = {}

    def url(self, name: str) -> str:
        """Where a script is, relative to the home page."""
        if name not in self._made:
            contents = _read(self._place / name)
            for each in self._names:
                used = f'"./{each}"'.encode()
                if used in contents:
                    own = self.url(each).removeprefix(FOLDER)
                    contents = contents.replace(used, f'"./{own}"'.encode())
            self._made[name] = _named(self._place / name, contents)
        return self._made[name].url

    def with_used(self, name: str) -> tuple[str, ...]:
        """Where a script is, and all that are fetched before it runs."""
        found, left = {name}, [name]
        while left:
            script = _read(self._place / left.pop()).decode()
            new = set(USED_AT_ONCE.findall(script)) - found
            found |= new
            left += sorted(new)
        return tuple(self.url(each) for each in sorted(found))

    def files(self) -> tuple[PublishedFile, ...]:
        """The scripts that were asked for, and those that they use."""
        return tuple(self._made[name] for name in sorted(self._made))


def _asset(place: Path) -> PublishedFile:
    return _named(place, _read(place))


def _read(place: Path) -> bytes:
    """What is sent of a file of the theme: of scripts and style sheets, what a browser reads.

    No more than that: minifiers for Python take a template within a template for code, or need a compiler of Go.
    """
    try:
        contents = place.read_bytes()
    except OSError as error:
        raise CannotProceed(f"{place.name} of the site's theme cannot be read: {error.strerror}") from None
    unread = _UNREAD.get(place.suffix)
    return unread.sub("", _text(place.name, contents)).encode() if unread is not None else contents


def _text(name: str, contents: bytes) -> str:
    try:
        return contents.decode()
    except UnicodeDecodeError as error:
        line = contents.count(b"\n", 0, error.start) + 1
        said = f"line {line} has a byte that is not text; save it as UTF-8"
        raise CannotProceed(f"{name} of the site's theme is not in UTF-8: {said}") from None


def _named(place: Path, contents: bytes) -> PublishedFile:
    digest = hashlib.sha256(contents).hexdigest()[:8]
    return PublishedFile(f"{FOLDER}{place.stem}.{digest}{place.suffix}", contents)
