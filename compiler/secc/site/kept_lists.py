"""Pages that show much of the Code at once, such as the timeline: kept by all that their templates are given.

To find that out is quick, and an edit seldom changes it: what takes longer is to compile the templates, and to draw.
"""

from collections.abc import Mapping
from functools import partial

from secc.code.load import DocumentCache
from secc.site.in_time.kept import latest
from secc.site.installed import installed
from secc.site.theme import Theme


class KeptLists:
    """Pages by where they are. Before `recall`, and where nothing can be kept, each is drawn when it is asked for."""

    def __init__(self, cache: DocumentCache | None, theme: Theme) -> None:
        self._cache = cache
        self._theme = theme
        self._made_by = (installed(), theme.digest)
        self._recalls = False

    def recall(self) -> None:
        """From now on, have pages as they were kept, or draw and keep them."""
        self._recalls = True

    def render(self, url: str, template: str, context: Mapping[str, object]) -> bytes:
        """The file of a page by one of the templates. Raises `CannotProceed` where the template is at fault."""
        if not self._recalls or self._cache is None:
            return self._drawn(template, context)
        draw = partial(self._drawn, template, context)
        return latest(self._cache, f"list {url}", (self._made_by, template, context), bytes, draw)

    def _drawn(self, template: str, context: Mapping[str, object]) -> bytes:
        return self._theme.render(template, context).encode()
