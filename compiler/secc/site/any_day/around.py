"""What texts of other days show that is not of their own document, noting what it is asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from secc.site.any_day.beside import Beside
from secc.site.any_day.own_texts import OwnTexts
from secc.site.kept_files import KeptFiles
from secc.site.made import Maker


@dataclass(frozen=True, slots=True)
class Around:
    """The texts of each document, and all besides of which their pages and data are made.

    `links` is where links lead on which day (`Links.to`), `beside` what is told of provisions. Their pages are made by
    `maker`, and these and their data kept by `kept`.
    """

    texts: tuple[OwnTexts, ...]
    links: Mapping[tuple[date, str], str]
    beside: Beside
    maker: Maker
    kept: KeptFiles
