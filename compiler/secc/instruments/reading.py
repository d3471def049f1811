"""Reads an instrument: its file as text to what it says, going on after each error."""

from collections.abc import Sequence

from secc.diagnostics import in_order
from secc.instruments import faults, patterns
from secc.instruments.attributes import KEYS
from secc.instruments.but_words import but_words
from secc.instruments.header import Attributes, read_title
from secc.instruments.model import Instrument, Operation
from secc.instruments.outcome import Commented, ReadInstrument
from secc.instruments.paragraphs import Kind, Paragraph, Paragraphs, order
from secc.instruments.sentences import Sentences
from secc.source import Source, Span
from secc.syntax.faults import Faults
from secc.syntax.inline.spaces import even
from secc.syntax.lines import character_faults, lines_of


def read_instrument(source: Source) -> ReadInstrument:
    """What an instrument's file says. Never raises on any text."""
    told = Faults(source)
    character_faults(source, told)
    paragraphs = Paragraphs(source.text, lines_of(source.text), told)
    by_kind = {kind: [each for each in paragraphs.found if each.kind is kind] for kind in Kind}
    title = read_title(source, next(iter(by_kind[Kind.HEADER]), None), told)
    sentences = Sentences(source.text, title.name, told)
    attributes = Attributes(source, sentences, told)
    for each in by_kind[Kind.ATTRIBUTE]:
        attributes.add(each)
    instrument = Instrument(
        kind=title.kind,
        name=title.name,
        title=title.title,
        by=attributes.words("by"),
        under=attributes.parts("under"),
        dates=attributes.dates(),
        starts=attributes.when("from"),
        ends=attributes.when("until"),
        scope=attributes.scope(),
        baseline=attributes.baseline(),
        status=attributes.status(),
        evidence=attributes.words("evidence"),
        unverified=attributes.words("unverified"),
        notes=tuple(filter(None, (_words(source, each) for each in by_kind[Kind.NOTE]))),
        operations=_operations(by_kind[Kind.OPERATION], source, sentences, told),
        span=by_kind[Kind.HEADER][0].span if by_kind[Kind.HEADER] else Span(0, 0),
    )
    return ReadInstrument(instrument, in_order(told.found), _comments(paragraphs), but_words(instrument))


def _operations(
    given: Sequence[Paragraph], source: Source, sentences: Sentences, told: Faults
) -> tuple[Operation, ...]:
    """Every operation that can be read."""
    made: list[Operation] = []
    numbers: list[str] = []
    for each in given:
        if _is_attribute(each, source):
            told.add(each.span, faults.PARTED_ATTRIBUTE)
            continue
        _check_number(each, numbers, source, told)
        said = sentences.operation(each)
        if said is not None:
            made.append(
                Operation(
                    number=each.key,
                    action=said.action,
                    span=each.span,
                    starts=said.starts,
                    ends=said.ends,
                    scope=said.scope,
                    under=said.under,
                )
            )
    return tuple(made)


def _is_attribute(operation: Paragraph, source: Source) -> bool:
    """Whether what has no number is an attribute, parted from the others by a blank line."""
    if operation.key or not operation.pieces:
        return False
    found = patterns.ATTRIBUTE.match(source.text, operation.span.start, operation.span.end)
    return found is not None and found["key"] in KEYS


def _check_number(operation: Paragraph, numbers: list[str], source: Source, told: Faults) -> None:
    """Tell of a number that is missing, taken, or out of order. `numbers` are those above."""
    number = operation.key
    if not number:
        end = source.line(source.place(operation.span.start)[0])
        told.add(Span(operation.span.start, operation.span.start + len(end.strip())), faults.UNNUMBERED)
    elif number in numbers:
        told.add(operation.written, faults.repeated_number(number))
    elif numbers and order(number) < order(numbers[-1]):
        told.add(operation.written, faults.disordered_number(number, numbers[-1]))
    if number:
        numbers.append(number)


def _words(source: Source, paragraph: Paragraph) -> str:
    return " ".join(even(source.text[each.span.start : each.span.end])[0] for each in paragraph.pieces)


def _comments(paragraphs: Paragraphs) -> tuple[Commented, ...]:
    """Every comment, with what it stands above."""
    made: list[Commented] = []
    counted = dict.fromkeys(Kind, 0)
    for each in paragraphs.found:
        place = each.key if each.kind is Kind.ATTRIBUTE else str(counted[each.kind])
        counted[each.kind] += 1
        made += [Commented(f"{each.kind} {place}", text) for text in each.comments]
    made += [Commented("end", text) for text in paragraphs.closing]
    return tuple(made)
