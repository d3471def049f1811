"""Runs of words as HTML."""

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import assert_never

from secc.document.model import (
    AnyRun,
    FootnoteRun,
    Run,
    Runs,
    Style,
    SymbolsRun,
    Target,
    ToNothing,
    ToProvisions,
    ToTerm,
    ToWeb,
    ToWork,
)
from secc.ids import Address
from secc.render.escaping import escape
from secc.render.mathml import Display, to_mathml
from secc.render.surroundings import Surroundings

CALL_PREFIX = "called-"
NOTE_PREFIX = "footnote-"

_ELEMENTS = {Style.EMPHASIS: "em", Style.STRONG: "strong", Style.CODE: "code"}
_WEB = ("http://", "https://", "mailto:")


class RunWriter:
    """Writes runs for one page. `claim` makes an `id` the page's own; what it returns may be empty."""

    def __init__(self, around: Surroundings, claim: Callable[[str], str]) -> None:
        self._around = around
        self._claim = claim

    def html(self, runs: Runs, defined: frozenset[str] = frozenset()) -> str:
        """The runs as HTML; strong words that are among `defined` are marked as being defined here."""
        if len(runs) == 1 and isinstance(runs[0], Run) and not runs[0].styles and runs[0].target is None:
            return escape(runs[0].text)
        return "".join(self._pieces(runs, defined))

    def _pieces(self, runs: Runs, defined: frozenset[str]) -> Iterator[str]:
        for link, group in groupby(runs, key=_link_of):
            together = tuple(group)
            words = "".join(self._run(run, defined) for run in together)
            target = together[0].target if isinstance(together[0], Run) else None
            yield self._linked(words, target) if link and target is not None else words

    def _run(self, run: AnyRun, defined: frozenset[str]) -> str:
        match run:
            case Run():
                return _styled(run, defined)
            case SymbolsRun(latex=latex):
                return to_mathml(latex, Display.INLINE)
            case FootnoteRun(label=label):
                return self._call(label)
            case _:
                assert_never(run)

    def _call(self, label: str) -> str:
        shown = escape(label)
        identifier = self._claim(CALL_PREFIX + fragment(label))
        href = self._around.footnote(label)
        named = f' id="{escape(identifier)}"' if identifier else ""
        if not href:
            return f"<sup{named}>[{shown}]</sup>"
        return f'<sup{named}><a class="call" href="{escape(href)}" aria-label="Footnote {shown}">[{shown}]</a></sup>'

    def _linked(self, words: str, target: Target) -> str:
        match target:
            case ToProvisions(addresses=addresses):
                return self._to_provisions(words, addresses)
            case ToTerm(name=name, address=address):
                return _anchor("term", self._around.term(name, address), words)
            case ToWeb(href=href):
                return _anchor("web", href if href.lower().startswith(_WEB) else "", words)
            case ToNothing():
                return f'<span class="broken">{words}</span>'
            case ToWork():
                return words
            case _:
                assert_never(target)

    def _to_provisions(self, words: str, addresses: tuple[Address, ...]) -> str:
        href = self._around.provision(addresses[0])
        return _anchor("ref", href, words, f' data-range="{len(addresses)}"' if len(addresses) > 1 else "")


def fragment(text: str) -> str:
    """The text as part of an `id`: letters and digits, everything else as hyphens."""
    return "-".join("".join(letter if letter.isalnum() else " " for letter in text).split()) or "x"


def _link_of(run: AnyRun) -> int:
    return run.link if isinstance(run, Run) else 0


def _anchor(kind: str, href: str, words: str, more: str = "") -> str:
    if not href:
        return words
    rel = ' rel="external noreferrer"' if kind == "web" else ""
    return f'<a class="{kind}" href="{escape(href)}"{rel}{more}>{words}</a>'


def _styled(run: Run, defined: frozenset[str]) -> str:
    words = escape(run.text)
    for style in reversed(run.styles):
        element = "dfn" if style is Style.STRONG and run.text in defined else _ELEMENTS[style]
        words = f"<{element}>{words}</{element}>"
    return words
