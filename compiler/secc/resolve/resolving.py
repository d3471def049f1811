"""All passes over all files: index, references, terms."""

from secc.code.load import LoadedCode, NoCache
from secc.resolve.binding import bound as _document
from secc.resolve.model import ResolvedCode
from secc.resolve.state import State


def resolve(code: LoadedCode) -> ResolvedCode:
    """The Code with its references and terms bound. Never raises: what leads nowhere is a `Broken`."""
    return State(code, NoCache()).resolved()


__all__ = ["_document", "resolve"]
