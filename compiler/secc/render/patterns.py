"""The regular expressions of what is written for people to read."""

from secc.expressions import expression

ESCAPED = expression(r"[&<>\"']")
"""What has a meaning of its own in HTML."""
