"""Writes the pages of a website as a site for MkDocs: `material_source.py WEBSITE DOCS`.

Runs in the peers' environment, so it imports nothing of ours. Each page is in Markdown what it shows between its head
and its foot: the same words, headings, lists, tables and links, at the same address. What is for clicking alone is
left out, as are pages that only lead on to others.
"""

import re
import sys
from pathlib import Path

from bs4 import BeautifulSoup
from markdownify import MarkdownConverter

_FOR_CLICKING = ("nav", "button", "dialog", "form", "script")


def main(website: Path, docs: Path) -> None:
    """Write them."""
    converter = MarkdownConverter(heading_style="ATX")
    for page in sorted(website.rglob("index.html")):
        soup = BeautifulSoup(page.read_bytes(), "lxml")
        said = soup.find("main")
        if said is None or soup.find("meta", {"http-equiv": "refresh"}) is not None:
            continue
        for each in said.find_all(_FOR_CLICKING):
            each.decompose()
        place = (docs / page.relative_to(website)).with_suffix(".md")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(re.sub(r"\n{3,}", "\n\n", converter.convert_soup(said)), encoding="utf-8")


main(Path(sys.argv[1]), Path(sys.argv[2]))
