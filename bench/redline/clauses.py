"""Edits of whole clauses: put in, taken out, renumbered, moved, written anew; and a term renamed everywhere."""

from collections.abc import Mapping, Sequence
from itertools import islice
from string import ascii_uppercase

from bench.redline.edits import Edit, Editor, is_clause_of_group, put_in, take_out
from bench.redline.text import Kind, Word

_FOLLOW = 4
"""References that follow a renumbering."""


def insert_clause(editor: Editor, name: str) -> None:
    """A clause between two, with a letter after its number."""
    parent, line = editor.choose(Kind.CLAUSE, is_clause_of_group)
    put_in(editor, name, parent, parent.lines.index(line) + 1, editor.writer.clause(f"{line.label}A"))


def insert_renumbering(editor: Editor, name: str) -> None:
    """Near the start of a long sub-section: the clauses that follow are renumbered, and some references to them."""
    longest = sorted((len(group.lines) for section in editor.code for group in section.lines), reverse=True)
    long = longest[len(longest) // 4]
    parent, line = editor.choose(
        Kind.CLAUSE,
        lambda p, each: (
            is_clause_of_group(p, each) and len(p.lines) >= long and p.lines.index(each) <= max(1, long // 5)
        ),
    )
    place = parent.lines.index(line)
    edit = put_in(editor, name, parent, place, editor.writer.clause(line.label))
    new = {}
    for each in parent.lines[place + 1 :]:
        label = _next(each.label)
        new[each.label], each.label = label, label
    _refer(editor, edit, new)


def _next(label: str) -> str:
    """The number after this one; H14.36A becomes H14.37A."""
    start, _, number = label.rpartition(".")
    digits = number.rstrip(ascii_uppercase)
    return f"{start}.{int(digits) + 1}{number[len(digits) :]}"


def _refer(editor: Editor, edit: Edit, new: Mapping[str, str]) -> None:
    """References to what was renumbered follow it, in the first lines that have one."""
    lines = (line for section in editor.code for line in section.down if line.number not in editor.taken)
    found = (
        (line, place, new[base] + rest)
        for line in lines
        for place, word in enumerate(line.words)
        for base, rest in [_parted(word.text)]
        if base in new
    )
    for line, place, text in islice(found, _FOLLOW):
        line.words[place : place + 1] = editor.phrases.words(text)
        edit.groups.append(((line.number,), (line.number,)))
        editor.taken.add(line.number)


def _parted(reference: str) -> tuple[str, str]:
    """A clause's number, and the paragraph in it."""
    base, bracket, rest = reference.partition("(")
    return base, bracket + rest


def remove_clause(editor: Editor, name: str) -> None:
    """A clause is taken out."""
    take_out(editor, name, *editor.choose(Kind.CLAUSE, is_clause_of_group))


def not_used(editor: Editor, name: str) -> None:
    """Of a clause only its number is left."""
    _, line = editor.choose(Kind.CLAUSE, is_clause_of_group)
    edit = editor.record(name, line)
    edit.groups += [((each.number,), ()) for below in line.lines for each in below.down]
    line.words = editor.phrases.words("[Not used]")
    line.lines = []


def move(editor: Editor, name: str) -> None:
    """To another place in the same sub-section, or to one in another Section; sometimes with an edit."""
    parent, line = editor.choose(
        Kind.CLAUSE, lambda p, each: is_clause_of_group(p, each) and len(each.words) > 16 and len(p.lines) > 10
    )
    elsewhere = [
        each for section in editor.code for each in section.lines if parent not in section.lines and len(each.lines) > 4
    ]
    target = editor.draw.choice(elsewhere) if name == "move to another" else parent
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


def rewrite(editor: Editor, name: str) -> None:
    """A clause under its number says something else."""
    _, line = editor.choose(Kind.CLAUSE, lambda p, each: is_clause_of_group(p, each) and len(each.words) > 14)
    edit = editor.record(name, line)
    edit.groups += [((each.number,), ()) for below in line.lines for each in below.down]
    new = editor.writer.clause(line.label)
    line.words, line.lines = new.words, new.lines
    edit.groups += [((), (each.number,)) for below in line.lines for each in below.down]


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
    """The term that stands nearest to 171 times in the text."""
    text = " ".join(word.text for section in editor.code for line in section.down for word in line.all_words)
    return min(editor.phrases.terms[:60], key=lambda term: abs(text.count(term) - 171))


def _renamed(editor: Editor, words: list[Word], old: Sequence[str]) -> int:
    count = 0
    for place in range(len(words) - len(old), -1, -1):
        if [word.text for word in words[place : place + len(old)]] == old:
            words[place : place + len(old)] = editor.phrases.words("Nominated Body")
            count += 1
    return count
