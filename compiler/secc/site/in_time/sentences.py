"""The operations of instruments in words, kept between builds: they are many, and few are another than they were."""

import hashlib
from collections.abc import Mapping, Sequence

import msgspec

from secc.code.load import DocumentCache
from secc.instruments.model import Instrument
from secc.instruments.printing import sentence
from secc.site.in_time.kept import decoded
from secc.site.noted import encoded

_NAME = "sentences"
_Table = dict[bytes, tuple[str, ...]]
"""Those of each instrument, by its digest."""


def sentences(instruments: Mapping[str, Instrument], cache: DocumentCache) -> Mapping[str, Sequence[str]]:
    """Those of each instrument, by its name, in their order."""
    before = decoded(cache.kept(_NAME), _Table) or {}
    digests = {name: hashlib.sha256(encoded(each)).digest() for name, each in instruments.items()}
    found = {
        digest: before.get(digest) or tuple(map(sentence, instruments[name].operations))
        for name, digest in digests.items()
    }
    if found.keys() - before.keys():
        cache.keep(_NAME, msgspec.msgpack.encode(found))
    return {name: found[digest] for name, digest in digests.items()}
