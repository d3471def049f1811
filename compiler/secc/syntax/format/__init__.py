"""Settles the layout of a file: what it says, and the lines in which it says it, stay as they are."""

from secc.syntax.format.spacing import formatted

__all__ = ["formatted"]
