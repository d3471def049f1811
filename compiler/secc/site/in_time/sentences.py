"""The operations of instruments in words, kept between builds: they are many, and few are another than they were."""

import hashlib
from collections.abc import Mapping, Sequence

import msgspec
from msgspec import Struct

from secc.code.load import DocumentCache
from secc.instruments.model import Instrument
from secc.instruments.printing import sentence
from secc.site.in_time.for_readers import named_in
from secc.site.in_time.kept import decoded
from secc.site.noted import encoded

_NAME = "sentences"


class InWords(Struct, frozen=True, array_like=True):
    """The operations of an instrument in words, in their order, and the instruments that may be named in them."""

    words: Sequence[str]
    named: Sequence[str]


_Table = dict[bytes, InWords]
"""Those of each instrument, by its digest."""


def sentences(instruments: Mapping[str, Instrument], cache: DocumentCache) -> Mapping[str, InWords]:
    """Those of each instrument, by its name."""
    before = decoded(cache.kept(_NAME), _Table) or {}
    digests = {name: hashlib.sha256(encoded(each)).digest() for name, each in instruments.items()}
    found = {digest: before.get(digest) or _in_words(instruments[name]) for name, digest in digests.items()}
    if found.keys() - before.keys():
        cache.keep(_NAME, msgspec.msgpack.encode(found))
    return {name: found[digest] for name, digest in digests.items()}


def _in_words(instrument: Instrument) -> InWords:
    words = tuple(map(sentence, instrument.operations))
    return InWords(words, named_in(words))
