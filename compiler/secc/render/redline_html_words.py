"""The words of a redline as HTML."""

from typing import assert_never

from secc.compare import State
from secc.document.model import AnyRun, FootnoteRun, Run, Style, SymbolsRun
from secc.document.redline_model import Stretch, Words
from secc.render.escaping import escape
from secc.render.mathml import Display, to_mathml

_ELEMENTS = {Style.EMPHASIS: "em", Style.STRONG: "strong", Style.CODE: "code"}
_ALOUD = {
    (State.DELETED, False): "omitted:", (State.INSERTED, False): "inserted:",
    (State.DELETED, True): "moved away:", (State.INSERTED, True): "moved here:",
}  # fmt: skip


def words_html(words: Words) -> str:
    """The words: what was omitted in `<del>`, what was inserted in `<ins>`, each said aloud to who cannot see it."""
    return "".join(map(_stretch, words))


def ends(state: State) -> str:
    """The sign for an end of a paragraph that is in one of the texts only; no word of either."""
    if state is State.SAME:
        return ""
    element, said = ("del", "ends joined") if state is State.DELETED else ("ins", "split here")
    return f'<{element} class="end" data-said><span aria-hidden="true">¶</span>{_aloud(said)}</{element}>'


def _stretch(each: Stretch) -> str:
    said = "".join(map(_run, each.runs))
    return said if each.state is State.SAME else change_html(each, said)


def change_html(each: Stretch, said: str) -> str:
    """What is in one of the texts only, in its element. Blanks are not said aloud."""
    element = "del" if each.state is State.DELETED else "ins"
    kinds = " ".join(_kinds(each))
    named = f' class="{kinds}"' if kinds else ""
    aloud = _aloud(_ALOUD[each.state, each.moved]) if each.text.strip() or not each.text else ""
    return f"<{element}{named}>{aloud}{said}</{element}>"


def _kinds(each: Stretch) -> list[str]:
    return [name for name, holds in (("moved", each.moved), ("follows", each.follows)) if holds]


def _aloud(words: str) -> str:
    return f'<span class="aloud" data-said>{words} </span>'


def _run(run: AnyRun) -> str:
    match run:
        case Run(text=text, styles=styles):
            words = escape(text)
            for style in reversed(styles):
                words = f"<{_ELEMENTS[style]}>{words}</{_ELEMENTS[style]}>"
            return words
        case SymbolsRun(latex=latex):
            return to_mathml(latex, Display.INLINE)
        case FootnoteRun(label=label):
            return f"<sup>[{escape(label)}]</sup>"
        case _:
            assert_never(run)
