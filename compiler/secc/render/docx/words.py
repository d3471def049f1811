"""Words as the runs of a Word file."""

from typing import assert_never

from secc.document.model import AnyRun, FootnoteRun, Run, Runs, Style, SymbolsRun
from secc.render.docx.escaping import escaped
from secc.render.docx.omml import maths
from secc.render.pdf.formulas import symbols

_PROPERTIES = {
    Style.EMPHASIS: "<w:i/>",
    Style.STRONG: "<w:b/>",
    Style.CODE: '<w:rStyle w:val="CodeWords"/>',
}
_SYMBOLS = '<w:rPr><w:rStyle w:val="Symbols"/></w:rPr>'
_CALL = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
_ORDER = (Style.CODE, Style.STRONG, Style.EMPHASIS)


def runs_xml(runs: Runs, *, deleted: bool = False) -> str:
    """The runs; where they are `deleted` their text is, as the format has it, no text."""
    name = "w:delText" if deleted else "w:t"
    return "".join(_run(run, name) for run in runs)


def _run(run: AnyRun, name: str) -> str:
    match run:
        case Run(text=text, styles=()):
            return f"<w:r>{_text(text, name)}</w:r>"
        case Run(text=text, styles=styles):
            properties = "".join(_PROPERTIES[style] for style in _ORDER if style in styles)
            return f"<w:r><w:rPr>{properties}</w:rPr>{_text(text, name)}</w:r>"
        case SymbolsRun(latex=latex):
            return _formula(latex, name)
        case FootnoteRun(label=label):
            return f"<w:r>{_CALL}{_text(f'[{label}]', name)}</w:r>"
        case _:
            assert_never(run)


def _formula(latex: str, name: str) -> str:
    """A formula; its LaTeX, where it is not sound."""
    tree = symbols(latex).tree
    return maths(tree) if tree is not None else f"<w:r>{_SYMBOLS}{_text(latex, name)}</w:r>"


def _text(text: str, name: str) -> str:
    """Text, with tabs and line breaks as elements."""
    if text.isprintable():
        return f'<{name} xml:space="preserve">{escaped(text)}</{name}>'
    return "<w:br/>".join(_tabbed(line, name) for line in text.split("\n"))


def _tabbed(line: str, name: str) -> str:
    return "<w:tab/>".join(_words(each, name) for each in line.split("\t"))


def _words(text: str, name: str) -> str:
    return f'<{name} xml:space="preserve">{escaped(text)}</{name}>' if text else ""
