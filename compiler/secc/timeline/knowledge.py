"""What is asked of the Code in time besides a day: as known when, and by which instruments."""

from collections.abc import Collection
from datetime import date

from msgspec import Struct


class Knowledge(Struct, frozen=True):
    """What is asked: as known on a day, with instruments counted in that are not yet law."""

    on: date | None = None
    include: frozenset[str] = frozenset()


EVERYTHING = Knowledge()


def asking(on: date | None = None, include: Collection[str] = ()) -> Knowledge:
    """What is asked, from its parts."""
    return Knowledge(on, frozenset(include))
