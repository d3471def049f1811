"""What tests of packs share."""

import pytest

from tests.cli.running import Shell
from tests.pack.small_code import FILES


@pytest.fixture
def small(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A shell beside the small Code."""
    monkeypatch.setenv("SECC_CACHE", "off")
    shell.write(FILES)
    return shell
