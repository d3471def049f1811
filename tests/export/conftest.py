"""What the tests of what is put out may ask for."""

from pathlib import Path

import pytest

from tests.cli.running import Shell


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Shell:
    """A shell in an empty folder, which keeps nothing between runs."""
    monkeypatch.setenv("SECC_CACHE", "off")
    return Shell(tmp_path, monkeypatch, capsysbinary)
