"""The lists in a report of what is changed: sentences that name several documents, and runs of bullets."""

from collections.abc import Iterator, Sequence

from secc.check.patterns_prose import AFFECTED, SENTENCE_BREAK
from secc.check.prose.reader import Reader
from secc.reading.letter import Paragraph
from secc.resolve.citation.cited import Kind, Reading
from secc.resolve.citation.written import Target, TargetRange

# A list has at least so many documents.
_LIST = 3
_DOCUMENTS = (Kind.APPENDIX, Kind.SCHEDULE, Kind.SECTION)


def sentences(reader: Reader) -> list[Reading]:
    """The citations that name several documents, in sentences on what changes, and those beside them there."""
    lists = [reading for reading in reader.citations if _is_list(reader, reading)]
    return [each for each in reader.citations if any(_is_beside(reader, each, listed) for listed in lists)]


def bulleted(reader: Reader) -> Iterator[Sequence[Reading]]:
    """The runs of paragraphs, each of which begins with a document, below a sentence on what changes."""
    by_start = {reading.start: reading for reading in reader.citations if reading.found.kind in _DOCUMENTS}
    run: list[Reading] = []
    before: Paragraph | None = None
    for each in reader.letter.paragraphs:
        reading = by_start.get(each.places[0])
        if reading is not None and before is not None and (run or AFFECTED.search(before.text)):
            run.append(reading)
            continue
        if len(run) >= _LIST:
            yield run
        run, before = [], each
    if len(run) >= _LIST:
        yield run


def documents_in(reading: Reading) -> Iterator[str]:
    """The documents that a citation names, as they are printed: `Appendix D`, `Section H`."""
    for target in reading.found.targets:
        label = target.first if isinstance(target, TargetRange) else target
        yield label if label.startswith(("Appendix ", "Schedule ")) else f"Section {label[0]}"


def by_label(label: str) -> tuple[int, str]:
    """The order of documents in a list: `Appendix Z` before `Appendix AA`."""
    return len(label), label


def _is_beside(reader: Reader, reading: Reading, listed: Reading) -> bool:
    """Whether a citation is a list of documents, or names whole documents in the same sentence."""
    if reading is listed:
        return True
    first, second = sorted((reading, listed), key=lambda each: each.start)
    between = SENTENCE_BREAK.search(reader.letter.layout.text, first.end, second.start)
    return between is None and all(_is_whole(each) for each in reading.found.targets)


def _is_whole(target: Target | TargetRange) -> bool:
    """Whether a target is a document and not a provision in it: G, Appendix D."""
    if isinstance(target, TargetRange):
        return False
    return len(target) == 1 or (target.startswith(("Appendix ", "Schedule ")) and "/" not in target)


def _is_list(reader: Reader, reading: Reading) -> bool:
    """Whether a citation names several documents, in a sentence on what changes."""
    if reading.found.kind not in _DOCUMENTS or len(reading.found.targets) < _LIST:
        return False
    paragraph = reader.paragraph_at(reading.start)
    return paragraph is not None and AFFECTED.search(paragraph.text) is not None
