"""The regular expressions of what is written for people to read."""

from secc.expressions import expression

ESCAPED = expression(r"[&<>\"']")
"""What has a meaning of its own in HTML."""
TAG = expression(r"<(?=[A-Za-z/!?])")
"""What may begin an element, a comment or the like."""
