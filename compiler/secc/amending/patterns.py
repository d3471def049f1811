"""The regular expressions of this layer."""

import re

LINE_BREAK_WITHIN = re.compile(r"[ \t]*\n[ \t>]*")
"""Where a sentence runs on to the next line, which may stand in a quotation."""

TRAILING_NUMBER = re.compile(r"(?P<stem>.*?)(?P<number>[0-9]+)(?P<letters>[A-Z]*)")
"""A number that counts on: `H14.5`, `4.26`, `H14.36A`."""

QUOTED_NAME = re.compile(r'"([^"]+)"')
"""A name in quotation marks."""

BAR = re.compile(r"(?<!\\)\|")
"""What ends a table's cell."""

NUMBER_OR_WORDS = re.compile(r"[0-9]+|[^0-9]+")
"""The parts of a label by which it is put in order."""
