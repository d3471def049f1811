"""The regular expressions of the rules about works outside the Code; none has a repetition within a repetition."""

from secc.expressions import expression

# The number of a standard, with the body that issues it and the year of the edition: ISO/IEC 27001:2013, FIPS 140-3,
# BS EN 13757-4, NIST SP 800-38D.
STANDARD = expression(
    r"(?<![\w/-])(?P<body>(?:BS )?(?:EN )?(?:ISO/IEC(?: T[SR])?|ISO(?: T[SR])?|IEC(?: T[SR])?)|(?:BS )?EN|BS|PAS"
    r"|FIPS(?: PUB)?|NIST SP|IEEE|ETSI (?:EN|TS|TR|ES))[ -]?"
    r"(?P<number>[0-9]{3,6}(?:[.-][0-9]{1,4}){0,3}[A-Z]?)(?P<year> ?: ?[12][0-9]{3})?(?![\w/]|[:-][0-9])"
)
# What must stand in a prose that has one.
STANDARD_SIGNS = ("ISO", "IEC", "EN ", "BS", "PAS", "FIPS", "NIST", "IEEE", "ETSI")
# A title of legislation: its words, what it is, its year.
LEGISLATION = expression(
    r"(?P<words>.+?),? (?P<noun>Acts?|Regulations?|Order|Rules)(?:,? (?:of )?(?P<year>[12][0-9]{3}))?"
)
# Legislation by its kind alone, whose name other words give: the Act, the principal Act, the 1989 Act, the Act of 1999.
UNNAMED = expression(
    r"(?:(?:[Pp]rincipal|[Ss]aid|[Rr]elevant|[12][0-9]{3}) )?(?:Acts?|Regulations?|Orders?|Rules|Directive|Licence)"
    r"(?: of [12][0-9]{3})?"
)
# A law by its number.
NUMBERED = expression(r"(?:S\.?I\.?|Regulation \(E[CU]\)|Directive) .*[0-9]{1,4}/[0-9]{1,4}(?:/E[CU])?")
# A licence that has a name of its own.
LICENCE = expression(r"[A-Z].* [Ll]icences?(?: [Cc]onditions)?")
# Words before a work which say that it is named as what came before another.
REPLACED_BEFORE = expression(
    r"\b(?:replac(?:es|ed|ing)|supersed(?:es|ed|ing)|obsolet(?:es|ed|ing)|repeal(?:s|ed|ing)|revok(?:es|ed|ing)"
    r"|withdr(?:aws|ew)|repeal of|revocation of|(?:in )?(?:place|instead|lieu) of|former|formerly|previously|no longer"
    r"|rather than|earlier) (?:by )?(?:the )?\Z"
)
# Words after a work which say that it is meant as it stood, or that those which take its place are meant too.
_REPLACES = r"(?:may )?(?:replaces?|supersedes?|re-enacts?|succeeds?|updates?|amends?|modifies)"
_SUCH_WORK = (
    r"(?:standard|RFC|version|edition|Act|enactment|legislation|provision|publication|document|specification"
    r"|statute|regulation|code|agreement|licence|one|thing)s?"
)
AS_IT_STOOD = expression(
    r",? \(?(?:(?:now|since|which (?:is|are|was|were|has been|have been)) (?:now |since )?)?"
    r"(?:repealed|revoked|superseded|withdrawn|replaced)\b"
    r"|(?:,? [a-z0-9]{1,12}){0,4}?,? \(?(?:as (?:it|they) (?:stood|was|were)\b"
    r"|in (?:force|effect) (?:on|at|immediately before)\b"
    r"|as published (?:on|in)\b|before (?:its|their) (?:repeal|revocation|withdrawal|replacement)\b"
    rf"|(?:and|or) (?:to |with )?(?:any|a|such)(?: other| later| subsequent| equivalent)? {_SUCH_WORK}"
    rf" (?:that|which) {_REPLACES}\b"
    r"|(?:and|or) (?:any|its|their) (?:\w{1,12} )?(?:successors?|replacements?)\b"
    r"|as (?:[\w,-]{1,14} ){0,5}?(?:replaced|superseded|re-enacted)\b)"
)
# A title that a citation by number echoes behind it.
ECHOED_TITLE = expression(r"(?: \((?P<bracketed>[A-Z][^()\"]{9,160})\)|,? \"(?P<quoted>[A-Z][^\"]{9,160})\")")
