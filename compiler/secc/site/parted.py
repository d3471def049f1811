"""Mappings in parts, of which no answer need be worked out again while the part that it follows from is as it was."""

from collections.abc import Callable, Mapping
from typing import TypeVar

import msgspec
from msgspec import Struct

from secc.site.noted import Noted, Questions, encoded

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class _Answered(Struct, frozen=True, array_like=True):
    """The keys that were asked, with the digests of the parts that they are in, by name, and that of the answers."""

    parts: dict[str, bytes]
    answer: bytes
    keys: msgspec.Raw


_ANSWERED = msgspec.msgpack.Decoder(_Answered)


class Parted(Noted[_Key, _Value]):
    """A mapping as `Noted`, each value of which follows from a part: a document, an instrument. It is not asked whole.

    `part_of` names the part of a key; `digest_of` gives the digest of all that what is in a part follows from, where
    there is such a part or not.
    """

    def __init__(
        self,
        found: Mapping[_Key, _Value],
        kind: object,
        part_of: Callable[[_Key], str],
        digest_of: Callable[[str], bytes],
    ) -> None:
        super().__init__(found, kind)
        self._part_of = part_of
        self._digest_of = digest_of

    def end(self) -> Questions | None:
        """What was asked since, with the answers."""
        keys = self._asked or {}
        asked = super().end()
        if asked is None:
            return None
        assert not asked.whole
        parts = {each: self._digest_of(each) for each in sorted(set(map(self._part_of, keys)))}
        return Questions(encoded(_Answered(parts, super().answer(asked), msgspec.Raw(asked.keys))), asked.whole)

    def answer(self, questions: Questions) -> bytes:
        """The digest of what it answers."""
        found = _ANSWERED.decode(questions.keys)
        if self._stands(found):
            return found.answer
        return super().answer(Questions(bytes(found.keys), questions.whole))

    def renewed(self, questions: Questions) -> Questions:
        """The same questions, with what the answers follow from now."""
        found = _ANSWERED.decode(questions.keys)
        if self._stands(found):
            return questions
        parts = {each: self._digest_of(each) for each in found.parts}
        return Questions(encoded(_Answered(parts, self.answer(questions), found.keys)), questions.whole)

    def _stands(self, found: _Answered) -> bool:
        return all(self._digest_of(part) == digest for part, digest in found.parts.items())


class Followed(Parted[_Key, _Value]):
    """A mapping of one part, of which `digest` gives the digest: its answers are many and follow from little."""

    def __init__(self, found: Mapping[_Key, _Value], kind: object, digest: Callable[[], bytes]) -> None:
        super().__init__(found, kind, lambda _: "", lambda _: digest())
