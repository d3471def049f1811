"""What a document takes over from the one that it replaces: who its provisions are, and whose its words.

Provisions are matched by what they say, the number being evidence only (`compare`); what a person confirmed in
`matches.toml` beside the annex holds over that. A word that survived belongs to the operation that first put it there.
"""

import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec
from msgspec import Struct

from secc.amending.refusal import Refusal
from secc.amending.version import DocumentVersion, Path
from secc.code.model import Document, Prose
from secc.code.walk import placed, prose_in
from secc.compare import Certainty, Hunk, Match, Pair, Place, WordsChanged, compare, match
from secc.ids import Address
from secc.instruments.folder import MATCHES
from secc.instruments.when import OperationRef

_KEYS = {"document", "old", "new", "how"}


class Confirmed(Struct, frozen=True):
    """A match that a person decided: the provision of that identity is the one at that path, or (`""`) is gone."""

    document: str
    identity: str
    local: str
    how: str


class TakenOver(Struct, frozen=True):
    """The identities and the words that survived, and the matches that only a number speaks for."""

    identities: Mapping[Path, str]
    survived: tuple[tuple[int, int, int], ...]
    doubtful: tuple[Match, ...]


MatchesReader = Callable[[str], bytes | None]
"""The bytes of an instrument's `matches.toml`, by its name; None where it has none."""


def inheriting(matches: MatchesReader) -> Callable[[DocumentVersion, Document, OperationRef], TakenOver]:
    """How the provisions of a replaced document are matched, with what was confirmed."""

    def inherit(before: DocumentVersion, document: Document, origin: OperationRef) -> TakenOver:
        contents = matches(origin.instrument)
        confirmed = confirmed_in(contents, origin.instrument) if contents is not None else ()
        here = [each for each in confirmed if each.document == str(document.id)]
        _refuse_unknown(here, before, document, origin.instrument)
        return taken_over(before, document, here)

    return inherit


def taken_over(before: DocumentVersion, document: Document, confirmed: list[Confirmed]) -> TakenOver:
    """What a new text takes over from a version."""
    found = match((before.document,), (document,))
    decided = {each.identity for each in confirmed}
    taken = {each.local for each in confirmed}
    identities: dict[Path, str] = {}
    doubtful: list[Match] = []
    for each in found:
        if each.before is None or each.after is None or not each.after.path:
            continue
        identity = before.identities.get(each.before.path)
        if identity is None or identity in decided or each.after.local in taken:
            continue
        identities[each.after.path] = identity
        if each.certainty is Certainty.NUMBER:
            doubtful.append(each)
    paths = {address.local: address.path for address in _addresses(found)}
    identities |= {paths[each.local]: each.identity for each in confirmed if each.local in paths}
    return TakenOver(identities, tuple(_survived(before.document, document)), tuple(doubtful))


def confirmed_in(contents: bytes, instrument: str) -> tuple[Confirmed, ...]:
    """The matches of a `matches.toml`: `[[match]]` with document, old (identity), new (its address), how."""
    try:
        table = tomllib.loads(contents.decode("utf-8"))
    except UnicodeDecodeError:
        raise _unreadable(instrument, "it is not in UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise _unreadable(instrument, str(error)) from None
    entries = table.get("match", [])
    if not isinstance(entries, list) or set(table) - {"match"}:
        raise _unreadable(instrument, "it is to hold [[match]] entries and nothing else")
    return tuple(_confirmed(each, place, instrument) for place, each in enumerate(entries, 1))


def printed(document: DocumentVersion, found: Match) -> str:
    """A doubtful match as it is written into `matches.toml`, were it confirmed."""
    assert found.before is not None
    assert found.after is not None
    identity = document.identities[found.before.path]
    lines = [f'document = "{document.id}"', f"old = {_quoted(identity)}", f"new = {_quoted(found.after.local)}"]
    return "\n".join(["[[match]]", *lines, 'how = "…"'])


def _quoted(text: str) -> str:
    return msgspec.json.encode(text).decode()


def _confirmed(entry: object, place: int, instrument: str) -> Confirmed:
    if not isinstance(entry, dict) or set(entry) != _KEYS or not all(isinstance(each, str) for each in entry.values()):
        raise _unreadable(instrument, f"entry {place} does not say just what it is to say")
    return Confirmed(entry["document"], entry["old"], entry["new"], entry["how"])


def _unreadable(instrument: str, why: str) -> Refusal:
    keys = ", ".join(sorted(_KEYS))
    return Refusal(
        f"{MATCHES} of {instrument} cannot be read: {why}", f"give each [[match]] its {keys}, as text in quotes"
    )


def _refuse_unknown(confirmed: Sequence[Confirmed], before: DocumentVersion, document: Document, name: str) -> None:
    """Raises `Refusal` where what was confirmed is of no provision that there was, or is, or is said twice."""
    said = Counter(each.identity for each in confirmed) + Counter(each.local for each in confirmed if each.local)
    new = {each.address.local for each in placed(document)}
    old = set(before.identities.values())
    for each in confirmed:
        if each.identity not in old:
            raise _wrong(name, f"{each.identity} was no provision of {document.id.printed}")
        if each.local and each.local not in new:
            raise _wrong(name, f"there is no {each.local} in the new {document.id.printed}")
        if said[each.identity] > 1 or said[each.local] > 1:
            raise _wrong(name, f"{each.identity}, or {each.local or 'what it became'}, is matched twice")


def _wrong(name: str, why: str) -> Refusal:
    return Refusal(
        f"{MATCHES} of {name} cannot be right: {why}", "secc verify and secc history tell who provisions are"
    )


def _addresses(found: tuple[Match, ...]) -> Iterator[Address]:
    return (each.after for each in found if each.after is not None)


def _survived(before: Document, after: Document) -> Iterator[tuple[int, int, int]]:
    """Stretches of the new file whose words are old ones: (start in the new, start in the old, length)."""
    for pair in compare(before, after).pairs:
        if pair.before is None or pair.after is None or pair.rest is not None:
            continue
        for old, new, kept in _proses(pair):
            for start, was, length in kept:
                yield from _in_files(old, new, start, was, length)


def _proses(pair: Pair) -> Iterator[tuple[Prose, Prose, list[tuple[int, int, int]]]]:
    """Each prose of a pair in both texts with the stretches kept: (start in the new, start in the old, length)."""
    assert pair.before is not None
    assert pair.after is not None
    olds, news = _prose_of(pair.before), _prose_of(pair.after)
    changed = [each for each in pair.changes if isinstance(each, WordsChanged)]
    if len(olds) != len(news):
        return
    for old, new in zip(olds, news, strict=True):
        if old.text == new.text:
            yield old, new, [(0, 0, len(new.text))]
            continue
        hunks = next((each.hunks for each in changed if each.before == old.text and each.after == new.text), None)
        if hunks is not None:
            yield old, new, list(_between(hunks, len(new.text)))


def _prose_of(place: Place) -> tuple[Prose, ...]:
    return (place.block.title,) if isinstance(place.block, Document) else prose_in(place.block)


def _between(hunks: tuple[Hunk, ...], length: int) -> Iterator[tuple[int, int, int]]:
    was = start = 0
    for hunk in hunks:
        if hunk.after_start > start:
            yield start, was, hunk.after_start - start
        start, was = hunk.after_end, hunk.before_end
    if length > start:
        yield start, was, length - start


def _in_files(old: Prose, new: Prose, start: int, was: int, length: int) -> Iterator[tuple[int, int, int]]:
    """A stretch of two proses as stretches of the files, in which both run on without a break."""
    breaks = {each - start for each in new.places.pairs[::2] if start < each < start + length}
    breaks |= {each - was for each in old.places.pairs[::2] if was < each < was + length}
    position = 0
    for end in (*sorted(breaks), length):
        yield new.places.offset(start + position), old.places.offset(was + position), end - position
        position = end
