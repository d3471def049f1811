"""Builds the website after every edit twice, in place and anew, which must be the same bytes.

In place is as an author does it: in one folder, with what was kept and written before. Anew is without any cache, into
an empty folder, by another process.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import unified_diff
from itertools import islice
from pathlib import Path
from random import Random

from tests.site.checkout import contents
from tests.site.copies import CRASH, Elsewhere, secc
from tests.site.drawn_instruments import DAYS
from tests.site.edits import Files, instruments
from tests.site.edits_beside import edit

_LOG = "sec-source/document-log.toml"
_LINES = 24
"""How many lines of a difference are told."""


@dataclass(slots=True)
class Repository:
    """A folder that holds some files, and its website. `elsewhere` builds it anew."""

    place: Path
    elsewhere: Elsewhere
    files: Files = field(default_factory=dict)

    def hold(self, files: Files) -> None:
        """Have the folder hold these files and no others."""
        for path in self.files.keys() - files.keys():
            (self.place / path).unlink(missing_ok=True)
        for path, text in files.items():
            if self.files.get(path) != text:
                (self.place / path).parent.mkdir(parents=True, exist_ok=True)
                (self.place / path).write_bytes(text)
        self.files = dict(files)

    def move(self) -> None:
        """Have the folder, and all that was kept and built in it, be elsewhere."""
        self.place = self.place.rename(self.place.with_name(f"{self.place.name}x"))

    def difference(self, *arguments: str, within: str = ".") -> str:
        """What is another in place than anew, or went wrong; empty where all is well.

        `within` is the folder, of those in the repository, in which it is built.
        """
        out, begin = self.place / "build" / "anew", self.place / within
        shutil.rmtree(out, ignore_errors=True)
        here = secc(begin, "build", *arguments)
        anew = self.elsewhere.secc(begin, "build", "--out", str(out), *arguments, SECC_CACHE="off")
        if here.status != anew.status or not self.could_be_built:  # some are made, without what could not be read
            is_refused = here == anew and here.status != CRASH
            return "" if is_refused else f"in place: {here.status} {here.said}\nanew: {anew.status} {anew.said}"
        return "\n".join(_differences(contents(self.place / "build" / "site"), contents(out)))

    def check_difference(self) -> str:
        """What a check finds otherwise with what is kept than without; empty where nothing."""
        here = secc(self.place, "check")
        anew = self.elsewhere.secc(self.place, "check", SECC_CACHE="off")
        return "" if here == anew else f"check in place: {here.said}\nanew: {anew.said}"

    @property
    def could_be_built(self) -> bool:
        """Whether the last build was made."""
        return (self.place / "build" / "anew").is_dir()


def _differences(here: Files, anew: Files) -> Iterator[str]:
    others = sorted(path for path in here.keys() | anew.keys() if here.get(path) != anew.get(path))
    if others:
        yield f"{len(others)} files: {' '.join(others[:40])}"
    for path in others[:6]:
        sides = [files.get(path, b"").decode(errors="replace").replace("><", ">\n<") for files in (here, anew)]
        before, after = (each.replace(",", ",\n").splitlines() for each in sides)
        told = islice(unified_diff(before, after, "in place", "anew", path, n=1), _LINES)
        yield "\n".join(each.rstrip()[:300] for each in told)


class Walk:
    """A walk at random over what may become of a repository, one edit after the other, some of them undone.

    `states` are all that it was, and `told` what was done to make each; `asked` is how it was built last.
    """

    def __init__(self, repository: Repository, files: Files, seed: int) -> None:
        self.repository = repository
        self.states = [dict(files)]
        self.told = ["as it begins"]
        self.asked: tuple[str, ...] = ()
        self._draw = Random(seed)

    def step(self) -> str:
        """Edit, build twice, and tell what is another; empty where nothing is."""
        draw, files = self._draw, dict(self.states[-1])
        if self.repository.files:
            self.told.append(self._edited(files))
            self.states.append(files)
        self.repository.hold(files)
        if draw.random() < 0.05:
            self.told[-1] += f"; {disturbed(self.repository.place, draw)}"
        if draw.random() < 0.1:
            self._designate(files)
        if draw.random() < 0.03:
            self.repository.move()
        if draw.random() < 0.06:
            self.asked = draw.choice(((), (), ("--as-at", draw.choice(DAYS)), ("--pdf",)))
        found = self.repository.difference(*self.asked, within="sec-source" if draw.random() < 0.05 else ".")
        if not found and draw.random() < 0.1:
            found = self.repository.check_difference()
        return found and f"{self.told[-1]} {' '.join(self.asked)}\n{found}"

    def _edited(self, files: Files) -> str:
        draw = self._draw
        if draw.random() < (0.08 if self.repository.could_be_built else 0.75):
            back = draw.randrange(len(self.states))
            files.clear()
            files.update(self.states[back])
            return f"as after step {back}"
        if draw.random() < 0.08:
            return self._put_back(files)
        return "; ".join(edit(files, draw) for _ in range(draw.choice((1, 1, 1, 1, 1, 3))))

    def _put_back(self, files: Files) -> str:
        """One file is as it was at some time."""
        then = self._draw.choice([each for each in self.states if each != files] or self.states)
        path = self._draw.choice(sorted(each for each in then if then[each] != files.get(each)) or ["mkdocs.yml"])
        files[path] = then[path]
        return f"{path} is as it was"

    def _designate(self, files: Files) -> None:
        """Have the command add a version to the document log; what it refuses is not added."""
        place, name = self.repository.place, self._draw.choice(list(instruments(files)))
        number, day = f"{len(self.states)}.0", self._draw.choice(DAYS)
        if not secc(place, "designate", name, "--number", number, "--in-effect", day).status:
            files[_LOG] = self.repository.files[_LOG] = (place / _LOG).read_bytes()
            self.told[-1] += f"; version {number} of {day} is designated"


def disturbed(place: Path, draw: Random) -> str:
    """Something happens to what was kept or written: a build is killed, files are damaged or lost."""
    what = draw.choices(("a build is killed", "the cache is damaged", "pages are", "all is lost"), (6, 4, 4, 1))[0]
    match what:
        case "a build is killed":
            secc(place, "build", writes=draw.randint(1, 80))
        case "the cache is damaged":
            kept = _files(place / "build" / "cache")
            _damage(draw.sample(kept, len(kept) // 4), draw)
        case "pages are":
            pages = _files(place / "build" / "site")
            _damage(draw.sample(pages, min(len(pages), 9)), draw)
        case _:
            shutil.rmtree(place / "build", ignore_errors=True)
    return f"before it is built, {what}"


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _damage(paths: list[Path], draw: Random) -> None:
    """Some are gone, some say something else, of the same length or not."""
    for path in paths:
        if draw.random() < 0.5:
            path.unlink()
        else:
            path.write_bytes(b"x" + path.read_bytes()[draw.randint(1, 2) :])
