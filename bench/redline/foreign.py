"""Times a comparison of others: `foreign.py TOOL BEFORE AFTER TIMES` prints the CPU seconds, and what it marked.

Runs in the peers' environment, so it imports nothing of ours. What is marked is printed as stretches of the text that
are the same (`=`), deleted (`-`) and inserted (`+`); for the tools that print whole pages, nothing.
"""

import json
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from functools import partial
from html import escape
from pathlib import Path
from time import process_time

import cydifflib
from diff_match_patch import diff_match_patch
from lxml.html.diff import htmldiff
from patiencediff import PatienceSequenceMatcher
from rapidfuzz.distance import Levenshtein
from redlines import Redlines
from xmldiff import main as xmldiff

_WORD = re.compile(r"[A-Za-z0-9£](?:[A-Za-z0-9.'()-]*[A-Za-z0-9)])?|[^\sA-Za-z0-9]")
_SURROGATES = 0xD800

Segments = list[tuple[str, str]]
Opcodes = Iterable[tuple[str, int, int, int, int]]


def main(tool: str, before: Path, after: Path, times: int) -> None:
    """Compare two files several times and print what it took."""
    old, new = before.read_text(encoding="utf-8"), after.read_text(encoding="utf-8")
    seconds = []
    for _ in range(times):
        start = process_time()
        segments = _TOOLS[tool](old, new)
        seconds.append(process_time() - start)
    print(json.dumps({"seconds": seconds, "segments": segments}))


def _by_words(opcodes: Callable[[Sequence[str], Sequence[str]], Opcodes], old: str, new: str) -> Segments:
    first, second = _WORD.findall(old), _WORD.findall(new)
    segments = []
    for tag, i, end, j, new_end in opcodes(first, second):
        if tag == "equal":
            segments.append(("=", " ".join(first[i:end])))
        else:
            segments += [("-", " ".join(first[i:end])), ("+", " ".join(second[j:new_end]))]
    return segments


def _numbered(first: Sequence[str], second: Sequence[str]) -> tuple[list[int], list[int]]:
    numbers: dict[str, int] = {}
    for word in (*first, *second):
        numbers.setdefault(word, len(numbers))
    return [numbers[word] for word in first], [numbers[word] for word in second]


def _levenshtein(first: Sequence[str], second: Sequence[str]) -> Opcodes:
    found = Levenshtein.opcodes(*_numbered(first, second))
    return [(each.tag, each.src_start, each.src_end, each.dest_start, each.dest_end) for each in found]


def _match_patch_words(seconds: float, old: str, new: str) -> Segments:
    """As its authors advise for lines: each word a letter of its own. A timeout of 0 is none."""
    first, second = _WORD.findall(old), _WORD.findall(new)
    letters = ["".join(map(_letter, each)) for each in _numbered(first, second)]
    told = diff_match_patch()
    told.Diff_Timeout = seconds
    segments, i, j = [], 0, 0
    for state, text in told.diff_main(*letters, checklines=False):
        words = second[j : j + len(text)] if state > 0 else first[i : i + len(text)]
        segments.append(("-=+"[state + 1], " ".join(words)))
        i, j = i + len(text) * (state <= 0), j + len(text) * (state >= 0)
    return segments


def _letter(number: int) -> str:
    return chr(number + 1 if number + 1 < _SURROGATES else number + 0x801)


def _match_patch_letters(old: str, new: str) -> Segments:
    told = diff_match_patch()
    found = told.diff_main(old, new)
    told.diff_cleanupSemantic(found)
    return [("-=+"[state + 1], text) for state, text in found]


def _html(old: str, new: str) -> Segments:
    htmldiff(*("".join(f"<p>{escape(line)}</p>" for line in text.splitlines()) for text in (old, new)))
    return []


def _redlines(old: str, new: str) -> Segments:
    Redlines(old, new).output_markdown  # noqa: B018  # worked out when it is asked for
    return []


def _xml(old: str, new: str) -> Segments:
    xmldiff.diff_texts(
        *("<code>" + "".join(f"<p>{escape(line)}</p>" for line in text.splitlines()) + "</code>" for text in (old, new))
    )
    return []


_TOOLS: dict[str, Callable[[str, str], Segments]] = {
    "patiencediff": partial(_by_words, lambda a, b: PatienceSequenceMatcher(None, a, b).get_opcodes()),
    "levenshtein": partial(_by_words, _levenshtein),
    "dmp-letters": _match_patch_letters,
    "dmp-words": partial(_match_patch_words, 1.0),
    "dmp-words-whole": partial(_match_patch_words, 0.0),
    "difflib": partial(_by_words, lambda a, b: SequenceMatcher(None, a, b).get_opcodes()),
    "difflib-whole": partial(_by_words, lambda a, b: SequenceMatcher(None, a, b, autojunk=False).get_opcodes()),
    "cydifflib": partial(_by_words, lambda a, b: cydifflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes()),
    "html": _html,
    "redlines": _redlines,
    "xmldiff": _xml,
}

if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
