"""What is asked of a state of the Code while one document is looked at, so that the answers can be asked for again.

What was found in a document stands for as long as it would get the same answers.
"""

from collections import defaultdict
from enum import StrEnum

from msgspec import Struct, field

from secc.ids import DocumentId

Local = str
"""An address within its document, its steps joined by `STEP`; empty for the document itself."""
STEP = "\x1f"


class About(StrEnum):
    """What is asked about an address."""

    ITSELF = "what stands there"
    BELOW = "what stands directly below it"
    NUMBERINGS = "the divisions in it that have a numbering of their own"
    LEADS = "where a citation of it leads when nothing stands there"
    CALLED = "what its document is called"


class Whole(StrEnum):
    """What is asked about a state as a whole."""

    AS_AT = "its date"
    OUTDATED = "whether a work of the register is no longer current"
    SETTINGS = "all its settings"
    DEFINED = "which definitions begin with a term"
    FORMS = "whether a form is one of a term"
    NAMED = "which terms have a name"
    INITIALS = "which terms have these initials"
    NEAR = "which form is nearest to a phrase"
    PROVISIONS = "all its provisions"
    TERMS = "all its terms"
    HEADS = "what all its documents are called"
    TITLED = "under which other title the register has a document"
    NEAR_NAME = "which short name of a document is nearest to a name"
    NEAR_DOCUMENT = "which documents are nearest to one that there is not"
    EVERYTHING = "all its words"


class Asked(Struct):
    """The questions: about addresses, by document, and about the whole, each with its words."""

    addresses: dict[DocumentId, dict[About, set[Local]]] = field(
        default_factory=lambda: defaultdict(lambda: {about: set() for about in About})
    )
    wholes: set[tuple[Whole, str]] = field(default_factory=set)


class Asking:
    """Notes down the questions; `begin` starts with a fresh sheet."""

    def __init__(self) -> None:
        self.asked = Asked()
        self._own: DocumentId | None = None

    def begin(self, own: DocumentId | None = None) -> None:
        """Another document is looked at, of which itself nothing needs to be asked."""
        self.asked = Asked()
        self._own = own

    def address(self, document: DocumentId, about: About, local: Local) -> None:
        """A question about an address."""
        if document != self._own:
            self.asked.addresses[document][about].add(local)

    def whole(self, about: Whole, words: str = "") -> None:
        """A question about the whole."""
        self.asked.wholes.add((about, words))
