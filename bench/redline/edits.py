"""Edits a code and keeps a record: every word that an edit changed is known."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from bench.redline.text import Kind, Line, Word
from bench.redline.writing import Writer, list_label

Group: TypeAlias = tuple[tuple[int, ...], tuple[int, ...]]
"""Lines of the old and of the new text, by their numbers."""


@dataclass(slots=True)
class Edit:
    """One edit. `groups` are the numbers of the lines that it is about, old and new, that are to be judged together.

    `moved`: the lines that are to be reported as moved; of `either`, one.
    """

    kind: str
    groups: list[Group] = field(default_factory=list)
    moved: list[int] = field(default_factory=list)
    either: list[int] = field(default_factory=list)


class Editor:
    """Edits a copy of a code, and keeps a record. No line is edited twice, unless it is drawn for that."""

    def __init__(self, writer: Writer, code: Sequence[Line]) -> None:
        self.writer = writer
        self.draw = writer.draw
        self.phrases = writer.phrases
        self.code = [each.copy() for each in code]
        self.edits: list[Edit] = []
        self.taken: set[int] = set()

    # Choosing

    def every(self, kind: Kind) -> list[tuple[Line, Line]]:
        """All lines of a kind, each with what it stands in."""
        return [
            (parent, line)
            for section in self.code
            for parent in section.down
            for line in parent.lines
            if line.kind is kind
        ]

    def choose(self, kind: Kind, suits: Callable[[Line, Line], bool]) -> tuple[Line, Line]:
        """A line of a kind that no edit has touched, nor anything in it, nor its neighbours."""
        among = self.every(kind)
        self.draw.shuffle(among)
        parent, line = next((p, each) for p, each in among if suits(p, each) and self._is_free(p, each))
        self.take(parent, line)
        return parent, line

    def _is_free(self, parent: Line, line: Line) -> bool:
        place = parent.lines.index(line)
        near = [*parent.lines[max(0, place - 1) : place + 2], *line.down]
        if parent.kind is Kind.CLAUSE and line.kind is not Kind.DEFINITION:
            near.append(parent)
        return not any(each.number in self.taken for each in near)

    def take(self, parent: Line, line: Line) -> None:
        """From now on these are not chosen."""
        place = parent.lines.index(line)
        for each in (*parent.lines[max(0, place - 1) : place + 2], *line.down):
            self.taken.add(each.number)

    def record(self, kind: str, *lines: Line) -> Edit:
        """An edit within lines that stay."""
        edit = Edit(kind, [((each.number,), (each.number,)) for each in lines])
        self.edits.append(edit)
        return edit

    # Words

    def substitute(self, line: Line) -> None:
        """One to three words become others."""
        length = self.draw.randint(1, 3)
        place = self._place(line, length)
        line.words[place : place + length] = self.other(line.words[place : place + length])

    def insert_words(self, line: Line) -> None:
        """A phrase is put in."""
        place = self._place(line, 1)
        line.words[place:place] = self.phrases.words(self._inserted())

    def omit_words(self, line: Line) -> None:
        """Two to eight words are taken out."""
        length = self.draw.randint(2, min(8, len(line.words) - 6))
        place = self._place(line, length)
        del line.words[place : place + length]

    def _place(self, line: Line, length: int) -> int:
        """Within the line, and not across a sign."""
        last = max(2, len(line.words) - length - 2)
        places = [p for p in range(1, last) if not any(w.text in ",;.:" for w in line.words[p : p + length])]
        return self.draw.choice(places or [1])

    def other(self, words: Sequence[Word]) -> list[Word]:
        """As many words, none of which was there."""
        said = {word.text for word in words}
        while True:
            found = self.phrases.words(f"{self.phrases.term()} {self.phrases.term()}")[: max(1, len(words))]
            if not said & {word.text for word in found}:
                return found

    def _inserted(self) -> str:
        made = (
            lambda: f"or {self.phrases.term()}",
            lambda: f", in the case of {self.phrases.term()} ,",
            lambda: f"( other than {self.phrases.term()} )",
            lambda: f"and , where relevant , {self.phrases.term()}",
        )
        return self.draw.choice(made)()


def put_in(editor: Editor, name: str, parent: Line, place: int, line: Line) -> Edit:
    """A new line with all in it, at a place in a list of lines."""
    parent.lines.insert(place, line)
    editor.take(parent, line)
    edit = Edit(name, [((), (each.number,)) for each in line.down])
    edit.groups += [((each.number,), (each.number,)) for each in _neighbours(parent, place)]
    editor.edits.append(edit)
    return edit


def take_out(editor: Editor, name: str, parent: Line, line: Line) -> Edit:
    """A line is removed with all in it."""
    place = parent.lines.index(line)
    edit = Edit(name, [((each.number,), ()) for each in line.down])
    edit.groups += [((each.number,), (each.number,)) for each in _neighbours(parent, place)]
    del parent.lines[place]
    editor.edits.append(edit)
    return edit


def _neighbours(parent: Line, place: int) -> list[Line]:
    return [*parent.lines[max(0, place - 1) : place], *parent.lines[place + 1 : place + 2]]


def is_clause_of_group(parent: Line, line: Line) -> bool:
    """Whether a clause stands in a sub-section, not first or last in it."""
    return parent.kind is Kind.GROUP and line is not parent.lines[0] and line is not parent.lines[-1]


def reletter(parent: Line) -> None:
    """A list in its letters again."""
    for place, each in enumerate(each for each in parent.lines if each.kind is Kind.PARAGRAPH):
        each.label = list_label(place, 1)
