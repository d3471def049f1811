"""The same text in Bluebell's own syntax, so that both parsers read the same words with the same structure.

Covers what the benchmark texts hold: headings, clauses, paragraphs, bullets, definitions, tables, notes and plain
text. Everything else is passed on as plain text, so no word is lost.
"""

import re
from collections.abc import Iterator

_CLAUSE = re.compile(r"((?:[A-Z]{1,2})?\d+[A-Z]*(?:\.\d+[A-Z]*)*)(?:\s+|$)")
_PARAGRAPH = re.compile(r"(\([0-9A-Za-z]{1,5}\))(?:\s+|$)")
_HEADER = re.compile(r"(?:section|schedule|appendix|annex|part|document)\b[^:]*: ")
_STARTS = re.compile(rf"#|define |- |\||note: |//|```|\$\$|{_PARAGRAPH.pattern}")
_KEYWORD = re.compile(r"[A-Z]{3,}\b|P[.{ ]|T[CHR]\b")
_ESCAPED = re.compile(r"\\(.)")
_SPECIAL = re.compile(r"//|__|\{\{|\\")
_EMPHASIS = re.compile(r"(?<!\*)\*(?![*\s])([^*]+)\*(?!\*)")


def to_bluebell(text: str) -> str:
    """Translates a document of the source language; one line of Bluebell for each paragraph, cell and heading."""
    lines: list[str] = ["BODY", ""]
    clause_depth = 0
    for depth, words in _paragraphs(text):
        clause_depth = _write(lines, depth, words, clause_depth)
    return "\n".join(lines) + "\n"


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Logical lines with their depth (two spaces a level); run-on lines are joined to the line they run on from."""
    held: tuple[int, str] | None = None
    for line in text.split("\n"):
        words = line.strip()
        if not words:
            if held:
                yield held
            held = None
        elif held and not _begins(line):
            held = held[0], f"{held[1]} {words}"
        else:
            if held:
                yield held
            held = (len(line) - len(line.lstrip())) // 2, words
    if held:
        yield held


def _begins(line: str) -> bool:
    return bool(_STARTS.match(line.lstrip()))


def _write(lines: list[str], depth: int, words: str, clause_depth: int) -> int:
    """Adds one paragraph; returns how deep the provisions below a heading now stand."""
    pad = "  " * (depth + clause_depth)
    if words.startswith("##"):
        lines.append(f"{pad}CROSSHEADING {_plain(words.lstrip('#').strip())}")
    elif words.startswith("# "):
        number, _, title = words[2:].partition(" ")
        lines.append(f"PART {number} - {_plain(title)}")
        return 1
    elif depth == 0 and _HEADER.match(words):
        lines.append(f"PART - {_plain(words.partition(': ')[2])}")
        return 1
    elif depth == 0 and (found := _CLAUSE.match(words)):
        _provision(lines, pad, f"SEC {found[1]}", words[found.end() :])
    elif found := _PARAGRAPH.match(words):
        _provision(lines, pad, f"PARA {found[1]}", words[found.end() :])
    elif words.startswith("define "):
        _provision(lines, pad, "LEVEL", words[7:])
    elif words.startswith("|"):
        _row(lines, pad, words)
    elif words.startswith("- "):
        _provision(lines, pad, "POINT -", words[2:])
    elif not words.startswith("//"):
        lines.append(pad + _line(words.removeprefix("note: ")))
    return clause_depth


def _provision(lines: list[str], pad: str, opening: str, words: str) -> None:
    lines.append(pad + opening)
    if words:
        lines.append(f"{pad}  {_line(words)}")


def _row(lines: list[str], pad: str, words: str) -> None:
    cells = [cell.strip() for cell in words.strip("|").split("|")]
    if all(set(cell) <= set("-: ") for cell in cells) and any(cells):
        return
    if not lines or not lines[-1].startswith(f"{pad}      "):
        lines.append(f"{pad}TABLE")
    lines.append(f"{pad}  TR")
    for cell in cells:
        lines.append(f"{pad}    TC")
        lines.append(f"{pad}      {_line(cell) or chr(160)}")


def _line(words: str) -> str:
    """Words as a line of their own: escaped where Bluebell would read a keyword at the start."""
    plain = _plain(words)
    return f"\\{plain}" if _KEYWORD.match(plain) else plain


def _plain(words: str) -> str:
    """Words without our escapes and with Bluebell's."""
    escaped = _SPECIAL.sub(lambda found: "".join(f"\\{each}" for each in found[0]), _ESCAPED.sub(r"\1", words))
    return _EMPHASIS.sub(r"//\1//", escaped)
