"""Prints instruments as they are written: the canonical form, which reads back as the same."""

from collections.abc import Iterator, Sequence

from secc.instruments import patterns
from secc.instruments.attributes import DAYS, KEYS
from secc.instruments.model import (
    Action,
    InsertProvisions,
    Instrument,
    NoChange,
    Operation,
    Outside,
    Save,
    SourceText,
    SubstituteProvisions,
    Vary,
)
from secc.instruments.outcome import Commented
from secc.instruments.printing_operations import printed_action
from secc.instruments.printing_places import printed_place, printed_provision, printed_provisions
from secc.instruments.printing_when import listed, printed_scope, printed_when, quoted

__all__ = [
    "printed",
    "printed_operation",
    "printed_place",
    "printed_provision",
    "printed_provisions",
    "printed_scope",
    "printed_when",
    "sentence",
    "text_of",
]

_WIDTH = 100


def printed(instrument: Instrument, comments: Sequence[Commented] = ()) -> str:
    """The whole file, with the comments that it is said to have."""
    kept: dict[str, list[str]] = {}
    for each in comments:
        kept.setdefault(each.above, []).append(f"// {each.text}".rstrip())
    lines = [*kept.get("header 0", ()), *_wrapped(f"{instrument.kind} {instrument.name}: {instrument.title}")]
    for key, value in _attributes(instrument):
        lines += [*kept.get(f"attribute {key}", ()), *_wrapped(f"{key}: {value}")]
    for place, note in enumerate(instrument.notes):
        lines += ["", *kept.get(f"note {place}", ()), *_wrapped(f"note: {note}")]
    parted = True
    for place, operation in enumerate(instrument.operations):
        long = text_of(operation.action) is not None
        if parted or long:
            lines.append("")
        lines += [*kept.get(f"operation {place}", ()), *_operation_lines(operation)]
        parted = long
    if "end" in kept:
        lines += ["", *kept["end"]]
    return "\n".join(lines) + "\n"


def printed_operation(operation: Operation) -> str:
    """An operation with its number, and what it sets out."""
    return "\n".join(_operation_lines(operation)) + "\n"


def text_of(action: Action) -> SourceText | None:
    """The text that an operation sets out, if it does."""
    match action:
        case InsertProvisions(text=text) | SubstituteProvisions(text=text):
            return text
        case Vary(as_if=as_if):
            return text_of(as_if)
        case _:
            return None


def sentence(operation: Operation) -> str:
    """An operation as a sentence for readers: a capital, curly quotation marks, days in words, a full stop.

    Where the operation sets text out (`text_of`), the sentence ends with a colon, and the text is to follow.
    """
    words = _sentence(operation)
    pieces: list[str] = []
    end = 0
    for found in patterns.PRINTED_QUOTED.finditer(words):
        inner = patterns.ESCAPED.sub(r"\g<sign>", found["words"])
        pieces += [_in_words(words[end : found.start()]), f"“{_curly(inner)}”"]
        end = found.end()
    whole = "".join([*pieces, _curly(_in_words(words[end:]))])
    stop = ":" if text_of(operation.action) is not None else "" if whole.endswith((".", "…")) else "."
    return whole[0].upper() + whole[1:] + stop


def _attributes(instrument: Instrument) -> Iterator[tuple[str, str]]:
    """The attributes that have something to say, in their order."""
    dates = instrument.dates
    days = {key: day.isoformat() for key in DAYS if (day := getattr(dates, key)) is not None}
    baseline = instrument.baseline
    documents = "; ".join(f"{document.printed} {digest}" for document, digest in baseline.documents)
    values = {
        **days,
        "by": instrument.by,
        "under": "; ".join(instrument.under),
        "from": printed_when(instrument.starts) if instrument.starts is not None else "",
        "until": printed_when(instrument.ends) if instrument.ends is not None else "",
        "for": printed_scope(instrument.scope),
        "baseline": baseline.version or documents,
        "status": instrument.status,
        "evidence": instrument.evidence,
        "unverified": instrument.unverified,
    }
    yield from ((key, values[key]) for key in KEYS if values.get(key))


def _operation_lines(operation: Operation) -> Iterator[str]:
    yield from _wrapped(f"{operation.number} {_sentence(operation)}".strip())
    text = text_of(operation.action)
    if text is not None:
        yield from (f"  > {line}".rstrip() for line in text.lines)


def _sentence(operation: Operation) -> str:
    """What an operation does with its modifiers: before it where text or free words follow, else behind it."""
    action = printed_action(operation.action)
    modifiers = list(_modifiers(operation))
    first = text_of(operation.action) is not None or isinstance(operation.action, Save | NoChange | Outside)
    return ", ".join([*modifiers, action] if first else [action, *modifiers])


def _modifiers(operation: Operation) -> Iterator[str]:
    if operation.starts is not None:
        yield f"from {printed_when(operation.starts)}"
    if operation.ends is not None:
        yield f"until {printed_when(operation.ends)}"
    if operation.scope is not None:
        yield f"for {printed_scope(operation.scope)}"
    if operation.under:
        yield f"under {listed([quoted(each) for each in operation.under])}"


def _wrapped(words: str) -> Iterator[str]:
    """Lines of at most the width, but for longer words; those below the first are indented.

    No line begins with a mark by which it would be a comment or text that is set out.
    """
    line = ""
    for word in patterns.UNBROKEN.findall(words):
        longer = f"{line} {word}" if line else word
        if len(longer) > _WIDTH and line.strip() and patterns.LINE_MARK.match(word) is None:
            yield line
            line = f"  {word}"
        else:
            line = longer
    yield line


def _in_words(written: str) -> str:
    """With days written out: 17 September 2020."""
    return patterns.PRINTED_DATE.sub(lambda found: _day_in_words(found.group()), written)


def _day_in_words(written: str) -> str:
    year, month, day = written.split("-")
    return f"{int(day)} {patterns.MONTHS[int(month) - 1]} {year}"


def _curly(words: str) -> str:
    """With curly quotation marks."""
    return patterns.OPENING_MARK.sub("“", words).replace('"', "”").replace("'", "’")
