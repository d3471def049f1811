"""What texts of other days show that is not of their own document, noting what it is asked."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from secc.site.any_day.beside import Beside
from secc.site.any_day.own_texts import Together
from secc.site.any_day.versions_then import VersionThen
from secc.site.any_day.ways import Ways
from secc.site.kept_files import KeptFiles
from secc.site.made import Maker


class Around(Struct, frozen=True):
    """The texts as they are kept, and all besides of which their pages and data are made.

    `ways` lead to other texts, `beside` is what is told of provisions, `versions` are those of the Code by day. Their
    pages are made by `maker`, and these and their data kept by `kept`.
    """

    texts: tuple[Together, ...]
    ways: Ways
    beside: Beside
    versions: Mapping[date, VersionThen]
    maker: Maker
    kept: KeptFiles
