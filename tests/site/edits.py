"""Edits drawn at random of a repository's files, held by their paths: what its authors may do to it, and undo.

An edit changes the files it is given and says what it did. It may leave a Code with faults, or one that cannot be
built.
"""

import re
from collections.abc import Callable, Iterator
from random import Random

from tests.site.drawn_instruments import DAYS, EVENTS, KINDS, PLACES, Drawing

Files = dict[str, bytes]
Edit = Callable[[Files, Random], str]

SOURCES = "sec-source/"
INSTRUMENTS = f"{SOURCES}instruments/"
_WORDS = (
    DAYS,
    EVENTS,
    KINDS,
    PLACES,
    ("thing", "object", "thing of a User"),
    ("each meter", "every meter", "all meters"),
    ("Device", "Apparatus", "User", "Hub", "Test Report", "Panel"),
    ("DCC", "Panel", "User"),
    ("suspend", "disapply", "cease", "commence", "resume"),
    ("£100", "£120", "£1,000"),
    ("5 Working Days", "ten Working Days", "5 days"),
    ("a_t", "b_t", "x^2", "\\sum_i y_i"),
    ("| 1 |", "| 2 |", "| many |", "| each Device |"),
    ("Tests", "Trials", "Tests & <b>Trials</b>"),
    ("Services", "Provision of Services"),
    ("A Procedure", "Another Procedure"),
    ("*never* large", "small", "**small**"),
    ('region "North"', 'region "South"', 'User Role "Gas Supplier"'),
    ("with care", "carefully", "with care and £100"),
    ("means", "includes"),
    ("known-as: AP", "known-as: XP"),
    ("the AP", "the XP", "the AS"),
    ("unit: Clause", "unit: Paragraph"),
    ("version 1.0", "version 1.1", "version 2.0"),
    ("figures/square.svg", "figures/other.svg", "figures/form.xlsx"),
    ('"The form"', '"A form"'),
    ("Energy Act 2008", "Energy Act 2011", "Energy Act"),
    ("RFC 5280", "RFC 6960"),
    ("the Panel", "nobody", "the Secretary of State"),
    ("in the table", "in the list"),
    ("first", "at once", "firstly"),
    ("(a) ", "(aa) ", "(b) "),
)
_SNIPPETS = (
    '  define "Hub" means a Device with a *Test Report*.',
    '  define "Charge" or "C" has the meaning given in Section B1.',
    "{label}.8 The User shall see {place}.",
    '{label}.9 The DCC (the "Tester"):\n  (a) tests; and\n  (b) rests as in {place}.',
    "  note: See {place}, from {day}.",
    "  (d) each Hub;",
    "## Another heading",
    "# {label}9 More\n\n{label}9.1 A Device is in {place}.",
    "  | Kind | Amount |\n  | --- | --- |\n  | Hub | 5 |",
    "  $$\n  y = x^2\n  $$",
    "[^2]: A footnote on {place}.",
    "// allow dangling-reference: it comes later",
    "\ufeff",
)
_BLOCKS = re.compile(r"\n\n+")
_LABEL = re.compile(r"^([A-Z]{0,2}\d+(?:\.\d+)?)(?= )", re.MULTILINE)
_OPERATION = re.compile(r"^\d+ .*(?:\n(?!\d).*)*\n?", re.MULTILINE)


def _text(files: Files, draw: Random) -> str:
    """The path of something written in the language: mostly an instrument, or an annex, seldom the working text."""
    found = sorted(path for path in files if path.endswith(".sec"))
    own = [path for path in found if path.startswith(INSTRUMENTS) and "/annexes/" not in path]
    annexes = [path for path in found if "/annexes/" in path]
    working = [path for path in found if path not in own and path not in annexes]
    return draw.choice(draw.choices((own or found, annexes or found, working or found), (60, 35, 5))[0])


def instruments(files: Files) -> dict[str, list[str]]:
    """The instruments by their names, each with the paths of its files, its own first."""
    found: dict[str, list[str]] = {}
    for path in sorted(files, key=lambda path: ("/annexes/" in path, path)):
        if path.startswith(INSTRUMENTS):
            found.setdefault(path.removeprefix(INSTRUMENTS).partition("/")[0].removesuffix(".sec"), []).append(path)
    return found


def reworded(files: Files, draw: Random) -> str:
    """Other words in place of some."""
    path = _text(files, draw)
    text = files[path].decode(errors="replace")
    found = [(at, each, group) for group in _WORDS for each in group for at in _places(text, each)]
    if not found:
        return "nothing"
    at, old, group = draw.choice(found)
    new = draw.choice([each for each in group if each != old])
    files[path] = (text[:at] + new + text[at + len(old) :]).encode()
    return f"{old!r} becomes {new!r} in {path}"


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def cut(files: Files, draw: Random) -> str:
    """A block is gone."""
    path = _text(files, draw)
    blocks = _BLOCKS.split(files[path].decode(errors="replace"))
    gone = blocks.pop(draw.randrange(1, len(blocks))) if len(blocks) > 1 else ""
    files[path] = "\n\n".join(blocks).encode()
    return f"{gone[:40]!r} is cut from {path}"


def pasted(files: Files, draw: Random) -> str:
    """A block more, in an annex or among what an instrument says."""
    path = _text(files, draw)
    blocks = _BLOCKS.split(files[path].decode(errors="replace"))
    label = draw.choice(_LABEL.findall("\n".join(blocks)) or ["H1"])
    new = draw.choice(_SNIPPETS).format(label=label, place=draw.choice(PLACES), day=draw.choice(DAYS))
    blocks.insert(draw.randrange(1, len(blocks) + 1), new)
    files[path] = "\n\n".join(blocks).encode()
    return f"{new[:40]!r} is put into {path}"


def swapped(files: Files, draw: Random) -> str:
    """Two blocks change places."""
    path = _text(files, draw)
    blocks = _BLOCKS.split(files[path].decode(errors="replace"))
    if len(blocks) > 2:
        one, other = draw.sample(range(1, len(blocks)), 2)
        blocks[one], blocks[other] = blocks[other], blocks[one]
    files[path] = "\n\n".join(blocks).encode()
    return f"two blocks change places in {path}"


def renumbered(files: Files, draw: Random) -> str:
    """A label is another."""
    path = _text(files, draw)
    text = files[path].decode(errors="replace")
    found = list(_LABEL.finditer(text))
    if not found:
        return "nothing"
    label = draw.choice(found)
    is_instrument = path.startswith(INSTRUMENTS) and "/annexes/" not in path
    new = draw.choice((f"{label[1]}A", f"{label[1]}1", f"{label[1]}B" if is_instrument else draw.choice(found)[1]))
    files[path] = (text[: label.start()] + new + text[label.end() :]).encode()
    return f"{label[1]} becomes {new} in {path}"


def attributed(files: Files, draw: Random) -> str:
    """The first lines of an instrument are others."""
    name, (path, *_) = draw.choice(list(instruments(files).items()))
    head, parted, rest = files[path].decode(errors="replace").partition("\n\n")
    lines = head.split("\n")
    new = Drawing(draw, tuple(instruments(files))).header(name).strip().split("\n")
    if draw.random() < 0.5 and len(lines) > 2:
        del lines[draw.randrange(1, len(lines))]
    elif draw.random() < 0.7:
        lines.insert(draw.randrange(1, len(lines) + 1), draw.choice(new[1:]))
    else:
        lines = new
    files[path] = ("\n".join(each for each in lines if each) + parted + rest).encode()
    return f"the head of {path} is another"


def operated(files: Files, draw: Random) -> str:
    """An instrument says one thing more, less, or another."""
    name, (path, *_) = draw.choice(list(instruments(files).items()))
    text, annexes = files[path].decode(errors="replace"), dict[str, str]()
    found = list(_OPERATION.finditer(text, max(text.find("\n\n"), 0)))
    start, end = draw.choice([each.span() for each in found] or [(len(text), len(text))])
    what = draw.choice(("another", "more", "less"))
    number = text[start:end].partition(" ")[0] if what == "another" and start < end else _next(found, draw)
    new = Drawing(draw, tuple(instruments(files))).operation(number, annexes)
    text = text[:start] + ("" if what == "less" else new) + text[start if what == "more" else end :]
    files[path] = text.encode()
    beside = path.removesuffix("/instrument.sec")
    files |= {f"{beside}/{annex}": text.encode() for annex, text in annexes.items() if beside != path}
    return f"{name} says {what}: {new.strip()[:60]!r}"


def _next(found: list[re.Match[str]], draw: Random) -> str:
    """The next number of an operation; now and then one that another has."""
    numbers = [int(each[0].split(" ")[0]) for each in found] or [0]
    return str(draw.choice(numbers) if draw.random() < 0.1 else max(numbers) + 1)


def drawn(files: Files, draw: Random) -> str:
    """An instrument is new, or has become another, or is gone."""
    there = instruments(files)
    made = f"{draw.choice(DAYS)}-{draw.choice('abc')}"
    name = draw.choice([*list(there)[1:], made])
    for path in there.get(name, ()):
        del files[path]
    if name != made and draw.random() < 0.3:
        return f"{name} is gone"
    new = Drawing(draw, (*there, name)).instrument(name)
    files |= {INSTRUMENTS + path: text.encode() for path, text in new.items()}
    return f"{name} is {'new' if name not in there else 'another'}"


def renamed(files: Files, draw: Random) -> str:
    """An instrument has another name, or becomes a folder or a file; or its day is another."""
    name, (path, *_) = draw.choice(list(instruments(files).items()))
    text = files[path].decode(errors="replace")
    if draw.random() < 0.4:
        del files[path]
        new = f"{INSTRUMENTS}{name}.sec" if path.endswith("/instrument.sec") else f"{INSTRUMENTS}{name}/instrument.sec"
        files[new] = text.encode()
        return f"{path} becomes {new}"
    new = draw.choice((f"{name}x", f"{draw.choice(DAYS)}{name[10:]}"))
    for each in instruments(files)[name]:
        files[each.replace(name, new)] = files.pop(each).replace(name.encode(), new.encode())
    if draw.random() < 0.5:
        for each in sorted(path for path in files if path.endswith(".sec")):
            files[each] = files[each].replace(f" of {name}".encode(), f" of {new}".encode())
    return f"{name} becomes {new}"


TEXT_EDITS: tuple[tuple[int, Edit], ...] = (
    (40, reworded),
    (4, cut),
    (6, pasted),
    (2, swapped),
    (3, renumbered),
    (8, attributed),
    (12, operated),
    (12, drawn),
    (3, renamed),
)
