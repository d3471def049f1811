"""The regular expressions of this layer, each used at one place in a line; none has a repetition within a repetition
over the same characters, so none can be slow on any input.
"""

import re

from secc.expressions import expression

# A clause's or sub-section's number at the margin: H14, H14.36A, 4.26, 2.5.6, 36AA, A7.
NUMBER = r"[A-Z]{0,2}[0-9]{1,6}[A-Z]{0,3}(?:\.[0-9]{1,6}[A-Z]{0,3}){0,8}"
CLAUSE = expression(rf"(?P<label>{NUMBER})(?=\s|$)")
# What was perhaps meant as one: `H14.31.`, `4.26:`, `H14.31The`.
NEAR_CLAUSE = expression(
    r"(?P<written>(?P<label>(?:[A-Z]{1,2}[0-9]{1,6}|[0-9]{1,6}(?=\.[0-9]))[A-Z]{0,3}(?:\.[0-9]{1,6}[A-Z]{0,3}){0,8})"
    r"(?:[.:)](?=\s)|(?=[A-Z][a-z])))"
)
# `H14. 31 The`; `h14.36a The`, `H14.36a The`; `Section H14.31 The DCC shall`.
SPACED_CLAUSE = expression(r"[A-Z]{1,2}[0-9]{1,6}(?:\.[ \t]+|[ \t]+\.[ \t]*)[0-9]{1,6}[A-Z]{0,3}(?=\s+[A-Z])")
SMALL_CLAUSE = expression(r"[A-Za-z]{0,2}[0-9]{1,6}[A-Za-z]{0,3}(?:\.[0-9]{1,6}[A-Za-z]{0,3}){1,8}(?=\s+[A-Z\[]|\s*$)")
_OPENER = r"\s+(?=(?:The|Each|Where|When|If|In|An?|Subject|No|Any|This|For|Without|Nothing)\s)"
OPENED_CLAUSE = expression(rf"(?P<label>{NUMBER}){_OPENER}")
NAMED_CLAUSE = expression(
    rf"(?P<written>(?:Section|Clause|Paragraph|SECTION|CLAUSE)\s+(?P<label>{NUMBER}))[.:]?{_OPENER}"
)
# How a sentence begins after a clause's number.
SENTENCE = expression(r"$|\s+(?:[A-Z\[(“\"*]|…)")

# The number and the title of `# H14 Testing Services`.
SUB_SECTION = expression(rf"#\s+(?P<label>{NUMBER})(?:\s+|$)")
HEADING = expression(r"(?P<marks>#{1,6})(?:\s+|$)")
NEAR_HEADING = expression(r"#{1,6}(?=\w)")

# (a), (aa), (iv), (A), (1), (1BA), (iiia): what stands between the brackets.
_BRACKETED = (
    r"[0-9]{1,3}[A-Z]{0,3}|[ivxlc]{1,7}[A-Za-z]?|[a-z]{1,2}[A-Z]{0,2}|aaa|bbb|ccc|ddd|eee|fff|[IVXLC]{1,7}|[A-Z]{1,2}"
)
PARAGRAPH = expression(rf"(?P<written>\((?:{_BRACKETED})\)|(?:[a-z]|aa|bb|[ivx]{{2,5}})\.)(?=\s|$)")
# A label with no space after it: `(b)the`; not `(s)he`, `(a)(i)`.
NEAR_PARAGRAPH = expression(rf"(?P<written>\((?P<label>{_BRACKETED})\))(?=\w)")
# Two labels on one line: `(a)(i) the`.
TWO_LABELS = expression(rf"(?P<written>\((?P<label>{_BRACKETED})\)\s?\((?P<second>{_BRACKETED})\))(?=\s+[A-Za-z])")
# How a word processor labels and marks what it numbers itself: `a)`, `( a )`; `•`, `–`, `o`.
OTHER_LABEL = expression(
    r"(?P<written>(?P<half>[a-z]|[ivx]{2,5}|[0-9]{1,2})\)|\(\s+(?P<apart>[a-z]|[ivx]{2,5}|[0-9]{1,2})\s*\)"
    r"|\((?P<behind>[a-z]|[ivx]{2,5}|[0-9]{1,2})\s+\))(?=\s)"
)
OTHER_BULLET = expression(
    "[\u2022\u00b7\u25aa\u25ab\u25cf\u25cb\u25e6\u25a0\u2023\u2043\u2219\uf0b7](?=\\s|\\w)|[\u2013\u2014o](?=\\s)"
)
# Cells that tabs or bars part, in words.
TABBED = expression(r"\S *\t\s*\S")
BARRED = expression(r"[^$`|\\]{1,200}\S[ ]\|[ ][^$`]*$")
# A backslash that keeps the line from being read as a label or keyword; one before punctuation is for `inline`.
# LaTeX has commands of letters only, so that `\alpha` at the start of a line is left alone.
PLAIN_START = expression(
    r"\\(?=[A-Z]{0,2}[0-9]|(?:[A-Za-z]|[ivxlc]{2,7}|[IVXLC]{2,7}|aa|bb)\.(?:\s|$)"
    r"|(?i:define|note|table|attachment|annex|part|document|section|schedule|appendix)(?:[\s:]|$)"
    r"|(?:[a-z]|[ivx]{2,5})\)\s|[a-z]{1,2}[0-9]{1,6}[A-Za-z]{0,3}\.[0-9]|(?:Clause|CLAUSE|Paragraph)\s"
    r"|(?i:notes|ntoe|noet|tables|tabel|talbe|tabl|attachments|attachement|atachment|annexe)(?:\s|:)"
    r"|(?i:defien|defin|deifne|dfine|defines|defined|definition)[\s:]"
    "|[\u2022\u00b7\u25aa\u25ab\u25cf\u25cb\u25e6\u25a0\u2023\u2043\u2219\uf0b7]|[\u2013\u2014o]\\s)"
)

# The parts of a label, without its brackets: 12A; iv, aa, b; the capital letters of an insertion.
LABEL_PARTS = expression(
    r"(?:(?P<number>[0-9]{1,6})|(?P<letters>[a-z]{1,7}|[A-Z]{1,7}))(?P<suffix>(?<![A-Z])[A-Z]{1,3})?"
)

# The first line of a file.
HEADER = expression(r"(?P<keyword>section|schedule|appendix)\s+(?P<label>[A-Za-z0-9]{1,12})\s*:\s*")
DIVISION = expression(r"(?P<keyword>annex|part)\s+(?P<label>[A-Za-z0-9]{1,12})\s*:\s*|(?P<document>document)\s*:\s*")
# What was perhaps meant as one: `Section H: …`, `section H - …`; `known as: …`.
NEAR_HEADER = expression(
    r"(?P<keyword>(?i:section|schedule|appendix))\s+(?P<label>[A-Za-z0-9]{1,12})(?:\s*[:;.]|\s+[-\u2013\u2014])(?:\s+|$)"
)
NEAR_ATTRIBUTE = expression(r"(?P<written>(?i:known[ _-]?as|units?|meanings?|numbering))\s*:")
ATTRIBUTE = expression(r"(?P<key>[a-z][a-z-]{0,30})\s*:\s*(?P<value>\S.*)")

# Keywords that begin a block.
CAPITALS = expression(
    r"(?P<written>(?:ANNEX|Annex|PART|Part)(?=\s+[A-Za-z0-9]{1,12}\s*:)|(?:DOCUMENT|Document)(?=\s*:))"
)
# What was perhaps meant as one: `Note :`, `tabel:`, `defien "Device"`, `define: "Device"`, `Annexe A:`.
NEAR_KEYWORD = expression(
    r"(?P<written>(?i:(?P<note>notes?|ntoe|noet)|(?P<table>tables?|tabel|talbe|tabl)"
    r"|(?P<attachment>attachments?|attachement|atachment))\s*:"
    r"|(?P<define>(?i:define|defien|defin|deifne|dfine|defines|defined|definition))\s*:?(?=\s*[\"“])"
    r"|(?P<annex>(?i:annexe))(?=\s+[A-Za-z0-9]{1,12}\s*:))"
)
# A definition without its keyword.
MEANING = expression(
    r"[\"“][^\"“”]{1,120}[\"”](?:,? (?:or|and) [\"“][^\"“”]{1,120}[\"”])?,? "
    r"(?:means\b|has the meaning|shall have the meaning|shall mean\b)"
)
KEYWORD = expression(r"(?P<define>define)(?=\s|$)|(?P<keyword>note|table|attachment)\s*:")
ATTACHMENT = expression(r'attachment\s*:\s*(?P<path>[^\s"“]+)\s*(?:["“”](?P<title>[^"“”]*)["“”])?$')
FOOTNOTE = expression(r"\[\^(?P<label>[A-Za-z0-9-]{1,20})\]:")
FIGURE = expression(r"!\[(?P<alt>[^\]\n]*)\]\((?P<path>[^()\s]+)\)$")
FENCE = expression(r"```\s*(?P<language>[A-Za-z0-9_+-]{0,20})$")
SUPPRESSION = expression(
    r"//\s*allow\s+(?P<rule>[a-z][a-z0-9-]*)(?:\s+until\s+(?P<until>[0-9][^\s:]{0,20}))?\s*(?::\s*(?P<reason>\S.*)?)?$"
)
UNTIL = expression(r"//\s*allow\s+(?:[a-z]+-[a-z-]*[a-z]|placeholder)\s+until\b")
CONFLICT = expression(r"//\s*conflict\s+[0-9]+\s*:")
NEAR_SUPPRESSION = expression(r"//\s*allow\s+(?:[a-z]+-[a-z-]*[a-z]|placeholder)\s+[^\s:]")

# A cell ends at a bar that no backslash makes plain; a rule has only dashes and colons, two at least: `-` is a word.
BAR = expression(r"(?<!\\)\|")
RULE_CELL = expression(r":?-{2,}:?|:-:?|-:")

# Letters that show nothing, or turn the order of what is shown: refused.
HIDDEN = expression(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164"
    "\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d159\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
# Control characters other than line end and tab.
CONTROL = expression("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
INDENT = expression(r"\s*")

# Words with marks in them (`inline`). What is not as it will be read: white space other than a space, curly quotes.
_UNEVEN = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000“”„‟‘’‚‛"
UNEVEN = expression(f"[\n{_UNEVEN}]")
# The same but for line ends, and whatever could begin a mark: a line without any of these is its own text.
UNUSUAL = expression(rf"[{_UNEVEN}\\*`$\[]")
MARKED = expression(r"[\\*`$]|\[\^|\]\(")
SPACES = expression(r" {2,}")

# What stands at one place in a line, tried in this order; `words` is what is read of it.
PLAIN = expression(r"(?P<words>[^\\*`$\[\]]+)")
ESCAPED = expression(r"\\(?P<words>[!-/:-@\[-`{-~])")
# Nothing but a formula touches both its dollars, and no figure follows it: not `$5 to $6`, `$5-$6`.
SYMBOLS = expression(r"\$(?! )(?P<words>(?:[^$\\]|\\.)++)(?<! )\$(?![0-9])")
# A row of stars stands for words left out; it is no emphasis.
STARS = expression(r"(?P<words>\*{4,})")
FOOTNOTE_CALL = expression(r"\[\^(?P<words>[A-Za-z0-9-]{1,20})\]")
CHARACTER = expression(r"(?P<words>.)", re.DOTALL)
# The addresses that a link may lead to, and how one begins after the words of the link.
HREF = expression(r"(?:https?://|mailto:)[^\s<>\"`\\\x00-\x1f\x7f]+", re.IGNORECASE)
HREF_START = expression(r"\( ?<?(?:https?://|mailto:)", re.IGNORECASE)
# What would be read as a mark, or as something else, if it were printed as it is.
RISKY = expression(r"[\\*`$\[\]]")

# The tokens of a formula.
FORMULA_TOKEN = expression(
    r"""
    (?P<space>[ \t\n]+)
    | (?P<limit>\\(?:begin|end)[ ]*\{[A-Za-z]{1,20}\*?\})
    | (?P<words>\\(?:text|textrm)[ ]*\{(?P<said>[^{}]*)\})
    | (?P<command>\\(?:[A-Za-z]+|[^A-Za-z]))
    | (?P<number>[0-9]+(?:\.[0-9]+)?)
    | (?P<letter>[A-Za-z])
    | (?P<character>.)
    """,
    re.VERBOSE | re.DOTALL,
)
# The words of \text{…}, with the characters that LaTeX would read as more than themselves behind a backslash.
FORMULA_WORDS = expression(r"(?:[^\\{}$&#%~^_\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]|\\[%$&#_])*+")
