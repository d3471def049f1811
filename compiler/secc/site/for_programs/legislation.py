"""Pages as schema.org's Legislation, as JSON-LD in the page: an element that no browser runs."""

from collections.abc import Iterator
from datetime import date

import msgspec
from msgspec import Struct

from secc.document.typography import curled
from secc.ids import Address
from secc.instruments.model import Instrument
from secc.render.escaping import harmless
from secc.render.exports.facts import Told
from secc.timeline.force_model import State
from secc.timeline.standing import made

_SCHEMA = "https://schema.org/"
_FORCE = {
    State.IN_EFFECT: "InForce",
    State.IN_PART: "PartiallyInForce",
    State.DIFFERS: "PartiallyInForce",
    State.NOT_YET: "NotInForce",
    State.SUSPENDED: "NotInForce",
    State.DISAPPLIED: "NotInForce",
    State.CEASED: "NotInForce",
}
_Described = dict[str, object]


class InForce(Struct, frozen=True, array_like=True):
    """What is known of the effect of a provision, the day since which it reads so, and until which it is known to."""

    state: State | None
    since: date | None
    next_change: date | None


def in_force(told: Told, day: date | None) -> InForce:
    """What is known of a provision by a day; nothing of its history where that is None."""
    since = [each.day for each in told.history if day is not None and each.day <= day]
    state = told.status.state if told.status is not None else None
    return InForce(state, since[-1] if since else None, told.next_change)


def of_provision(address: Address, title: str, known: InForce, links: tuple[str, str, str]) -> bytes:
    """A document, sub-section or clause. `links` lead to its page, to its data and to what it is part of."""
    page, data, outer = links
    found: _Described = {
        **_head("Legislation", page),
        "name": curled(f"{address.printed} {title}".strip()),
        "legislationIdentifier": str(address),
        "encoding": _encoding(data),
    }
    if outer:
        found["isPartOf"] = {"@type": "Legislation", "url": outer}
    if known.state in _FORCE:
        found["legislationLegalForce"] = _SCHEMA + _FORCE[known.state]
    return _written(found | dict(_days(known)))


def of_instrument(instrument: Instrument, links: tuple[str, str, str]) -> bytes:
    """An instrument. `links` lead to its page, to its data and to the Code that it changes."""
    page, data, code = links
    found: _Described = {
        **_head("Legislation", page),
        "name": curled(instrument.title),
        "legislationIdentifier": instrument.name,
        "legislationType": str(instrument.kind),
        "legislationChanges": {"@type": "Legislation", "url": code},
        "encoding": _encoding(data),
    }
    day = made(instrument)
    if day is not None:
        found["legislationDate"] = day.isoformat()
    if instrument.by:
        found["legislationPassedBy"] = {"@type": "Organization", "name": curled(instrument.by)}
    return _written(found)


def of_code(title: str, short: str, day: date | None, links: tuple[str, str]) -> bytes:
    """The Code. `links` lead to its page and to its data."""
    page, data = links
    found: _Described = {
        **_head("Legislation", page),
        "name": title,
        "alternateName": short,
        "encoding": _encoding(data),
    }
    if day is not None:
        found["legislationDateVersion"] = day.isoformat()
    return _written(found)


def _head(kind: str, page: str) -> _Described:
    return {"@context": _SCHEMA, "@type": kind, "url": page, "inLanguage": "en-GB"}


def _encoding(data: str) -> _Described:
    """The data, as a file of the legislation; schema.org says of files alone what they are worth in law."""
    return {
        "@type": "LegislationObject",
        "encodingFormat": "application/json",
        "contentUrl": data,
        "legislationLegalValue": f"{_SCHEMA}UnofficialLegalValue",
    }


def _days(known: InForce) -> Iterator[tuple[str, object]]:
    """The day from which it reads as it does, and the time for which that is known to hold."""
    since = known.since.isoformat() if known.since is not None else ""
    if since:
        yield "legislationDateVersion", since
    if known.next_change is not None:
        yield "temporalCoverage", f"{since or '..'}/{known.next_change.isoformat()}"


def _written(found: _Described) -> bytes:
    """JSON in which nothing can end the element that it stands in."""
    made_of = harmless(msgspec.json.encode(found).decode()).encode()
    return made_of.replace(b"<", rb"\u003c").replace(b">", rb"\u003e").replace(b"&", rb"\u0026")
