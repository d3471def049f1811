"""References that one text puts in, to provisions that the other text gave another number or left out."""

from collections.abc import Iterator, Mapping, Sequence

from secc.amending.merging.lineages import Lineage, Lineages, Text
from secc.amending.merging.passages import Passage
from secc.code.load import LoadedCode, LoadedDocument, NoCache
from secc.code.settings import Settings, SiteSettings
from secc.code.standards import Register
from secc.code.walk import placed
from secc.ids import Address, DocumentId
from secc.resolve.model import Link, Words
from secc.resolve.state import State

_Addresses = Mapping[int, Address]
"""Of provisions by their blocks."""


class References:
    """What the references of the two texts lead to. Nothing is looked up where neither text moved what the other cites.

    `sides` are the base and the two texts, `changed` the documents that are not alike in them.
    """

    def __init__(self, sides: Sequence[Mapping[DocumentId, LoadedDocument]], changed: Sequence[DocumentId]) -> None:
        self._sides = sides
        self._changed = changed
        self._base, *self._made = (_addresses(side, changed) for side in sides)
        self._words: dict[Text, tuple[Words, ...]] = {}

    def mislead(self, lineages: Lineages, by_block: Sequence[Mapping[int, Passage]], said: tuple[str, str]) -> None:
        """Tell of each reference that a text puts in and that would lead to something else than it does there.

        `by_block` are the passages of the two texts by their blocks, `said` is what the texts are called.
        """
        for text in Text:
            moved = self._moved(lineages, text)
            for words in self._bound(text) if moved else ():
                passage = by_block[text].get(id(words.placed.block))
                if passage is not None:
                    lineage = lineages.of[id(passage)]
                    lineage.clashes += self._misled(words, passage, lineage, moved, said[text], said[text.opposite])

    def _moved(self, lineages: Lineages, text: Text) -> dict[Address, Address | None]:
        """What a text has under the number of the base, and the other has not: its number there, None if it is gone."""
        moved: dict[Address, Address | None] = {}
        for each in lineages.all:
            here, there = each.made[text], each.made[text.opposite]
            if here is None or each.base is None or (there is None and each.is_kept):
                continue
            address, was = self._made[text].get(id(here.block)), self._base.get(id(each.base.block))
            becomes = self._made[text.opposite].get(id(there.block)) if there is not None else None
            if address is not None and address == was != becomes:
                moved[address] = becomes
        return moved

    def _bound(self, text: Text) -> tuple[Words, ...]:
        """The words of the changed documents with what they refer to."""
        if text not in self._words:
            side = self._sides[1 + text]
            settings = Settings(title="", short="", notice="", documents=(), site=SiteSettings())
            state = State(LoadedCode(settings, tuple(side.values()), Register(())), NoCache())
            bound = (state.bind(each) for each in state.documents if each.id in self._changed)
            self._words[text] = tuple(words for document in bound for words in document.words if words.references)
        return self._words[text]

    def _misled(
        self, words: Words, passage: Passage, lineage: Lineage, moved: Mapping[Address, Address | None], here: str,
        there: str,
    ) -> Iterator[str]:  # fmt: skip
        base = lineage.base.flat if lineage.base is not None else ""
        for each in words.references:
            cited = words.prose.text[each.start : each.end]
            if not isinstance(each, Link) or base.count(cited) >= passage.flat.count(cited):
                continue
            for target in dict.fromkeys((each.targets[0], each.targets[-1])):
                if target in moved:
                    yield f"{here} refers here to {target.printed}, which {_becomes(moved[target], there)}"


def _becomes(address: Address | None, said: str) -> str:
    return f"is {address.printed} in {said}" if address is not None else f"{said} leaves out"


def _addresses(side: Mapping[DocumentId, LoadedDocument], changed: Sequence[DocumentId]) -> dict[int, Address]:
    documents = (side[each].document for each in changed if each in side)
    return {id(each.block): each.address for document in documents for each in placed(document) if each.own}
