"""What stands above and below every page, and the page itself."""

from collections.abc import Sequence

from secc.render.docx.escaping import escaped
from secc.render.docx.parts import DECLARATION, NAMESPACE

_RULE = '<w:pBdr><w:{side} w:val="single" w:sz="4" w:space="4" w:color="7F7F7F"/></w:pBdr>'
_PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1871" w:right="1304" w:bottom="1304" w:left="1304" w:header="680" w:footer="567" w:gutter="0"/>'
)


def header(title: str, lines: Sequence[str]) -> str:
    """The part of a running head: what this is, then a line each."""
    *above, last = [_line("HeaderTitle", title), *(_line("Header", line) for line in lines)]
    last = last.replace("</w:pPr>", f"{_RULE.format(side='bottom')}</w:pPr>", 1)
    return f'{DECLARATION}<w:hdr xmlns:w="{NAMESPACE}">{"".join(above)}{last}</w:hdr>'


def footer(said: str) -> str:
    """The part of a running foot: some words, and which page of how many this is."""
    words = f"{_words(said)}<w:r><w:tab/></w:r>{_words('Page ')}{_field('PAGE')}{_words(' of ')}{_field('NUMPAGES')}"
    return (
        f'{DECLARATION}<w:ftr xmlns:w="{NAMESPACE}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{words}</w:p></w:ftr>'
    )


def section(head: str, foot: str) -> str:
    """The properties of a section that has these parts for head and foot. Each begins on a new page."""
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{head}"/>'
        f'<w:footerReference w:type="default" r:id="{foot}"/>{_PAGE}</w:sectPr>'
    )


def _line(style: str, text: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_words(text)}</w:p>'


def _words(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
