"""The regular expressions of pages on any day."""

from secc.expressions import expression

LINK = expression(r' (href|src)="([~^])/([^"]*)"')
"""A link whose beginning is to be filled in; everything that came from a source has its quotation marks escaped."""

ANCHOR = expression(r"</?a\b[^>]*>")
"""Where a link begins or ends: the words are the same without."""

IDENTIFIER = expression(r' id="([^"]*)"')
"""The `id` of an element."""

OF_A_DAY = expression(r"(?:^|/)[0-9]{4}-[0-9]{2}-[0-9]{2}/$")
"""The end of the address of a page of a day: `H14/2016-11-10/`, `as-at/2016-11-10/`."""
