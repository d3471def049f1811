"""Who stands where in a wording."""

from functools import partial

from secc.compare import Identities
from secc.ids import Address
from secc.timeline.wordings import Wordings


def identity_of(wordings: Wordings, address: Address) -> str | None:
    """Who the provision or document at an address is; None where there is none."""
    version = wordings.documents.get(address.document)
    if version is None:
        return None
    return version.identities.get(address.path) if address.path else version.identity


def place_of(wordings: Wordings, identity: str) -> Address | None:
    """Where a provision stands; None where it is not part of the text."""
    for document, version in wordings.documents.items():
        if version.identity == identity:
            return Address(document)
        path = version.by_identity.get(identity)
        if path is not None:
            return Address(document, path)
    return None


def identities(before: Wordings, after: Wordings) -> Identities:
    """Who the provisions of two wordings are, by which they are compared."""
    return Identities(partial(identity_of, before), partial(identity_of, after))


def origin(identity: str) -> str:
    """The document with which a provision came, or that it is, by who that is: of two with one label, which."""
    return identity.partition("/")[0]


def origin_name(identity: str) -> str:
    """The same by kind and label, which another may have had before: of `appendix-B~2` `appendix-B`."""
    return origin(identity).partition("~")[0]
