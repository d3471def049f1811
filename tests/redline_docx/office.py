"""Accepts and rejects all changes in LibreOffice, and says what is left. Run by the Python that has `uno` (Debian's).

`python3 office.py FOLDER` reads every Word file in it with one LibreOffice, which it starts and ends, and prints JSON:
for each file what is left `accepted` and `rejected`, paragraphs as text and tables as rows of cells. The empty paragraphs
that keep tables apart, and the one at the end, are left out.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

_TRIES = 300
_APART = "After Table"
_PARAGRAPH = "com.sun.star.text.Paragraph"


def main(folder):
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


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(_TRIES):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
    raise SystemExit("LibreOffice does not answer")


def read(context, path):
    return {
        "accepted": after(context, path, ".uno:AcceptAllTrackedChanges"),
        "rejected": after(context, path, ".uno:RejectAllTrackedChanges"),
    }


def after(context, path, command):
    manager = context.ServiceManager
    desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    document = desktop.loadComponentFromURL(path.resolve().as_uri(), "_blank", 0, (value("Hidden", True),))
    try:
        dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
        found = list(blocks(document.Text))
        return found[:-1] if found[-1:] == [""] else found
    finally:
        document.close(True)


def value(name, given):
    made = PropertyValue()
    made.Name, made.Value = name, given
    return made


def blocks(text):
    found = text.createEnumeration()
    while found.hasMoreElements():
        block = found.nextElement()
        if block.supportsService(_PARAGRAPH):
            if block.getString() or block.ParaStyleName != _APART:
                yield block.getString()
        else:
            yield [list(row) for row in rows(block)]


def rows(table):
    """The words of the cells; cells are named by column and row, such as B2."""
    held = {}
    for name in table.getCellNames():
        letters = name.rstrip("0123456789")
        held.setdefault(int(name[len(letters) :]), []).append(table.getCellByName(name).getString())
    return (held[number] for number in sorted(held))


if __name__ == "__main__":
    main(sys.argv[1])
