"""On which paragraph the end of one that is in one text only is marked.

As a rule on its own: paragraph and end come and go together. But the end of a paragraph cannot be taken away before a
table, which nothing can be joined to; and LibreOffice (7.4) rejects wrongly where a paragraph ends with inserted words
and the next is inserted. There the paragraph before bears the mark of the next one's end, and so on, and the last none:
what is in one text only then goes with the end that it comes after. Where inserted words at an end meet inserted words
at a beginning, LibreOffice takes them for one insertion, with the end between them, unless they say different minutes.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from secc.render.docx.kinds import AFTER_TABLE
from secc.render.docx.sheet import Grid, Line, Mark, Setting, Sheet

_PLAIN = {Mark.MOVED_HERE: Mark.INSERTED, Mark.MOVED_AWAY: Mark.DELETED}


def settled(sheets: Sequence[Sheet]) -> Iterator[Sheet]:
    """The same paragraphs and tables, with the marks of their ends where they can be acted on."""
    before: Sheet | None = None
    place = 0
    while place < len(sheets):
        run = _run(sheets, place)
        made: list[Sheet] = [*run] if run else [sheets[place]]
        place += len(made)
        if run and (_meets_table(run, sheets[place : place + 1]) or _follows_new_words(run, before)):
            made = [*_shifted(run)]
        for each in made:
            before = replace(each, later=True) if isinstance(each, Line) and _meets(before, each) else each
            yield before


def _meets(before: Sheet | None, line: Line) -> bool:
    """Whether new words at the end of a paragraph, which is in both texts, meet new words; unless they are apart."""
    if not isinstance(before, Line) or before.later or before.end is not Mark.NONE:
        return False
    return bool(before.pieces and line.pieces) and not (before.pieces[-1].mark.in_old or line.pieces[0].mark.in_old)


def _run(sheets: Sequence[Sheet], place: int) -> list[Line]:
    """A paragraph, and those after it that are each in one of the texts only."""
    first = sheets[place]
    if not isinstance(first, Line) or (first.end is not Mark.NONE and first.setting.style != AFTER_TABLE.style):
        return []
    run = [first]
    for each in sheets[place + 1 :]:
        if not isinstance(each, Line) or not _is_in_one(each):
            break
        run.append(each)
    return run


def _is_in_one(line: Line) -> bool:
    if line.end is Mark.NONE:
        return False
    return all((each.mark.in_old, each.mark.in_new) == (line.end.in_old, line.end.in_new) for each in line.pieces)


def _meets_table(run: Sequence[Line], following: Sequence[Sheet]) -> bool:
    """Whether the last of a run is in one text only, and stands before a table."""
    return run[-1].end is not Mark.NONE and any(isinstance(each, Grid) for each in following)


def _follows_new_words(run: Sequence[Line], before: Sheet | None) -> bool:
    """Whether what is inserted follows inserted words; or an empty paragraph that itself follows an inserted one."""
    first, *others = run
    if not others or others[0].end.in_old:
        return False
    if first.pieces:
        return not first.pieces[-1].mark.in_old
    return isinstance(before, Line) and not before.end.in_old


def _shifted(run: Sequence[Line]) -> Iterator[Line]:
    """Each with the mark of the next one's end, set as what is left before that end in each of the texts."""
    old = new = run[0].setting
    for place, line in enumerate(run):
        old = line.setting if line.end.in_old else old
        new = line.setting if line.end.in_new else new
        following = run[place + 1] if place + 1 < len(run) else None
        end = following.end if following is not None else Mark.NONE
        end = _PLAIN.get(end, end)
        yield replace(line, end=end, setting=new if end.in_new else old, formerly=_formerly(end, old, new))


def _formerly(end: Mark, old: Setting, new: Setting) -> Setting | None:
    return old if end is Mark.NONE and old != new else None
