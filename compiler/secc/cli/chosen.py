"""Which rules `secc check` runs, and where their findings count: the options and code.toml together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from secc.check.ignoring import LeftOut, in_files
from secc.check.rule import Rule
from secc.check.rules import RULES, named, syntax
from secc.cli.addresses import provision
from secc.code.settings import FILE, Settings
from secc.diagnostics import CannotProceed, Diagnostic
from secc.ids import Address
from secc.resolve.model import ResolvedCode


def chosen_rules(settings: Settings, select: Sequence[str], ignore: Sequence[str]) -> tuple[Rule, ...]:
    """The rules to run, in the order of the catalogue.

    Raises `CannotProceed` for a name that no rule has, and where what the language does not allow is to be left out.
    """
    _known(select, "")
    _not_of_letters(select)
    _may_be_ignored(ignore, "")
    _may_be_ignored(settings.ignored_rules, f"`ignore` in [check] of {FILE}: ")
    left_out = {*ignore, *settings.ignored_rules}
    return tuple(rule for rule in RULES if (not select or rule.name in select) and rule.name not in left_out)


def chosen_in_time(settings: Settings, select: Sequence[str], ignore: Sequence[str]) -> tuple[str, ...]:
    """The names of the rules in time to run; `chosen_rules` has refused those that no rule has."""
    from secc.check.in_time.rules import TIME_RULES  # a code without instruments is checked without them

    left_out = {*ignore, *settings.ignored_rules}
    return tuple(rule.name for rule in TIME_RULES if (not select or rule.name in select) and rule.name not in left_out)


def wanted_findings(findings: Iterable[Diagnostic], rules: Iterable[Rule]) -> Iterator[Diagnostic]:
    """The findings of these rules, and what the language does not allow."""
    run = {syntax.RULE.name, *(rule.name for rule in rules)}
    return (found for found in findings if found.rule in run)


def left_out(code: ResolvedCode, others: Mapping[str, str]) -> LeftOut:
    """What code.toml leaves out in files and provisions.

    `others` are the files besides those of the documents, from the folder of code.toml and as findings name them.
    Raises `CannotProceed` for a rule, file or provision that there is not.
    """
    settings = code.loaded.settings
    if not settings.ignored_in_files and not settings.ignored_in_provisions:
        return LeftOut({}, {})
    paths = (each.source.path for each in code.loaded.documents)
    listed = {**others, **dict(zip(settings.documents, paths, strict=True))}
    return LeftOut(_by_file(settings, listed), _by_provision(code))


def _by_file(settings: Settings, listed: Mapping[str, str]) -> dict[str, Set[str]]:
    by_file: dict[str, Set[str]] = {}
    for pattern, rules in settings.ignored_in_files:
        where = f'"{pattern}" in [check.files] of {FILE}: '
        _may_be_ignored(rules, where)
        paths = in_files(listed, pattern)
        if not paths:
            raise CannotProceed(f"{where}no document has such a path")
        for path in paths:
            by_file[path] = by_file.get(path, frozenset()) | set(rules)
    return by_file


def _by_provision(code: ResolvedCode) -> dict[Address, Set[str]]:
    by_provision: dict[Address, Set[str]] = {}
    for said, rules in code.loaded.settings.ignored_in_provisions:
        where = f"[check.provisions] of {FILE}: "
        _may_be_ignored(rules, f'"{said}" in {where}')
        try:
            address = provision(code, said)
        except CannotProceed as error:
            raise CannotProceed(f"{where}{error}") from None
        by_provision[address] = by_provision.get(address, frozenset()) | set(rules)
    return by_provision


def _known(names: Iterable[str], where: str) -> None:
    for name in names:
        if named(name) is None and not _is_known_elsewhere(name):
            raise CannotProceed(f"{where}there is no rule `{name}`; see `secc rules`")


def _not_of_letters(names: Iterable[str]) -> None:
    for name in names:
        if named(name) is None and name not in _in_time():
            raise CannotProceed(f"`{name}` is a rule for letters: give --prose with it")


def _in_time() -> Set[str]:
    from secc.check.in_time.rules import TIME_RULES

    return {rule.name for rule in TIME_RULES}


def _is_known_elsewhere(name: str) -> bool:
    from secc.check.catalogue import rule_named  # asked only of what is no rule of the text

    return rule_named(name) is not None


def _may_be_ignored(names: Sequence[str], where: str) -> None:
    _known(names, where)
    if syntax.RULE.name in names:
        raise CannotProceed(
            f"{where}`{syntax.RULE.name}` cannot be left out: nothing can be said of text that is not read"
        )
