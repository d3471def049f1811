"""Answers a browser with the website as it stands, and with the news that it has become another."""

import sys
import threading
import time
from dataclasses import dataclass
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from secc.diagnostics import CannotProceed
from secc.site.not_yet import NotYet

if TYPE_CHECKING:
    from secc.site.preview import Preview

_LONGEST = 20.0  # seconds for which a page is kept waiting for news
_SCRIPT = "/-/reload.js"
_NEWS = "/-/reload"
_ANY_DAY = "as-at/"
_HTML = "text/html; charset=utf-8"
_BEFORE = "-before"
"""Goes behind the name of an edition for pages that are as they were before it."""
_TO_COME = (
    '<section class="notice" role="status" aria-label="What is still to come">'
    "<p>{} saved. What follows for other days is still being worked out: until then, this page is as it was before.</p>"
    "</section>\n"
)
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
  const known = document.currentScript.dataset.edition;
  for (;;) {{
    const answer = await fetch("{_NEWS}?" + known).catch(() => null);
    const told = answer && answer.ok ? await answer.text() : "";
    if (told && told !== known) return location.reload();
    if (!told) await new Promise((go) => setTimeout(go, 1000));
  }}
}})();
"""


@dataclass(frozen=True, slots=True)
class Edition:
    """A making of the website, and the last `whole` one, which shows what it cannot show yet.

    `saved` names what was saved since the whole one; `faults` say what keeps the website from being as the sources
    have it.
    """

    preview: "Preview"
    whole: "Preview"
    name: str
    faults: tuple[str, ...]
    saved: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Those by which pages know it: all that are as they should be, and until it is whole, those of before."""
        return (self.name,) if self.preview is self.whole else (self.name, self.name + _BEFORE)

    def contents(self, url: str) -> tuple[bytes | None, str]:
        """What is at an address, and by what name it is to be known. Raises `CannotProceed`."""
        try:
            return self.preview.contents(url), self.name
        except NotYet:
            return self.whole.contents(url), self.name + _BEFORE


class Editions:
    """One edition after another; pages wait here for the next."""

    def __init__(self, preview: "Preview") -> None:
        self._changed = threading.Condition()
        self._started = time.time_ns()
        self._number = 0
        self.now = Edition(preview, preview, f"{self._started}-0", preview.faults)

    def next(self, preview: "Preview", saved: str) -> None:
        """The website is another, but for what is still to be worked out."""
        whole = preview if preview.is_whole else self.now.whole
        self._become(Edition(preview, whole, self._next_name(), preview.faults, saved))

    def finish(self) -> None:
        """The website is whole. What can only be told of it now is told on every page."""
        preview = self.now.preview
        faults = preview.faults
        name = self.now.name if faults == self.now.faults else self._next_name()
        self._become(Edition(preview, preview, name, faults))

    def fail(self, fault: str) -> None:
        """It cannot be made, and stays as it was when it was whole."""
        whole = self.now.whole
        self._become(Edition(whole, whole, self._next_name(), (fault, *whole.faults)))

    def after(self, known: str) -> str:
        """The name of the edition, as soon as the one known is none of its, and after a while in any case."""
        with self._changed:
            self._changed.wait_for(lambda: known not in self.now.names, timeout=_LONGEST)
            return known if known in self.now.names else self.now.name

    def _next_name(self) -> str:
        self._number += 1
        return f"{self._started}-{self._number}"

    def _become(self, edition: Edition) -> None:
        with self._changed:
            self.now = edition
            self._changed.notify_all()


class Handler(BaseHTTPRequestHandler):
    """Serves the website, with a script in its pages that loads them again; what is on disk has none."""

    def __init__(self, *args: object, editions: Editions) -> None:
        self._editions = editions
        super().__init__(*args)  # type: ignore[arg-type]  # passed on as the server gives them

    def do_GET(self) -> None:
        """Answer with a page, a file, or news of the next edition."""
        path, _, query = self.path.partition("?")
        if path == _SCRIPT:
            self._answer(HTTPStatus.OK, "text/javascript", _RELOAD.encode())
        elif path == _NEWS:
            self._answer(HTTPStatus.OK, "text/plain", self._editions.after(query).encode())
        else:
            self._show(_url_of(path), query)

    def do_HEAD(self) -> None:
        """Answer as to GET, without the contents."""
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name in the standard library
        """Say nothing: requests are no news."""

    def end_headers(self) -> None:
        """Have nothing kept by the browser: the next edition may be different."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def _show(self, url: str, query: str) -> None:
        edition, is_page = self._editions.now, not url or url.endswith("/")
        try:
            found, name = edition.contents(url)
            if found is None and is_page and url.startswith(_ANY_DAY):
                found, name = edition.contents(_ANY_DAY)
            if found is None:
                self._miss(edition, url, query)
            elif is_page:
                self._answer(HTTPStatus.OK, _HTML, _reloading(found, edition, name))
            else:
                self._answer(HTTPStatus.OK, _kind_of(url), found)
        except CannotProceed as error:
            page = _with_script(_FAULT.format(escape(str(error))), edition.name)
            self._answer(HTTPStatus.INTERNAL_SERVER_ERROR, _HTML, page)

    def _miss(self, edition: Edition, url: str, query: str) -> None:
        """Where there is nothing, the website's own page that says so."""
        if not url.endswith("/") and edition.contents(f"{url}/")[0] is not None:
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"/{quote(url)}/{'?' if query else ''}{query}")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        page, name = edition.contents("404.html")
        self._answer(HTTPStatus.NOT_FOUND, _HTML, _reloading(page or b"", edition, name))

    def _answer(self, status: HTTPStatus, kind: str, contents: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(contents)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(contents)


class Server(ThreadingHTTPServer):
    """A browser that goes away before it has its answer is no news."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Print what went wrong, but for that."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # passed on as it came


def _url_of(path: str) -> str:
    """The address of what is asked for, relative to the home page: of `H14/index.html`, that of its page."""
    url = unquote(path).removeprefix("/")
    folder, _, name = url.rpartition("/")
    return f"{folder}/".removeprefix("/") if name == "index.html" else url


def _kind_of(url: str) -> str:
    """The type of a file by its name; all that is text is in UTF-8."""
    kind = guess_type(url)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


def _reloading(page: bytes, edition: Edition, name: str) -> bytes:
    """A page with the script, and with what keeps the website from being as the sources have it."""
    faults = "".join(f"<p>{escape(each)}</p>\n" for each in edition.faults)
    told = _TOLD.format(faults) if faults else ""
    told += _TO_COME.format(escape(edition.saved)) if name not in edition.names[:1] else ""
    text = page.decode().replace("</header>", f"</header>\n{told}" if told else "</header>", 1)
    return _with_script(text, name)


def _with_script(page: str, name: str) -> bytes:
    script = f'<script src="{_SCRIPT}" data-edition="{name}" defer></script>'
    return page.replace("</head>", f"{script}\n</head>", 1).encode()
