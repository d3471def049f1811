"""How well a tool found the edits: each edit whole or not at all, and every word that it marked in vain.

An edit is found when in each of its lines what is left unmarked is the same in both texts, no more is marked than was
changed (so a shorter variant, or the same change some words further on, is as good), and nothing is marked in the lines
beside what was put in or taken out. A move is found when it is reported as one, with no word marked but those edited.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from bench.redline.edits import Edit, Group
from bench.redline.marks import Marks, Side
from bench.redline.text import Line, Word


@dataclass(slots=True)
class Score:
    """`noise`: words marked though unchanged; `missed`: changed, not marked; `labels`: labels marked wrongly or not."""

    edits: int = 0
    found: int = 0
    lost: list[str] = field(default_factory=list)
    noise: int = 0
    missed: int = 0
    labels: int = 0
    hunks: int = 0
    true_hunks: int = 0
    changed: int = 0
    partly: int = 0


class Truth:
    """What is true of a pair of texts."""

    def __init__(self, before: Sequence[Line], after: Sequence[Line], edits: Sequence[Edit]) -> None:
        self.old = {line.number: line for section in before for line in section.down}
        self.new = {line.number: line for section in after for line in section.down}
        self.edits = edits
        self._old_words = {word.identity for line in self.old.values() for word in line.all_words}
        self._new_words = {word.identity for line in self.new.values() for word in line.all_words}

    def marks(self) -> Marks:
        """What a perfect tool would mark: all that was taken out and put in."""
        marks = Marks()
        marks.old.words, marks.new.words = self._old_words - self._new_words, self._new_words - self._old_words
        for side, lines, others in ((marks.old, self.old, self.new), (marks.new, self.new, self.old)):
            for number, line in lines.items():
                if number not in others or others[number].label != line.label:
                    side.labels.add(number)
        for edit in self.edits:
            for number in (*edit.moved, *edit.either[:1]):
                for side, lines in ((marks.old, self.old), (marks.new, self.new)):
                    side.moved.update(each.number for each in lines[number].down)
        return marks

    def score(self, marks: Marks) -> Score:
        """Set the marks of a tool against the truth."""
        true = self.marks()
        score = Score(edits=len(self.edits), partly=marks.old.partly + marks.new.partly)
        score.changed = len(true.old.words) + len(true.new.words)
        groups = self._groups()
        right = {group: self._is_right(group, marks) for group in groups.values()}
        for edit in self.edits:
            if self._is_found(edit, marks, right, groups):
                score.found += 1
            else:
                score.lost.append(edit.kind)
        for group in set(groups.values()):
            if not right[group]:
                self._count(score, group, marks, true)
        score.labels = self._labels(marks, true)
        score.hunks, score.true_hunks = self._hunks(marks), self._hunks(true)
        return score

    def _groups(self) -> dict[tuple[bool, int], Group]:
        """The group of each line, by whether it is in the new text, and its number."""
        groups: dict[tuple[bool, int], Group] = {}
        joint = [group for edit in self.edits for group in edit.groups if len(group[0]) + len(group[1]) > 2]
        alone = [((n,) if n in self.old else (), (n,) if n in self.new else ()) for n in {**self.old, **self.new}]
        for group in (*alone, *joint):
            groups.update({(False, number): group for number in group[0]})
            groups.update({(True, number): group for number in group[1]})
        return groups

    def _is_found(
        self, edit: Edit, marks: Marks, right: dict[Group, bool], groups: dict[tuple[bool, int], Group]
    ) -> bool:
        for old, new in edit.groups:
            members = [(False, number) for number in old] + [(True, number) for number in new]
            if not all(right[groups[member]] for member in members if member in groups):
                return False
        moved = [self._is_moved(number, marks) for number in edit.moved]
        either = [self._is_moved(number, marks) for number in edit.either]
        return all(moved) and (any(either) or not either)

    def _is_moved(self, number: int, marks: Marks) -> bool:
        return all(each.number in marks.old.moved for each in self.old[number].down) and all(
            each.number in marks.new.moved for each in self.new[number].down
        )

    def _is_right(self, group: Group, marks: Marks) -> bool:
        old, new = self._words(group)
        kept = [word.text for word in old if word.identity not in marks.old.words]
        if kept != [word.text for word in new if word.identity not in marks.new.words]:
            return False
        removed, put = (
            sum(word.identity not in words for word in side)
            for side, words in ((old, self._new_words), (new, self._old_words))
        )
        return len(old) - len(kept) <= removed and len(new) - len(kept) <= put

    def _words(self, group: Group) -> tuple[list[Word], list[Word]]:
        old = [word for number in group[0] for word in self.old[number].all_words]
        return old, [word for number in group[1] for word in self.new[number].all_words]

    def _count(self, score: Score, group: Group, marks: Marks, true: Marks) -> None:
        """Noise and misses in lines that are not right. Moved text that a tool marks is not noise."""
        for side, truth, words, numbers in zip(
            (marks.old, marks.new), (true.old, true.new), self._words(group), group, strict=True
        ):
            identities = {word.identity for word in words}
            if not truth.moved.intersection(numbers):
                score.noise += len((side.words & identities) - truth.words)
            score.missed += len((truth.words & identities) - side.words)

    def _labels(self, marks: Marks, true: Marks) -> int:
        """A number that one clause gives up and another takes may be marked or not."""
        wrong = 0
        gone = {line.label: number for number, line in self.old.items() if number not in self.new}
        come = {line.label: number for number, line in self.new.items() if number not in self.old}
        taken = {numbers[label] for numbers in (gone, come) for label in gone.keys() & come.keys()}
        for side, truth, lines in ((marks.old, true.old, self.old), (marks.new, true.new, self.new)):
            aside = truth.moved | side.moved | taken
            labelled = {number for number, line in lines.items() if line.label and number not in aside}
            wrong += len((side.labels ^ truth.labels) & labelled)
        return wrong

    def _hunks(self, marks: Marks) -> int:
        """Runs of marked words in either text; moved lines and numbers are left out."""
        return _runs(self.old.values(), marks.old) + _runs(self.new.values(), marks.new)


def _runs(lines: Iterable[Line], side: Side) -> int:
    words = (word for line in lines if line.number not in side.moved for word in line.all_words)
    return sum(is_marked for is_marked, _ in groupby(words, lambda word: word.identity in side.words))
