"""Source text that stands by itself, in display form: what an operation sets out, or an annex as a whole.

Nothing in it is bound: a formal text is read beside the Code, not in it.
"""

from collections.abc import Iterator

from secc.code.load import LoadedDocument, read_document
from secc.code.walk import placed, prose_in
from secc.document.from_resolved import from_resolved
from secc.document.model import DisplayDocument, Part, TablePart
from secc.ids import Address
from secc.instruments.model import SourceText
from secc.resolve.model import ResolvedDocument, Words
from secc.source import Source

_ROW = "|"


def parts_of(text: SourceText, parent: Address) -> tuple[Part, ...]:
    """What an operation sets out, as it will stand in `parent`; rows set out alone are a table without a head."""
    if text.lines and all(line.startswith(_ROW) for line in text.lines):
        return tuple(_rows(text, parent))
    return _displayed(_lines(text.lines, parent)).parts


def document_of(source: Source) -> DisplayDocument:
    """An annex that sets out a document, as it stands there."""
    return _displayed(source)


def _rows(text: SourceText, parent: Address) -> Iterator[Part]:
    """The lines of a table, or some rows of one: a first row and its rule are put above, and taken away again."""
    found = _displayed(_lines(text.lines, parent)).parts
    if len(found) == 1 and isinstance(found[0], TablePart):
        yield found[0]
        return
    columns = text.lines[0].rstrip().count(_ROW) - text.lines[0].count(f"\\{_ROW}") - 1
    above = (f"{_ROW} x " * columns + _ROW, f"{_ROW} --- " * columns + _ROW)
    for part in _displayed(_lines((*above, *text.lines), parent)).parts:
        yield TablePart(part.caption, (), part.rows) if isinstance(part, TablePart) else part


def _lines(lines: tuple[str, ...], parent: Address) -> Source:
    header = f"{parent.document.kind} {parent.document.label}: set out\n\n"
    return Source("set out", header + "\n".join(lines) + "\n")


def _displayed(source: Source) -> DisplayDocument:
    """The display form of a document in which no reference and no term is looked for."""
    loaded = LoadedDocument(source, read_document(source))
    blocks = placed(loaded.document)
    words = tuple(Words(each, prose, (), ()) for each in blocks for prose in prose_in(each.block))
    return from_resolved(ResolvedDocument(loaded, blocks, words), ())
