"""What is known of every provision on the day of the site, worked out once for each document and kept."""

import hashlib
from collections.abc import Callable, Mapping
from functools import cache, cached_property, lru_cache, partial
from pathlib import Path

from msgspec import Struct

from secc.ids import Address, DocumentId
from secc.render.exports import knowing as _knowing
from secc.render.exports.facts import NOTHING, Facts, Told, facts_of
from secc.render.exports.knowing import Asked, Knowing
from secc.site.citing import Citing
from secc.site.in_time.asides import beside_on
from secc.site.in_time.changes import by_origin, every_change
from secc.site.in_time.effect_keys import effect_keys
from secc.site.in_time.kept import digest_of_modules, kept
from secc.site.in_time.moment import Moment
from secc.site.noted import Later, digest_of, encoded
from secc.site.parted import digests, document_of
from secc.timeline.identities import origin


class _ToldOf(Struct, frozen=True, array_like=True):
    """What is known, as it is kept."""

    address: Address
    told: Told


@lru_cache(maxsize=2)
def known_on(moment: Moment) -> "KnownOfDocuments":
    """What is known on the day of a moment."""
    return KnownOfDocuments(moment)


class FactsInDocuments(Struct, frozen=True):
    """What is known of provisions; `follows_from` tells all that it follows from in the document of a name."""

    of: Facts
    follows_from: Callable[[str], bytes]


def facts_on(moment: Moment | None, citing: Citing) -> FactsInDocuments:
    """What is known on the day of a moment, and what refers to each provision, which alone is known without one."""
    if moment is None:
        return FactsInDocuments(facts_of(lambda _: NOTHING, citing.cited), citing.digest)
    known = known_on(moment)

    def follows_from(document: str) -> bytes:
        return digest_of((known.follows_from(document), citing.digest(document)))

    return FactsInDocuments(facts_of(known, citing.cited), cache(follows_from))


class KnownOfDocuments:
    """What is known of what stands at each address, but for what refers to it.

    It is worked out for a document when anything of it is asked about.
    """

    def __init__(self, moment: Moment) -> None:
        self._moment = moment
        self._found: dict[DocumentId, Mapping[Address, Told]] = {}
        self._key = cache(self._made_key)
        self._beside = digests(Later(lambda: beside_on(moment)), document_of)

    def __call__(self, address: Address) -> Told:
        """What is known of what stands at an address; nothing of what is in no document of the day."""
        return self._of(address.document).get(address, NOTHING)

    def follows_from(self, document: str) -> bytes:
        """All that what is known of a document follows from, on the day of the site."""
        return self._key(self._documents[document]).encode() if document in self._documents else b""

    @cached_property
    def _documents(self) -> Mapping[str, DocumentId]:
        return {str(document): document for document in self._moment.base.documents}

    def _of(self, document: DocumentId) -> Mapping[Address, Told]:
        """It is made anew only where it follows from other texts or operations than what is kept."""
        if document not in self._found:
            key = f"told {_own_code()} {document} {self._key(document)}"
            told = kept(self._moment.cache, key, tuple[_ToldOf, ...], partial(self._made, document))
            self._found[document] = {each.address: each.told for each in told}
        return self._found[document]

    def _made_key(self, document: DocumentId) -> str:
        version = self._moment.base.documents.get(document)
        identities = (version.identity, *version.identities.values()) if version is not None else ()
        origins = sorted({*map(origin, identities)})
        changed = hashlib.sha256(encoded([*map(by_origin(self._moment).digest, origins)])).hexdigest()
        keys = effect_keys(self._moment)
        return f"{keys.since(document)} {keys.of(document)} {changed} {self._beside(str(document)).hex()}"

    def _made(self, document: DocumentId) -> tuple[_ToldOf, ...]:
        version = self._moment.base.documents.get(document)
        told = self._knowing.told([version] if version is not None else [])
        return tuple(_ToldOf(address, each) for address, each in told)

    @cached_property
    def _knowing(self) -> Knowing:
        moment = self._moment
        return Knowing(moment.timeline, Asked(moment.day), every_change(moment), moment.effects)


@cache
def _own_code() -> str:
    """The digest of the modules that work it out."""
    return digest_of_modules([Path(__file__), *sorted(Path(_knowing.__file__).parent.glob("*.py"))])
