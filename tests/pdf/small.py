"""A small Code with one of everything, set."""

from collections.abc import Iterable
from datetime import date

from secc.document import from_resolved
from secc.document.model import DisplayDocument, FigurePart, Part, Run
from secc.ids import DocumentId, DocumentKind
from secc.render.pdf import Imprint
from secc.syntax.formula_commands import DELIMITERS, GROUPS, SIGNS
from tests.making import code_of

SECTION = r"""
section H: DCC Services

# H1 User Entry

## Kinds

H1.1 A Party shall not pay more than 10% of the Charge $C_t$ in accordance with Section H1.2, where:

  $$
  C_t = \sum_{m=1}^{12} \left( \frac{a_{m}}{2} \right) + \max_{g} EAR_t
  $$

  (a) each "User" is a Party; and

      (i) the `code` of it is *known* and **sure**;

  (b) the words #import "x" and #eval(read) and \$ and ] and @here and <label> and = and ~ stand as they are.

H1.2 The steps are:

  - one; and
  - two.

  table: Steps

  | Step | What | When |
  | --- | --- | --- |
  | First | The DCC shall act | At once |
  | Second | The User shall answer | Later |

  note: This says more about H1.2.

H1.3 The form is:

  ```xml
  <a b="c">
    #panic("no")
  </a>
  ```

# H2 Definitions

H2.1 In this Section:

  define "Device" means a device.
"""
PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40"/></svg>'
ACTIVE = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><script>x()</script></svg>'
FILES = {"square.svg": PICTURE, "trap.svg": ACTIVE}
_DOCTYPE = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" {}>{}<path d="M0 0h9v9z"/></svg>'
_PARTS = "".join(f'<g id="a{each}">{f"""<use href="#a{each - 1}"/>""" * 10}</g>' for each in range(1, 9))
DRAWN = {
    "typed.svg": _DOCTYPE + PICTURE,
    "marked.svg": '<?xml version="1.0" encoding="UTF-16"?>'.encode("utf-16") + PICTURE.decode().encode("utf-16-le"),
    "large.svg": _SVG.format('width="400000" height="300000"', "").encode(),
}
"""Pictures that are drawn, whatever they are like."""
BROKEN = {
    "cut.png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00IEND",
    "cut.jpg": b"\xff\xd8\xff\xff\xd9",
    "cut.gif": b"GIF89a;",
    "flat.svg": _SVG.format('width="0" height="0"', "").encode(),
    "many.svg": _SVG.format('viewBox="0 0 9 9"', f'<path id="a0" d="M0 0h9"/>{_PARTS}<use href="#a8"/>').encode(),
}
"""Pictures that a browser may be given, and that cannot be set."""
APPENDIX = """
appendix A: Migration
known-as: MAD

1.1 This Appendix is about Migration under Section H1.1.
"""
IMPRINT = Imprint(
    code="Small Code",
    said="as at 8 November 2016",
    day=date(2016, 11, 8),
    digest="sec1:whole",
    versions={DocumentId(DocumentKind.SECTION, "H"): "3.1"},
)


def documents() -> list[DisplayDocument]:
    """Both documents."""
    code = code_of(SECTION, APPENDIX)
    return [from_resolved(each, code.terms) for each in code.documents]


def of_parts(*parts: Part) -> DisplayDocument:
    """A document that has these parts."""
    return DisplayDocument(DocumentId(DocumentKind.SECTION, "H"), (Run("Services"),), "", "sec1:digest", parts)


def no_pictures(_path: str) -> None:
    """There is none."""


def of_figures() -> DisplayDocument:
    """A document with a picture, and with one that could act."""
    return of_parts(FigurePart("A square", "square.svg"), FigurePart("A trap", "trap.svg"))


def of_pictures(paths: Iterable[str]) -> DisplayDocument:
    """A document with pictures, each called by its path."""
    return of_parts(*(FigurePart(path, path) for path in paths))


def every_formula() -> list[str]:
    """Formulas with every command that there is."""
    signs = [f"a {sign} b" for sign in sorted(SIGNS)]
    groups = [name + "{x}" * count for name, count in GROUPS.items()]
    fences = [rf"\left{sign} x \right{sign}" for sign in sorted(DELIMITERS)]
    tables = [rf"\begin{{{name}}} a & b \\ c & d \end{{{name}}}" for name in ("cases", "aligned", "matrix", "pmatrix")]
    others = [
        r"\sqrt[3]{x}",
        r"\sqrt{x}",
        r"\mathrm{Fee}_t^{2}",
        "x''_{ab}",
        r"\begin{array}{lc|r} a & b & c \\ \end{array}",
    ]
    return [*signs, *groups, *fences, *tables, *others]
