"""Carries operations out on small texts, and says what became of them."""

from collections.abc import Iterable, Sequence
from difflib import ndiff
from textwrap import dedent
from typing import NamedTuple

from secc.amending.refusal import Refusal
from secc.amending.traced import Strand, traced
from secc.amending.version import DocumentVersion, identified, read
from secc.amending.workbench import Workbench
from secc.code.load import NoCache
from secc.code.model import Document
from secc.code.walk import placed
from secc.ids import Address, DocumentId, DocumentKind
from secc.instruments.model import SourceText, Which, Wording, Words
from secc.instruments.places import (
    ClosingWords,
    Heading,
    OpeningWords,
    Place,
    SubHeadingNamed,
    TableRow,
)
from secc.instruments.when import OperationRef

FIRST = OperationRef("first-designation", "1")
H = DocumentId(DocumentKind.SECTION, "H")
AC = DocumentId(DocumentKind.APPENDIX, "AC")

TEXT = """\
section H: DCC Services

# H14 Testing Services

## Device and User System Tests

H14.31 The DCC shall provide a service to enable Testing Participants
to carry out the following (the "Device and User System Tests"):
  (a) tests of the interoperability of Devices with the DCC Systems; and
  (b) tests of the interoperability of User Systems with the DCC Systems, provided that:
    (i) the Testing Participant has notified the DCC; and
    (ii) the test is within the scope of Section H14.2(a),

  in each case in accordance with Good Industry Practice.

  note: Offered in a limited form.

H14.32 **Exceptions.** The Panel may except a Party.

  define "Device" means a thing that the DCC tests.

  define "User" or "UR" means a person.

  table: Times

  | Test | Days | Fee |
  | --- | --- | --- |
  | Device | 10 | £5 |
  | User System | 20 | £7 |

H14.33 The last clause, which names a Device.
"""
APPENDIX = """\
appendix AC: Procedures

4 Introduction

4.1 This is the first.

4.2 This is the second.

annex A: Forms

A1 A form.
"""


class Sheet(NamedTuple):
    """Documents after some operations, and the operations that were refused, by their numbers."""

    before: dict[DocumentId, DocumentVersion]
    documents: dict[DocumentId, DocumentVersion]
    refused: dict[str, Refusal]

    def changes(self, document: DocumentId = H) -> str:
        """The lines that went, with `- `, and that came, with `+ `; those of blanks left out."""
        before = self.before[document].text.splitlines() if document in self.before else []
        after = self.documents[document].text.splitlines() if document in self.documents else []
        return "\n".join(line for line in ndiff(before, after) if line[0] in "+-" and line[1:].strip())

    def who(self, document: DocumentId = H) -> dict[str, str]:
        """The provisions whose identity is not their address, with it."""
        version = self.documents[document]
        found = {str(Address(document, path)): identity for path, identity in version.identities.items()}
        return {address.partition("/")[2]: identity.partition("/")[2] for address, identity in found.items()
                if address != identity}  # fmt: skip

    def put_there(self, number: int, document: DocumentId = H) -> list[str]:
        """The words that an operation put into a document, stretch by stretch."""
        whole = self.documents[document].traced
        return [each.text for each in whole.stretches(0, len(whole.text)) if each.origin == by(number)]

    @property
    def said(self) -> list[str]:
        """Why operations were refused."""
        return [f"{number}: {refusal.words}" for number, refusal in self.refused.items()]


def version(text: str, used: set[str] | None = None, origin: OperationRef = FIRST) -> DocumentVersion:
    """A first wording."""
    loaded = read(text, _id_of(text), NoCache())
    assert not loaded.findings, [each.headline for each in loaded.findings]
    given = used if used is not None else set()
    return DocumentVersion(
        loaded.id, "1.0", traced([Strand(text, origin)]), identified(placed(loaded.document), {}, given), loaded
    )


def carried(texts: str | Sequence[str], *actions: Wording, annexes: dict[str, str] | None = None) -> Sheet:
    """The documents of these texts with operations carried out one after another, numbered from 1."""
    used: set[str] = set()
    every = [texts] if isinstance(texts, str) else texts
    before = {each.id: each for each in (version(text, used) for text in every)}
    return on(before, used, actions, annexes or {})


def on(
    before: dict[DocumentId, DocumentVersion], used: set[str], actions: Iterable[Wording], annexes: dict[str, str]
) -> Sheet:
    """Operations carried out on wordings."""
    bench = Workbench(before, used, NoCache(), lambda _, path: annexes[path], _nothing_inherited)
    for number, action in enumerate(actions, 1):
        bench.carry_out(action, by(number))
    documents, refused = bench.finished()
    return Sheet(before, documents, {origin.number: refusal for origin, refusal in refused.items()})


def one_by_one(texts: Sequence[str], *actions: Wording) -> Sheet:
    """The same, the text settled after every operation."""
    used: set[str] = set()
    first = {each.id: each for each in (version(text, used) for text in texts)}
    documents = dict(first)
    refused: dict[str, Refusal] = {}
    for number, action in enumerate(actions, 1):
        bench = Workbench(documents, used, NoCache(), lambda _, path: path, _nothing_inherited)
        bench.carry_out(action, by(number))
        documents, found = bench.finished()
        refused |= {origin.number: refusal for origin, refusal in found.items()}
    return Sheet(first, documents, refused)


class _Nothing(NamedTuple):
    identities: dict[tuple[str, ...], str]
    survived: tuple[tuple[int, int, int], ...]


def _nothing_inherited(_version: DocumentVersion, _document: Document, _origin: OperationRef) -> _Nothing:
    return _Nothing({}, ())


def _id_of(text: str) -> DocumentId:
    kind, label = text.split(":", 1)[0].split()
    return DocumentId(DocumentKind(kind), label)


def by(number: int) -> OperationRef:
    """The operation of that number."""
    return OperationRef("changes", str(number))


# Places and words, short


def at(*path: str, document: DocumentId = H) -> Place:
    """A provision."""
    return Place(Address(document, path))


def opening(*path: str) -> Place:
    """The opening words of a provision."""
    return Place(Address(H, path), OpeningWords())


def closing(*path: str) -> Place:
    """The closing words of a provision."""
    return Place(Address(H, path), ClosingWords())


def heading(*path: str, document: DocumentId = H) -> Place:
    """The heading of a provision, or the title of the document."""
    return Place(Address(document, path), Heading())


def sub_heading(words: str, *path: str, document: DocumentId = H) -> Place:
    """A sub-heading."""
    return Place(Address(document, path), SubHeadingNamed(words))


def row(first: str, *path: str, column: str = "", table: str = "") -> Place:
    """A row of a table; of no words, the table."""
    return Place(Address(H, path), TableRow(first, column, table))


def words(text: str, which: Which = Which.ONCE) -> Words:
    """Words quoted."""
    return Words(text, which)


def lines(text: str) -> SourceText:
    """What is set out."""
    return SourceText(tuple(dedent(text).strip("\n").split("\n")))
