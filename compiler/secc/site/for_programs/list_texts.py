"""The lists of the site as plain text, made of their data."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import assert_never

from secc.document.typography import curled
from secc.render.exports import list_files as lists
from secc.render.exports.code_files import TermLine, VersionLine
from secc.render.exports.facts import By, Change
from secc.render.exports.schemas import ListFile
from secc.timeline.dates import printed_day


def list_text(file: ListFile) -> str:
    """A list, a line or a stanza for each thing in it."""
    return "".join(f"{line}\n" for line in (file.code.title, *_lines(file)))


def _lines(file: ListFile) -> Iterator[str]:
    match file:
        case lists.TimelineFile():
            yield from _listed("Timeline", map(_day_of_change, file.days))
        case lists.DaysFile():
            yield from _listed("The days on which there was another Code", map(_text_day, file.days))
        case lists.NotYetFile():
            yield from _not_yet(file)
        case lists.FormerFile():
            yield from _former(file)
        case _:
            yield from _of_names(file)


def _of_names(file: lists.RegisterFile | lists.FlightFile | lists.TermsFile | lists.VersionsFile) -> Iterator[str]:
    match file:
        case lists.RegisterFile():
            yield from _listed("Instruments", map(_instrument, file.instruments))
        case lists.FlightFile():
            yield from _listed("Changes in flight", map(_instrument, file.instruments))
            yield from _listed("Which do not go together", map(_conflict, file.conflicts))
        case lists.TermsFile():
            yield from _listed("Defined terms", map(_term, file.terms))
        case lists.VersionsFile():
            yield from _listed("Versions", map(_version, file.versions))
        case _:
            assert_never(file)


def _listed(title: str, stanzas: Iterable[str]) -> Iterator[str]:
    yield from ("", title, "")
    found = list(stanzas)
    yield from found or ["Nothing."]


def _day_of_change(each: lists.DayOfChange) -> str:
    version = f" (version {each.version})" if each.version else ""
    lines = [
        f"  {one.instrument}, {_paragraphs(one.paragraphs)}: {one.how}"
        + (f" ({', '.join(one.documents)})" if one.documents else "")
        for one in each.happenings
    ]
    return "\n".join([f"{printed_day(each.day)}{version}", *lines])


def _paragraphs(numbers: tuple[str, ...]) -> str:
    return f"paragraph{'s' if len(numbers) > 1 else ''} {', '.join(numbers)}"


def _instrument(each: lists.RegisterLine) -> str:
    return f"{_day(each.day)}  {curled(each.title)} ({each.instrument}, {each.standing.printed}; {each.name})"


def _conflict(each: lists.ConflictSaid) -> str:
    bites = f"from {printed_day(each.day)}" if each.day is not None else "on a day that is not known yet"
    sides = [f"  {curled(side.place)}: paragraph {side.paragraph} of {side.instrument}" for side in each.sides]
    said = (f"  {curled(words)}" for words in (each.words, each.advice))
    return "\n".join([f"{str(each.conflict).capitalize()}, {bites}", *sides, *said])


def _not_yet(file: lists.NotYetFile) -> Iterator[str]:
    yield from _listed("Provisions not plainly in effect", map(_with_status, file.provisions))
    yield from _listed("Decided, and yet to have effect", map(_waiting, file.to_begin))
    yield from _listed("In effect, and to end", map(_waiting, file.to_end))


def _with_status(each: lists.WithStatus) -> str:
    return f"{curled(each.printed)}: {curled(each.status.words)}"


def _waiting(each: lists.Waiting) -> str:
    commenced = f" {each.commenced}" if each.commenced else ""
    return f"{curled(each.when.words)}, for {each.whom}: {each.words} ({_by((each.by,))}){commenced}"


def _term(each: TermLine) -> str:
    also = f" (also {', '.join(each.also)})" if each.also else ""
    return curled(each.name + also)


def _version(each: VersionLine) -> str:
    return f"{each.number}  in effect from {printed_day(each.in_effect)}"


def _text_day(each: lists.TextDay) -> str:
    return f"{printed_day(each.day)}: {', '.join(each.documents) or 'the effect of provisions alone'}"


def _former(file: lists.FormerFile) -> Iterator[str]:
    yield from ("", f"{curled(file.printed)}: nothing has this number or name")
    for each in file.holders:
        yield from (
            "",
            f"{each.identity}{f', now {each.address}' if each.address else ''}",
            *map(_change, each.history),
        )
    for put in file.put_there:
        until = f" until {printed_day(put.until)}" if put.until is not None else ""
        yield from (
            "",
            f"from {printed_day(put.since)}{until} for {put.whom}, put there by a variation ({_by(put.by)})",
        )


def _change(each: Change) -> str:
    place = f" ({each.address})" if each.address else ""
    by = f" by {_by(each.by)}" if each.by else ""
    return f"  {printed_day(each.day)}: {each.what}{place}{by}"


def _by(refs: Iterable[By]) -> str:
    return ", ".join(f"paragraph {each.paragraph} of {each.instrument}" for each in refs)


def _day(day: date | None) -> str:
    return printed_day(day) if day is not None else "no day"
