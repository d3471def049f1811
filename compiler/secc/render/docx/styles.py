"""The house style of Word files: one serif face, black, few sizes; styles that Word knows for titles and headings."""

from collections.abc import Iterator
from typing import NamedTuple

from secc.render.docx.parts import DECLARATION, NAMESPACE

_SERIF, _SANS, _FIXED = "Times New Roman", "Arial", "Courier New"


class _Style(NamedTuple):
    """A paragraph style: what is set otherwise than in the text. Sizes in half points, spaces in twips."""

    id: str
    name: str
    size: int = 0
    before: int = 0
    after: int | None = None
    weight: str = ""
    outline: int | None = None
    more: str = ""
    face: str = ""
    place: str = ""


_KEPT = "<w:keepNext/>"
_RIGHT = '<w:tab w:val="right"{leader} w:pos="9298"/>'
_LEADER = _RIGHT.format(leader=' w:leader="dot"')


def _contents(number: int, left: int, hanging: int, before: int, weight: str = "") -> _Style:
    """The lines of the contents of one depth: the label hangs, and dots lead to the page."""
    tabs = f"<w:tabs>{_LEADER}</w:tabs>"
    place = f'<w:ind w:left="{left}" w:hanging="{hanging}"/>'
    return _Style(f"Contents{number}", f"Contents {number}", 20, before, 40, weight, more=tabs, place=place)


_PARAGRAPHS = (
    _Style("Title", "Title", 32, 0, 240, "<w:b/>", 0, _KEPT),
    _Style("Heading1", "heading 1", 28, 360, 160, "<w:b/>", 0, _KEPT),
    _Style("Heading2", "heading 2", 24, 320, 140, "<w:b/>", 1, _KEPT),
    _Style("Heading3", "heading 3", 22, 220, 120, "<w:b/>", 2, _KEPT),
    _Style("Heading4", "heading 4", 22, 180, 120, "<w:b/><w:i/>", 3, _KEPT),
    _Style("Heading5", "heading 5", 22, 160, 120, "<w:i/>", 4, _KEPT),
    _Style("Heading6", "heading 6", 22, 160, 120, "<w:i/>", 5, _KEPT),
    _Style("Clause", "Clause"),
    _Style("Paragraph", "Numbered Paragraph"),
    _Style("Definition", "Definition"),
    _Style("Bullet", "Bullet"),
    _Style("Formula", "Formula", 0, 60, 160),
    _Style("Figure", "Figure", 20, 60, 160, "<w:i/>"),
    _Style("Attachment", "Attachment"),
    _Style("CodeBlock", "Code Block", 18, face=_FIXED),
    _Style("Note", "Note", 20, weight="<w:i/>"),
    _Style("Effect", "Effect", 18, 60, 40, '<w:i/><w:color w:val="595959"/>', more=_KEPT),
    _Style("FootnoteWords", "Footnote Words", 18),
    _Style("Caption", "caption", 20, 120, 80, "<w:b/>", more=_KEPT),
    _Style("TableWords", "Table Words", 20, 40, 40),
    _Style("TableHead", "Table Head", 20, 40, 40, "<w:b/>", more=_KEPT),
    _Style("AfterTable", "After Table", 12, 0, 60),
    _Style("Cover", "Cover", 48, 2400, 240, "<w:b/>"),
    _Style("About", "About", 18, 0, 60, '<w:color w:val="595959"/>'),
    _Style("ContentsHeading", "Contents Heading", 24, 480, 120, "<w:b/>", more=_KEPT),
    _contents(1, 0, 0, 80, "<w:b/>"),
    _contents(2, 680, 680, 0),
    _contents(3, 1360, 680, 0),
    _Style("End", "End of Document", 2, 0, 0),
)
_MARGINS = (
    _Style("Header", "header", 14, 0, 20, face=_SANS),
    _Style("HeaderTitle", "Header Title", 18, 0, 40, "<w:b/>", face=_SANS),
    _Style("Footer", "footer", 14, 0, 0, face=_SANS),
)
_CHARACTERS = (
    f'<w:style w:type="character" w:customStyle="1" w:styleId="CodeWords"><w:name w:val="Code Words"/>'
    f'<w:rPr><w:rFonts w:ascii="{_FIXED}" w:hAnsi="{_FIXED}" w:cs="{_FIXED}"/><w:sz w:val="20"/></w:rPr></w:style>'
    f'<w:style w:type="character" w:customStyle="1" w:styleId="Symbols"><w:name w:val="Symbols"/>'
    f'<w:rPr><w:rFonts w:ascii="{_FIXED}" w:hAnsi="{_FIXED}" w:cs="{_FIXED}"/><w:sz w:val="20"/></w:rPr></w:style>'
)
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_GRID = (
    '<w:style w:type="table" w:customStyle="1" w:styleId="Grid"><w:name w:val="Ruled Table"/><w:tblPr>'
    f"<w:tblBorders>{_BORDERS}</w:tblBorders>"
    '<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)
_DEFAULTS = (
    f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{_SERIF}" w:hAnsi="{_SERIF}" w:eastAsia="{_SERIF}" '
    f'w:cs="{_SERIF}"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    "</w:docDefaults>"
)
_NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'


def styles() -> str:
    """The part of the styles."""
    return (
        f'{DECLARATION}<w:styles xmlns:w="{NAMESPACE}">{_DEFAULTS}{_NORMAL}'
        f"{''.join(map(_paragraph, (*_PARAGRAPHS, *_MARGINS)))}{_CHARACTERS}{_GRID}</w:styles>"
    )


def _paragraph(style: _Style) -> str:
    own = "" if style.name == style.name.lower() or style.name == "Title" else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{"".join(_of_paragraph(style))}</w:pPr>'
        f"<w:rPr>{''.join(_of_words(style))}</w:rPr></w:style>"
    )


def _of_paragraph(style: _Style) -> Iterator[str]:
    """In the order that the schema asks for."""
    yield style.more
    if style.id.startswith(("Header", "Footer")):
        yield f"<w:tabs>{_RIGHT.format(leader='')}</w:tabs>"
    if style.before or style.after is not None:
        after = f' w:after="{style.after}"' if style.after is not None else ""
        yield f'<w:spacing w:before="{style.before}"{after}/>'
    yield style.place
    if style.outline is not None:
        yield f'<w:outlineLvl w:val="{style.outline}"/>'


def _of_words(style: _Style) -> Iterator[str]:
    if style.face:
        yield f'<w:rFonts w:ascii="{style.face}" w:hAnsi="{style.face}" w:cs="{style.face}"/>'
    yield style.weight
    if style.size:
        yield f'<w:sz w:val="{style.size}"/>'
