"""`secc check --prose`: the checks held to letters, consultations and reports."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from secc.check.known import Known
from secc.check.prose import check_letter
from secc.check.prose.dated import dated
from secc.check.prose.rule import ProseRule
from secc.check.prose.rules import PROSE_RULES
from secc.cli.about import changed_by
from secc.cli.chosen import chosen_rules
from secc.cli.in_time import has_instruments
from secc.cli.moments import Opening
from secc.cli.options import found_folder, shown
from secc.cli.sides import side
from secc.diagnostics import CannotProceed, Diagnostic
from secc.reading.files import letter_from
from secc.reading.letter import Letter
from secc.resolve import resolve
from secc.resolve.model import ResolvedCode
from secc.source import Source
from secc.timeline.dates import printed_day
from secc.timeline.scopes import EVERYBODY
from secc.timeline.states import code_of


@dataclass(frozen=True, slots=True)
class Beside:
    """What letters are read beside: the Code of a day (None: of each letter's own), and the change they are about.

    That is two texts, or an instrument or its pack.
    """

    as_at: date | None = None
    known: date | None = None
    change: tuple[str, str] | str | None = None


def checked_letters(
    paths: Sequence[Path], folder: Path | None, select: Sequence[str], ignore: Sequence[str], beside: Beside
) -> tuple[Sequence[Diagnostic], Mapping[str, Source]]:
    """The findings in letters, in order, with what was read; the Code is that of `folder`, or found from here.

    A letter is held to the Code as at its own date, where it has one and the Code has a history; standard error says
    so. What code.toml ignores everywhere is ignored in letters too. Raises `CannotProceed` where a file cannot be read,
    or a rule is none for letters.
    """
    if not paths:
        raise CannotProceed("--prose needs the files to check")
    codes = _Codes(folder) if folder is not None or found_folder() is not None else None
    rules = _chosen(select, ignore, codes.ignored if codes is not None else ())
    letters = {shown(path): letter_from(shown(path), _contents(path)) for path in paths}
    changed = codes.changed(beside) if codes is not None else None
    findings: list[Diagnostic] = []
    for path, letter in letters.items():
        known = codes.of(path, letter, beside) if codes is not None else None
        findings += check_letter(letter, known, rules, changed)
    return findings, {path: letter.source for path, letter in letters.items()}


class _Codes:
    """The Code on the days of letters, each made once."""

    def __init__(self, folder: Path | None) -> None:
        self._opening = Opening(folder)
        self._made: dict[tuple[date | None, date | None], Known] = {}

    def of(self, path: str, letter: Letter, beside: Beside) -> Known:
        """The Code beside which a letter is read."""
        day = beside.as_at or (dated(letter) if has_instruments(self._opening.place) else None)
        if day is not None and beside.as_at is None and day < self._opening.timeline.wording_days()[0]:
            day = None
        if day is not None and beside.as_at is None:
            click.echo(f"{path}: held to the Code as at {printed_day(day)}, its date (or say --as-at)", err=True)
        key = (day, beside.known)
        if key not in self._made:
            self._made[key] = Known(self._code(day, beside.known))
        return self._made[key]

    def changed(self, beside: Beside) -> frozenset[str] | None:
        """The documents that the change changes which letters are about, as they are printed; None where none is."""
        if beside.change is None:
            return None
        if isinstance(beside.change, str):
            return changed_by(self._opening, beside.change, beside.known)
        before, after = (side(self._opening, said) for said in beside.change)
        old = {each.id: before.digest_of(each) for each in before.documents}
        new = {each.id: after.digest_of(each) for each in after.documents}
        return frozenset(each.printed for each in {*old, *new} if old.get(each) != new.get(each))

    @property
    def ignored(self) -> Sequence[str]:
        """The rules that code.toml ignores everywhere. Raises `CannotProceed` for a name that no rule has."""
        settings = self._opening.on_disk.settings
        chosen_rules(settings, (), ())
        return settings.ignored_rules

    def _code(self, day: date | None, known: date | None) -> ResolvedCode:
        if day is None:
            return resolve(self._opening.on_disk)
        return resolve(code_of(self._opening.effective(day, known, EVERYBODY), self._opening.on_disk))


def _chosen(select: Sequence[str], ignore: Sequence[str], ignored: Sequence[str]) -> tuple[ProseRule, ...]:
    names = {rule.name for rule in PROSE_RULES}
    for name in (*select, *ignore):
        if name not in names:
            raise CannotProceed(f"there is no rule `{name}` for letters; see `secc rules`")
    left_out = {*ignore, *ignored}
    return tuple(rule for rule in PROSE_RULES if (not select or rule.name in select) and rule.name not in left_out)


def _contents(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CannotProceed(f"{path} cannot be read: {error.strerror}") from None
