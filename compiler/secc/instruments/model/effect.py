"""Operations on the effect of provisions, which leave their text as it is."""

from typing import TypeAlias

from msgspec import Struct

from secc.instruments.model.wording import Variation
from secc.instruments.places import Place, Provisions
from secc.instruments.when import OperationRef, When


class Commence(Struct, frozen=True, tag=True):
    """Provisions have effect from the operation's day; until a commencement they are text without effect."""

    provisions: Provisions


class Cease(Struct, frozen=True, tag=True):
    """Provisions cease to have effect on the operation's day; they stay in the text."""

    provisions: Provisions


class Extend(Struct, frozen=True, tag=True):
    """The day on which provisions cease to have effect is now `end` (`extend … until`, `shorten … until`)."""

    provisions: Provisions
    end: When
    shorter: bool = False


class Vary(Struct, frozen=True, tag=True):
    """A place has effect as if a wording operation had been carried out; the base text is unchanged."""

    place: Place
    as_if: Variation


class Cancel(Struct, frozen=True, tag=True):
    """A variation, disapplication or suspension made by another operation ends, on the operation's day."""

    operation: OperationRef


class Disapply(Struct, frozen=True, tag=True):
    """Provisions do not apply to the operation's scope."""

    provisions: Provisions


class Suspend(Struct, frozen=True, tag=True):
    """Provisions are switched off."""

    provisions: Provisions


class Resume(Struct, frozen=True, tag=True):
    """Provisions are switched on again."""

    provisions: Provisions


Force: TypeAlias = Commence | Cease | Extend | Vary | Cancel | Disapply | Suspend | Resume
