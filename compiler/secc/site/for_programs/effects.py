"""The effect of clauses over time, as data and as text, as their pages tell it."""

from collections.abc import Iterable, Iterator, Sequence

from secc.document.typography import curled
from secc.render.exports.files import EffectSince, InsideThen
from secc.render.exports.knowing import by_of
from secc.site.in_time.turning import EffectTurn
from secc.timeline.dates import printed_day


def effects_file(turns: Iterable[EffectTurn]) -> tuple[EffectSince, ...]:
    """As data."""
    return tuple(
        EffectSince(
            start=each.day,
            state=each.state,
            words=each.words,
            by=by_of(each.by),
            varied=by_of(each.varying),
            inside=tuple(InsideThen(label=label, words=words) for label, words in each.inside),
        )
        for each in turns
    )


def effects_text(turns: Sequence[EffectTurn]) -> str:
    """As text, to follow the words."""
    lines = (line for each in turns for line in _lines(each))
    return "".join(f"{curled(line)}\n" for line in ("", "Effect over time", "", *lines)) if turns else ""


def _lines(turn: EffectTurn) -> Iterator[str]:
    yield f"From {printed_day(turn.day)}: {turn.words}."
    yield from (f"  {label}: {words}" for label, words in turn.inside)
