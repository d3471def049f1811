"""All passes over all files: index, references, terms."""

from secc.code.load import LoadedCode, NoCache
from secc.resolve.model import ResolvedCode
from secc.resolve.state import State


def resolve(code: LoadedCode) -> ResolvedCode:
    """The Code with its references and terms bound. Never raises: what leads nowhere is a `Broken`."""
    return State(code, NoCache()).resolved()
