"""`secc check --fix` and `--diff`: what can be mended is mended, and what says something else then is named."""

import difflib
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from secc.check.mending import Mended, changed_provisions, mended, mended_instruments
from secc.cli.asked import Answer, Asked, InInstruments, sources_of
from secc.cli.writing import replace_file
from secc.diagnostics import Diagnostic, Safety


@dataclass(frozen=True, slots=True)
class Change:
    """A file that is mended: its text before and after, what was mended, and the provisions that say something else."""

    path: str
    before: str
    after: str
    done: Sequence[Diagnostic]
    provisions: Sequence[str]


def mend(asked: Asked, wanted: Collection[Safety]) -> Answer:
    """Mend the files, and give what is left to be mended.

    Says on standard error what was done to each, and which provisions say something else.
    """
    documents = mended(asked.answer_to, wanted)
    in_time = asked.in_time()
    of_instruments = list(_of_instruments(in_time, wanted))
    for each in [*_of_documents(documents), *of_instruments]:
        _write(Path(each.path), each.after)
        _tell(each, "mended", "this changes the words of")
    if of_instruments:
        in_time = asked.in_time()
    return Answer([*documents.left, *in_time.findings], (), {**sources_of(documents.code), **in_time.sources})


def show(asked: Asked, wanted: Collection[Safety]) -> bool:
    """Print what `mend` would change as a unified diff, and write nothing; whether there is anything."""
    documents = mended(asked.answer_to, wanted)
    changes = [*_of_documents(documents), *_of_instruments(asked.in_time(), wanted)]
    for each in changes:
        for line in difflib.unified_diff(_lines(each.before), _lines(each.after), each.path, each.path):
            click.echo(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n", nl=False)
        _tell(each, "would mend", "this would change the words of")
    return bool(changes)


def _of_documents(outcome: Mended) -> Iterator[Change]:
    for path, after in outcome.after.items():
        before = outcome.before[path]
        words = changed_provisions(before, after)
        yield Change(path, before.source.text, after.source.text, outcome.done[path], words)


def _of_instruments(in_time: InInstruments, wanted: Collection[Safety]) -> Iterator[Change]:
    """Those in the files of instruments, which change no words of theirs."""
    for after, done in mended_instruments(in_time.files, in_time.findings, wanted):
        yield Change(after.path, in_time.files[after.path].text, after.text, done, ())


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def _tell(change: Change, did: str, changes: str) -> None:
    rules = Counter(found.rule for found in change.done)
    counts = ", ".join(f"{count} of {rule}" for rule, count in sorted(rules.items()))
    click.echo(f"{did} {change.path}: {counts}", err=True)
    if change.provisions:
        click.echo(f"  {changes} {', '.join(change.provisions)}", err=True)


def _write(path: Path, text: str) -> None:
    """Put a text in the place of a file's, whole or not at all, with the file's own line ends and byte-order mark."""
    old = path.read_bytes()
    mark = b"\xef\xbb\xbf" if old.startswith(b"\xef\xbb\xbf") else b""
    ends = "\r\n" if b"\r\n" in old else "\n"
    replace_file(path, mark + text.replace("\n", ends).encode())
