"""The document log: the consolidated versions of the Code, append-only, each with the digests of what it holds.

Both numberings stand in it: that of the whole (27.0) and that of each document (AL 7.0). An entry lists the documents
whose text or version changed, and the digest of the whole Code, so that nothing can change unseen. `chain` is the
digest of the entry and of the chain before it: an entry that was altered later no longer fits.
"""

import hashlib
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise

import msgspec
from msgspec import Struct

from secc.code.digest import PREFIX, code_digest
from secc.diagnostics import CannotProceed
from secc.history import SourceTree
from secc.ids import Address, DocumentId, DocumentKind

FILE = "document-log.toml"
ANEW = "begun-anew"
"""What the file says of a log that it replaces (`secc.timeline.log_anew`)."""


class Listed(Struct, frozen=True, array_like=True):
    """A document in the log: its version, as its administrator numbers it, and the digest of its text."""

    version: str
    digest: str


class LogEntry(Struct, frozen=True, kw_only=True):
    """A consolidated version of the Code.

    `recorded` is the day by which everything in it was known: the text is that in effect on `in_effect`, as known then.
    `documents` are those whose text or version changed, `revoked` those that went.
    """

    number: str
    in_effect: date
    published: date
    recorded: date
    instruments: tuple[str, ...]
    documents: dict[str, Listed]
    revoked: tuple[str, ...]
    code: str
    chain: str

    @property
    def expected_chain_of(self) -> bytes:
        """What the chain is the digest of, besides the chain before."""
        said = [
            self.number,
            self.in_effect.isoformat(),
            self.published.isoformat(),
            self.recorded.isoformat(),
            list(self.instruments),
            sorted((document, listed.version, listed.digest) for document, listed in self.documents.items()),
            list(self.revoked),
            self.code,
        ]
        return msgspec.json.encode(said)


Log = tuple[LogEntry, ...]
Listing = Mapping[DocumentId, Listed]


def read_log(tree: SourceTree) -> Log:
    """The entries, oldest first; none where there is no file. Raises `CannotProceed` where it cannot be read."""
    entries = log_table(tree).get("version", [])
    if not isinstance(entries, list):
        raise CannotProceed(f"{FILE} is to hold [[version]] entries")
    return tuple(_entry(each, place) for place, each in enumerate(entries, 1))


def log_table(tree: SourceTree) -> dict[str, object]:
    """The file as TOML, empty where there is none. Raises `CannotProceed` where it cannot be read."""
    if not tree.has(FILE):
        return {}
    try:
        table = tomllib.loads(tree.read(FILE).decode("utf-8"))
    except UnicodeDecodeError:
        raise CannotProceed(f"{FILE} is not in UTF-8: {_PUT_BACK}") from None
    except tomllib.TOMLDecodeError as error:
        raise CannotProceed(f"{FILE} cannot be read, {_where(error)}: {_PUT_BACK}") from None
    if set(table) - {"version", ANEW}:
        raise CannotProceed(f"{FILE} is to hold [[version]] entries and nothing else, but for [[{ANEW}]]")
    return table


def entries_by(log: Sequence[LogEntry], day: date | None, known: date | None) -> list[LogEntry]:
    """The entries in effect on a day that were recorded by another; None is for any day."""
    return [
        each for each in log if (day is None or each.in_effect <= day) and (known is None or each.recorded <= known)
    ]


def listing(log: Sequence[LogEntry]) -> dict[DocumentId, Listed]:
    """The documents as the last of these entries leaves them."""
    listed: dict[DocumentId, Listed] = {}
    for entry in log:
        for name in entry.revoked:
            listed.pop(document_of(name), None)
        listed |= {document_of(name): each for name, each in entry.documents.items()}
    return {document: listed[document] for document in sorted(listed)}


def whole_digest(listed: Listing) -> str:
    """The digest of the Code that these documents make up."""
    return code_digest((Address(document), listed[document].digest) for document in sorted(listed))


def chained(entry: LogEntry, before: str) -> str:
    """The chain of an entry that follows the chain `before`, empty for the first."""
    return PREFIX + hashlib.sha256(before.encode() + b"\n" + entry.expected_chain_of).hexdigest()


def shortened(log: Log, before: Log) -> tuple[LogEntry, str] | None:
    """The first entry of an earlier state of the log that is no longer in it, and what became of it, in words."""
    for place, entry in enumerate(before):
        if place >= len(log):
            more = f", nor are the {len(before) - place - 1} after it" if place + 1 < len(before) else ""
            return entry, f"version {entry.number} was recorded and is no longer in the document log{more}"
        if log[place].chain != entry.chain:
            return entry, f"version {entry.number} was recorded, and {_instead(log[place], entry)} in its place"
    return None


def _instead(now: LogEntry, then: LogEntry) -> str:
    return "another entry of its number stands" if now.number == then.number else f"version {now.number} stands"


def altered(log: Log) -> Iterator[tuple[LogEntry, str]]:
    """The entries that no longer hold together, each with why, in words."""
    before = ""
    for place, entry in enumerate(log):
        if chained(entry, before) != entry.chain:
            yield entry, "it was altered after it was recorded, or an entry before it was removed"
        elif whole_digest(listing(log[: place + 1])) != entry.code:
            yield entry, "its documents do not make up the Code whose digest it records"
        before = entry.chain
    for first, second in pairwise(log):
        if second.recorded < first.recorded:
            yield second, f"it was recorded before version {first.number}, which stands above it"


def appended(
    log: Log,
    number: str,
    days: tuple[date, date, date],
    instruments: Iterable[str],
    documents: Mapping[DocumentId, Listed],
) -> LogEntry:
    """The entry to follow the log, of a state whose documents are these; `days`: in effect, published, recorded."""
    last = listing(log)
    changed = {str(document): each for document, each in documents.items() if last.get(document) != each}
    entry = LogEntry(
        number=number,
        in_effect=days[0],
        published=days[1],
        recorded=days[2],
        instruments=tuple(instruments),
        documents=changed,
        revoked=tuple(str(document) for document in last if document not in documents),
        code=whole_digest(documents),
        chain="",
    )
    return msgspec.structs.replace(entry, chain=chained(entry, log[-1].chain if log else ""))


def printed(entry: LogEntry) -> str:
    """The entry as it stands in the file."""
    lines = [
        "[[version]]",
        f"number = {_quoted(entry.number)}",
        f"in-effect = {entry.in_effect}",
        f"published = {entry.published}",
        f"recorded = {entry.recorded}",
        *_list("instruments", entry.instruments),
        *_list("revoked", entry.revoked),
        f"code = {_quoted(entry.code)}",
        f"chain = {_quoted(entry.chain)}",
        "[version.documents]",
        *(
            f"{name} = {{ version = {_quoted(each.version)}, digest = {_quoted(each.digest)} }}"
            for name, each in entry.documents.items()
        ),
    ]
    return "\n".join(lines) + "\n"


@lru_cache(maxsize=1 << 10)  # each version names all of them
def document_of(name: str) -> DocumentId:
    """`appendix-AL` as a document. Raises `CannotProceed` for anything else."""
    kind, _, label = name.partition("-")
    if kind not in tuple(DocumentKind) or not label:
        raise CannotProceed(f"{FILE} names {name}, which is no document: write section-H, schedule-11 or appendix-AL")
    return DocumentId(DocumentKind(kind), label)


def _entry(table: object, place: int) -> LogEntry:
    if not isinstance(table, dict):
        raise CannotProceed(f"entry {place} of {FILE} is no table: begin it with [[version]]")
    renamed = {key.replace("-", "_"): value for key, value in table.items()}
    renamed = {"revoked": [], "documents": {}, **renamed}
    documents = renamed["documents"]
    if isinstance(documents, dict):
        renamed["documents"] = {
            name: [each.get("version"), each.get("digest")] if isinstance(each, dict) else each
            for name, each in documents.items()
        }
    unknown = set(renamed) - set(LogEntry.__struct_fields__)
    if unknown:
        raise CannotProceed(f"entry {place} of {FILE} has no field `{min(unknown)}`")
    try:
        entry = msgspec.convert(renamed, LogEntry)
    except msgspec.ValidationError as error:
        wrong = next((field for field in LogEntry.__struct_fields__ if field in str(error)), "").replace("_", "-")
        about = f"`{wrong}` is missing, or is not as secc designate writes it" if wrong else str(error)
        raise CannotProceed(f"entry {place} of {FILE} cannot be read: {about}; {_PUT_BACK}") from None
    for name in (*entry.documents, *entry.revoked):
        document_of(name)
    return entry


_PUT_BACK = "put it back as secc designate wrote it"


def _where(error: tomllib.TOMLDecodeError) -> str:
    """`at line 3, column 7`, as the end of its message says."""
    return str(error).rpartition("(")[2].rstrip(")")


def _list(key: str, names: tuple[str, ...]) -> list[str]:
    if not names:
        return []
    return [f"{key} = [{', '.join(map(_quoted, names))}]"]


def _quoted(text: str) -> str:
    return msgspec.json.encode(text).decode()
