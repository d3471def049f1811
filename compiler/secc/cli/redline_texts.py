"""The two sides of a redline as it tells of them: what each text is called, its day, its digest, its versions."""

from collections.abc import Iterable

from secc.cli.sides import Side
from secc.code.load import LoadedDocument
from secc.compare import ChangeSet, Identities, compare_codes
from secc.document.redline import Texts
from secc.document.redline_model import Described, Edition
from secc.ids import DocumentId
from secc.timeline.identities import identities as of_wordings


def texts(before: Side, after: Side, of: str) -> Texts:
    """Both, in a redline of what is called `of`."""
    return Texts(of, described(before), described(after), _editions(before), _editions(after))


def described(text: Side) -> Described:
    """What a text is called, with its day and digest."""
    return Described(said=text.said, day=text.day, known=text.known, digest=text.digest)


def identities(before: Side, after: Side) -> Identities | None:
    """Who the provisions of both are, where both are the Code, or one document of it, on some day."""
    if before.wordings is None or after.wordings is None or len({before.only, after.only} - {None}) > 1:
        return None
    return of_wordings(before.wordings, after.wordings)


def compared(
    old: Iterable[LoadedDocument], new: Iterable[LoadedDocument], known: Identities | None = None
) -> ChangeSet:
    """What changed from some documents to others, in the order of the Code, whatever that of its list."""
    before, after = (sorted(each, key=lambda document: document.id) for each in (old, new))
    return compare_codes([each.document for each in before], [each.document for each in after], known=known)


def _editions(text: Side) -> dict[DocumentId, Edition]:
    return {
        each.id: Edition(printed=each.id.printed, version=text.versions.get(each.id, ""), digest=text.digest_of(each))
        for each in text.documents
    }
