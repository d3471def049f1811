"""The same text in Bluebell's own syntax, so that both parsers read the same words with the same structure.

Covers what the benchmark texts hold: headings, clauses, paragraphs, bullets, definitions, tables, notes and plain
text. Everything else is passed on as plain text, so no word is lost.
"""

import re
from collections.abc import Callable, Iterator

_STARTS = re.compile(r" *(?:#|define |- |\||note: |//|```|\$\$|(?:\([0-9A-Za-z]{1,5}\)|[a-z]\.)(?:\s|$))")
_SUB_SECTION = re.compile(r"# (\S+)(.*)")
_HEADER = re.compile(r"(?:section|schedule|appendix|annex|part|document)\b[^:]*: (.*)")
_CLAUSE = re.compile(r"((?:[A-Z]{1,2})?\d+[A-Z]*(?:\.\d+[A-Z]*)*)(?:\s+|$)")
_RULE_CELL = re.compile(r"[-: ]+")

# What Bluebell would read as a keyword at the start of a line, as marks within one, and our marks for the same.
_KEYWORD = re.compile(r"[A-Z]{3,}\b|P[.{ ]|T[CHR]\b")
_SPECIAL = re.compile(r"//|__|\{\{|\\")
_ESCAPED = re.compile(r"\\(.)")
_EMPHASIS = re.compile(r"(?<!\*)\*(?![*\s])([^*]+)\*(?!\*)")


def to_bluebell(text: str) -> str:
    """Translates a document of the source language; one line of Bluebell for each paragraph, cell and heading."""
    lines = ["BODY", ""]
    below_part = 0
    for depth, words in _paragraphs(text):
        if depth == 0 and (opening := _part(words)):
            lines.append(opening)
            below_part = 1
        else:
            pad = "  " * (depth + below_part)
            lines.extend(pad + line for line in _block(depth, words))
    return "\n".join(lines) + "\n"


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Logical lines with their depth (two spaces a level): run-on lines are joined, and so are the rows of a table."""
    for chunk in text.split("\n\n"):
        held: tuple[int, str] | None = None
        for line in filter(str.strip, chunk.split("\n")):
            words = line.strip()
            if held and words.startswith("|") and held[1].startswith("|"):
                held = held[0], f"{held[1]}\n{words}"
            elif held and not (_STARTS.match(line) or held[1].startswith("#")):
                held = held[0], f"{held[1]} {words}"
            else:
                if held:
                    yield held
                held = (len(line) - len(line.lstrip())) // 2, words
        if held:
            yield held


def _part(words: str) -> str:
    """The opening of a part for what has clauses below it; empty for anything else."""
    if found := _SUB_SECTION.match(words):
        return f"PART {found[1]} - {_plain(found[2].strip())}"
    if found := _HEADER.match(words):
        return f"PART - {_plain(found[1])}"
    return ""


def _block(depth: int, words: str) -> list[str]:
    for start, written in _FORMS if depth else (_CLAUSE_FORM, *_FORMS):
        if found := start.match(words):
            return written(found, words[found.end() :])
    return [_line(words)]


def _provision(opening: str, words: str) -> list[str]:
    return [opening, f"  {_line(words)}"] if words else [opening]


def _table(found: re.Match[str], words: str) -> list[str]:
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in (found[0] + words).split("\n")]
    lines = ["TABLE"]
    for row in rows:
        if not all(map(_RULE_CELL.fullmatch, row)):
            lines.append("  TR")
            lines.extend(line for cell in row for line in ("    TC", f"      {_line(cell) or chr(160)}"))
    return lines


def _line(words: str) -> str:
    """Words as a line of their own: escaped where Bluebell would read a keyword at the start."""
    plain = _plain(words)
    return f"\\{plain}" if _KEYWORD.match(plain) else plain


def _plain(words: str) -> str:
    """Words without our escapes and with Bluebell's."""
    escaped = _SPECIAL.sub(lambda found: "".join(f"\\{each}" for each in found[0]), _ESCAPED.sub(r"\1", words))
    return _EMPHASIS.sub(r"//\1//", escaped)


_Form = tuple[re.Pattern[str], Callable[[re.Match[str], str], list[str]]]
_CLAUSE_FORM: _Form = (_CLAUSE, lambda found, words: _provision(f"SEC {found[1]}", words))
_FORMS: tuple[_Form, ...] = (
    (re.compile(r"#+\s*"), lambda _, words: [f"CROSSHEADING {_plain(words)}"]),
    (re.compile(r"//.*"), lambda *_: []),
    (
        re.compile(r"(\([0-9A-Za-z]{1,5}\)|[a-z]\.)(?:\s+|$)"),
        lambda found, words: _provision(f"PARA {found[1]}", words),
    ),
    (re.compile(r"define "), lambda _, words: _provision("LEVEL", words)),
    (re.compile(r"- "), lambda _, words: _provision("POINT", words)),
    (re.compile(r"\|"), _table),
    (re.compile(r"note: "), lambda _, words: [_line(words)]),
)
