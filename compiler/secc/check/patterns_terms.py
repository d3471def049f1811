"""The regular expressions of the rules about defined terms; none has a repetition within a repetition."""

import re

# A word, with what joins two into one.
WORD = re.compile(r"[a-z0-9](?:[\w'&/-]*[\w])?")
