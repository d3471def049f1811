"""The operations that turn one text into another, given which block is which: by position, then moves and numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secc.amending.counting import counted
from secc.amending.draft import Piece, table_in
from secc.amending.pairing import Key, Pairing
from secc.amending.placing import caption_of, lines_of, name_of, spot_for
from secc.amending.quoting import is_confetti, rewordings
from secc.amending.refusal import Refusal
from secc.amending.tabling import row_operations
from secc.code.model import (
    AnyBlock,
    Bullet,
    Clause,
    Definition,
    Division,
    Paragraph,
    SubHeading,
    SubSection,
    Text,
)
from secc.compare import TableChanged
from secc.compare.said import label_of, marks_of, prose_of
from secc.instruments.model import (
    AppropriatePlace,
    InsertProvisions,
    Join,
    Move,
    OmitProvisions,
    OmitWords,
    Renumber,
    Split,
    Stretch,
    SubstituteHeading,
    SubstituteProvisions,
    Wording,
    Words,
)
from secc.instruments.places import Heading, Place, SubHeadingNamed
from secc.ids import Address


@dataclass(frozen=True, slots=True)
class Written:
    """An operation, and the piece of the new text for whose sake it is."""

    action: Wording
    owner: Key


class Writer:
    """Writes the operations. `troubles` are pieces of the new text that they cannot bring about."""

    def __init__(self, pairing: Pairing) -> None:
        self._pairing = pairing
        self.written: list[Written] = []
        self.troubles: list[Piece] = []
        self.strangers: list[Piece] = []
        self._late: list[tuple[Piece, list[Piece]]] = []
        self._to_omit: list[tuple[Piece, Piece]] = []
        self._runs = {id(first): (last, new, new_last) for first, last, new, new_last in pairing.runs}

    def write(self) -> None:
        """Everything, in the order in which it has to be carried out."""
        for document, new in self._pairing.after.items():
            old = self._pairing.before[document]
            if new.mate is not None:
                self._attributes(old, new)
                self._own_words(old, new)
                self._inside(old, new)
        self._moves_and_numbers()
        for piece, owner in self._to_omit:
            self._omit([piece], owner)
        for holder, news in self._late:
            self._insert(holder, news, late=True)

    def _say(self, action: Wording, owner: Piece) -> None:
        self.written.append(Written(action, owner.key))

    # By position

    def _inside(self, old: Piece, new: Piece) -> None:
        """What stands in two pieces that are the same one."""
        olds, news = list(old.children), list(new.children)
        place = start = 0
        for next_place, each in [*enumerate(news), (len(news), None)]:
            mate = each.mate if each is not None and each.mate in olds and not each.moved else None
            if each is not None and mate is None:
                continue
            end = olds.index(mate) if mate is not None else len(olds)
            self._between(old, new, olds[start:end], news[place:next_place])
            if each is not None and mate is not None:
                self._pair(mate, each)
                place, start = next_place + 1, end + 1

    def _between(self, old: Piece, new: Piece, olds: Sequence[Piece], news: Sequence[Piece]) -> None:
        """What went and what came between two blocks that stayed."""
        if olds and id(olds[0]) in self._runs:
            last, first_new, last_new = self._runs[id(olds[0])]
            if last in olds:
                self._replace_run(old, (olds[0], last), (first_new, last_new))
                return
        for each in olds:
            self._leaving(each)
        gone = [each for each in olds if each.mate is None and not self._is_joined(each)]
        runs = list(_runs_of(news, self._is_split_off))
        if gone and len(runs) == 1 and gone == list(olds) and self._substituted(old, gone, runs[0]):
            return
        for group in _together(gone, olds):
            if any(inner.mate is not None for each in group for inner in each.down):
                self._to_omit += [(each, new) for each in group]
            else:
                self._omit(group, new)
        for run in runs:
            if self._can_insert(old, run):
                self._insert(old, run, late=False)
            else:
                self._late.append((old, run))

    def _leaving(self, old: Piece) -> None:
        """Amend what moves where it stands before it does."""
        if old.mate is not None and old.mate.moved:
            self._pair(old, old.mate)
        elif old.mate is None:
            for each in list(old.children):
                self._leaving(each)

    def _is_split_off(self, piece: Piece) -> bool:
        return any(half.rest is piece for half in self._pairing.halves.values())

    _is_joined = _is_split_off

    def _replace_run(self, holder: Piece, olds: tuple[Piece, Piece], news: tuple[Piece, Piece]) -> None:
        first, last = name_of(olds[0]), name_of(olds[1])
        if first is None or last is None:
            self.troubles.append(news[0])
            return
        text = lines_of(news[0], news[1])
        self._say(SubstituteProvisions(first, text, last if last != first else None), news[0])
        start, end = holder.children.index(olds[0]), holder.children.index(olds[1]) + 1
        del holder.children[start:end]
        siblings = news[0].holder.children
        for place, each in enumerate(siblings[siblings.index(news[0]) : siblings.index(news[1]) + 1]):
            each.copy_into(holder, start + place)

    def _substituted(self, holder: Piece, olds: list[Piece], news: list[Piece]) -> bool:
        """Say a provision that came in the place of one that went as a substitution, where the two have a number."""
        labels = {each.label for each in olds if each.is_own}
        first, last = name_of(olds[0]), name_of(olds[-1])
        if first is None or last is None or any(inner.mate for each in olds for inner in each.down):
            return False
        if not any(each.label in labels for each in news if each.is_own):
            return False
        if any(self._is_taken(holder, each) for each in news if each.label not in labels):
            return False
        if isinstance(first.part, SubHeadingNamed) and len(olds) > 1:
            return False
        self._say(SubstituteProvisions(first, lines_of(news[0], news[-1]), last if len(olds) > 1 else None), news[0])
        start = holder.children.index(olds[0])
        del holder.children[start : start + len(olds)]
        for place, each in enumerate(news):
            each.copy_into(holder, start + place)
        return True

    def _omit(self, olds: Sequence[Piece], owner: Piece) -> None:
        """Omit pieces that stand beside one another."""
        first, last = name_of(olds[0]), name_of(olds[-1])
        if first is not None and last is not None:
            self._say(OmitProvisions(first, last=last if len(olds) > 1 else None), owner)
            for each in olds:
                each.holder.children.remove(each)
            return
        for each in olds:
            name = name_of(each)
            action = OmitProvisions(name) if name is not None else _omitting_words(each)
            if action is None:
                self.troubles.append(_beside_gone(each, owner))
            else:
                self._say(action, owner)
            each.holder.children.remove(each)

    def _can_insert(self, holder: Piece, news: Sequence[Piece]) -> bool:
        """Whether all about the place stands as it will, and the numbers are free."""
        pending = any(
            each.mate is not None and each.is_own and (each.moved or each.label != each.mate.label)
            for each in holder.children
        )
        arriving = any(each.moved for each in news[0].holder.children)
        return not pending and not arriving and not any(self._is_taken(holder, each) for each in news)

    def _insert(self, holder: Piece, news: Sequence[Piece], *, late: bool) -> None:
        if late and any(self._is_taken(holder, each) for each in news):
            self.troubles.append(news[0])
            return
        found = spot_for(holder, news)
        if found is None:
            self.troubles.append(news[0])
            return
        spot, index = found
        where = Place(holder.address) if holder.is_own else Place(Address(holder.version.id))
        if isinstance(spot, AppropriatePlace) and not holder.is_own:
            self.troubles.append(news[0])
            return
        self._say(InsertProvisions(where, spot, lines_of(news[0], news[-1])), news[0])
        for place, each in enumerate(news):
            each.copy_into(holder, index + place)

    def _is_taken(self, holder: Piece, new: Piece) -> bool:
        """Whether a new piece, or one in it, would have the number of another that stands there."""
        for each in new.down:
            if not each.is_own or isinstance(each.block, Paragraph) and each is not new:
                continue
            if isinstance(each.block, Paragraph | Definition):
                beside = [other for other in holder.children if type(other.block) is type(each.block)]
                if isinstance(each.block, Definition):
                    beside = [other for other in holder.down if isinstance(other.block, Definition)]
                if each is new and any(other.label == each.label for other in beside):
                    return True
            elif self._number_taken(holder, each):
                return True
        return False

    def _number_taken(self, holder: Piece, new: Piece) -> bool:
        document = self._pairing.before[holder.version.id] if holder.version.id in self._pairing.before else holder
        wanted = new.address
        return any(
            other.label == new.label and other.is_own and other.address == wanted
            for other in document.down
            if isinstance(other.block, Clause | SubSection | Division)
        )

    # One block that stayed

    def _pair(self, old: Piece, new: Piece) -> None:
        vacant = _vacant(new)
        same = old.label == new.label and not any(each.mate is not None and each.mate.moved for each in old.down)
        if vacant and not _vacant(old) and same:
            self._say(OmitProvisions(Place(old.address), vacant), new)
            old.texts, old.children = list(new.texts), []
        elif new.whole:
            self._replace(old, new)
        else:
            self._attributes(old, new)
            self._joined_and_reworded(old, new)
            if not new.whole:
                self._inside(old, new)

    def _replace(self, old: Piece, new: Piece) -> None:
        """The piece written anew with all in it, under its new number."""
        if new.moved:
            self.strangers.append(new)
            return
        new.whole = True
        name = name_of(old)
        if name is None or (old.label != new.label and self._is_taken(old.holder, new)):
            self.troubles.append(new)
            return
        self._say(SubstituteProvisions(name, lines_of(new, new)), new)
        holder, place = old.holder, old.holder.children.index(old)
        del holder.children[place]
        new.copy_into(holder, place)

    def _attributes(self, old: Piece, new: Piece) -> None:
        if old.block is None:
            olds, news = old.version.document.attributes, new.version.document.attributes
        elif isinstance(old.block, Division) and isinstance(new.block, Division):
            olds, news = old.block.attributes, new.block.attributes
        else:
            return
        if {each.key: each.value for each in olds} != {each.key: each.value for each in news}:
            self.troubles.append(new)

    def _joined_and_reworded(self, old: Piece, new: Piece) -> None:
        half = self._pairing.halves.get(new.key)
        if half is None:
            self._own_words(old, new)
        elif half.rest.version is old.version:
            self._join(old, new, half.rest, rest_first=half.rest_first)
        else:
            self._split(old, new, half.rest, rest_first=half.rest_first)

    def _join(self, old: Piece, new: Piece, rest: Piece, *, rest_first: bool) -> None:
        first, second = (rest, old) if rest_first else (old, rest)
        if first.children or not (first.is_own and second.is_own) or first.holder is not second.holder:
            self.strangers.append(new)
            return
        self._say(Join(Place(second.address), Place(first.address)), new)
        first.texts = [f"{first.text} {second.text}"]
        first.children = second.children
        for each in first.children:
            each.parent = first
        first.holder.children.remove(second)
        first.mate, new.mate = new, first
        self._own_words(first, new)

    def _split(self, old: Piece, new: Piece, rest: Piece, *, rest_first: bool) -> None:
        first, second = (rest, new) if rest_first else (new, rest)
        if first.children or not (first.is_own and second.is_own) or type(first.block) is not type(second.block):
            self.strangers.append(new)
            return
        if old.label != first.label or self._is_taken(old.holder, second):
            self.strangers.append(new)
            return
        if not self._reword(old, new, f"{first.text} {second.text}"):
            return
        before = _beginning(old.text, len(first.text) + 1)
        if before is None:
            self.strangers.append(new)
            return
        self._say(Split(Place(old.address), before, _written_label(second)), new)
        made = Piece(old.version, old.number, old.holder)
        made.label, made.texts, made.children = second.label, [second.text], old.children
        for each in made.children:
            each.parent = made
        old.texts, old.children = [first.text], []
        old.holder.children.insert(old.holder.children.index(old) + 1, made)
        old.mate, first.mate, made.mate, second.mate = first, old, second, made
        self._inside(made, second)
        new.whole = True

    def _own_words(self, old: Piece, new: Piece) -> None:
        """The words of a block alone; of a container, its title."""
        if new.is_container:
            if old.text != new.text:
                self._say(SubstituteHeading(Place(old.address, Heading()), new.text), new)
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
                self.troubles.append(new)
        elif old.text != new.text or _legal_marks(before) != _legal_marks(after) or _title(before) != _title(after):
            self._words(old, new)

    def _words(self, old: Piece, new: Piece) -> None:
        if isinstance(new.block, Definition) and old.label != new.label:
            self._replace_or_trouble(old, new)
            return
        title, new_title = _title(old.block), _title(new.block)
        if title != new_title:
            if not title or not new_title:
                self._replace_or_trouble(old, new)
                return
            self._say(SubstituteHeading(Place(old.address, Heading()), new_title), new)
            old.texts = [new_title + old.text[len(title) :]]
        if old.text != new.text:
            self._reword(old, new, new.text)
        elif _legal_marks(old.block) != _legal_marks(new.block):
            self._replace_or_trouble(old, new)

    def _reword(self, old: Piece, new: Piece, target: str) -> bool:
        if old.text == target:
            return True
        if not old.children and old.is_own and _is_rewritten(old.text, target):
            self._replace_or_trouble(old, new)
            return False
        found = rewordings(old, 0, target) if old.text and target else None
        if found is None:
            self._replace_or_trouble(old, new)
            return False
        for each in found:
            self._say(each, new)
        return True

    def _replace_or_trouble(self, old: Piece, new: Piece) -> None:
        if old.is_own and not any(each.moved for each in (*old.down, *new.down)):
            for each in (*old.children, *new.children):
                for inner in each.down:
                    inner.mate = None
            self._replace(old, new)
        else:
            self.troubles.append(new)

    def _sub_heading(self, old: Piece, new: Piece, before: SubHeading, after: SubHeading) -> None:
        if old.text == new.text and before.level == after.level:
            return
        name = name_of(old)
        if name is None or not new.text:
            self.troubles.append(new)
        elif before.level == after.level:
            self._say(SubstituteHeading(name, new.text), new)
        else:
            self._say(SubstituteProvisions(name, lines_of(new, new)), new)
        old.texts, old.block = list(new.texts), new.block

    def _table(self, old: Piece, new: Piece) -> None:
        if _same_tables(old, new):
            return
        name = name_of(old)
        if name is None:
            self.troubles.append(new)
            return
        pair = self._pairing.pairs.get(new.key)
        changed = next((each for each in pair.changes if isinstance(each, TableChanged)), None) if pair else None
        same_caption = caption_of(old) == caption_of(new)
        actions = row_operations(old, new, name, changed) if changed is not None and same_caption else None
        for action in actions if actions is not None else [SubstituteProvisions(name, lines_of(new, new))]:
            self._say(action, new)
        old.texts, old.block = list(new.texts), new.block

    # Moves and numbers

    def _moves_and_numbers(self) -> None:
        moves = [each for document in self._pairing.after.values() for each in document.down if each.moved]
        moves = [each for each in moves if each.mate is not None]
        while True:
            done = [each for each in moves if self._move(each)]
            moves = [each for each in moves if each not in done]
            self._omit_emptied()
            if not done and not self._renumber():
                break
        self.strangers += moves
        self.strangers += [new for _, new in self._misnumbered()]

    def _omit_emptied(self) -> None:
        """Omit what something moved out of, once it has."""
        waiting = self._to_omit
        self._to_omit = []
        for piece, owner in waiting:
            if any(inner.mate is not None for inner in piece.down):
                self._to_omit.append((piece, owner))
            else:
                self._omit([piece], owner)

    def _misnumbered(self) -> Iterator[tuple[Piece, Piece]]:
        for document in self._pairing.after.values():
            for new in document.down:
                old = new.mate
                if old is not None and new.is_own and not new.moved and not new.whole and old.label != new.label:
                    if not isinstance(new.block, Definition):
                        yield old, new

    def _move(self, new: Piece) -> bool:
        old, holder = new.mate, new.holder.mate
        if old is None or holder is None or any(each.moved for each in _parents(new)):
            return False
        others = [each for each in _beside(holder, new) if each is not old]
        if any(each.label == new.label for each in others) or self._moves_clash(holder, old, new):
            return False
        found = spot_for(holder, [new])
        if found is None or isinstance(found[0], AppropriatePlace):
            self.strangers.append(new)
            new.moved = False
            return True
        spot, index = found
        into = Place(holder.address) if holder.is_own else None
        label = _written_label(new) if _written_label(new) != _written_label(old) else ""
        self._say(Move(Place(old.address), spot, into, label), new)
        if old.holder is holder and holder.children.index(old) < index:
            index -= 1
        old.holder.children.remove(old)
        holder.children.insert(index, old)
        old.parent, old.label, new.moved, old.moved = holder, new.label, False, False
        return True

    def _moves_clash(self, holder: Piece, old: Piece, new: Piece) -> bool:
        if not isinstance(new.block, Clause | SubSection | Division):
            return False
        document = self._pairing.before[holder.version.id]
        return any(
            each is not old and each.label == new.label and each.is_own and each.address == new.address
            for each in document.down
            if isinstance(each.block, Clause | SubSection | Division) and not each.within(old)
        )

    def _renumber(self) -> bool:
        """Renumber what can be, the outer first, in ranges where the numbers run on; false where nothing could be."""
        outer_first = sorted(self._misnumbered(), key=lambda pair: not pair[0].is_container)
        for old, new in outer_first:
            run = self._run_from(old)
            for count in range(len(run), 0, -1):
                if self._renumbered(run[:count], new):
                    return True
        return False

    def _run_from(self, old: Piece) -> list[Piece]:
        siblings = [each for each in old.holder.children if type(each.block) is type(old.block)]
        run = []
        for each in siblings[siblings.index(old) :]:
            if each.mate is None or each.mate.moved or each.mate.whole or each.label == each.mate.label:
                break
            run.append(each)
        return run

    def _renumbered(self, run: list[Piece], owner: Piece) -> bool:
        labels = [_written_label(each.mate) for each in run if each.mate is not None]
        if len(run) > 1:
            try:
                if list(counted(labels[0], labels[-1], len(run))) != labels:
                    return False
            except Refusal:
                return False
        beside = [each for each in _beside(run[0].holder, run[0]) if each not in run]
        if any(each.label == mate.label for each in beside for mate in (other.mate for other in run) if mate):
            return False
        if any(self._clashes(each, run) for each in run):
            return False
        first, last = Place(run[0].address), Place(run[-1].address)
        ranged = len(run) > 1
        self._say(Renumber(first, labels[0], last if ranged else None, labels[-1] if ranged else ""), owner)
        for each in run:
            assert each.mate is not None
            _relabel(each, each.mate.label)
        return True

    def _clashes(self, piece: Piece, run: list[Piece]) -> bool:
        """Whether another clause of the document has the number that this one is to have."""
        if not isinstance(piece.block, Clause | SubSection | Division) or piece.mate is None:
            return False
        document, wanted = self._pairing.before[piece.version.id], piece.mate.label
        return any(
            each.label == wanted and each not in run and each.is_own and each.numbering == piece.holder.numbering
            for each in document.down
            if isinstance(each.block, Clause | SubSection | Division)
        )


def _relabel(piece: Piece, label: str) -> None:
    """A new number; the clauses of a sub-section go with its number."""
    if isinstance(piece.block, SubSection):
        for each in piece.down:
            if isinstance(each.block, Clause) and each.label.startswith(f"{piece.label}."):
                each.label = label + each.label[len(piece.label) :]
    piece.label = label


def _beside(holder: Piece, piece: Piece) -> list[Piece]:
    return [each for each in holder.children if type(each.block) is type(piece.block) and each.is_own]


def _parents(piece: Piece) -> Iterator[Piece]:
    above = piece.parent
    while above is not None:
        yield above
        above = above.parent


def _written_label(piece: Piece) -> str:
    return f"({piece.label})" if isinstance(piece.block, Paragraph) else piece.label


def _runs_of(news: Sequence[Piece], is_half: object) -> Iterator[list[Piece]]:
    """New pieces that stand beside one another."""
    run: list[Piece] = []
    for each in news:
        if each.mate is None and not is_half(each):  # type: ignore[operator]  # a predicate
            run.append(each)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _together(gone: Sequence[Piece], olds: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Pieces that go, those side by side and with names of their own together."""
    group: list[Piece] = []
    for each in olds:
        if each in gone and name_of(each) is not None and type(each.block) in (Clause, Paragraph, Definition, SubSection):
            group.append(each)
            continue
        if group:
            yield group
            group = []
        if each in gone:
            yield [each]
    if group:
        yield group


def _beside_gone(old: Piece, owner: Piece) -> Piece:
    """The piece of the new text that stands nearest to one that went."""
    siblings = old.holder.children
    place = siblings.index(old)
    around = [*reversed(siblings[:place]), *siblings[place:]]
    return next((each.mate for each in around if each.mate is not None and each.mate.parent is owner), owner)


def _omitting_words(piece: Piece) -> Wording | None:
    """Unlabelled words go when all of them are left out."""
    if not isinstance(piece.block, Text | Bullet) or piece.children or not piece.text:
        return None
    found = rewordings(piece, 0, "")
    piece.texts = [piece.text]
    if found is None or len(found) != 1 or not isinstance(found[0], OmitWords):
        return None
    return found[0]


def _beginning(text: str, start: int) -> Words | None:
    """As few words from a place on as say it once."""
    words = text[start:].split(" ")
    for count in range(1, len(words) + 1):
        quoted = " ".join(words[:count])
        if text.count(quoted) == 1 and (count > 1 or len(words) == 1):
            return Words(quoted)
    return None


def _is_rewritten(before: str, after: str) -> bool:
    from secc.compare import words

    return is_confetti(words(before, after), before, after)


def _vacant(piece: Piece) -> str:
    """The words that hold a number, where a provision says no more."""
    block = piece.block
    if isinstance(block, Clause | Paragraph) and block.vacant and not piece.children:
        return block.prose.text
    return ""


def _title(block: AnyBlock | None) -> str:
    return block.title if isinstance(block, Clause) else ""


def _legal_marks(block: AnyBlock | None) -> tuple[object, ...]:
    return marks_of(prose_of(block)) if block is not None else ()


def _unlike(before: AnyBlock, after: AnyBlock) -> bool:
    """Whether two formulas, figures or pieces of code differ, what stands in them aside."""
    from secc.compare.said import text_of

    return text_of(before) != text_of(after) or label_of(before) != label_of(after)


def _same_tables(old: Piece, new: Piece) -> bool:
    before, after = table_in(old), table_in(new)
    return before is not None and after is not None and (before.caption, before.head, before.rows) == (
        after.caption, after.head, after.rows
    )  # fmt: skip
