"""Tables for spreadsheets: the defined terms and the references of the Code, as CSV by RFC 4180.

UTF-8 with a byte order mark, by which spreadsheets know it. A cell that a spreadsheet would take for a formula gets a
quotation mark before it, so that nothing that a source says is carried out.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from secc.document.typography import curled
from secc.ids import Address, DocumentId
from secc.resolve.model import Broken, Link, Outside, Reference, ResolvedCode, Term
from secc.resolve.referrers import users

TERMS = ("term", "also", "scope", "defined_in", "address", "namespace", "uses", "meaning")
REFERENCES = ("from", "from_address", "words", "kind", "to", "to_address", "last_address", "work", "place")
_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
_BYTE_ORDER_MARK = "\ufeff"


def terms_csv(code: ResolvedCode, only: DocumentId | None = None) -> bytes:
    """A row for each meaning of each term, by the alphabet; only of those that one document defines, if it is named."""
    used = users(code)
    wanted = [(place, term) for place, term in enumerate(code.terms) if only in (None, term.address.document)]
    rows = [(term, len(used.get(place, ()))) for place, term in wanted]
    ordered = sorted(rows, key=lambda row: (row[0].name.casefold(), row[0].address.document, row[0].address.path))
    return _written(TERMS, (_term(code, term, uses) for term, uses in ordered))


def references_csv(code: ResolvedCode, only: DocumentId | None = None) -> bytes:
    """A row for each reference, in the order of the Code; only of those in one document, if it is named."""
    return _written(REFERENCES, _references(code, only))


def _term(code: ResolvedCode, term: Term, uses: int) -> Sequence[str]:
    words = code.document(term.prose.document).words[term.prose.ordinal].prose.text
    return (
        term.name,
        "; ".join(term.names[1:]),
        term.within.printed if term.within is not None else "the Code",
        term.address.defining.printed,
        str(term.address),
        term.namespace,
        str(uses),
        curled(words),
    )


def _references(code: ResolvedCode, only: DocumentId | None) -> Iterator[Sequence[str]]:
    for document in code.documents:
        if only in (None, document.loaded.id):
            for words in document.words:
                for each in words.references:
                    address = words.placed.address
                    said = curled(words.prose.text)[each.start : each.end]
                    yield (curled(address.printed), str(address), said, *_target(each))


def _target(reference: Reference) -> Sequence[str]:
    """What kind it is, where it leads as printed and by its first and last address, and the work outside the Code."""
    match reference:
        case Link(targets=targets):
            last = str(targets[-1]) if len(targets) > 1 else ""
            return ("provision", _range(targets), str(targets[0]), last, "", "")
        case Outside(work=work, place=place):
            return ("work", "", "", "", work, place)
        case Broken():
            return ("nothing", "", "", "", "", "")


def _range(targets: Sequence[Address]) -> str:
    return curled(" to ".join(dict.fromkeys((targets[0].printed, targets[-1].printed))))


def _written(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return (_BYTE_ORDER_MARK + made.getvalue()).encode()


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell[:1] in _FORMULA or cell.lstrip()[:1] in _FORMULA else cell
