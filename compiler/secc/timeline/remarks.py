"""What is said beside a provision and changes what its words come to, though they stay: a date fixed, a reading."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from secc.ids import Address
from secc.instruments.model import (
    FixProvision,
    OmitWords,
    ReadAs,
    SubstituteProvisions,
    SubstituteWords,
    Wording,
    Words,
)
from secc.timeline.dates import printed_day
from secc.timeline.force_model import Remark
from secc.timeline.located import ForceRecord, Located
from secc.timeline.occurrences import WordingOccurrence
from secc.timeline.scopes import Extent, applies
from secc.timeline.value import in_words, lasts, reached


def remarks(
    located: Located, naming: Sequence[ForceRecord], extent: Extent, at: date, horizon: date | None
) -> Iterator[Remark]:
    """What holds on a day for some: of the dates fixed for the provision itself the last, and every reading.

    A reading is of all that stands in what it names; a date, of that alone which states it.
    """
    live = [each for each in naming if applies(each.extent, extent) and lasts(each.starts, each.ends, at, horizon)]
    fixed = [each for each in live if isinstance(each.action, FixProvision) and located.identity in each.identities]
    for each in live:
        match each.action:
            case FixProvision(day=day) if fixed and each is fixed[-1]:
                yield Remark(each.ref, f"its date is fixed as {printed_day(day)}")
            case ReadAs(words=words, as_words=as_words):
                is_known = reached(each.ends, at, horizon) is not None
                doubt = "" if is_known else f"whether that has ended is not known: its end {in_words(each.ends)}"
                yield Remark(each.ref, f'"{words}" is read as "{as_words}"', doubt)
            case _:
                pass


def amended_after(day: date, place: Address, wording: Iterable[WordingOccurrence]) -> Iterator[date]:
    """The days after a day on which operations amend a date that stands at a place."""
    for each in wording:
        if each.day is not None and each.day > day and _amends(each.action, place):
            yield each.day


def _amends(action: Wording, place: Address) -> bool:
    match action:
        case SubstituteProvisions(place=named):
            words = ""
        case SubstituteWords(place=named, old=Words(text=words)) | OmitWords(place=named, words=Words(text=words)):
            pass
        case SubstituteWords(place=named) | OmitWords(place=named):
            words = ""
        case _:
            return False
    is_there = named.address.within(place) or place.within(named.address)
    return is_there and (not words or any(map(str.isdigit, words)))
