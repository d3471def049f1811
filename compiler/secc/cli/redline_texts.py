"""The two sides of a redline as it tells of them: what each text is called, its day, its digest, its versions."""

from collections.abc import Iterable

from secc.cli.sides import Side
from secc.code.load import LoadedDocument
from secc.compare import ChangeSet, compare_codes
from secc.document.redline import Texts
from secc.document.redline_model import Described, Edition
from secc.ids import DocumentId


def texts(before: Side, after: Side, of: str) -> Texts:
    """Both, in a redline of what is called `of`."""
    return Texts(of, described(before), described(after), _editions(before), _editions(after))


def described(text: Side) -> Described:
    """What a text is called, with its day and digest."""
    return Described(said=text.said, day=text.day, known=text.known, digest=text.digest)


def compared(old: Iterable[LoadedDocument], new: Iterable[LoadedDocument]) -> ChangeSet:
    """What changed from some documents to others, in the order of the Code, whatever that of its list."""
    before, after = (sorted(each, key=lambda document: document.id) for each in (old, new))
    return compare_codes([each.document for each in before], [each.document for each in after])


def _editions(text: Side) -> dict[DocumentId, Edition]:
    return {
        each.id: Edition(printed=each.id.printed, version=text.versions.get(each.id, ""), digest=text.digest_of(each))
        for each in text.documents
    }
