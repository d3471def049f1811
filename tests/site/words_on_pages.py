"""The website of a small Code, of which the texts of its first day and the instruments since are given."""

import re
from collections.abc import Mapping
from html import unescape

from secc.code.load import NoCache
from secc.history import Memory
from secc.site.making import MadeSite
from secc.site.sources import open_sources
from tests.site.codes import files, made_of

_FIRST = "instruments/2020-01-01-first"


def site_of(sections: Mapping[str, str], instruments: Mapping[str, str]) -> MadeSite:
    """The website. `sections` are the texts of the first day by the letters of Sections."""
    return made_of(open_sources(tree_of(sections, instruments), NoCache()))


def tree_of(sections: Mapping[str, str], instruments: Mapping[str, str]) -> Memory:
    """The files of which the website is made."""
    operations = [
        f"{number} designate Section {letter} as version 1.0, in the form set out at annexes/section-{letter}.sec"
        for number, letter in enumerate(sections, start=1)
    ]
    first = "\n".join(["designation 2020-01-01-first: The first", "made: 2020-01-01", "", *operations, ""])
    sources = files({f"sections/{letter}.sec": text for letter, text in sections.items()})
    sources[f"{_FIRST}/instrument.sec"] = first.encode()
    sources |= {f"{_FIRST}/annexes/section-{letter}.sec": text.encode() for letter, text in sections.items()}
    sources |= {f"instruments/{name}.sec": text.encode() for name, text in instruments.items()}
    return Memory(sources)


def words_on_pages(sections: Mapping[str, str], instruments: Mapping[str, str]) -> dict[str, str]:
    """The words of each page by its address, one blank between two."""
    return {each.url: words_of(each.html) for each in site_of(sections, instruments).pages}


def words_of(html: str) -> str:
    """The words of a page, one blank between two."""
    return " ".join(unescape(re.sub("<[^>]*>", " ", html)).split())
