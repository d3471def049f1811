"""To whom an effect is limited."""

from enum import StrEnum

from msgspec import Struct


class Dimension(StrEnum):
    """What an effect can be limited to."""

    REGION = "region"
    USER_ROLE = "User Role"
    DEVICE = "class of device"
    PARTY = "Party"


class Limit(Struct, frozen=True):
    """`region "North"`."""

    dimension: Dimension
    name: str


class Scope(Struct, frozen=True):
    """To whom: limits of one dimension are alternatives, those of different dimensions hold together.

    The empty scope is everybody. Limits are sorted by dimension and name.
    """

    limits: tuple[Limit, ...] = ()
