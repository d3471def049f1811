"""Words of the file to typed words: plain text with marks, and where each stands in the file."""

from bisect import bisect_right
from collections.abc import Iterator

from secc.code.model import DefinedTerm, Places, Prose
from secc.code.patterns import TERM, TERM_JOIN
from secc.syntax import inline
from secc.syntax.inline.spaces import through
from secc.syntax.marks import Strong
from secc.syntax.tree import Words

_NOTHING = Prose("", (), Places((0, 0)))


def prose_of(text: str, words: Words) -> Prose:
    """The words of a block; `text` is the file's."""
    if len(words) == 2:
        start, end = words
        read = inline.parse(text[start:end])
        pairs = tuple(offset + start if place % 2 else offset for place, offset in enumerate(read.pairs))
        return Prose(read.text, read.marks, Places(pairs))
    if not words:
        return _NOTHING
    read = inline.parse("\n".join(text[start:end] for start, end in pairs_of(words)))
    return Prose(read.text, read.marks, Places(_joined(read.pairs, words)))


def cell_prose(text: str, words: Words) -> Prose:
    r"""The words of a table's cell, in which `\|` is a bar, even in code."""
    if not words or "\\|" not in text[words[0] : words[1]] or "`" not in text[words[0] : words[1]]:
        return prose_of(text, words)
    start, end = words
    parts = text[start:end].split("\\|")
    barred: list[int] = []  # (offset in the words with plain bars, offset in the file)
    length, offset = 0, start
    for part in parts:
        barred += (length, offset)
        length += len(part) + 1
        offset += len(part) + 2
        barred += (length - 1, offset - 1)
    read = inline.parse("|".join(parts))
    return Prose(read.text, read.marks, Places(through(read.pairs, tuple(barred[:-2]), len(read.text))))


def pairs_of(words: Words) -> Iterator[tuple[int, int]]:
    """The stretches one by one."""
    return zip(words[::2], words[1::2], strict=True)


def terms_of(text: str) -> Iterator[DefinedTerm]:
    """The quoted terms with which a definition begins."""
    found = TERM.match(text)
    while found is not None:
        yield DefinedTerm(found["name"], found.start("name"), found.end("name"))
        join = TERM_JOIN.match(text, found.end())
        found = TERM.match(text, join.end()) if join is not None else None


def leading_title(prose: Prose) -> str:
    """The bold title that stands first, without its full stop; empty where there is none."""
    first = prose.marks[0] if prose.marks else None
    if isinstance(first, Strong) and first.start == 0:
        return prose.text[: first.end].rstrip(" .")
    return ""


def _joined(pairs: tuple[int, ...], words: Words) -> tuple[int, ...]:
    """Pairs (in the text, in the joined lines) as pairs (in the text, in the file), one more where a line begins."""
    in_file = words[::2]
    in_joined = [0]
    for start, end in pairs_of(words):
        in_joined.append(in_joined[-1] + end - start + 1)
    result: list[int] = []
    for place in range(0, len(pairs), 2):
        in_text, raw = pairs[place], pairs[place + 1]
        limit = pairs[place + 2] if place + 2 < len(pairs) else len(in_joined) + in_joined[-1]
        line = bisect_right(in_joined, raw) - 1
        result += (in_text, in_file[line] + raw - in_joined[line])
        while line + 1 < len(in_file) and in_text + in_joined[line + 1] - raw < limit:
            line += 1
            result += (in_text + in_joined[line] - raw, in_file[line])
    return tuple(result)
