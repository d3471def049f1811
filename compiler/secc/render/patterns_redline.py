"""The regular expressions of redlines: what Markdown would take for a mark."""

import re

from secc.expressions import expression

# A sign that is a mark wherever it stands; one that is a mark at the start of a line; a number that would begin a list.
SPECIAL = expression(r"[\\`*_\[\]<>~|&$]")
AT_LINE_START = expression(r"^(?P<before> {0,3})(?P<sign>[-+#=](?=\s|$|[#=-])|/)")
LIST_NUMBER = expression(r"^(?P<before> {0,3}\d{1,9})(?P<sign>[.)])(?=\s|$)")
# What a forge takes for a person, or for an issue or change, of whom or which it then tells: @name, #12, !12, GH-12.
CALLS = expression(r"(?<![^\W_])@|[#!](?=\d|$)|\bGH-(?=\d|$)", re.IGNORECASE)
# Backticks beside each other, which a longer run of them encloses.
TICKS = expression(r"`+")
