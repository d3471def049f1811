"""What ADDRESS means on a day, and what is said where nothing had it then."""

from collections.abc import Iterator
from datetime import date

from secc.cli.addresses import provision, provision_or_terms
from secc.cli.moments import Opening, knowledge, moment
from secc.diagnostics import CannotProceed
from secc.ids import Address
from secc.resolve.model import Term
from secc.timeline.dates import printed_day
from secc.timeline.histories import identity_of


def address_at(opening: Opening, said: str, day: date, known: date | None) -> Address:
    """The provision or document that ADDRESS names on a day; for a term, its definition. Raises as `found_at`."""
    found = found_at(opening, said, day, known)
    return found if isinstance(found, Address) else found[0].address


def found_at(opening: Opening, said: str, day: date, known: date | None) -> Address | tuple[Term, ...]:
    """The provision, document or terms that ADDRESS names on a day.

    Raises `CannotProceed` where there was none: with the days on which there is one, or the nearest.
    """
    wordings = opening.timeline.base(day, knowledge(known))
    code = opening.code(wordings)
    try:
        return provision_or_terms(code, said)
    except CannotProceed as error:
        days = list(_days_with(opening, said, known))
        if not days:
            raise
        raise CannotProceed(
            f"there is no {said} in the Code {moment(day, known)}; there is one from {printed_day(days[0])}"
        ) from error


def _days_with(opening: Opening, said: str, known: date | None) -> Iterator[date]:
    """The days from which there is such a provision, found in the text as it now stands."""
    try:
        address = provision(opening.code(opening.timeline.last()), said)
    except CannotProceed:
        return
    for day in opening.timeline.wording_days(knowledge(known)):
        if identity_of(opening.timeline.base(day, knowledge(known)), address) is not None:
            yield day
            return
