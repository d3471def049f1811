"""The website in time: every text of a Code with a long history, against every version in full.

Run as `python -m bench.website`, with a smaller Code as `python -m bench.website 1000 20`. The site of the synthetic
Code is made twice by `secc build`, into two folders; in the second again with nothing changed, and after a word was
changed that its last release puts in, and a release of one paragraph was added; and once more with one release less.
What is counted is what the site has for any day: history packs, a page for each text, lists of days, and the data of
both. Every version in full is what a folder for each version would hold, without any data: each reading page, and each
provision with a page of its own, of each version.
"""

import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from bench.time_texts import write_code
from bench.usage import Usage, run

ROOT = Path(__file__).parents[1]
_LATER = "2030-01-01"
DATED = re.compile(r"/20\d\d-\d\d-\d\d(?:/index\.html|\.json|\.txt)$")
"""The page of a text, and its data."""


class Took(Struct, frozen=True):
    """What a website took to make, in CPU seconds and peak megabytes, and its files; or had, when it was stopped."""

    seconds: float
    peak_megabytes: float
    files: int
    is_stopped: bool = False


class SiteInTime(Struct, frozen=True):
    """What was measured: CPU seconds cold, into another folder, with nothing changed, after the edit of a word and of
    ten, each of another release, and after a new release; peak megabytes, files and bytes, and what all these touch.
    """

    what: str
    cold: float
    again: float
    unchanged: float
    edited: float
    edited_files: int
    ten_edited: float
    ten_edited_files: int
    released: float
    released_files: int
    peak: float
    files: int
    size: int
    files_in_full: int
    size_in_full: int
    touched: int
    touched_pages: int
    all_files: int
    all_touched: int
    is_same: bool

    @property
    def whole(self) -> Took:
        """What it took to make at first."""
        return Took(self.cold, self.peak, self.all_files)

    @property
    def lines(self) -> Iterator[str]:
        """What was measured, as a list in Markdown."""
        yield f"- {self.what}"
        yield f"- made in {self.cold:.1f} s of CPU, again in {self.again:.1f} s, with at most {self.peak:.0f} MB"
        same = "the same to the byte" if self.is_same else "NOT the same"
        yield f"- the second making is {same}"
        yield (
            f"- after the edit of a word {self.edited:.1f} s, with {self.edited_files:,} files changed; of a word in "
            f"each of ten releases {self.ten_edited:.1f} s, with {self.ten_edited_files:,}; "
            f"with nothing changed {self.unchanged:.1f} s"
        )
        yield f"- with a new release of one paragraph {self.released:.1f} s, with {self.released_files:,} files changed"
        yield (
            f"- for any day: {self.files:,} files of {self.size / 1e6:.1f} MB; every version in full: "
            f"{self.files_in_full:,} files of {self.size_in_full / 1e6:.0f} MB, "
            f"{self.files_in_full / self.files:.0f} times the files, "
            f"{self.size_in_full / self.size:.0f} times the bytes"
        )
        yield f"- one release touches {self.touched:,} of them, {self.touched / self.files:.1%}"
        yield f"- and {self.touched_pages:,} of what there is of today: pages, and their data, feeds and search"
        share = f"{self.all_touched:,}, {self.all_touched / self.all_files:.1%}"
        yield f"- of all {self.all_files:,} files of the site {share}"


def measured(scratch: Path, provisions: int, versions: int) -> SiteInTime:
    """Make the sites of a synthetic Code; `scratch` is an empty folder."""
    sources = scratch / "code" / "sec-source"
    write_code(sources, provisions, versions)
    first, second, before = scratch / "first", scratch / "second", scratch / "before"
    cold = made(sources, first)
    again = made(sources, second)
    now, is_same = _digests(first), _digests(second) == _digests(first)
    unchanged = made(sources, second)
    *_, last = releases = sorted((sources / "instruments").iterdir())[-10:]
    edited, after = _after_edits([last], sources, second)
    ten_edited, after_ten = _after_edits(releases, sources, second)
    _release_after(last)
    released, after_release = made(sources, second), _digests(second)
    shutil.rmtree(sources)
    write_code(sources, provisions, versions)
    shutil.rmtree(last)
    made(sources, before)
    then = _digests(before)
    ours = {path for path in now if is_of_any_day(path)}
    sizes = {path: (first / path).stat().st_size for path in now}
    in_full = _in_full(sizes, versions)
    return SiteInTime(
        what=f"{provisions:,} provisions, {versions} versions, each changing 1 %",
        cold=cold.seconds,
        again=again.seconds,
        unchanged=unchanged.seconds,
        edited=edited.seconds,
        edited_files=_differing(now, after),
        ten_edited=ten_edited.seconds,
        ten_edited_files=_differing(after, after_ten),
        released=released.seconds,
        released_files=_differing(after_ten, after_release),
        peak=max(cold.peak_megabytes, again.peak_megabytes),
        files=len(ours),
        size=sum(sizes[path] for path in ours),
        files_in_full=in_full[0],
        size_in_full=in_full[1],
        touched=sum(now.get(path) != then.get(path) for path in ours | {each for each in then if is_of_any_day(each)}),
        touched_pages=sum(now[path] != then.get(path) for path in now if not is_of_any_day(path)),
        all_files=len(now),
        all_touched=_differing(now, then),
        is_same=is_same,
    )


def _after_edits(releases: Sequence[Path], sources: Path, out: Path) -> tuple[Usage, dict[str, bytes]]:
    """Change a word of each, and make the website."""
    for each in releases:
        _change_a_word(each / "instrument.sec")
    return made(sources, out), _digests(out)


def _differing(some: Mapping[str, bytes], others: Mapping[str, bytes]) -> int:
    return sum(some.get(path) != others.get(path) for path in {*some, *others})


def _change_a_word(instrument: Path) -> None:
    """The word that its first operation puts in is another."""
    text = instrument.read_text(encoding="utf-8")
    before, mark, after = text.partition(' substitute "')
    instrument.write_text(f"{before}{mark}another-{after}", encoding="utf-8")


def _release_after(last: Path) -> None:
    """Add a release of a later day, with one paragraph: the word that another put in is another again."""
    text = (last / "instrument.sec").read_text(encoding="utf-8")
    found = re.search(r'^1 in (?P<place>.*), for ".*" substitute "(?P<words>.*)"$', text, re.MULTILINE)
    assert found is not None
    operation = f'1 in {found["place"]}, for "{found["words"]}" substitute "another"'
    folder = last.with_name(f"{_LATER}-release")
    folder.mkdir()
    head = f"release {folder.name}: A release\nmade: {_LATER}\nrecorded: {_LATER}\n"
    (folder / "instrument.sec").write_text(f"{head}\n{operation}\n", encoding="utf-8")


def is_of_any_day(path: str) -> bool:
    """Whether a file is one by which the Code is read on other days: a pack, a dated page or its data, a list."""
    return (
        DATED.search(path) is not None
        or path.startswith(("api/pack/", "api/definitions/", "as-at/"))
        or path == "api/documents.json"
    )


def _in_full(sizes: Mapping[str, int], versions: int) -> tuple[int, int]:
    """Files and bytes of the pages of documents and provisions, for every version."""
    pages = [
        size
        for path, size in sizes.items()
        if path.endswith("/index.html") and path[0].isupper() and not is_of_any_day(path) and path.count("/") == 1
    ]
    return len(pages) * versions, sum(pages) * versions


def made(sources: Path, out: Path) -> Usage:
    """Make a website by `secc build`, in the theme of this one."""
    place = sources.parent
    if not (place / "mkdocs.yml").exists():
        shutil.copy(ROOT / "mkdocs.yml", place)
        shutil.copytree(ROOT / "site", place / "site")
    secc = Path(sys.executable).with_name("secc")
    return run([secc, "build", "--code", sources, "--out", out], place)


def _digests(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).digest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def main() -> None:
    """Print what was measured."""
    provisions, versions = (int(each) for each in sys.argv[1:3]) if len(sys.argv) > 2 else (10_000, 100)
    with tempfile.TemporaryDirectory() as place:
        for line in measured(Path(place), provisions, versions).lines:
            print(line)


if __name__ == "__main__":
    main()
