"""Where each consolidated version is on the site."""

from secc.render.escaping import escape
from secc.site.naming import slug, up
from secc.timeline.log import LogEntry

FOLDER = "versions/"


def version_url(entry: LogEntry) -> str:
    """`versions/27.0/`."""
    return f"{FOLDER}{'.'.join(slug(part) for part in entry.number.split('.'))}/"


def version_html(entry: LogEntry, url: str) -> str:
    """HTML: its number, leading from a page to it."""
    return f'<a href="{escape(up(url) + version_url(entry))}">Version {escape(entry.number)}</a>'
