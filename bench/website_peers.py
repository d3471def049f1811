"""The website beside MkDocs with the theme Material, and beside mike, which keeps a site of each version with it.

Run as `python -m bench.website_peers`, with a smaller Code as `python -m bench.website_peers 2000 20`. All are given
the same texts, in one run. The latest text alone, with search: of the sample Code, with the links that its pages have;
and of the synthetic Code, whose words have none. What one more version of the synthetic Code costs: of ours by what it
costs with its whole history and with its first version alone, of mike's by three versions.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from bench.time_texts import provisions_of, write_code
from bench.usage import Usage, run
from bench.website import ROOT, Took, made

THEIRS = ROOT / "build" / "bench-venv" / "bin"
_VERSIONS = 3
_ENOUGH = 100
"""A peer that has taken so many times what ours took, and is not done, is stopped."""
_ALL = "site_name: Code\nplugins: [search]\ntheme: {name: material, font: false}\n"
_PRUNED = f"{_ALL[:-2]}, features: [navigation.prune, navigation.indexes, navigation.tabs]}}\n"
_UNLISTED = f"{_ALL}nav: [index.md]\nvalidation: {{nav: {{omitted_files: ignore}}}}\n"
"""As it comes, each page lists all pages, which takes a square of their number; or those about it; or none."""
_NEW = ("init -q", "config user.name A", "config user.email a@example.org", "commit -q --allow-empty -m First")
_Pages: TypeAlias = Mapping[str, Sequence[tuple[str, str]]]
"""The provisions of each page, with what they say."""


class Beside(Struct, frozen=True):
    """A measure: what ours and the peer's took."""

    what: str
    ours: Took
    peer: str
    theirs: Took

    @property
    def line(self) -> str:
        """The row in Markdown."""
        ours, theirs = self.ours, self.theirs
        more = "more than " if theirs.is_stopped else ""
        stopped = ", when it was stopped" if theirs.is_stopped else ""
        cells = (
            self.what,
            f"{ours.seconds:.2f} s",
            f"{self.peer} {more}{theirs.seconds:.2f} s{stopped}",
            f"{more}{theirs.seconds / ours.seconds:.1f} times",
            f"{ours.peak_megabytes:.0f} MB, {theirs.peak_megabytes:.0f} MB",
            f"{ours.files:,}, {theirs.files:,}",
        )
        return f"| {' | '.join(cells)} |"


HEAD = """| what | secc | peer | ratio | peak memory | files |
| --- | --- | --- | --- | --- | --- |"""


def rows(scratch: Path, provisions: int, versions: int, whole: Took | None = None) -> Iterator[Beside]:
    """The rows; `whole` is what our website of all versions took, where that is known. `scratch` is an empty folder."""
    yield from _sample(scratch / "sample")
    for tenths in (1, 3):
        yield from _latest(scratch / f"{tenths} tenths", provisions * tenths // 10, [("as it comes", _ALL)])
    forms = [("without contents", _UNLISTED), ("with contents, pruned", _PRUNED), ("as it comes", _ALL)]
    found = list(_latest(scratch / "many", provisions, forms))
    yield from found
    latest = found[0].ours
    if whole is None:
        write_code(scratch / "all" / "sec-source", provisions, versions)
        whole = _ours(scratch / "all")
    seconds, files = whole.seconds - latest.seconds, whole.files - latest.files
    one_more = Took(seconds / (versions - 1), whole.peak_megabytes, round(files / (versions - 1)))
    texts = list(_last_versions(scratch / "versions", provisions, versions))
    for what, each in (("reading pages", texts), ("those and a page for each provision", list(map(_each, texts)))):
        yield Beside(
            f"one more version of {versions}; the peer's {len(each[0]):,} pages: {what}, without contents",
            one_more,
            "mike",
            _mike(scratch / f"mike {what}", each),
        )


def _sample(place: Path) -> Iterator[Beside]:
    """The sample Code as its working text is, without instruments or PDFs, against Material with the same pages."""
    shutil.copytree(ROOT / "sec-source", place / "sec-source", ignore=shutil.ignore_patterns("instruments"))
    settings = place / "sec-source" / "code.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("\npdf = true\n", "\n"), encoding="utf-8")
    latest = _ours(place)
    converted = [THEIRS / "python", ROOT / "bench" / "material_source.py", place / "website", place / "docs"]
    run(converted, place)
    pages = sum(1 for _ in (place / "docs").rglob("*.md"))
    for what, its in (("without contents", _UNLISTED), ("with contents, pruned", _PRUNED)):
        yield Beside(
            f"the sample Code, its working text alone; the peer's {pages:,} pages, with the same links, {what}",
            latest,
            "Material for MkDocs",
            _built(place, its, latest),
        )


def _latest(scratch: Path, provisions: int, forms: Sequence[tuple[str, str]]) -> Iterator[Beside]:
    """The latest text alone, against Material with some settings."""
    write_code(scratch / "sec-source", provisions, 1)
    latest = _ours(scratch)
    pages = _each(provisions_of(scratch / "sec-source"))
    for what, settings in forms:
        _write(scratch / what, pages)
        yield Beside(
            f"{provisions:,} provisions, the latest text alone; the peer's {len(pages):,} pages {what}",
            latest,
            "Material for MkDocs",
            _built(scratch / what, settings, latest),
        )


def _ours(place: Path) -> Took:
    took = made(place / "sec-source", place / "website")
    return Took(took.seconds, took.peak_megabytes, _files(place / "website"))


def _each(pages: _Pages) -> _Pages:
    return {**pages, **{number: [(number, said)] for of in pages.values() for number, said in of}}


def _built(place: Path, settings: str, ours: Took) -> Took:
    (place / "mkdocs.yml").write_text(settings, encoding="utf-8")
    theirs: list[str | Path] = [THEIRS / "python", "-m", "mkdocs", "build", "-q", "-d", "theirs"]
    took = run(theirs, place, at_most=ceil(_ENOUGH * ours.seconds))
    return Took(took.seconds, took.peak_megabytes, _files(place / "theirs"), took.is_stopped)


def _mike(place: Path, texts: Sequence[_Pages]) -> Took:
    """What a version takes, on average."""
    place.mkdir(parents=True)
    for command in _NEW:
        subprocess.run(["git", *command.split()], cwd=place, check=True)
    took = [_deployed(place, pages, number) for number, pages in enumerate(texts, 1)]
    tree = subprocess.run(
        ["git", "ls-tree", "-r", "--name-only", "gh-pages"], cwd=place, check=True, capture_output=True
    )
    seconds, files = sum(each.seconds for each in took), len(tree.stdout.splitlines())
    return Took(seconds / len(took), max(each.peak_megabytes for each in took), files // len(took))


def _deployed(place: Path, pages: _Pages, number: int) -> Usage:
    shutil.rmtree(place / "docs", ignore_errors=True)
    _write(place, pages)
    (place / "mkdocs.yml").write_text(_UNLISTED, encoding="utf-8")
    path = f"PATH={THEIRS}{os.pathsep}{os.environ['PATH']}"
    return run(["env", path, "mike", "deploy", str(number)], place)


def _last_versions(place: Path, provisions: int, versions: int) -> Iterator[_Pages]:
    for number in range(versions - _VERSIONS + 1, versions + 1):
        write_code(place / str(number), provisions, number)
        yield provisions_of(place / str(number))


def _write(place: Path, pages: _Pages) -> None:
    """The pages of the peer, each in the folder of its Section and sub-section."""
    for name, provisions in pages.items():
        holder, _, clause = name.partition(".")
        page = place / "docs" / name[0] / holder / (f"{name}.md" if clause else "index.md")
        page.parent.mkdir(parents=True, exist_ok=True)
        said = (f"## {number}\n\n{words}\n" for number, words in provisions)
        page.write_text("\n".join([f"# {name}\n", *said]), encoding="utf-8")
    (place / "docs" / "index.md").write_text("# The Code\n", encoding="utf-8")


def _files(folder: Path) -> int:
    return sum(path.is_file() for path in folder.rglob("*"))


def main() -> None:
    """Print the table."""
    provisions, versions = (int(each) for each in sys.argv[1:3]) if len(sys.argv) > 2 else (10_000, 100)
    print(HEAD)
    with tempfile.TemporaryDirectory() as place:
        for row in rows(Path(place), provisions, versions):
            print(row.line, flush=True)


if __name__ == "__main__":
    main()
