"""The regular expressions of the search."""

from secc.expressions import expression

INLINE = expression(r"</?(?:a|abbr|b|code|dfn|em|i|mi|mn|mrow|msub|small|span|strong|sub|sup)\b[^>]*>")
"""A tag inside a word or between words of one line, or inside a symbol of a formula: it parts nothing."""

PICTURE = expression(r'<img\b[^>]*\balt="([^"]*)"[^>]*>')
"""A picture, with its title."""

TAG = expression(r"<[^>]*>")
"""Any other tag. What came from a source has its angle brackets escaped, in attributes too."""

MARK = expression(r"[\u0300-\u0331]")
"""A combining mark that is left after letters and marks are composed."""

ABBREVIATION = expression(r"(?<![^\W_])(?<!\.)[^\W\d_](?:\.[^\W\d_])++\.?(?!\.?[^\W_])")
"""Single letters with full stops between them, which are one word without: `D.C.C.`, `e.g.`."""

STRAY = expression(r"[._\ue000-\uf8ff](?:(?<=[_\ue000-\uf8ff])|(?<![^\W_]\.)|(?![0-9]))")
"""A full stop that is not in a number; and letters that mean something only in one font, such as bullets.

Which letters it may be stands first: so most of a text is passed over five times as fast.
"""

WORD = expression(r"[^\W_]++(?:\.[0-9][^\W_]*+)*+")
"""Letters and digits; a full stop before a digit does not end a word: `14.31`, `h14.31`."""

RUN = expression(r"[0-9]+|[^0-9]+")
"""Digits, or what is between them."""

LAST_NUMBER = expression(r"^(.*?)([0-9]+)([^0-9]*)$")
"""A text with the last whole number in it."""
