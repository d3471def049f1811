"""`secc build` and `mkdocs build` make the same website, and the same one every time."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.site.checkout import contents, run, write, write_files
from tests.site.codes import ROOT, SMALL, files, made
from tests.site.history import history_files
from tests.site.reading import without_data


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository in which the website has been built by `secc build`."""
    place = write(tmp_path_factory.mktemp("repository"))
    answer = run(place, "secc", "build", PYTHONHASHSEED="1", TZ="Asia/Tokyo")
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "24 pages in build/site\n", "")
    return place


def test_every_page_and_file_is_written_as_it_was_made(built: Path) -> None:
    found, site = contents(built / "build" / "site"), made(SMALL)
    for page in site.pages:
        assert found.pop(f"{page.url}index.html").decode() == page.html
    for file in (*site.files, *site.streamed, *site.site_map(["about/"])):
        assert found.pop(file.url) == file.contents
    assert set(found) == {"404.html", "about/index.html", "about.json", "about.txt"}


def test_no_page_in_the_folder_is_without_data(built: Path) -> None:
    """But that for what is not found, which is no page of the Code and has no address of its own."""
    found = contents(built / "build" / "site")
    pages = [each for each in found if each.endswith(".html")]
    assert len(pages) > 20
    assert without_data(pages, found) == ["404.html"]


def test_the_map_has_the_pages_written_by_hand(tmp_path: Path) -> None:
    sources = files(SMALL)
    sources["code.toml"] += b'[site]\naddress = "https://e.org/"\n'
    place = write_files(tmp_path, sources)
    assert run(place, "secc", "build").returncode == 0
    found = contents(place / "build" / "site")
    pages = {path.removesuffix("index.html") for path in found if path.endswith("index.html")}
    listed = {url.decode() for url in re.findall(rb"<loc>https://e.org/(.*)</loc>", found["sitemap.xml"])}
    assert "about/" in listed
    assert listed == pages


def test_mkdocs_builds_the_same_bytes(built: Path, tmp_path: Path) -> None:
    answer = run(built, "mkdocs", "build", "--site-dir", str(tmp_path / "out"), PYTHONHASHSEED="2", TZ="UTC")
    assert answer.returncode == 0, answer.stderr
    assert contents(tmp_path / "out") == contents(built / "build" / "site")


def test_sources_survive_the_build(built: Path) -> None:
    """With `site_dir` unset, MkDocs empties site/."""
    assert contents(built / "site") == {
        path: found for path, found in contents(ROOT / "site").items() if "__pycache__" not in path
    }


def test_hand_written_pages_are_in_the_same_theme(built: Path) -> None:
    html = (built / "build" / "site" / "about" / "index.html").read_text(encoding="utf-8")
    assert "<h1" in html
    assert 'href="../terms/"' in html
    assert "This is no law." in html
    assert "script-src 'self'" in html
    missing = (built / "build" / "site" / "404.html").read_text(encoding="utf-8")
    assert 'href="/terms/"' in missing


def test_a_broken_link_on_a_hand_written_page_is_an_error(tmp_path: Path) -> None:
    place = write(tmp_path)
    (place / "site" / "pages" / "about.md").write_text(
        "# About\n\n[x](H14.md#H14.99) [y](H14.md#H14.1)\n", encoding="utf-8"
    )
    answer = run(place, "secc", "build")
    assert answer.returncode == 2
    assert answer.stderr.count("\n") == 1
    assert "does not contain an anchor '#H14.99'" in answer.stderr
    assert "'#H14.1'" not in answer.stderr


def test_hand_written_pages_lead_to_files_of_the_site_and_replace_none(built: Path, tmp_path: Path) -> None:
    place, style = write(tmp_path), next((built / "build" / "site" / "assets").glob("site.*.css")).name
    pages = place / "site" / "pages"
    (pages / "more").mkdir()
    (pages / "more" / "page.md").write_text(
        f"# More\n\n[a](../assets/{style}) [b](../index.md) [c](../H14.md#H14.1) [d](own.txt)\n", encoding="utf-8"
    )
    (pages / "more" / "own.txt").write_text("own", encoding="utf-8")
    (pages / "assets").mkdir()
    (pages / "assets" / style).write_text("other", encoding="utf-8")
    configuration = place / "mkdocs.yml"
    configuration.write_text(configuration.read_text(encoding="utf-8") + "nav: [H14.md, about.md, more/page.md]\n")
    answer = run(place, "secc", "build")
    assert (answer.returncode, answer.stderr) == (0, "")
    found, before = contents(place / "build" / "site"), contents(built / "build" / "site")
    html = found.pop("more/page/index.html").decode()
    for path in (f"../../assets/{style}", "../../", "../../H14/#H14.1", "../own.txt"):
        assert f'href="{path}"' in html
    assert found.pop("more/own.txt") == b"own"
    assert json.loads(found.pop("more/page.json"))["parts"] == [{"heading": "", "text": ["a b c d"]}]
    assert found.pop("more/page.txt").endswith(b"More\n\na b c d\n")
    assert found == before


def test_a_page_of_the_code_is_never_overwritten(tmp_path: Path) -> None:
    place = write(tmp_path)
    (place / "site" / "pages" / "H14.md").write_text("# Other\n", encoding="utf-8")
    answer = run(place, "secc", "build")
    assert answer.returncode == 2
    assert answer.stderr.startswith("secc: the website cannot be made: two pages are at H14/")


def test_mkdocs_says_in_one_line_what_is_wrong_with_a_code(tmp_path: Path) -> None:
    place = write(tmp_path)
    (place / "sec-source" / "sections" / "H.sec").unlink()
    answer = run(place, "mkdocs", "build")
    assert answer.returncode == 1
    assert "there is no file sections/H.sec" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_a_folder_with_anything_else_in_it_is_refused(tmp_path: Path) -> None:
    place = write(tmp_path)
    for out in (".", "sec-source", "site"):
        answer = run(place, "secc", "build", "--out", out)
        assert answer.returncode == 2
        assert "which would be deleted: name another folder" in answer.stderr
    assert (place / "sec-source" / "code.toml").is_file()
    answer = run(place, "secc", "build", "--out", "mkdocs.yml")
    assert (answer.returncode, answer.stderr) == (2, "secc: mkdocs.yml is not a folder\n")


def test_a_website_is_made_over_an_older_one(tmp_path: Path) -> None:
    place = write(tmp_path)
    out = place / "elsewhere"
    assert run(place, "secc", "build", "--out", str(out)).returncode == 0
    (out / "H99").mkdir()
    answer = run(place, "secc", "build", "--out", str(out))
    assert (answer.returncode, answer.stdout) == (0, "24 pages in elsewhere\n")
    assert not (out / "H99").exists()


def test_only_what_changed_is_written_again(tmp_path: Path) -> None:
    """And what is written over an older website is what is written to an empty folder."""
    place = write(tmp_path)
    out = place / "build" / "site"
    assert run(place, "secc", "build").returncode == 0
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}
    source = place / "sec-source" / "sections" / "H.sec"
    source.write_text(source.read_text(encoding="utf-8").replace("with care", "with great care"), encoding="utf-8")
    (out / "H14" / "extra.html").write_text("x", encoding="utf-8")
    (out / "H15" / "index.html").unlink()
    (out / "H15" / "index.html").mkdir()
    assert run(place, "secc", "build").returncode == 0
    assert run(place, "secc", "build", "--out", str(tmp_path / "fresh")).returncode == 0
    assert contents(out) == contents(tmp_path / "fresh")
    after = {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}
    written = {path.relative_to(out).as_posix() for path, time in after.items() if before.get(path) != time}
    assert {"H14/index.html", "H14.1/index.html", "H15/index.html"} <= written
    assert not {"A1/index.html", "AL/index.html", "terms/index.html", "about/index.html", "index.html"} & written
    assert len(written) < len(after) / 4


def test_no_link_in_the_folder_is_followed(tmp_path: Path) -> None:
    place = write(tmp_path)
    out, other = place / "build" / "site", tmp_path / "other"
    assert run(place, "secc", "build").returncode == 0
    other.mkdir()
    (other / "kept.txt").write_text("x", encoding="utf-8")
    (out / "elsewhere").symlink_to(other)
    (out / "H15" / "index.html").unlink()
    (out / "H15" / "index.html").symlink_to(other / "kept.txt")
    assert run(place, "secc", "build").returncode == 0
    assert not (out / "elsewhere").exists()
    assert "Results" in (out / "H15" / "index.html").read_text(encoding="utf-8")
    assert (other / "kept.txt").read_text(encoding="utf-8") == "x"


def test_without_a_theme_there_is_one_clear_line(tmp_path: Path) -> None:
    place = write(tmp_path)
    (place / "site" / "assets" / "site.css").unlink()
    answer = run(place, "secc", "build")
    assert (answer.returncode, answer.stderr) == (
        2,
        "secc: site.css of the site's theme cannot be read: No such file or directory\n",
    )
    shutil.copy(ROOT / "site" / "assets" / "site.css", place / "site" / "assets" / "site.css")
    (place / "site" / "theme" / "home.html").write_text("{{ nothing }}", encoding="utf-8")
    answer = run(place, "secc", "build")
    assert (answer.returncode, answer.stderr.count("\n")) == (2, 1)
    assert "home.html of the site's theme cannot be used, line 1: 'nothing' is undefined" in answer.stderr
    (place / "mkdocs.yml").unlink()
    answer = run(place, "secc", "build")
    assert (answer.returncode, answer.stderr.count("\n")) == (2, 1)
    assert "there is no mkdocs.yml beside the sources" in answer.stderr


@pytest.mark.parametrize(
    ("template", "words", "line"),
    [
        ("home.html", "\n{{ 1 + site.title }}", 2),
        ("notice.html", "{{ site.title | round }}", 1),
        ("main.html", "{% if %}", 1),
    ],
)
def test_a_fault_in_a_template_is_told_by_its_line(tmp_path: Path, template: str, words: str, line: int) -> None:
    place = write(tmp_path)
    (place / "site" / "theme" / template).write_text(words, encoding="utf-8")
    answer = run(place, "secc", "build")
    assert (answer.returncode, answer.stderr.count("\n")) == (2, 1)
    assert f"{template} of the site's theme cannot be used, line {line}: " in answer.stderr
    if template != "main.html":  # that of pages written by hand, which MkDocs draws by itself
        answer = run(place, "mkdocs", "build", "--quiet")
        assert answer.returncode == 1
        assert f"{template} of the site's theme cannot be used, line {line}: " in answer.stderr
        assert "Traceback" not in answer.stderr


@pytest.mark.parametrize("name", ["theme/home.html", "assets/site.css", "assets/search.js"])
def test_a_file_of_the_theme_that_is_no_text_is_named(tmp_path: Path, name: str) -> None:
    place = write(tmp_path)
    (place / "site" / name).write_bytes(b"x\n\xff")
    answer = run(place, "secc", "build")
    told = "is not in UTF-8: line 2 has a byte that is not text; save it as UTF-8"
    named = Path(name).name
    assert (answer.returncode, answer.stderr) == (2, f"secc: {named} of the site's theme {told}\n")


def test_a_site_of_a_day_is_asked_for_by_its_day(tmp_path: Path) -> None:
    place = write_files(tmp_path, history_files())
    answer = run(place, "secc", "build", "--as-at", "2022-06-01")
    assert (answer.returncode, answer.stderr) == (0, "")
    later = contents(place / "build" / "site")
    assert b"every person" in later["H1/index.html"]
    assert run(place, "secc", "build").returncode == 0
    today = contents(place / "build" / "site")
    assert b"each person" in today["H1/index.html"]
    answer = run(place, "mkdocs", "build", "--site-dir", str(tmp_path / "out"))
    assert answer.returncode == 0, answer.stderr
    assert contents(tmp_path / "out") == today
    answer = run(place, "secc", "build", "--as-at", "2019-12-31")
    assert (answer.returncode, answer.stderr.count("\n")) == (2, 1)


def test_where_nothing_can_be_written_it_is_said_in_words(built: Path) -> None:
    (built / "a file").write_text("mine", encoding="utf-8")
    place = built / "a file" / "site"
    said = f"{place} cannot be read or written: Not a directory"
    ours, theirs = run(built, "secc", "build", "--out", str(place)), run(built, "mkdocs", "build", "-d", str(place))
    assert (ours.returncode, ours.stderr) == (2, f"secc: the website cannot be made: {said}\n")
    assert theirs.returncode == 1
    assert theirs.stderr.rstrip().endswith(said)
    assert "Traceback" not in theirs.stderr
    assert (built / "a file").read_text(encoding="utf-8") == "mine"


def test_it_is_told_what_of_the_instruments_a_website_is_made_without(tmp_path: Path) -> None:
    """Twice, since what nobody has read is not kept as a website that is whole."""
    files = history_files()
    files["instruments/2021-02-01-meters.sec"] += b'\n5 in Section H1.1, for "no such words" substitute "others"\n'
    files["instruments/2021-03-01-later.sec"] += b"\n4 frobnicate Section H1\n"
    place = write_files(tmp_path, files)
    for _ in range(2):
        answer = run(place, "secc", "build")
        assert answer.returncode == 1
        assert answer.stdout.endswith("pages in build/site\n")
        unread, refused, told = answer.stderr.splitlines()
        assert unread.startswith("secc: instruments/2021-03-01-later.sec:10: ")
        assert refused.startswith("secc: paragraph 5 of 2021-02-01-meters cannot be carried out: ")
        assert told == "secc: the website is made without what is told of here: see secc check"


def test_without_instruments_no_day_can_be_asked_for(built: Path) -> None:
    answer = run(built, "secc", "build", "--as-at", "2020-01-01")
    assert (answer.returncode, answer.stderr) == (
        2,
        "secc: there are no instruments: the text of no other day than today's is known\n",
    )
