"""Search: bytes before the first answer, bytes and time of a query, and whether what is found is what FTS5 finds.

Run as `python -m bench.search`: a thousand queries drawn at random, each of a day drawn at random, in headless Chromium
by the scripts that the website has, of the sample Code and of one of 10,000 provisions with a hundred versions. Bytes
are those of files compressed by gzip, as hosts send them.
"""

import gzip
import json
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bench.time_texts import write_code
from secc.code.cache import FolderCache
from secc.history import Folder
from secc.site.any_day.chronicle import chronicle
from secc.site.any_day.model import Chronicle
from secc.site.any_day.periods import periods
from secc.site.made import FinishedPage, MadeSite
from secc.site.search.entries import Entries, entries
from secc.site.search.kept_words import searched
from secc.site.search.making import index_files
from secc.site.search.shards import FOLDER
from secc.site.sources import open_sources
from secc.site.theme import Scripts
from tests.browser.chromium import Tab, chromium, tab
from tests.browser.conftest import served
from tests.site.searching import Asked, Judge, drawn

ROOT = Path(__file__).parents[1]
ALWAYS_FETCHED = ("search.js", "search-box.js")
_QUERIES, _AT_ONCE = 1000, 50
_RUN = """(async () => {
  const { Index } = await import(SEARCH);
  const { parts } = await import(WORDS);
  let asked = [];
  const kept = new Map();
  const get = (file) => {
    asked.push(file);
    if (!kept.has(file)) kept.set(file, fetch(`/api/search/${file}`).then((answer) => answer.json()));
    return kept.get(file);
  };
  const opened = await Index.open(get);
  const all = [];
  for (const [query, day] of QUERIES) {
    const index = new Index(opened.said, get);
    asked = [];
    const found = await index.find(parts(query), day);
    const start = performance.now();
    await index.find(parts(query), day);
    all.push([found.map(({ unit }) => unit).sort((a, b) => a - b), performance.now() - start, asked]);
  }
  return JSON.stringify(all);
})()"""


class Answer(NamedTuple):
    """What a query found, in how many milliseconds once its shards were there, and which these are."""

    units: list[int]
    time: float
    files: list[str]


class Measured(NamedTuple):
    """The figures of one Code."""

    what: str
    seconds: float
    equal: int
    before: int
    sizes: list[int]
    times: list[float]

    @property
    def line(self) -> str:
        """The row in Markdown."""
        first = [self.before + each for each in self.sizes]
        cells = (
            self.what,
            f"{self.equal:,} of {len(self.sizes):,}",
            f"{kilobytes(median(first))}, {kilobytes(high(first))}, {kilobytes(max(first))}",
            f"{kilobytes(median(self.sizes))}, {kilobytes(high(self.sizes))}",
            f"{median(self.times):.1f} ms, {high(self.times):.1f} ms",
            f"{self.seconds:.1f} s",
        )
        return f"| {' | '.join(cells)} |"


HEAD = """| what | same as FTS5 | to the first answer: median, 95 %, most | a query: median, 95 % | its time | index |
| --- | --- | --- | --- | --- | --- |"""


def kilobytes(size: float) -> str:
    """A size in words."""
    return f"{size / 1000:.1f} KB"


def high(values: Sequence[float]) -> float:
    """What 95 of a hundred do not exceed."""
    return sorted(values)[int(len(values) * 0.95)]


def read(folder: Path, cache: Path) -> tuple[Chronicle, MadeSite, Entries, float]:
    """The chronicle of a Code, the files of its search on a site of their own, what is in them, and what that took."""
    sources = open_sources(Folder(folder), FolderCache(cache))
    assert sources.moment is not None
    found = chronicle(sources.moment, sources.code.loaded)
    effects = periods(sources.moment)
    start = time.process_time()
    documents = [searched(each) for each in found.documents]
    files = tuple(index_files(found, sources.moment.day.isoformat(), effects, documents))
    seconds = time.process_time() - start
    scripts = Scripts(ROOT / "site" / "assets")
    for each in ALWAYS_FETCHED:
        scripts.url(each)
    home = FinishedPage("", "", b"<!doctype html><title>Search</title>", frozenset())
    return found, MadeSite((home,), (*files, *scripts.files())), entries(found), seconds


def measured(what: str, folder: Path, cache: Path) -> Measured:
    """The figures of the Code in a folder."""
    found, site, in_it, seconds = read(folder, cache)
    sizes = {each.url: len(gzip.compress(each.contents)) for each in site.files}
    queries = list(drawn(in_it, len(found.days), _QUERIES, seed=1))
    with served(site) as place, chromium() as browser, tab(browser) as page:
        page.go(place)
        answers = [each for some in _batches(queries) for each in _answers(page, site, found, some)]
    judge = Judge(in_it)
    equal = sum(answer.units == judge.units(asked) for asked, answer in zip(queries, answers, strict=True))
    return Measured(
        what,
        seconds,
        equal,
        sum(sizes[url] for url in (*_always_fetched(), f"{FOLDER}index.json")),
        [_bytes(each.files, sizes) for each in answers],
        [each.time for each in answers],
    )


def _batches(queries: Sequence[Asked]) -> Iterator[Sequence[Asked]]:
    return (queries[start : start + _AT_ONCE] for start in range(0, len(queries), _AT_ONCE))


def _answers(page: Tab, site: MadeSite, found: Chronicle, queries: Sequence[Asked]) -> Iterator[Answer]:
    asked = json.dumps([[each.query, found.days[each.day - 1].isoformat()] for each in queries])
    run = _RUN.replace("SEARCH", _script(site, "search-index")).replace("WORDS", _script(site, "search-words"))
    for units, milliseconds, files in json.loads(str(page.run(run.replace("QUERIES", asked)))):
        yield Answer(units, milliseconds, files)


def _script(site: MadeSite, name: str) -> str:
    (url,) = [each.url for each in site.files if each.url.startswith(f"assets/{name}.")]
    return json.dumps(f"/{url}")


def _always_fetched() -> set[str]:
    """The scripts of every answer; others are fetched after it, or where no words are asked for."""
    scripts = Scripts(ROOT / "site" / "assets")
    return {url for each in ALWAYS_FETCHED for url in scripts.with_used(each)}


def _bytes(files: Sequence[str], sizes: Mapping[str, int]) -> int:
    return sum(sizes[FOLDER + file] for file in set(files))


def rows() -> Iterator[str]:
    """The rows of the sample Code, and of the synthetic one."""
    yield measured("the sample Code, all versions", ROOT / "sec-source", ROOT / "build" / "cache").line
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "sec-source"
        write_code(folder, 10_000, 100)
        yield measured("10,000 provisions, 100 versions", folder, Path(place) / "cache").line


def main() -> None:
    """Print the table."""
    print(HEAD)
    for row in rows():
        print(row, flush=True)


if __name__ == "__main__":
    main()
