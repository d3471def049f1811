"""The proof: every instrument replayed, every version in the log made again, and the text on disk accounted for.

Nothing here trusts what is kept: a digest is compared with that of the wording made from the instruments.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from secc.code.digest import PREFIX, digest
from secc.code.model import Document, Note
from secc.code.walk import Placed, placed, prose_in
from secc.ids import Address, DocumentId
from secc.instruments.when import OperationRef
from secc.timeline.dates import printed_day
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
    """How much was proved, and what could not be."""

    instruments: int
    operations: int
    days: int
    versions: int
    words: int
    unproved: tuple[Unproved, ...]


def verified(timeline: Timeline, log: Log, on_disk: Mapping[DocumentId, Document]) -> Proof:
    """Replay everything, prove each version in the log, and account for every word on disk."""
    last = timeline.last()
    days = timeline.wording_days()
    faults = [*_refused(timeline, days), *_logged(timeline, log), *_on_disk(last, on_disk)]
    words = sum(len(words.split()) for each in on_disk.values() for _, words in _lines(each))
    operations = sum(len(each.operations) for each in timeline.instruments)
    return Proof(len(timeline.instruments), operations, len(days), len(log), words, tuple(faults))


def _refused(timeline: Timeline, days: Sequence[date]) -> Iterator[Unproved]:
    """The operations that could not be carried out in some state, each once."""
    told: set[OperationRef] = set()
    for day in days:
        for ref, refusal in timeline.base(day).refused.items():
            if ref not in told:
                told.add(ref)
                yield Unproved(str(ref), refusal.words, refusal.advice)


def _logged(timeline: Timeline, log: Log) -> Iterator[Unproved]:
    for entry, words in altered(log):
        yield Unproved(f"version {entry.number} in the document log", words, "put the entry back as it was recorded")
    for place, entry in enumerate(log):
        yield from _entry(timeline, entry, listing(log[: place + 1]))


def _entry(timeline: Timeline, entry: LogEntry, listed: Mapping[DocumentId, Listed]) -> Iterator[Unproved]:
    made = timeline.base(entry.in_effect, asking(entry.recorded)).documents
    about = f"version {entry.number} in the document log"
    day = printed_day(entry.in_effect)
    unknown = [name for name in entry.instruments if name not in timeline.by_name]
    for name in unknown:
        yield Unproved(about, f"there is no instrument {name}", "mend the name, or put the instrument back")
    for document in sorted({*made, *listed}):
        if document not in made:
            yield Unproved(about, f"no instrument makes {document.printed} part of the Code on {day}", _ASK)
        elif document not in listed:
            yield Unproved(about, f"{document.printed} is part of the Code on {day}, and is not in the entry", _ASK)
        elif not listed[document].digest.startswith(PREFIX):
            yield Unproved(about, f"the digest of {document.printed} is of no kind that is known", _ASK)
        elif made[document].digest != listed[document].digest:
            words = f"{document.printed} as its instruments make it for {day} does not have the digest recorded"
            yield Unproved(about, words, "find which instrument or annex was altered since; an old one is never edited")


_ASK = "put back what was taken away since the version was recorded, or record a new version"


def _on_disk(last: Wordings, on_disk: Mapping[DocumentId, Document]) -> Iterator[Unproved]:
    for document in sorted({*last.documents, *on_disk}):
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
    before, after = old.split(" "), new.split(" ")
    place = next((i for i, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), None)
    place = min(len(before), len(after)) if place is None else place
    said = " ".join(after[max(0, place - 3) : place + 4])
    given = " ".join(before[max(0, place - 3) : place + 4])
    word = after[place] if place < len(after) else "(the end)"
    return f'the word "{word}" in "… {said} …" is put there by no instrument; they give "… {given} …"'


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:57].rstrip() + "…"
