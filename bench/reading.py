"""Reading on any day, in headless Chromium by the scripts of the site: what another day costs, and two compared.

Run as `python -m bench.reading`, of the sample Code. Costs are CPU time of the page's own thread, scripts and layout
together: of moving the slider of days by one, through all days of change, and of comparing the first text of a document
with the last. What is asked of the site is counted from when a page first stood.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from bench.search import high
from secc.code.cache import FolderCache
from secc.history import Folder
from secc.site.making import day_view, make
from secc.site.sources import open_sources
from secc.site.theme import read_theme
from tests.browser.chromium import Tab, chromium, tab
from tests.browser.conftest import served

ROOT = Path(__file__).parents[1]
_PAGES = ("H14/", "A1/", "appendix-AL/4/")
_STEP = """(() => {
  const range = document.querySelector(".day-control input[type=range]");
  range.value = PLACE;
  range.dispatchEvent(new Event("input"));
  document.documentElement.offsetHeight;
  return Number(range.max);
})()"""
_COMPARE = "document.querySelector('#compared').replaceChildren(); document.querySelector('main form').requestSubmit()"
_COMPARED = "document.querySelector('#compared :is(ins, del)') !== null"
_DOCUMENTS = ("section-A", "section-H", "section-G", "appendix-AL")
_TIMES = 5
HEAD = "| what | median | 95 % | most | requests |\n| --- | --- | --- | --- | --- |"


def rows() -> Iterator[str]:
    """The rows of the table, in Markdown."""
    sources = open_sources(Folder(ROOT / "sec-source"), FolderCache(ROOT / "build" / "cache"))
    site = make(sources, read_theme(ROOT / "site", sources.code.loaded.settings, day_view(sources)))
    with served(site) as place, chromium() as browser:
        for url in _PAGES:
            with tab(browser) as page:
                _begin(page, f"{place}as-at/2021-01-01/{url}", "document.querySelector('article .clause') !== null")
                last = int(str(page.run(_STEP.replace("PLACE", "0"))))
                yield _row(
                    page, f"another day of {url}", [_STEP.replace("PLACE", str(each)) for each in range(last + 1)]
                )
        for document in _DOCUMENTS:
            with tab(browser) as page:
                _begin(page, f"{place}compare/?doc={document}&from=2013-09-23&to=2022-12-31", _COMPARED)
                yield _row(page, f"first and last text of {document}", [_COMPARE] * _TIMES, _COMPARED)


def _begin(page: Tab, url: str, ready: str) -> None:
    page.command("Performance.enable", timeDomain="threadTicks")
    page.go(url)
    page.until(ready)


def _row(page: Tab, what: str, scripts: Sequence[str], done: str = "true") -> str:
    """What scripts cost, each until something is so."""
    before, times = len(page.requests()), []
    for script in scripts:
        start = _spent(page)
        page.run(script)
        page.until(done)
        times.append(_spent(page) - start)
    requests = len(page.requests()) - before
    return f"| {what} | {median(times):.1f} ms | {high(times):.1f} ms | {max(times):.1f} ms | {requests} |"


def _spent(page: Tab) -> float:
    """Milliseconds of CPU that the page's thread has had."""
    metrics = page.command("Performance.getMetrics")["metrics"]
    assert isinstance(metrics, list)
    (found,) = [each["value"] for each in metrics if isinstance(each, dict) and each["name"] == "TaskDuration"]
    return float(str(found)) * 1000


def main() -> None:
    """Print the table."""
    print(HEAD)
    for row in rows():
        print(row, flush=True)


if __name__ == "__main__":
    main()
