"""What tests of formal texts share."""

from pathlib import Path

import pytest

from tests.cli.running import Shell


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Shell:
    """A shell in an empty folder."""
    return Shell(tmp_path, monkeypatch, capsysbinary)
