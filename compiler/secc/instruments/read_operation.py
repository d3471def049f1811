"""Reads an operation as a whole: what it does, from when, until when, for whom and under what."""

from typing import TypeAlias

from lark import Token, v_args
from lark.tree import Meta
from msgspec import Struct
from msgspec.structs import replace

from secc.instruments import faults
from secc.instruments.model import Action, Scope
from secc.instruments.read_wording import Change
from secc.instruments.reader import Reader, span_in
from secc.instruments.when import When
from secc.source import Span


class Said(Struct, frozen=True):
    """What the sentence of an operation says."""

    action: Action
    starts: When | None = None
    ends: When | None = None
    scope: Scope | None = None
    under: tuple[str, ...] = ()


class Starts(Struct, frozen=True):
    """`from …`."""

    span: Span
    when: When


class Ends(Struct, frozen=True):
    """`until …`."""

    span: Span
    when: When


class Limited(Struct, frozen=True):
    """`for region …`."""

    span: Span
    scope: Scope


class Authority(Struct, frozen=True):
    """`under "…"`."""

    span: Span
    names: tuple[str, ...]


Modifier: TypeAlias = Starts | Ends | Limited | Authority


@v_args(inline=True, meta=True)
class OperationReader(Reader):
    """The rules of `operation` and its modifiers."""

    def starts(self, meta: Meta, when: When) -> Starts:
        """`from …`."""
        return Starts(span_in(meta), when)

    def ends(self, meta: Meta, when: When) -> Ends:
        """`until …`."""
        return Ends(span_in(meta), when)

    def limited(self, meta: Meta, scope: Scope) -> Limited:
        """`for region …`."""
        return Limited(span_in(meta), scope)

    def authority(self, meta: Meta, *names: Token) -> Authority:
        """`under "Section X5.6"`."""
        return Authority(span_in(meta), tuple(self.quoted(name) for name in names))

    def leading(
        self, _: Meta, above: tuple[Modifier, ...] = (), modifier: Modifier | None = None
    ) -> tuple[Modifier, ...]:
        """Modifiers before what the operation does."""
        return above if modifier is None else (*above, modifier)

    def mods(self, _: Meta, *modifiers: Modifier) -> tuple[Modifier, ...]:
        """Modifiers behind it."""
        return modifiers

    def operation(
        self, _: Meta, leading: tuple[Modifier, ...], action: Action | Change, modifiers: tuple[Modifier, ...]
    ) -> Said:
        """A sentence as a whole."""
        said = Said(action(None) if callable(action) else action)
        kinds: set[type[Modifier]] = set()
        for modifier in (*leading, *modifiers):
            if type(modifier) in kinds:
                self.tell(modifier.span, faults.SAID_TWICE)
            kinds.add(type(modifier))
            said = _modified(said, modifier)
        return said


def _modified(said: Said, modifier: Modifier) -> Said:
    match modifier:
        case Starts(_, when):
            return replace(said, starts=when)
        case Ends(_, when):
            return replace(said, ends=when)
        case Limited(_, scope):
            return replace(said, scope=scope)
        case Authority(_, names):
            return replace(said, under=names)
