"""What `secc check` is asked about the Code, and the findings that it is to show for it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from secc.check import check_loaded
from secc.check.asked_code import AskedCode
from secc.check.baseline import Compared
from secc.check.mending import Checked, Texts
from secc.cli.baseline import held_against, tell_known
from secc.cli.chosen import chosen_in_time, chosen_rules, left_out, wanted_findings
from secc.cli.in_time import NOTHING, FoundInTime, Moment, found_in_time, found_on, has_instruments
from secc.cli.options import cache_of, code_folder, loaded_code, shown
from secc.code.load import DocumentCache, LoadedCode
from secc.diagnostics import CannotProceed, Diagnostic
from secc.history import Folder
from secc.instruments.folder import instrument_paths
from secc.resolve.state import State
from secc.source import Source

_Part = Literal["all", "part"]
_Tell = Callable[[Path, Compared, _Part], None]


@dataclass(frozen=True, slots=True)
class Answer:
    """What is found: what is to be mended; and what held only in the past, for which nobody has to do anything now.

    `sources` are the texts in which findings have their places, the files of documents first.
    """

    findings: Sequence[Diagnostic]
    past: Sequence[Diagnostic]
    sources: Mapping[str, Source]


@dataclass(frozen=True, slots=True)
class InInstruments:
    """What is found in time, the files of instruments in which some of it stands, and all texts in which any does."""

    findings: Sequence[Diagnostic]
    files: Mapping[str, Source]
    sources: Mapping[str, Source]


@dataclass(frozen=True, slots=True)
class Asked:
    """The Code in `folder` (None: found from here), held to the rules chosen on a day; findings in `paths` only.

    `baseline` is the file of those that are known, and left out. With a `moment` it is the text of that day that is
    checked, and not the files.
    """

    folder: Path | None
    paths: tuple[Path, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    baseline: Path | None
    today: date
    moment: Moment | None = None

    @property
    def part(self) -> _Part:
        """Whether all of the Code is checked by all rules."""
        return "part" if self.paths or self.select or self.ignore else "all"

    def answer(self) -> Answer:
        """The findings by document, then those in time; says on standard error what the baseline knew."""
        place = code_folder(self.folder)
        cache = cache_of(place)
        code = loaded_code(place, cache)
        later = self._in_time(place, code, cache)
        on_disk = later.dated(self._findings(code, cache)) if self.moment is None else ()
        findings = [*on_disk, *later.beside(on_disk)]
        sources = {**sources_of(code), **later.sources}
        new = self._within(self._new(sources, findings, tell=tell_known), sources, later.files)
        past = [each for each in new if each.is_past(self.today)]
        return Answer([each for each in new if not each.is_past(self.today)], past, sources)

    def answer_to(self, texts: Texts) -> Checked:
        """The same with these texts in place of some files', and without a word."""
        code, findings = self._all(texts)
        return code, self._within(self._new(sources_of(code), findings), sources_of(code), {})

    def in_time(self) -> InInstruments:
        """What is found in time and not past, without a word."""
        place = code_folder(self.folder)
        cache = cache_of(place)
        code = loaded_code(place, cache)
        later = self._in_time(place, code, cache)
        sources = {**sources_of(code), **later.sources}
        found = later.beside(self._findings(code, cache))
        findings = self._within(self._new(sources, found), sources, later.files)
        files = {path: later.sources[path] for path in self._instruments().values() if path in later.sources}
        return InInstruments([each for each in findings if not each.is_past(self.today)], files, later.sources)

    def _new(
        self, sources: Mapping[str, Source], findings: Sequence[Diagnostic], tell: _Tell | None = None
    ) -> Sequence[Diagnostic]:
        if self.baseline is None:
            return findings
        told = held_against(self.baseline, findings, sources)
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
        wanted = list(wanted_findings(checked.findings, rules))
        findings = left_out(checked.code, self._instruments()).without(wanted, code.documents)
        order = {path: number for number, path in enumerate(sources_of(code))}
        return tuple(sorted(findings, key=lambda found: order[found.path]))

    def _instruments(self) -> dict[str, str]:
        """The files of instruments, from the folder of code.toml and as findings name them."""
        place = code_folder(self.folder)
        return {path: shown(place / path) for path in instrument_paths(Folder(place))}

    def _in_time(self, place: Path, code: LoadedCode, cache: DocumentCache) -> FoundInTime:
        """What is found besides the text of the files, but where code.toml leaves it out."""
        if not has_instruments(place):
            if self.moment is not None:
                raise CannotProceed(f"there are no instruments in {shown(place)}/instruments: nothing is known of time")
            return NOTHING
        rules = chosen_rules(code.settings, self.select, self.ignore)
        if self.moment is not None:
            found = found_on(place, code, cache, self.moment, rules)
        else:
            names = chosen_in_time(code.settings, self.select, self.ignore)
            found = found_in_time(place, code, cache, self.today, (rules, names))
        left = left_out(AskedCode(State(code, cache)), self._instruments())
        return found.without(left, code.documents)

    def _within(
        self, findings: Sequence[Diagnostic], sources: Mapping[str, Source], files: Mapping[str, str]
    ) -> Sequence[Diagnostic]:
        """The findings in the files or folders named, and those in texts of other days of what is in them.

        All where none is named.
        """
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
        return [found for found in findings if files.get(found.path, found.path) in wanted]


def sources_of(code: LoadedCode) -> dict[str, Source]:
    """The sources of the documents, then of those that are no part of the Code."""
    beside = code.beside.unlisted if code.beside is not None else ()
    return code.sources | {each.path: each for each in beside}
