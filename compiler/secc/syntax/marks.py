"""What may hold over some of the words of a prose, standing off from them."""

from typing import TypeAlias

from msgspec import Struct


class Mark(Struct, frozen=True, tag=True, array_like=True, gc=False):
    """Something that holds over `text[start:end]` of a prose."""

    start: int
    end: int


class Emphasis(Mark, frozen=True, tag=True, array_like=True, gc=False):
    """`*words*`."""


class Strong(Mark, frozen=True, tag=True, array_like=True, gc=False):
    """`**words**`."""


class Code(Mark, frozen=True, tag=True, array_like=True, gc=False):
    """Words in backticks."""


class Hyperlink(Mark, frozen=True, tag=True, array_like=True, gc=False):
    """`[words](https://…)`; only http, https and mailto addresses get this far."""

    href: str


class FootnoteCall(Mark, frozen=True, tag=True, array_like=True, gc=False):
    """`[^1]`: covers no words (`start == end`)."""

    label: str


class Symbols(Mark, frozen=True, tag=True, array_like=True, gc=False):
    """`$x$`: the words covered are the LaTeX between the dollars."""


AnyMark: TypeAlias = Emphasis | Strong | Code | Hyperlink | FootnoteCall | Symbols
