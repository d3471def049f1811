"""`secc serve`: on this machine only, at the next free port, and again when a source is saved."""

import os
import re
import signal
import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from email import message_from_bytes
from email.message import Message
from functools import partial
from pathlib import Path
from socket import create_connection
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

from secc.cli.serving import Editions, Handler, Server
from secc.cli.writing import replace_file
from secc.code.cache import FolderCache
from secc.code.load import NoCache
from secc.diagnostics import CannotProceed
from secc.history import Folder
from secc.site.not_yet import NotYet
from secc.site.preview import Preview
from secc.site.reopening import Reopening
from tests.site.checkout import command, contents, run, write, write_files
from tests.site.history import TODAY, history_files


class Shown:
    """A website at an address."""

    def __init__(self, address: str) -> None:
        self.address = address

    def get(self, path: str) -> tuple[int, str]:
        """The answer to a request: its status, and the text."""
        try:
            with urlopen(self.address + path, timeout=120) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as error:
            with error:
                return error.code, error.read().decode()

    def asked(self, method: str, path: str) -> tuple[int, Message, bytes]:
        """The answer to a request as it comes: its status, what is said of it, and everything that follows."""
        place = urlsplit(self.address)
        with create_connection((str(place.hostname), place.port or 80), timeout=120) as connection:
            connection.sendall(f"{method} /{path} HTTP/1.0\r\n\r\n".encode())
            head, _, contents = connection.makefile("rb").read().partition(b"\r\n\r\n")
        status, _, said = head.partition(b"\r\n")
        return int(status.split()[1]), message_from_bytes(said), contents


class Serving(Shown):
    """A website being served by the command."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self.made = self.line()
        super().__init__(self.line().split()[0])

    def line(self) -> str:
        """The next line that it prints."""
        assert self._process.stdout is not None
        return self._process.stdout.readline().rstrip("\n")


@contextmanager
def serving(place: Path, *arguments: str) -> Iterator[Serving]:
    with subprocess.Popen(
        command("secc", "serve", *arguments),
        cwd=place,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=_heed_interrupts,
    ) as process:
        try:
            yield Serving(process)
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=120) == 0
        finally:
            process.kill()


def _heed_interrupts() -> None:
    """Tests that are started in the background are started deaf to Ctrl+C, and so would be what they start."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("repository"))


def test_it_says_where_and_serves_the_site(place: Path) -> None:
    with serving(place, "--port", "0") as site:
        assert site.made == "24 pages in build/site"
        assert site.address.startswith("http://127.0.0.1:")
        status, page = site.get("H14/")
        assert (status, "Testing Services" in page) == (200, True)
        assert site.get("H99/")[0] == 404
        assert "There is no page here" in site.get("H99/")[1]
        assert site.get("../../code.toml")[0] == 404


def test_it_answers_as_a_host_does(tmp_path: Path) -> None:
    reopening = Reopening(Folder(write(tmp_path) / "sec-source"), NoCache(), None, "sec-source/")
    with shown_by(Editions(previewed(reopening, tmp_path, BY_HAND))) as site:
        page = site.asked("GET", "H14/")
        for path in ("H14/", "H14.txt", "H99/", "H14", "-/reload.js"):
            asked, got = site.asked("HEAD", path), site.asked("GET", path)
            assert (asked[0], asked[1]["Content-Length"], asked[2]) == (got[0], str(len(got[2])), b"")
        assert site.asked("GET", "H14/index.html")[2] == page[2]
        assert site.asked("GET", "index.html")[2] == site.asked("GET", "")[2]
        assert site.asked("GET", "xindex.html")[0] == 404
        assert site.asked("GET", "H14.txt")[1]["Content-Type"] == "text/plain; charset=utf-8"
        assert site.asked("GET", "H14?q=meter&at=2020-01-01")[1]["Location"] == "/H14/?q=meter&at=2020-01-01"
        assert site.asked("GET", "H14")[1]["Location"] == "/H14/"
        for path in (
            "%00",
            "as-at/%2e%2e/code.toml",
            "%2e%2e/code.toml",
            "H14/../H14.txt",
            "%ff%fe/",
            "%",
            "%0d%0aX:y",
        ):
            assert site.asked("GET", path)[0] == 404


def test_a_saved_source_is_seen_and_a_mistake_stops_nothing(place: Path) -> None:
    source, settings = place / "sec-source" / "sections" / "H.sec", place / "sec-source" / "code.toml"
    with serving(place, "--port", "0") as site:
        known = edition(site.get("H14/")[1])
        assert "location.reload()" in site.get("-/reload.js")[1]
        good = settings.read_bytes()
        replace_file(settings, b"not toml")
        assert site.line().startswith("secc: code.toml cannot be read")
        assert "code.toml cannot be read" in site.get("H14/")[1]
        replace_file(settings, good.replace(b"This is no law", b"Nor is this"))
        assert "24 pages again" in site.line()
        assert "Nor is this" in site.get("about/")[1]
        replace_file(settings, good)
        assert "24 pages again" in site.line()
        assert "This is no law" in site.get("about/")[1]
        replace_file(source, source.read_bytes().replace(b"with care", b"with great care"))
        assert "24 pages again" in site.line()
        page = site.get("H14/")[1]
        assert site.get(f"-/reload?{known}")[1] == edition(page) != known
        assert "with great care" in page
        assert "code.toml cannot be read" not in page
        replace_file(source, source.read_bytes() + b"\n  define <b>Foo\n")
        assert "24 pages again" in site.line()
        assert 'role="alert"' in site.get("about/")[1]
        assert "sec-source/sections/H.sec:" in site.get("about/")[1]
    assert all(b"/-/reload.js" not in found for found in contents(place / "build" / "site").values())


def test_the_next_free_port_is_taken(place: Path) -> None:
    with serving(place) as first, serving(place) as second:
        assert first.address != second.address
        assert second.get("")[0] == 200
        taken = first.address.rstrip("/").rpartition(":")[2]
        answer = run(place, "secc", "serve", "--port", taken)
        assert (answer.returncode, answer.stderr) == (2, f"secc: port {taken} is taken: name another with --port\n")


def test_what_is_shown_after_an_edit_is_what_a_fresh_making_writes(tmp_path: Path) -> None:
    """A clause in other words, a definition, a new clause, the theme: each page and file as `secc build` writes it."""
    place = write(tmp_path)
    (place / "site" / "pages" / "empty.txt").touch()
    sources, section = place / "sec-source", place / "sec-source" / "sections" / "A.sec"
    reopening = Reopening(Folder(sources), NoCache(), None, "sec-source/")
    shown = previewed(reopening, place, {})
    edits = (
        ("A reference to a Device", "Any reference to a Device"),
        ("a person that uses a Device", "a person that owns a Device"),
        ('define "Testing Service"', 'define "Testing Work"'),
        ("# A2 Interpretation", "A1.2 Each User is bound.\n\n# A2 Interpretation"),
    )
    for old, new in edits:
        text = section.read_text(encoding="utf-8")
        assert text.count(old) == 1
        section.write_text(text.replace(old, new), encoding="utf-8")
        shown = previewed(reopening, place, shown.making.by_hand, ["sections/A.sec"])
        assert run(place, "secc", "build").returncode == 0
        assert said(shown) == contents(place / "build" / "site")
    style = place / "site" / "assets" / "site.css"
    style.write_text(style.read_text(encoding="utf-8") + "p { margin: 0 }\n", encoding="utf-8")
    assert run(place, "secc", "build").returncode == 0
    assert said(previewed(reopening, place, {}, [])) == contents(place / "build" / "site")


BY_HAND = {"about/index.html": b"As it was."}
EDITS = (
    ("2021-03-01-later.sec", '"every person"', '"all persons"'),
    ("2021-03-01-later.sec", "from: 2022-06-01", "from: 2022-06-02"),
    ("2021-02-01-meters.sec", "2 suspend Section H1.2(b)", "2 suspend Section H1.2(b), until 2023-01-01"),
    ("2021-02-01-meters.sec", '"outcomes"', '"reports"'),
    ("2021-02-01-meters.sec", "4 suspend Section H2, until", "4 suspend Section H1, until"),
    ("2020-01-01-first/annexes/section-A.sec", "A1.1 Words of", "A1.1 All words of"),
    ("2021-04-01-proposal.sec", "consultation", "direction"),
    ("2021-04-01-proposal.sec", "direction 2021-04-01-proposal", "consultation 2021-04-01-proposal"),
)
"""Of instruments: what is edited, what is replaced, and by what."""
PLANS = {
    "instruments/2020-02-01-plan.sec": b"""\
direction 2020-02-01-plan: What was to be
made: 2020-02-01
from: 2022-01-01

1 in Section H1.2, for "a record" substitute "a full record"
""",
    "instruments/2020-03-01-sooner.sec": b"""\
direction 2020-03-01-sooner: What came before it
made: 2020-03-01
from: 2021-01-01

1 in Section H1.2, for "The DCC" substitute "Each DCC"
""",
}
"""As known in February 2020 there was to be a text which there never was, nor is to be by what is known now."""


@pytest.mark.parametrize(("as_at", "is_kept"), [(None, True), (TODAY, False)])
def test_what_is_shown_after_an_edit_of_instruments_is_as_if_made_anew(
    tmp_path: Path, as_at: date | None, is_kept: bool
) -> None:
    """Nothing that was taken over from before an edit is of before it; nor is it missed, where nothing is kept."""
    place = write_files(tmp_path, history_files() | PLANS)
    sources = place / "sec-source"
    cache = FolderCache(place / "build" / "cache") if is_kept else NoCache()
    reopening = Reopening(Folder(sources), cache, as_at, "sec-source/")
    shown = said(previewed(reopening, place, BY_HAND))
    for name, old, new in EDITS:
        edited = sources / "instruments" / name
        text = edited.read_text(encoding="utf-8")
        assert old in text
        edited.write_text(text.replace(old, new), encoding="utf-8")
        preview = Preview(reopening.open([f"instruments/{name}"]), place, BY_HAND)
        at_once = pages_at_once(preview)
        preview.work_out()
        before, shown = shown, said(preview)
        anew = Reopening(Folder(sources), NoCache(), as_at, "sec-source/")
        assert before != shown == said(previewed(anew, place, BY_HAND)), name
        assert at_once.items() <= shown.items()
        assert f"instruments/{name.removesuffix('.sec').partition('/')[0]}/index.html" in at_once


class Failing(Folder):
    """A folder in which no picture can be read for a while."""

    fails = False

    def read(self, path: str) -> bytes:
        if self.fails and path.endswith(".svg"):
            raise CannotProceed(f"{path} cannot be read")
        return super().read(path)


def test_an_opening_that_failed_leaves_nothing_behind(tmp_path: Path) -> None:
    place = write_files(tmp_path, history_files())
    section, instrument = (place / "sec-source" / each for each in ("sections/H.sec", f"instruments/{EDITS[0][0]}"))
    tree = Failing(place / "sec-source")
    reopening = Reopening(tree, NoCache(), None, "sec-source/")
    previewed(reopening, place, BY_HAND)
    section.write_bytes(section.read_bytes().replace(b"every meter", b"all meters"))
    shows = b"\n4 in Section H, at the end insert\n  > H3 Picture\n  >\n  > ![A square](figures/square.svg)\n"
    instrument.write_bytes(instrument.read_bytes() + shows)
    saved, tree.fails = ["sections/H.sec", f"instruments/{EDITS[0][0]}"], True
    with pytest.raises(CannotProceed, match="cannot be read"):
        previewed(reopening, place, BY_HAND, saved)
    tree.fails = False
    anew = Reopening(tree, NoCache(), None, "sec-source/")
    assert said(previewed(reopening, place, BY_HAND, saved)) == said(previewed(anew, place, BY_HAND))


class Enough(Exception):  # noqa: N818  # raised to put an end to something
    """Something else was saved."""


def test_what_follows_for_other_days_is_shown_as_before_until_it_is_worked_out(tmp_path: Path) -> None:
    """A page that follows from it says so, and is loaded again; the instrument's own page is right at once."""
    place, (name, old, new) = write_files(tmp_path, history_files()), EDITS[0]
    reopening = Reopening(Folder(place / "sec-source"), NoCache(), None, "sec-source/")
    editions = Editions(previewed(reopening, place, BY_HAND))
    with shown_by(editions) as site:
        first = site.get("H1/")[1]
        saved = place / "sec-source" / "instruments" / name
        replace_file(saved, saved.read_bytes().replace(old.encode(), new.encode()))
        preview = Preview(reopening.open([f"instruments/{name}"]), place, BY_HAND)
        editions.next(preview, f"{name} was")
        assert "all persons" in site.get("instruments/2021-03-01-later/")[1]
        earlier = site.get("H1/")[1]
        assert f"<p>{name} was saved. What follows for other days is still being worked out" in to_come(earlier)
        assert earlier.replace(f"\n{to_come(earlier)}", "", 1).replace(edition(earlier), edition(first)) == first
        with pytest.raises(Enough):
            preview.work_out(enough)
        assert to_come(site.get("H1/")[1])
        preview.work_out()
        editions.finish()
        later = site.get("H1/")[1]
        assert site.get(f"-/reload?{edition(earlier)}")[1] == edition(later) == edition(earlier).removesuffix("-before")
        assert not to_come(later)


WRONG_LATER = b"""\
direction 2030-01-01-later: Later
made: 2021-03-01
from: 2030-01-01

1 in Section H1.1, for "no such" substitute "any"
"""


def test_what_of_an_instrument_is_left_out_is_told_above_every_page(tmp_path: Path) -> None:
    place = write_files(tmp_path, history_files())
    instrument = place / "sec-source" / "instruments" / "2021-02-01-meters.sec"
    good = instrument.read_bytes()
    with serving(place, "--port", "0") as site:
        bad = b'\n5 in Section H1.1, for "no such words" substitute "others"\n6 frobnicate Section H1\n'
        replace_file(instrument, good + bad)
        assert ["pages again" in site.line(), "all days" in site.line()] == [True, True]
        assert site.line().startswith("secc: instruments/2021-02-01-meters.sec:12: ")
        assert site.line().startswith("secc: paragraph 5 of 2021-02-01-meters cannot be carried out: ")
        page = site.get("timeline/")[1]
        assert 'role="alert"' in page
        assert "<p>instruments/2021-02-01-meters.sec:12: " in page
        assert "<p>paragraph 5 of 2021-02-01-meters cannot be carried out: " in page
        replace_file(instrument, good)
        assert "pages again" in site.line()
        assert 'role="alert"' not in site.get("timeline/")[1]


def test_what_cannot_be_carried_out_on_a_later_day_is_told_too(tmp_path: Path) -> None:
    """A page that was right at once learns of it when the texts of all days are worked out."""
    place = write_files(tmp_path, history_files())
    wrong = place / "sec-source" / "instruments" / "2030-01-01-later.sec"
    told = "paragraph 1 of 2030-01-01-later cannot be carried out: the words &quot;no such&quot; do not stand in"
    with serving(place, "--port", "0") as site:
        wrong.write_bytes(WRONG_LATER)
        assert ["pages again" in site.line(), "all days" in site.line()] == [True, True]
        assert site.line().startswith("secc: paragraph 1 of 2030-01-01-later cannot be carried out: ")
        page = site.get("H1/")[1]
        assert told in page
        wrong.unlink()
        assert "pages again" in site.line()
        assert site.get(f"-/reload?{edition(page)}")[1] != edition(page)
        assert "all days" in site.line()
        assert told not in site.get("H1/")[1]
    with_fault = write_files(tmp_path / "again", {**history_files(), f"instruments/{wrong.name}": WRONG_LATER})
    with serving(with_fault, "--port", "0") as site:
        assert site.line().startswith("secc: paragraph 1 of 2030-01-01-later cannot be carried out: ")


def enough() -> None:
    raise Enough


@contextmanager
def shown_by(editions: Editions) -> Iterator["Shown"]:
    with Server(("127.0.0.1", 0), partial(Handler, editions=editions)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Shown(f"http://127.0.0.1:{server.server_port}/")
        server.shutdown()


def edition(page: str) -> str:
    """The name of the edition of which a page is."""
    found = re.search('<script src="/-/reload.js" data-edition="([^"]+)" defer></script>', page)
    assert found is not None
    return found.group(1)


def to_come(page: str) -> str:
    """What a page says of what is still to be worked out."""
    found = re.search('<section class="notice" role="status" aria-label="What is still to come">.*?</section>\n', page)
    return found.group() if found is not None else ""


def previewed(
    reopening: Reopening, place: Path, by_hand: Mapping[str, bytes], saved: Sequence[str] | None = None
) -> Preview:
    """The website after some files were saved, with everything worked out."""
    preview = Preview(reopening.open(saved), place, by_hand)
    preview.work_out()
    return preview


def pages_at_once(preview: Preview) -> dict[str, bytes]:
    """The pages that are shown before the texts of all days are worked out."""
    found = {}
    for page in preview.making.site.pages:
        with suppress(NotYet):
            found[f"{page.url}index.html"] = preview.contents(page.url) or b""
    return found


def said(preview: Preview) -> dict[str, bytes]:
    """Everything that a preview shows, by its path."""
    site = preview.making.site
    urls = [*(each.url for each in site.pages), *(each.url for each in (*site.files, *site.streamed))]
    urls += [each.url for each in preview.making.site_map()]
    found = {f"{url}index.html" if not url or url.endswith("/") else url: preview.contents(url) for url in urls}
    found |= {path: preview.contents(path) for path in preview.hand_written}
    return {path: contents for path, contents in found.items() if contents is not None}
