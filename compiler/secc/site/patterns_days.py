"""The regular expressions of pages on any day."""

from secc.expressions import expression

LINK = expression(r' (href|src)="([~^])/([^"]*)"')
"""A link whose beginning is to be filled in; everything that came from a source has its quotation marks escaped."""

ANCHOR = expression(r"</?a\b[^>]*>")
"""Where a link begins or ends: the words are the same without."""

IDENTIFIER = expression(r' id="([^"]*)"')
"""The `id` of an element."""

OF_A_DAY = expression(r"(?:^|/)\d{4}-\d\d-\d\d/$")
"""The address of a page that is of a day."""

USED_AT_ONCE = expression(r' from "\./([^"]+\.js)"')
"""A script that another uses from its beginning on."""
