"""What is said beside the text, and changes nothing."""

from typing import TypeAlias

from msgspec import Struct

from secc.instruments.places import Place, Provisions


class StagedRename(Struct, frozen=True, tag=True):
    """`…, in each Appendix when it is next re-designated`: a plan that changes no text; annexes are held to it."""

    old: str
    new: str


class Save(Struct, frozen=True, tag=True):
    """`save anything done under …`: what follows `save`, in words, and what these cite."""

    words: str
    provisions: Provisions = ()


class ReadAs(Struct, frozen=True, tag=True):
    """`in Section Z, read "Communications Hub" as "…"`: said beside the text, which is unchanged."""

    place: Place
    words: str
    as_words: str


class NoChange(Struct, frozen=True, tag=True):
    """A recorded decision to change nothing: `no change to Section G7.3: …`."""

    place: Place
    words: str


class Outside(Struct, frozen=True, tag=True):
    """A change outside the Code, tracked and not compiled: `outside the Code, amend Condition 13 of …: …`."""

    words: str


Remark: TypeAlias = StagedRename | Save | ReadAs | NoChange | Outside
