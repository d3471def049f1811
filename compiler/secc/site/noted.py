"""Mappings that note what they are asked, so that it can be told later whether they would answer anything otherwise.

What is drawn out of nothing but such mappings, and out of what it is itself, need not be drawn again while they answer
all that it asked as they did.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from types import GenericAlias
from typing import Generic, Protocol, TypeVar, overload

import msgspec
from msgspec import Struct

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")
_Other = TypeVar("_Other")
_Result = TypeVar("_Result")
_ENCODER = msgspec.msgpack.Encoder(order="deterministic")


class Questions(Struct, frozen=True, array_like=True):
    """What one mapping was asked: the keys, encoded, and whether it was asked for all that is in it."""

    keys: bytes
    whole: bool


Asked = dict[str, Questions]
"""What was asked, by the names of mappings."""


class Computed(Mapping[_Key, _Value]):
    """A mapping whose values are worked out when they are asked for, each once. Without `keys`, it has any key."""

    def __init__(self, keys: Iterable[_Key] | None, work_out: Callable[[_Key], _Value]) -> None:
        self._keys = dict.fromkeys(keys) if keys is not None else None
        self._work_out = work_out
        self._found: dict[_Key, _Value] = {}

    def __getitem__(self, key: _Key) -> _Value:
        if key not in self._found:
            if self._keys is not None and key not in self._keys:
                raise KeyError(key)
            self._found[key] = self._work_out(key)
        return self._found[key]

    @overload
    def get(self, key: _Key, /) -> _Value | None: ...
    @overload
    def get(self, key: _Key, /, default: _Value | _Other) -> _Value | _Other: ...
    def get(self, key: _Key, /, default: _Value | _Other | None = None) -> _Value | _Other | None:
        """As of any mapping, without an exception for each key that is known not to be in it."""
        if key in self._found:
            return self._found[key]
        if self._keys is not None and key not in self._keys:
            return default
        try:
            return self[key]
        except KeyError:
            return default

    def __iter__(self) -> Iterator[_Key]:
        return iter(self._every)

    def __len__(self) -> int:
        return len(self._every)

    @property
    def _every(self) -> Mapping[_Key, None]:
        if self._keys is None:
            raise TypeError("nobody knows all its keys")
        return self._keys


class Later(Mapping[_Key, _Value]):
    """A mapping that is made when it is first asked."""

    def __init__(self, make: Callable[[], Mapping[_Key, _Value]]) -> None:
        self._make = make

    def __getitem__(self, key: _Key) -> _Value:
        return self._found[key]

    @overload
    def get(self, key: _Key, /) -> _Value | None: ...
    @overload
    def get(self, key: _Key, /, default: _Value | _Other) -> _Value | _Other: ...
    def get(self, key: _Key, /, default: _Value | _Other | None = None) -> _Value | _Other | None:
        """As of any mapping, without an exception for each key that it does not have."""
        return self._found.get(key, default)

    def __iter__(self) -> Iterator[_Key]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    @cached_property
    def _found(self) -> Mapping[_Key, _Value]:
        return self._make()


class Noted(Mapping[_Key, _Value], Generic[_Key, _Value]):
    """A mapping with keys of a kind, a type, that notes what it is asked while anybody listens.

    No value is None; all can be encoded by msgspec.
    """

    def __init__(self, found: Mapping[_Key, _Value], kind: object) -> None:
        self._found = found
        self._keys = msgspec.msgpack.Decoder[list[_Key]](GenericAlias(list, (kind,)))
        self._asked: dict[_Key, None] | None = None
        self._whole = False

    def __getitem__(self, key: _Key) -> _Value:
        if self._asked is not None:
            self._asked[key] = None
        return self._found[key]

    @overload
    def get(self, key: _Key, /) -> _Value | None: ...
    @overload
    def get(self, key: _Key, /, default: _Value | _Other) -> _Value | _Other: ...
    def get(self, key: _Key, /, default: _Value | _Other | None = None) -> _Value | _Other | None:
        """As of any mapping."""
        if self._asked is not None:
            self._asked[key] = None
        return self._found.get(key, default)

    def __contains__(self, key: object) -> bool:
        return self.get(key) is not None  # type: ignore[arg-type]  # what is no key is not in it

    def __iter__(self) -> Iterator[_Key]:
        self._whole = True
        return iter(self._found)

    def __len__(self) -> int:
        self._whole = True
        return len(self._found)

    def begin(self) -> None:
        """Listen from now on."""
        self._asked, self._whole = {}, False

    def end(self) -> Questions | None:
        """What was asked since; None where nothing was."""
        asked, self._asked = self._asked or {}, None
        return Questions(_ENCODER.encode(list(asked)), self._whole) if asked or self._whole else None

    def answer(self, questions: Questions) -> tuple[bytes, Questions]:
        """The digest of what it answers, and the questions to ask instead: the quickest that are answered the same.

        Raises `msgspec.DecodeError` where it cannot have been asked this.
        """
        whole = digest_of([*self._found.items()]) if questions.whole else b""
        return whole + self._answer(questions.keys), questions

    def _answer(self, keys: bytes) -> bytes:
        return digest_of([*map(self._found.get, self._keys.decode(keys))])


class Listening(Protocol):
    """A mapping of any keys and values that notes what it is asked: as `Noted` does."""

    def begin(self) -> None:
        """Listen from now on."""
        ...

    def end(self) -> Questions | None:
        """What was asked since; None where nothing was."""
        ...

    def answer(self, questions: Questions) -> tuple[bytes, Questions]:
        """The digest of what it answers, and the questions to ask instead."""
        ...


class Notes:
    """Mappings that note what they are asked, by name."""

    def __init__(self) -> None:
        self._noted: dict[str, Listening] = {}

    def of(self, name: str, found: Mapping[_Key, _Value], kind: object) -> Mapping[_Key, _Value]:
        """A mapping with keys of a kind, as one that notes what it is asked."""
        return self.add(name, Noted(found, kind))

    def add(self, name: str, noted: Noted[_Key, _Value]) -> Mapping[_Key, _Value]:
        """A mapping that notes what it is asked already."""
        assert name not in self._noted, name
        self._noted[name] = noted
        return noted

    def listen(self, do: Callable[[], _Result]) -> tuple[_Result, Asked]:
        """What came of doing something, and what was asked meanwhile."""
        for each in self._noted.values():
            each.begin()
        try:
            result = do()
        finally:
            ended = {name: each.end() for name, each in self._noted.items()}
        return result, {name: questions for name, questions in sorted(ended.items()) if questions is not None}

    def answers(self, asked: Asked) -> tuple[str, Asked]:
        """The digest of what is answered to all that was asked, and what to ask instead, which is answered the same.

        The digest is empty where it cannot have been asked of these.
        """
        digest, instead = hashlib.sha256(), {}
        for name, questions in asked.items():
            if name not in self._noted:
                return "", asked
            try:
                answer, instead[name] = self._noted[name].answer(questions)
            except msgspec.DecodeError:
                return "", asked
            digest.update(answer)
        return digest.hexdigest(), instead


def encoded(value: object) -> bytes:
    """A value as bytes: the same for the same value, in any run."""
    return _ENCODER.encode(value)


def digest_of(value: object) -> bytes:
    """The digest of a value as bytes."""
    return hashlib.blake2b(_ENCODER.encode(value), digest_size=16).digest()
