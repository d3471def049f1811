"""What `secc check` finds in time: in the instruments, and in the texts of other days than the last."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from msgspec import structs

from secc.check.ignoring import LeftOut
from secc.check.rule import Rule
from secc.cli.options import shown
from secc.code.load import DocumentCache, LoadedCode, LoadedDocument, NoCache, load_document
from secc.diagnostics import Days, Diagnostic, Key
from secc.history import Folder
from secc.instruments.folder import instrument_paths
from secc.source import Source


@dataclass(frozen=True, slots=True)
class Moment:
    """The state that is checked instead of the files: of a day, as known on a day (None: everything recorded)."""

    as_at: date
    known: date | None


@dataclass(frozen=True, slots=True)
class FoundInTime:
    """The findings, the sources of their places, and for a text of another day the file that is its document's now.

    `last` are those of the last state, where the files say something else than that; `coming` are the days of those
    that hold only from a later day on, and `as_varied` says of some that the text as varied defines what they miss.
    """

    findings: tuple[Diagnostic, ...]
    last: tuple[Diagnostic, ...]
    sources: Mapping[str, Source]
    files: Mapping[str, str]
    coming: Mapping[Key, Days]
    as_varied: Mapping[Key, str]

    def dated(self, on_disk: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
        """Findings of the files, with their days where they hold only from a later day on, and what variations do."""
        if not self.coming and not self.as_varied:
            return on_disk
        return tuple(
            structs.replace(each, days=self.coming.get(each.key, ()), helps=self._helps(each)) for each in on_disk
        )

    def _helps(self, each: Diagnostic) -> tuple[str, ...]:
        return (*each.helps, self.as_varied[each.key]) if each.key in self.as_varied else each.helps

    def beside(self, on_disk: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
        """The findings, but those of the last state that are told where the files are checked."""
        told = {each.key for each in on_disk}
        return (*self.findings, *(each for each in self.last if each.key not in told))

    def without(self, left_out: LeftOut, documents: Sequence[LoadedDocument]) -> "FoundInTime":
        """But what code.toml leaves out: a text of another day counts as the file that is its document's now."""
        if not left_out.files and not left_out.provisions:
            return self
        by_path = {path: left_out.files[file] for path, file in self.files.items() if file in left_out.files}
        here = {each.path for each in (*self.findings, *self.last) if each.path.startswith("as-at/")}
        texts = [load_document(path, self.sources[path].text.encode(), NoCache()) for path in sorted(here)]
        everywhere = LeftOut({**left_out.files, **by_path}, left_out.provisions)
        every = [*documents, *texts]
        return replace(
            self, findings=everywhere.without(self.findings, every), last=everywhere.without(self.last, every)
        )


NOTHING = FoundInTime((), (), {}, {}, {}, {})


def has_instruments(place: Path) -> bool:
    """Whether anything is known of time."""
    return bool(instrument_paths(Folder(place)))


def found_in_time(
    place: Path, code: LoadedCode, cache: DocumentCache, today: date, names: tuple[Sequence[Rule], Sequence[str]]
) -> FoundInTime:
    """By the rules of the text, and by those in time of these names, what holds on any day; past findings too."""
    from secc.check.in_time import checked_in_time  # a code without instruments is checked without them
    from secc.check.in_time.rules import TIME_RULES
    from secc.timeline.opening import open_timeline

    opened = open_timeline(Folder(place), cache, _prefix(place))
    rules = [rule for rule in TIME_RULES if rule.name in names[1]]
    made = checked_in_time(opened, code, cache, today, (names[0], rules))
    last = () if made.is_held_by(code) else made.last
    found = _placed(made.findings, last, made.sources(opened), code)
    return replace(found, coming=made.coming(today), as_varied=made.as_varied)


def found_on(place: Path, code: LoadedCode, cache: DocumentCache, moment: Moment, rules: Sequence[Rule]) -> FoundInTime:
    """What is wrong with the text of a day, with the variations that hold then for everybody."""
    from secc.check.in_time import KnownTime, findings_of
    from secc.check.in_time.known import Period
    from secc.timeline.opening import open_timeline
    from secc.timeline.timeline import asking

    opened = open_timeline(Folder(place), cache, _prefix(place))
    wordings = opened.timeline.effective(moment.as_at, asking(moment.known))
    known = KnownTime(opened, code, cache, moment.as_at)
    findings = findings_of(known, Period(moment.as_at, moment.as_at, wordings), rules)
    sources = {path: Source(path, text) for path, text in known.texts.items()}
    return _placed(tuple(structs.replace(each, days=()) for each in findings), (), sources, code)


def _prefix(place: Path) -> str:
    return "" if (name := shown(place)) == "." else f"{name}/"


def _placed(
    findings: Sequence[Diagnostic], last: Sequence[Diagnostic], sources: Mapping[str, Source], code: LoadedCode
) -> FoundInTime:
    """With the file in the place of each text that reads as it does, so that an editor finds it."""
    on_file = {f"{each.id}.sec": each.source for each in code.documents}
    alike: dict[str, str] = {}
    files: dict[str, str] = {}
    for path, source in sources.items():
        file = on_file.get(path.rpartition("/")[2]) if path.startswith("as-at/") else None
        if file is not None:
            files[path] = file.path
            if file.text == source.text:
                alike[path] = file.path
    moved, moved_last = (tuple(each.moved(alike) for each in told) for told in (findings, last))
    left = {path: source for path, source in sources.items() if path not in alike}
    return FoundInTime(moved, moved_last, left, files, {}, {})
