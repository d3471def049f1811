"""Answers a browser with the website as it stands, and with the news that it has become another."""

import sys
import threading
import time
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from secc.diagnostics import CannotProceed

if TYPE_CHECKING:
    from secc.site.preview import Preview

_LONGEST = 20.0  # seconds for which a page is kept waiting for news
_SCRIPT = "/-/reload.js"
_NEWS = "/-/reload"
_ANY_DAY = "as-at/"
_HTML = "text/html; charset=utf-8"
_TOLD = '<section class="notice" role="alert" aria-label="What is wrong with the sources">\n{}</section>\n'
_FAULT = """\
<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>The page cannot be made</title></head>
<body><main><h1>The page cannot be made</h1><p>{}</p></main></body>
</html>
"""
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


class Edition:
    """Which making of the website this is; pages wait here for the next."""

    def __init__(self, preview: "Preview") -> None:
        self._changed = threading.Condition()
        self._started = time.time_ns()
        self._number = 0
        self.preview = preview
        self.fault = ""

    def next(self, preview: "Preview | None", fault: str = "") -> None:
        """The website is another; None where it cannot be made, and stays as it was, for what `fault` says."""
        with self._changed:
            self.preview = preview or self.preview
            self.fault = fault
            self._number += 1
            self._changed.notify_all()

    def after(self, known: str) -> str:
        """The name of the edition, as soon as it is another than the one known, and after a while in any case."""
        with self._changed:
            self._changed.wait_for(lambda: self._name() != known, timeout=_LONGEST)
            return self._name()

    def _name(self) -> str:
        return f"{self._started}-{self._number}"


class Handler(BaseHTTPRequestHandler):
    """Serves the website, with a script in its pages that loads them again; what is on disk has none."""

    def __init__(self, *args: object, edition: Edition) -> None:
        self._edition = edition
        super().__init__(*args)  # type: ignore[arg-type]  # passed on as the server gives them

    def do_GET(self) -> None:
        """Answer with a page, a file, or news of the next edition."""
        path, _, query = self.path.partition("?")
        if path == _SCRIPT:
            self._answer(HTTPStatus.OK, "text/javascript", _RELOAD.encode())
        elif path == _NEWS:
            self._answer(HTTPStatus.OK, "text/plain", self._edition.after(query).encode())
        else:
            self._show(unquote(path).removeprefix("/"))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name in the standard library
        """Say nothing: requests are no news."""

    def end_headers(self) -> None:
        """Have nothing kept by the browser: the next edition may be different."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def _show(self, url: str) -> None:
        preview, is_page = self._edition.preview, not url or url.endswith("/")
        try:
            found = preview.contents(url)
            if found is None and is_page and url.startswith(_ANY_DAY):
                found = preview.contents(_ANY_DAY)
            if found is None:
                self._miss(preview, url)
            elif is_page:
                self._answer(HTTPStatus.OK, _HTML, self._reloading(found, preview))
            else:
                self._answer(HTTPStatus.OK, guess_type(url)[0] or "application/octet-stream", found)
        except CannotProceed as error:
            self._answer(HTTPStatus.INTERNAL_SERVER_ERROR, _HTML, _with_script(_FAULT.format(escape(str(error)))))

    def _miss(self, preview: "Preview", url: str) -> None:
        """Where there is nothing, the website's own page that says so."""
        if not url.endswith("/") and preview.contents(f"{url}/") is not None:
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"/{quote(url)}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        page = preview.contents("404.html") or b""
        self._answer(HTTPStatus.NOT_FOUND, _HTML, self._reloading(page, preview))

    def _reloading(self, page: bytes, preview: "Preview") -> bytes:
        """A page with the script, and with what keeps the website from being as the sources have it."""
        found = [f"{preview.where(each)}: {each.headline}" for each in preview.unreadable]
        said = [self._edition.fault] * bool(self._edition.fault) + found
        told = "".join(f"<p>{escape(each)}</p>\n" for each in said)
        text = page.decode().replace("</header>", f"</header>\n{_TOLD.format(told)}" if told else "</header>", 1)
        return _with_script(text)

    def _answer(self, status: HTTPStatus, kind: str, contents: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(contents)))
        self.end_headers()
        self.wfile.write(contents)


class Server(ThreadingHTTPServer):
    """A browser that goes away before it has its answer is no news."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Print what went wrong, but for that."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # passed on as it came


def _with_script(page: str) -> bytes:
    return page.replace("</head>", f'<script src="{_SCRIPT}" defer></script>\n</head>', 1).encode()
