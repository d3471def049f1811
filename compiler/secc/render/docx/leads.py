"""What leads somewhere, or is drawn: lines of the contents, what they lead to, pictures, formulas on their own."""

from secc.document.model import SymbolsRun
from secc.render.docx.escaping import escaped
from secc.render.docx.kinds import FORMULA
from secc.render.docx.parts import DRAWING
from secc.render.docx.sheet import Drawing, Entry, Equation
from secc.render.docx.words import display, runs_xml

_TAB = "<w:r><w:tab/></w:r>"
_UNKNOWN = "–"
"""Stands for a page until the program that opens the file has counted its pages."""


def anchored(anchor: str, number: int, words: str) -> str:
    """Words to which something leads."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{anchor}"/>{words}<w:bookmarkEnd w:id="{number}"/>'


def entry(listed: Entry) -> str:
    """A line of the contents, with the number of the page that it leads to."""
    label = escaped(listed.label)
    between = "" if not (label and listed.words) else ": " if listed.depth == 0 else "\t"
    first = f'<w:r><w:t xml:space="preserve">{label}</w:t></w:r>' if label else ""
    if between == "\t":
        first += _TAB
    elif between:
        first += f'<w:r><w:t xml:space="preserve">{between}</w:t></w:r>'
    words = f"{first}{runs_xml(listed.words)}{_TAB}{_page(listed.anchor)}"
    style = f"Contents{min(listed.depth, 2) + 1}"
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:hyperlink w:anchor="{listed.anchor}" w:history="1">{words}</w:hyperlink></w:p>'
    )


def _page(anchor: str) -> str:
    """The number of a page, marked as to be counted."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> PAGEREF {anchor} \\h </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{_UNKNOWN}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def drawing(drawn: Drawing, number: int) -> str:
    """A picture as a paragraph of its own."""
    size = f'cx="{drawn.width}" cy="{drawn.height}"'
    named = f'id="{number}" name="Picture {number}" descr="{escaped(drawn.alt)}"'
    picture = (
        f"<pic:pic><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{drawn.part}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    return (
        f'<w:p><w:pPr><w:pStyle w:val="Figure"/><w:ind w:left="{drawn.left}"/></w:pPr><w:r><w:drawing>'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr {named}/>'
        f'<a:graphic><a:graphicData uri="{DRAWING}/picture">{picture}</a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )


def equation(shown: Equation) -> str:
    """A formula as a paragraph of its own."""
    properties = f'<w:pPr><w:pStyle w:val="{FORMULA}"/><w:ind w:left="{shown.left}"/></w:pPr>'
    return f"<w:p>{properties}{display((SymbolsRun(shown.latex),))}</w:p>"
