"""From the tree of a citation's shape and its tokens to what the citation says."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias

from secc.resolve.citation.joins import Token
from secc.resolve.citation.model import Extent, Place, Provisions, Range, Reference, Relative, TheCode, Unit
from secc.resolve.citation.places import after, below, extent, last_of
from secc.resolve.citation.shapes import Branch
from secc.resolve.citation.words import Lead, lead, pointer

_Children: TypeAlias = tuple[Branch | int, ...]
_SIGN = lead("section")


class _Words:
    """The tokens of one citation and where it starts, for reading the leaves of its tree."""

    def __init__(self, tokens: Sequence[Token], start: int) -> None:
        self.tokens = tokens
        self.start = start

    def of(self, branch: Branch) -> list[Token]:
        """The tokens of a branch, in their order."""
        tokens = self.tokens
        return [tokens[each] for each in branch.tokens]

    def first(self, branch: Branch | int) -> Token:
        """The first token of a branch, or a token itself."""
        return self.tokens[branch if isinstance(branch, int) else branch.tokens[0]]


def reference(tree: Branch, tokens: Sequence[Token], start: int) -> Reference:
    """What the citation says whose tree has been read from `tokens`; spans count from `start`."""
    return _reference(_Words(tokens, start), tree)


def _reference(words: _Words, branch: Branch | int) -> Reference:
    assert isinstance(branch, Branch)
    return _BUILD[branch.rule](words, branch.children)


def _provisions(words: _Words, children: _Children) -> Reference:
    """A lead word and its list."""
    return _led(words, children[0], _items(children[1]))


def _led(words: _Words, led: Branch | int, items: _Children) -> Provisions:
    found = _lead(words.first(led))
    return Provisions(found.unit, _extents(words, items), plural=found.plural)


def _lead(token: Token) -> Lead:
    if token.kind == "SIGN":
        return _SIGN
    return lead(token.text)


def _items(branch: Branch | int) -> _Children:
    assert isinstance(branch, Branch)
    return branch.children


def _bare(words: _Words, children: _Children) -> Reference:
    return Provisions(None, _extents(words, children))


def _extents(words: _Words, items: _Children) -> tuple[Extent, ...]:
    """Places and ranges, each label filled in from the one before it."""
    found: list[Extent] = []
    joined = ""
    for item in items:
        if isinstance(item, int):
            joined = words.first(item).kind
            continue
        before = last_of(found[-1]) if found else None
        place = after(before, extent(words.of(item), words.start), in_range=joined == "TO")
        if joined == "TO" and isinstance(found[-1], Place) and isinstance(place, Place):
            found[-1] = Range(found[-1], place)
        else:
            found.append(place)
    return tuple(found)


def _nested(words: _Words, children: _Children) -> Reference:
    """A provision behind what it is part of. Behind a letter of the main body the two make one number."""
    outer = _reference(words, children[0])
    inner_branch = children[-1]
    assert isinstance(inner_branch, Branch)
    if inner_branch.rule == "deeper":
        inner = Provisions(None, _extents(words, inner_branch.children))
    else:
        inner = _led(words, inner_branch.children[0], inner_branch.children[1:])
    return _in_main_body(outer, inner) or _inside(inner, outer)


def _in_main_body(outer: Reference, inner: Provisions) -> Provisions | None:
    """Section L and paragraph 1.17 of it as Section L1.17; None where the outer one is not of the main body."""
    if not isinstance(outer, Provisions) or outer.unit is not Unit.SECTION or len(outer.extents) != 1:
        return None
    place = outer.extents[0]
    if not isinstance(place, Place) or not place.letter:
        return None
    return Provisions(Unit.SECTION, tuple(below(place, extent) for extent in inner.extents), plural=inner.plural)


def _inside(inner: Reference, outer: Reference) -> Reference:
    """The inner reference as part of the outer one, which the outermost of the inner's own wholes is part of."""
    if not isinstance(inner, Provisions):
        return inner
    within = _inside(inner.within, outer) if inner.within else outer
    return Provisions(inner.unit, inner.extents, within, inner.plural)


def _within(words: _Words, children: _Children) -> Reference:
    return _inside(_reference(words, children[0]), _reference(words, children[2]))


def _titled(words: _Words, children: _Children) -> Reference:
    return _inside(_reference(words, children[0]), _title(words, children[1:]))


def _joined(words: _Words, children: _Children) -> Reference:
    """Two lists with the same lead word, as one."""
    first, second = _reference(words, children[0]), _reference(words, children[2])
    assert isinstance(first, Provisions)
    assert isinstance(second, Provisions)
    return Provisions(first.unit, first.extents + second.extents, plural=True)


def _of_code(words: _Words, children: _Children) -> Reference:
    return _inside(_reference(words, children[1]), TheCode())


def _named(words: _Words, children: _Children) -> Reference:
    """A name and the group behind it, in brackets or not."""
    group = next(child for child in children if isinstance(child, Branch))
    return _inside(_reference(words, group), _title(words, children))


def _title(words: _Words, children: _Children) -> Reference:
    value = words.first(children[0]).value
    assert value is not None
    return value


def _relative(words: _Words, children: _Children) -> Reference:
    """`this Section B1`; without a list, `that Section`."""
    demonstrative, *rest = (words.first(child) for child in children[:2])
    found = _lead(rest[0])
    extents = _extents(words, _items(children[2])) if len(children) > 2 else ()
    return Relative(pointer(demonstrative.text), found.unit, extents, found.plural)


_BUILD: Mapping[str, Callable[[_Words, _Children], Reference]] = MappingProxyType(
    {
        "provisions": _provisions,
        "paragraphs": _provisions,
        "volumes": _provisions,
        "bare": _bare,
        "nested": _nested,
        "joined": _joined,
        "within": _within,
        "titled": _titled,
        "of_code": _of_code,
        "named": _named,
        "relative": _relative,
        "work": _title,
        "document": _title,
    }
)
