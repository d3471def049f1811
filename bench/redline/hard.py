"""The hard pair: the standard edits, and passages so much edited that numbers and neighbours mislead."""

from bench.redline.edits import Edit, Editor, Group, put_in
from bench.redline.standard import standard
from bench.redline.text import Kind, Line

_HEAVY = 6
_RUNS = 4
_SWAPS = 12
_PROMOTED = 8
_GROUPS = 3
_SMALL = 5
"""Clauses of a sub-section that is put in."""


def hard(editor: Editor) -> None:
    """Half of the paragraphs of six sub-sections edited, runs of clauses replaced, swaps, promotions, new groups."""
    standard(editor)
    for _ in range(_RUNS):
        _replace_run(editor)
    for _ in range(_SWAPS):
        _swap(editor)
    for _ in range(_PROMOTED):
        _promote(editor)
    groups = [each for section in editor.code for each in section.lines]
    for group in editor.draw.sample(groups, _HEAVY):
        _edit_heavily(editor, group)
    for _ in range(_GROUPS):
        _insert_group(editor)


def _edit_heavily(editor: Editor, group: Line) -> None:
    """Half of the paragraphs, each one to three times; an edit is recorded for each line."""
    for line in [each for clause in group.lines for each in clause.down]:
        if line.kind is not Kind.PARAGRAPH or line.number in editor.taken or editor.draw.random() < 0.5:
            continue
        for _ in range(editor.draw.randint(1, 3)):
            change = editor.draw.choice((editor.substitute, editor.substitute, editor.insert_words, editor.omit_words))
            if len(line.words) > 9:
                change(line)
        editor.record("heavy", line)


def _replace_run(editor: Editor) -> None:
    """Four clauses give way to three others under the same first three numbers; each of these is an edit."""
    parent, line = editor.choose(Kind.CLAUSE, lambda p, each: _has_run(editor, p, each))
    place = parent.lines.index(line)
    old = parent.lines[place : place + 4]
    new = [editor.writer.clause(each.label) for each in old[:3]]
    parent.lines[place : place + 4] = new
    for gone, came in ((old[:1], new[0]), (old[1:2], new[1]), (old[2:], new[2])):
        edit = Edit("run", [((each.number,), ()) for clause in gone for each in clause.down])
        edit.groups += [((), (each.number,)) for each in came.down]
        editor.edits.append(edit)
    for each in (*old, *new):
        editor.taken.update(below.number for below in each.down)


def _has_run(editor: Editor, parent: Line, line: Line) -> bool:
    place = parent.lines.index(line)
    run = parent.lines[place : place + 4]
    free = not any(each.number in editor.taken for clause in run for each in clause.down)
    return parent.kind is Kind.GROUP and 0 < place < len(parent.lines) - 4 and free


def _swap(editor: Editor) -> None:
    """Two neighbours change places and numbers."""
    parent, line = editor.choose(Kind.CLAUSE, lambda p, each: _has_run(editor, p, each) and len(each.words) > 12)
    place = parent.lines.index(line)
    other = parent.lines[place + 1]
    parent.lines[place : place + 2] = [other, line]
    line.label, other.label = other.label, line.label
    editor.take(parent, line)
    groups: list[Group] = [((each.number,), (each.number,)) for clause in (line, other) for each in clause.down]
    editor.edits.append(Edit("swap", groups, either=[line.number, other.number]))


def _promote(editor: Editor) -> None:
    """A paragraph becomes a clause behind its own."""
    suits = lambda p, each: p.kind is Kind.CLAUSE and len(each.words) > 16 and len(p.lines) > 2  # noqa: E731
    clause, paragraph = editor.choose(Kind.PARAGRAPH, suits)
    group = next(each for section in editor.code for each in section.lines if clause in each.lines)
    clause.lines.remove(paragraph)
    promoted = Line(Kind.CLAUSE, f"{clause.label}B", paragraph.words, paragraph.number, [], paragraph.lines)
    group.lines.insert(group.lines.index(clause) + 1, promoted)
    editor.take(group, promoted)
    groups: list[Group] = [((each.number,), (each.number,)) for each in promoted.down]
    editor.edits.append(Edit("promote", groups, moved=[promoted.number]))


def _insert_group(editor: Editor) -> None:
    """A sub-section in the middle of a Section; those that follow are renumbered, with all their clauses."""
    section = editor.draw.choice([each for each in editor.code if len(each.lines) > 3])
    put_in(editor, "group in", section, 2, editor.writer.group(section.lines[2].label, _SMALL))
    for group in section.lines[3:]:
        number = int(group.label[1:]) + 1
        for clause in group.lines:
            clause.label = f"{group.label[0]}{number}.{clause.label.partition('.')[2]}"
        group.label = f"{group.label[0]}{number}"
