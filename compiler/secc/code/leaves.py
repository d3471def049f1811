"""Blocks in which nothing stands: headings, tables, formulas, figures, code, attachments, notes, footnotes."""

from functools import singledispatch
from typing import NamedTuple

from secc.code.head import NamedFile
from secc.code.model import (
    AnyBlock,
    Attachment,
    CodeBlock,
    Figure,
    Footnote,
    Formula,
    Note,
    SubHeading,
    Table,
)
from secc.code.paths import as_meant, stays_inside
from secc.code.prose import cell_prose, pairs_of, prose_of
from secc.syntax.faults import Fault, Faults
from secc.syntax.formula import problem_in
from secc.syntax.tree import (
    AttachmentHead,
    CodeHead,
    FigureHead,
    FootnoteHead,
    FormulaHead,
    Head,
    HeadingHead,
    NoteHead,
    TableHead,
)


class Page(NamedTuple):
    """The text of a file, and as it is read, what is found to be wrong with it, and the files that it names."""

    text: str
    faults: Faults
    files: list[NamedFile]


@singledispatch
def leaf(head: Head, _page: Page) -> AnyBlock:
    """The block of a head that stands alone."""
    raise NotImplementedError(f"{type(head).__name__} is not a block in which nothing stands")


@leaf.register
def _heading(head: HeadingHead, page: Page) -> SubHeading:
    return SubHeading(span=head.span, level=head.level, prose=prose_of(page.text, head.words))


@leaf.register
def _table(head: TableHead, page: Page) -> Table:
    width = max((len(row) for row in head.rows), default=0)
    filled = [row + ((),) * (width - len(row)) for row in head.rows]
    rows = [tuple(cell_prose(page.text, cell) for cell in row) for row in filled]
    caption = prose_of(page.text, head.caption) if head.caption else None
    return Table(span=head.span, caption=caption, head=tuple(rows[: head.rule]), rows=tuple(rows[head.rule :]))


@leaf.register
def _formula(head: FormulaHead, page: Page) -> Formula:
    latex = " ".join(" ".join(page.text[start:end].split()) for start, end in pairs_of(head.words))
    problem = problem_in(latex)
    if problem is not None and "$$" not in latex:  # which is reported already
        page.faults.add(
            head.span,
            Fault(
                f"this formula cannot be set: {problem}",
                "this formula",
                "write it in the notation of LaTeX, with the commands that grammar/README.md shows",
            ),
        )
    return Formula(span=head.span, latex=latex)


@leaf.register
def _figure(head: FigureHead, page: Page) -> Figure:
    _name(NamedFile(head.path, head.span, is_picture=True), page)
    return Figure(span=head.span, alt=head.alt, path=head.path)


@leaf.register
def _code(head: CodeHead, _page: Page) -> CodeBlock:
    return CodeBlock(span=head.span, language=head.language, text="\n".join(head.lines))


@leaf.register
def _attachment(head: AttachmentHead, page: Page) -> Attachment:
    _name(NamedFile(head.path, head.span, is_picture=False), page)
    return Attachment(span=head.span, path=head.path, title=head.title)


@leaf.register
def _note(head: NoteHead, page: Page) -> Note:
    return Note(span=head.span, prose=prose_of(page.text, head.words))


@leaf.register
def _footnote(head: FootnoteHead, page: Page) -> Footnote:
    return Footnote(span=head.span, label=head.label, prose=prose_of(page.text, head.words))


def _name(file: NamedFile, page: Page) -> None:
    """Note a file that the document names; it lies under the folder of sources."""
    if stays_inside(file.path):
        page.files.append(file)
    else:
        page.faults.add(file.span, _misnamed(file.path))


def _misnamed(path: str) -> Fault:
    meant = as_meant(path)
    if stays_inside(meant) and not path.startswith(("/", "\\")) and ".." not in path:
        what = "has a backslash in it" if "\\" in path else "has a step in it that leads nowhere"
        return Fault(f"the path {path} {what}", "written otherwise than files are named", f"write {meant}")
    if path.startswith(("/", "\\")) or ":" in path or meant.startswith("..") or ".." in path.split("/"):
        return Fault(
            f"the file {path} would lie outside the sources",
            "leaves the folder",
            "name a file under the folder of sources, such as figures/devices.svg",
        )
    return Fault(
        f"the path {path} has a step that is no name of a file on every system",
        "such a step",
        "give it another name: one without a dot or space at its end, and not that of a device (con, aux, nul)",
    )
