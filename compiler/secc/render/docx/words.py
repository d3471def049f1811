"""Words as the runs of a Word file."""

from typing import assert_never

from secc.document.model import AnyRun, FootnoteRun, Run, Runs, Style, SymbolsRun
from secc.render.docx.escaping import escaped
from secc.render.docx.in_line import Height, in_line
from secc.render.docx.omml import maths
from secc.render.docx.sheet import Mark
from secc.render.pdf.formulas import symbols

_PROPERTIES = {
    Style.EMPHASIS: "<w:i/>",
    Style.STRONG: "<w:b/>",
    Style.CODE: '<w:rStyle w:val="CodeWords"/>',
}
_SYMBOLS = '<w:rPr><w:rStyle w:val="Symbols"/></w:rPr>'
_MATHS = '<w:rFonts w:ascii="Cambria Math" w:hAnsi="Cambria Math" w:cs="Cambria Math"/>'
_CALL = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
_HEIGHTS = {
    Height.LINE: f"<w:rPr>{_MATHS}</w:rPr>",
    Height.LOW: f'<w:rPr>{_MATHS}<w:vertAlign w:val="subscript"/></w:rPr>',
    Height.HIGH: f'<w:rPr>{_MATHS}<w:vertAlign w:val="superscript"/></w:rPr>',
}
_ORDER = (Style.CODE, Style.STRONG, Style.EMPHASIS)


def runs_xml(runs: Runs, mark: Mark = Mark.NONE) -> str:
    """The runs. Where they are deleted their text is, as the format has it, no text; what is marked is in one line."""
    if mark is Mark.NONE:
        return "".join(_formula(run.latex) if isinstance(run, SymbolsRun) else _run(run, "w:t") for run in runs)
    name = "w:delText" if mark is Mark.DELETED else "w:t"
    return "".join(_run(run, name) for run in runs)


def display(runs: Runs) -> str:
    """The runs of a line of its own: a formula in full size, from the left as all else is."""
    words = runs_xml(runs)
    if not words.startswith("<m:oMath>") or len(runs) > 1:
        return words
    return f'<m:oMathPara><m:oMathParaPr><m:jc m:val="left"/></m:oMathParaPr>{words}</m:oMathPara>'


def _run(run: AnyRun, name: str) -> str:
    match run:
        case Run(text=text, styles=()):
            return f"<w:r>{_text(text, name)}</w:r>"
        case Run(text=text, styles=styles):
            properties = "".join(_PROPERTIES[style] for style in _ORDER if style in styles)
            return f"<w:r><w:rPr>{properties}</w:rPr>{_text(text, name)}</w:r>"
        case SymbolsRun(latex=latex):
            return _in_line(latex, name)
        case FootnoteRun(label=label):
            return f"<w:r>{_CALL}{_text(f'[{label}]', name)}</w:r>"
        case _:
            assert_never(run)


def _formula(latex: str) -> str:
    """A formula as Word sets it; its LaTeX, where it is not sound."""
    tree = symbols(latex).tree
    return maths(tree) if tree is not None else _as_written(latex, "w:t")


def _in_line(latex: str, name: str) -> str:
    """A formula as words; its LaTeX, where it is not sound."""
    tree = symbols(latex).tree
    if tree is None:
        return _as_written(latex, name)
    return "".join(f"<w:r>{_HEIGHTS[height]}{_text(text, name)}</w:r>" for text, height in in_line(tree))


def _as_written(latex: str, name: str) -> str:
    return f"<w:r>{_SYMBOLS}{_text(latex, name)}</w:r>"


def _text(text: str, name: str) -> str:
    """Text, with tabs and line breaks as elements."""
    if text.isprintable():
        return f'<{name} xml:space="preserve">{escaped(text)}</{name}>'
    return "<w:br/>".join(_tabbed(line, name) for line in text.split("\n"))


def _tabbed(line: str, name: str) -> str:
    return "<w:tab/>".join(_words(each, name) for each in line.split("\t"))


def _words(text: str, name: str) -> str:
    return f'<{name} xml:space="preserve">{escaped(text)}</{name}>' if text else ""
