"""Who stands where in a wording."""

from secc.ids import Address
from secc.timeline.wordings import Wordings


def identity_of(wordings: Wordings, address: Address) -> str | None:
    """Who the provision at an address is; None where there is none. A document is called by its kind and label."""
    version = wordings.documents.get(address.document)
    if version is None:
        return None
    return version.identities.get(address.path) if address.path else str(address.document)


def place_of(wordings: Wordings, identity: str) -> Address | None:
    """Where a provision stands; None where it is not part of the text."""
    for document, version in wordings.documents.items():
        if str(document) == identity:
            return Address(document)
        path = version.by_identity.get(identity)
        if path is not None:
            return Address(document, path)
    return None
