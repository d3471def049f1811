"""What `secc export` tells of definitions through time: of any day, as the website of that day does."""

from dataclasses import dataclass
from datetime import date

from secc.cli.moments import Opening, knowledge
from secc.cli.options import cache_of
from secc.document import from_resolved
from secc.document.parts import address_of, all_parts
from secc.render.exports.blocks import Block
from secc.render.exports.facts import NOTHING, Facts
from secc.render.exports.from_display import BlocksOf
from secc.render.text import parts_to_text
from secc.site.for_programs.for_some import SaidForSome, reading_for_some
from secc.site.for_programs.over_time import ToldOverTime, who_is_defined
from secc.site.in_time.changes import Changes
from secc.site.in_time.for_some import for_some
from secc.site.in_time.for_some_days import DaysForSome, varied_for_some
from secc.site.in_time.moment import Moment
from secc.site.in_time.turning import turning
from secc.timeline.identities import place_of


@dataclass(frozen=True, slots=True)
class AskedOverTime:
    """The Code, the day asked about and that by which things were known, and the `changes` of every provision."""

    opening: Opening
    day: date
    known: date | None
    changes: Changes


def definitions_over_time(asked: AskedOverTime, facts: Facts) -> ToldOverTime:
    """What is told of definitions, whose `facts` are known."""
    opening, known = asked.opening, knowledge(asked.known)
    everybody = repr(opening.frame.settings.everybody)
    moment = Moment(opening.opened, opening.log, asked.day, cache_of(opening.place), everybody)
    turns, (_, some) = turning(moment, known), for_some(moment, known)
    varied = varied_for_some(turns, asked.changes, some)

    def read(identity: str, days: DaysForSome) -> tuple[tuple[Block, ...], str]:
        return _read(asked, identity, days)

    said = SaidForSome(varied, reading_for_some(varied, read))
    return ToldOverTime(who_is_defined(facts), lambda identity: turns.get(identity, ()), said)


def _read(asked: AskedOverTime, identity: str, days: DaysForSome) -> tuple[tuple[Block, ...], str]:
    """What a definition says to some on the first of some days, as data and as text; nothing where it is left out."""
    opening = asked.opening
    wordings = opening.effective(days.start, asked.known, days.scope)
    address = place_of(wordings, identity)
    if address is None:
        return (), ""
    code = opening.code(wordings)
    document = from_resolved(code.document(address.document), code.terms)
    part = next(each for each in all_parts(document.parts) if address_of(each) == address)
    return BlocksOf(lambda _: NOTHING).content((part,)), parts_to_text((part,))
