"""Edits drawn at random of what stands beside the text: settings, registers, figures, the theme, pages by hand."""

import re
from random import Random

from tests.site.drawn_instruments import DAYS, PLACES
from tests.site.edits import SOURCES, TEXT_EDITS, Edit, Files, instruments

_CODE = f"{SOURCES}code.toml"
_SETTINGS = (
    ('title = "Test Code"', 'title = "Test & Trial <Code>"', 'title = "Code"'),
    ('short = "TC"', 'short = "T&C"'),
    ('notice = "This is no law."', 'notice = "This is **no** law, see Section H1."', 'notice = ""'),
    ('short-notice = "No law."', 'short-notice = "Nothing."', ""),
    ("[site]\n", "[site]\nas-at = 2021-06-01\n", "[site]\nas-at = 2020-06-01\n", "[site]\nas-at = 2023-01-01\n"),
    ("[site]\n", "[site]\npdf = true\n", "[site]\ncode-pdf = true\n"),
    ("[site]\n", '[site]\naddress = "https://code.example.org/"\n'),
    ('region = ["North", "South"]', 'region = ["North", "South", "Central"]', 'region = ["North"]', ""),
    ("\n[everybody]", '\n[titles]\n"Section H" = "Services"\n"Appendix AL" = "The Procedure"\n\n[everybody]'),
    ("\n[everybody]", '\n[check]\nnames = ["Hub", "Panel"]\nignore = ["unused-definition"]\n\n[everybody]'),
    ("\n[everybody]", 'exported-terms = ["User"]\n\n[everybody]'),
    ("\n[everybody]", 'instruments-order = [["2021-01-01-order", "2021-01-01-meters"]]\n\n[everybody]'),
    ('"sections/B.sec", "sections/H.sec"', '"sections/H.sec", "sections/B.sec"', '"sections/H.sec"'),
)
_WORKS = (
    ("https://www.legislation.gov.uk/ukpga/2008/32", "https://www.legislation.gov.uk/ukpga/2008/33"),
    ("Internet X.509", "Internet & more"),
    ('number = "RFC 5280"', 'number = "RFC 6960"', 'number = "RFC 5280"\nstatus = "withdrawn"\nsince = "2021"'),
    ("[[work]]\n", ""),
)
_MATCH = """\
[[match]]
document = "appendix-AL"
old = "appendix-AL/1.3"
new = "{new}"
how = "{how}"
"""
_ENDS = re.compile(rb"</(?:h1|p|title)>")


def _put(files: Files, path: str, draw: Random, groups: tuple[tuple[str, ...], ...]) -> str:
    """One wording of a group in place of another, as far as one is there."""
    text = files.get(path, b"").decode(errors="replace")
    found = [(each, group) for group in groups for each in group if each and each in text]
    if not found:
        return "nothing"
    old, group = draw.choice(found)
    new = draw.choice([each for each in group if each != old])
    files[path] = text.replace(old, new, 1).encode()
    return f"{old!r} becomes {new!r} in {path}"


def settings(files: Files, draw: Random) -> str:
    """Other settings in code.toml."""
    return _put(files, _CODE, draw, _SETTINGS)


def register(files: Files, draw: Random) -> str:
    """Other works in the register, or none."""
    path = f"{SOURCES}standards.toml"
    if draw.random() < 0.1 and path in files:
        del files[path]
        return "there is no register of works"
    return _put(files, path, draw, _WORKS)


def figures(files: Files, draw: Random) -> str:
    """A figure or an attachment is another, or gone, or there again."""
    path = SOURCES + draw.choice(("figures/square.svg", "figures/form.xlsx", "figures/other.svg"))
    if path in files and draw.random() < 0.3:
        del files[path]
        return f"{path} is gone"
    side = draw.randint(1, 9)
    picture = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h{side}v9z"/></svg>'
    files[path] = picture.encode() if path.endswith(".svg") else f"PK {side}".encode()
    return f"{path} is another"


def theme(files: Files, draw: Random) -> str:
    """A template, a script or the style sheet says something else."""
    path = draw.choice(sorted(path for path in files if path.startswith(("site/theme/", "site/assets/"))))
    text = files[path]
    at = draw.choice([each.start() for each in _ENDS.finditer(text)] or [len(text)])
    files[path] = text[:at] + (b" <i>x</i>" if path.endswith(".html") else b"\n") + text[at:]
    return f"{path} is another"


def by_hand(files: Files, draw: Random) -> str:
    """A page that is written by hand is another, or one more, or gone; its links may lead nowhere."""
    path = draw.choice(("site/pages/about.md", "site/pages/more.md", "site/pages/more.md", "site/pages/H1.5.md"))
    if path in files and not path.endswith("about.md") and draw.random() < 0.4:
        del files[path]
        return f"{path} is gone"
    link = draw.choice(
        ("index.md", "H1.md#H1.2", "H1.5.md", "H1.5.md#H1.5", "terms/hub.md", "B1.3.md", "sections/H.md")
    )
    files[path] = files.get(path, b"# More\n") + f"\nSee [the Code]({link}), from {draw.choice(DAYS)}.\n".encode()
    return f"{path} has a link to {link}"


def matched(files: Files, draw: Random) -> str:
    """What a new text replaces is said beside the annexes, or is not."""
    folders = sorted({path.partition("/annexes/")[0] for path in files if "/annexes/" in path})
    path = f"{draw.choice(folders)}/matches.toml"
    if path in files and draw.random() < 0.4:
        del files[path]
        return f"{path} is gone"
    files[path] = _MATCH.format(new=draw.choice(("1.3", "1.4", "")), how=draw.choice(PLACES)).encode()
    return f"{path} is another"


def log(files: Files, draw: Random) -> str:
    """The document log is another, or gone; `secc designate` adds to it."""
    path = f"{SOURCES}document-log.toml"
    if path not in files:
        return "nothing"
    if draw.random() < 0.3:
        del files[path]
        return "there is no document log"
    return _put(files, path, draw, (tuple(instruments(files)), ("published = 2022", "published = 2023"), DAYS))


def spoilt(files: Files, draw: Random) -> str:
    """A file that cannot be read, or is not there."""
    path = draw.choice(sorted(path for path in files if path.startswith(SOURCES)))
    match draw.randrange(3):
        case 0:
            del files[path]
        case 1:
            files[path] = b"\xff\xfe" + files[path]
        case _:
            files[path] = files[path][: len(files[path]) // 2]
    return f"{path} is spoilt"


EDITS: tuple[tuple[int, Edit], ...] = (
    *TEXT_EDITS,
    (3, settings),
    (2, register),
    (2, figures),
    (1, theme),
    (2, by_hand),
    (1, matched),
    (2, log),
    (1, spoilt),
)


def edit(files: Files, draw: Random) -> str:
    """One edit."""
    chosen = draw.choices([each for _, each in EDITS], [weight for weight, _ in EDITS])[0]
    return chosen(files, draw)
