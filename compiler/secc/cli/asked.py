"""What `secc check` is asked about the Code, and the findings that it is to show for it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from secc.check import check_loaded
from secc.check.baseline import Compared
from secc.check.mending import Checked, Texts
from secc.cli.baseline import held_against, tell_known
from secc.cli.chosen import chosen_rules, without_settings
from secc.cli.options import cache_of, code_folder, loaded_code, shown
from secc.code.load import DocumentCache, LoadedCode
from secc.diagnostics import CannotProceed, Diagnostic
from secc.source import Source

_Part = Literal["all", "part"]
_Tell = Callable[[Path, Compared, _Part], None]


@dataclass(frozen=True, slots=True)
class Asked:
    """The Code in `folder` (None: found from here), held to the rules chosen on a day; findings in `paths` only.

    `baseline` is the file of those that are known, and left out.
    """

    folder: Path | None
    paths: tuple[Path, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    baseline: Path | None
    today: date

    @property
    def part(self) -> _Part:
        """Whether all of the Code is checked by all rules."""
        return "part" if self.paths or self.select or self.ignore else "all"

    def answer(self) -> Checked:
        """The Code, and its findings in the order of its documents; says on standard error what the baseline knew."""
        code, findings = self._all({})
        return code, self._within(self._new(code, findings, tell=tell_known), code.sources)

    def answer_to(self, texts: Texts) -> Checked:
        """The same with these texts in place of some files', and without a word."""
        code, findings = self._all(texts)
        return code, self._within(self._new(code, findings), code.sources)

    def _new(self, code: LoadedCode, findings: Sequence[Diagnostic], tell: _Tell | None = None) -> Sequence[Diagnostic]:
        if self.baseline is None:
            return findings
        told = held_against(self.baseline, findings, code.sources)
        if tell is not None:
            tell(self.baseline, told, self.part)
        return told.new

    def _all(self, texts: Texts) -> Checked:
        place = code_folder(self.folder)
        cache = cache_of(place)
        code = loaded_code(place, cache, texts)
        return code, self._findings(code, cache)

    def _findings(self, code: LoadedCode, cache: DocumentCache) -> tuple[Diagnostic, ...]:
        """Those of the rules chosen, but where code.toml leaves them out."""
        rules = chosen_rules(code.settings, self.select, self.ignore)
        checked = check_loaded(code, rules, cache, self.today)
        findings = without_settings(checked.findings, checked.code, rules)
        order = {path: number for number, path in enumerate(code.sources)}
        return tuple(sorted(findings, key=lambda found: order[found.path]))

    def _within(self, findings: Sequence[Diagnostic], sources: Mapping[str, Source]) -> Sequence[Diagnostic]:
        """The findings in the files or folders named; all where none is."""
        if not self.paths:
            return findings
        wanted: set[str] = set()
        for path in self.paths:
            if not path.exists():
                raise CannotProceed(f"there is no file or folder {path}")
            place = shown(path)
            below = {each for each in sources if place in (".", each) or each.startswith(f"{place}/")}
            if not below:
                raise CannotProceed(f"{path} is no document of this code: code.toml does not list it")
            wanted |= below
        return [found for found in findings if found.path in wanted]
