"""What Pagefind, and lunr as MkDocs has it, need for the search of one version of what `bench.search` searches.

Run as `python -m bench.search_peers`. Bytes are those before the first answer, compressed by gzip where that makes them
fewer; times are CPU seconds of making the index, and milliseconds of a query in Chromium once everything is there.
Neither knows of days, nor of phrases with a prefix.
"""

import gzip
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Thread

from bench.search import high, kilobytes, read
from bench.time_texts import write_code
from bench.usage import run
from secc.site.search.entries import Entries
from tests.browser.chromium import Chromium, chromium, tab
from tests.site.searching import drawn

THEIRS = Path(__file__).parents[1] / "build" / "bench-venv" / "bin" / "python"
_QUERIES = 40
_LUNR = ("search_index.json", "lunr.js", "main.js", "worker.js")
_ASK = """(async () => {
  const { search } = await import("/pagefind/pagefind.js");
  const times = [];
  for (const query of QUERIES) {
    await search(query);
    const start = performance.now();
    await search(query);
    times.push(performance.now() - start);
  }
  return JSON.stringify(times);
})()"""


class _Files(SimpleHTTPRequestHandler):
    """Answers with the files of a folder, and notes which."""

    asked: list[str]

    def __init__(self, asked: list[str], *rest: object, directory: str) -> None:
        self.asked = asked
        super().__init__(*rest, directory=directory)  # type: ignore[arg-type]  # what the server passes on

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002, ARG002  # names of the standard library
        """Note the file."""
        self.asked.append(self.path.partition("?")[0])


def pages(entries: Entries, days: int) -> dict[str, list[tuple[str, str]]]:
    """The texts of the last day by page, each with its identifier."""
    found: dict[str, list[tuple[str, str]]] = {}
    for text in entries.texts:
        unit = entries.units[text.unit]
        if any(start <= days and (not end or days < end) for start, end in text.days):
            found.setdefault(unit.page.strip("/"), []).append((unit.identifier, text.said))
    return found


def lunr(place: Path, said: dict[str, list[tuple[str, str]]]) -> str:
    """The row of MkDocs' search."""
    (place / "docs").mkdir(parents=True)
    for name, texts in said.items():
        sections = (f"## {identifier}\n\n{text}\n" for identifier, text in texts)
        (place / "docs" / f"{name}.md").write_text("\n".join([f"# {name}\n", *sections]))
    (place / "mkdocs.yml").write_text("site_name: Search\ntheme: {name: mkdocs}\nplugins: [search]\n")
    took = run([sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(place / "mkdocs.yml")], place)
    size = sum(_sent(place / "site" / "search" / name) for name in _LUNR)
    return f"| lunr by MkDocs, one version | — | {kilobytes(size)} | — | — | {took.seconds:.1f} s, pages included |"


def pagefind(place: Path, python: str | Path, said: dict[str, list[tuple[str, str]]], queries: Sequence[str]) -> str:
    """The row of Pagefind."""
    for name, texts in said.items():
        folder = place / name
        folder.mkdir(parents=True)
        words = "".join(f'<h2 id="{escape(each)}">{escape(each)}</h2><p>{escape(text)}</p>' for each, text in texts)
        (folder / "index.html").write_text(f"<!doctype html><html lang=en><title>{name}</title><body>{words}")
    (place / "index.html").write_text("<!doctype html><title>Search</title>")
    took = run([python, "-m", "pagefind", "--site", str(place)], place)
    with _serving(place) as (url, asked), chromium() as browser:
        sizes = [_first(browser, url, asked, place, query) for query in queries]
        with tab(browser) as page:
            page.go(url)
            times = json.loads(str(page.run(_ASK.replace("QUERIES", json.dumps(list(queries))))))
    first = f"{kilobytes(median(sizes))}, {kilobytes(high(sizes))}, {kilobytes(max(sizes))}"
    own = f"{median(times):.1f} ms, {high(times):.1f} ms"
    return f"| Pagefind, one version | — | {first} | — | {own} | {took.seconds:.1f} s |"


def _first(browser: Chromium, url: str, asked: list[str], place: Path, query: str) -> int:
    with tab(browser) as page:
        page.go(url)
        asked.clear()
        page.run(_ASK.replace("QUERIES", json.dumps([query])))
        return sum(_sent(place / each[1:]) for each in set(asked) if (place / each[1:]).is_file())


def _sent(path: Path) -> int:
    contents = path.read_bytes()
    return min(len(contents), len(gzip.compress(contents)))


@contextmanager
def _serving(place: Path) -> Iterator[tuple[str, list[str]]]:
    asked: list[str] = []
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Files, asked, directory=str(place))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", asked
        server.shutdown()


def rows(python: str | Path) -> Iterator[str]:
    """The rows of Pagefind and of MkDocs' search."""
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        write_code(place / "sec-source", 10_000, 100)
        found, _, entries, _ = read(place / "sec-source", place / "cache")
        said = pages(entries, len(found.days))
        queries = [each.query.strip('"* ') for each in drawn(entries, len(found.days), _QUERIES, seed=1)]
        yield pagefind(place / "pagefind", python, said, queries)
        yield lunr(place / "lunr", said)


def main() -> None:
    """Print the rows."""
    for row in rows(THEIRS):
        print(row, flush=True)


if __name__ == "__main__":
    main()
