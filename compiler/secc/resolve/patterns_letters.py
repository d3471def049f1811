"""The regular expressions that read letters; see `patterns`."""

import re

from secc.expressions import expression

# --- Letters: names that a letter gives to documents --------------------------------------------------------------

# An abbreviation behind what it stands for: (TMAD), (the "DCC Licence"), (“EIR”), (SMETS1 TMAD), (the 'Act').
ABBREVIATED = expression(
    r"\s*\((?:(?:referred\s+to\s+as|known\s+as|hereafter|or)\s+)?(?:the\s+)?"
    r"(?:[\"“‘'](?P<quoted>[A-Z][\w&’ -]{1,60}?)[\"”’']|(?P<plain>[A-Z0-9][\w&-]*+(?:\s[A-Z0-9][\w&-]*+){0,3}))\)"
)
# The same inside brackets that begin with a title: "Appendix AL (SMETS1 Transition …, the "TMAD")".
QUOTED_NAME = expression(r"(?:the\s+)?[\"“‘'](?P<name>[A-Z][\w&’ -]{1,60}?)[\"”’']")
# What stands between an Appendix and the title that follows it, and between a title and the Appendix that it is.
BEFORE_TITLE = expression(r"\s*(?:[-–—:,]\s*|\(\s*|[‘'\"“])?(?:the\s+)?")
AFTER_TITLE = expression(
    r"[”’\"']?\)?,?\s*+(?:\(|[-–—:]\s*"
    r"|(?:(?:is|are|was|were|being|be|been|hereby|previously|first|now|re-?designated|designated|incorporated|published"
    r"|set|out|and|into|in|the|SEC|known|forming)\s++){0,9}(?:as|in|at|is|becomes?)\s+(?:the\s+)?)\Z"
)
# Abbreviated words inside a title: "SMETS1 Service Provider Key Management (S1SPKM) Compliance Policy".
INSIDE_TITLE = expression(r"\s*\((?!E[CU]\))(?P<short>[A-Z][A-Z0-9&]{1,12})\)\s*")

# --- Letters: what is the letter's own ----------------------------------------------------------------------------

# A citation of the letter itself: Annex A of this direction; paragraph 12 above.
OF_THIS_LETTER = expression(
    r"\s+(?:of|to|in|at|within)\s+(?:this|our)\s+(?:\w+\s+)?(?:document|letter|direction|consultation|response|report|paper|notice)\b"
    r"|\s+(?:above|below|overleaf)\b"
)
OF_THE_CODE = expression(r"\s+of\s+(?:the|this)\s+(?:SEC|Code|Smart\s+Energy\s+Code)\b(?!\s+[A-Z])")
# A label of the letter's own parts, where the part itself begins: its heading, its entry in the contents.
OWN_LABEL_BEFORE = expression(r"(?:\A|[\n\x00])[#>|\s\x00]*\Z")
OWN_LABEL_AFTER = expression(r"\s*(?:[:|]|[-–—]\s|\.{3,}|[\n\x00]|\Z)")
# The bare number A4 of a sheet of paper.
PAPER_SIZE = expression(r"\s+(?:paper|size|sheet|page)")
# The last word of an Act or Regulations, whether or not a year follows.
LEGISLATION = expression(r"\b(?:Act|Regulations)\b")
# --- Letters: tables of the Code's provisions ---------------------------------------------------------------------

# A tag of a table, and the words between the tags of a cell.
TABLE_TAG = expression(r"<(?P<end>/?)(?P<tag>table|tr|t[hd])\b[^<>]*>")
CELL_WORDS = expression(r"<[^<>]*>|(?P<words>[^<>\n|]+)")
# The head of a column of provisions, and a cell of one that is only letters and numbers.
PROVISIONS_HEAD = expression(
    r"(?:SEC\s+)?(?:Sections?|Provisions?|Clauses?)(?:\s*(?:/|and|or)\s*\w+)?(?:\s+of\s+(?:the\s+)?SEC)?"
)
_IN_CELL = r"[A-PTXZ](?:[1-9][0-9A-Z.]{0,8})?"
PROVISIONS_CELL = expression(rf"{_IN_CELL}(?:(?:,\s?|\sand\s|\s?[&–-]\s?)(?:{_IN_CELL}|[1-9][0-9A-Z.]{{0,8}})){{0,12}}")
# The same in text without marks of a table: the line of its heads, and a line that begins with a Section's letter.
PROVISIONS_HEADS = expression(
    r"^[ \t]*(?:SEC\s+)?Sections?[ \t]+(?:Content|Summary|Description|Amendment|Change|Effect|Detail|Text)\w*[ \t]*$",
    re.MULTILINE,
)
PROVISIONS_LINE = expression(r"[ \t]*(?P<cell>[A-PTXZ](?:[1-9][0-9]?[A-Z]?)?)[ \t]+(?=[A-Z•“‘\"'])")
