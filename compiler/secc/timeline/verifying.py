"""The proof: every instrument replayed, every version in the log made again, and the text on disk accounted for.

Nothing here trusts what is kept: a digest is compared with that of the wording made from the instruments.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date

from secc.amending.refusal import Refusal
from secc.code.digest import PREFIX, digest
from secc.code.model import Document, Note
from secc.code.walk import Placed, placed, prose_in
from secc.ids import Address, DocumentId
from secc.instruments.when import OperationRef
from secc.timeline.applying import is_wording
from secc.timeline.histories import addresses_of
from secc.timeline.log import Listed, Log, LogEntry, altered, listing
from secc.timeline.replay import Wordings
from secc.timeline.timeline import Timeline, asking


@dataclass(frozen=True, slots=True)
class Unproved:
    """Something that does not follow from the instruments: what it is (`about`), what is wrong, what to do."""

    about: str
    words: str
    advice: str


@dataclass(frozen=True, slots=True)
class Proof:
    """How much was proved, and what could not be.

    `held_up` are the documents on which an operation could not be carried out: nothing more is said of these, since
    whatever is wrong with them may follow from that.
    """

    instruments: int
    operations: int
    days: int
    versions: int
    words: int
    unproved: tuple[Unproved, ...]
    held_up: tuple[str, ...] = ()


def verified(timeline: Timeline, log: Log, on_disk: Mapping[DocumentId, Document]) -> Proof:
    """Replay everything, prove each version in the log, and account for every word on disk."""
    last = timeline.last()
    days = timeline.wording_days()
    refused = _refused(timeline, days)
    held_up = frozenset(each for ref in refused for each in _documents(timeline, ref))
    faults = [Unproved(str(ref), each.words, each.advice) for ref, each in refused.items()]
    faults += [*_logged(timeline, log, held_up), *_on_disk(last, on_disk, held_up)]
    words = sum(len(words.split()) for each in on_disk.values() for _, words in _lines(each))
    operations = sum(len(each.operations) for each in timeline.instruments)
    held = tuple(each.printed for each in sorted(held_up))
    return Proof(len(timeline.instruments), operations, len(days), len(log), words, tuple(faults), held)


def _refused(timeline: Timeline, days: Sequence[date]) -> dict[OperationRef, Refusal]:
    """The operations that could not be carried out in some state, in the order of their days."""
    refused: dict[OperationRef, Refusal] = {}
    for day in days:
        refused = {**timeline.base(day).refused, **refused}
    return refused


def _documents(timeline: Timeline, ref: OperationRef) -> Iterator[DocumentId]:
    """The documents that an operation changes."""
    instrument = timeline.by_name.get(ref.instrument)
    operation = instrument.operation(ref.number) if instrument is not None else None
    if operation is not None and is_wording(operation.action):
        yield from (each.document for each in addresses_of(operation.action))


def _logged(timeline: Timeline, log: Log, held_up: Set[DocumentId]) -> Iterator[Unproved]:
    """What is wrong with the log: what is wrong in the same way with several versions, once."""
    for entry, words in altered(log):
        yield Unproved(f"version {entry.number} in the document log", words, "put the entry back as it was recorded")
    found: dict[tuple[str, str], list[str]] = {}
    for place, entry in enumerate(log):
        for fault in _entry(timeline, entry, listing(log[: place + 1]), held_up):
            found.setdefault(fault, []).append(entry.number)
    for (words, advice), numbers in found.items():
        versions = f"version {numbers[0]}" if len(numbers) == 1 else f"versions {', '.join(numbers)}"
        yield Unproved(f"{versions} in the document log", words, advice)


def _entry(
    timeline: Timeline, entry: LogEntry, listed: Mapping[DocumentId, Listed], held_up: Set[DocumentId]
) -> Iterator[tuple[str, str]]:
    """What is wrong with an entry, and what to do."""
    made = timeline.base(entry.in_effect, asking(entry.recorded)).documents
    for name in entry.instruments:
        if name not in timeline.by_name:
            yield f"there is no instrument {name}", "mend the name, or put the instrument back"
    for document in sorted({*made, *listed} - held_up):
        if document not in made:
            yield f"no instrument makes {document.printed} part of the Code on its day", _ASK
        elif document not in listed:
            yield f"{document.printed} is part of the Code on its day, and is not in the entry", _ASK
        elif not listed[document].digest.startswith(PREFIX):
            yield f"the digest of {document.printed} is of no kind that is known", _ASK
        elif made[document].digest != listed[document].digest:
            words = f"{document.printed} as its instruments make it does not have the digest recorded"
            yield words, "find which instrument or annex was altered since; an old one is never edited"


_ASK = "put back what was taken away since the version was recorded, or record a new version"


def _on_disk(last: Wordings, on_disk: Mapping[DocumentId, Document], held_up: Set[DocumentId]) -> Iterator[Unproved]:
    for document in sorted({*last.documents, *on_disk} - held_up):
        if document not in on_disk:
            yield Unproved(document.printed, "its instruments make it part of the Code, and no file holds it", _FILE)
        elif document not in last.documents:
            yield Unproved(document.printed, "no instrument designates it", "write the instrument that does")
        else:
            difference = first_difference(last.documents[document].document, on_disk[document])
            if difference is not None:
                yield difference


_FILE = "list its file in code.toml, or revoke it"


def first_difference(replayed: Document, on_disk: Document) -> Unproved | None:
    """Where the text on disk first says something that no instrument accounts for; None where it all follows."""
    made, said = _lines(replayed), _lines(on_disk)
    for (old, old_words), (new, new_words) in zip(made, said, strict=False):
        if old.address != new.address or type(old.block) is not type(new.block):
            return _unaccounted(new.address, f"{_thing(new)} stands where the instruments give {_thing(old)}")
        if old_words != new_words:
            return _unaccounted(new.address, _first_word(old_words, new_words))
    if len(made) != len(said):
        more = said[len(made) :] or made[len(said) :]
        words = "is on disk, and no instrument put it there" if len(said) > len(made) else "is not on disk"
        return _unaccounted(more[0][0].address, f"{_thing(more[0][0])} {words}")
    title = (replayed.title.text, on_disk.title.text)
    if title[0] != title[1]:
        return _unaccounted(Address(on_disk.id), f'its title is "{title[1]}"; the instruments give "{title[0]}"')
    return None if replayed == on_disk else _same_words(replayed, on_disk)


def _same_words(replayed: Document, on_disk: Document) -> Unproved | None:
    if digest(replayed) == digest(on_disk):
        return None
    return _unaccounted(Address(on_disk.id), "its attributes, labels or formulas differ from what the instruments give")


def _lines(document: Document) -> list[tuple[Placed, str]]:
    return [
        (each, " | ".join(prose.text for prose in prose_in(each.block)))
        for each in placed(document)
        if not isinstance(each.block, Note)
    ]


def _unaccounted(address: Address, words: str) -> Unproved:
    return Unproved(address.printed, words, "write the instrument that changes it, or put the text back (secc amend)")


def _thing(each: Placed) -> str:
    words = " ".join(prose.text for prose in prose_in(each.block))
    name = each.address.printed if each.own else f"a line of {each.address.printed}"
    return f'{name} ("{_short(words)}")' if words else name


def _first_word(old: str, new: str) -> str:
    """What of the words on disk the instruments do not give, from the first word that differs."""
    before, after = old.split(" "), new.split(" ")
    place = next((i for i, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), None)
    place = min(len(before), len(after)) if place is None else place
    said, given = _around(after, place), _around(before, place)
    rest = len(before) - (len(after) - place)
    if place < rest and before[rest:] == after[place:]:
        gone = _short(" ".join(before[place:rest]))
        return f'"{gone}" is taken out by no instrument: "{said}" stands in place of "{given}"'
    return f'the word "{after[place]}" in "{said}" is put there by no instrument; they give "{given}"'


def _around(words: Sequence[str], place: int) -> str:
    """The words about a place, with `…` where there are more."""
    start, end = max(0, place - 3), place + 4
    return f"{'… ' if start else ''}{' '.join(words[start:end])}{' …' if end < len(words) else ''}"


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:57].rstrip() + "…"
