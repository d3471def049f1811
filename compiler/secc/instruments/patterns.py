"""The regular expressions of this layer: the lines of an instrument's file, and the tokens of its sentences.

Spaces in a phrase are any run of white space, so that a sentence may run over a line's end. A phrase may begin with a
capital letter. No expression has a repetition within a repetition over the same characters, so none is slow on any
input.
"""

import re

from secc.expressions import expression
from secc.syntax.patterns import NUMBER

# --- The lines of the file ----------------------------------------------------------------------------------------

NAME = r"[0-9]{4}-[0-9]{2}-[0-9]{2}-[a-z0-9][a-z0-9-]*(?<!-)"
# The first line, and what was perhaps meant as one: `Direction 2020-09-17-tmad - Title`.
HEADER = expression(r"(?P<kind>[A-Za-z]+)\s+(?P<name>[^\s:]+)(?P<mark>\s*:|\s+[-\u2013\u2014]|)(?=\s|$)")
INSTRUMENT_NAME = expression(NAME)
ATTRIBUTE = expression(r"(?P<key>[A-Za-z][A-Za-z-]{0,30})\s*:\s*")
NOTE = expression(r"(?P<key>[Nn]otes?)\s*:\s*")
# The number of an operation: 1, 2A, also `1.`.
OPERATION = expression(r"(?P<number>[0-9]{1,4}[A-Z]{0,3})\.?(?=\s|$)\s*")
OPERATION_NUMBER = expression(r"[0-9]{1,4}[A-Z]{0,3}")
NUMBER_PARTS = expression(r"(?P<number>[0-9]+)(?P<letters>[A-Z]*)")
# A number that counts months in the middle of a sentence.
COUNTING = expression(r"[0-9]+\s+(?:day|week|month|year)s?\s")
# A number with which a line of words goes on: no verb follows it.
FIRST_WORD = expression(r"[A-Za-z-]+")
BASELINE_VERSION = expression(r"[0-9]+\.[0-9]+")
BASELINE_DOCUMENT = expression(r"(?P<kind>Section|Schedule|Appendix)\s+(?P<label>[A-Z0-9]{1,12})\s+(?P<digest>\S+)")
DIGEST = expression(r"[a-z0-9]+:[0-9a-z]{6,128}")
# What free words cite, as reports on citations write it: `Appendix AL`; `H`, `H14.31(a)`.
CITED_DOCUMENT = expression(r"(?P<kind>Schedule|Appendix) (?P<label>[A-Z0-9]{1,12})")
CITED_SECTION = expression(r"(?P<letter>[A-Z])(?P<number>[0-9][^ ]*)?")

# --- Words in quotation marks, numbers, days -----------------------------------------------------------------------

# In their order: their place is their number.
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
MONTHS = tuple(_MONTHS.split("|"))
QUOTED = r'"(?:[^"\\]|\\.)*+"|“(?:[^“”\\]|\\.|“[^“”]*+”)*+”'
ESCAPED = expression(r'\\(?P<sign>["\\])')
ISO_DATE = expression(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
LONG_DATE = expression(rf"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{_MONTHS})\s+(?P<year>[0-9]{{4}})")
# A date of the printed form that stands alone, and is no instrument's name.
PRINTED_DATE = expression(r"(?<![\w-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![\w-])")
PRINTED_QUOTED = expression(r'"(?P<words>(?:[^"\\]|\\.)*+)"')
# Operations as `printed_operations` prints them.
PRINTED_OPERATIONS = expression(
    r"paragraphs? (?P<numbers>[0-9]{1,4}[A-Z]{0,3}(?:(?:, | and )[0-9]{1,4}[A-Z]{0,3})*+)"
    rf" of (?P<name>{NAME})(?![a-z0-9-])"
)
PRINTED_NUMBER = expression(r"[0-9]+[A-Z]*")
# A straight quotation mark that opens.
OPENING_MARK = expression(r"(?<![^\s(\[])\"")
BOUND_LETTERS = expression(r"[A-Z]{1,2}(?=[0-9])|[A-Z]{1,3}$")
LABEL_PREFIX = expression(r"(?P<letters>[A-Z]{0,2})[0-9]")
# What stays on one line: a word, short words in quotation marks.
UNBROKEN = expression(r'(?:(?<!\S)"[^" ][^"]{0,40}"|\S)++')
# Where a line may not begin, since it would be a comment or words set out.
LINE_MARK = expression(r">|//")


# --- The tokens of a sentence -------------------------------------------------------------------------------------
# What stands between the brackets of a paragraph's label: 1, 1BA; iv, iiia; a, aa, aA; A, AA; II.
_PAREN = r"(?:[0-9]{1,3}[A-Z]{0,3}|[ivxlc]{1,7}[A-Za-z]?|[a-z]{1,3}[A-Z]{0,2}|[IVXLC]{1,7}|[A-Z]{1,3})"


def _phrase(words: str) -> str:
    """Words with any white space between them, the first with a capital or without; nothing may go on after them."""
    first = words[0]
    start = f"[{first.upper()}{first}]" if first.isalpha() else first
    return start + words[1:].replace(" ", r"\s+") + r"(?![\w-])"


def _any(*phrases: str) -> str:
    return "|".join(_phrase(each) for each in phrases)


def _with_article(*phrases: str) -> str:
    return rf"(?:[Tt]he\s+)?(?:{_any(*phrases)})"


def _verb(*forms: str) -> str:
    """A verb, also as `by …ing`."""
    return rf"(?:[Bb]y\s+)?(?:{_any(*forms)})"


_SET_OUT = (
    "definitions?|words?|text|provisions?|headings?|rows?|[Ss]ub-?[Ss]ections?|[Ss]ections?|[Cc]lauses?|[Pp]aragraphs?"
)
_PLACES_OF_WORDS = "in the (?:first|second|third|fourth|last) place (?:where )?(?:it|they) occurs?"

# In the order in which they are tried: names and dates before numbers, longer phrases before shorter ones.
TOKENS: tuple[tuple[str, str], ...] = (
    ("QUOTED", QUOTED),
    ("NAME", rf"{NAME}(?![\w-])"),
    ("DATE", rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?![\w-])|{LONG_DATE.pattern.replace('?P<', '?P<_')}(?![\w-])"),
    ("PERIOD", r"[0-9]{1,4}\s+(?:day|week|month|year)s?\s+after(?![\w-])"),
    # what stands before words in quotation marks and says nothing more
    ("NOISE", r"(?:[Tt]he\s+)?(?:[Ww]ords?|[Ee]xpressions?|[Pp]hrase)\s+(?=[\"“])"),
    ("FOLLOWING", _phrase(f"the following(?: new|)(?: (?:{_SET_OUT})|)")),
    ("EACH_NEXT", _phrase("in each (?:Appendix|Schedule|Section|[Dd]ocument) when it is next re-?designated")),
    ("WHICH", _any("in (?:each|every) place (?:where )?(?:it|they) occurs?", "wherever (?:it|they) occurs?",
                   _PLACES_OF_WORDS)),
    ("FORM", r"(?:in|In)\s+the\s+form\s+(?:set\s+out\s+)?(?:at|in)\s+[^\s,;\"]*[^\s,;\".]"),
    ("VERSION", r"(?:as\s+)?version\s+[^\s,;\"]*[^\s,;\".]"),
    ("KEEPING", r"(?:but\s+)?keeping\s+(?:the|its|their)\s+numbers?\s+as\s+(?:\[[^\]]{1,40}\]|…)"),
    ("SECOND_PART", _any("the second part to be", "the second part being")),
    ("NO_CHANGE", _phrase("no change to")),
    ("OUTSIDE", _phrase("outside the Code") + r"\s*,?"),
    ("SAVE", _phrase("save")),
    ("FIX", _phrase("fix the (?:date|day) in")),
    ("STATES", _phrase("states the (?:date|day) (?:in|of)")),
    ("AS_IF", _any("as if", "so that it has effect as if", "(?:shall have|has|have) effect as if")),
    ("FOR_IT", _phrase("for it")),
    ("THERE_SUBSTITUTED", _phrase("there (?:were|was) substituted")),
    ("THERE_INSERTED", _phrase("there (?:were|was) inserted")),
    ("WERE_OMITTED", _phrase("(?:were|was) omitted")),
    ("WORDS_FROM", _with_article("words from")),
    ("TO_END", _phrase("to the end")),
    ("TO_BEGINNING", _any("to the beginning", "to the start")),
    ("AT_END", _phrase("at the end")),
    ("AT_BEGINNING", _any("at the beginning", "at the start")),
    ("APPROPRIATE", _any("at the appropriate place", "in the appropriate place", "in alphabetical order")),
    ("EARLIER", _any("the earlier of", "the earliest of")),
    ("LATER", _any("the later of", "the latest of")),
    ("DIRECTED", _phrase("or such later (?:date|day) as (?:is |may be |)directed")),
    ("IF_DECIDED", _phrase("if decided by")),
    ("OTHERWISE", _phrase("otherwise")),
    ("EFFECT", _phrase("the effect of")),
    ("NEVER", _phrase("never")),
    ("OCCURRING", rf"[Ee]vent(?=\s+(?:{QUOTED})\s+occurs(?!\w))"),
    ("EVENT", _with_article("event")),
    ("OCCURS", _phrase("occurs on")),
    ("DIMENSION", _any("regions?", "[Uu]ser [Rr]oles?", "class(?:es)? of [Dd]evices?", "part(?:y|ies)")),
    # verbs
    ("REDESIGNATE", _any("re-designate", "redesignate")),
    ("DESIGNATE", _phrase("designate")),
    ("REVOKE", _phrase("revoke")),
    ("INSERT", _verb("insert", "inserting", "add", "adding", "there (?:shall be|is|are) inserted")),
    ("SUBSTITUTE", _verb("substitute", "substituting", "there (?:shall be|is|are) substituted")),
    ("REPLACE", _verb("replace", "replacing")),
    ("OMIT", _verb("omit", "omitting", "delete", "deleting", "remove", "removing", "leave out")),
    ("AMEND", _phrase("amend")),
    ("MOVE", _phrase("move")),
    ("RENUMBER", _phrase("renumber")),
    ("SPLIT", _phrase("split")),
    ("JOIN", _phrase("join")),
    ("RENAME", _phrase("rename")),
    ("COMMENCE", _phrase("commence")),
    ("CEASE", _phrase("cease")),
    ("EXTEND", _phrase("extend")),
    ("SHORTEN", _phrase("shorten")),
    ("VARY", _phrase("vary")),
    ("CANCEL", _phrase("cancel")),
    ("DISAPPLY", _phrase("disapply")),
    ("SUSPEND", _phrase("suspend")),
    ("RESUME", _phrase("resume")),
    ("DECIDE", _phrase("decide")),
    ("WITHDRAW", _phrase("withdraw")),
    ("READ", _phrase("read")),
    # what leads a place
    ("SECTION", _any("sections?", "SECTIONS?")),
    ("APPENDIX", _phrase("appendi(?:x|ces|xes)")),
    ("SCHEDULE", _phrase("schedules?")),
    ("CLAUSE", _phrase("clauses?")),
    ("PARAGRAPH", _any("paragraphs?", "sub-?paragraphs?")),
    ("ANNEX", _phrase("annex(?:es)?")),
    ("PART", _phrase("parts?")),
    ("DOCUMENT", _phrase("documents?")),
    ("DEFINITION", _with_article("definitions? of")),
    ("OPENING", _with_article("opening words")),
    ("CLOSING", _with_article("closing words")),
    ("SUB_HEADING", _with_article("sub-?heading")),
    ("HEADING", _with_article("heading", "title")),
    ("ROW", _with_article("row beginning")),
    ("COLUMN", _with_article("column")),
    ("TABLE", _with_article("table")),
    # what joins
    ("OF_NAME", rf"[Oo]f\s+(?:{NAME})(?![\w-])"),
    ("OF_THIS", _phrase("of this (?:instrument|designation|direction|modification|release|notice|erratum)")),
    ("FROM", _any("from", "with effect from", "on and from")),
    ("UNTIL", _phrase("until")),
    ("UNDER", _phrase("under")),
    ("FOR", _phrase("for")),
    ("IN", _phrase("in")),
    ("OF", _phrase("of")),
    ("AFTER", _phrase("after")),
    ("BEFORE", _phrase("before")),
    ("WITH", _any("with", "by")),
    ("AS", _phrase("as")),
    ("ON", _phrase("on")),
    ("TO", rf"{_phrase('to')}|[-\u2013]"),
    ("AND", rf"{_phrase('and')}|&"),
    ("LABEL", rf"{NUMBER}(?!\w)|[A-Z]{{1,5}}(?!\w)"),
    ("PAREN", rf"\({_PAREN}\)"),
    ("OPEN", r"\("),
    ("CLOSE", r"\)"),
    ("COMMA", r","),
    ("COLON", r":"),
    ("QUOTE", r'["“]'),
    ("WORD", r"[^\s,\"“]+"),
)  # fmt: skip
TOKEN = expression("|".join(f"(?P<{name}>{pattern})" for name, pattern in TOKENS), re.DOTALL)
# The full stop at the end of a sentence.
FINAL_STOP = expression(r"(?:[.;]|[,;]\s+and)\s*$")
SPACE = expression(r"\s*")
LAST_WORD = expression(r"\S+$")
