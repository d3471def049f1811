"""A redline in Markdown, for a comment on a pull request: ~~old~~ **new**, and a table of the changes.

Whatever stands in the texts, it is words there, and calls nobody. GitHub shows neither underline nor colour, and takes
65,536 characters a comment: what does not fit is left out at the end, said to be, and never cut in the middle of a
provision. GitLab and others take more; a line that begins with `/` is an order there.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from secc.compare import State
from secc.document.model import FootnoteRun, Run, Style, SymbolsRun
from secc.document.redline_model import (
    Block,
    Cell,
    DocumentRedline,
    Entry,
    Group,
    Kind,
    Redline,
    Row,
    Stretch,
    Weight,
    Words,
)
from secc.render.patterns_redline import AT_LINE_START, CALLS, LIST_NUMBER, SPECIAL, TICKS
from secc.render.redline_said import (
    NO_EFFECT,
    SideSaid,
    against,
    counted,
    held_against,
    in_each_place,
    remarks,
    sides,
    texts,
    title,
    unchanged_documents,
    without_seam,
)

LIMIT = 65_536
_RESERVED = 400
"""What is kept for saying that the rest is left out."""
_ROWS = 200
_DELETED, _INSERTED = ("~~", "~~"), ("**", "**")
_DELETED_TAG, _INSERTED_TAG = ("<del>", "</del>"), ("<b>", "</b>")


def to_markdown(redline: Redline, limit: int = LIMIT) -> str:
    """The redline, no longer than the limit."""
    pieces = [*_head(redline), *_table(redline), *_told_once(redline)]
    for document in redline.documents:
        pieces += _document(redline, document)
    return _within(pieces, limit)


def _within(pieces: list[str], limit: int) -> str:
    """As many of the pieces as there is room for."""
    if sum(map(len, pieces)) <= limit:
        return "".join(pieces)
    room = limit - _RESERVED
    kept: list[str] = []
    for place, piece in enumerate(pieces):
        room -= len(piece)
        if room < 0:
            return "".join(kept) + _rest(len(pieces) - place)
        kept.append(piece)
    return "".join(kept)


def _rest(count: int) -> str:
    return (
        f"\n**The rest does not fit here** ({count} more paragraphs): make the whole of it with "
        "`secc redline … --format html -o redline.html`.\n"
    )


def _head(redline: Redline) -> Iterator[str]:
    yield f"## {escaped(title(redline))}\n\n"
    yield f"{_capital(escaped(against(redline)))}.\n\n"
    yield f"{_capital(counted(redline.tally))}. ~~Struck through~~ is omitted, **bold** is inserted.\n\n"
    if len(redline.documents) != 1:
        yield "".join(f"- {_side(side)}\n" for side in texts(redline)) + "\n"
    for more in filter(None, (held_against(redline), unchanged_documents(redline))):
        yield f"{_capital(escaped(more))}.\n\n"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _table(redline: Redline) -> Iterator[str]:
    if not redline.entries:
        return
    yield "| Provision | What changed |\n| --- | --- |\n"
    for entry in redline.entries[:_ROWS]:
        yield f"| {escaped(entry.name)} | {escaped(_what(entry))} |\n"
    more = len(redline.entries) - _ROWS
    yield f"| and {more} more | |\n\n" if more > 0 else "\n"


def _what(entry: Entry) -> str:
    return entry.what if entry.has_effect else f"{entry.what} ({NO_EFFECT})"


def _told_once(redline: Redline) -> Iterator[str]:
    for each in redline.everywhere:
        names = dict.fromkeys(place.name for place in each.places)
        yield f"- Everywhere: {escaped(in_each_place(each))} ({escaped(', '.join(names))})\n"
    for follows in redline.renumbered:
        yield f"- Renumbered: {escaped(follows.before)} as {escaped(follows.after)}\n"
    if redline.consequential:
        said = ((escaped(each.name), escaped(each.before), escaped(each.after)) for each in redline.consequential)
        each_place = (f"{name} (~~{before}~~ **{after}**)" for name, before, after in said)
        yield f"- References that only follow: {', '.join(each_place)}\n"
    if redline.everywhere or redline.renumbered or redline.consequential:
        yield "\n"


def _document(redline: Redline, document: DocumentRedline) -> Iterator[str]:
    lines = [f"### {escaped(document.title)}\n\n"]
    lines += [f"- {_side(side)}\n" for side in sides(redline, document)]
    yield "".join(lines) + "\n"
    for group in document.groups:
        yield from _group(group)


def _side(side: SideSaid) -> str:
    digest = f"`{side.digest}`" if side.digest else ""
    return f"{side.name}: {escaped(side.text)}; {', '.join(filter(None, (escaped(side.version), digest)))}"


def _group(group: Group) -> Iterator[str]:
    if group.summary:
        yield f"*… {escaped(group.summary)} …*\n\n"
        return
    for block in group.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    if block.kind is Kind.QUOTATION or (block.kind is Kind.DOCUMENT and block.weight is Weight.SAME):
        return
    found = remarks(block)
    told = f" *({escaped('; '.join(found))})*" if found else ""
    if block.kind is Kind.CODE:
        yield from _code(block)
    else:
        yield f"{_said(block)}{told}\n\n"
    if block.rows:
        yield _rows(block.rows)


def _said(block: Block) -> str:
    """The label, a space of its own, and the words."""
    label, words = marked(block.label), marked(without_seam(block))
    if block.end is not State.SAME:
        words += marked((Stretch(block.end, (Run("¶"),)),))
    if block.kind is Kind.HEADING and _is_same(block.words):
        words = f"*{words}*"
    if block.kind is Kind.NOTE:
        words = f"Note: {words}"
    if block.kind is Kind.FORMULA:
        words = " ".join(f"{state}: {_verbatim(text)}" for state, text in _formulas(block.words))
    quote = "> " * max(0, block.depth - 2)
    return quote + " ".join(filter(None, (label or ("•" if block.kind is Kind.BULLET else ""), words)))


def _is_same(words: Words) -> bool:
    return all(each.state is State.SAME for each in words)


def _formulas(words: Words) -> Iterator[tuple[str, str]]:
    names = {State.SAME: "formula", State.DELETED: "formula, before", State.INSERTED: "formula, now"}
    return ((names[each.state], each.text) for each in words)


def _code(block: Block) -> Iterator[str]:
    """As a difference of lines, since nothing can be marked within code."""
    before = "".join(each.text for each in block.words if each.state is not State.INSERTED)
    after = "".join(each.text for each in block.words if each.state is not State.DELETED)
    fence = "`" * max(3, 1 + max((len(run) for run in TICKS.findall(before + after)), default=0))
    if before == after:
        yield f"{fence}\n{after}\n{fence}\n\n"
        return
    signs = [(text, sign) for text, sign in ((before, "-"), (after, "+")) if text]
    lines = (f"{sign}{line}\n" for text, sign in signs for line in text.split("\n"))
    yield f"{fence}diff\n{''.join(lines)}{fence}\n\n"


def _rows(rows: Sequence[Row]) -> str:
    """A table of Markdown, which has exactly one head; the state of a row stands in a column of its own."""
    names = {State.SAME: "", State.DELETED: "~~row~~", State.INSERTED: "**row**"}
    lines = [f"| {names[row.state]} | {' | '.join(map(_cell, row.cells))} |" for row in rows]
    width = max((len(row.cells) for row in rows), default=0) + 1
    rule = "|" + " --- |" * width
    return "\n".join([lines[0], rule, *lines[1:]]) + "\n\n"


def _cell(cell: Cell) -> str:
    """A cell: no bar in it may end it, not even one in a formula."""
    return marked(cell.words).replace("\\|", "|").replace("|", "\\|")


def marked(words: Iterable[Stretch]) -> str:
    """The words with their marks. A mark that would not be seen as one, by what stands beside it, is a tag."""
    pieces = [(state, "".join(map(_text, group))) for state, group in groupby(words, key=lambda each: each.state)]
    made = ""
    for place, (state, text) in enumerate(pieces):
        following = pieces[place + 1] if place + 1 < len(pieces) else (State.SAME, "")
        after = following[1][:1] if following[0] is State.SAME else "*"
        made += text if state is State.SAME else _mark(state, text, made[-1:], after)
    return made


def _mark(state: State, text: str, before: str, after: str) -> str:
    """Marked words. The white space at their ends stays outside, unless it is all that parts what stands around."""
    words = text.strip()
    start = text.index(words)
    head, tail = text[:start], text[start + len(words) :]
    parts = bool(head or tail) and not (before.isspace() or after.isspace())
    is_seen = bool(words) and _flanks(head[-1:] or before, words[0]) and _flanks(tail[:1] or after, words[-1])
    if parts or not is_seen:
        opening, closing = _DELETED_TAG if state is State.DELETED else _INSERTED_TAG
        return f"{opening}{text}{closing}"
    opening, closing = _DELETED if state is State.DELETED else _INSERTED
    return f"{head}{opening}{words}{closing}{tail}"


def _flanks(outside: str, inside: str) -> bool:
    """Whether a mark between the two is one: CommonMark's flanking rule."""
    return inside.isalnum() or not outside.isalnum()


def _text(each: Stretch) -> str:
    return "".join(map(_run, each.runs))


def _run(run: Run | SymbolsRun | FootnoteRun) -> str:
    if isinstance(run, SymbolsRun):
        return _verbatim(run.latex)
    if isinstance(run, FootnoteRun):
        return f"\\[{escaped(run.label)}\\]"
    return _verbatim(run.text) if Style.CODE in run.styles else escaped(run.text)


def _verbatim(text: str) -> str:
    """Words between backticks, which are more than any that stand in them beside each other."""
    ticks = "`" * (1 + max((len(run) for run in TICKS.findall(text)), default=0))
    space = " " if "`" in text else ""
    return f"{ticks}{space}{text}{space}{ticks}" if text.strip() else escaped(text)


def escaped(text: str) -> str:
    """Text that Markdown shows as it is, and by which a forge calls nobody: what it would call by is parted, unseen."""
    shown = SPECIAL.sub(r"\\\g<0>", text)
    for pattern in (AT_LINE_START, LIST_NUMBER):
        shown = pattern.sub(r"\g<before>\\\g<sign>", shown)
    return CALLS.sub(r"\g<0>&#8203;", shown)
