"""The regular expressions of what is written for people to read."""

from secc.expressions import expression

ESCAPED = expression(r"[&<>\"'\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""What has a meaning of its own in HTML, or must not stand in it: control characters."""
TAG = expression(r"<(?=[A-Za-z/!?])")
"""What may begin an element, a comment or the like."""
CONTROL_IN_JSON = expression(r"(?<!\\)(?P<before>(?:\\\\)*)\\(?:b|u(?P<code>00[01][0-9a-f]))")
"""A control character in JSON, and the backslashes in words that stand before it."""
