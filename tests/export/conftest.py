"""What the tests of what is put out may ask for."""

import pytest

from tests.cli.running import Shell


@pytest.fixture
def shell(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A shell in an empty folder, which keeps nothing between runs."""
    monkeypatch.setenv("SECC_CACHE", "off")
    return shell
