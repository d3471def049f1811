"""Citations: found in prose, parsed by a grammar into what they say, and interpreted where a letter cites the Code."""

from secc.resolve.citation.find import find
from secc.resolve.citation.model import Citation, Reference
from secc.resolve.citation.names import NO_NAMES, Names

__all__ = ["NO_NAMES", "Citation", "Names", "Reference", "find"]
