"""Two changes of one text brought together by `secc merge` and by `git merge-file`, on cases whose answer is known.

The texts are documents of the sample Code, changed in two ways. Where the two changes go together the text with both is
known; where they do not, any outcome without a conflict is a silent wrong merge.

`python -m tests.amending.against_git [--docs]` prints the table, or writes it to docs/amending.md.
"""

import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from random import Random

from secc.amending.merging import Texts, merge
from secc.amending.merging.passages import Passage, passages
from secc.code.digest import digest
from secc.code.load import LoadedDocument, NoCache, load_document
from secc.diagnostics import CannotProceed
from tests.corpus.dc_amendments import write_tables

_SAMPLE = Path(__file__).resolve().parents[2] / "sec-source"
_EACH = 30
_PROVISIONS = ("Clause", "Paragraph")


@dataclass(frozen=True)
class Case:
    """A text, two made from it, and what is right: the text with both changes, or None for a conflict."""

    kind: str
    base: str
    one: str
    other: str
    both: str | None


class Sheet:
    """A text that is changed block by block."""

    def __init__(self, loaded: LoadedDocument) -> None:
        self.root = passages(loaded)

    def blocks(self, *kinds: str) -> list[Passage]:
        """The blocks of some kinds, in order; the same places in every sheet of one text."""
        return [each for each in self.root.down if each.kind in kinds]

    def reword(self, block: Passage, place: int, words: str) -> None:
        """Put words in the place of one, counted through the lines of a block."""
        seen = 0
        lines = []
        for line in block.lines:
            parts = line.split(" ")
            for number, part in enumerate(parts):
                if part and seen == place:
                    parts[number] = words
                seen += bool(part)
            lines.append(" ".join(parts))
        block.lines = tuple(lines)

    @property
    def text(self) -> str:
        """The text as it now is."""
        lines: list[str] = []
        for each in self.root.down:
            lines += [""] * (max(0, each.lead) if lines else 0)
            lines += [*each.comments, *each.lines]
        return "\n".join(lines) + "\n"


_Edit = Callable[[Sheet, Random], None]


def cases(seed: int, each: int = _EACH) -> Iterator[Case]:
    """All kinds, so many of each."""
    found = sorted((_SAMPLE / "sections").glob("*.sec"))
    for kind, write in _KINDS.items():
        draw = Random(f"{seed} {kind}")
        made = 0
        while made < each:
            path = draw.choice(found)
            case = write(kind, path, draw)
            if case is not None and len({case.base, case.one, case.other}) == 3:
                made += 1
                yield case


@lru_cache
def _document(path: Path) -> LoadedDocument:
    return load_document(path.name, path.read_bytes(), NoCache())


def _sheets(path: Path, count: int) -> list[Sheet]:
    return [Sheet(_document(path)) for _ in range(count)]


def _long(sheet: Sheet, least: int) -> list[int]:
    """The places of provisions of so many words."""
    return [place for place, each in enumerate(sheet.blocks(*_PROVISIONS)) if len(each.flat.split()) >= least]


def _edited(
    kind: str, path: Path, edits: tuple[Callable[[Sheet], None], Callable[[Sheet], None]], *, clash: bool
) -> Case:
    base, one, other, both = _sheets(path, 4)
    edits[0](one)
    edits[1](other)
    for edit in edits:
        edit(both)
    return Case(kind, base.text, one.text, other.text, None if clash else both.text)


def _reword_at(block: int, word: int, words: str) -> Callable[[Sheet], None]:
    return lambda sheet: sheet.reword(sheet.blocks(*_PROVISIONS)[block], word, words)


def _same_sentence(kind: str, path: Path, draw: Random) -> Case | None:
    """Two words of one provision, some words apart."""
    places = _long(_sheets(path, 1)[0], 16)
    if not places:
        return None
    block = draw.choice(places)
    first, second = 3, 3 + draw.randint(5, 11)
    return _edited(
        kind, path, (_reword_at(block, first, "forthwith"), _reword_at(block, second, "thereof")), clash=False
    )


def _neighbours(kind: str, path: Path, draw: Random) -> Case | None:
    """A word in each of two provisions that stand beside one another."""
    places = _long(_sheets(path, 1)[0], 7)
    pairs = [each for each in places if each + 1 in places]
    if not pairs:
        return None
    block = draw.choice(pairs)
    return _edited(kind, path, (_reword_at(block, 4, "forthwith"), _reword_at(block + 1, 4, "thereof")), clash=False)


def _rewrapped(kind: str, path: Path, draw: Random) -> Case | None:
    """One breaks the lines of a provision elsewhere, the other changes a word of it."""
    sheet = _sheets(path, 1)[0]
    places = [each for each in _long(sheet, 16) if len(sheet.blocks(*_PROVISIONS)[each].lines) > 1]
    if not places:
        return None
    block, word = draw.choice(places), draw.randint(4, 14)

    def rewrap(sheet: Sheet) -> None:
        passage = sheet.blocks(*_PROVISIONS)[block]
        words = passage.flat.split(" ")
        pad = " " * passage.column
        passage.lines = (pad + " ".join(words[: len(words) // 3]), pad + " ".join(words[len(words) // 3 :]))

    return _edited(kind, path, (_reword_at(block, word, "forthwith"), rewrap), clash=False)


def _moved(sheet: Sheet, block: int, steps: int) -> bool:
    passage = sheet.blocks(*_PROVISIONS)[block]
    assert passage.parent is not None
    siblings = passage.parent.children
    place = siblings.index(passage)
    if not 0 <= place + steps < len(siblings) or any(each.kind not in _PROVISIONS for each in siblings):
        return False
    siblings.insert(place + steps, siblings.pop(place))
    return True


def _move_and_edit(kind: str, path: Path, draw: Random) -> Case | None:
    """One moves a provision among its neighbours, the other changes a word of it."""
    sheet = _sheets(path, 1)[0]
    places = _long(sheet, 12)
    if not places:
        return None
    block = draw.choice(places)
    if not _moved(sheet, block, 2):
        return None
    return _edited(kind, path, (_reword_at(block, 5, "forthwith"), lambda each: _move(each, block, 2)), clash=False)


def _move(sheet: Sheet, block: int, steps: int) -> None:
    _moved(sheet, block, steps)


def _inserted(sheet: Sheet, block: int, label: str, words: str) -> None:
    passage = sheet.blocks("Clause")[block]
    assert passage.parent is not None
    made = Passage(passage.block, f"{label} {words}", passage.column, 1)
    made.parent = passage.parent
    passage.parent.children.insert(passage.parent.children.index(passage) + 1, made)


def _two_new(kind: str, path: Path, draw: Random) -> Case | None:
    """Each puts a clause of its own number in at the same place."""
    clauses = _sheets(path, 1)[0].blocks("Clause")
    if not clauses:
        return None
    block = draw.randrange(len(clauses))
    label = clauses[block].label
    base, one, other, both = _sheets(path, 4)
    first, second = "The Panel shall keep a register of notices.", "The DCC shall answer each notice in writing."
    _inserted(one, block, f"{label}A", first)
    _inserted(other, block, f"{label}B", second)
    _inserted(both, block, f"{label}B", second)
    _inserted(both, block, f"{label}A", first)
    return Case(kind, base.text, one.text, other.text, both.text)


def _cells(kind: str, path: Path, draw: Random) -> Case | None:
    """Two cells of one row."""
    sheet = _sheets(path, 1)[0]
    tables = sheet.blocks("Table")
    if not tables:
        return None
    block = draw.randrange(len(tables))
    rows = [place for place, line in enumerate(tables[block].lines) if line.count("|") > 2 and "---" not in line]
    row = draw.choice(rows)

    def put(cell: int, words: str) -> Callable[[Sheet], None]:
        def edit(sheet: Sheet) -> None:
            table = sheet.blocks("Table")[block]
            cells = table.lines[row].split("|")
            cells[cell] = f" {words} "
            table.lines = (*table.lines[:row], "|".join(cells), *table.lines[row + 1 :])

        return edit

    return _edited(kind, path, (put(1, "Each Party"), put(2, "Any Supplier Party at all")), clash=False)


def _same_words(kind: str, path: Path, draw: Random) -> Case | None:
    """Both say the same word otherwise."""
    places = _long(_sheets(path, 1)[0], 10)
    if not places:
        return None
    block = draw.choice(places)
    return _edited(kind, path, (_reword_at(block, 5, "forthwith"), _reword_at(block, 5, "thereof")), clash=True)


def _same_number(kind: str, path: Path, draw: Random) -> Case | None:
    """Both give one new number, to other words, at two places."""
    clauses = _sheets(path, 1)[0].blocks("Clause")
    if len(clauses) < 6:
        return None
    block = draw.randrange(len(clauses) - 4)
    base, one, other = _sheets(path, 3)
    label = f"{clauses[block].label}A"
    _inserted(one, block, label, "The Panel shall keep a register of notices.")
    _inserted(other, block + 3, label, "The DCC shall answer each notice in writing.")
    return Case(kind, base.text, one.text, other.text, None)


def _gone(sheet: Sheet, block: int) -> None:
    passage = sheet.blocks(*_PROVISIONS)[block]
    assert passage.parent is not None
    passage.parent.children.remove(passage)


def _omit_and_edit(kind: str, path: Path, draw: Random) -> Case | None:
    """One leaves a provision out, the other changes a word of it."""
    places = _long(_sheets(path, 1)[0], 10)
    if not places:
        return None
    block = draw.choice(places)
    return _edited_apart(kind, path, _reword_at(block, 5, "forthwith"), lambda sheet: _gone(sheet, block))


def _edited_apart(kind: str, path: Path, edit: Callable[[Sheet], None], other_edit: Callable[[Sheet], None]) -> Case:
    base, one, other = _sheets(path, 3)
    edit(one)
    other_edit(other)
    return Case(kind, base.text, one.text, other.text, None)


def _two_moves(kind: str, path: Path, draw: Random) -> Case | None:
    """Each moves a clause into another sub-section."""
    sheet = _sheets(path, 1)[0]
    sections = [place for place, each in enumerate(sheet.blocks("SubSection")) if each.children]
    places = [each for each in _long(sheet, 25) if sheet.blocks(*_PROVISIONS)[each].kind == "Clause"]
    if len(sections) < 3 or not places:
        return None
    block = draw.choice(places)
    holder = sheet.blocks(*_PROVISIONS)[block].parent
    free = [each for each in sections if sheet.blocks("SubSection")[each] is not holder]
    first, second = draw.sample(free, 2)

    def to(section: int) -> Callable[[Sheet], None]:
        def edit(sheet: Sheet) -> None:
            passage, target = sheet.blocks(*_PROVISIONS)[block], sheet.blocks("SubSection")[section]
            assert passage.parent is not None
            passage.parent.children.remove(passage)
            target.children.append(passage)

        return edit

    return _edited_apart(kind, path, to(first), to(second))


_KINDS: dict[str, Callable[[str, Path, Random], Case | None]] = {
    "two words of one provision": _same_sentence,
    "words of two neighbours": _neighbours,
    "lines broken elsewhere, and a word": _rewrapped,
    "moved, and a word of it": _move_and_edit,
    "two new numbers at one place": _two_new,
    "two cells of one row": _cells,
    "the same word, each otherwise": _same_words,
    "one new number, twice": _same_number,
    "left out, and a word of it": _omit_and_edit,
    "moved to two places": _two_moves,
}


def by_secc(case: Case) -> str:
    """How `secc merge` does: `right`, `conflict` or `wrong`."""
    try:
        merged = merge(Texts((_loaded(case.base),), (_loaded(case.one),), (_loaded(case.other),)))
    except CannotProceed:
        return "conflict"
    return _judged(case, None if merged.clashes else next(iter(merged.documents.values())))


def by_git(case: Case) -> str:
    """How `git merge-file` does."""
    with tempfile.TemporaryDirectory() as folder:
        places = [Path(folder) / name for name in ("one", "base", "other")]
        for place, text in zip(places, (case.one, case.base, case.other), strict=True):
            place.write_text(text, encoding="utf-8")
        ran = subprocess.run(
            ["git", "merge-file", "-p", "-q", *map(str, places)], capture_output=True, check=False, text=True
        )
    return _judged(case, ran.stdout if ran.returncode == 0 else None)


def _judged(case: Case, outcome: str | None) -> str:
    if outcome is None:
        return "conflict"
    if case.both is None:
        return "wrong"
    return "right" if digest(_loaded(outcome).document) == digest(_loaded(case.both).document) else "wrong"


def _loaded(text: str) -> LoadedDocument:
    return load_document("text.sec", text.encode(), NoCache())


def table(found: Sequence[tuple[Case, str, str]]) -> str:
    """The table of docs/amending.md."""
    rows = [
        "| the two changes | cases | right | secc: right | conflict | wrong | git: right | conflict | wrong |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for kind in _KINDS:
        here = [each for each in found if each[0].kind == kind]
        rows.append(_row(kind, "both changes" if here[0][0].both is not None else "a conflict", here))
    rows.append(_row("all", "", found))
    return "\n".join(rows)


def _row(kind: str, right: str, found: Sequence[tuple[Case, str, str]]) -> str:
    cells = [kind, str(len(found)), right]
    for place in (1, 2):
        counts = Counter(
            "right" if each[place] == "conflict" and each[0].both is None else each[place] for each in found
        )
        cells += [str(counts[each]) for each in ("right", "conflict", "wrong")]
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Measure, and print or write the table."""
    found = [(case, by_secc(case), by_git(case)) for case in cases(201)]
    if "--docs" in sys.argv:
        write_tables(Path("docs/amending.md"), {"merging": table(found)})
    else:
        sys.stdout.write(table(found) + "\n")


if __name__ == "__main__":
    main()
