"""The digest by which what is kept of a check is found."""

import hashlib

import msgspec

_encode = msgspec.msgpack.Encoder().encode


def digest_of(said: object) -> bytes:
    """The digest of anything that can be written down."""
    return hashlib.sha256(_encode(said)).digest()[:16]
