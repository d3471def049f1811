"""The theme: templates, and the files that every page uses, each with its digest in its name."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

from secc.code.settings import Settings
from secc.diagnostics import CannotProceed
from secc.site.in_time.views import DayView
from secc.site.published import PublishedFile

FOLDER = "assets/"
_ASSETS = {"style": "site.css", "script": "preview.js", "day_script": "day.js", "icon": "icon.svg"}


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """What every page says, and the addresses of the files that it uses, relative to the home page.

    `day` is None where nothing is known of time.
    """

    title: str
    short: str
    notice: str
    style: str
    script: str
    day_script: str
    icon: str
    day: DayView | None


@dataclass(frozen=True, slots=True)
class Theme:
    """Templates, and the files that go with them."""

    templates: Environment
    facts: SiteFacts
    files: tuple[PublishedFile, ...]

    def render(self, template: str, context: Mapping[str, object]) -> str:
        """A page by one of the templates. Raises `CannotProceed` where the template is at fault."""
        try:
            return self.templates.get_template(template).render(context)
        except TemplateError as error:
            raise CannotProceed(f"{template} of the site's theme cannot be used: {error}") from None


def read_theme(place: Path, settings: Settings, day: DayView | None = None) -> Theme:
    """The theme in a site's folder, for a site of a day. Raises `CannotProceed` where a file of it is missing."""
    files = {use: _asset(place / "assets" / name) for use, name in _ASSETS.items()}
    facts = SiteFacts(
        title=settings.title,
        short=settings.short,
        notice=" ".join(settings.notice.split()),
        style=files["style"].url,
        script=files["script"].url,
        day_script=files["day_script"].url,
        icon=files["icon"].url,
        day=day,
    )
    templates = Environment(loader=FileSystemLoader(place / "theme"))
    prepare(templates, facts)
    return Theme(templates, facts, tuple(files.values()))


def prepare(templates: Environment, facts: SiteFacts) -> None:
    """Have templates escape whatever they are given, refuse what they are not, and know the site."""
    templates.autoescape = True
    templates.undefined = StrictUndefined
    templates.trim_blocks = True
    templates.lstrip_blocks = True
    templates.globals["site"] = facts


def _asset(place: Path) -> PublishedFile:
    try:
        contents = place.read_bytes()
    except OSError as error:
        raise CannotProceed(f"{place.name} of the site's theme cannot be read: {error.strerror}") from None
    digest = hashlib.sha256(contents).hexdigest()[:8]
    return PublishedFile(f"{FOLDER}{place.stem}.{digest}{place.suffix}", contents)
