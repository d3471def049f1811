"""Words as operations quote them and set them out."""

from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct


class Which(StrEnum):
    """Which of the places where words occur."""

    ONCE = "once"
    EACH = "in each place it occurs"
    FIRST = "in the first place it occurs"
    SECOND = "in the second place it occurs"
    THIRD = "in the third place it occurs"
    FOURTH = "in the fourth place it occurs"
    LAST = "in the last place it occurs"


class Words(Struct, frozen=True, tag=True):
    """Words quoted: `"Appendix [TBC]"`, and which of their places."""

    text: str
    which: Which = Which.ONCE


class Stretch(Struct, frozen=True, tag=True):
    """`the words from "A" to "B"`: both quoted words included, or to the end where `last` is empty (`to the end`)."""

    first: str
    last: str = ""


Quoted: TypeAlias = Words | Stretch


class SourceText(Struct, frozen=True):
    """Provisions, definitions, rows set out on lines that begin `> `: source text exactly as it will stand.

    Lines without the `> `, the indentation of the first taken off all.
    """

    lines: tuple[str, ...]
