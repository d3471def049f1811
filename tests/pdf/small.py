"""A small Code with one of everything, set."""

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
