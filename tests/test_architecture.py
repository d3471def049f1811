"""The invariants of docs/architecture.md that can be read off the source code.

Each rule is a function from a module to what is wrong in it. It is run over the compiler, and over a few lines that
break it, so that the rule itself is seen to work.
"""

import ast
import sys
import tomllib
from collections.abc import Callable, Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from secc.code.model import Clause, Places, Prose
from secc.source import Span
from tests.source_code import PACKAGE, Module, imported, module, modules, public, references

Rule = Callable[[Module], Iterator[str]]

WORLD = (
    "datetime.date.today", "datetime.datetime.now", "datetime.datetime.today", "datetime.datetime.utcnow", "getpass",
    "input", "locale", "os.environ", "os.getcwd", "os.getenv", "os.path.expanduser", "pathlib.Path.cwd",
    "pathlib.Path.home", "pprint", "print", "random", "secrets", "socket", "sys.argv", "sys.exit", "sys.stderr",
    "sys.stdin", "sys.stdout", "time", "uuid",
)  # fmt: skip
EXECUTION = (
    "__import__", "builtins", "compile", "ctypes", "eval", "exec", "marshal", "multiprocessing", "os.execv", "os.popen",
    "os.startfile", "os.system", "pickle", "runpy", "shelve", "subprocess", "yaml",
)  # fmt: skip
FILES = ("open", "io.open", "os.listdir", "os.scandir", "os.walk", "pathlib.Path", "secc.history", "shutil", "tempfile")
EXPRESSIONS = (
    "fnmatch", "re.compile", "re.findall", "re.finditer", "re.fullmatch", "re.match", "re.search", "re.split", "re.sub",
    "re.subn", "regex", "secc.expressions.expression",
)  # fmt: skip
READERS = {"syntax.grammar"} | {
    f"code.{name}" for name in ("beside", "cache", "house_style", "load", "settings", "standards")
}
UNNAMEABLE = {"node", "item", "data", "utils", "util", "helper", "helpers", "manager"}
PROVIDERS = packages_distributions()
SHARED = {"msgspec"}  # used by every layer; the other libraries belong to one each, see the import contracts


def world(source: Module) -> Iterator[str]:
    """Invariants 1 and 7: only the command line prints, or knows the time, the environment or where it runs."""
    if source.layer not in ("cli", "lsp", "__main__"):
        yield from _uses(source, WORLD)


def execution(source: Module) -> Iterator[str]:
    """Invariant 9: text is data; the compiler has no means to execute it."""
    yield from _uses(source, EXECUTION)


def single_file(source: Module) -> Iterator[str]:
    """Invariant 4: `syntax` and `code` are functions of one file's text; only their outermost modules open files."""
    if source.layer in ("syntax", "code") and source.name not in READERS:
        yield from _uses(source, FILES)


def regular_expressions(source: Module) -> Iterator[str]:
    """Invariant 8: regular expressions live in a layer's `patterns.py`, or by area in its `patterns_<area>.py`."""
    steps = source.name.split(".")
    if source.name != "expressions" and (steps[-1].partition("_")[0] != "patterns" or len(steps) != 2):
        yield from _uses(source, EXPRESSIONS)


def typing_escapes(source: Module) -> Iterator[str]:
    """No `Any`, no `cast`; `# type: ignore` only with a code and a reason."""
    yield from _uses(source, ("typing.Any", "typing.cast"))
    for number, line in enumerate(source.text.splitlines(), start=1):
        _, found, rest = line.partition("# type: ignore")
        code, _, reason = rest.partition("]")
        if found and not (code.startswith("[") and reason.strip().startswith("# ")):
            yield f"{source.name}:{number}: type: ignore without a code and a reason"


def docstrings(source: Module) -> Iterator[str]:
    """Every public module, class and function says what its signature cannot."""
    if source.text.strip() and not ast.get_docstring(source.tree):
        yield f"{source.name}: no docstring"
    for part in public(source):
        if not ast.get_docstring(part) and not _overrides(part):
            yield f"{source.name}:{part.lineno}: {part.name} has no docstring"


def names(source: Module) -> Iterator[str]:
    """The Code's own words, or words of the trade; never names that fit anything."""
    for part in public(source):
        if set(_words(part.name)) & UNNAMEABLE:
            yield f"{source.name}:{part.lineno}: {part.name} says nothing"
    if set(_words(source.name.replace(".", "_"))) & UNNAMEABLE:
        yield f"{source.name}: the module's name says nothing"


def libraries(source: Module) -> Iterator[str]:
    """Whatever is imported is the standard library, ours, shared, or has its one layer in the import contracts."""
    known = {*sys.stdlib_module_names, "secc", *SHARED, *_owned_libraries()}
    yield from (f"{source.name}: {package} has no layer" for package in sorted(set(imported(source)) - known))


BROKEN: dict[Rule, tuple[tuple[str, str], ...]] = {
    world: (
        ("check", "print(1)"),
        ("render.html", "from datetime import date as d\nd.today()"),
        ("site", "import os\nos.environ['CI']"),
        ("resolve", "from pathlib import Path\nPath.cwd()"),
        ("code", "def later():\n    from time import time"),
    ),
    execution: (
        ("check", "eval('1')"),
        ("cli", "import subprocess"),
        ("cli.cache", "from pickle import loads"),
        ("site", "import os as system\nsystem.popen('ls')"),
    ),
    single_file: (
        ("syntax.parser", "open('x')"),
        ("code", "from pathlib import Path\nPath('x').read_text()"),
    ),
    regular_expressions: (
        ("check.rules.placeholder", "import re\nre.compile('a')"),
        ("render.html", "from re import compile as pattern"),
        ("check.terms", "from secc.expressions import expression"),
        ("check.rules.patterns", "import re as expressions\nexpressions.sub('a', 'b', 'c')"),
    ),
    typing_escapes: (
        ("code", "from typing import Any"),
        ("code", "import typing as t\nt.cast(int, '1')"),
        ("code", "x = 1  # type: ignore"),
        ("code", "x = 1  # type: ignore[assignment]"),
    ),
    docstrings: (
        ("code", "x = 1"),
        ("code", '"""Says."""\ndef f(): ...'),
        ("code", '"""Says."""\nclass C:\n    """Says."""\n    def f(self): ...'),
    ),
    names: (
        ("code", "class NodeVisitor: ..."),
        ("code", "def get_data(): ..."),
        ("render.utils", ""),
    ),
    libraries: (("cli", "import requests"), ("site", "def f():\n    from yaml import load")),
}


@pytest.mark.parametrize("rule", BROKEN, ids=lambda rule: rule.__name__)
def test_the_compiler_keeps(rule: Rule) -> None:
    assert [fault for source in modules() for fault in rule(source)] == []


@pytest.mark.parametrize(
    ("rule", "name", "text"),
    [(rule, name, text) for rule, cases in BROKEN.items() for name, text in cases],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_a_breach_is_seen(rule: Rule, name: str, text: str) -> None:
    assert list(rule(module(name, text)))


def test_the_rules_read_the_whole_compiler() -> None:
    layers = {source.layer for source in modules()}
    assert {"cli", "check", "code", "diagnostics", "ids", "resolve", "render", "site", "source", "syntax"} <= layers


def test_compiler_is_a_source_root() -> None:
    assert not (PACKAGE.parent / "__init__.py").exists()
    assert [path.name for path in PACKAGE.parent.iterdir() if path.suffix == ".py"] == []


def test_the_site_hook_stays_thin(root: Path) -> None:
    hooks = root / "site" / "hooks.py"
    assert len(hooks.read_text(encoding="utf-8").splitlines()) <= 30


def test_documented_layers_are_the_enforced_ones(root: Path) -> None:
    table = (root / "docs" / "architecture.md").read_text(encoding="utf-8").partition("## Layers")[2]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    documented = [name for row in rows for name in row.replace("`", "").replace(" ", "").split(",")]
    enforced = [name.strip("() ") for layer in _contract("layers")["layers"] for name in layer.split("|")]
    assert documented == [name for name in enforced if name != "__main__"]


def test_each_runtime_library_is_used_and_has_its_reason(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    reasons = (root / "docs" / "decisions" / "0001-runtime-libraries.md").read_text(encoding="utf-8")
    wanted = {requirement.partition(">")[0] for requirement in project["dependencies"]}
    given = {line.split("|")[1].strip(" `") for line in reasons.splitlines() if line.startswith("| `")}
    used = {name for source in modules() for package in imported(source) for name in PROVIDERS.get(package, ())}
    assert given == wanted
    assert wanted <= {name.lower() for name in used}


def test_places_take_no_part_in_equality() -> None:
    """Invariant 3: two texts are equal when they say the same thing, wherever they stand."""
    before, after = _clause("Text.", offset=0), _clause("Text.", offset=500)
    assert before == after
    assert hash(before) == hash(after)
    assert before != _clause("Other text.", offset=0)


def _uses(source: Module, forbidden: tuple[str, ...]) -> Iterator[str]:
    for line, name in references(source):
        if any(name == each or name.startswith(f"{each}.") for each in forbidden):
            yield f"{source.name}:{line}: {name}"


def _overrides(part: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any(isinstance(mark, ast.Name) and mark.id in ("override", "overload") for mark in part.decorator_list)


def _words(name: str) -> list[str]:
    spaced = "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)
    return spaced.split("_")


def _contract(identity: str) -> dict[str, list[str]]:
    configured = tomllib.loads((PACKAGE.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    (found,) = (each for each in configured["tool"]["importlinter"]["contracts"] if each["id"] == identity)
    contract: dict[str, list[str]] = found
    return contract


def _owned_libraries() -> set[str]:
    return set(_contract("libraries")["forbidden_modules"])


def _clause(words: str, offset: int) -> Clause:
    span = Span(offset, offset + len(words))
    prose = Prose(words, (), Places((0, offset)))
    return Clause(span=span, label="H14.31", title="", vacant=False, prose=prose)
