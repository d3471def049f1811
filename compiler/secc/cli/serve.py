"""`secc serve`: make the website, serve it on this machine, and make it again when a source is saved."""

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import click

from secc.cli.build import built
from secc.cli.moments import DAY
from secc.cli.options import code_folder, code_option, shown
from secc.diagnostics import CannotProceed

_HOST = "127.0.0.1"
_FIRST, _LAST = 8000, 8099
_EVERY = 0.3  # seconds between looks at the sources
_LONGEST = 20.0  # seconds for which a page is kept waiting for news
_SCRIPT = "/-/reload.js"
_NEWS = "/-/reload"
_ANY_DAY = "/as-at/"
_RELOAD = f"""\
(async () => {{
  for (let known = ""; ;) {{
    const answer = await fetch("{_NEWS}?" + known).catch(() => null);
    const told = answer && answer.ok ? await answer.text() : "";
    if (known && told && told !== known) location.reload();
    if (!told) await new Promise((go) => setTimeout(go, 1000));
    known = told || known;
  }}
}})();
"""


@click.command("serve")
@click.option("--out", type=click.Path(path_type=Path), help="The folder to write it to (by default build/site).")
@click.option("--port", type=click.IntRange(0, 65535), help=f"By default the first that is free from {_FIRST}.")
@click.option(
    "--as-at",
    "as_at",
    type=DAY,
    help="Show the text of this day, as `secc build` makes it (by default the text as the files hold it).",
)
@code_option
def command(out: Path | None, port: int | None, as_at: date | None, folder: Path | None) -> None:
    """Make the website and serve it on this machine only, until it is stopped with Ctrl+C."""
    make = partial(built, out, folder, as_at, is_draft=as_at is None)
    place, pages = make()
    click.echo(f"{pages} pages in {shown(place)}")
    edition = Edition()
    with _server(place, edition, port) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        click.echo(f"http://{_HOST}:{server.server_port}/  (Ctrl+C stops)")
        try:
            _watch(code_folder(folder).resolve(), make, edition)
        except KeyboardInterrupt:
            click.echo()
        finally:
            server.shutdown()


class Edition:
    """Which making of the website this is; pages wait here for the next."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._started = time.time_ns()
        self._number = 0

    def next(self) -> None:
        """The website has been made again."""
        with self._changed:
            self._number += 1
            self._changed.notify_all()

    def after(self, known: str) -> str:
        """The name of the edition, as soon as it is another than the one known, and after a while in any case."""
        with self._changed:
            self._changed.wait_for(lambda: self._name() != known, timeout=_LONGEST)
            return self._name()

    def _name(self) -> str:
        return f"{self._started}-{self._number}"


class Handler(SimpleHTTPRequestHandler):
    """Serves the website, with a script in its pages that loads them again; what is on disk has none."""

    def __init__(self, *args: object, edition: Edition, directory: str) -> None:
        self._edition = edition
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]  # passed on as the server gives them

    def do_GET(self) -> None:
        """Answer with a page, a file, or news of the next edition."""
        path, _, query = self.path.partition("?")
        if path == _SCRIPT:
            self._answer(HTTPStatus.OK, "text/javascript", _RELOAD.encode())
        elif path == _NEWS:
            self._answer(HTTPStatus.OK, "text/plain", self._edition.after(query).encode())
        elif (page := self._page(path)) is not None:
            self._answer(HTTPStatus.OK, "text/html; charset=utf-8", _reloading(page))
        else:
            super().do_GET()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the website's own page where there is nothing at an address."""
        missing = Path(self.directory, "404.html")
        if code == HTTPStatus.NOT_FOUND and missing.is_file():
            self._answer(HTTPStatus.NOT_FOUND, "text/html; charset=utf-8", _reloading(missing.read_bytes()))
        else:
            super().send_error(code, message, explain)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name in the standard library
        """Say nothing: requests are no news."""

    def end_headers(self) -> None:
        """Have nothing kept by the browser: the next edition may be different."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def _page(self, path: str) -> bytes | None:
        """A page at an address that ends in a slash, below `/as-at/` the one that shows any day; None for none."""
        place = Path(self.translate_path(path), "index.html")
        if path.startswith(_ANY_DAY) and not place.is_file():
            place = Path(self.translate_path(_ANY_DAY), "index.html")
        return place.read_bytes() if path.endswith("/") and place.is_file() else None

    def _answer(self, status: HTTPStatus, kind: str, contents: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(contents)))
        self.end_headers()
        self.wfile.write(contents)


class _Server(ThreadingHTTPServer):
    """A browser that goes away before it has its answer is no news."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Print what went wrong, but for that."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # passed on as it came


def _reloading(page: bytes) -> bytes:
    return page.replace(b"</head>", f'<script src="{_SCRIPT}" defer></script>\n</head>'.encode(), 1)


def _server(place: Path, edition: Edition, port: int | None) -> ThreadingHTTPServer:
    handler = partial(Handler, edition=edition, directory=str(place))
    wanted = range(_FIRST, _LAST + 1) if port is None else (port,)
    for each in wanted:
        try:
            return _Server((_HOST, each), handler)
        except OSError:
            continue
    taken = f"port {port} is" if port is not None else f"the ports from {_FIRST} to {_LAST} are"
    raise CannotProceed(f"{taken} taken: name another with --port")


def _watch(sources: Path, make: Callable[[], tuple[Path, int]], edition: Edition) -> None:
    """Make the website again whenever something that it is made from is saved; what cannot be made is said."""
    seen = _state(sources)
    while True:
        time.sleep(_EVERY)
        now = _state(sources)
        if now == seen:
            continue
        seen = now
        started = time.monotonic()
        try:
            _, pages = make()
        except CannotProceed as error:
            click.echo(f"secc: {error}", err=True)
            continue
        click.echo(f"{pages} pages again, in {time.monotonic() - started:.1f} s")
        sys.stdout.flush()
        edition.next()


def _state(sources: Path) -> dict[Path, tuple[int, int]]:
    """The size and time of every file that the website is made from; one that is just being replaced is left out."""
    found: dict[Path, tuple[int, int]] = {}
    for path in _watched(sources):
        with suppress(FileNotFoundError):
            status = path.stat()
            found[path] = (status.st_mtime_ns, status.st_size)
    return found


def _watched(sources: Path) -> Iterator[Path]:
    for place in (sources, sources.parent / "site"):
        yield from (path for path in place.rglob("*") if path.is_file() and not path.name.startswith("."))
    yield from (path for path in (sources.parent / "mkdocs.yml",) if path.is_file())
