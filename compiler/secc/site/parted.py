"""Mappings in parts, of which no answer need be worked out again while the part that it follows from is as it was."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from operator import attrgetter
from typing import TypeVar

import msgspec
from msgspec import Struct

from secc.ids import Address, DocumentId
from secc.site.noted import Computed, Later, Noted, Questions, digest_of, encoded

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class _Answered(Struct, frozen=True, array_like=True):
    """The keys that were asked of a part, with the digests of the part and of the answers."""

    part: bytes
    answer: bytes
    keys: msgspec.Raw


_ANSWERED = msgspec.msgpack.Decoder(dict[str, _Answered])


class Parted(Noted[_Key, _Value]):
    """A mapping as `Noted`, each value of which follows from a part: a document, an instrument. It is not asked whole.

    `part_of` tells the part of a key, which is named by `str`; `follows_from` gives the digest of all that what is in
    the part of a name follows from, where there is such a part or not.
    """

    def __init__(
        self,
        found: Mapping[_Key, _Value],
        kind: object,
        part_of: Callable[[_Key], object],
        follows_from: Callable[[str], bytes],
    ) -> None:
        super().__init__(found, kind)
        self._part_of = part_of
        self._follows_from = follows_from

    def end(self) -> Questions | None:
        """What was asked since, with the answers."""
        keys, is_whole = self._asked or {}, self._whole
        self._asked = None
        assert not is_whole
        by_part: dict[object, list[_Key]] = {}
        for key in keys:
            by_part.setdefault(self._part_of(key), []).append(key)
        asked = {str(part): self._answered(str(part), encoded(of_part)) for part, of_part in by_part.items()}
        return Questions(encoded(asked), is_whole) if asked else None

    def answer(self, questions: Questions) -> tuple[bytes, Questions]:
        """The digest of what it answers, which is known of a part that is as it was; and what to ask instead."""
        asked = _ANSWERED.decode(questions.keys)
        others = {
            name: self._answered(name, bytes(each.keys))
            for name, each in asked.items()
            if self._follows_from(name) != each.part
        }
        now = {**asked, **others}
        digest = b"".join([each.answer for each in now.values()])
        return digest, Questions(encoded(now), questions.whole) if others else questions

    def _answered(self, name: str, keys: bytes) -> _Answered:
        return _Answered(self._follows_from(name), self._answer(keys), msgspec.Raw(keys))


class Followed(Parted[_Key, _Value]):
    """A mapping of one part, of which `digest` gives the digest: its answers are many and follow from little."""

    def __init__(self, found: Mapping[_Key, _Value], kind: object, digest: Callable[[], bytes]) -> None:
        super().__init__(found, kind, lambda _: "", lambda _: digest())


def in_one(found: Mapping[_Key, _Value], kind: object) -> Followed[_Key, _Value]:
    """A mapping of which all is there, which is asked much and seldom another."""
    return Followed(found, kind, cache(lambda: digest_of([*found.items()])))


def in_parts(found: Mapping[_Key, _Value], kind: object, part_of: Callable[[_Key], object]) -> Parted[_Key, _Value]:
    """A mapping of which all is there: the answers about a part follow from what is in it."""
    return Parted(found, kind, part_of, digests(found, part_of))


def digests(found: Mapping[_Key, _Value], part_of: Callable[[_Key], object]) -> Callable[[str], bytes]:
    """The digest of what is in a part of a mapping, by the name of the part."""
    every = Later(lambda: _by_part(found, part_of))
    of_parts = Computed[str, bytes](None, lambda name: digest_of(every.get(name)))
    return of_parts.__getitem__


document_of: Callable[[Address], DocumentId] = attrgetter("document")
"""The part of an address."""


def _by_part(
    found: Mapping[_Key, _Value], part_of: Callable[[_Key], object]
) -> Mapping[str, Sequence[tuple[_Key, _Value]]]:
    by_part: dict[str, list[tuple[_Key, _Value]]] = {}
    last, of_part = object(), list[tuple[_Key, _Value]]()
    for each in found.items():
        part = part_of(each[0])
        if part != last:  # most stand together
            last, of_part = part, by_part.setdefault(str(part), [])
        of_part.append(each)
    return by_part
