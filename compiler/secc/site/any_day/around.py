"""What texts of other days show that is not of their own document, noting what it is asked."""

from dataclasses import dataclass

from secc.site.any_day.beside import Beside
from secc.site.any_day.own_texts import Together
from secc.site.any_day.ways import Ways
from secc.site.kept_files import KeptFiles
from secc.site.made import Maker


@dataclass(frozen=True, slots=True)
class Around:
    """The texts as they are kept, and all besides of which their pages and data are made.

    `ways` lead to other texts, `beside` is what is told of provisions. Their pages are made by `maker`, and these and
    their data kept by `kept`.
    """

    texts: tuple[Together, ...]
    ways: Ways
    beside: Beside
    maker: Maker
    kept: KeptFiles
