"""The regular expressions of this layer."""

from secc.expressions import expression

STRAIGHT = expression(r"[\"']+")
"""Straight quotation marks side by side."""
