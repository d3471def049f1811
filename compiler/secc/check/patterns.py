"""The regular expressions of this layer; none has a repetition within a repetition over the same characters."""

import re

# What drafters leave where words are still to come.
PLACEHOLDER = re.compile(
    r"\[(?:TBC|tbc|Tbc|TBA|tba|TBD|tbd|•|●|\*|…|_{1,10}| {0,5}|to be confirmed|insert [^\[\]]{1,60})\]"
    r"|\bX{3,6}\b|\bDD MMM(?:M)? YYYY\b|\bDD/MM/YYYY\b"
)

# A word that begins with a capital: Device, S1SPKM, SMETS1, Sub-Committee.
_CAPITAL = r"[A-Z][A-Za-z0-9]*+(?:[-/&][A-Za-z0-9]++){0,4}+"
# Capitalised words in a row, with the small words that join such words into one name.
CAPITALISED = re.compile(
    rf"(?<![\w'./@-]){_CAPITAL}"
    rf"(?:(?: (?:of|and|for|the|in|to|or|on|by|with|a|an)){{0,2}}+ {_CAPITAL}){{0,12}}+(?![\w@])"
)
JOINING = re.compile(r" (?:(?:of|and|for|the|in|to|or|on|by|with|a|an) ){1,2}| ")
# What a sentence begins after.
SENTENCE_END = re.compile(r"(?:[.:;?!]|\b[.:;?!][\"')\]]) ?$|^$|\([a-zA-Z0-9]{1,4}\) ?$|[—–|] ?$")
QUOTED = re.compile(r"\"[^\"]{0,400}\"|(?<!\w)'[^']{1,120}'(?!\w)")
# The name of a work that is no defined term: it has a year or number, or says that it is legislation or a licence.
OUTSIDE_WORK = re.compile(r"\b[0-9]{2,}|\b(?:Acts?|Regulations?|Orders?|Rules|Directive|[Ll]icences?|[Cc]onditions?)\b")

# Words that say that a reference is to what once stood there.
FORMERLY_BEFORE = re.compile(r"\b(?:repeal|revocation|omission|deletion|former|formerly)\b[^.;:]{0,40}$")
FORMERLY_AFTER = re.compile(
    r",?(?: of [^.;:]{1,40})?,? (?:\(?as (?:it was |they were )?(?:in force|in effect|inserted)|had not been |before (?:its|it)\b)"
)
