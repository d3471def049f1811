"""What others make of the same two texts: each tool as a function from two texts to the stretches of both, merged.

Two need nothing installed: difflib in two stages (lines, then words within what changed), which is the simple baseline
to beat, and the word diff of git. wdiff and dwdiff are measured where they are installed.
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

WORDS = r"[A-Za-z0-9£]([A-Za-z0-9.'()-]*[A-Za-z0-9)])?|[^[:space:]]"
_WORD = re.compile(r"[A-Za-z0-9£](?:[A-Za-z0-9.'()-]*[A-Za-z0-9)])?|[^\sA-Za-z0-9]")
_WHOLE = "-U10000000"

Segments = list[tuple[str, str]]


class Run(NamedTuple):
    """What a tool said, and the CPU seconds that it took."""

    segments: Segments
    seconds: float


Peer = Callable[[Path, Path], Run]


def peers() -> dict[str, Peer]:
    """Every tool that is there, by name."""
    found: dict[str, Peer] = {"difflib, lines then words": two_stages}
    if shutil.which("git"):
        found["git word diff"] = git_words
    found.update({name: _word_diff_tool(name) for name in ("wdiff", "dwdiff") if shutil.which(name)})
    return found


def two_stages(before: Path, after: Path) -> Run:
    """Difflib on lines, then on the words of each run of lines that changed."""
    old, new = before.read_text(encoding="utf-8"), after.read_text(encoding="utf-8")
    start = process_time()
    segments = list(_two_stages(old.splitlines(), new.splitlines()))
    return Run(segments, process_time() - start)


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


def git_words(before: Path, after: Path) -> Run:
    """Git's own algorithm on lines, then on words; its others (histogram, patience) say the same within a few words."""
    command = ["git", "diff", "--no-index", "--word-diff=porcelain", f"--word-diff-regex={WORDS}"]
    seconds = _child_seconds([*command, str(before), str(after)])
    told = subprocess.run(
        [*command, _WHOLE, str(before), str(after)], capture_output=True, text=True, check=False
    ).stdout
    body = told[told.index("\n@@") :].split("\n")[2:]
    signs = {" ": "=", "-": "-", "+": "+"}
    return Run([(signs[line[0]], line[1:]) for line in body if line and line[0] in signs], seconds)


def _word_diff_tool(name: str) -> Peer:
    marks = ("-w", "\x01", "-x", "\x02", "-y", "\x03", "-z", "\x04")
    options = (*marks, "-d", ",.;:()\"'[]") if name == "dwdiff" else marks

    def run(before: Path, after: Path) -> Run:
        command = [name, *options, str(before), str(after)]
        seconds = _child_seconds(command)
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
