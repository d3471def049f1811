"""Edits whose every changed word is known: the standard pair has 165 of them, of every kind that drafters make."""

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


def standard(editor: Editor) -> None:
    """The edits of the standard pair, in a fixed order."""
    for name, times, make in _STANDARD:
        for _ in range(times):
            make(editor, name)
    rename(editor, "rename")


def _words(change: Callable[[Editor, Line], None]) -> Callable[[Editor, str], None]:
    def made(editor: Editor, name: str) -> None:
        _, line = editor.choose(Kind.PARAGRAPH, lambda _, each: len(each.words) > 14)
        change(editor, line)
        editor.record(name, line)

    return made


def _value(editor: Editor, name: str) -> None:
    _, line = editor.choose(Kind.PARAGRAPH, lambda _, each: any(word.text.isdecimal() for word in each.words))
    place = next(p for p, word in enumerate(line.words) if word.text.isdecimal())
    line.words[place : place + 1] = editor.phrases.words(str(int(line.words[place].text) + 7))
    editor.record(name, line)


def _reference(editor: Editor, name: str) -> None:
    _, line = editor.choose(Kind.PARAGRAPH, lambda _, each: any(word.text == "Section" for word in each.words))
    place = next(p for p, word in enumerate(line.words) if word.text == "Section") + 1
    said = line.words[place].text
    other = editor.phrases.reference().split()[1]
    line.words[place : place + 1] = editor.phrases.words(other if other != said else f"{said}(f)")
    editor.record(name, line)


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


def _insert_clause(editor: Editor, name: str) -> None:
    parent, line = editor.choose(Kind.CLAUSE, is_clause_of_group)
    put_in(editor, name, parent, parent.lines.index(line) + 1, editor.writer.clause(f"{line.label}A"))


def _insert_renumbering(editor: Editor, name: str) -> None:
    """All clauses that follow are renumbered, and references to them follow."""
    parent, line = editor.choose(Kind.CLAUSE, lambda p, each: is_clause_of_group(p, each) and "A" not in each.label[1:])
    place = parent.lines.index(line)
    edit = put_in(editor, name, parent, place, editor.writer.clause(line.label))
    new = {}
    for each in parent.lines[place + 1 :]:
        if each.kind is Kind.CLAUSE:
            start, _, number = each.label.rpartition(".")
            digits = number.rstrip("A")
            new[each.label] = each.label = f"{start}.{int(digits) + 1}{number[len(digits) :]}"
    new = {_before(label): label for label in new.values()}
    _refer(editor, edit, new)


def _before(label: str) -> str:
    start, _, number = label.rpartition(".")
    digits = number.rstrip("A")
    return f"{start}.{int(digits) - 1}{number[len(digits) :]}"


def _refer(editor: Editor, edit: Edit, new: dict[str, str]) -> None:
    """A few references to what was renumbered follow it."""
    for section in editor.code:
        for line in section.down:
            for place, word in enumerate(line.words):
                base, bracket, rest = word.text.partition("(")
                if base in new and line.number not in editor.taken and editor.draw.random() < 0.5:
                    line.words[place : place + 1] = editor.phrases.words(new[base] + bracket + rest)
                    edit.groups.append(((line.number,), (line.number,)))
                    editor.taken.add(line.number)


def _remove_clause(editor: Editor, name: str) -> None:
    take_out(editor, name, *editor.choose(Kind.CLAUSE, is_clause_of_group))


def _not_used(editor: Editor, name: str) -> None:
    _, line = editor.choose(Kind.CLAUSE, is_clause_of_group)
    edit = editor.record(name, line)
    edit.groups += [((each.number,), ()) for below in line.lines for each in below.down]
    line.words = editor.phrases.words("[Not used]")
    line.lines = []


def _insert_paragraph(editor: Editor, name: str) -> None:
    parent, line = editor.choose(Kind.PARAGRAPH, lambda p, each: _is_listed(p, each) and each is not p.lines[-1])
    new = editor.writer.mint.line(Kind.PARAGRAPH, line.label, editor.phrases.item(" ;"))
    put_in(editor, name, parent, parent.lines.index(line), new)
    reletter(parent)


def _insert_last(editor: Editor, name: str) -> None:
    """At the end of a list the connective moves to what was the last."""
    parent, line = editor.choose(Kind.PARAGRAPH, lambda p, each: _is_listed(p, each) and each is p.lines[-1])
    line.words[-1:] = editor.phrases.words("; and")
    new = editor.writer.mint.line(Kind.PARAGRAPH, line.label, editor.phrases.item("."))
    put_in(editor, name, parent, len(parent.lines), new)
    reletter(parent)


def _is_listed(parent: Line, line: Line) -> bool:
    listed = parent.kind is Kind.CLAUSE and all(each.kind is Kind.PARAGRAPH for each in parent.lines)
    return listed and not line.lines and len(parent.lines) > 2


def reletter(parent: Line) -> None:
    """A list in its letters again."""
    for place, each in enumerate(each for each in parent.lines if each.kind is Kind.PARAGRAPH):
        each.label = list_label(place, 1)


def _remove_paragraph(editor: Editor, name: str) -> None:
    parent, line = editor.choose(Kind.PARAGRAPH, lambda p, each: _is_listed(p, each) and each is p.lines[1])
    take_out(editor, name, parent, line)
    reletter(parent)


def _move(editor: Editor, name: str) -> None:
    """To another place in the same sub-section, or in another one; sometimes with an edit."""
    parent, line = editor.choose(
        Kind.CLAUSE, lambda p, each: is_clause_of_group(p, each) and len(each.words) > 16 and len(p.lines) > 8
    )
    groups = [each for section in editor.code for each in section.lines if each.kind is Kind.GROUP]
    target = (
        parent
        if name == "move"
        else editor.draw.choice([each for each in groups if each is not parent and len(each.lines) > 4])
    )
    place = parent.lines.index(line)
    del parent.lines[place]
    others = [p for p in range(2, len(target.lines) - 1) if target is not parent or abs(p - place) > 2]
    at = editor.draw.choice(others)
    line.label = f"{target.lines[at - 1].label}M"
    target.lines.insert(at, line)
    editor.take(target, line)
    if name == "move edited":
        editor.substitute(line)
    edit = Edit(name, [((each.number,), (each.number,)) for each in line.down], moved=[line.number])
    editor.edits.append(edit)


def _reorder(editor: Editor, name: str) -> None:
    parent, line = editor.choose(Kind.PARAGRAPH, lambda p, each: _is_listed(p, each) and each is p.lines[0])
    other = parent.lines[1]
    parent.lines[:2] = [other, line]
    line.label, other.label = other.label, line.label
    editor.take(parent, line)
    editor.edits.append(
        Edit(name, [((each.number,), (each.number,)) for each in (line, other)], either=[line.number, other.number])
    )


def _definition(editor: Editor, name: str) -> None:
    _, line = editor.choose(Kind.DEFINITION, lambda _, each: len(each.words) > 10)
    place = 8
    line.words[place : place + 1] = editor.other(line.words[place : place + 1])
    editor.record(name, line)


def _insert_definition(editor: Editor, name: str) -> None:
    parent, line = editor.choose(Kind.DEFINITION, lambda p, each: each is not p.lines[-1])
    new = editor.writer.mint.line(Kind.DEFINITION, "", editor.phrases.meaning(f"New {editor.phrases.term()}"))
    put_in(editor, name, parent, parent.lines.index(line) + 1, new)


def _remove_definition(editor: Editor, name: str) -> None:
    take_out(editor, name, *editor.choose(Kind.DEFINITION, lambda p, each: each is not p.lines[0]))


def _cell(editor: Editor, name: str) -> None:
    _, table = editor.choose(Kind.TABLE, lambda *_: True)
    cell = editor.draw.choice(editor.draw.choice(table.rows[1:]))
    cell[:] = editor.other(cell)
    editor.record(name, table)


def _row_in(editor: Editor, name: str) -> None:
    _, table = editor.choose(Kind.TABLE, lambda *_: True)
    table.rows.insert(2, [editor.phrases.words(editor.phrases.phrase()) for _ in table.rows[0]])
    editor.record(name, table)


def _row_out(editor: Editor, name: str) -> None:
    _, table = editor.choose(Kind.TABLE, lambda *_: True)
    del table.rows[2]
    editor.record(name, table)


def _column_in(editor: Editor, name: str) -> None:
    _, table = editor.choose(Kind.TABLE, lambda *_: True)
    for row in table.rows:
        row.insert(1, editor.phrases.words(editor.phrases.term()))
    editor.record(name, table)


def _heading(editor: Editor, name: str) -> None:
    groups = [each for section in editor.code for each in section.lines if each.number not in editor.taken]
    group = editor.draw.choice(groups)
    editor.taken.add(group.number)
    group.words[1:2] = editor.other(group.words[1:2])
    editor.record(name, group)


def _split(editor: Editor, name: str) -> None:
    parent, line = editor.choose(Kind.PARAGRAPH, lambda p, each: _is_listed(p, each) and len(each.words) > 24)
    cut = len(line.words) // 2 + editor.draw.randint(-3, 3)
    tail = editor.writer.mint.line(Kind.PARAGRAPH, line.label, "")
    tail.words, line.words = line.words[cut:], line.words[:cut]
    parent.lines.insert(parent.lines.index(line) + 1, tail)
    editor.take(parent, tail)
    reletter(parent)
    editor.edits.append(Edit(name, [((line.number,), (line.number, tail.number))]))


def _merge(editor: Editor, name: str) -> None:
    parent, line = editor.choose(
        Kind.PARAGRAPH, lambda p, each: _is_listed(p, each) and each is p.lines[0] and not p.lines[1].lines
    )
    other = parent.lines.pop(1)
    line.words += other.words
    reletter(parent)
    editor.edits.append(Edit(name, [((line.number, other.number), (line.number,))]))


def rewrite(editor: Editor, name: str) -> None:
    """A clause under its number says something else."""
    _, line = editor.choose(Kind.CLAUSE, lambda p, each: is_clause_of_group(p, each) and len(each.words) > 14)
    edit = editor.record(name, line)
    edit.groups += [((each.number,), ()) for below in line.lines for each in below.down]
    new = editor.writer.clause(line.label)
    line.words, line.lines = new.words, new.lines
    edit.groups += [((), (each.number,)) for below in line.lines for each in below.down]


def _formula(editor: Editor, name: str) -> None:
    _, line = editor.choose(Kind.FORMULA, lambda *_: True)
    line.words[2:3] = editor.phrases.words("J")
    editor.record(name, line)


def rename(editor: Editor, name: str) -> None:
    """A defined term is called otherwise, wherever it stands."""
    old = _often(editor).split()
    edit = Edit(name)
    for section in editor.code:
        for line in section.down:
            if _renamed(editor, line.words, old) + sum(
                _renamed(editor, cell, old) for row in line.rows for cell in row
            ):
                edit.groups.append(((line.number,), (line.number,)))
    editor.edits.append(edit)


def _often(editor: Editor) -> str:
    """The term that stands nearest to 170 times in the text."""
    text = " ".join(word.text for section in editor.code for line in section.down for word in line.all_words)
    return min(editor.phrases.terms[:60], key=lambda term: abs(text.count(term) - 170))


def _renamed(editor: Editor, words: list[Word], old: Sequence[str]) -> int:
    count = 0
    for place in range(len(words) - len(old), -1, -1):
        if [word.text for word in words[place : place + len(old)]] == old:
            words[place : place + len(old)] = editor.phrases.words("Nominated Body")
            count += 1
    return count


_STANDARD: tuple[tuple[str, int, Callable[[Editor, str], None]], ...] = (
    ("words", 40, _words(Editor.substitute)),
    ("phrase in", 15, _words(Editor.insert_words)),
    ("phrase out", 15, _words(Editor.omit_words)),
    ("value", 8, _value),
    ("reference", 6, _reference),
    ("clause in", 8, _insert_clause),
    ("clause in, renumbering", 2, _insert_renumbering),
    ("clause out", 4, _remove_clause),
    ("not used", 4, _not_used),
    ("paragraph in", 8, _insert_paragraph),
    ("paragraph in at the end", 4, _insert_last),
    ("paragraph out", 6, _remove_paragraph),
    ("move", 2, _move),
    ("move to another", 3, _move),
    ("move edited", 2, _move),
    ("reorder", 2, _reorder),
    ("definition", 5, _definition),
    ("definition in", 4, _insert_definition),
    ("definition out", 2, _remove_definition),
    ("cell", 6, _cell),
    ("row in", 2, _row_in),
    ("row out", 1, _row_out),
    ("column in", 1, _column_in),
    ("heading", 4, _heading),
    ("split", 2, _split),
    ("merge", 2, _merge),
    ("rewrite", 4, rewrite),
    ("formula", 2, _formula),
)
