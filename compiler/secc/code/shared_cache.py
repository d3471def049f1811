"""A cache in memory before another one, for programs that look at many states which share most of their documents."""

from collections import OrderedDict

from secc.code.head import Head, ReadDocument, head_of
from secc.code.load import DocumentCache, NoCache

_READINGS = 64
"""How many whole readings are held: they are large, and most states need few of them."""


class SharedCache:
    """Holds what was kept, or found in the cache behind it: of readings the latest, of everything else all."""

    def __init__(self, behind: DocumentCache | None = None) -> None:
        self._behind = behind if behind is not None else NoCache()
        self._heads: dict[str, Head] = {}
        self._readings: OrderedDict[str, ReadDocument] = OrderedDict()
        self._kept: dict[str, bytes] = {}

    def head(self, key: str) -> Head | None:
        """The head of the reading that was kept, or None."""
        found = self._heads.get(key) or self._behind.head(key)
        if found is not None:
            self._heads[key] = found
        return found

    def get(self, key: str) -> ReadDocument | None:
        """The reading that was kept, or None; None too where it was let go and the cache behind has it no more."""
        found = self._readings.get(key) or self._behind.get(key)
        if found is not None:
            self._hold(key, found)
        return found

    def put(self, key: str, read: ReadDocument) -> None:
        """Keep a reading."""
        self._heads[key] = head_of(read)
        self._hold(key, read)
        self._behind.put(key, read)

    def kept(self, name: str) -> bytes | None:
        """What was kept under a name, or None."""
        found = self._kept.get(name) or self._behind.kept(name)
        if found is not None:
            self._kept[name] = found
        return found

    def keep(self, name: str, contents: bytes) -> None:
        """Keep something under a name."""
        self._kept[name] = contents
        self._behind.keep(name, contents)

    def _hold(self, key: str, read: ReadDocument) -> None:
        self._readings[key] = read
        self._readings.move_to_end(key)
        if len(self._readings) > _READINGS:
            self._readings.popitem(last=False)
