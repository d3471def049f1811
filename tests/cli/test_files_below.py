"""The files below a folder that others change meanwhile."""

import os
from pathlib import Path

import pytest

from secc.cli.files_below import files_below


def test_every_file_is_found_and_what_is_none_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "A.sec").write_text("four", encoding="utf-8")
    (tmp_path / "nowhere.sec").symlink_to(tmp_path / "none")
    (tmp_path / "round.sec").symlink_to(tmp_path / "round.sec")
    found = {path: status.st_size for path, status in files_below(tmp_path, tmp_path / "none")}
    assert found == {tmp_path / "below" / "A.sec": 4}


def test_a_folder_that_goes_meanwhile_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where another branch is checked out: seen in the folder above it, and gone before it is looked into."""
    for name in ("going", "staying"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "A.sec").touch()
    scan = os.scandir

    def scan_too_late(path: str) -> "os._ScandirIterator[str]":
        if path.endswith("going"):
            (tmp_path / "going" / "A.sec").unlink()
            (tmp_path / "going").rmdir()
        return scan(path)

    monkeypatch.setattr(os, "scandir", scan_too_late)
    assert [path for path, _ in files_below(tmp_path)] == [tmp_path / "staying" / "A.sec"]
