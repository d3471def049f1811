"""A browser, and the websites that it is shown, each at an address of its own on this machine."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from secc.site.making import MadeSite
from tests.browser.chromium import Chromium, chromium
from tests.site.codes import HOSTILE, made, sample_site

_KINDS = {
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


@contextmanager
def served(made_site: MadeSite) -> Iterator[str]:
    """The address of a website while it is shown."""
    found = {f"/{page.url}": ("text/html; charset=utf-8", page.html.encode()) for page in made_site.pages}
    for file in made_site.files:
        kind = _KINDS.get(file.url.rpartition(".")[2], "application/octet-stream")
        found[f"/{file.url}"] = (kind, file.contents)

    for streamed in made_site.streamed:
        found[f"/{streamed.url.removesuffix('index.html')}"] = ("text/html; charset=utf-8", streamed.contents)

    class Answering(BaseHTTPRequestHandler):
        """Answers from memory; any day by the page that shows any, as a host is told to."""

        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            shown = found.get("/as-at/", ("text/plain", b"")) if path.startswith("/as-at/") else ("text/plain", b"")
            kind, contents = found.get(path, shown)
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
