"""What ADDRESS means on a day, and what is said where nothing had it then."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date

from secc.cli.addresses import provision, provision_or_terms
from secc.cli.beside import Moment
from secc.cli.moments import Opening, knowledge, moment
from secc.diagnostics import CannotProceed
from secc.ids import Address
from secc.instruments.model import Scope
from secc.instruments.when import OperationRef
from secc.resolve.lookup import address_of
from secc.resolve.model import ResolvedCode, Term
from secc.timeline.dates import printed_day
from secc.timeline.histories import ever, identity_of, place_of, written
from secc.timeline.put_there import Put, put_there
from secc.timeline.scopes import printed_scope
from secc.timeline.timeline import Knowledge, Timeline

_OR = "ask for its history"


def address_at(
    opening: Opening, said: str, day: date, known: date | None, varied: Scope | None = None, otherwise: str = _OR
) -> Address:
    """The provision or document that ADDRESS names on a day; for a term, its definition. As `found_at`."""
    found = found_at(opening, said, day, known, varied, otherwise)
    return found if isinstance(found, Address) else found[0].address


def found_at(
    opening: Opening, said: str, day: date, known: date | None, varied: Scope | None = None, otherwise: str = _OR
) -> Address | tuple[Term, ...]:
    """The provision, document or terms that ADDRESS names on a day; else what is there as `varied` for a scope.

    Raises `CannotProceed` where there was none: with the days on which there is one, and what can be done `otherwise`
    than asking for one of these, or the nearest.
    """
    wordings = opening.timeline.base(day, knowledge(known))
    code = opening.code(wordings)
    try:
        found = provision_or_terms(code, said)
    except CannotProceed as error:
        opening.warn(wordings)
        with suppress(CannotProceed):
            if varied is not None:
                return provision_or_terms(opening.code(opening.effective(day, known, varied)), said)
        nearest = str(error).removeprefix(f"there is no {said} in the Code")
        elsewhen = _elsewhen(opening, said, day, known, otherwise)
        raise CannotProceed(f"there is no {said} in the Code {moment(day, known)}{elsewhen or nearest}") from error
    opening.warn(wordings)
    return found


def addresses_of(found: Address | tuple[Term, ...]) -> list[Address]:
    """The provision; for terms, where each is defined, and where that only points on, what gives the meaning."""
    return [found] if isinstance(found, Address) else list(dict.fromkeys(_defining(found)))


def _defining(terms: Iterable[Term]) -> Iterator[Address]:
    for term in terms:
        yield term.address
        if term.given is not None:
            yield term.given


def varied_there(opening: Opening, address: Address, asked: Moment) -> tuple[OperationRef, ...]:
    """The variations that hold and put words at an address where nothing else does, or vary what else stands there."""
    held = [each.ref for each in opening.timeline.variations(asked.day, knowledge(asked.known), asked.scope)]
    force = opening.effects(asked.known).force(address, asked.day, asked.scope)
    if force is not None:
        reaching = {each.ref for each in force.varied}
    else:
        version = opening.effective(asked.day, asked.known, asked.scope).documents[address.document]
        reaching = {each.by for each in written(version, address.path)}
    return tuple(ref for ref in held if ref in reaching)


def gone(opening: Opening, said: str, known: date | None) -> tuple[Address, str] | None:
    """ADDRESS, and who the provision or definition is that stood there last; None where none ever did."""
    asked = knowledge(known)
    address = address_of(opening.code(opening.timeline.base(opening.day(None), asked)), said)
    address = _last_definition(opening.timeline, said, asked) if address is None else address
    last = next(iter(ever(opening.timeline, address, asked)), None) if address is not None else None
    return (address, last) if address is not None and last is not None else None


def put_at(opening: Opening, said: str, known: date | None) -> tuple[Put, ...]:
    """What variations put at ADDRESS, in the text as varied alone: for everybody, and for some on other days."""
    asked = knowledge(known)
    address = address_of(opening.code(opening.timeline.base(opening.day(None), asked)), said)
    every = put_there(opening.timeline, asked)
    return tuple(each for each in every if each.address == address or _is_of_term(each.address, said))


def _is_of_term(address: Address, said: str) -> bool:
    return address.path[-1].casefold() == _as_step(said)


def _as_step(said: str) -> str:
    """The step of a definition in an address."""
    return '"' + said.strip("\"“”' ").casefold() + '"'


def _last_definition(timeline: Timeline, said: str, asked: Knowledge) -> Address | None:
    """Where a name was defined last."""
    wanted = _as_step(said)
    for day in reversed(timeline.wording_days(asked)):
        for document, version in timeline.base(day, asked).documents.items():
            for path in version.by_path:
                if path and path[-1].casefold() == wanted:
                    return Address(document, path)
    return None


def _elsewhen(opening: Opening, said: str, day: date, known: date | None, otherwise: str) -> str:
    """When there was one, or is to be one, and where it stands, as the end of a sentence; empty where there is none."""
    asked = knowledge(known)
    days = opening.timeline.wording_days(asked)
    code = opening.code(opening.timeline.base(max(days, default=day), asked))
    address = _wanted(code, said)
    if address is None:
        return _put_elsewhen(put_at(opening, said, known), otherwise)
    if identity_of(opening.timeline.base(day, asked), address) is not None:
        return f"; {address.printed}, which is called so on another day, is not on this one: ask for {address.printed}"
    there = [each for each in days if identity_of(opening.timeline.base(each, asked), address) is not None]
    if not there:
        return _put_elsewhen(put_at(opening, said, known), otherwise)
    earlier, later = [each for each in there if each <= day], [each for each in there if each > day]
    if not earlier:
        return f"; there is one from {printed_day(later[0])}"
    end = next(each for each in days if each > earlier[-1])
    identity = identity_of(opening.timeline.base(earlier[-1], asked), address)
    now = place_of(opening.timeline.base(day, asked), identity) if identity is not None else None
    moved = f", which is now {now.printed}" if now is not None else ""
    return f"; there was one until {printed_day(end)}{moved}. Give a day before with --as-at, or {otherwise}"


def _put_elsewhen(put: Sequence[Put], otherwise: str) -> str:
    """On which days variations put one there, as the end of a sentence; empty where they never do."""
    if not put:
        return ""
    days = "; ".join(dict.fromkeys(put_days(each) for each in put))
    return f"; a variation puts one there {days}. Give one of these days with --as-at, or {otherwise}"


def put_days(put: Put) -> str:
    """`from 24 April 2015 until 3 October 2016`, and for whom."""
    whom = f"for {printed_scope(put.scope)} " if put.scope.limits else ""
    until = f" until {printed_day(put.end)}" if put.end is not None else " on"
    return f"{whom}from {printed_day(put.start)}{until}"


def _wanted(code: ResolvedCode, said: str) -> Address | None:
    """What ADDRESS means in a text; for a term, its definition."""
    try:
        return provision(code, said)
    except CannotProceed:
        return address_of(code, said)
