"""Reads the compiler's own source: its modules, and what each of them refers to by its full dotted name."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "compiler" / "secc"


@dataclass(frozen=True, slots=True)
class Module:
    """A module of the compiler: its name below `secc` (`syntax.grammar`), its text and its tree."""

    name: str
    text: str
    tree: ast.Module

    @property
    def layer(self) -> str:
        """The folder or file directly below `secc` in which it stands."""
        return self.name.partition(".")[0]


def module(name: str, text: str) -> Module:
    """A module from its text."""
    return Module(name, text, ast.parse(text))


def modules() -> tuple[Module, ...]:
    """Every module of the compiler."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        steps = path.relative_to(PACKAGE).with_suffix("").parts
        name = ".".join(step for step in steps if step != "__init__")
        found.append(module(name, path.read_text(encoding="utf-8")))
    return tuple(found)


def references(source: Module) -> Iterator[tuple[int, str]]:
    """What a module imports or names, as `os.environ`, `print`, `re.compile`, each with its line.

    Names bound by an import are followed to where they come from; other names stand for themselves, so a builtin is
    found unless the module hides it.
    """
    origins = dict(_origins(source.tree))
    for part in ast.walk(source.tree):
        if isinstance(part, ast.Import):
            yield from ((part.lineno, alias.name) for alias in part.names)
        elif isinstance(part, ast.ImportFrom):
            yield from ((part.lineno, f"{part.module}.{alias.name}") for alias in part.names)
        elif isinstance(part, ast.Name | ast.Attribute) and (dotted := _dotted(part)):
            first, _, rest = dotted.partition(".")
            origin = origins.get(first, first)
            yield part.lineno, f"{origin}.{rest}" if rest else origin


def imported(source: Module) -> Iterator[str]:
    """The top-level packages that a module imports, at its head or where it uses them."""
    for part in ast.walk(source.tree):
        if isinstance(part, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in part.names)
        elif isinstance(part, ast.ImportFrom) and part.module:
            yield part.module.partition(".")[0]


def public(source: Module) -> Iterator[ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]:
    """The classes and functions that others may use: no leading underscore on them or on what they stand in."""
    yield from _public(source.tree)


def _public(parent: ast.Module | ast.ClassDef) -> Iterator[ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]:
    for part in parent.body:
        if isinstance(part, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not part.name.startswith("_"):
            yield part
            if isinstance(part, ast.ClassDef):
                yield from _public(part)


def _origins(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for part in ast.walk(tree):
        if isinstance(part, ast.Import):
            for alias in part.names:
                first = alias.name.partition(".")[0]
                yield (alias.asname, alias.name) if alias.asname else (first, first)
        elif isinstance(part, ast.ImportFrom):
            for alias in part.names:
                yield alias.asname or alias.name, f"{part.module}.{alias.name}"


def _dotted(part: ast.expr) -> str:
    if isinstance(part, ast.Name):
        return part.id
    if isinstance(part, ast.Attribute) and (owner := _dotted(part.value)):
        return f"{owner}.{part.attr}"
    return ""
