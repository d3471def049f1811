"""Accepts and rejects all changes in LibreOffice, and says what is left. Run by the Python that has `uno` (Debian's).

`python3 office.py FOLDER` reads every Word file in it with one LibreOffice, which it starts and ends, and prints JSON:
for each file what is left `accepted` and `rejected`, paragraphs as text and tables as rows of cells.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


class Remote(Protocol):
    """Whatever stands in LibreOffice: what it can do is known there alone."""

    def __getattr__(self, name: str) -> "Remote": ...

    def __call__(self, *given: object) -> "Remote": ...

    def __iter__(self) -> Iterator[object]: ...


Said = str | list[list[str]]

FORMULA = "\ufffc"
"""Stands for a formula that is set."""
_TRIES = 300
_PARAGRAPH = "com.sun.star.text.Paragraph"


def main(folder: str) -> None:
    """Print what is left of each file in a folder."""
    with tempfile.TemporaryDirectory() as profile:
        pipe = f"secc{Path(profile).name}"
        office = subprocess.Popen(
            [
                "soffice",
                "--headless",
                "--invisible",
                "--norestore",
                "--nologo",
                "--nodefault",
                f"-env:UserInstallation={Path(profile, 'profile').as_uri()}",
                f"--accept=pipe,name={pipe};urp;",
            ],
            stdout=subprocess.DEVNULL,
        )
        try:
            context = connect(pipe)
            found = {path.name: read(context, path) for path in sorted(Path(folder).glob("*.docx"))}
        finally:
            office.terminate()
            office.wait()
    json.dump(found, sys.stdout)


def connect(pipe: str) -> Remote:
    """LibreOffice, as soon as it answers."""
    local: Remote = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(_TRIES):
        try:
            answer: Remote = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return answer
        except NoConnectException:
            time.sleep(0.1)
    raise SystemExit("LibreOffice does not answer")


def read(context: Remote, path: Path) -> dict[str, list[Said]]:
    """What is left of a file either way."""
    return {
        "accepted": after(context, path, ".uno:AcceptAllTrackedChanges"),
        "rejected": after(context, path, ".uno:RejectAllTrackedChanges"),
    }


def after(context: Remote, path: Path, command: str) -> list[Said]:
    """What is left of a file after a command."""
    manager = context.ServiceManager
    desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    document = desktop.loadComponentFromURL(path.resolve().as_uri(), "_blank", 0, (value("Hidden", True),))
    try:
        dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
        words = words_and_formulas if document.EmbeddedObjects.getCount() else words_alone
        return list(blocks(document.Text, words))
    finally:
        document.close(True)


def value(name: str, given: object) -> object:
    """A setting, as LibreOffice takes it."""
    made = PropertyValue()
    made.Name, made.Value = name, given
    settled: object = made
    return settled


def words_alone(text: Remote) -> str:
    """The words of a paragraph or cell."""
    return str(text.getString())


def words_and_formulas(text: Remote) -> str:
    """The same, with a sign for each formula that is set."""
    return "\n".join("".join(map(_portion, _each(paragraph))) for paragraph in _paragraphs(text))


def _paragraphs(text: Remote) -> Iterator[Remote]:
    if text.supportsService(_PARAGRAPH):
        yield text
    else:
        yield from _each(text)


def _each(holder: Remote) -> Iterator[Remote]:
    found = holder.createEnumeration()
    while found.hasMoreElements():
        yield found.nextElement()


def _portion(portion: Remote) -> str:
    kind = str(portion.TextPortionType)
    return str(portion.getString()) if kind == "Text" else FORMULA if kind == "Frame" else ""


def blocks(text: Remote, words: Callable[[Remote], str]) -> Iterator[Said]:
    """The paragraphs and tables of a text."""
    found = text.createEnumeration()
    while found.hasMoreElements():
        block = found.nextElement()
        if block.supportsService(_PARAGRAPH):
            yield words(block)
        else:
            yield list(rows(block, words))


def rows(table: Remote, words: Callable[[Remote], str]) -> Iterator[list[str]]:
    """The words of the cells; cells are named by column and row, such as B2."""
    held: dict[int, list[str]] = {}
    for name in map(str, table.getCellNames()):
        letters = name.rstrip("0123456789")
        held.setdefault(int(name[len(letters) :]), []).append(words(table.getCellByName(name)))
    return (held[number] for number in sorted(held))


if __name__ == "__main__":
    main(sys.argv[1])
