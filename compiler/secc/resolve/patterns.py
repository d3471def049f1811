"""The regular expressions of this layer.

Spaces inside a citation are any run of white space, so that one may run over a line's end. No expression has a
repetition within a repetition over the same characters, and every repeated group is bounded, so none is slow on any
input.
"""

import re
from collections.abc import Iterable

from secc.expressions import Expression, expression
from secc.reading.patterns import LEAD

# --- Citations: the parts of an expression ------------------------------------------------------------------------

# What "this" and "that" may stand before, in a citation without a number. Words of general use need a capital, or
# "licence" before them.
_POINTED = (
    r"(?:(?:[Ss]ub-?)?(?:[Ss]ection|[Cc]lause|[Pp]aragraph)s?|[Cc]hapters?|[Aa]ppendi(?:x|ces|xes)|[Aa]nnex(?:es)?"
    r"|[Ss]chedules?|Conditions?|[Ll]icen[cs]e\s+[Cc]onditions?|Regulations?|[Aa]rticles?|Rules?|Parts?"
    r"|Code|Agreement|Licence|Act|Order)\b"
)
_POINTER = r"(?:[Tt]h(?:is|at|ese|ose)|[Pp]receding|[Pp]revious|[Ff]oregoing|[Ff]ollowing|[Nn]ext)"

# What may follow a label that is complete: not a letter or figure, nor the "+" or "&" of an abbreviation (L+G, R&D),
# nor an apostrophe unless of a possessive.
_ENDED = r"(?![\w+]|&\w|\.[0-9]|['’](?!s\b)\w)"
# What stands in brackets: 1, 1BA; iv, iiia; a, aa, aA; A, AA; II.
_PAREN = r"\((?:[0-9]{1,3}[A-Z]{0,3}|[ivxlc]{1,7}[A-Za-z]?|[a-z]{1,2}[A-Z]{0,2}|[A-Z]|[IVX]{2,5}|AA|BB|CC|DD)\)"
_YEAR = r"(?:1[789]|20)[0-9][0-9]"
# The dotted part of a number: .31, .36A. It may have as many figures as a clause's number, since one that has more than
# any clause (H1.1099) is a reference too, to nothing.
_STEP = r"\.[0-9]{1,6}[A-Z]{0,3}(?![0-9])"
# What is written for a part of a number: 1, 36A, and by a slip 1a, 1O1, 31The.
_WRITTEN = r"[0-9][0-9A-Za-z]{0,25}"
_MAIN = rf"[A-Z](?:[1-9][0-9]?[A-Z]{{0,2}}|{_WRITTEN}(?:\.{_WRITTEN}){{1,5}})"
_NUMBER = r"[0-9]{1,4}[A-Z]{0,3}"
# A number with points in it, other than a date: 31.12.2016.
_DOTTED = rf"(?![0-9]{{1,2}}\.[0-9]{{1,2}}\.{_YEAR}(?![0-9])){_NUMBER}(?:{_STEP}){{1,5}}"
_LETTER = r"(?:[IVX]{3,5}|[A-Z]{1,2})"
_BLANK = r"(?:\[(?:TBC|tbc|TBD|tbd|x{1,3}|X{1,3}|[•●…_–-]|\.\.\.|\s{0,3})\]|X{2,6}(?!\w))"
# A label begins here; with a small letter only a number of the main body: h14.31.
_LABEL = r"(?:[0-9]|[A-Z]{1,6}(?![a-z])|\([A-Za-z0-9]{1,7}\)|\[|[a-tw-z][1-9][0-9]?\.[0-9])"
# Months and units of measure: a number before one counts something, and names no provision.
_COUNTED = (
    r"(?:\s+(?:January|February|March|April|May|June|July|August|September|October|November|December|days?|weeks?"
    r"|months?|years?|hours?|minutes?|seconds?|per|percent|Working|Business|times|other|others|more|of\s+these)\b|%)"
)

# A law by its number: S.I. 2012/2400, Regulation (EU) 2016/679, Directive 2003/54/EC.
_NUMBERED = (
    r"(?:S\.?I\.?\s+(?:No\.?\s+)?|Regulation\s+\(E[CU]\)\s+(?:No\.?\s+)?|Directive\s+(?:\(EU\)\s+)?)"
    r"[0-9]{2,4}/[0-9]{1,4}(?:/E[CU])?"
)
# The letter that stands for "section": s. 88, ss. 88 and 89; S88 of the Energy Act 2008; S88.
_SIGN = r"(?:[Ss]s?\.\s?(?=[1-9])|[Ss](?=[1-9][0-9]{0,3}[A-Z]?\s+(?:of|and)\s)|S(?=[1-9][0-9]{1,3}[A-Z]?\b(?![.-])))"

# --- Citations: where one may begin -------------------------------------------------------------------------------

# The first letters of all of these, so that most words are passed over at once.
_BEGINNING = r"(?=[A-Z]|a[npr]|c[hlo]|f[io]|ne|ob|p[ar]|qu|r[eu]|s[1-9.sceu]|t[ah])"

# A word or shape with which a citation may begin; `title` is the last word of the title of an Act or Regulations,
# which begins before it.
CITATION_START = expression(
    rf"""(?<![\w/@#&_=+-])(?<![0-9]\.){_BEGINNING}(?:
        (?P<pointer>{_POINTER}(?=\s+{_POINTED}))
      | (?P<code>SEC(?=\s+(?:[A-Z][1-9]|{LEAD}\s)))
      | (?P<title>(?:Acts?|Regulations?|Order|Rules)(?=,?\s+(?:of\s+)?{_YEAR}\b))
      | (?P<numbered>{_NUMBERED})
      | (?P<lead>{LEAD}(?=,?\s+{_LABEL}))
      | (?P<rfc>RFCs?(?=\s?[0-9]))
      | (?P<main>[A-PTXZ][1-9][0-9]?[A-Z]?(?:(?!\.{_YEAR}\b){_STEP}){{0,2}}{_ENDED})
      | (?P<sign>{_SIGN})
      | (?P<work>(?:SEC)?MP[0-9]{{3,4}}[A-Z]?\b|DP[0-9]{{3}}\b|SECP_[0-9]{{2,3}}_[0-9]{{4}}_[0-9]{{2}}\b)
    )""",
    re.VERBOSE,
)

# A bare number that is something else: the first half of a postcode (N1 9GU), a half-year (H1 2019), an abbreviation
# with a figure in the middle (E2E, B2B).
NOT_A_PROVISION = expression(r"[A-Z][0-9]{1,2}[A-Z]?\s+(?:[0-9][A-Z]{2}\b|(?:19|20)[0-9]{2}\b)|([A-Z])[0-9]\1\b")

# --- Citations: the tokens, each where the one before it ends -----------------------------------------------------

CITATION_LEAD = expression(
    rf",?\s*(?!Regulation\s+\(E[CU]\))(?P<lead>{LEAD})(?=,?\s*{_LABEL})|,?\s*(?P<rfc>RFCs?)(?=\s?[0-9])"
)
CITATION_POINTER = expression(rf"\s*(?:the\s+)?(?P<pointer>{_POINTER}(?:\s+[Ll]icen[cs]e)?)\s+(?P<pointed>{_POINTED})")

# A main-body number written apart, after "Section": K 11, K 4.1.
CITATION_SPACED = expression(rf",?\s+(?P<MAIN>[A-Z]\s+[1-9][0-9]?(?:{_STEP})?{_ENDED})(?!{_COUNTED}|\s+[A-Z][a-z]|-|–)")

CITATION_LABEL = expression(
    rf"""(?:
        \s*(?P<BLANK>{_BLANK})
      | \s*(?P<FORM>\([A-Z][0-9]{{1,2}}\))
      | \s*(?P<PAREN>{_PAREN}|(?<=[0-9)])\([A-Za-z0-9]{{1,5}}\))
      | ,?\s*(?P<MAIN>{_MAIN}){_ENDED}
      | \s*(?P<DOTTED>{_DOTTED}){_ENDED}
      | \s*(?P<NUMBER>{_NUMBER}){_ENDED}
      | \s*(?P<LETTER>{_LETTER}){_ENDED}
    )""",
    re.VERBOSE,
)

# A number that no provision has, by a slip of the keyboard: H1431, H1a, HH1.1, H.3, 4.26a, 10000; or one with a small
# letter, h14.31. Directly behind a lead word it is a reference all the same; not 3rd, nor 13of, which lacks a space.
CITATION_SLIP = expression(
    rf"\s*(?:(?P<MAIN>(?:[A-Z]{{1,2}}|[a-z])(?:{_WRITTEN})?(?:\.{_WRITTEN}){{1,5}}|[A-Z]{_WRITTEN})"
    rf"|(?P<DOTTED>{_WRITTEN}(?:\.{_WRITTEN}){{1,5}})"
    rf"|(?P<NUMBER>(?![0-9]+(?:st|nd|rd|th|of|and|or|to|in)(?![a-z])){_WRITTEN})){_ENDED}"
)

# What brackets with a small letter begin with when they hold a remark, and no heading.
_REMARK = r"(?:as|or|and|in|the|an?|see|which|being|other|if|where|including|except|not|within|whether|to|for)\b"
# A heading echoed after a label: (Security), (the Device Certification Practice Statement), 'Revocation'; in Acts also
# (interpretation), where the citation goes on behind it.
CITATION_HEADING = expression(
    rf"""\s*(?:
        \((?!(?:{LEAD}|SEC|RFC)\b)(?=[^()]*[a-z])(?P<bracketed>(?:the\s+)?[A-Z][\w'’,/&.:;\s–-]{{2,160}}(?<=[A-Za-z0-9]))\)
      | \((?!{_REMARK})(?P<lower>[a-z][\w'’,/:;\s–-]{{2,120}}(?<=[a-z]))\)
        (?=\s+of\s+the\s+[A-Z]|(?:,|\s+and|\s+or)\s+(?:[0-9]|[A-Z]{{1,2}}\b))
      | ‘(?P<curly>[A-Z][^‘’]{{2,160}})’
      | '(?P<straight>[A-Z][^'\n]{{2,160}})'(?!\w)
    )""",
    re.VERBOSE,
)

# What joins one label to the next.
CITATION_JOIN = expression(
    rf"""(?:
        (?P<TO>\s+(?:to|through)\s+|\s?[-–—]\s?)
      | (?P<AND>,?\s+(?:and/or|and|or)\s+|,\s*|\s*&\s*|/)
    )(?:(?P<again>{LEAD}\s+)|(?P<sign>[Ss]{{1,2}}\.?\s?(?=[0-9])))?(?={_LABEL})""",
    re.VERBOSE,
)
# A number in a list that counts something, or a year.
CITATION_COUNTED = expression(rf"\s*[0-9]+{_COUNTED}|\s*(?:19|20)[0-9][0-9]\b")
# The words "A" and "I", where a list might go on with the letters.
CITATION_WORD = expression(
    r"\s*(?:A\s+(?!(?:and|or|of|to|in|is|at|for|on|which|has|have|was|were|will|shall|that|as|by|from|with)\b)[a-z]"
    r"|I\s+(?:am|will|would|have|had|was|can|could|do|think|believe|agree|note|set|look|hope|write|attach|enclose|shall)\b)"
)

CITATION_OF = expression(r"\s+(?P<preposition>of|to|in|under|at)\s+(?:(?P<article>the)\s+)?")
CITATION_CODE = expression(rf"SEC(?=\s+(?:[A-Z][1-9]|{LEAD}\s))")
CITATION_CLOSE = expression(r"\s*\)")

# --- Citations: titles of works outside the Code ------------------------------------------------------------------

# One word of a title, or a bracketed part of it: "Electricity and Gas (Internal Markets) Regulations 2011".
TITLE_WORD = expression(r"\s*(?P<word>\([A-Z][^()\n]{0,80}\)|[\w'’&-]+|,|/)")
YEAR_AFTER = expression(rf",?\s+(?:of\s+)?(?P<year>{_YEAR})\b")
STANDARD_BEFORE = expression(r"\b[Ss]tandard\s+\Z")
NUMBERED_LAW = expression(_NUMBERED)
# A licence by its name: the DCC Licence, the electricity supply licence conditions, its licence.
LICENCE = expression(
    r"(?P<name>(?!and\b)(?:(?:DCC|Smart|Meter(?:ing)?|Communications?|[Ee]lectricity|[Gg]as|[Ss]upply|[Dd]istribution|[Tt]ransmission"
    r"|[Tt]ransporter|[Tt]ransportation|[Ss]hipper|[Gg]eneration|[Ii]nterconnector|smart|meter(?:ing)?|communications?|and|[Ss]tandard)"
    r"['’]?s?\s++){0,6})[Ll]icen[cs]es?(?![A-Za-z])(?:\s+[Cc]onditions\b)?"
)
SPACES = expression(r"\s+")
# A work by its kind alone, after "of the": the Act, the Principal Act, the 1989 Act, the Act of 1963, the Licence.
GENERIC_WORK = expression(
    rf"(?:(?:[Pp]rincipal|said|{_YEAR})\s+)?(?P<noun>Act|Regulations|Order|Rules|Licence|Agreement|Directive)\b"
    rf"(?:\s+of\s+{_YEAR}\b)?"
)
# The Code itself, which needs no naming.
CODE_NAME = expression(r"(?:SEC|Code|Smart\s+Energy\s+Code)\b(?!\s+[A-Z(])")
# A document by an abbreviation alone, of three letters or more: TMAD, ETAD, S1SPKM.
DOCUMENT_NAME = expression(r"(?!(?:SEC|DCC|BEIS|DECC|DESNZ|USA)\b)[A-Z][A-Z0-9]{2,}\b")

# --- References: what decides whether and where a citation leads ----------------------------------------------------

# Words before or after a bare letter and number (E3) that say it is a code, a size or a form, and no provision.
CODE_BEFORE = expression(
    r"\b(?:[Cc]odes?|[Tt]ypes?|[Cc]lass(?:es)?|[Gg]rades?|[Ll]evels?|[Ss]izes?|[Ff]ormats?|[Cc]ategor(?:y|ies)|[Bb]ands?"
    r"|[Zz]ones?|[Vv]ariants?|[Vv]ersions?|[Ee]rrors?|[Rr]esponses?|[Ss]tatus(?:es)?|[Mm]essages?|[Ff]ields?|[Pp]orts?"
    r"|[Cc]olumns?|[Rr]ows?|[Cc]ells?|[Ss]teps?|[Oo]ptions?|[Gg]roups?|[Pp]aper|[Ff]orms?|[Rr]efs?|[Rr]eferences?|v\.?"
    r"|[Ss]tandards?|[Rr]oads?|[Mm]otorways?|[Rr]ooms?|[Uu]nits?|[Tt]ests?|[Rr]equirements?|[Uu]se [Cc]ases?)\s\(?\Z"
)
CODE_AFTER = expression(
    r"\)?\s(?:paper|sized?|sheets?|pages?|format|forms?|errors?|responses?|codes?|messages?|connectors?|certificates?)\b"
)
# "paragraph (a) of the definition of "Device"", behind the paragraph.
OF_DEFINITION = expression(
    r"\sof\s(?:the\s)?definitions?\sof\s(?:(?:the|an?)\s)?(?:\"(?P<quoted>[^\"]{1,160})\"|(?P<plain>[A-Z0-9][^,.;:()]{1,160}))"
    r"|\sof\sth(?:at|ose)\sdefinitions?\b"
)
# Between a provision and the work it is part of: "of the"; or "of that Act" as a whole.
PART_OF = expression(r"\s*(?:\b(?:of|to|in|under|at)(?:\s+the|\s+th(?:at|ose)\s+\w+)?)?\s*\Z")
# Behind a number, words that say of what it is, whatever that be: "of ISO 27001", "(Controls) of the standard".
OF_SOMETHING = expression(r"(?:\s*\([^()]{1,160}\))?,?\s+of\s")
# A label of a list that is run into a sentence: "(a) …; and (b) …".
RUN_IN_LABEL = expression(r"(?:^|(?<=[\s—–:]))\((?P<label>[a-z]{1,2}|[ivx]{1,5}|[A-Z]{1,2}|[0-9]{1,2}[A-Z]?)\)(?=\s)")

# An address as a person types it: the number (H14.31, 4.26), then paragraphs in brackets.
ADDRESS_NUMBER = expression(r"(?P<letter>[A-Za-z]{0,2})[0-9]{1,6}[A-Za-z]{0,3}(?:\.[0-9]{1,6}[A-Za-z]{0,3}){0,8}")
ADDRESS_PARAGRAPH = expression(r"\(([0-9A-Za-z]{1,8})\)")
ADDRESS_FORM = expression(r"\((?P<number>[A-Za-z][0-9]{1,3})\)")

# --- Words ---------------------------------------------------------------------------------------------------------

# What `boundaries.begins_word` takes for one word, hyphens and apostrophes aside.
WORD = expression(r"\w+")


def any_of(names: Iterable[str]) -> Expression | None:
    """Any of these names as whole words, the longest that stands there, white space as it comes; None without names."""
    longest_first = sorted(names, key=len, reverse=True)
    written = "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest_first)
    return expression(rf"(?<![\w-])(?:{written})(?![\w-])") if written else None
