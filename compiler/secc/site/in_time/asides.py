"""What is said beside provisions and changes nothing, by where these stood: on any day, and on that of the site."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from msgspec import Struct

from secc.ids import Address
from secc.site.in_time.kept import kept
from secc.site.in_time.moment import Moment
from secc.site.in_time.register import Register
from secc.timeline.asides import AsideOf, asides, beside, stood


class SaidBeside(Struct, frozen=True, array_like=True):
    """What is said beside a provision, from a day until another on which this stood there."""

    said: AsideOf
    start: date
    end: date | None


def said_beside(moment: Moment) -> tuple[SaidBeside, ...]:
    """All of it, in the order of the operations."""

    def found() -> tuple[SaidBeside, ...]:
        every = ((one, each) for each in asides(moment.timeline) for one in stood(each, moment.timeline))
        return tuple(SaidBeside(AsideOf(one.address, each), one.start, one.end) for one, each in every)

    key = f"asides {moment.opened.fingerprint} {moment.everybody}"
    return kept(moment.cache, key, tuple[SaidBeside, ...], found)


@lru_cache(maxsize=2)
def beside_on(moment: Moment) -> Mapping[Address, tuple[AsideOf, ...]]:
    """What is said on the day of the site beside documents, and beside provisions and what stands in these."""
    return beside(moment.timeline, moment.day) if said_beside(moment) else {}


def said_html(said: AsideOf, register: Register, url: str) -> str:
    """HTML: what is said, with the way to the operation."""
    return register.linked(said.words, [said.aside.ref], url)
