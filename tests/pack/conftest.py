"""What tests of packs share."""

from pathlib import Path

import pytest

from tests.cli.running import Shell
from tests.pack.small_code import FILES


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Shell:
    """A shell beside the small Code."""
    monkeypatch.setenv("SECC_CACHE", "off")
    shell = Shell(tmp_path, monkeypatch, capsysbinary)
    shell.write(FILES)
    return shell
