"""`secc check --prose`: the checks held to letters, consultations and reports."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from secc.check.known import Known
from secc.check.prose import check_letter
from secc.check.prose.rule import ProseRule
from secc.check.prose.rules import PROSE_RULES
from secc.cli.options import found_folder, resolved_code, shown
from secc.diagnostics import CannotProceed, Diagnostic
from secc.reading.files import letter_from
from secc.source import Source


def checked_letters(
    paths: Sequence[Path], folder: Path | None, select: Sequence[str], ignore: Sequence[str]
) -> tuple[Sequence[Diagnostic], Mapping[str, Source]]:
    """The findings in letters, in order, with what was read; the Code is that of `folder`, or found from here.

    Raises `CannotProceed` where a file cannot be read, or a rule is none for letters.
    """
    if not paths:
        raise CannotProceed("--prose needs the files to check")
    rules = _chosen(select, ignore)
    letters = {shown(path): letter_from(shown(path), _contents(path)) for path in paths}
    known = Known(resolved_code(folder)) if folder is not None or found_folder() is not None else None
    findings = [found for letter in letters.values() for found in check_letter(letter, known, rules)]
    return findings, {path: letter.source for path, letter in letters.items()}


def _chosen(select: Sequence[str], ignore: Sequence[str]) -> tuple[ProseRule, ...]:
    names = {rule.name for rule in PROSE_RULES}
    for name in (*select, *ignore):
        if name not in names:
            raise CannotProceed(f"there is no rule `{name}` for letters; see `secc rules`")
    return tuple(rule for rule in PROSE_RULES if (not select or rule.name in select) and rule.name not in ignore)


def _contents(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CannotProceed(f"{path} cannot be read: {error.strerror}") from None
