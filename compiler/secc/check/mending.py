"""Fixes carried out: in rounds, until nothing is left that one can mend.

What holds afterwards: no file reads worse than before, since a round after which a file cannot be read is undone.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from msgspec import Struct

from secc.code.digest import said
from secc.code.load import LoadedCode, LoadedDocument
from secc.code.walk import placed
from secc.diagnostics import CannotProceed, Diagnostic, Edit, Safety, Severity
from secc.instruments.reading import read_instrument
from secc.source import Source

Texts = Mapping[str, str]
Checked = tuple[LoadedCode, Sequence[Diagnostic]]
_ROUNDS = 50


class Mended(Struct, frozen=True):
    """What came of fixes: the files whose text is another now, and the findings that were mended, file by file.

    `before` and `after` are their documents, `code` the Code as it is now, and `left` its findings.
    """

    before: Mapping[str, LoadedDocument]
    after: Mapping[str, LoadedDocument]
    done: Mapping[str, Sequence[Diagnostic]]
    code: LoadedCode
    left: Sequence[Diagnostic]


def mended(check: Callable[[Texts], Checked], wanted: Collection[Safety]) -> Mended:
    """Carry out the fixes that are as safe as `wanted`. `check` finds what is wrong with texts in place of files'.

    Raises `CannotProceed` where fixes undo each other.
    """
    code, findings = check({})
    before = {each.source.path: each for each in code.documents}
    texts: dict[str, str] = {}
    refused: set[str] = set()
    done: dict[str, list[Diagnostic]] = {}
    for _ in range(_ROUNDS):
        carried = list(_of_round([each for each in findings if each.path not in refused], wanted))
        if not carried:
            break
        tried = {path: edited(_text(code, path), _edits(of_file)) for path, of_file in carried}
        now, found = check({**texts, **tried})
        worse = {path for path in tried if _errors(now, path) > _errors(code, path)}
        if worse:
            refused |= worse
            continue
        for path, of_file in carried:
            done.setdefault(path, []).extend(of_file)
        texts.update(tried)
        code, findings = now, found
    else:
        raise CannotProceed(f"the fixes of {', '.join(sorted({each.rule for each in findings}))} undo each other")
    changed = {each.source.path: each for each in code.documents if each.source.path in texts}
    return Mended({path: before[path] for path in changed}, changed, done, code, findings)


def mended_instruments(
    sources: Mapping[str, Source], findings: Sequence[Diagnostic], wanted: Collection[Safety]
) -> Iterator[tuple[Source, Sequence[Diagnostic]]]:
    """The files of instruments with the fixes that stand in them carried out, once, and what was mended.

    A file that would read worse is left as it is. What instruments do to the Code is not tried again.
    """
    own = [found for found in findings if found.path in sources]
    for path, of_file in _of_round(own, wanted):
        before, after = sources[path], Source(path, edited(sources[path].text, _edits(of_file)))
        if len(read_instrument(after).findings) <= len(read_instrument(before).findings):
            yield after, of_file


def _of_round(findings: Sequence[Diagnostic], wanted: Collection[Safety]) -> Iterator[tuple[str, Sequence[Diagnostic]]]:
    """The findings of each file that can be mended at once: those whose edits neither overlap nor touch."""
    by_path: dict[str, list[Diagnostic]] = {}
    for found in findings:
        if found.fix is not None and found.fix.safety in wanted and found.fix.edits:
            by_path.setdefault(found.path, []).append(found)
    for path, of_file in by_path.items():
        taken: list[Edit] = []
        apart: list[Diagnostic] = []
        for found in sorted(of_file, key=_first):
            edits = _edits([found])
            if not any(_touch(edit, other) for edit in edits for other in taken):
                taken += edits
                apart.append(found)
        yield path, apart


def _first(found: Diagnostic) -> tuple[int, int]:
    edits = _edits([found])
    return min(edit.span.start for edit in edits), max(edit.span.end for edit in edits)


def _touch(one: Edit, other: Edit) -> bool:
    return one.span.start <= other.span.end and other.span.start <= one.span.end


def _edits(findings: Sequence[Diagnostic]) -> list[Edit]:
    return [edit for found in findings if found.fix is not None for edit in found.fix.edits]


def edited(text: str, edits: Sequence[Edit]) -> str:
    """A text with edits carried out, none of which touch."""
    for edit in sorted(edits, key=lambda edit: edit.span.start, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def _text(code: LoadedCode, path: str) -> str:
    return code.sources[path].text


def _errors(code: LoadedCode, path: str) -> int:
    """How much of a file cannot be read."""
    document = next(each for each in code.documents if each.source.path == path)
    return sum(found.severity is Severity.ERROR for found in document.findings)


def changed_provisions(before: LoadedDocument, after: LoadedDocument) -> tuple[str, ...]:
    """The printed addresses of the provisions that say something else now; none where the legal digest is the same.

    Where the two have not the same provisions, the document itself.
    """
    if before.digest == after.digest:
        return ()
    olds, news = placed(before.document), placed(after.document)
    if len(olds) != len(news):
        return (after.document.id.printed,)
    pairs = zip(olds, news, strict=True)
    names = [old.address.printed for old, new in pairs if said(old.block) != said(new.block)]
    return tuple(dict.fromkeys(names)) or (after.document.id.printed,)
