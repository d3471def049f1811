"""The version that a document has in a text: as the document log has it, or as it was designated."""

from collections.abc import Iterable, Mapping

from secc.amending.version import DocumentVersion
from secc.ids import DocumentId
from secc.instruments.model import Designate, Redesignate
from secc.instruments.when import OperationRef
from secc.timeline.log import Listed
from secc.timeline.timeline import Timeline


def version_in(version: DocumentVersion, recorded: Mapping[DocumentId, Listed], timeline: Timeline) -> str:
    """The version of a document as one text has it; `recorded` are those of the last entry of the log by its day.

    Empty where the text is no longer, or not yet, one that was recorded or designated.
    """
    listed = recorded.get(version.id)
    if listed is not None and listed.digest == version.digest:
        return listed.version
    return version.label if _are_designations(version.traced.origins, timeline) else ""


def _are_designations(refs: Iterable[OperationRef], timeline: Timeline) -> bool:
    """Whether operations all set out whole documents: a text that has no other words is as it was designated."""
    found = (timeline.by_name[ref.instrument].operation(ref.number) for ref in dict.fromkeys(refs))
    return all(each is not None and isinstance(each.action, Designate | Redesignate) for each in found)
