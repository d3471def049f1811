"""The formal text of an instrument, as golden cases show it."""

from collections.abc import Sequence

from secc.document.formal import Told, formal_text
from secc.instruments.reading import read_instrument
from secc.render.formal_markdown import to_markdown
from secc.source import Source


def formal(sources: Sequence[Source]) -> str:
    """That of the first file, as Markdown; the others are its annexes, and instruments that it names."""
    first, *others = sources
    read = read_instrument(first)
    assert not read.findings, read.findings
    named = [read_instrument(each).instrument for each in others if each.path.startswith("instruments/")]
    annexes = {each.path: each for each in others}
    told = Told(code="Small Code", instruments={each.name: each for each in named})
    return to_markdown(formal_text(read.instrument, told, lambda path: annexes[path]))
