"""Mappings of which no answer need be worked out again while all that any follows from is as it was."""

from collections.abc import Callable, Mapping
from typing import TypeVar

import msgspec
from msgspec import Struct

from secc.site.noted import Noted, Questions, encoded

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class _Answered(Struct, frozen=True, array_like=True):
    """The keys that were asked, with the digest of what every answer followed from, and that of the answers."""

    followed_from: bytes
    answer: bytes
    keys: msgspec.Raw


class Followed(Noted[_Key, _Value]):
    """A mapping as `Noted`, whose answers are many and follow from little, of which `digest` gives the digest."""

    def __init__(self, found: Mapping[_Key, _Value], kind: object, digest: Callable[[], bytes]) -> None:
        super().__init__(found, kind)
        self._digest = digest
        self._answered = msgspec.msgpack.Decoder(_Answered)

    def end(self) -> Questions | None:
        """What was asked since, with the answers."""
        asked = super().end()
        if asked is None:
            return None
        found = _Answered(self._digest(), super().answer(asked), msgspec.Raw(asked.keys))
        return Questions(encoded(found), asked.whole)

    def answer(self, questions: Questions) -> bytes:
        """The digest of what it answers."""
        found = self._answered.decode(questions.keys)
        if found.followed_from == self._digest():
            return found.answer
        return super().answer(Questions(bytes(found.keys), questions.whole))

    def renewed(self, questions: Questions) -> Questions:
        """The same questions, with what every answer follows from now."""
        found = self._answered.decode(questions.keys)
        if found.followed_from == self._digest():
            return questions
        answer = self.answer(questions)
        return Questions(encoded(_Answered(self._digest(), answer, found.keys)), questions.whole)
