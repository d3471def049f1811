"""What a text of a document offers to the rest of the Code, as digests.

How another document is bound follows from what the documents of its state offer, and from nothing else in them. Words
of a definition matter to others only as far as they join it with another one (`resolve/terms/meanings.py`).
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from secc.check.answers import digest_of
from secc.resolve.surveyed import Surveyed
from secc.resolve.terms.draft import Drafted

_ROUNDED = 64
"""To a multiple of how many letters the longest name counts, so that it seldom changes."""
_GIVEN = "a meaning is given elsewhere"


class Offer(Struct, frozen=True, array_like=True):
    """What a document offers: from `terms` the terms of a state follow, in `all` there is everything else too."""

    all: bytes
    terms: bytes


class Called(Struct, frozen=True, array_like=True):
    """The names of a document, and how many letters the longest name has that it defines."""

    names: tuple[str, ...]
    longest: int


class Naming:
    """How the documents of a state are called, and their terms, as far as definitions are joined by it."""

    def __init__(self, called: Sequence[Called]) -> None:
        self.names = tuple(sorted({name for each in called for name in each.names if name}))
        longest = max((each.longest for each in called), default=0)
        self.longest = -(-longest // _ROUNDED) * _ROUNDED
        self.key = digest_of((self.names, self.longest)).hex()


def called(document: Surveyed) -> Called:
    """The names in a document that matter to how definitions of others are joined."""
    survey = document.survey
    names = (survey.title, survey.attributes.get("known-as", ""))
    return Called(names, max((len(name) for each in document.drafts for name in each.names), default=0))


def offer(document: Surveyed, naming: Naming) -> Offer:
    """What a document of a state offers: how it is called, its provisions, annexes and definitions.

    Of a definition, where in the file it stands is left out, which matters to its own document alone.
    """
    survey = document.survey
    drafts = [_as_joined(each, naming) for each in document.drafts]
    introduced = [[(place.document, place.said) for place in each.introductions] for each in document.drafts]
    terms = digest_of((survey.id, survey.title, survey.attributes, survey.definitions, drafts, introduced))
    return Offer(digest_of((terms, survey.names, survey.attached, survey.offered)), terms)


def offers(of_all: Iterable[Offer]) -> Offer:
    """What the documents of a state offer, each of which says who it is."""
    found = tuple(of_all)
    return Offer(digest_of([each.all for each in found]), digest_of([each.terms for each in found]))


def _as_joined(draft: Drafted, naming: Naming) -> Drafted:
    """A definition with so much of its words as may join it with another: names of documents, and of definitions.

    A name right before it counts without the article and the bracket that may follow the name.
    """
    before = draft.before.removesuffix("the ").rstrip(" (")[-naming.longest :] if naming.longest else ""
    names = [name for name in naming.names if name in draft.pointing]
    pointing = "\n".join([_GIVEN, *names]) if draft.pointing else ""
    return replace(draft, introductions=(), before=before, pointing=pointing)
