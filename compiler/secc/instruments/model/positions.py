"""Where something is put in, within the place that an operation names."""

from typing import TypeAlias

from msgspec import Struct

from secc.instruments.model.words import Words
from secc.instruments.places import Place


class AtEnd(Struct, frozen=True, tag=True):
    """`at the end`."""


class AtBeginning(Struct, frozen=True, tag=True):
    """`at the beginning`."""


class AppropriatePlace(Struct, frozen=True, tag=True):
    """`at the appropriate place`: definitions by the alphabet."""


class AfterWords(Struct, frozen=True, tag=True):
    """`after "A"`."""

    words: Words


class BeforeWords(Struct, frozen=True, tag=True):
    """`before "A"`."""

    words: Words


class AfterPlace(Struct, frozen=True, tag=True):
    """`after Section H14.36`, `after the row beginning "…"`."""

    place: Place


class BeforePlace(Struct, frozen=True, tag=True):
    """`before Section H14.36`."""

    place: Place


Position: TypeAlias = AtEnd | AtBeginning | AppropriatePlace | AfterWords | BeforeWords | AfterPlace | BeforePlace
