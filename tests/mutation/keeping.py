"""Keeps what was worked out of the clean sample, so that each error costs what it changes."""

from secc.code.head import Head, ReadDocument, head_of


class Kept:
    """Keeps what was worked out of the clean sample for good, and of a change to it until the next."""

    def __init__(self) -> None:
        self._clean, self._new = _Shelf(), _Shelf()

    def head(self, key: str) -> Head | None:
        """The head of the reading that was kept, or None."""
        read = self.get(key)
        return head_of(read) if read is not None else None

    def get(self, key: str) -> ReadDocument | None:
        """The reading that was kept, or None."""
        return self._new.readings.get(key) or self._clean.readings.get(key)

    def put(self, key: str, read: ReadDocument) -> None:
        """Keep a reading."""
        self._new.readings[key] = read

    def kept(self, name: str) -> bytes | None:
        """What was kept under a name, or None."""
        return self._new.contents.get(name, self._clean.contents.get(name))

    def keep(self, name: str, contents: bytes) -> None:
        """Keep something under a name."""
        self._new.contents[name] = contents

    def settle(self) -> None:
        """All that was kept is of the clean sample."""
        self._clean, self._new = self._new, _Shelf()

    def forget(self) -> None:
        """Nothing of a change is asked for again."""
        self._new = _Shelf()


class _Shelf:
    def __init__(self) -> None:
        self.readings: dict[str, ReadDocument] = {}
        self.contents: dict[str, bytes] = {}
