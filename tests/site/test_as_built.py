"""A website that is as it was built is not built again; whatever changed of it or of what it is made from, it is."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from click.testing import CliRunner

import secc
from secc.cli import build
from secc.cli.options import cache_of
from secc.history import Folder
from secc.history.asked import Answer
from secc.site.as_built import Building
from secc.site.host import Making
from tests.cli.test_start import imported
from tests.site.checkout import contents, write_files
from tests.site.history import history_files


def built(place: Path, *arguments: str) -> str:
    answer = CliRunner().invoke(build.command, ["--code", str(place / "sec-source"), *arguments])
    assert answer.exit_code == 0, answer.output
    return answer.output


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository whose website has been built."""
    found = write_files(tmp_path_factory.mktemp("repository"), history_files())
    assert not is_as_it_was(built(found))
    return found


def is_as_it_was(told: str) -> bool:
    return "nothing that they show has changed" in told


def written(path: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(place: Path) -> None:
        text = (place / path).read_text(encoding="utf-8")
        assert old in text
        (place / path).write_text(text.replace(old, new), encoding="utf-8")

    return edit


def added(path: str) -> Callable[[Path], None]:
    def edit(place: Path) -> None:
        (place / path).parent.mkdir(exist_ok=True)
        (place / path).write_text("x", encoding="utf-8")

    return edit


def deleted(place: Path) -> None:
    (place / "build/site/H1/index.html").unlink()


def replaced_by_a_link(place: Path) -> None:
    deleted(place)
    (place / "build/site/H1/index.html").symlink_to(place / "build/site/index.html")


def edited_as_of_then(place: Path) -> None:
    """Other words of the same length, with the time of the old ones."""
    page = place / "build/site/H1/index.html"
    then = page.stat()
    page.write_bytes(page.read_bytes().replace(b"<h1", b"<h2"))
    os.utime(page, ns=(then.st_atime_ns, then.st_mtime_ns))


def folder_added(place: Path) -> None:
    (place / "build/site/H99").mkdir()


EDITS: dict[str, Callable[[Path], None]] = {
    "words of an instrument": written("sec-source/instruments/2021-02-01-meters.sec", '"every meter"', '"all meters"'),
    "its day": written("sec-source/instruments/2021-03-01-later.sec", "from: 2022-06-01", "from: 2022-06-02"),
    "an annex": written("sec-source/instruments/2020-01-01-first/annexes/section-A.sec", "another", "one"),
    "settings": written("sec-source/code.toml", "title = ", "# more\ntitle = "),
    "the log": written("sec-source/document-log.toml", "\n", "\n# more\n"),
    "a template": written("site/theme/home.html", "<h1", "<h1 lang='en'"),
    "a style sheet": written("site/assets/site.css", "\n", "\n/* more */\n"),
    "a page written by hand": written("site/pages/about.md", "# ", "# More "),
    "MkDocs' settings": written("mkdocs.yml", "locale: en", "locale: en\n#"),
    "a page of the website": written("build/site/H1/index.html", "<h1", "<h1 "),
    "a page of the website, as of then": edited_as_of_then,
    "a page that is gone": deleted,
    "a link in place of a page": replaced_by_a_link,
    "a page too many": added("build/site/H1/other.html"),
    "a folder too many": folder_added,
}


def test_it_is_built_again_where_anything_changed(tmp_path: Path) -> None:
    """One edit after another; what is there in the end is what a fresh build makes."""
    place = write_files(tmp_path / "repository", history_files())
    built(place)
    for name, edit in EDITS.items():
        edit(place)
        assert not is_as_it_was(built(place)), name
    assert is_as_it_was(built(place))
    built(place, "--out", str(tmp_path / "out"))
    assert contents(tmp_path / "out") == contents(place / "build" / "site")


@pytest.mark.parametrize(
    ("edit", "expected"), [("words of an instrument", True), ("a template", False), ("MkDocs' settings", False)]
)
def test_whether_only_sources_differ_is_known_before_it_is_built(tmp_path: Path, edit: str, expected: bool) -> None:
    """Then most is as it was kept."""
    place = write_files(tmp_path / "repository", history_files())
    built(place)
    EDITS[edit](place)
    sources = (place / "sec-source").resolve()
    building = Building(cache_of(sources), f"{sources} None False None", sources.parent)
    assert not building.only_sources_differ
    assert building.before(Folder(sources)) is None
    assert building.only_sources_differ is expected


def test_nothing_that_makes_pages_is_needed_to_tell(place: Path) -> None:
    """What is as it was is told at once."""
    built(place)
    assert imported(place, "build") & {"mkdocs", "jinja2", "lxml", "latex2mathml", "lark", "typst"} == set()


def test_it_is_not_built_again_where_it_never_asked(place: Path) -> None:
    """The text of a day comes from instruments, not from the files of documents."""
    built(place)
    written("sec-source/sections/H.sec", "every person", "each and every person")(place)
    assert is_as_it_was(built(place))


def test_another_compiler_builds_its_own(place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is installed elsewhere."""
    built(place)
    monkeypatch.setattr(secc, "__file__", str(tmp_path / "secc" / "__init__.py"))
    assert not is_as_it_was(built(place))


def test_another_day_or_another_place_is_another_website(place: Path, tmp_path: Path) -> None:
    built(place)
    assert not is_as_it_was(built(place, "--as-at", "2022-06-01"))
    assert not is_as_it_was(built(place))
    assert not is_as_it_was(built(place, "--out", str(tmp_path / "out")))
    assert is_as_it_was(built(place, "--out", str(tmp_path / "out")))


def test_pages_written_by_hand_are_read_where_links_lead(tmp_path: Path) -> None:
    """As MkDocs does. A link that leads nowhere, as editors make while a file is open, is none; nor is a circle."""
    place = write_files(tmp_path, history_files())
    (place / "more").mkdir()
    (place / "more/page.md").write_text("# More\n\nOne.\n", encoding="utf-8")
    (place / "site/pages/more").symlink_to(place / "more")
    (place / "site/pages/.#about.md").symlink_to("nowhere")
    (place / "site/assets/circle").symlink_to(place / "site/assets")
    built(place)
    assert is_as_it_was(built(place))
    written("more/page.md", "One", "Two")(place)
    assert not is_as_it_was(built(place))
    assert b"Two" in (place / "build/site/more/page/index.html").read_bytes()


def test_what_other_hooks_are_in_is_always_built(tmp_path: Path) -> None:
    """They may ask for anything."""
    place = write_files(tmp_path, history_files())
    (place / "hooks.py").write_text("def on_page_content(html, **_):\n    return html + '<p>One'\n", encoding="utf-8")
    written("mkdocs.yml", "  - site/hooks.py", "  - site/hooks.py\n  - hooks.py")(place)
    built(place)
    written("hooks.py", "One", "Two")(place)
    assert not is_as_it_was(built(place))


@pytest.mark.parametrize("path", ["site/theme/base.html", "sec-source/code.toml"])
def test_what_is_edited_while_it_is_built_is_not_taken_for_built(
    place: Path, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep, contents = Building.keep, (place / path).read_bytes()

    def late(building: Building, answers: Iterable[Answer], making: Making, folder: Path) -> None:
        (place / path).write_bytes(contents + b"\n")
        keep(building, answers, making, folder)

    with monkeypatch.context() as patched:
        patched.setattr(Building, "keep", late)
        deleted(place)
        built(place)
    assert not is_as_it_was(built(place))
