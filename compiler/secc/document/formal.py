"""The formal text of an instrument: who orders what under which power, in numbered paragraphs, with its annexes."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from secc.document.formal_fragments import document_of, parts_of
from secc.document.formal_model import Chapter, Paper
from secc.document.formal_quotes import quoted
from secc.document.formal_said import annex_letter, called_among, scope_said, when_said
from secc.document.formal_sentences import Sentences
from secc.document.model import (
    BulletPart,
    DisplayDocument,
    HeadingPart,
    ParagraphPart,
    Part,
    QuotationPart,
    Run,
    Runs,
    Style,
    TablePart,
    TextPart,
)
from secc.document.typography import curled
from secc.ids import Address
from secc.instruments.model import (
    Designate,
    InsertProvisions,
    Instrument,
    InstrumentKind,
    Operation,
    Redesignate,
    SubstituteProvisions,
    Vary,
)
from secc.instruments.printing import text_of
from secc.instruments.printing_when import listed
from secc.source import Source
from secc.timeline.dates import printed_day

AnnexText = Callable[[str], Source]
"""The text of an annex by its path. Raises `CannotProceed` where there is none."""

_DAYS = (
    ("Consulted on", "consulted"),
    ("Decided on", "decided"),
    ("Laid on", "laid"),
    ("Made on", "made"),
    ("Published on", "published"),
    ("Withdrawn on", "withdrawn"),
)
_ORDERS = {
    InstrumentKind.DESIGNATION: "designates and directs",
    InstrumentKind.DIRECTION: "directs",
    InstrumentKind.MODIFICATION: "modifies the Code",
    InstrumentKind.RELEASE: "declares",
    InstrumentKind.NOTICE: "gives notice",
    InstrumentKind.ERRATUM: "corrects the Code",
    InstrumentKind.CONSULTATION: "proposes",
}


class Told(Struct, frozen=True, kw_only=True):
    """What is known of an instrument besides its own words.

    `code` is the title of the Code, `standing` how far the instrument has come, in words. `withdrawn` are the
    paragraphs that were taken back before they had effect, by number, with what withdrew each.
    """

    code: str
    standing: str = ""
    withdrawn: Mapping[str, str] = {}
    instruments: Mapping[str, Instrument] = {}


def formal_text(instrument: Instrument, told: Told, annex: AnnexText) -> Paper:
    """The formal text, ready to be printed. Raises `CannotProceed` where an annex cannot be read."""
    annexes = {path: document_of(annex(path)) for path in _annexes(instrument)}
    letters = {path: annex_letter(place) for place, path in enumerate(annexes)}
    named = {path: (letters[path], _words(document.title)) for path, document in annexes.items()}
    called = called_among(told.instruments, instrument)
    sentences = Sentences(instrument.kind, named, called)
    kind, title = str(instrument.kind).capitalize(), curled(instrument.title)
    first = Chapter(
        name=kind,
        title=(Run(title),),
        head=f"{kind}: {title}",
        lines=(told.code, instrument.name),
        parts=(
            _particulars(instrument, told),
            TextPart((Run(_enacting(instrument, told)),), ()),
            *(_paragraph(each, sentences, told.withdrawn) for each in instrument.operations),
            *_notes(instrument),
        ),
    )
    set_out = (_annex(letters[path], document, first.head) for path, document in annexes.items())
    return Paper(f"{kind}: {title}", (first, *set_out))


def _annexes(instrument: Instrument) -> dict[str, None]:
    """The paths of the annexes, each once, in the order of the paragraphs."""
    actions = (each.action for each in instrument.operations)
    return {action.annex: None for action in actions if isinstance(action, Designate | Redesignate)}


def _annex(letter: str, document: DisplayDocument, of: str) -> Chapter:
    title = f"{document.id.printed}: {_words(document.title)}"
    name = f"Annex {letter}"
    return Chapter(name=name, title=(Run(title),), head=f"{name}: {title}", lines=(of,), parts=document.parts)


# What stands above the paragraphs


def _particulars(instrument: Instrument, told: Told) -> Part:
    rows = [(_strong(label), (Run(curled(words)),)) for label, words in _facts(instrument, told) if words]
    return TablePart((), (), tuple(rows))


def _facts(instrument: Instrument, told: Told) -> Iterator[tuple[str, str]]:
    called = called_among(told.instruments, instrument)
    yield "Reference", instrument.name
    yield "By", instrument.by
    yield "Under", "; ".join(instrument.under)
    for label, name in _DAYS:
        day: date | None = getattr(instrument.dates, name)
        yield label, printed_day(day) if day is not None else ""
    yield "With effect from", when_said(instrument.starts, called) if instrument.starts is not None else ""
    yield "Until", when_said(instrument.ends, called) if instrument.ends is not None else ""
    yield "For", scope_said(instrument.scope)
    yield "Drafted against", _baseline(instrument, told)
    yield "Standing", told.standing if instrument.dates.made is None else ""


def _baseline(instrument: Instrument, told: Told) -> str:
    if instrument.baseline.version:
        return f"version {instrument.baseline.version} of the {told.code}"
    return "; ".join(f"{document.printed} ({digest})" for document, digest in instrument.baseline.documents)


def _enacting(instrument: Instrument, told: Told) -> str:
    """`The Secretary of State, under Section X5, directs as follows:`."""
    by = instrument.by or f"This {instrument.kind}"
    under = f", under {listed(instrument.under)}," if instrument.under else ""
    orders = _ORDERS[instrument.kind].replace("the Code", f"the {told.code}")
    return curled(f"{by[0].upper()}{by[1:]}{under} {orders} as follows:")


def _strong(words: str) -> Runs:
    return (Run(words, (Style.STRONG,)),)


# The paragraphs


def _paragraph(operation: Operation, sentences: Sentences, withdrawn: Mapping[str, str]) -> Part:
    if operation.number in withdrawn:
        return _numbered(operation.number, f"[Withdrawn, before it had effect, by {withdrawn[operation.number]}.]")
    text = text_of(operation.action)
    inside = (QuotationPart(quoted(parts_of(text, _holder(operation)))),) if text is not None else ()
    return _numbered(operation.number, sentences.of(operation), inside)


def _numbered(number: str, words: str, inside: tuple[Part, ...] = ()) -> Part:
    return ParagraphPart(None, number, vacant=False, words=(Run(words),), parts=inside)


def _holder(operation: Operation) -> Address:
    """A provision of the document into which text that is set out goes."""
    action = operation.action.as_if if isinstance(operation.action, Vary) else operation.action
    assert isinstance(action, InsertProvisions | SubstituteProvisions), "nothing else sets text out"
    return action.place.address


def _notes(instrument: Instrument) -> Iterator[Part]:
    if instrument.notes:
        yield HeadingPart(1, (Run(f"Notes, which are no part of the {instrument.kind}"),))
        yield from (BulletPart((Run(curled(note)),), ()) for note in instrument.notes)


def _words(runs: Runs) -> str:
    return "".join(each.text for each in runs if isinstance(each, Run))
