"""Instruments found in a tree of sources, with their annexes."""

from pathlib import Path

import pytest

from secc.code.cache import FolderCache
from secc.code.load import NoCache
from secc.diagnostics import CannotProceed
from secc.history import Folder, Memory
from secc.instruments.folder import FILE, FoundInstrument, found_at, instruments_of
from secc.instruments.model import Revoke

NOTICE = b"notice 2020-09-17-a: A\n\n1 revoke Appendix AJ\n"
DESIGNATION = (
    b"designation 2020-09-18-b: B\n\n1 designate Appendix AO as version 1.0, in the form set out at annexes/AO.sec\n"
)
TREE = {
    "code.toml": b"",
    "instruments/2020-09-17-a.sec": NOTICE,
    "instruments/2020-09-18-b/instrument.sec": DESIGNATION,
    "instruments/2020-09-18-b/annexes/AO.sec": b"appendix AO: X\n",
    "instruments/2020-09-18-b/matches.toml": b"",
    "instruments/.hidden.sec": b"",
    "sections/A.sec": b"section A: X\n",
}
OTHER = {"instruments/2020-09-18-b/annexes/AO.sec": b"changed\n"}


def found(files: dict[str, bytes]) -> tuple[FoundInstrument, ...]:
    return instruments_of(Memory(files), NoCache())


def test_files_and_folders() -> None:
    first, second = found(TREE)
    assert (first.name, first.path) == ("2020-09-17-a", "instruments/2020-09-17-a.sec")
    assert (second.name, second.path) == ("2020-09-18-b", "instruments/2020-09-18-b/instrument.sec")
    assert [each.findings for each in (first, second)] == [(), ()]
    assert isinstance(first.instrument.operations[0].action, Revoke)


def test_a_tree_without_instruments() -> None:
    assert found({"sections/A.sec": b""}) == ()


def test_findings_name_the_path_with_its_prefix() -> None:
    (only,) = instruments_of(Memory({"instruments/2020-09-17-b.sec": NOTICE}), NoCache(), "sec-source/")
    assert [(each.path, each.headline) for each in only.findings] == [
        ("sec-source/instruments/2020-09-17-b.sec", "this instrument is called 2020-09-17-a, and its file 2020-09-17-b")
    ]


def test_one_name_twice() -> None:
    folder = "instruments/2020-09-17-a/instrument.sec"
    with pytest.raises(CannotProceed, match="are one instrument: keep the file or the folder"):
        found({**TREE, folder: NOTICE})


def test_an_annex() -> None:
    _, second = found(TREE)
    assert second.annex(Memory(TREE), "annexes/AO.sec") == b"appendix AO: X\n"
    assert second.beside("matches.toml") == "instruments/2020-09-18-b/matches.toml"


@pytest.mark.parametrize("path", ["../2020-09-17-a.sec", "/etc/passwd", "annexes/../../x.sec", "a\\..\\b", ""])
def test_an_annex_outside_the_folder(path: str) -> None:
    _, second = found(TREE)
    assert second.beside(path) is None
    with pytest.raises(CannotProceed, match="does not lie in a folder of that instrument"):
        second.annex(Memory(TREE), path)


def test_an_annex_that_is_not_there() -> None:
    tree = {path: contents for path, contents in TREE.items() if "annexes" not in path}
    _, second = found(tree)
    assert [(each.headline, each.helps[0][:20]) for each in second.findings] == [
        ("there is no such annex", "put the text of the ")
    ]
    with pytest.raises(CannotProceed, match=r"has no annex annexes/AO\.sec"):
        second.annex(Memory(tree), "annexes/AO.sec")


def test_an_annex_of_an_instrument_without_a_folder() -> None:
    (only,) = found({"instruments/2020-09-18-b.sec": DESIGNATION})
    assert [each.headline for each in only.findings] == ["this annex does not lie in a folder of the instrument"]


def on_disk(place: Path) -> Path:
    """The folder of annexes."""
    for path, contents in TREE.items():
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_bytes(contents)
    return place / "instruments/2020-09-18-b/annexes"


def test_the_fingerprint_knows_where_links_for_annexes_lead(tmp_path: Path) -> None:
    annexes = on_disk(tmp_path)
    (annexes / "AO.sec").unlink()
    (annexes / "AO.sec").symlink_to(tmp_path / "sections/A.sec")
    _, before = instruments_of(Folder(tmp_path), NoCache())
    assert before.annex(Folder(tmp_path), "annexes/AO.sec") == TREE["sections/A.sec"]
    assert before.fingerprint(Folder(tmp_path))
    (tmp_path / "sections/A.sec").write_bytes(b"changed")
    _, after = instruments_of(Folder(tmp_path), NoCache())
    assert after.fingerprint(Folder(tmp_path)) != before.fingerprint(Folder(tmp_path))


@pytest.mark.parametrize("is_there", [True, False])
def test_an_annex_is_what_the_fingerprint_was_taken_of(tmp_path: Path, is_there: bool) -> None:
    """What is kept under it would else have other words, for as long as it is kept."""
    annexes = on_disk(tmp_path)
    if not is_there:
        (annexes / "AO.sec").unlink()
    _, second = instruments_of(Folder(tmp_path), NoCache())
    assert second.fingerprint(Folder(tmp_path))
    (annexes / "AO.sec").write_bytes(b"saved since")
    if is_there:
        assert second.annex(Folder(tmp_path), "annexes/AO.sec") == b"appendix AO: X\n"
    else:
        with pytest.raises(CannotProceed, match="has no annex"):
            second.annex(Folder(tmp_path), "annexes/AO.sec")


BY_NAME = ("2020-09-18-b", "instruments/2020-09-18-b", "instruments/2020-09-18-b/", f"instruments/2020-09-18-b/{FILE}")


@pytest.mark.parametrize("named", BY_NAME)
def test_one_by_name(named: str) -> None:
    assert found_at(Memory(TREE), named).instrument.name == "2020-09-18-b"


def test_one_that_is_not_there() -> None:
    with pytest.raises(CannotProceed, match="there is no instrument 2020-09-19-c\n    = help: did you mean 2020-09-1"):
        found_at(Memory(TREE), "2020-09-19-c")


class Counting:
    """Keeps what it is given, and says what it was asked."""

    def __init__(self) -> None:
        self.names: dict[str, bytes] = {}
        self.asked: list[bool] = []

    def kept(self, name: str) -> bytes | None:
        self.asked.append(name in self.names)
        return self.names.get(name)

    def keep(self, name: str, contents: bytes) -> None:
        self.names[name] = contents


def test_readings_are_kept() -> None:
    cache = Counting()
    before = [each.read for each in instruments_of(Memory(TREE), cache)]
    after = [each.read for each in instruments_of(Memory({**TREE, **OTHER}), cache)]
    assert cache.asked == [False, False, True, True]
    assert before == after


def test_a_damaged_reading_is_read_again() -> None:
    cache = Counting()
    before = [each.read for each in instruments_of(Memory(TREE), cache)]
    cache.names = dict.fromkeys(cache.names, b"damaged")
    assert [each.read for each in instruments_of(Memory(TREE), cache)] == before


def test_the_folder_cache_keeps_them(tmp_path_factory: pytest.TempPathFactory) -> None:
    place = tmp_path_factory.mktemp("cache")
    before = [each.read for each in instruments_of(Memory(TREE), FolderCache(place))]
    assert len([path for path in place.rglob("instrument-*") if path.is_file()]) == 2
    assert [each.read for each in instruments_of(Memory(TREE), FolderCache(place))] == before
