"""The regular expressions of the files that every page uses."""

import re

from secc.expressions import expression

USED_AT_ONCE = expression(r' from "\./([^"]+\.js)"')
"""A script that another uses from its beginning on."""

UNREAD_IN_SCRIPT = expression(r"^[ \t]*(?://.*)?\n|^[ \t]+", re.MULTILINE)
"""What a browser makes nothing of in a script: lines that say something to people alone, and how lines are set in."""

UNREAD_IN_STYLE = expression(r"\s*/\*.*?\*/|^\s+", re.MULTILINE | re.DOTALL)
"""The same in a style sheet."""
