"""What changed in one block alone: its words, title, caption, cells."""

from collections.abc import Sequence

from secc.amending.deriving.draft import Piece, table_in
from secc.amending.deriving.placing import caption_of, lines_of, name_of, with_label
from secc.amending.deriving.quoting import is_confetti, rewordings
from secc.amending.deriving.script import Script
from secc.amending.deriving.tabling import row_operations
from secc.code.model import AnyBlock, Clause, Definition, Division, Paragraph, SubHeading, Text
from secc.compare import TableChanged, words
from secc.compare.said import label_of, marks_of, prose_of, text_of
from secc.instruments.model import SubstituteHeading, SubstituteProvisions
from secc.instruments.places import Heading, Place

_FEW, _LITTLE = 3, 0.15


class OwnWords:
    """Writes the operations on single blocks; those that words cannot mend are set out in full."""

    def __init__(self, script: Script) -> None:
        self._script = script

    def attributes(self, old: Piece, new: Piece) -> None:
        """Attributes have no operation but the document or division set out in full."""
        if old.block is None:
            olds, news = old.version.document.attributes, new.version.document.attributes
        elif isinstance(old.block, Division) and isinstance(new.block, Division):
            olds, news = old.block.attributes, new.block.attributes
        else:
            return
        if {each.key: each.value for each in olds} != {each.key: each.value for each in news}:
            self._script.troubles.append(new)

    def replace(self, old: Piece, new: Piece) -> None:
        """The piece written anew with all in it, under its new number."""
        if new.moved:
            self._script.strangers.append(new)
            return
        new.whole = True
        name, lines = name_of(old), lines_of(new, new)
        waits = old.label != new.label and self._script.is_taken(old.holder, new)
        if name is None or (waits and not isinstance(new.block, Clause | Paragraph)):
            self._script.troubles.append(new)
            return
        if waits:
            lines = with_label(lines, new, old)
        self._script.say(SubstituteProvisions(name, lines), new)
        holder, place = old.holder, old.holder.children.index(old)
        del holder.children[place]
        made = new.copy_into(holder, place)
        made.label = old.label if waits else new.label

    def amend(self, old: Piece, new: Piece) -> None:
        """The words of a block alone; of a container, its title."""
        if new.is_container:
            if old.text != new.text:
                self._script.say(SubstituteHeading(Place(old.address, Heading()), new.text), new)
                old.texts = list(new.texts)
            return
        before, after = old.block, new.block
        assert before is not None
        assert after is not None
        if isinstance(before, SubHeading) and isinstance(after, SubHeading):
            self._sub_heading(old, new, before, after)
        elif table_in(old) is not None:
            self._table(old, new)
        elif prose_of(before) is None:
            if _unlike(before, after):
                self._script.troubles.append(new)
        elif old.text != new.text or _legal_marks(before) != _legal_marks(after) or _title(before) != _title(after):
            self._words(old, new)

    def _words(self, old: Piece, new: Piece) -> None:
        if isinstance(new.block, Definition) and old.label != new.label:
            self.replace_or_trouble(old, new)
            return
        title, new_title = _title(old.block), _title(new.block)
        if title != new_title:
            if not title or not new_title:
                self.replace_or_trouble(old, new)
                return
            self._script.say(SubstituteHeading(Place(old.address, Heading()), new_title), new)
            old.texts = [new_title + old.text[len(title) :]]
        if old.text != new.text:
            self.reword(old, new, new.text)
        elif _legal_marks(old.block) != _legal_marks(new.block):
            self.replace_or_trouble(old, new)

    def other_words(self, olds: Sequence[Piece], news: Sequence[Piece]) -> bool:
        """Say unlabelled words that came in the place of others as a change of words; false where they are none."""
        old, new = olds[0], news[0]
        if len(olds) + len(news) != 2 or not (_is_words_alone(old) and _is_words_alone(new)):
            return False
        found = rewordings(old, 0, new.text)
        if found is None:
            return False
        for each in found:
            self._script.say(each, new)
        old.mate, new.mate = new, old
        return True

    def reword(self, old: Piece, new: Piece, target: str) -> bool:
        """Make the words of a block say something else; false where it was set out in full, or cannot be."""
        if old.text == target:
            return True
        if not old.children and old.is_own and _is_rewritten(old.text, target):
            self.replace_or_trouble(old, new)
            return False
        found = rewordings(old, 0, target)
        if found is None:
            self.replace_or_trouble(old, new)
            return False
        for each in found:
            self._script.say(each, new)
        return True

    def replace_or_trouble(self, old: Piece, new: Piece) -> None:
        """Set a provision out in full; for what has no address, somebody else has to."""
        if old.is_own and not any(each.moved for each in (*old.down, *new.down)):
            for each in (*old.children, *new.children):
                for inner in each.down:
                    inner.mate = None
            self.replace(old, new)
        else:
            self._script.troubles.append(new)

    def _sub_heading(self, old: Piece, new: Piece, before: SubHeading, after: SubHeading) -> None:
        if old.text == new.text and before.level == after.level:
            return
        name = name_of(old)
        if name is None or not new.text:
            self._script.troubles.append(new)
        elif before.level == after.level:
            self._script.say(SubstituteHeading(name, new.text), new)
        else:
            self._script.say(SubstituteProvisions(name, lines_of(new, new)), new)
        old.take_words(new)

    def _table(self, old: Piece, new: Piece) -> None:
        if _same_tables(old, new):
            return
        name = name_of(old)
        if name is None:
            self._script.troubles.append(new)
            return
        pair = self._script.pairing.pairs.get(new.key)
        changed = next((each for each in pair.changes if isinstance(each, TableChanged)), None) if pair else None
        same_caption = caption_of(old) == caption_of(new)
        actions = row_operations(old, new, name, changed) if changed is not None and same_caption else None
        for action in actions if actions is not None else [SubstituteProvisions(name, lines_of(new, new))]:
            self._script.say(action, new)
        old.take_words(new)


def _is_words_alone(piece: Piece) -> bool:
    block = piece.block
    return isinstance(block, Text) and bool(piece.text) and not piece.children and not _legal_marks(block)


def _is_rewritten(before: str, after: str) -> bool:
    """Whether little is left of more than a few words."""
    hunks = words(before, after)
    kept = len(before) - sum(each.before_end - each.before_start for each in hunks)
    return is_confetti(hunks, before, after) or (before.count(" ") > _FEW and kept < _LITTLE * len(before))


def _title(block: AnyBlock | None) -> str:
    return block.title if isinstance(block, Clause) else ""


def _legal_marks(block: AnyBlock | None) -> tuple[object, ...]:
    return marks_of(prose_of(block)) if block is not None else ()


def _unlike(before: AnyBlock, after: AnyBlock) -> bool:
    """Whether two formulas, figures or pieces of code differ, what stands in them aside."""
    return text_of(before) != text_of(after) or label_of(before) != label_of(after)


def _same_tables(old: Piece, new: Piece) -> bool:
    before, after = table_in(old), table_in(new)
    return before is not None and after is not None and (before.caption, before.head, before.rows) == (
        after.caption, after.head, after.rows
    )  # fmt: skip
