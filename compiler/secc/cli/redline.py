"""`secc redline`: what changed between two texts, in many forms."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from secc.cli.addresses import provision
from secc.cli.moments import DAY, Opening, known_option, scope_of, scope_option
from secc.cli.options import code_option, color_option, wants_color, width
from secc.cli.redline_texts import compared, described, identities, texts
from secc.cli.sides import HELP, Asked, Side, is_day, side
from secc.cli.terminal import styled
from secc.cli.writing import replace_file
from secc.code.load import LoadedDocument
from secc.diagnostics import CannotProceed
from secc.document.redline import Extent, extent_of, redline
from secc.document.redline_against import Base
from secc.document.redline_model import Redline
from secc.document.typography import curled
from secc.ids import Address

_WIDEST = 120
_DAY_FORM = "2016-11-10"


@dataclass(frozen=True, slots=True)
class _Layout:
    """How it is to be printed; `code` is the title of the Code, empty where there is none."""

    code: str
    whole: bool
    side_by_side: bool
    color: bool
    author: str = ""
    dated: date | None = None


def _text(made: Redline, layout: _Layout) -> bytes:
    from secc.render.redline_text import TextLayout, to_text

    return to_text(made, TextLayout(width(_WIDEST), layout.color, layout.whole)).encode()


def _html(made: Redline, layout: _Layout) -> bytes:
    from secc.render.redline_html import to_html
    from secc.render.redline_html_blocks import HtmlLayout

    return to_html(made, HtmlLayout(layout.whole, layout.side_by_side)).encode()


def _markdown(made: Redline, layout: _Layout) -> bytes:  # noqa: ARG001  # as much as there is room for
    from secc.render.redline_markdown import to_markdown

    return to_markdown(made).encode()


def _json(made: Redline, layout: _Layout) -> bytes:  # noqa: ARG001  # all of it always
    from secc.render.redline_json import to_json

    return to_json(made)


def _docx(made: Redline, layout: _Layout) -> bytes:
    from secc.render.docx import Tracking, redline_to_docx

    day = layout.dated or made.after.day or made.before.day
    if day is None:
        raise CannotProceed(f"neither text is of a day, which tracked changes need: write --dated {_DAY_FORM}")
    return redline_to_docx(made, Tracking(layout.author, day))


def _pdf(made: Redline, layout: _Layout) -> bytes:
    from secc.render.pdf import redline_to_pdf

    return redline_to_pdf(made, layout.code, whole=layout.whole)


FORMATS: dict[str, Callable[[Redline, _Layout], bytes]] = {
    "text": _text,
    "html": _html,
    "markdown": _markdown,
    "json": _json,
    "docx": _docx,
    "pdf": _pdf,
}
_SUFFIXES = {f".{name}": name for name in ("html", "json", "docx", "pdf")}
_SUFFIXES |= {".txt": "text", ".htm": "html", ".md": "markdown"}
_FILES = {"docx": "a Word file", "pdf": "a PDF"}
"""What is no text, and cannot be shown on a terminal."""


@click.command("redline", epilog=f"BEFORE and AFTER are each {HELP}.")
@click.argument("before")
@click.argument("after")
@click.argument("address", nargs=-1)
@known_option
@click.option("--effective", is_flag=True, help="With the variations that hold on each day.")
@scope_option
@click.option("--against", "base", metavar="BASE", help="The text that both were made from: a redline of a redline.")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), help="By default by the name of FILE, or text.")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write it there.")
@click.option("--whole", is_flag=True, help="All of the text, not only what changed and what stands around it.")
@click.option("--side-by-side", is_flag=True, help="Old and new text beside each other (html).")
@click.option("--author", default="secc", show_default=True, help="Who tracked the changes (docx).")
@click.option("--dated", type=DAY, help="The day of tracked changes (docx; by default that of AFTER or BEFORE).")
@color_option
@code_option
def command(
    before: str,
    after: str,
    address: tuple[str, ...],
    known: date | None,
    effective: bool,  # noqa: FBT001  # click
    whom: str,
    base: str | None,
    form: str | None,
    output: Path | None,
    whole: bool,  # noqa: FBT001  # click
    side_by_side: bool,  # noqa: FBT001  # click
    author: str,
    dated: date | None,
    color: str,
    folder: Path | None,
) -> None:
    """Show what changed from BEFORE to AFTER: in the Code, or in a document, provision or "Term" (ADDRESS).

    The exit status is 0 whether anything changed or not.
    """
    if (known is not None or effective) and not (is_day(before) or is_day(after)):
        what = "--known" if known is not None else "--effective"
        raise CannotProceed(f"{what} is about days, and neither {before} nor {after} is one: write {_DAY_FORM}")
    asked = Asked(known, scope_of(whom) if effective else None)
    opening = Opening(folder)
    old, new = side(opening, before, asked), side(opening, after, asked)
    made = _redline(opening, (old, new, side(opening, base, asked) if base is not None else None), " ".join(address))
    wanted = form or _SUFFIXES.get(output.suffix.lower() if output is not None else "", "text")
    if output is None and wanted in _FILES and sys.stdout.isatty():
        raise CannotProceed(f"{_FILES[wanted]} cannot be shown here: name the file to write with -o")
    code = new.loaded.settings.title or old.loaded.settings.title
    layout = _Layout(code, whole, side_by_side, output is None and wants_color(color), author, dated)
    printed = FORMATS[wanted](made, layout)
    if output is not None:
        replace_file(output, printed)
    else:
        put = styled if wanted == "text" else click.echo
        put(printed, nl=False)


def _redline(opening: Opening, sides: tuple[Side, Side, Side | None], said: str) -> Redline:
    """The redline of all that both sides have; where one is a single document, of that document."""
    before, after, against = sides
    old, new = _alike(before, after)
    changes = compared(old, new, identities(before, after))
    base = _base(against, before, after) if against is not None else None
    if said:
        address = _address(before, after, said)
        extent = extent_of(changes, address)
        if extent is None:
            raise CannotProceed(f"{address.printed} is not in the documents compared: {_all_printed(old, new)}")
        return redline(changes, texts(before, after, _name(extent)), extent, base)
    is_whole = before.only is None and after.only is None
    of = f"the {opening.on_disk.settings.title}" if is_whole else _all_printed(old, new)
    return redline(changes, texts(before, after, of), base=base)


def _base(against: Side, before: Side, after: Side) -> Base:
    """The text that both were made from: of the documents that are compared."""
    old, new = _alike(before, after)
    wanted = {each.id for each in (*old, *new)}
    documents = [each for each in against.documents if each.id in wanted]
    return Base(
        described(against),
        compared(documents, old, identities(against, before)),
        compared(documents, new, identities(against, after)),
    )


def _alike(before: Side, after: Side) -> tuple[Sequence[LoadedDocument], Sequence[LoadedDocument]]:
    """The documents to compare: a single one with the same in the other text, or with another single one."""
    old, new = before.documents, after.documents
    if before.only is not None and after.only is None:
        new = tuple(each for each in new if each.id == before.only)
    elif after.only is not None and before.only is None:
        old = tuple(each for each in old if each.id == after.only)
    return old, new


def _address(before: Side, after: Side, said: str) -> Address:
    """What is meant, in the new text or else in the old one."""
    try:
        return provision(after.named, said)
    except CannotProceed as error:
        try:
            return provision(before.named, said)
        except CannotProceed:
            raise error from None


def _name(extent: Extent) -> str:
    """What it is called now, and was where that is something else."""
    now, was = extent.after or extent.before, extent.before
    assert now is not None, "an extent is somewhere"
    return curled(now.printed if was in (None, now) else f"{now.printed} (before: {was.printed})")


def _all_printed(old: Sequence[LoadedDocument], new: Sequence[LoadedDocument]) -> str:
    return " and ".join(dict.fromkeys(each.id.printed for each in (*old, *new))) or "nothing"
