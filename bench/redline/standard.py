"""The standard pair: 165 edits of every kind that drafters make."""

from collections.abc import Callable

from bench.redline import clauses, parts
from bench.redline.edits import Editor
from bench.redline.text import Kind, Line


def standard(editor: Editor) -> None:
    """The edits of the standard pair, in a fixed order."""
    for name, times, make in _STANDARD:
        for _ in range(times):
            make(editor, name)
    clauses.rename(editor, "rename")


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


_STANDARD: tuple[tuple[str, int, Callable[[Editor, str], None]], ...] = (
    ("words", 40, _words(Editor.substitute)),
    ("phrase in", 15, _words(Editor.insert_words)),
    ("phrase out", 15, _words(Editor.omit_words)),
    ("value", 8, _value),
    ("reference", 6, _reference),
    ("clause in", 8, clauses.insert_clause),
    ("clause in, renumbering", 2, clauses.insert_renumbering),
    ("clause out", 4, clauses.remove_clause),
    ("not used", 4, clauses.not_used),
    ("paragraph in", 8, parts.insert_paragraph),
    ("paragraph in at the end", 4, parts.insert_last),
    ("paragraph out", 6, parts.remove_paragraph),
    ("move", 2, clauses.move),
    ("move to another", 3, clauses.move),
    ("move edited", 2, clauses.move),
    ("reorder", 2, parts.reorder),
    ("definition", 5, parts.definition),
    ("definition in", 4, parts.insert_definition),
    ("definition out", 2, parts.remove_definition),
    ("cell", 6, parts.cell),
    ("row in", 2, parts.row_in),
    ("row out", 1, parts.row_out),
    ("column in", 1, parts.column_in),
    ("heading", 4, parts.heading),
    ("split", 2, parts.split),
    ("merge", 2, parts.merge),
    ("rewrite", 4, clauses.rewrite),
    ("formula", 2, parts.formula),
)
