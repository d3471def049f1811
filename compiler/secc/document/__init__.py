"""The display form of documents, and how it is made from the resolved Code."""

from secc.document.from_resolved import from_resolved

__all__ = ["from_resolved"]
