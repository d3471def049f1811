"""What a variation names, found again in later text.

A variation names a provision by the number that it has on the day from which it is varied. It goes on to hold for that
provision when this is renumbered or moved, and never holds for another that comes to have the number. What it sets out
in the place of the provision stands under the number that this has now.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeAlias

import msgspec
from msgspec import Struct

from secc.amending.fragments import renumbered_lines
from secc.amending.refusal import Refusal
from secc.ids import Address
from secc.instruments.model import (
    AfterPlace,
    BeforePlace,
    InsertProvisions,
    InsertWords,
    OmitProvisions,
    SubstituteProvisions,
    Variation,
)
from secc.instruments.places import Place, Whole
from secc.timeline.identities import identity_of, place_of
from secc.timeline.wordings import Wordings

BaseOn: TypeAlias = Callable[[date], Wordings]


class Since(Struct, frozen=True):
    """The days from which the text was another, from that on which a variation began until that asked about."""

    days: Sequence[date]
    base: BaseOn

    def standing(self, place: Place) -> Place | None:
        """Where what is named stands now; None where it is gone and another has its number.

        It is what first had the number. What never was part of the text, or is gone and has left its number to nobody,
        stays as it was named: nothing is found there.
        """
        texts = map(self.base, self.days)
        identity = next((found for text in texts if (found := identity_of(text, place.address)) is not None), None)
        now = self.base(self.days[-1])
        has_number = identity_of(now, place.address)
        if identity is None or identity == has_number:
            return place
        address = place_of(now, identity)
        if address is not None:
            return msgspec.structs.replace(place, address=address)
        return place if has_number is None else None


def followed(variation: Variation, since: Since) -> Variation | Refusal:
    """A variation that names its provisions by where they stand now."""
    changes: dict[str, Place] = {}
    for name, place in _named(variation).items():
        now = since.standing(place)
        if now is None:
            taken = "another provision has its number" if place.address.path else "another document is called so"
            return Refusal(
                f"what was {place.address.printed} is not part of the text any more, and {taken}",
                "cancel the variation, or vary what has taken its place",
            )
        changes[name] = now
    found = _naming(variation, changes)
    if isinstance(found, SubstituteProvisions) and found != variation:
        return _with_numbers_now(found, variation.place, since)
    return found


def _with_numbers_now(variation: SubstituteProvisions, named: Place, since: Since) -> SubstituteProvisions:
    """The words that stand for provisions stand under the numbers that these have now."""
    if not isinstance(named.part, Whole):
        return variation

    def now(address: Address) -> Address:
        place = since.standing(Place(address))
        return address if place is None else place.address

    return msgspec.structs.replace(variation, text=renumbered_lines(variation.text, named.address.parent, now))


def _named(variation: Variation) -> dict[str, Place]:
    """The places that it names, by where it does."""
    found = {"place": variation.place}
    if isinstance(variation, SubstituteProvisions | OmitProvisions) and variation.last is not None:
        found["last"] = variation.last
    if isinstance(variation, InsertWords | InsertProvisions) and isinstance(
        variation.position, AfterPlace | BeforePlace
    ):
        found["position"] = variation.position.place
    return found


def _naming(variation: Variation, places: Mapping[str, Place]) -> Variation:
    """The same with other places."""
    changes: dict[str, object] = dict(places)
    if isinstance(variation, InsertWords | InsertProvisions) and isinstance(
        variation.position, AfterPlace | BeforePlace
    ):
        changes["position"] = msgspec.structs.replace(variation.position, place=places["position"])
    return msgspec.structs.replace(variation, **changes)
