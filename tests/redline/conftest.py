"""What tests of the command share."""

from pathlib import Path

import pytest

from tests.cli.running import Shell
from tests.redline.small_code import FILES


@pytest.fixture
def code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Shell:
    """A shell in the folder of the small Code, with two versions in its log."""
    monkeypatch.setenv("SECC_CACHE", "off")
    shell = Shell(tmp_path, monkeypatch, capsysbinary)
    shell.write(FILES)
    for number, instrument in (("1.0", "2015-01-01-first"), ("2.0", "2017-03-01-migration")):
        assert shell.secc("designate", instrument, "--number", number).status == 0
    return shell
