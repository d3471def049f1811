"""Edits of what stands in clauses: paragraphs, definitions, tables, formulas; and of headings."""

from bench.redline.edits import Edit, Editor, put_in, reletter, take_out
from bench.redline.text import Kind, Line


def insert_paragraph(editor: Editor, name: str) -> None:
    """A paragraph in a list; those that follow are lettered again."""
    parent, line = editor.choose(Kind.PARAGRAPH, lambda p, each: _is_listed(p, each) and each is not p.lines[-1])
    new = editor.writer.mint.line(Kind.PARAGRAPH, line.label, editor.phrases.item(" ;"))
    put_in(editor, name, parent, parent.lines.index(line), new)
    reletter(parent)


def insert_last(editor: Editor, name: str) -> None:
    """At the end of a list the connective moves to what was the last."""
    parent, line = editor.choose(Kind.PARAGRAPH, lambda p, each: _is_listed(p, each) and each is p.lines[-1])
    line.words[-1:] = editor.phrases.words("; and")
    new = editor.writer.mint.line(Kind.PARAGRAPH, line.label, editor.phrases.item("."))
    put_in(editor, name, parent, len(parent.lines), new)
    reletter(parent)


def _is_listed(parent: Line, line: Line) -> bool:
    listed = parent.kind is Kind.CLAUSE and all(each.kind is Kind.PARAGRAPH for each in parent.lines)
    return listed and not line.lines and len(parent.lines) > 2


def remove_paragraph(editor: Editor, name: str) -> None:
    """A paragraph is taken out of a list, which is lettered again."""
    parent, line = editor.choose(Kind.PARAGRAPH, lambda p, each: _is_listed(p, each) and each is p.lines[1])
    take_out(editor, name, parent, line)
    reletter(parent)


def reorder(editor: Editor, name: str) -> None:
    """The first two paragraphs of a list change places."""
    parent, line = editor.choose(Kind.PARAGRAPH, lambda p, each: _is_listed(p, each) and each is p.lines[0])
    other = parent.lines[1]
    parent.lines[:2] = [other, line]
    line.label, other.label = other.label, line.label
    editor.take(parent, line)
    editor.edits.append(
        Edit(name, [((each.number,), (each.number,)) for each in (line, other)], either=[line.number, other.number])
    )


def definition(editor: Editor, name: str) -> None:
    """One word of a definition."""
    _, line = editor.choose(Kind.DEFINITION, lambda _, each: len(each.words) > 10)
    place = 8
    line.words[place : place + 1] = editor.other(line.words[place : place + 1])
    editor.record(name, line)


def insert_definition(editor: Editor, name: str) -> None:
    """A definition at its place among the others."""
    parent, line = editor.choose(Kind.DEFINITION, lambda p, each: each is not p.lines[-1])
    new = editor.writer.mint.line(Kind.DEFINITION, "", editor.phrases.meaning(f"New {editor.phrases.term()}"))
    put_in(editor, name, parent, parent.lines.index(line) + 1, new)


def remove_definition(editor: Editor, name: str) -> None:
    """A definition is taken out."""
    take_out(editor, name, *editor.choose(Kind.DEFINITION, lambda p, each: each is not p.lines[0]))


def cell(editor: Editor, name: str) -> None:
    """All words of one cell."""
    _, table = editor.choose(Kind.TABLE, lambda *_: True)
    cell = editor.draw.choice(editor.draw.choice(table.rows[1:]))
    cell[:] = editor.other(cell)
    editor.record(name, table)


def row_in(editor: Editor, name: str) -> None:
    """A row in a table."""
    _, table = editor.choose(Kind.TABLE, lambda *_: True)
    table.rows.insert(2, [editor.phrases.words(editor.phrases.phrase()) for _ in table.rows[0]])
    editor.record(name, table)


def row_out(editor: Editor, name: str) -> None:
    """A row is taken out of a table."""
    _, table = editor.choose(Kind.TABLE, lambda *_: True)
    del table.rows[2]
    editor.record(name, table)


def column_in(editor: Editor, name: str) -> None:
    """A column in a table."""
    _, table = editor.choose(Kind.TABLE, lambda *_: True)
    for row in table.rows:
        row.insert(1, editor.phrases.words(editor.phrases.term()))
    editor.record(name, table)


def heading(editor: Editor, name: str) -> None:
    """A word in the title of a sub-section."""
    groups = [each for section in editor.code for each in section.lines if each.number not in editor.taken]
    group = editor.draw.choice(groups)
    editor.taken.add(group.number)
    group.words[1:2] = editor.other(group.words[1:2])
    editor.record(name, group)


def split(editor: Editor, name: str) -> None:
    """A paragraph becomes two, about the middle."""
    parent, line = editor.choose(Kind.PARAGRAPH, lambda p, each: _is_listed(p, each) and len(each.words) > 24)
    cut = len(line.words) // 2 + editor.draw.randint(-3, 3)
    tail = editor.writer.mint.line(Kind.PARAGRAPH, line.label, "")
    tail.words, line.words = line.words[cut:], line.words[:cut]
    parent.lines.insert(parent.lines.index(line) + 1, tail)
    editor.take(parent, tail)
    reletter(parent)
    editor.edits.append(Edit(name, [((line.number,), (line.number, tail.number))]))


def merge(editor: Editor, name: str) -> None:
    """Two paragraphs become one."""
    parent, line = editor.choose(
        Kind.PARAGRAPH, lambda p, each: _is_listed(p, each) and each is p.lines[0] and not p.lines[1].lines
    )
    other = parent.lines.pop(1)
    line.words += other.words
    reletter(parent)
    editor.edits.append(Edit(name, [((line.number, other.number), (line.number,))]))


def formula(editor: Editor, name: str) -> None:
    """One symbol of a formula."""
    _, line = editor.choose(Kind.FORMULA, lambda *_: True)
    line.words[2:3] = editor.phrases.words("J")
    editor.record(name, line)
