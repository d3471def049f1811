"""The lists of a document: labelled paragraphs side by side, with the words that lead to them and what ends each."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from secc.check.patterns import LIST_END
from secc.check.running import left_over
from secc.code.model import AnyBlock, Bullet, Clause, Definition, Note, Paragraph, SubHeading, Text
from secc.code.walk import blocks_in
from secc.resolve.model import ResolvedDocument, Words


class Member(Struct, frozen=True):
    """A paragraph of a list.

    `last` are its last words: its own, or of what stands in it; None where it ends in a table, formula or figure.
    """

    words: Words
    block: Paragraph
    last: Words | None

    @property
    def label(self) -> str:
        """Its label, without brackets."""
        return self.block.label.strip("()")

    @property
    def ending(self) -> "Ending":
        """How it ends."""
        text = _without_note(self.last.prose.text) if self.last is not None else ""
        found = LIST_END.search(text, max(0, len(text) - 16))
        return Ending(found["mark"], found["joins"] or "", found.start()) if found else Ending("", "", len(text))


class Ending(Struct, frozen=True):
    """How a paragraph ends: in "; and", `mark` is the semicolon and `joins` the word; `start` is where they begin."""

    mark: str
    joins: str
    start: int


class ParagraphList(Struct, frozen=True):
    """Paragraphs side by side in one provision.

    `leading` are the words above the first, where there are any; `level` is 0 for a list that stands in a clause or a
    definition, 1 for one in its paragraphs, and so on. `whole`: no words stand between its paragraphs. `closed`: words
    come after it.
    """

    members: tuple[Member, ...]
    leading: Words | None
    level: int
    whole: bool
    closed: bool

    @property
    def in_use(self) -> Sequence[Member]:
        """Its paragraphs but for those that are [Not used]."""
        return [member for member in self.members if not member.block.vacant]


def lists(document: ResolvedDocument) -> Iterator[ParagraphList]:
    """Every list, in the order of the page; those in quotations are left out."""
    words = {id(each.placed.block): each for each in document.words if not each.placed.quoted}
    levels: dict[int, int] = {}
    yield from _list(document.loaded.document.blocks, None, 0, words)
    for each in document.words:
        block = each.placed.block
        inside = blocks_in(block)
        if inside and not each.placed.quoted:
            level = levels.get(id(block), 0)
            deeper = level + 1 if isinstance(block, Paragraph | Bullet) else level
            levels.update((id(inner), deeper) for inner in inside)
            yield from _list(inside, each, deeper, words)


def _list(
    blocks: Sequence[AnyBlock], holder: Words | None, level: int, words: Mapping[int, Words]
) -> Iterator[ParagraphList]:
    blocks = [block for block in blocks if not isinstance(block, Note)]
    places = [place for place, block in enumerate(blocks) if isinstance(block, Paragraph)]
    if not places:
        return
    first, last = places[0], places[-1]
    members = tuple(_member(block, words) for block in blocks if isinstance(block, Paragraph))
    before = words.get(id(blocks[first - 1])) if first and isinstance(blocks[first - 1], Text) else None
    leading = before or (holder if first == 0 else None)
    whole = last - first + 1 == len(places)
    closed = last + 1 < len(blocks) and not isinstance(blocks[last + 1], SubHeading | Clause | Definition)
    yield ParagraphList(members, leading, level, whole, closed)


def _member(block: Paragraph, words: Mapping[int, Words]) -> Member:
    return Member(words[id(block)], block, _last_words(block, words))


def _last_words(block: AnyBlock, words: Mapping[int, Words]) -> Words | None:
    inside = [each for each in blocks_in(block) if not isinstance(each, Note)]
    if inside:
        return _last_words(inside[-1], words)
    return words.get(id(block)) if isinstance(block, Paragraph | Text | Bullet) else None


def _without_note(text: str) -> str:
    """The text without a note to the drafter that stands last in it."""
    if text.endswith("]"):
        for start, end in left_over(text):
            if end == len(text):
                return text[:start].rstrip()
    return text
