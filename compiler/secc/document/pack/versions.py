"""The version that a document has in a text: as the document log has it, or as it was designated."""

from collections.abc import Callable, Iterable
from datetime import date

from secc.amending.version import DocumentVersion
from secc.document.redline_model import Edition
from secc.instruments.when import OperationRef
from secc.timeline.log import Log, entries_by, listing

Designations = Callable[[Iterable[OperationRef]], bool]
"""Whether operations all set out whole documents: a text that has no other words is as it was designated."""


def edition(
    version: DocumentVersion, log: Log, day: date | None, known: date | None, designations: Designations
) -> Edition:
    """A document as one text has it.

    Without a version where the text is no longer, or not yet, one that was recorded or designated.
    """
    listed = listing(entries_by(log, day, known)).get(version.id)
    if listed is not None and listed.digest == version.digest:
        number = listed.version
    else:
        number = version.label if designations(version.traced.origins) else ""
    return Edition(printed=version.id.printed, version=number, digest=version.digest)
