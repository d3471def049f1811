"""Drives Debian's headless Chromium over its debugging pipe: no driver, and no library beyond Python's own."""

import base64
import fcntl
import json
import os
import select
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

Value: TypeAlias = "bool | int | float | str | list[Value] | dict[str, Value] | None"
Message: TypeAlias = dict[str, Value]

_PATIENCE = 120.0
_GOING = ("target navigated", "context was destroyed", "Cannot find context", "Cannot find default execution context")
_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
    "--hide-scrollbars", "--remote-debugging-pipe",
)  # fmt: skip


class RefusedError(Exception):
    """The browser did not do what it was told to, for the reason it gives."""


class Chromium:
    """A browser under way."""

    def __init__(self, process: "subprocess.Popen[bytes]", reading: int, writing: int) -> None:
        self._process = process
        self._reading = reading
        self._writing = writing
        self._numbered = 0
        self._unread = b""
        self.events: list[Message] = []

    def command(self, method: str, session: str = "", **parameters: Value) -> dict[str, Value]:
        """Send a command and wait for its answer; what happens meanwhile is kept in `events`."""
        self._numbered += 1
        message: Message = {"id": self._numbered, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self._writing, json.dumps(message).encode() + b"\0")
        answer = self._until(lambda each: each.get("id") == self._numbered)
        if "error" in answer:
            raise RefusedError(f"{method}: {answer['error']}")
        return _table(answer["result"])

    def wait_for(self, method: str, session: str) -> Message:
        """The first event of a kind that has not been waited for."""
        for place, each in enumerate(self.events):
            if _is_event(each, method, session):
                return self.events.pop(place)
        return self._until(lambda each: _is_event(each, method, session))

    def _until(self, wanted: Callable[[Message], bool]) -> Message:
        end = time.monotonic() + _PATIENCE
        while True:
            message = self._next(end)
            if wanted(message):
                return message
            self.events.append(message)

    def _next(self, end: float) -> Message:
        while b"\0" not in self._unread:
            ready, _, _ = select.select([self._reading], [], [], max(0.0, end - time.monotonic()))
            assert ready, "Chromium does not answer"
            more = os.read(self._reading, 1 << 20)
            assert more, f"Chromium ended with status {self._process.poll()}"
            self._unread += more
        first, _, self._unread = self._unread.partition(b"\0")
        return _table(json.loads(first))


@dataclass(slots=True)
class Tab:
    """A page in the browser."""

    browser: Chromium
    session: str
    target: str

    def command(self, method: str, **parameters: Value) -> dict[str, Value]:
        """A command to this page."""
        return self.browser.command(method, self.session, **parameters)

    def go(self, url: str) -> None:
        """Go to an address and wait until everything on it is loaded."""
        self.browser.events = [each for each in self.browser.events if each.get("method") != "Page.loadEventFired"]
        answer = self.command("Page.navigate", url=url)
        assert not answer.get("errorText"), f"{url}: {answer['errorText']}"
        self.browser.wait_for("Page.loadEventFired", self.session)

    def run(self, script: str) -> Value:
        """The value of an expression in the page; promises are waited for."""
        answer = self.command("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, f"{script}: {answer['exceptionDetails']}"
        return _table(answer["result"]).get("value")

    def until(self, script: str) -> Value:
        """The value of an expression as soon as it is something; the page may become another while it is asked."""
        end = time.monotonic() + _PATIENCE
        while not (value := self._if_there(script)):
            assert time.monotonic() < end, f"never true: {script}"
            time.sleep(0.02)
        return value

    def _if_there(self, script: str) -> Value:
        try:
            return self.run(script)
        except RefusedError as refused:
            if not any(each in str(refused) for each in _GOING):
                raise
            return None

    def press(self, key: str) -> None:
        """Press a key and let it go."""
        codes = {"Tab": 9, "Escape": 27, "ArrowDown": 40, "Enter": 13, "Space": 32}
        code, number = (f"Key{key.upper()}", ord(key.upper())) if len(key) == 1 else (key, codes[key])
        for kind in ("rawKeyDown", "keyUp"):
            said = " " if key == "Space" else key
            self.command("Input.dispatchKeyEvent", type=kind, key=said, code=code, windowsVirtualKeyCode=number)

    def size(self, width: int, height: int = 900) -> None:
        """Have the page shown in a window of a size, as on a telephone where it is narrow."""
        self.command(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600
        )

    def slow(self, bytes_a_second: int) -> None:
        """Have what hosts send arrive slowly, so that the page is shown before all of it is there."""
        self.command(
            "Network.emulateNetworkConditions", offline=False, latency=20, uploadThroughput=bytes_a_second,
            downloadThroughput=bytes_a_second,
        )  # fmt: skip

    def dark(self) -> None:
        """Have the reader prefer dark colours."""
        self.command("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark"}])

    def picture(self, path: Path) -> None:
        """Write what is seen as a PNG."""
        answer = self.command("Page.captureScreenshot", format="png")
        path.write_bytes(base64.b64decode(str(answer["data"])))

    def requests(self) -> list[str]:
        """Every address that a host has been asked for, in order; not the signs that the browser draws itself."""
        asked = (_table(_table(each["params"])["request"])["url"] for each in self._of("Network.requestWillBeSent"))
        return [url for url in map(str, asked) if not url.startswith("data:")]

    def complaints(self) -> list[str]:
        """What the browser has complained of: errors and warnings, of scripts and of the page."""
        found = [json.dumps(each["params"]) for each in self._of("Runtime.exceptionThrown")]
        found += [json.dumps(each["params"]) for each in self._of("Log.entryAdded")]
        found += [json.dumps(each["params"]) for each in self._of("Runtime.consoleAPICalled")]
        return found

    def _of(self, method: str) -> Iterator[Message]:
        return (each for each in list(self.browser.events) if _is_event(each, method, self.session))


@contextmanager
def chromium() -> Iterator[Chromium]:
    """A browser with a profile of its own, ended afterwards."""
    program = shutil.which("chromium")
    assert program, "Chromium is not installed (Debian: apt-get install chromium)"
    to_browser, from_here = os.pipe()
    to_here, from_browser = os.pipe()
    ends = [fcntl.fcntl(each, fcntl.F_DUPFD, 10) for each in (to_browser, from_browser)]

    def connect() -> None:
        os.dup2(ends[0], 3)
        os.dup2(ends[1], 4)

    with tempfile.TemporaryDirectory(prefix="secc-chromium-", ignore_cleanup_errors=True) as profile:
        process = subprocess.Popen(
            [program, *_FLAGS, f"--user-data-dir={profile}", "about:blank"],
            preexec_fn=connect,
            pass_fds=(3, 4),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for each in (*ends, to_browser, from_browser):
            os.close(each)
        try:
            yield Chromium(process, to_here, from_here)
        finally:
            os.close(from_here)
            _end(process)
            os.close(to_here)


@contextmanager
def tab(browser: Chromium, *, scripts: bool = True) -> Iterator[Tab]:
    """A page of its own in the browser, with cookies and cache of its own."""
    context = str(browser.command("Target.createBrowserContext")["browserContextId"])
    target = str(browser.command("Target.createTarget", url="about:blank", browserContextId=context)["targetId"])
    session = str(browser.command("Target.attachToTarget", targetId=target, flatten=True)["sessionId"])
    page = Tab(browser, session, target)
    for domain in ("Page", "Runtime", "Network", "Log"):
        page.command(f"{domain}.enable")
    if not scripts:
        page.command("Emulation.setScriptExecutionDisabled", value=True)
    try:
        yield page
    finally:
        browser.command("Target.closeTarget", targetId=target)
        browser.command("Target.disposeBrowserContext", browserContextId=context)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Chromium ends when its pipe is closed."""
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _is_event(message: Mapping[str, Value], method: str, session: str) -> bool:
    return message.get("method") == method and message.get("sessionId") == session


def _table(value: Value) -> dict[str, Value]:
    assert isinstance(value, dict)
    return value
