"""The grammars reach the compiler from a checkout, from an editable install and from a wheel."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from secc.syntax import grammar

PROBE = """
from pathlib import Path
from secc.source import Source
from secc.syntax import grammar, parse
for name in grammar.names():
    print(name, len(grammar.text(name).encode()))
assert grammar.text.__code__.co_filename.startswith(str(Path.cwd().parent / "installed")), "not the installed package"
parsed = parse(Source("H.sec", "section H: DCC Services\\n\\nH1.1 The DCC shall provide them.\\n"))
assert parsed.findings == (), parsed.findings
"""


def _python(arguments: list[str], folder: Path, *, path: Path | None = None) -> str:
    """Runs this Python in a folder and returns what it printed; fails with what it said where it failed."""
    environment = {} if path is None else {"PYTHONPATH": str(path)}
    command = [sys.executable, *([] if path is None else ["-P"]), *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """The wheel, built from the checkout without the network."""
    folder = tmp_path_factory.mktemp("wheel")
    _python(["-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)], root)
    (built,) = folder.glob("secc-*.whl")
    return built


@pytest.fixture(scope="module")
def grammars(root: Path) -> dict[str, bytes]:
    """What the checkout holds, by name."""
    return {path.stem: path.read_bytes() for path in (root / "grammar").glob("*.lark")}


def test_a_checkout_or_editable_install_reads_the_checkout(grammars: dict[str, bytes]) -> None:
    assert {name: grammar.text(name).encode() for name in grammar.names()} == grammars
    assert "document" in grammars


def test_a_wheel_holds_the_same_bytes(wheel: Path, grammars: dict[str, bytes]) -> None:
    with ZipFile(wheel) as archive:
        packed = {name: archive.read(name) for name in archive.namelist() if name.endswith(".lark")}
    assert packed == {f"secc/_grammar/{name}.lark": text for name, text in grammars.items()}


def test_a_wheel_holds_the_whole_package(wheel: Path, root: Path) -> None:
    package = root / "compiler" / "secc"
    expected = {f"secc/{path.relative_to(package).as_posix()}" for path in package.rglob("*.py")} | {"secc/py.typed"}
    with ZipFile(wheel) as archive:
        assert expected <= set(archive.namelist())


def test_an_installed_wheel_parses_from_anywhere(wheel: Path, tmp_path: Path, grammars: dict[str, bytes]) -> None:
    installed, elsewhere = tmp_path / "installed", tmp_path / "elsewhere"
    elsewhere.mkdir()
    pip = ["-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(installed), str(wheel)]
    _python(pip, tmp_path)
    printed = _python(["-c", PROBE], elsewhere, path=installed)
    assert dict(line.split() for line in printed.splitlines()) == {
        name: str(len(text)) for name, text in grammars.items()
    }


def test_an_editable_install_ships_no_copy(tmp_path: Path, root: Path) -> None:
    build = f"from hatchling.build import build_editable; build_editable({str(tmp_path)!r})"
    _python(["-c", build], root)
    (built,) = tmp_path.glob("*.whl")
    with ZipFile(built) as archive:
        assert [name for name in archive.namelist() if name.endswith(".lark")] == []
