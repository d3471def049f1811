"""The table "SEC Section | Content": every provision that changes, with what changes in it.

It is made from the comparison of the two texts, so it cannot say other than they do: every block that is not the same
in both is in a row, its own or that of what holds it. What is new or gone as a whole has one row; so have neighbours
that only have other numbers.
"""

from collections.abc import Iterable, Iterator, Sequence

from secc.code.model import Division, SubSection
from secc.compare import ChangeSet, How, Hunk, LabelChanged, Pair, Place, WordsChanged
from secc.document.pack.content import content
from secc.document.pack.model import AffectedProvision
from secc.document.typography import curled
from secc.ids import Address, DocumentId


def affected(changes: ChangeSet) -> tuple[AffectedProvision, ...]:
    """The rows, in the order of the page. Linear in the length of the documents compared."""
    rows: dict[tuple[Address, bool], list[Pair]] = {}
    for run in _told(changes.pairs):
        is_gone = run[0].place.own and run[0].how is How.DELETED  # another may have its number
        rows.setdefault((run[0].place.address, is_gone), []).extend(run)
    following = only_following(changes)
    made = [row for found in rows.values() for row in (_row(found, following), *_halves(found))]
    made += [_left(pair.before, pair.after) for found in rows.values() for pair in found if pair.how is How.MOVED]
    return tuple(sorted(made, key=_document))


def _document(row: AffectedProvision) -> DocumentId:
    return row.document


def _halves(found: Iterable[Pair]) -> Iterator[AffectedProvision]:
    """The other half of what was split or joined."""
    for pair in found:
        if pair.rest is None:
            continue
        half, whole = pair.rest.address, section_of(pair.place.address)
        is_new = pair.how is How.SPLIT
        yield AffectedProvision(
            document=half.document,
            section=section_of(half),
            content=(f"New number, for the words split from {whole}" if is_new else f"Joined to {whole}",),
            before=None if is_new else half,
            after=half if is_new else None,
        )


def _left(before: Place | None, after: Place | None) -> AffectedProvision:
    """The place that something moved from."""
    assert before is not None, "it stood somewhere"
    assert after is not None, "it stands somewhere"
    return AffectedProvision(
        document=before.address.document,
        section=section_of(before.address),
        content=(f"Moved to {section_of(after.address)}",),
        before=before.address,
        after=None,
    )


def only_following(changes: ChangeSet) -> frozenset[tuple[Address, Address]]:
    """Where provisions stand, in both texts, in which nothing changed but references to what has another number."""
    following = {(id(each.pair.changes), each.hunk) for each in changes.consequential}
    return frozenset(
        (pair.before.address, pair.after.address)
        for pair in changes.changed
        if pair.before is not None and pair.after is not None and pair.how is How.CHANGED and _follows(pair, following)
    )


def _follows(pair: Pair, following: set[tuple[int, Hunk]]) -> bool:
    words = [each for each in pair.changes if isinstance(each, WordsChanged)]
    others = [each for each in pair.changes if not isinstance(each, WordsChanged | LabelChanged)]
    return (
        bool(words)
        and not others
        and all((id(pair.changes), hunk) in following for each in words for hunk in each.hunks)
    )


def section_of(address: Address) -> str:
    """`Section A1.1, definition of “Device”`: the place from the outside in."""
    term = next((place for place, step in enumerate(address.path) if step.startswith('"')), None)
    if term is None:
        return address.printed
    holder = Address(address.document, address.path[:term])
    below = "".join(address.path[term + 1 :])
    paragraph = f", paragraph {below}" if below else ""
    return curled(f"{holder.printed}, definition of {address.path[term]}{paragraph}")


def _told(pairs: Iterable[Pair]) -> list[list[Pair]]:
    """The pairs of which there is something to tell, alone; those that only have other numbers, with their neighbours.

    What stands in a whole that is new or gone, or that is renumbered, is told with it.
    """
    above: list[Pair] = []
    told: list[list[Pair]] = []
    runs: dict[int, list[Pair]] = {}
    for pair in pairs:
        depth = pair.place.depth
        while above and above[-1].place.depth >= depth:
            above.pop()
        for deeper in [each for each in runs if each > depth or (each == depth and pair.how is not How.RENUMBERED)]:
            del runs[deeper]
        if not pair.is_same and not _is_told_with(pair, above):
            if depth in runs:
                runs[depth].append(pair)
            else:
                told.append([pair])
                if pair.how is How.RENUMBERED:
                    runs[depth] = told[-1]
        above.append(pair)
    return told


def _is_told_with(pair: Pair, above: Iterable[Pair]) -> bool:
    """Whether what it stands in says all that there is to say of it."""
    if pair.how is How.RENUMBERED:
        return any(each.how is How.RENUMBERED for each in above)
    if pair.how in (How.INSERTED, How.DELETED):
        return any(each.how in (pair.how, How.SUBSTITUTED) for each in above)
    return False


def _row(found: Sequence[Pair], following: frozenset[tuple[Address, Address]]) -> AffectedProvision:
    own = next((pair for pair in found if pair.place.own), found[0])
    is_run = all(pair.how is How.RENUMBERED for pair in found)
    return AffectedProvision(
        document=own.place.address.document,
        section=_range([pair.after for pair in found]) if is_run else section_of(own.place.address),
        content=(_renumbered(found),) if is_run else _content(found, following),
        before=own.before.address if own.before is not None else None,
        after=own.after.address if own.after is not None else None,
    )


def _renumbered(found: Sequence[Pair]) -> str:
    inside = ", with the clauses in them" if isinstance(found[0].place.block, SubSection | Division) else ""
    return f"Renumbered from {_range([pair.before for pair in found])}{inside}"


def _content(found: Sequence[Pair], following: frozenset[tuple[Address, Address]]) -> tuple[str, ...]:
    said = (words for pair in found for words in content(pair, follows=pair.place.own and _places(pair) in following))
    return tuple(dict.fromkeys(said))


def _places(pair: Pair) -> tuple[Address | None, Address | None]:
    before = pair.before.address if pair.before is not None else None
    return before, pair.after.address if pair.after is not None else None


def _range(places: Iterable[Place | None]) -> str:
    named = [each.address for each in places if each is not None]
    first, last = named[0], named[-1]
    if first == last:
        return section_of(first)
    return f"{section_of(first)} to {section_of(last).removeprefix(f'{last.document.printed} ')}"
