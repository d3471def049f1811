"""All documents of two texts brought together, and read again to see that each reads as it was meant to."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import zip_longest

from secc.amending.merging.lineages import Lineage, Lineages, Text, origins
from secc.amending.merging.model import Clash, Merged, Texts
from secc.amending.merging.passages import Passage, passages
from secc.amending.merging.referring import References
from secc.amending.merging.writing import Doubts, Entry, Writer, Written, read_as
from secc.amending.version import read
from secc.code.load import LoadedDocument, NoCache
from secc.code.model import Document
from secc.code.walk import placed
from secc.compare import compare_codes
from secc.diagnostics import CannotProceed
from secc.ids import Address, DocumentId
from secc.source import Source
from secc.syntax.format import formatted
from secc.syntax.parser import parse

_ATTEMPTS = 100


def merge(texts: Texts) -> Merged:
    """Bring two texts together. Raises `CannotProceed` where no text reads as both changes together say."""
    return _Merging(texts).merged()


class _Merging:
    """The three texts, and the documents that are not alike in them."""

    def __init__(self, texts: Texts) -> None:
        self._said = texts.one_said, texts.other_said
        self._sides = [{each.id: each for each in side} for side in (texts.base, texts.one, texts.other)]
        self._ids = sorted({document for side in self._sides for document in side})
        self._changed = [each for each in self._ids if len({_text(side.get(each)) for side in self._sides}) > 1]
        self._passages = [
            {each: passages(side[each]) for each in self._changed if each in side} for side in self._sides
        ]
        self._origins = [self._traced(text) for text in Text]
        self._references = References(self._sides, self._changed)

    def _traced(self, text: Text) -> dict[int, Passage]:
        """What each passage of a text was in the base."""
        base, made = self._passages[0], self._passages[1 + text]
        old = [self._sides[0][each].document for each in base]
        new = [self._sides[1 + text][each].document for each in made]
        return origins(compare_codes(old, new).pairs, _by_block(base), _by_block(made))

    def merged(self) -> Merged:
        """Written, and where it does not read as it should, written again otherwise."""
        doubts = Doubts()
        for _ in range(_ATTEMPTS):
            lineages = self._lineages()
            writer = Writer(lineages, self._said, doubts)
            written = {_id(root): writer.written(root) for root in lineages.roots if root.is_kept}
            if not any(self._is_wrong(document, each, doubts) for document, each in written.items()):
                return self._outcome(lineages, written)
        raise CannotProceed(
            "the two texts cannot be brought together by machine: what comes of it does not read as either means it"
        )

    def _lineages(self) -> Lineages:
        base, one, other = self._passages
        made = Lineages((base.get(each), one.get(each), other.get(each)) for each in self._changed)
        made.trace(*self._origins)
        made.settle(self._said)
        self._references.mislead(made, [_by_block(one), _by_block(other)], self._said)
        return made

    def _is_wrong(self, document: DocumentId, written: Written, doubts: Doubts) -> bool:
        """Whether a document does not read as meant, or has a number twice; then the doubts say more."""
        loaded = read(written.text, document, NoCache())
        found = passages(loaded)
        for entry, read_back in zip_longest(written.entries, read_as(found)):
            if entry is None or read_back != (entry.kind, entry.flat, entry.depth):
                return _doubt(entry or written.entries[-1], doubts)
        return self._has_number_twice(loaded, found, written, doubts)

    def _has_number_twice(self, loaded: LoadedDocument, found: Passage, written: Written, doubts: Doubts) -> bool:
        """Whether a number is given to two provisions that none of the texts gave to two."""
        allowed: Counter[Address] = Counter()
        for side in self._sides:
            if loaded.id in side:
                allowed |= _numbers(side[loaded.id])
        addresses = {id(each.block): each.address for each in placed(loaded.document) if each.own}
        seen: Counter[Address] = Counter()
        for passage, entry in zip(found.down, written.entries, strict=True):
            address = addresses.get(id(passage.block))
            if address is None:
                continue
            seen[address] += 1
            told = {each for each, _ in written.clashes}
            if seen[address] > allowed[address] and entry.lineage not in told:
                doubts.told[entry.lineage.number] = f"there is already {address.printed}, from the other text"
                return True
        return False

    def _outcome(self, lineages: Lineages, written: Mapping[DocumentId, Written]) -> Merged:
        documents: dict[DocumentId, str] = {}
        clashes: list[Clash] = []
        for document in self._ids:
            if document in written:
                documents[document] = self._text(document, written[document])
                clashes += _clashes(document, written[document], documents[document], len(clashes))
            elif document not in self._changed:
                documents[document] = self._sides[0][document].source.text
        return Merged(documents, tuple(clashes), _taken(lineages))

    def _text(self, document: DocumentId, written: Written) -> str:
        """The text: that of one of the two, where only it changed; else in settled layout, if all of them are."""
        base, one, other = (_text(side.get(document)) for side in self._sides)
        if written.clashes:
            return written.text
        for text, opposite, side in ((one, other, self._passages[1]), (other, one, self._passages[2])):
            if text is not None and opposite == base and read_as(side[document]) == _meant(written):
                return text
        if all(each is None or _settled(document, each) == each for each in (base, one, other)):
            return _settled(document, written.text)
        return written.text


def _meant(written: Written) -> list[tuple[str, str, int]]:
    return [(each.kind, each.flat, each.depth) for each in written.entries]


def _doubt(entry: Entry, doubts: Doubts) -> bool:
    """Say otherwise what did not read as meant."""
    number = entry.lineage.number
    if number not in doubts.set_off and entry.depth:
        doubts.set_off.add(number)
    elif number not in doubts.apart:
        doubts.apart.add(number)
    else:
        raise CannotProceed(
            f"the two texts cannot be brought together by machine: {_said_of(entry)} does not read as either means it"
        )
    return True


def _said_of(entry: Entry) -> str:
    passage = entry.lineage.any
    return f"{passage.kind} {passage.label}".strip() if passage.label else f'"{entry.flat[:60]}"'


def _clashes(document: DocumentId, written: Written, text: str, before: int) -> Iterator[Clash]:
    lines = text.split("\n")
    for number, (lineage, why) in enumerate(written.clashes, before + 1):
        line = next(place for place, each in enumerate(lines, 1) if each.lstrip().startswith(f"// conflict {number}:"))
        yield Clash(number, _address(document, lineage), why, line)


def _address(document: DocumentId, lineage: Lineage) -> Address:
    """Its address in the text that has it, or that of what it stands in."""
    passage: Passage | None = lineage.any
    steps: list[str] = []
    while passage is not None and passage.parent is not None:
        if passage.label and passage.kind in ("Clause", "Paragraph", "Definition", "SubSection"):
            steps.append(passage.label)
            if passage.kind in ("Clause", "SubSection"):
                break
        passage = passage.parent
    address = Address(document)
    for step in reversed(steps):
        address = address.below(step)
    return address


def _taken(lineages: Lineages) -> tuple[int, int, int]:
    """How many blocks are as in the one text and not the base, as in the other, as in both."""
    counts = [0, 0, 0]
    for each in lineages.all:
        changed = [_differs(lineages, each, text) for text in Text]
        if any(changed):
            counts[2 if all(changed) else changed.index(True)] += 1
    return counts[0], counts[1], counts[2]


def _differs(lineages: Lineages, each: Lineage, text: Text) -> bool:
    made, base = each.made[text], each.base
    if made is None or base is None:
        return made is not base
    return made.flat != base.flat or lineages.holder(made) is not lineages.holder(base)


def _numbers(loaded: LoadedDocument) -> Counter[Address]:
    return Counter(each.address for each in placed(loaded.document) if each.own)


def _by_block(documents: Mapping[DocumentId, Passage]) -> dict[int, Passage]:
    return {id(each.block): each for document in documents.values() for each in document.down}


def _id(root: Lineage) -> DocumentId:
    block = root.any.block
    assert isinstance(block, Document), "a root is a document"
    return block.id


def _text(loaded: LoadedDocument | None) -> str | None:
    return loaded.source.text if loaded is not None else None


def _settled(document: DocumentId, text: str) -> str:
    source = Source(f"{document}.sec", text)
    return formatted(source, parse(source))
