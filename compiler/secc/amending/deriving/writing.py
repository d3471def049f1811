"""The operations that turn one text into another, given which block is which: by position, then moves and numbers."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from secc.amending.deriving.draft import Piece
from secc.amending.deriving.halves import Halves
from secc.amending.deriving.moving import Moving
from secc.amending.deriving.own_words import OwnWords
from secc.amending.deriving.pairing import Pairing
from secc.amending.deriving.placing import lines_of, name_of, spot_for
from secc.amending.deriving.quoting import rewordings
from secc.amending.deriving.script import Script
from secc.code.model import Bullet, Clause, Definition, Paragraph, SubSection, Text
from secc.ids import Address
from secc.instruments.model import (
    AppropriatePlace,
    InsertProvisions,
    OmitProvisions,
    OmitWords,
    SubstituteProvisions,
    Wording,
)
from secc.instruments.places import Place, SubHeadingNamed


def write(pairing: Pairing) -> Script:
    """All operations, in the order in which they have to be carried out."""
    script = Script(pairing)
    _Writer(script).write()
    return script


class _Writer:
    """Writes by the position in the text."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._own_words = OwnWords(script)
        self._halves = Halves(script, self._own_words, self._inside)
        self._moving = Moving(script, self._omit)
        self._late: list[tuple[Piece, list[Piece]]] = []
        self._runs = {id(first): (last, new, new_last) for first, last, new, new_last in script.pairing.runs}

    def write(self) -> None:
        """Everything."""
        for document, new in self._script.pairing.after.items():
            old = self._script.pairing.before[document]
            if new.mate is not None:
                self._own_words.attributes(old, new)
                self._own_words.amend(old, new)
                self._inside(old, new)
        self._moving.write()
        for piece, owner in self._moving.to_omit:
            self._omit([piece], owner)
        for holder, news in self._late:
            self._insert(holder, news, late=True)

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

    def _between(self, old: Piece, new: Piece, olds: list[Piece], news: list[Piece]) -> None:
        """What went and what came between two blocks that stayed."""
        first = next((each for each in olds if id(each) in self._runs), None)
        if first is not None:
            last, first_new, last_new = self._runs[id(first)]
            if last in olds and first_new in news:
                self._between(old, new, olds[: olds.index(first)], news[: news.index(first_new)])
                self._replace_run(old, (first, last), (first_new, last_new))
                self._between(old, new, olds[olds.index(last) + 1 :], news[news.index(last_new) + 1 :])
                return
        for each in olds:
            self._leaving(each)
        gone = [each for each in olds if each.mate is None and not self._halves.is_half(each)]
        runs = list(_runs_of(news, self._halves.is_half))
        at_once = gone and gone == olds and len(runs) == 1
        if not (at_once and (self._own_words.other_words(gone, runs[0]) or self._substituted(old, gone, runs[0]))):
            self._gone_and_come(old, new, _together(gone, olds), runs)

    def _gone_and_come(self, old: Piece, new: Piece, gone: Iterable[list[Piece]], runs: Iterable[list[Piece]]) -> None:
        for group in gone:
            if any(inner.mate is not None for each in group for inner in each.down):
                self._moving.to_omit += [(each, new) for each in group]
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

    def _replace_run(self, holder: Piece, olds: tuple[Piece, Piece], news: tuple[Piece, Piece]) -> None:
        first, last = name_of(olds[0]), name_of(olds[1])
        if first is None or last is None:
            self._script.troubles.append(news[0])
            return
        text = lines_of(news[0], news[1])
        self._script.say(SubstituteProvisions(first, text, last if last != first else None), news[0])
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
        if any(self._script.is_taken(holder, each) for each in news if each.label not in labels):
            return False
        if isinstance(first.part, SubHeadingNamed) and len(olds) > 1:
            return False
        self._script.say(
            SubstituteProvisions(first, lines_of(news[0], news[-1]), last if len(olds) > 1 else None), news[0]
        )
        start = holder.children.index(olds[0])
        del holder.children[start : start + len(olds)]
        for place, each in enumerate(news):
            each.copy_into(holder, start + place)
        return True

    def _omit(self, olds: Sequence[Piece], owner: Piece) -> None:
        """Omit pieces that stand beside one another."""
        first, last = name_of(olds[0]), name_of(olds[-1])
        if first is not None and last is not None:
            self._script.say(OmitProvisions(first, last=last if len(olds) > 1 else None), owner)
            for each in olds:
                each.holder.children.remove(each)
            return
        for each in olds:
            name = name_of(each)
            action = OmitProvisions(name) if name is not None else _omitting_words(each)
            if action is None:
                self._script.troubles.append(_beside_gone(each, owner))
            else:
                self._script.say(action, owner)
            each.holder.children.remove(each)

    def _can_insert(self, holder: Piece, news: Sequence[Piece]) -> bool:
        """Whether all about the place stands as it will, and the numbers are free."""
        pending = any(
            each.mate is not None and each.is_own and (each.moved or each.label != each.mate.label)
            for each in holder.children
        )
        arriving = any(each.moved for each in news[0].holder.children)
        return not pending and not arriving and not any(self._script.is_taken(holder, each) for each in news)

    def _insert(self, holder: Piece, news: Sequence[Piece], *, late: bool) -> None:
        if late and any(self._script.is_taken(holder, each) for each in news):
            self._script.troubles.append(news[0])
            return
        found = spot_for(holder, news)
        if found is None:
            self._script.troubles.append(news[0])
            return
        spot, index = found
        where = Place(holder.address) if holder.is_own else Place(Address(holder.version.id))
        if isinstance(spot, AppropriatePlace) and not holder.is_own:
            self._script.troubles.append(news[0])
            return
        self._script.say(InsertProvisions(where, spot, lines_of(news[0], news[-1])), news[0])
        for place, each in enumerate(news):
            each.copy_into(holder, index + place)

    def _pair(self, old: Piece, new: Piece) -> None:
        vacant = _vacant(new)
        same = old.label == new.label and not any(each.mate is not None and each.mate.moved for each in old.down)
        if vacant and not _vacant(old) and same:
            self._script.say(OmitProvisions(Place(old.address), vacant), new)
            old.texts, old.children = list(new.texts), []
        elif new.whole:
            self._own_words.replace(old, new)
        else:
            self._own_words.attributes(old, new)
            self._halves.amend(old, new)
            if not new.whole:
                self._inside(old, new)


def _runs_of(news: Sequence[Piece], is_half: Callable[[Piece], bool]) -> Iterator[list[Piece]]:
    """New pieces that stand beside one another."""
    run: list[Piece] = []
    for each in news:
        if each.mate is None and not is_half(each):
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
        if (
            each in gone
            and name_of(each) is not None
            and type(each.block) in (Clause, Paragraph, Definition, SubSection)
        ):
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


def _vacant(piece: Piece) -> str:
    """The words that hold a number, where a provision says no more."""
    block = piece.block
    if isinstance(block, Clause | Paragraph) and block.vacant and not piece.children:
        return block.prose.text
    return ""
