"""Real amending laws of the District of Columbia, carried out by our operations and compared with the text after them.

A section becomes a document of one clause: its heading the document's title, its words the clause's, `para` the
paragraphs. What the conversion loses, on both sides: annotations, citations' targets, emphasis and headings set apart
(their words stay), curly quotation marks; `[(9)]` and `(b-1)` are written (9) and (bA), since our labels have no
brackets or hyphens; what is repealed says `[Repealed]` whatever the words of the page.

`python -m tests.corpus.dc_amendments [FOLDER] --docs` writes the tables of docs/amending.md.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from secc.amending.deriving import derived
from secc.amending.extents import extent
from secc.amending.fragments import begins_something
from secc.amending.refusal import Refusal
from secc.amending.spots import spots
from secc.amending.traced import Strand, traced
from secc.amending.version import DocumentVersion, identified, read
from secc.amending.version import Path as Steps
from secc.amending.wording import find
from secc.amending.workbench import Workbench
from secc.code.load import NoCache
from secc.code.walk import placed, prose_in
from secc.ids import Address, DocumentId, DocumentKind
from secc.instruments.model import (
    AfterPlace,
    AfterWords,
    AtBeginning,
    AtEnd,
    BeforeWords,
    InsertProvisions,
    InsertWords,
    OmitProvisions,
    OmitWords,
    SourceText,
    Stretch,
    SubstituteHeading,
    SubstituteProvisions,
    SubstituteWords,
    Which,
    Wording,
    Words,
)
from secc.instruments.places import Heading, Place
from secc.instruments.when import OperationRef
from secc.syntax.inline.printing import to_source
from secc.syntax.inline.reading import Inline
from secc.syntax.inline.spaces import even

SECTION = DocumentId(DocumentKind.SCHEDULE, "DC")
_FIRST = OperationRef("before", "1")
_LABEL = re.compile(r"\(([0-9A-Za-z]+)(?:-([0-9ivx]+))?\)?")
_ROMAN = ("i", "ii", "iii", "iv", "v")
_LEFT_OUT = frozenset({"num", "annotations", "annotation", "reason", "prefix"})


class Miss(Exception):  # noqa: N818  # what it is called in the table
    """A record whose instructions are not those of its text; the words say how."""


class Record(NamedTuple):
    """A section of the code, before and after, and the instructions between."""

    law: str
    section: str
    kind: str
    instructions: tuple[dict[str, str], ...]
    before: str
    after: str


class Outcome(NamedTuple):
    """What became of a record: the operations carried out, and why it was missed, empty where it was not."""

    record: Record
    operations: tuple[Wording, ...]
    miss: str


def records(folder: Path) -> list[Record]:
    """The records of the corpus, converted."""
    lines = (folder / "dc-amendments" / "amendments.jsonl").read_text(encoding="utf-8").splitlines()
    return [
        Record(
            each["law"], each["section"], each["class"], tuple(each["instructions"]),
            converted(each["before_xml"]), converted(each["after_xml"]),
        )
        for each in map(json.loads, lines)
    ]  # fmt: skip


# Conversion


def converted(xml: str) -> str:
    """A section in our language."""
    section = ElementTree.fromstring(xml)
    title = _words(_first(section, "heading"))
    lines = [f"schedule DC: {title}", ""]
    if section.get("placeholder") == "Repealed":
        return "\n".join([*lines, "1 [Repealed]", ""])
    return "\n".join([*lines, *_provision(section, "1", 0), ""])


def _provision(element: ElementTree.Element, label: str, column: int) -> Iterator[str]:
    """A section or paragraph, with all in it; its first words stand on the line of its label."""
    if element.get("placeholder") == "Repealed":
        yield f"{' ' * column}{label} [Repealed]"
        return
    own = [_words(_first(element, "heading"))] if column else []
    parts = list(element)
    if any(_tag(each) == "text" for each in parts):
        first = next(each for each in parts if _tag(each) == "text")
        own.append(_words(first))
        parts.remove(first)
    yield f"{' ' * column}{label} {' '.join(filter(None, own))}".rstrip()
    for each in parts:
        yield from _inside(each, column + 2)


def _inside(element: ElementTree.Element, column: int) -> Iterator[str]:
    match _tag(element):
        case "para":
            yield from _provision(element, _label(_first(element, "num")), column)
        case "text" | "aftertext":
            words = _words(element)
            if words:
                yield from ("", f"{' ' * column}{_as_text(words)}", "")
        case "table":
            yield ""
            for row in element:
                yield f"{' ' * column}| {' | '.join(_words(cell).replace('|', chr(92) + '|') for cell in row)} |"
            yield ""


def _as_text(words: str) -> str:
    return f"\\{words}" if begins_something(words) else words


def _label(num: ElementTree.Element | None) -> str:
    """`(b-1)` is written (bA); the letters go on from A."""
    found = _LABEL.search("".join(num.itertext()) if num is not None else "")
    if found is None:
        raise ValueError("a paragraph without a number")
    return f"({label_of(found)})"


def label_of(found: re.Match[str]) -> str:
    """A label as ours."""
    suffix = found[2]
    if not suffix:
        return found[1]
    count = _ROMAN.index(suffix) + 1 if suffix in _ROMAN else int(suffix)
    return f"{found[1]}{chr(ord('A') + count - 1)}"


def _first(element: ElementTree.Element, tag: str) -> ElementTree.Element | None:
    return next((each for each in element if _tag(each) == tag), None)


def _tag(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


def _words(element: ElementTree.Element | None) -> str:
    return to_source(Inline(plain("".join(element.itertext())), (), ())) if element is not None else ""


def plain(words: str) -> str:
    """Words with single spaces and straight quotation marks."""
    return even(" ".join(words.split()))[0]


def version_of(text: str) -> DocumentVersion:
    """A converted section, read. It has no error."""
    loaded = read(text, SECTION, NoCache())
    errors = [each.headline for each in loaded.findings if each.severity.value == "error"]
    if errors:
        raise Miss(f"the conversion cannot be read: {errors[0]}")
    return DocumentVersion(
        SECTION, "", traced([Strand(text, _FIRST)]), identified(placed(loaded.document), {}, set()), loaded
    )


# Instructions


def outcome(record: Record) -> Outcome:
    """The operations of a record carried out, and whether they give the text after."""
    done: list[Wording] = []
    try:
        current, after = version_of(record.before), version_of(record.after)
        for instruction in record.instructions:
            for action in operations(instruction, record, current, after):
                current = _carried(current, action)
                done.append(action)
    except Miss as miss:
        return Outcome(record, tuple(done), str(miss))
    same = current.digest == after.digest
    return Outcome(record, tuple(done), "" if same else "the text after differs in what no instruction says")


def _carried(version: DocumentVersion, action: Wording) -> DocumentVersion:
    bench = Workbench({SECTION: version}, set(version.identities.values()), NoCache(), _no_annex, _no_matches)
    bench.carry_out(action, OperationRef("record", "1"))
    documents, refused = bench.finished()
    if refused:
        raise Miss(f"refused: {_without_names(next(iter(refused.values())).words)}")
    return documents[SECTION]


def _no_annex(_instrument: str, path: str) -> str:
    raise Refusal(f"there is no {path}", "set it out")


def _no_matches(*_: object) -> "_Nothing":
    return _Nothing({}, ())


class _Nothing(NamedTuple):
    identities: dict[Steps, str]
    survived: tuple[tuple[int, int, int], ...]


def _without_names(words: str) -> str:
    return re.sub(r'"[^"]*"', '"…"', words)


def operations(
    instruction: dict[str, str], record: Record, current: DocumentVersion, after: DocumentVersion
) -> Iterator[Wording]:
    """An instruction as operations of ours."""
    steps = steps_of(instruction["path"], record.section)
    match instruction["kind"]:
        case "find-replace":
            yield reworded(instruction, steps, current)
        case "repeal":
            yield OmitProvisions(place_of(steps), "[Repealed]")
        case "replace":
            yield from _replaced(instruction, steps, current, after)
        case _:
            yield from _inserted(instruction, steps, current, after)


def steps_of(path: str, section: str) -> Steps:
    """`§34-1436|(c)|(1)` as the path of a provision; a chapter that holds the section is the section as a whole."""
    parts = path.split("|")
    name = section.replace("~", ":")
    if parts[0].startswith("§") and parts[0][1:].replace("~", ":") != name:
        raise Miss("the instruction is to another section")
    labels = [each for each in parts if each.startswith("(")]
    found = [_LABEL.fullmatch(each) for each in labels]
    if None in found:
        raise Miss("the instruction's place has no number of ours")
    return ("1", *(f"({label_of(each)})" for each in found if each is not None))


def place_of(steps: Steps) -> Place:
    """A provision."""
    return Place(Address(SECTION, steps))


def reworded(instruction: dict[str, str], steps: Steps, current: DocumentVersion) -> Wording:
    """The words found and replaced: put in before or after what stays, where something stays."""
    old, new = plain(instruction["find"]), plain(instruction["replace"])
    if current.by_path.get(steps) is None:
        raise Miss("the instruction's place is not in the text before")
    place = _in_title(instruction, steps, current, old) or place_of(steps)
    which = _which(instruction, place, current, old)
    if not new:
        return OmitWords(place, Words(old, which))
    if new.startswith(old) and not new[len(old)].isalnum():
        return InsertWords(place, AfterWords(Words(old, which)), new[len(old) :])
    if new.endswith(old) and not new[-len(old) - 1].isalnum():
        return InsertWords(place, BeforeWords(Words(old, which)), new[: -len(old)])
    return SubstituteWords(place, Words(old, which), new)


def _in_title(instruction: dict[str, str], steps: Steps, current: DocumentVersion, old: str) -> Place | None:
    """The heading of a section is found first."""
    if steps != ("1",) or old not in current.document.title.text:
        return None
    elsewhere = any(old in spot.prose.text for spot in spots(current, place_of(steps)))
    return None if elsewhere and instruction.get("position") != "first" else Place(Address(SECTION), Heading())


def _which(instruction: dict[str, str], place: Place, current: DocumentVersion, old: str) -> Which:
    position = instruction.get("position")
    if position:
        return Which.FIRST if position == "first" else Which.LAST
    try:
        count = len(find(spots(current, place), Words(old, Which.EACH), "it"))
    except Refusal:
        return Which.ONCE
    return Which.ONCE if count == 1 else Which.EACH if str(count) == instruction.get("count") else Which.FIRST


def _replaced(
    instruction: dict[str, str], steps: Steps, current: DocumentVersion, after: DocumentVersion
) -> Iterator[Wording]:
    text = _set_out(instruction, steps, after)
    title = after.document.title.text
    if steps == ("1",) and title != current.document.title.text:
        yield SubstituteHeading(Place(Address(SECTION), Heading()), title)
    yield SubstituteProvisions(place_of(steps), text)


def _inserted(
    instruction: dict[str, str], steps: Steps, current: DocumentVersion, after: DocumentVersion
) -> Iterator[Wording]:
    if len(steps) == 1 or (len(steps) > 1 and steps in current.by_path and "num-value" not in instruction):
        steps = _told_by_its_words(instruction, steps)
    text = _set_out(instruction, steps, after)
    beside = [path for path in after.by_path if path[:-1] == steps[:-1] and len(path) == len(steps)]
    place = beside.index(steps)
    above = next((each for each in reversed(beside[:place]) if each in current.by_path), None)
    position = AfterPlace(place_of(above)) if above else AtBeginning() if place == 0 and len(beside) > 1 else AtEnd()
    yield InsertProvisions(place_of(steps[:-1]), position, text)


def _told_by_its_words(instruction: dict[str, str], steps: Steps) -> Steps:
    """Where the path names what it is put into, the label is that with which the words begin."""
    found = _LABEL.match(instruction["new_text"])
    if found is None:
        raise Miss("the instruction puts in a whole section")
    return (*steps, f"({label_of(found)})")


def _set_out(instruction: dict[str, str], steps: Steps, after: DocumentVersion) -> SourceText:
    """The provision as the text after has it, if its words are the instruction's: those have lost their lines."""
    number = after.by_path.get(steps)
    if number is None:
        raise Miss("what is set out is not in the text after under its number")
    inside = [number]
    while inside[-1] + 1 < len(after.blocks) and after.blocks[inside[-1] + 1].depth > after.blocks[number].depth:
        inside.append(inside[-1] + 1)
    said = " ".join(prose.text for each in inside for prose in prose_in(after.blocks[each].block))
    if _letters(said) - _letters(instruction["new_text"]):
        raise Miss("the words set out are not those of the text after")
    at = extent(after, range(inside[0], inside[-1] + 1))
    lines = after.text[at.start : at.end].split("\n")
    return SourceText(tuple(line[at.column :] for line in lines))


def _letters(words: str) -> Counter[str]:
    return Counter(re.findall(r"[0-9A-Za-z]+", plain(words)))


# What we would have drafted


class Drafted(NamedTuple):
    """Our own operations for a record of words found and replaced, beside the drafter's."""

    record: Record
    ours: tuple[Wording, ...]
    theirs: tuple[Wording, ...]

    @property
    def place(self) -> str:
        """Whether ours are at the same places as theirs: `same`, `closer` (within theirs), or `other`."""
        ours, theirs = _paths(self.ours), _paths(self.theirs)
        if ours == theirs:
            return "same"
        within = all(any(path[: len(other)] == other for other in theirs) for path in ours)
        return "closer" if within else "other"

    @property
    def words_quoted(self) -> tuple[int, int]:
        """How many words of the old text ours and theirs quote."""
        return sum(map(_quoted, self.ours)), sum(map(_quoted, self.theirs))


def drafted(record: Record) -> Drafted:
    """What we derive from the texts before and after, and the instructions that the law gave."""
    before, after = version_of(record.before), version_of(record.after)
    current, theirs = before, []
    for instruction in record.instructions:
        for action in operations(instruction, record, current, after):
            current = _carried(current, action)
            theirs.append(action)
    return Drafted(record, derived({SECTION: before}, {SECTION: after}), tuple(theirs))


def _paths(actions: Sequence[Wording]) -> set[Steps]:
    return {each.place.address.path for each in actions if hasattr(each, "place")}


def _quoted(action: Wording) -> int:
    match action:
        case SubstituteWords(old=quoted) | OmitWords(words=quoted):
            return _count(quoted)
        case InsertWords(position=AfterWords(words=quoted) | BeforeWords(words=quoted)):
            return _count(quoted)
        case _:
            return 0


def _count(quoted: Words | Stretch) -> int:
    text = quoted.text if isinstance(quoted, Words) else f"{quoted.first} {quoted.last}"
    return len(text.split())


# Reports


def tables(outcomes: Sequence[Outcome]) -> str:
    """The tables of docs/amending.md."""
    kinds = list(dict.fromkeys(each.record.kind for each in outcomes))
    rows = ["| kind | records | exactly | missed |", "| --- | --- | --- | --- |"]
    for kind in kinds:
        of_kind = [each for each in outcomes if each.record.kind == kind]
        missed = sum(bool(each.miss) for each in of_kind)
        rows.append(f"| {kind} | {len(of_kind)} | {len(of_kind) - missed} | {missed} |")
    reasons = Counter(each.miss for each in outcomes if each.miss)
    rows += ["", "| why missed | records | sections |", "| --- | --- | --- |"]
    for reason, count in sorted(reasons.items(), key=lambda item: (-item[1], item[0])):
        sections = ", ".join(each.record.section for each in outcomes if each.miss == reason)
        rows.append(f"| {reason} | {count} | {sections} |")
    return "\n".join(rows)


def drafting_table(every: Sequence[Drafted]) -> str:
    """How our own operations compare with the drafters', by the kind of record."""
    rows = [
        "| kind | compared | at the drafter's places | within them | elsewhere | no more words quoted "
        "| no more operations | words quoted by us | by the drafters |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for kind in dict.fromkeys(each.record.kind for each in every):
        here = [each for each in every if each.record.kind == kind]
        places = Counter(each.place for each in here)
        fewer = sum(each.words_quoted[0] <= each.words_quoted[1] for each in here)
        shorter = sum(len(each.ours) <= len(each.theirs) for each in here)
        ours, theirs = (sum(each.words_quoted[k] for each in here) for k in (0, 1))
        cells = [kind, len(here), places["same"], places["closer"], places["other"], fewer, shorter, ours, theirs]
        rows.append(f"| {' | '.join(map(str, cells))} |")
    return "\n".join(rows)


def main() -> None:
    """Print the tables, or with `--docs` write them to docs/amending.md."""
    folder = Path(next((each for each in sys.argv[1:] if not each.startswith("-")), "../shared/corpora"))
    every = records(folder)
    outcomes = [outcome(each) for each in every]
    compared = [drafted(each.record) for each in outcomes if not each.miss]
    made = {"records": tables(outcomes), "drafting": drafting_table(compared)}
    if "--docs" in sys.argv:
        write_tables(Path("docs/amending.md"), made)
    else:
        sys.stdout.write("\n\n".join(made.values()) + "\n")


def write_tables(path: Path, made: dict[str, str]) -> None:
    """Put tables where the page has their marks: `<!-- NAME -->` above, `<!-- end -->` below."""
    text = path.read_text(encoding="utf-8")
    for name, table in made.items():
        above, mark, rest = text.partition(f"<!-- {name} -->\n")
        _, end, under = rest.partition("<!-- end -->")
        text = f"{above}{mark}{table}\n{end}{under}"
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
