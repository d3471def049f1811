"""A cache in memory before another: nothing is read twice, and nothing depends on what it lets go."""

from pathlib import Path

from secc.code.cache import FolderCache
from secc.code.load import load_document
from secc.code.shared_cache import SharedCache

TEXT = "section H: X\n\nH1.1 The DCC shall act in year {}.\n"


def text(number: int) -> bytes:
    return TEXT.format(number).encode()


def test_what_is_let_go_is_read_again_from_its_source() -> None:
    cache = SharedCache()
    for number in range(70):
        load_document("H.sec", text(number), cache)
    again = load_document("H.sec", text(0), cache)
    assert cache.get(again.key) is None
    assert again.document == load_document("H.sec", text(0), SharedCache()).document


def test_what_the_cache_behind_has_is_found(tmp_path: Path) -> None:
    behind = FolderCache(tmp_path)
    first = load_document("H.sec", text(1), SharedCache(behind))
    SharedCache(behind).keep("name", b"contents")
    cache = SharedCache(FolderCache(tmp_path))
    assert cache.head(first.key) is not None
    assert cache.get(first.key) == behind.get(first.key)
    assert cache.kept("name") == b"contents"


def test_what_was_never_kept_is_absent() -> None:
    cache = SharedCache()
    assert (cache.head("key"), cache.get("key"), cache.kept("key")) == (None, None, None)
