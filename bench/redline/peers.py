"""What others make of the same two texts: each tool as a function from two files to the stretches of both, merged.

The simple baseline to beat is difflib in two stages: lines, then words within what changed. Tools that are installed
in the peers' environment are run there (`foreign.py`); wdiff and dwdiff are measured where they are installed.
"""

import re
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from time import process_time
from typing import NamedTuple

from msgspec import Struct, json

_FOREIGN = Path(__file__).with_name("foreign.py")
WORDS = r"[A-Za-z0-9£]([A-Za-z0-9.'()-]*[A-Za-z0-9)])?|[^[:space:]]"
_WORD = re.compile(r"[A-Za-z0-9£](?:[A-Za-z0-9.'()-]*[A-Za-z0-9)])?|[^\sA-Za-z0-9]")
_WHOLE = "-U10000000"

Segments = list[tuple[str, str]]


class Run(NamedTuple):
    """What a tool said, where it says it in words, and the CPU seconds that each time took."""

    segments: Segments | None
    seconds: list[float]


Peer = Callable[[Path, Path, int], Run]
"""Compares two files so many times."""


def fast_peers() -> dict[str, Peer]:
    """The tools that are measured each time that ours is, by name."""
    found: dict[str, Peer] = {"difflib, lines then words": two_stages}
    if shutil.which("git"):
        found["git word diff"] = git_words
    found.update({name: _word_diff_tool(name) for name in ("wdiff", "dwdiff") if shutil.which(name)})
    return found


def peers_of_words(python: Path) -> dict[str, tuple[Peer, int]]:
    """The tools of the peers' environment that manage the whole text, and how often each is run."""
    return {
        "patiencediff, words": (_foreign(python, "patiencediff"), 5),
        "diff-match-patch, letters, its timeout": (_foreign(python, "dmp-letters"), 5),
        "diff-match-patch, words, its timeout": (_foreign(python, "dmp-words"), 5),
        "diff-match-patch, words, no timeout": (_foreign(python, "dmp-words-whole"), 1),
        "rapidfuzz, Levenshtein of words": (_foreign(python, "levenshtein"), 1),
    }


def slow_peers(python: Path) -> dict[str, Peer]:
    """The tools that need a minute or two for the whole text, and are run once."""
    return {
        "cydifflib, words": _foreign(python, "cydifflib"),
        "difflib, words, autojunk": _foreign(python, "difflib"),
        "lxml.html.diff": _foreign(python, "html"),
    }


def slowest_peers(python: Path) -> dict[str, Peer]:
    """The tools that would need a quarter of an hour, and are run once on a third of the text."""
    return {
        "difflib, words": _foreign(python, "difflib-whole"),
        "redlines": _foreign(python, "redlines"),
        "xmldiff": _foreign(python, "xmldiff"),
    }


def two_stages(before: Path, after: Path, times: int) -> Run:
    """Difflib on lines, then on the words of each run of lines that changed."""
    old, new = before.read_text(encoding="utf-8"), after.read_text(encoding="utf-8")
    segments: Segments = []
    seconds = []
    for _ in range(times):
        start = process_time()
        segments = list(_two_stages(old.splitlines(), new.splitlines()))
        seconds.append(process_time() - start)
    return Run(segments, seconds)


def _two_stages(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    for tag, i, end, j, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield "=", "\n".join(old[i:end])
        else:
            yield from _words("\n".join(old[i:end]), "\n".join(new[j:new_end]))


def _words(old: str, new: str) -> Iterator[tuple[str, str]]:
    first, second = _WORD.findall(old), _WORD.findall(new)
    for tag, i, end, j, new_end in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if tag == "equal":
            yield "=", " ".join(first[i:end])
        else:
            yield "-", " ".join(first[i:end])
            yield "+", " ".join(second[j:new_end])


def git_words(before: Path, after: Path, times: int) -> Run:
    """Git's own algorithm on lines, then on words; its others (histogram, patience) say the same within a few words."""
    command = ["git", "diff", "--no-index", "--word-diff=porcelain", f"--word-diff-regex={WORDS}"]
    seconds = [_child_seconds([*command, str(before), str(after)]) for _ in range(times)]
    told = subprocess.run(
        [*command, _WHOLE, str(before), str(after)], capture_output=True, text=True, check=False
    ).stdout
    body = told[told.index("\n@@") :].split("\n")[2:]
    signs = {" ": "=", "-": "-", "+": "+"}
    return Run([(signs[line[0]], line[1:]) for line in body if line and line[0] in signs], seconds)


def _word_diff_tool(name: str) -> Peer:
    marks = ("-w", "\x01", "-x", "\x02", "-y", "\x03", "-z", "\x04")
    options = (*marks, "-d", ",.;:()\"'[]") if name == "dwdiff" else marks

    def run(before: Path, after: Path, times: int) -> Run:
        command = [name, *options, str(before), str(after)]
        seconds = [_child_seconds(command) for _ in range(times)]
        told = subprocess.run(command, capture_output=True, text=True, check=False).stdout
        return Run(list(_marked(told)), seconds)

    return run


def _marked(told: str) -> Iterator[tuple[str, str]]:
    for found in re.finditer("\x01(?P<old>[^\x02]*)\x02|\x03(?P<new>[^\x04]*)\x04|(?P<same>[^\x01\x03]+)", told):
        state = {"old": "-", "new": "+", "same": "="}[found.lastgroup or "same"]
        yield state, found[found.lastgroup or "same"]


def _child_seconds(command: Sequence[str]) -> float:
    """CPU seconds of a command, user and system."""
    start = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    end = resource.getrusage(resource.RUSAGE_CHILDREN)
    return end.ru_utime + end.ru_stime - start.ru_utime - start.ru_stime


class _Printed(Struct):
    """What foreign.py prints."""

    seconds: list[float]
    segments: Segments


def _foreign(python: Path, tool: str) -> Peer:
    def run(before: Path, after: Path, times: int) -> Run:
        command = [str(python), "-I", str(_FOREIGN), tool, str(before), str(after), str(times)]
        printed = json.decode(subprocess.run(command, capture_output=True, check=True).stdout, type=_Printed)
        return Run(printed.segments or None, printed.seconds)

    return run
