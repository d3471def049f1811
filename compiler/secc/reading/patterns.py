"""The regular expressions of this layer; none has a repetition within a repetition over the same characters."""

import re

from secc.expressions import expression

# A word that may lead a citation. Its case is not reliable ("section X3 of the SEC").
LEAD = (
    r"(?:(?:[Ss]ub-?)?(?:[Ss]ection|[Cc]lause|[Pp]aragraph)s?|SECTIONS?|CLAUSES?|[Pp]aras?\b\.?"
    r"|[Cc]onditions?|CONDITIONS?|SLCs?|[Rr]egulations?|[Aa]rticles?|[Rr]ules?|[Cc]hapters?|CHAPTER|[Pp]arts?|PART"
    r"|[Aa]ppendi(?:x|ces|xes)|APPENDI(?:X|CES)|[Aa]nnex(?:es)?|ANNEX(?:ES)?|[Ss]chedules?|SCHEDULES?"
    r"|[Qq]uestions?|[Tt]ables?|[Ff]igures?|[Oo]bjectives?|[Oo]bservations?"
    r"|[Rr]egs?\.|[Aa]rts?\.|[Ss]chs?\.|Pts?\.)"
)

# --- Layout ------------------------------------------------------------------------------------------------------

# Addresses of the web and of mail: no prose.
ADDRESS = expression(r"(?:https?://|www\.)[^\s<>]+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+")
# The number of a footnote, raised; other tags that stand inside a line; any tag.
FOOTNOTE_MARK = expression(r"<sup>\s*[0-9*]{1,3}\s*</sup>")
INLINE_TAG = expression(r"</?(?:b|i|u|em|strong|sup|sub|span|a)(?:\s[^<>]*)?>")
TAG = expression(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>")
EMPHASIS = expression(r"[*`]|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)")
# A line that begins something: a bullet, a number and a full stop, a heading, the row of a table, a label of its own.
LINE_BEGINS = expression(
    r"\s*(?:[•●▪◦·✓]|[-–]\s|[0-9]{1,3}[.)]\s|#{1,6}\s|\||>"
    r"|(?:Annex|Appendix|Chapter|Part|Question|Table|Figure)\s+[A-Z0-9]{1,3}\s?:)"
)
# A label in brackets at the start of a line, which begins an item where the line before it ends one.
LINE_LABEL = expression(r"\s*\([A-Za-z0-9]{1,4}\)\s")
# The end of a sentence or of an item of a list, and what may be a line in the middle of a sentence.
SENTENCE_ENDS = expression(r"[.:;!?](?:[”’\"')]{0,2})\s*\Z")
ITEM_ENDS = expression(r"(?:[.:;,]|\b(?:and|or))\s*\Z")
UNFINISHED = expression(rf"(?:,|\b(?:of|the|an?|and|or|in|to|under|with|by|at|for|from|as|{LEAD}))\s*\Z")
GOES_ON = expression(r"\s*(?:[a-z(]|[0-9]{1,3}[,. ](?![0-9]{1,3}\.?\s+[A-Z]))")
# A numbered heading of the letter itself, with or without the marks of one.
NUMBERED_HEADING = expression(
    r"\s*+(?P<marks>#{0,6})\s*+(?:Chapter\s+)?(?P<number>[0-9]{1,2}(?:\.[0-9]{1,2}){0,2})[.:]?\s+[A-Z][^.;:_|]{2,160}?\s*\Z"
)

# A word that makes a sentence of a line, which then is no heading.
SENTENCE_WORD = expression(
    r"\b(?:[Ww]e|[Ii]t|I|[Tt]hat|[Tt]his|[Tt]hese|has|have|is|are|was|were|will|would|shall|should|may|which)\b"
)
# A number at the start of a line of the letter: its own paragraph 4.7.
OWN_NUMBER = expression(
    r"^[ \t•-]{0,4}(?P<number>[0-9]{1,2}\.[0-9]{1,2}(?:\.[0-9]{1,2})?)\.?[ \t]+[A-Z‘“\"']", re.MULTILINE
)

# --- Paragraphs ---------------------------------------------------------------------------------------------------

_MONTHS = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
# What stands before the words of a paragraph: the marks of a heading, a bullet, its own number or label. A bare number
# needs a bullet before it, and no month behind it.
PARAGRAPH_MARKS = expression(
    rf"\s*+(?P<marks>#{{1,6}}\s+|>\s+|\|\s*)?(?P<bullet>[-–•●▪◦·✓]\s+)?"
    rf"(?:(?P<label>[0-9]{{1,3}}(?:\.[0-9]{{1,3}}){{0,3}}[.):]|[0-9]{{1,3}}(?:\.[0-9]{{1,3}}){{1,3}}"
    rf"|(?(bullet)[0-9]{{1,3}}|(?!))|(?(marks)[0-9]{{1,3}}|(?!))"
    rf"|\((?:[a-z]{{1,2}}|[ivx]{{1,5}}|[0-9]{{1,2}}|[A-Z])\)|(?:[a-z]|[ivx]{{2,5}})[.)]|Q(?:uestion\s)?[0-9]{{1,3}}[.:]?"
    rf"|(?:Annex|Appendix|Chapter|Part)\s+[A-Z0-9]{{1,2}}\s?:)(?=\s|\Z)(?!\s+{_MONTHS}\b)\s*)?"
)
# What a line of a table of contents has: the dots that lead to the page.
LEADERS = expression(r"\.{4,}\s*(?P<page>[0-9]{1,3})?|(?:\.\s){4,}")
# A whole line in bold letters.
BOLD_LINE = expression(r"\s*(?:\*\*[^*\n]{1,200}\*\*|<b>[^<\n]{1,200}</b>)\s*\Z")
# The number of a footnote at the head of the footnote itself.
FOOTNOTE_HEAD = expression(r"\s*<sup>\s*[0-9]{1,3}\s*</sup>|[ \t]*[0-9]{1,3}\s{1,6}(?=https?://|www\.)")
# A row of a table: bars, tabs, or the tags of one.
ROW = expression(r"\s*\||[^\n]{0,2000}?(?:\t|<t[dhr]\b)")
# A line that is a question of a consultation.
QUESTION_LINE = expression(r"\s*Q(?:uestion\s)?[0-9]{1,3}[.:]?\s")

# --- Numbered sections --------------------------------------------------------------------------------------------

# A number at the head of a line, in bold or with the marks of a heading or not: "**5.1.** ", "## 8.4 ", "16. ".
DOTTED_HEAD = expression(
    r"\s{0,3}(?:#{1,6}\s+)?(?:(?P<bold>\*\*)(?=[0-9])|(?=[0-9]{1,3}\.[0-9]))(?P<number>[0-9]{1,3}(?:\.[0-9]{1,3}){0,4})\.?(?P<closed>\*\*)?\.?\s+"
)
# An entry of a numbered list of Markdown.
LIST_ENTRY = expression(r"(?P<indent>\s*)(?P<number>[0-9]{1,3})\.\s+")
# The title with which a section begins: in bold, in a tag, or up to the first full stop.
TITLE_AT_HEAD = expression(
    r"(?:<span class=\"header[^<>]*>([^<>]{1,160})</span>|\*\*([^*\n]{1,160})\*\*"
    r"|([A-Z][^.*<>\n]{0,100})(?:\*\*)?\.(?:\s|\Z))"
)
# Tags and marks of emphasis.
MARKS = expression(r"<[^<>]*>|\*\*|__")

# --- Pictures ----------------------------------------------------------------------------------------------------

# What a document type of SVG is called, and where it is, as programs that draw write it.
TYPE_NAME = expression(r"-//W3C//DTD SVG [\w .]+//EN")
TYPE_PLACE = expression(r"https?://www\.w3\.org/[\w./-]+")
# What stands for other characters, but for what is so in every XML.
ENTITY = expression(r"&(?!#|(?:amp|lt|gt|quot|apos);)")
