"""Errors between formulas and their legends."""

import re
from collections.abc import Callable, Iterator, Mapping
from random import Random

from secc.code.model import Formula
from secc.code.walk import Placed
from tests.mutation.planting import Plant, Planting, Shape, here, in_file, unused
from tests.mutation.sample import Edit, Page, Sample


def _formulas(page: Page) -> Iterator[tuple[Placed, str]]:
    for each in page.blocks:
        if isinstance(each.block, Formula) and not each.quoted and "where:" in page.text[each.block.span.start :][:600]:
            yield each, each.block.latex


def _symbol_added(new: Callable[[str, Random], tuple[int, int, str] | None]) -> Plant:
    """A symbol in a formula that its legend does not explain."""

    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
        for placed, latex in _formulas(page):
            line = latex.strip().split("\n")[0]
            at = page.text.find(line, placed.block.span.start)
            made = new(line, random)
            if made is not None and at >= 0:
                start, end, words = made
                yield Planting(page, (Edit(at + start, at + end, words),), brings=(in_file("legend-without-symbol"),))

    return plant


def _factor(latex: str, random: Random) -> tuple[int, int, str]:
    return len(latex), len(latex), rf" \times {random.choice(('QX', 'ZW', 'JQ'))}_{{t}}"


def _summand(latex: str, random: Random) -> tuple[int, int, str]:
    return len(latex), len(latex), rf" + {random.choice(('QX', 'ZW', 'JQ'))}"


def _other_symbol(latex: str, random: Random) -> tuple[int, int, str] | None:
    places = list(re.finditer(r"(?<![\\A-Za-z{])[A-Z]{2,}(?=_)", latex))[1:]
    if not places:
        return None
    found = random.choice(places)
    return found.start(), found.end(), found[0] + random.choice("QXZ")


_ENTRY = re.compile(
    r"^(?P<indent> +)\((?P<letter>[a-z])\) \$(?P<symbol>[^$]+)\$ is (?P<rest>[^;.$]*(?:\$[^$]+\$[^;.$]*)*;)\n",
    re.MULTILINE,
)


def _legend(change: Callable[[re.Match[str], Random], tuple[int, int, str] | None]) -> Plant:
    """An entry of a legend for a symbol that no formula has."""

    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
        for found in _ENTRY.finditer(page.text):
            made = change(found, random)
            if made is not None:
                yield Planting(
                    page,
                    (Edit(*made),),
                    brings=(in_file("symbol-without-legend"), here("duplicate-number", "gap-in-list")),
                )

    return plant


def _entry_renamed(found: re.Match[str], random: Random) -> tuple[int, int, str] | None:
    if found["symbol"].startswith("\\"):
        return None  # a letter before a command is a symbol of its own
    start = found.start("symbol")
    return start, start, random.choice(("Q", "X", "Z"))


def _entry_other(found: re.Match[str], random: Random) -> tuple[int, int, str]:
    return found.start("symbol"), found.end("symbol"), random.choice((r"QX_t", "ZW", r"\theta_{qz}"))


def _entry_added(found: re.Match[str], random: Random) -> tuple[int, int, str]:
    symbol = random.choice(("QX_t", "ZW_{gt}", r"\theta"))
    at = found.end()
    return at, at, f"{found['indent']}({found['letter']}) ${symbol}$ is the amount that the Panel determines;\n"


def _left_out(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001
    """The entry of a symbol is taken out of its legend."""
    for found in _ENTRY.finditer(page.text):
        opened = page.text.rfind("$$\n", 0, found.start())
        formula = page.text.rfind("$$\n", 0, opened)
        if (
            formula > 0
            and found["symbol"] in page.text[formula:opened]
            and page.text.find("\n\n", opened, found.start()) >= 0
        ):
            yield Planting(
                page,
                (Edit(found.start(), found.end(), ""),),
                (formula, found.start()),
                brings=(in_file("gap-in-list", "symbol-without-legend", "dangling-reference"), unused(found["rest"])),
            )


SHAPES: Mapping[str, tuple[Shape, ...]] = {
    "symbol-without-legend": (
        Shape("a factor more", _symbol_added(_factor)),
        Shape("a summand more", _symbol_added(_summand)),
        Shape("another symbol", _symbol_added(_other_symbol)),
        Shape("the entry taken out", _left_out),
    ),
    "legend-without-symbol": (
        Shape("an entry for another symbol", _legend(_entry_other)),
        Shape("a letter more", _legend(_entry_renamed)),
        Shape("an entry more", _legend(_entry_added)),
    ),
}
