"""Marks of a redline in plain text that survive wrapping: git's `[-old-]{+new+}`, in colour where that is wanted.

While text is wrapped each mark is two characters as wide as what is printed for it, which cannot stand in any source.
"""

from collections.abc import Iterable

from secc.compare import State
from secc.document.redline_model import Stretch
from secc.render.plain import plain, seen

_FIRST = 0xF0000  # a private plane: what stands there in a source is no sign of any script
_MARKS = ("[-", "-]", "{+", "+}")
_DELETED, _INSERTED, _MOVED_AWAY, _MOVED_HERE = "31;9", "34;4", "32;9", "32;4"
_STYLES = ((0, _DELETED), (2, _INSERTED), (4, _MOVED_AWAY), (6, _MOVED_HERE))
_RESET = "\x1b[0m"
_PRIVATE = range(_FIRST, _FIRST + 16)


def marked(words: Iterable[Stretch]) -> str:
    """The words with their marks, still to be wrapped and printed."""
    return "".join(map(_stretch, words))


def _stretch(each: Stretch) -> str:
    text = "".join(" " if ord(letter) in _PRIVATE else letter for letter in plain(each.runs))
    if each.state is State.SAME:
        return text
    place = (0 if each.state is State.DELETED else 2) + (4 if each.moved else 0)
    words = text.strip(" ")
    head, _, tail = text.partition(words) if words else ("", "", "")
    return f"{head}{_double(place)}{words or text}{_double(place + 1)}{tail}"


def _double(place: int) -> str:
    """A mark as wide as it will be."""
    return chr(_FIRST + place) + chr(_FIRST + 15)


def printed(lines: Iterable[str], *, color: bool) -> str:
    """Wrapped lines with their marks as printed. A colour that is on at the end of a line goes on in the next.

    Nothing of a source sets one.
    """
    made = []
    on = ""
    for line in map(seen, lines):
        indent = len(line) - len(line.lstrip(" |"))
        text, after = _printed(line[indent:], on, color=color)
        made.append(line[:indent] + text)
        on = after
    return "\n".join(made)


def _printed(line: str, on: str, *, color: bool) -> tuple[str, str]:
    pieces = [f"\x1b[{on}m"] if on and color else []
    for letter in line:
        place = ord(letter) - _FIRST
        if place == 15:
            continue
        if not 0 <= place < 8:
            pieces.append(letter)
            continue
        mark = _MARKS[place % 4]
        style = dict(_STYLES).get(place, "")
        if style:
            on = style
            pieces.append((f"\x1b[{on}m" if color else "") + mark)
        else:
            on = ""
            pieces.append(mark + (_RESET if color else ""))
    return "".join(pieces) + (_RESET if on and color else ""), on
