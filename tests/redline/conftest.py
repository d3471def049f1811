"""What tests of the command share."""

import pytest

from tests.cli.running import Shell
from tests.redline.small_code import FILES


@pytest.fixture
def code(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A shell in the folder of the small Code, with two versions in its log."""
    monkeypatch.setenv("SECC_CACHE", "off")
    shell.write(FILES)
    assert shell.secc("designate", "2015-01-01-first", "--number", "1.0").status == 0
    later = ("2016-06-01-suppliers", "2017-03-01-migration")
    assert shell.secc("designate", *later, "--number", "2.0", "--in-effect", "2017-03-01").status == 0
    return shell
