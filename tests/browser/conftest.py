"""A browser, and the websites that it is shown, each at an address of its own on this machine."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from secc.site.made import MadePage, MadeSite, StreamedFile
from tests.browser.chromium import Chromium, chromium
from tests.site.codes import HOSTILE, made, sample_site

_KINDS = {
    "": "text/html; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "atom": "application/atom+xml",
    "css": "text/css",
    "js": "text/javascript",
    "json": "application/json",
    "svg": "image/svg+xml",
    "txt": "text/plain",
}


@pytest.fixture(scope="session")
def browser() -> Iterator[Chromium]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the sample Code's website."""
    with served(sample_site()) as address:
        yield address


@pytest.fixture(scope="session")
def hostile_site() -> Iterator[str]:
    """The address of the website of a Code whose author means harm."""
    with served(made(HOSTILE)) as address:
        yield address


class _Shown:
    """A website of which pages are drawn, and files made, when they are asked for."""

    def __init__(self, made_site: MadeSite) -> None:
        self._groups = [
            ((each.url, partial(_drawn, each)) for each in made_site.pages),
            ((each.url, partial(_held, each)) for each in made_site.files),
            ((each.url.removesuffix("index.html"), partial(_held, each)) for each in made_site.streamed),
        ]
        self._known: dict[str, Callable[[], bytes]] = {}
        self._one_at_a_time = threading.Lock()

    def contents(self, path: str) -> tuple[str, bytes]:
        """What is at a path, with its type; any day by the page that shows any, as a host is told to."""
        with self._one_at_a_time:
            if path.startswith("as-at/") and self._found(path) is None:
                path = "as-at/"
            found = self._found(path)
            kind = _KINDS.get(path.rpartition("/")[2].rpartition(".")[2], "application/octet-stream")
            return (kind, found()) if found is not None else ("text/plain", b"")

    def _found(self, path: str) -> Callable[[], bytes] | None:
        while path not in self._known and self._groups:
            self._known.update(self._groups.pop(0))
        return self._known.get(path)


def _drawn(page: MadePage) -> bytes:
    return page.html.encode()


def _held(file: StreamedFile) -> bytes:
    return file.contents


@contextmanager
def served(made_site: MadeSite) -> Iterator[str]:
    """The address of a website while it is shown."""
    shown = _Shown(made_site)

    class Answering(BaseHTTPRequestHandler):
        """Answers from memory."""

        def do_GET(self) -> None:
            kind, contents = shown.contents(self.path.partition("?")[0].removeprefix("/"))
            self.send_response(HTTPStatus.OK if contents else HTTPStatus.NOT_FOUND)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(contents)))
            self.end_headers()
            self.wfile.write(contents)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name in the standard library
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answering) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
