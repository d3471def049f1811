"""The regular expressions of this layer.

Spaces inside a citation are any run of white space, so that one may run over a line's end. No expression has a
repetition within a repetition over the same characters, and every repeated group is bounded, so none is slow on any
input.
"""

import re

# --- Citations: the parts of an expression ------------------------------------------------------------------------

# A word that may lead a citation. Its case is not reliable ("section X3 of the SEC").
_LEAD = (
    r"(?:(?:[Ss]ub-?)?(?:[Ss]ection|[Cc]lause|[Pp]aragraph)s?|SECTIONS?|CLAUSES?|[Pp]aras?\b\.?"
    r"|[Cc]onditions?|CONDITIONS?|SLCs?|[Rr]egulations?|[Aa]rticles?|[Rr]ules?|[Cc]hapters?|CHAPTER|[Pp]arts?|PART"
    r"|[Aa]ppendi(?:x|ces|xes)|APPENDI(?:X|CES)|[Aa]nnex(?:es)?|ANNEX(?:ES)?|[Ss]chedules?|SCHEDULES?"
    r"|[Qq]uestions?|[Tt]ables?|[Ff]igures?|[Oo]bjectives?|[Oo]bservations?)"
)
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
# The dotted part of a number: .31, .36A.
_STEP = r"\.[0-9]{1,3}[A-Z]{0,3}(?![0-9])"
_MAIN = rf"[A-Z][1-9][0-9]?[A-Z]{{0,2}}(?:{_STEP}){{0,2}}"
_NUMBER = r"[0-9]{1,4}[A-Z]{0,3}"
_DOTTED = rf"{_NUMBER}(?:{_STEP}){{1,5}}"
_LETTER = r"(?:[IVX]{3,5}|[A-Z]{1,2})"
_BLANK = r"(?:\[(?:TBC|tbc|TBD|tbd|x{1,3}|X{1,3}|[•●…_–-]|\.\.\.|\s{0,3})\]|X{2,6}(?!\w))"
# A label begins here.
_LABEL = r"(?:[0-9]|[A-Z]{1,6}(?![a-z])|\([A-Za-z0-9]{1,7}\)|\[)"
# Months and units of measure: a number before one counts something, and names no provision.
_COUNTED = (
    r"(?:\s+(?:January|February|March|April|May|June|July|August|September|October|November|December|days?|weeks?"
    r"|months?|years?|hours?|minutes?|seconds?|per|percent|Working|Business|times|other|others|more|of\s+these)\b|%)"
)
_YEAR = r"(?:1[789]|20)[0-9][0-9]"

# --- Citations: where one may begin -------------------------------------------------------------------------------

# A word or shape with which a citation may begin; `title` is the last word of the title of an Act or Regulations,
# which begins before it.
CITATION_START = re.compile(
    rf"""(?<![\w/@#&_=+-])(?<![0-9]\.)(?:
        (?P<pointer>{_POINTER}(?=\s+{_POINTED}))
      | (?P<code>SEC(?=\s+(?:[A-Z][1-9]|{_LEAD}\s)))
      | (?P<title>(?:Acts?|Regulations?|Order|Rules)(?=,?\s+(?:of\s+)?{_YEAR}\b))
      | (?P<lead>{_LEAD}(?=,?\s+{_LABEL}))
      | (?P<rfc>RFCs?(?=\s?[0-9]))
      | (?P<main>[A-PTXZ][1-9][0-9]?[A-Z]?(?:{_STEP}){{0,2}}{_ENDED})
      | (?P<sign>[Ss]s?\.\s?(?=[1-9])|S(?=[1-9][0-9]{{0,3}}[A-Z]?\s+(?:of|and)\s)|S(?=[1-9][0-9]{{1,3}}[A-Z]?\b(?![.-])))
      | (?P<work>(?:SEC)?MP[0-9]{{3,4}}[A-Z]?\b|DP[0-9]{{3}}\b|SECP_[0-9]{{2,3}}_[0-9]{{4}}_[0-9]{{2}}\b)
    )""",
    re.VERBOSE,
)

# A bare number that is something else: the first half of a postcode (N1 9GU), a half-year (H1 2019), an abbreviation
# with a figure in the middle (E2E, B2B).
NOT_A_PROVISION = re.compile(r"[A-Z][0-9]{1,2}[A-Z]?\s+(?:[0-9][A-Z]{2}\b|(?:19|20)[0-9]{2}\b)|([A-Z])[0-9]\1\b")

# --- Citations: the tokens, each where the one before it ends -----------------------------------------------------

CITATION_LEAD = re.compile(rf",?\s*(?P<lead>{_LEAD})(?=,?\s*{_LABEL})|,?\s*(?P<rfc>RFCs?)(?=\s?[0-9])")
CITATION_POINTER = re.compile(rf"\s*(?:the\s+)?(?P<pointer>{_POINTER}(?:\s+[Ll]icen[cs]e)?)\s+(?P<pointed>{_POINTED})")

# A main-body number written apart, after "Section": K 11, K 4.1.
CITATION_SPACED = re.compile(rf",?\s+(?P<MAIN>[A-Z]\s+[1-9][0-9]?(?:{_STEP})?{_ENDED})(?!{_COUNTED}|\s+[A-Z][a-z]|-|–)")

CITATION_LABEL = re.compile(
    rf"""(?:
        \s*(?P<BLANK>{_BLANK})
      | \s*(?P<FORM>\([A-Z][0-9]{{1,2}}\))
      | \s*(?P<PAREN>{_PAREN})
      | ,?\s*(?P<MAIN>{_MAIN}){_ENDED}
      | \s*(?P<DOTTED>{_DOTTED}){_ENDED}
      | \s*(?P<NUMBER>{_NUMBER}){_ENDED}
      | \s*(?P<LETTER>{_LETTER}){_ENDED}
    )""",
    re.VERBOSE,
)

# A heading echoed after a label: (Security), (the Device Certification Practice Statement), 'Revocation'; in Acts also
# (interpretation), where the citation goes on behind it.
CITATION_HEADING = re.compile(
    rf"""\s*(?:
        \((?!(?:{_LEAD}|SEC|RFC)\b)(?P<bracketed>(?:the\s+)?[A-Z][\w'’,/&.:;\s–-]{{2,160}}(?<=[a-z]))\)
      | \((?!(?:as|or|and|in|the|a|an|see|which|being|other|if|where|including|except|not|within|whether|inclusive|to|for)\b)
        (?P<lower>[a-z][\w'’,/:;\s–-]{{2,120}}(?<=[a-z]))\)(?=\s+of\s+the\s+[A-Z]|(?:,|\s+and|\s+or)\s+(?:[0-9]|[A-Z]{{1,2}}\b))
      | ‘(?P<curly>[A-Z][^‘’]{{2,160}})’
      | '(?P<straight>[A-Z][^'\n]{{2,160}})'(?!\w)
    )""",
    re.VERBOSE,
)

# What joins one label to the next.
CITATION_JOIN = re.compile(
    rf"""(?:
        (?P<TO>\s+(?:to|through)\s+|\s?[-–—]\s?)
      | (?P<AND>,?\s+(?:and/or|and|or)\s+|,\s*|\s*&\s*)
    )(?:(?P<again>{_LEAD}\s+)|(?P<sign>[Ss]{{1,2}}\.?\s?(?=[0-9])))?(?={_LABEL})""",
    re.VERBOSE,
)
# A number in a list that counts something, or a year.
CITATION_COUNTED = re.compile(rf"\s*[0-9]+{_COUNTED}|\s*(?:19|20)[0-9][0-9]\b")
# The words "A" and "I", where a list might go on with the letters.
CITATION_WORD = re.compile(
    r"\s*(?:A\s+(?!(?:and|or|of|to|in|is|at|for|on|which|has|have|was|were|will|shall|that|as|by|from|with)\b)[a-z]"
    r"|I\s+(?:am|will|would|have|had|was|can|could|do|think|believe|agree|note|set|look|hope|write|attach|enclose|shall)\b)"
)

CITATION_OF = re.compile(r"\s+(?P<preposition>of|to|in|under|at)\s+(?:(?P<article>the)\s+)?")
CITATION_CODE = re.compile(rf"SEC(?=\s+(?:[A-Z][1-9]|{_LEAD}\s))")
CITATION_CLOSE = re.compile(r"\s*\)")

# --- Citations: titles of works outside the Code ------------------------------------------------------------------

# One word of a title, or a bracketed part of it: "Electricity and Gas (Internal Markets) Regulations 2011".
TITLE_WORD = re.compile(r"\s*(?P<word>\([A-Z][^()\n]{0,80}\)|[\w'’&-]+|,|/)")
YEAR_AFTER = re.compile(rf",?\s+(?:of\s+)?(?P<year>{_YEAR})\b")
# A licence by its name: the DCC Licence, the electricity supply licence conditions, its licence.
LICENCE = re.compile(
    r"(?P<name>(?:(?:DCC|Smart|Meter(?:ing)?|Communications?|[Ee]lectricity|[Gg]as|[Ss]upply|[Dd]istribution|[Tt]ransmission"
    r"|[Tt]ransporter|[Tt]ransportation|[Ss]hipper|[Gg]eneration|[Ii]nterconnector|smart|meter(?:ing)?|communications?|and|[Ss]tandard)"
    r"['’]?s?\s+){0,6})[Ll]icen[cs]es?\b(?:\s+[Cc]onditions\b)?"
)
SPACES = re.compile(r"\s+")
# A work by its kind alone, after "of the": the Act, the Principal Act, the 1989 Act, the Act of 1963, the Licence.
GENERIC_WORK = re.compile(
    rf"(?:(?:[Pp]rincipal|said|{_YEAR})\s+)?(?P<noun>Act|Regulations|Order|Rules|Licence|Agreement|Directive)\b(?:\s+of\s+{_YEAR}\b)?"
)
# The Code itself, which needs no naming.
CODE_NAME = re.compile(r"(?:SEC|Code|Smart\s+Energy\s+Code)\b(?!\s+[A-Z(])")
# A document by an abbreviation alone, of three letters or more: TMAD, ETAD, S1SPKM.
DOCUMENT_NAME = re.compile(r"(?!(?:SEC|DCC|BEIS|DECC|DESNZ|USA)\b)[A-Z][A-Z0-9]{2,}\b")

# An address as a person types it: the number (H14.31, 4.26), then paragraphs in brackets.
ADDRESS_NUMBER = re.compile(r"(?P<letter>[A-Za-z]{0,2})[0-9]{1,6}[A-Za-z]{0,3}(?:\.[0-9]{1,6}[A-Za-z]{0,3}){0,8}")
ADDRESS_PARAGRAPH = re.compile(r"\(([0-9A-Za-z]{1,8})\)")
