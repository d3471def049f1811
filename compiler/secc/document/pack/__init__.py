"""A pack: all that is to be sent out about an instrument, worked out from it and from the text that it changes."""

from secc.document.pack.making import Asked, pack
from secc.document.pack.model import Pack
from secc.document.pack.questions import Opinions

__all__ = ["Asked", "Opinions", "Pack", "pack"]
