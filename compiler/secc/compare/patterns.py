"""The regular expressions of the comparison: what counts as one word."""

import re

_BRACKET = r"\((?:[0-9]{1,3}[A-Z]{0,2}|[ivxl]{1,6}|[a-z]{1,2}[A-Z]{0,2}|[A-Z]{1,2})\)"
_JOINED = r"(?:['’\u2010\u2011-]\w++)*+"

# A word: one in small letters, which is found sooner so; a provision's number with its paragraphs (H14.36A,
# H14.3(b)(ii), 4.26), an amount or a percentage, a word with the hyphens and apostrophes in it; a paragraph's label
# alone; any other sign.
WORD = re.compile(
    rf"[a-z]++(?![\w'’\u2010\u2011-])"
    rf"|[£$€]?[0-9][0-9,]*(?<!,)(?:\.[0-9]++)*+[A-Z]{{0,2}}(?:%|(?![\w'’-]){_BRACKET}(?:{_BRACKET}){{0,5}}+)?(?!\w)"
    rf"|[A-Z]{{1,2}}[0-9]++(?:\.[0-9]++)*+[A-Z]{{0,2}}(?:{_BRACKET}){{0,6}}+(?!\w)"
    rf"|\w++{_JOINED}|{_BRACKET}|[^\w\s]"
)
# The same, to cut a text at its words and keep them.
WORDS_APART = re.compile(f"({WORD.pattern})")
# The number of a provision, as a word: what may change only because a provision was renumbered.
NUMBER = re.compile(rf"(?:[A-Z]{{1,2}})?[0-9]++(?:\.[0-9]++)*+[A-Z]{{0,2}}(?:{_BRACKET}){{0,6}}+|(?:{_BRACKET})++")
# The steps of such a number: H14.3, (b), (ii).
LABEL = re.compile(rf"[A-Z0-9.]++|{_BRACKET}")
