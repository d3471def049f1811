r"""Formulas as MathML.

The library that makes it accepts broken LaTeX and lets anything through, so it is given only what is sound
(`secc.syntax.formula`), none of the words of `\text{…}`, and what it makes is built anew from the elements and
attributes listed here. Nothing that a drafter writes comes out as markup.
"""

from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING
from unicodedata import category

from secc.syntax import formula
from secc.syntax.formula_tokens import Kind, tokens_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from lxml import etree

NAMESPACE = "http://www.w3.org/1998/Math/MathML"

ELEMENTS = frozenset(
    (
        "mfrac", "mi", "mn", "mo", "mover", "mroot", "mrow", "mspace", "msqrt", "mstyle", "msub", "msubsup", "msup",
        "mtable", "mtd", "mtext", "mtr", "munder", "munderover",
    )
)  # fmt: skip
ATTRIBUTES = frozenset(
    (
        "accent", "columnalign", "columnlines", "columnspacing", "displaystyle", "fence", "form", "linethickness",
        "mathvariant", "maxsize", "minsize", "movablelimits", "rowspacing", "scriptlevel", "stretchy", "width",
    )
)  # fmt: skip

_SPELLINGS = {
    r"\begin{aligned}": r"\begin{split} {}",
    r"\end{aligned}": r"\end{split}",
    r"\overline": r"\bar",  # its line is as long as what it stands over
    **{rf"\begin{{{name}}}": rf"\begin{{{name}}} {{}}" for name in ("cases", "matrix", "pmatrix", "bmatrix")},
}
"""How the library is to be told; without `{}` it takes the braces that follow for columns, and drops them."""

_LIMITS = {"msub": "munder", "msup": "mover", "msubsup": "munderover"}
_WITH_LIMITS = frozenset(("∑", "∏", "⋃", "⋂", "max", "min", "sup", "inf", "lim"))
_OPERATORS = frozenset("±∓⟹⟺⌊⌋⌈⌉…⋮⋱")
"""What the library takes for letters."""

_PARTED = frozenset(("mfrac", "mover", "mroot", "msubsup", "msup", "munder", "munderover"))
"""Whose last part is another symbol or number than what stands before it, for whoever searches or copies the words."""

_NO_BREAK_SPACE = "\u00a0"


class Display(StrEnum):
    """Whether a formula stands on a line of its own."""

    BLOCK = "block"
    INLINE = "inline"


class _UnsettableError(Exception):
    """The library made something that is not on the lists."""


def problem_in(latex: str) -> str | None:
    """What is wrong with a formula, in a few words; None when it is sound and can be set."""
    problem = formula.problem_in(latex)
    if problem is None and _set(latex, Display.BLOCK) is None:
        return "it cannot be set"
    return problem


@lru_cache(maxsize=4096)  # a page shows each several times, and a website on many pages
def to_mathml(latex: str, display: Display) -> str:
    """A `<math>` element with the LaTeX as its `alttext`; of a formula that is not sound, its LaTeX as words."""
    from lxml import etree  # slow to import, and only needed where there are formulas

    made = _set(latex, display) if formula.problem_in(latex) is None else None
    math = etree.Element("math", nsmap={None: NAMESPACE})
    math.set("display", display)
    math.set("alttext", _printable(" ".join(latex.split())))
    if made is None:
        etree.SubElement(etree.SubElement(math, "merror"), "mtext").text = _printable(latex)
    else:
        math.append(made)
    return etree.tostring(math, encoding="unicode")


def _set(latex: str, display: Display) -> "etree._Element | None":
    """The row of a sound formula, or None where the library fails."""
    from latex2mathml.converter import convert_to_element  # it brings half of the standard library with it

    said: list[str] = []
    try:
        (row,) = convert_to_element(_spelt(latex, said), display=display)
        return _rebuilt(row, said)
    except Exception:  # the library raises whatever comes, its own errors and IndexError alike
        return None


def _spelt(latex: str, said: list[str]) -> str:
    """A formula as the library reads it aright; words are put into `said`, and stand for themselves by number."""
    texts: list[str] = []
    for token in tokens_of(latex):
        if token.kind is Kind.WORDS:
            texts.append(rf"\text{{{len(said)}}}")
            said.append(token.said.replace("\\", ""))
        else:
            texts.append(_SPELLINGS.get(token.text, token.text))
    return " ".join(texts)


def _rebuilt(made: "Element", said: Sequence[str]) -> "etree._Element":
    """What the library made, element by element."""
    from lxml import etree

    children = [_rebuilt(child, said) for child in made]
    if made.tag == "mrow" and len(children) == 1 and not made.attrib:
        return children[0]
    text = unescape(made.text or "")
    if made.tag == "mtext" and text != _NO_BREAK_SPACE:
        text = _spaced(said[int(text)])
    built = etree.Element(_tag(made.tag, text, children))
    for name, value in made.attrib.items():
        if name not in ATTRIBUTES:
            raise _UnsettableError(name)
        built.set(name, value)
    if "\\" in text or (text and children):
        raise _UnsettableError(text)
    built.text = text or None
    built.extend(child for child in children if made.tag != "mtd" or child.tag != "mi" or child.text)
    if len(built) > 1 and built.tag in _PARTED:
        built[-2].tail = " "
    return built


def _tag(tag: str, text: str, children: "Sequence[etree._Element]") -> str:
    """The name of an element, mended where the library's has another meaning."""
    if tag not in ELEMENTS:
        raise _UnsettableError(tag)
    if tag == "mi" and text in _OPERATORS:
        return "mo"
    if tag in _LIMITS and children[0].tag == "mo" and children[0].text in _WITH_LIMITS:
        children[0].set("movablelimits", "true")
        return _LIMITS[tag]
    return tag


def _spaced(words: str) -> str:
    """Words with the spaces at their ends kept, which MathML would drop."""
    inner = words.strip(" ")
    start = words.index(inner)
    end = len(words) - start - len(inner)
    return _NO_BREAK_SPACE * start + inner + _NO_BREAK_SPACE * end


def _printable(latex: str) -> str:
    """The characters that XML has, and a mark for each that it has not."""
    return "".join("\ufffd" if _is_outside_xml(character) else character for character in latex)


def _is_outside_xml(character: str) -> bool:
    return character in "\ufffe\uffff" or (category(character) in ("Cc", "Cs") and character not in "\t\n")
