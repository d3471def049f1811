"""What BEFORE and AFTER mean on the command line: a day, a version, a revision, a folder, a file, or the disk."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from secc.cli.addresses import provision
from secc.cli.moments import Opening
from secc.cli.options import cache_of, shown
from secc.cli.patterns_sides import DAY, NUMBER, OF_DOCUMENT, VERSION
from secc.code.digest import code_digest
from secc.code.load import LoadedCode, LoadedDocument, NoCache, load, load_document
from secc.code.settings import FILE, Settings, SiteSettings
from secc.code.standards import Register
from secc.diagnostics import CannotProceed
from secc.history import Folder
from secc.ids import Address, DocumentId
from secc.instruments.model import Scope
from secc.resolve.model import ResolvedCode
from secc.resolve.state import State
from secc.timeline.dates import printed_day
from secc.timeline.log import LogEntry, entries_by, listing
from secc.timeline.replay import Wordings
from secc.timeline.states import code_of
from secc.timeline.versions import version_in

DISK = "disk"
HELP = "a day (2016-11-10), a version (27.0, AL@6.0), a git revision, a folder, a .sec file, or disk"
_NEAR = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """How a day is asked about: as known on another, and with the variations that hold then for some."""

    known: date | None = None
    effective: Scope | None = None


@dataclass(frozen=True)
class Side:
    """A state of the Code, or some documents of one.

    `said` completes "the text". `only` is the document that was asked for, where it was one alone. `wordings` are the
    same text with its origins and identities, where it is a state in time. `versions` are the documents' own, where
    they are known. `day` is the legal day, `known` that by which instruments had been recorded.
    """

    loaded: LoadedCode
    said: str
    day: date | None = None
    known: date | None = None
    only: DocumentId | None = None
    wordings: Wordings | None = None
    versions: dict[DocumentId, str] = field(default_factory=dict)

    @property
    def documents(self) -> tuple[LoadedDocument, ...]:
        """Its documents; only the one asked for, where one was."""
        return tuple(each for each in self.loaded.documents if self.only in (None, each.id))

    @cached_property
    def digest(self) -> str:
        """The digest of its documents together; that of the one, where there is one."""
        if len(self.documents) == 1:
            return self.digest_of(self.documents[0])
        ordered = sorted(self.documents, key=lambda each: each.id)
        return code_digest((Address(each.id), self.digest_of(each)) for each in ordered)

    def digest_of(self, document: LoadedDocument) -> str:
        """The digest of a document, as kept where it was kept."""
        version = self.wordings.documents.get(document.id) if self.wordings is not None else None
        return version.digest if version is not None else document.digest

    @cached_property
    def named(self) -> ResolvedCode:
        """The state with its provisions and terms, in which an address can be looked up; nothing in it is bound."""
        state = State(self.loaded, NoCache())
        return ResolvedCode(self.loaded, (), state.index.provisions, state.terms)


def side(opening: Opening, said: str, asked: Asked | None = None) -> Side:
    """The text that is meant. Raises `CannotProceed`, naming what there is, where there is no such text."""
    if is_day(said):
        return _of_day(opening, said, asked or Asked())
    for form in (_on_disk, _of_version, _of_document, _of_path):
        found = form(opening, said)
        if found is not None:
            return found
    return _of_revision(opening, said)


def is_day(said: str) -> bool:
    """Whether a day is meant: what is known, and varied, can be asked of days alone."""
    return DAY.fullmatch(said) is not None


def _on_disk(opening: Opening, said: str) -> Side | None:
    if said != DISK:
        return None
    return Side(opening.on_disk, f"on disk ({shown(opening.place)})")


def _of_day(opening: Opening, said: str, asked: Asked) -> Side:
    try:
        day = date.fromisoformat(said)
    except ValueError:
        raise CannotProceed(f"{said} is no day of the calendar") from None
    wordings = opening.wordings(day, asked.known)
    if not wordings.documents:
        first = printed_day(opening.timeline.wording_days()[0])
        raise CannotProceed(f"there was no Code yet on {printed_day(day)}; its first day is {first}")
    what = f"as at {printed_day(day)}"
    if asked.effective is not None:
        wordings = opening.effective(day, asked.known, asked.effective)
        what += ", with the variations that held then"
    return _in_time(opening, wordings, what, day, asked.known)


def _in_time(opening: Opening, wordings: Wordings, said: str, day: date, known: date | None) -> Side:
    return Side(
        code_of(wordings, opening.on_disk),
        said,
        day,
        known,
        wordings=wordings,
        versions=_versions(opening, wordings, day, known),
    )


def _versions(opening: Opening, wordings: Wordings, day: date, known: date | None) -> dict[DocumentId, str]:
    """The version of each document on a day that has one."""
    recorded = listing(entries_by(opening.log, day, known))
    found = {each: version_in(version, recorded, opening.timeline) for each, version in wordings.documents.items()}
    return {each: version for each, version in found.items() if version}


def _of_version(opening: Opening, said: str) -> Side | None:
    """A consolidated version of the Code: the text on its day, as known when it was recorded."""
    found = VERSION.fullmatch(said)
    if found is None:
        return None
    place = next((place for place, each in enumerate(opening.log, 1) if each.number == found["number"]), None)
    if place is None:
        known = [each.number for each in opening.log]
        near = _nearest(found["number"], known) if known else ": none is recorded yet"
        raise CannotProceed(f"there is no version {found['number']} in the document log{near}")
    entry = opening.log[place - 1]
    wordings = opening.wordings(entry.in_effect, entry.recorded)
    what = f"of version {entry.number}, in effect {printed_day(entry.in_effect)}"
    made = _in_time(opening, wordings, what, entry.in_effect, entry.recorded)
    numbered = {each: listed.version for each, listed in listing(opening.log[:place]).items()}
    return replace(made, versions={**made.versions, **numbered})


def _of_document(opening: Opening, said: str) -> Side | None:
    """A version of one document: the text of the first consolidated version, or else the first day, that had it."""
    found = OF_DOCUMENT.fullmatch(said)
    if found is None:
        return None
    document = _document(opening, found["document"])
    wanted = found["version"]
    days = dict(_days_of_versions(opening, document))
    if wanted not in days:
        raise CannotProceed(f"{document.printed} never had a version {wanted}{_nearest(wanted, list(days))}")
    day, known_on = days[wanted]
    what = f"of {document.printed} version {wanted}, in effect {printed_day(day)}"
    made = _in_time(opening, opening.wordings(day, known_on), what, day, known_on)
    return replace(made, only=document, versions={**made.versions, document: wanted})


def _days_of_versions(opening: Opening, document: DocumentId) -> Iterator[tuple[str, tuple[date, date | None]]]:
    """Each version that a document had, with its day and the day by which it was known; the log goes before."""
    for day in reversed(opening.timeline.wording_days()):
        version = opening.wordings(day, None).documents.get(document)
        if version is not None and version.label:
            yield version.label, (day, None)
    entries: list[LogEntry] = [each for each in reversed(opening.log) if str(document) in each.documents]
    for entry in entries:
        yield entry.documents[str(document)].version, (entry.in_effect, entry.recorded)


def _document(opening: Opening, said: str) -> DocumentId:
    return provision(Side(opening.on_disk, DISK).named, said).document


def _of_path(_opening: Opening, said: str) -> Side | None:
    place = Path(said)
    if not place.exists():
        return None
    if place.is_dir():
        if not (place / FILE).is_file():
            raise CannotProceed(f"there is no {FILE} in {said}, so it is no folder of a code")
        return Side(load(Folder(place), cache_of(place)), f"in {shown(place)}")
    loaded = _of_file(place)
    return Side(loaded, f"in {shown(place)}", only=loaded.documents[0].id)


def _of_file(place: Path) -> LoadedCode:
    """A Code of one document."""
    try:
        contents = place.read_bytes()
    except OSError as error:
        raise CannotProceed(f"{shown(place)} cannot be read: {error.strerror}") from None
    document = load_document(shown(place), contents, NoCache())
    settings = Settings(title="", short="", notice="", documents=(place.name,), site=SiteSettings())
    return LoadedCode(settings, (document,), Register(()))


def _of_revision(opening: Opening, said: str) -> Side:
    from secc.history.revisions import Repository

    try:
        revision = Repository(opening.place).revision(said)
    except CannotProceed as error:
        raise CannotProceed(
            f"{said} is no day, version, folder or file, and {error}\n    = help: give {HELP}"
        ) from None
    return Side(load(revision, cache_of(opening.place)), f"of revision {said}")


def _nearest(said: str, known: list[str]) -> str:
    """The versions nearest in number, as the end of a sentence; nothing where there is none."""
    wanted = _numbers(said)
    ordered = sorted(known, key=_numbers)
    place = sum(_numbers(each) <= wanted for each in ordered)
    start = max(0, min(place - _NEAR + 1, len(ordered) - _NEAR))
    near = ordered[start : start + _NEAR]
    return f"; the nearest {'is' if len(near) == 1 else 'are'} {', '.join(near)}" if near else ""


def _numbers(said: str) -> tuple[int, ...]:
    return tuple(int(each) for each in NUMBER.findall(said))
