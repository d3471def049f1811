"""What every test may ask for."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.cli.running import Shell

ROOT = Path(__file__).resolve().parents[1]

# The same examples on every machine where it counts, new ones at a desk; speed is for bench/, not for tests.
settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update` writes what the compiler now says into the golden cases; read the difference before keeping it."""
    parser.addoption("--update", action="store_true", help="rewrite the expected blocks of the golden cases")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether golden cases are to be rewritten."""
    return bool(request.config.getoption("--update"))


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Shell:
    """A shell in an empty folder."""
    return Shell(tmp_path, monkeypatch, capsysbinary)


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of real law: `CORPORA`, by default ../shared/corpora beside the checkout."""
    folder = Path(ROOT, os.environ.get("CORPORA") or "../shared/corpora").resolve()
    if not folder.is_dir():
        pytest.fail(f"the folder of real law is not there: {folder}; set CORPORA to where it is", pytrace=False)
    return folder
