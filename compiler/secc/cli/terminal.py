"""Printing on a terminal, which obeys some characters: none of a source steers it, or is there unseen.

A file or another program gets every character as it is.
"""

import io
import sys
from typing import TextIO

import click


def steady() -> None:
    """Have what is printed on a terminal, answers and errors, be seen as it is."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if isinstance(stream, io.TextIOWrapper) and stream.isatty():
            setattr(sys, name, io.TextIOWrapper(Steady(stream), "utf-8", "replace", line_buffering=True))


def styled(text: str | bytes, *, nl: bool = True) -> None:
    """Print what has styles of secc's own, and nothing else that a terminal obeys."""
    buffer = getattr(sys.stdout, "buffer", None)
    click.echo(text, file=buffer.terminal if isinstance(buffer, Steady) else sys.stdout, nl=nl, color=True)


class Steady(io.BufferedIOBase):
    """Writes UTF-8 to a `terminal` so that it is seen and not obeyed."""

    def __init__(self, terminal: TextIO) -> None:
        self.terminal = terminal

    def writable(self) -> bool:
        """It is."""
        return True

    def isatty(self) -> bool:
        """It is."""
        return True

    def fileno(self) -> int:
        """That of the terminal."""
        return self.terminal.fileno()

    def write(self, contents: bytes) -> int:  # type: ignore[override]  # nothing here writes other buffers
        """Write what is to be seen."""
        text = bytes(contents).decode(errors="replace")
        if not (text.isascii() and text.replace("\n", "").isprintable()):
            from secc.render.plain import seen  # help and most answers are printed without it

            text = seen(text)
        self.terminal.write(text)
        return len(contents)

    def flush(self) -> None:
        """Have it shown."""
        self.terminal.flush()
