"""The regular expressions of redlines: what Markdown would take for a mark."""

from secc.expressions import expression

# A sign that is a mark wherever it stands; one that is a mark at the start of a line; a number that would begin a list.
SPECIAL = expression(r"[\\`*_\[\]<>~|&]")
AT_LINE_START = expression(r"^(?P<before> {0,3})(?P<sign>[-+#=])(?=\s|$|[#=-])")
LIST_NUMBER = expression(r"^(?P<before> {0,3}\d{1,9})(?P<sign>[.)])(?=\s|$)")
# Backticks beside each other, which a longer run of them encloses.
TICKS = expression(r"`+")
