"""A pack made from an instrument and the Code in time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from secc.amending.refusal import lines_of
from secc.code.digest import code_digest
from secc.code.load import DocumentCache, LoadedCode
from secc.diagnostics import CannotProceed
from secc.document.formal import AnnexText, Told, formal_text
from secc.document.formal_said import called_among, when_said
from secc.document.formal_sentences import Sentences
from secc.document.pack.documents import Documents
from secc.document.pack.drift import Text, changed, drift
from secc.document.pack.model import EffectChange, Pack, StagePack
from secc.document.pack.provisions import affected
from secc.document.pack.questions import Opinions, of_instrument, of_stage, same_day, withdrawn
from secc.document.pack.stages import Stage, asked_of, digest_of, is_withdrawn, stages
from secc.document.redline_model import Described
from secc.document.typography import curled
from secc.ids import Address, DocumentId
from secc.instruments.model import Instrument
from secc.timeline.dates import day_before, printed_day
from secc.timeline.log import Log
from secc.timeline.occurrences import Kind, Occurrence
from secc.timeline.replay import Wordings
from secc.timeline.standing import Standing
from secc.timeline.timeline import Timeline, asking
from secc.timeline.value import Day, NeverComes, Unknown, in_words


@dataclass(frozen=True, slots=True)
class Asked:
    """The Code in time, and by when instruments had been recorded (None: everything recorded)."""

    timeline: Timeline
    log: Log
    on_disk: LoadedCode
    cache: DocumentCache
    known: date | None
    opinions: Opinions


def pack(instrument: Instrument, annex: AnnexText, asked: Asked) -> Pack:
    """The pack of an instrument.

    Raises `CannotProceed` where it was withdrawn or cannot be carried out, or an annex cannot be read.
    """
    return _Making(instrument, asked).pack(annex)


class _Making:
    """A pack under way."""

    def __init__(self, instrument: Instrument, asked: Asked) -> None:
        self._instrument = instrument
        self._asked = asked
        self._timeline = asked.timeline
        if is_withdrawn(asked.timeline, instrument.name, asked.known):
            raise CannotProceed(
                f"{instrument.name} was withdrawn before it had effect: there is nothing to send out\n"
                "    = help: for the pack as it was before that, say --known and a day"
            )
        self._knowledge = asked_of(asked.timeline, instrument.name, asked.known)
        self._known = asked.timeline.known(self._knowledge)

    def pack(self, annex: AnnexText) -> Pack:
        found = stages(self._timeline, self._instrument.name, self._asked.known)
        _refuse(self._instrument, found)
        opinions = self._asked.opinions
        told = Told(
            code=self._asked.on_disk.settings.title,
            standing=self._standing(),
            withdrawn=withdrawn(self._instrument, self._known),
            instruments=self._known.by_name,
        )
        return Pack(
            code=told.code,
            name=self._instrument.name,
            kind=str(self._instrument.kind),
            title=curled(self._instrument.title),
            standing=told.standing,
            starts=self._starts(),
            known=self._asked.known,
            formal=formal_text(self._instrument, told, annex),
            stages=tuple(map(self._stage, found)),
            effects=tuple(self._effects()),
            questions=tuple(of_instrument(self._instrument, self._known, opinions)),
        )

    def _starts(self) -> str:
        """When it has effect, as it says of all its paragraphs; empty where it does not."""
        starts = self._instrument.starts
        return when_said(starts, called_among(self._known.by_name, self._instrument)) if starts is not None else ""

    def _standing(self) -> str:
        """`made on 17 September 2020`, `decided on 9 February 2022`, `not decided yet`."""
        standing = self._known.standing(self._instrument)
        if standing is Standing.MADE:
            day = self._known.made(self._instrument)
        elif standing is Standing.DECIDED:
            day = self._known.decided(self._instrument)
        else:
            return {Standing.DRAFT: "a draft", Standing.LAID: "laid, and not made yet"}.get(standing, "not decided yet")
        return f"{standing} on {printed_day(day)}" if day is not None else str(standing)

    # The days on which the text changes

    def _stage(self, stage: Stage) -> StagePack:
        ids, changes = stage.documents, stage.changes()
        texts = tuple(Text(each, self._asked.on_disk, self._asked.cache) for each in (stage.before, stage.after))
        found = changed(changes)
        opinions = self._asked.opinions
        questions = [*of_stage(stage, (texts[0], texts[1]), found, ids, opinions)]
        questions += same_day(self._timeline, self._knowledge, stage, ids)
        described = self._described(stage, ids)
        making = Documents(stage, self._asked.timeline, self._asked.log, changes, described)
        return StagePack(
            said=_said(stage),
            condition="; ".join(self._conditions(stage)),
            assumed=bool(self._conditions(stage)),
            day=stage.day,
            beside=tuple(name for names in stage.beside for name in names),
            paragraphs=tuple(step.ref.number for step in stage.steps),
            before=described[0],
            after=described[1],
            documents=tuple(making.document(each, texts[1]) for each in ids),
            provisions=affected(changes),
            drift=drift(texts[0], texts[1], found),
            questions=tuple(questions),
        )

    def _conditions(self, stage: Stage) -> list[str]:
        """On what it depends whether the text changes on the day."""
        found = [] if self._known.is_law(self._instrument) else [f"this {self._instrument.kind} is {self._standing()}"]
        return [*found, f"its day {curled(in_words(stage.value))}"] if isinstance(stage.value, Unknown) else found

    def _described(self, stage: Stage, ids: Sequence[DocumentId]) -> tuple[Described, Described]:
        """What the two texts are called, with the day and the digest of each."""
        own = f"this {self._instrument.kind}"
        if stage.day is None:
            last = max(self._timeline.wording_days(asking(self._asked.known)))
            said = (f"as last known, of {printed_day(last)}", f"as last known, of {printed_day(last)}, with {own}")
            days = (last, last)
        elif self._conditions(stage):
            day = printed_day(stage.day)
            said = (f"as it would be on {day} without {own}", f"as it would be on {day} with {own}")
            days = (stage.day, stage.day)
        else:
            said, days = self._on_a_day(stage, stage.day, ids)
        before, after = (
            Described(said=words, day=day, known=self._asked.known, digest=_whole(wordings))
            for words, day, wordings in zip(said, days, (stage.before, stage.after), strict=True)
        )
        return before, after

    def _on_a_day(
        self, stage: Stage, day: date, ids: Sequence[DocumentId]
    ) -> tuple[tuple[str, str], tuple[date, date]]:
        """Of the day before and the day itself, unless others change the same documents on that day."""
        own, eve = f"this {self._instrument.kind}", day_before(day)
        is_first = self._same(stage.before, eve, ids)
        before = f"as at {printed_day(eve)}" if is_first else f"as at {printed_day(day)}, before {own}"
        is_last = self._same(stage.after, day, ids)
        after = f"as at {printed_day(day)}" if is_last else f"as at {printed_day(day)}, once {own} has effect"
        return (before, after), (eve if is_first else day, day)

    def _same(self, wordings: Wordings, day: date, ids: Iterable[DocumentId]) -> bool:
        """Whether these documents read as on a day."""
        other = self._timeline.base(day, self._knowledge)
        return all(digest_of(wordings, each) == digest_of(other, each) for each in ids)

    # What changes no words

    def _effects(self) -> Iterator[EffectChange]:
        sentences = Sentences(self._instrument.kind, {}, called_among(self._known.by_name, self._instrument))
        by_number: dict[str, list[Occurrence]] = {}
        for each in self._timeline.occurrences(self._knowledge, Kind.OTHER):
            if each.ref.instrument == self._instrument.name:
                by_number.setdefault(each.ref.number, []).append(each)
        for operation in self._instrument.operations:
            found = by_number.get(operation.number, [])
            if found:
                several = len(found) > 1
                when = dict.fromkeys(f"for {each.extent.printed} " * several + _when(each) for each in found)
                said = sentences.of(operation)
                words = f"{said[:-1]} what the formal text sets out." if said.endswith(":") else said
                yield EffectChange(operation.number, words, curled("; ".join(when)))


def _refuse(instrument: Instrument, found: Sequence[Stage]) -> None:
    refused = {ref: refusal for stage in found for ref, refusal in stage.refused.items()}
    if refused:
        head = f"{instrument.name} cannot be carried out, so there is no pack of it:"
        raise CannotProceed("\n".join((head, *lines_of(refused))))


def _said(stage: Stage) -> str:
    """`17 September 2020`, `24 February 2022, if …`."""
    if isinstance(stage.value, Day):
        return printed_day(stage.value.day)
    return f"{printed_day(stage.day)} at the earliest" if stage.day is not None else "a day that is not known yet"


def _whole(wordings: Wordings) -> str:
    documents = wordings.documents
    return code_digest((Address(each), documents[each].digest) for each in sorted(documents))


def _when(found: Occurrence) -> str:
    if isinstance(found.starts, NeverComes):
        return "never has effect"
    start = f"from {in_words(found.starts)}" if isinstance(found.starts, Day) else in_words(found.starts)
    if isinstance(found.ends, NeverComes):
        return curled(start)
    return curled(
        f"{start}, until {in_words(found.ends)}"
        if isinstance(found.ends, Day)
        else f"{start}; its end {in_words(found.ends)}"
    )
