"""Formulas as Word sets them itself: Office MathML, ECMA-376 part 1, 22.1. Only those that are sound have a tree.

A sign such as a sum is written together with all that it is taken over, to the end of its row: Word shows an empty box
where nothing is.
"""

from collections.abc import Iterable, Sequence

from secc.render.docx.escaping import escaped
from secc.render.pdf.sheet import Symbol

_FONT = '<w:rPr><w:rFonts w:ascii="Cambria Math" w:hAnsi="Cambria Math" w:cs="Cambria Math"/></w:rPr>'
_PLAIN, _SLANTED = '<m:sty m:val="p"/>', '<m:sty m:val="i"/>'
_SPACES = {"1": "\u2003", "2": "\u2003\u2003", "0.1667": "\u2009", "0.2222": "\u205f", "0.2778": "\u2004", "0.25": " "}
_NARY = frozenset("∑∏⋃⋂∫")
_ACCENTS = {"hat": "\u0302", "tilde": "\u0303"}
_BRACKETS = {"pmatrix": "()", "bmatrix": "[]", "cases": "{"}
_EMPTY = Symbol("row")


def maths(tree: Symbol) -> str:
    """A formula."""
    return f"<m:oMath>{_row((tree,), '')}</m:oMath>"


def _row(parts: Sequence[Symbol], style: str) -> str:
    made = ""
    for place, part in enumerate(parts):
        rest = parts[place + 1 :]
        if _is_nary(part) and rest:
            return made + _nary(part, _row(rest, style), style)
        made += _drawn(part, style)
    return made


def _drawn(part: Symbol, style: str) -> str:
    if part.kind == "row":
        return _row(part.inside, style)
    if part.kind in _LEAVES:
        return _leaf(part, style)
    return _SHAPES.get(part.kind, _table)(part, style)


def _e(name: str, part: Symbol, style: str) -> str:
    return f"<m:{name}>{_drawn(part, style)}</m:{name}>"


# Letters and signs

_LEAVES = frozenset(("sign", "name", "number", "words", "space", "function", "limited"))


def _leaf(part: Symbol, style: str) -> str:
    match part.kind:
        case "words":
            return _run(part.text, "<m:nor/>")
        case "space":
            return _run(_SPACES[part.text], style)
        case "function" | "limited":
            return _run(part.text, _PLAIN)
        case _:
            return _run(part.text, style)


def _run(text: str, style: str) -> str:
    properties = f"<m:rPr>{style}</m:rPr>" if style else ""
    return f'<m:r>{properties}{_FONT}<m:t xml:space="preserve">{escaped(text)}</m:t></m:r>' if text else ""


# Shapes


def _upright(part: Symbol, _style: str) -> str:
    return _drawn(part.inside[0], _PLAIN)


def _slanted(part: Symbol, _style: str) -> str:
    return _drawn(part.inside[0], _SLANTED)


def _fraction(part: Symbol, style: str) -> str:
    return f"<m:f>{_e('num', part.inside[0], style)}{_e('den', part.inside[1], style)}</m:f>"


def _binomial(part: Symbol, style: str) -> str:
    above, below = (_e(name, each, style) for name, each in zip(("num", "den"), part.inside, strict=True))
    return _fenced("(", ")", f'<m:f><m:fPr><m:type m:val="noBar"/></m:fPr>{above}{below}</m:f>')


def _over(part: Symbol, style: str) -> str:
    inner = _e("e", part.inside[0], style)
    if part.text == "line":
        return f'<m:bar><m:barPr><m:pos m:val="top"/></m:barPr>{inner}</m:bar>'
    if part.text in _ACCENTS:
        return f'<m:acc><m:accPr><m:chr m:val="{_ACCENTS[part.text]}"/></m:accPr>{inner}</m:acc>'
    sign, place, other = ("⏞", "top", "bot") if part.text == "brace" else ("⏟", "bot", "top")
    placed = f'<m:chr m:val="{sign}"/><m:pos m:val="{place}"/><m:vertJc m:val="{other}"/>'
    return f"<m:groupChr><m:groupChrPr>{placed}</m:groupChrPr>{inner}</m:groupChr>"


def _root(part: Symbol, style: str) -> str:
    if len(part.inside) > 1:
        return f"<m:rad>{_e('deg', part.inside[1], style)}{_e('e', part.inside[0], style)}</m:rad>"
    hidden = '<m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/>'
    return f"<m:rad>{hidden}{_e('e', part.inside[0], style)}</m:rad>"


def _fence(part: Symbol, style: str) -> str:
    opening, inside, closing = part.inside
    return _fenced(opening.text, closing.text, _drawn(inside, style))


def _fenced(opening: str, closing: str, inside: str) -> str:
    signs = f'<m:begChr m:val="{escaped(opening)}"/><m:endChr m:val="{escaped(closing)}"/>'
    return f"<m:d><m:dPr>{signs}</m:dPr><m:e>{inside}</m:e></m:d>"


# What stands above and below


def _scripts(part: Symbol, style: str) -> str:
    base, below, above = _parts_of(part)
    if base.kind == "limited":
        made = _drawn(base, style)
        if below != _EMPTY:
            made = f"<m:limLow><m:e>{made}</m:e>{_e('lim', below, style)}</m:limLow>"
        return f"<m:limUpp><m:e>{made}</m:e>{_e('lim', above, style)}</m:limUpp>" if above != _EMPTY else made
    sub = _e("sub", below, style) if below != _EMPTY else ""
    sup = _e("sup", above, style) if above != _EMPTY else ""
    name = f"s{'Sub' if sub else ''}{'Sup' if sup else ''}"
    return f"<m:{name}>{_e('e', base, style)}{sub}{sup}</m:{name}>"


def _parts_of(part: Symbol) -> tuple[Symbol, Symbol, Symbol]:
    """The base, what stands below it, and what above, primes first."""
    base, below, above = part.inside
    if part.text:
        primes = Symbol("sign", "′" * len(part.text))
        above = primes if above == _EMPTY else Symbol("row", inside=(primes, above))
    return base, below, above


def _is_nary(part: Symbol) -> bool:
    base = part.inside[0] if part.kind == "scripts" else part
    return base.kind == "sign" and base.text in _NARY


def _nary(part: Symbol, over: str, style: str) -> str:
    base, below, above = _parts_of(part) if part.kind == "scripts" else (part, _EMPTY, _EMPTY)
    hidden = "".join(f'<m:{name}Hide m:val="1"/>' for name, each in (("sub", below), ("sup", above)) if each == _EMPTY)
    place = "subSup" if base.text == "∫" else "undOvr"
    properties = f'<m:chr m:val="{base.text}"/><m:limLoc m:val="{place}"/>{hidden}'
    limits = f"{_e('sub', below, style)}{_e('sup', above, style)}"
    return f"<m:nary><m:naryPr>{properties}</m:naryPr>{limits}<m:e>{over}</m:e></m:nary>"


# Tables


def _table(part: Symbol, style: str) -> str:
    """A matrix, an array, or cases."""
    count = max((len(line.inside) for line in part.inside), default=0)
    columns = "".join(map(_column, _sides(part, count)))
    lines = "".join(f"<m:mr>{_cells(line.inside, count, style)}</m:mr>" for line in part.inside)
    made = f"<m:m><m:mPr><m:mcs>{columns}</m:mcs></m:mPr>{lines}</m:m>"
    brackets = _BRACKETS.get(part.kind)
    return _fenced(brackets[0], brackets[1:], made) if brackets else made


def _sides(part: Symbol, count: int) -> Iterable[str]:
    names = {"l": "left", "c": "center", "r": "right"}
    said = "l" * count if part.kind == "cases" else part.text
    return [names[letter] for letter in said.ljust(count, "c")[:count]]


def _column(side: str) -> str:
    return f'<m:mc><m:mcPr><m:count m:val="1"/><m:mcJc m:val="{side}"/></m:mcPr></m:mc>'


def _cells(cells: Sequence[Symbol], count: int, style: str) -> str:
    return "".join(_e("e", cell, style) for cell in (*cells, *(_EMPTY,) * (count - len(cells))))


def _aligned(part: Symbol, style: str) -> str:
    """Lines under one another: in each, what stands after an `&` begins at the same place."""
    stop = _run("&", "")
    lines = (stop.join(_drawn(cell, style) for cell in line.inside) for line in part.inside)
    return f"<m:eqArr>{''.join(f'<m:e>{line}</m:e>' for line in lines)}</m:eqArr>"


_SHAPES = {
    "upright": _upright, "slanted": _slanted, "fraction": _fraction, "binomial": _binomial, "over": _over,
    "root": _root, "fence": _fence, "scripts": _scripts, "aligned": _aligned,
}  # fmt: skip
