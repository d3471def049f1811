"""The letters in which errors are planted: written for this, and the formal texts of instruments of the sample."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from secc.code.load import LoadedCode
from secc.document.formal import Told, formal_text
from secc.history import Folder
from secc.instruments.folder import instrument_paths
from secc.instruments.reading import read_instrument
from secc.render.formal_markdown import to_markdown
from secc.source import Source
from tests.mutation.sample import SOURCES

_FOLDER = Path(__file__).with_name("letters")
_CHANGED = {
    "report.md": frozenset(("Section G", "Appendix AA", "Appendix AB", "Appendix AD", "Appendix AF", "Appendix AG"))
}
"""The documents that a change changes which a letter is about."""
_FROM = "2020-11"
_SHORT = 12_000
_NO_PROSE = re.compile(
    r"#|\||<|Annex [A-Z]:|[A-Z ]+$|(?:Issued|Published):|[0-9]{1,2} [A-Z][a-z]+ [0-9]{4}$|Q[0-9]|To |Dear|>"
)
_MOVES = re.compile(r"^[0-9A-Z]+ (?:move|renumber|split|join|divide)\b", re.MULTILINE)


@dataclass(frozen=True)
class Letter:
    """A letter by its path; `changed` are the documents that the change changes which it is about, if that is given.

    `formal` letters are made by the compiler from instruments.
    """

    path: str
    text: str
    changed: frozenset[str] | None = None
    formal: bool = False

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """The stretches of its paragraphs of sentences: no headings, rows, footnotes, questions, dates or addresses."""
        found: list[tuple[int, int]] = []
        start = 0
        for each in re.split(r"(\n\s*\n)", self.text):
            lead = len(each) - len(each.lstrip())
            if each.strip() and not _NO_PROSE.match(each.strip()) and " " in each.strip():
                found.append((start + lead, start + len(each.rstrip())))
            start += len(each)
        return tuple(found)

    def find(self, pattern: str) -> Iterator[re.Match[str]]:
        """Every match in its paragraphs of sentences."""
        compiled = re.compile(pattern)
        for start, end in self.paragraphs:
            yield from compiled.finditer(self.text, start, end)


def letters(code: LoadedCode) -> tuple[Letter, ...]:
    """All of them, in order."""
    written = [
        Letter(path.name, path.read_text(encoding="utf-8"), _CHANGED.get(path.name))
        for path in sorted(_FOLDER.iterdir())
    ]
    return (*written, *_formal(code))


def _formal(code: LoadedCode) -> Iterator[Letter]:
    """Those of instruments that set out no annex, move nothing, and change what the Code now says."""
    tree = Folder(SOURCES)
    told = Told(code=code.settings.title, standing="made")
    for path in instrument_paths(tree):
        text = tree.read(path).decode()
        if path.count("/") > 1 or path < f"instruments/{_FROM}" or _MOVES.search(text):
            continue
        instrument = read_instrument(Source(path, text)).instrument
        made = to_markdown(formal_text(instrument, told, lambda annex: Source(annex, "")))
        if len(made) < _SHORT:
            yield Letter(f"{instrument.name}.md", made, formal=True)
