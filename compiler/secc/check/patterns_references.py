"""The regular expressions of the rules about references; none has a repetition within a repetition."""

from secc.expressions import expression

# Behind a paragraph that is cited with a small letter, words which say that it is one of something named before.
_AND_OTHERS = r"(?:(?:,|,? and|,? or| to) \(?[0-9a-zA-Z]{1,4}\)?(?:\([a-zA-Z]{1,4}\))?){0,6}"
OF_THAT = expression(
    rf"{_AND_OTHERS}(?: ?\([^()]{{1,120}}\))?,?(?: as the case may be,)?"
    r" of (?:that|those|either|the Table|(?:the (?:First|Second|Third|Fourth) )?Schedule|the Schedule|the Act of)\b"
    rf"|{_AND_OTHERS}, as (?:the case may be|(?:may be )?appropriate), of \w"
)
# Before one, the same: "in that paragraph (k)"; not "directs that paragraph (k) shall not apply".
SAID_BEFORE = expression(r"\b(?:in|to|of|under|by|with|for) (?:that|those) \Z")
# Before one, the abbreviation of another work: "FAR section 12.212".
OF_ABBREVIATED = expression(r"\b[A-Z][A-Z0-9]{1,9} \Z")
# Words of a provision that amends another law: the numbers in it, and below it, are that law's.
AMENDS = expression(
    r"\b(?:is|are) (?:hereby )?amended(?:(?: as follows| by)?[—–:]|,? by\b)"
    r"|\bby the (?:insertion|substitution|deletion)\b"
    r"|\b(?:is|are|was|were|be) (?:inserted|substituted)\b|: (?:omit|add|insert|repeal|substitute)\b"
    r"|\b(?:[Ss]ections?|Parts?|[Ss]ubsections?|[Pp]aragraphs?) [0-9A-Z(), ]{1,40}(?:is|are) repealed\b"
)

# Behind a reference, words which say that it is of something else: "of the Table to section 627", "of that Schedule".
OF_ANOTHER = expression(
    r"(?: \([^()]{1,120}\))?(?:, as the case may be,)? (?:of|to|in) (?:the|that|this|those|its) (?!definition)\w"
    r"|\)? of (?:[A-Z]|\d)| or (?:paragraph|section|clause) \d+\) of "
)
# Before a reference, words after which "to" begins a second reference rather than a range.
REPLACED_REFERENCE = expression(r"\b(?:references?|cited|mention) in (?:the )?\Z")
# Behind a reference, a range that has lost its end: "Sections H9 to, and"; "Sections H9 to and H11"; "Sections H9-.".
LOST_END = expression(r" (?:to|through)(?= ?[.,;:)]| (?:and|or)\b| ?\Z)| ?[-–](?=[.,;:)])")
# Brackets with a letter behind words that lead a reference, and no word for what the letter is a part of.
BARE_LETTER = expression(
    r"(?:\b(?:in accordance with|pursuant to|referred to (?:in|at)|set out (?:in|at)|specified in|described in"
    r"|listed in|required by|subject to|under|within|by virtue of|provided for in|mentioned in|given in"
    r"|for the purposes? of|contemplated by|compl(?:y|ies|ied|ying) with|either of|any of|each of|both|as in"
    r"|in the cases? of) "
    r"|(?<=[a-z] )(?=\([a-zA-Z]{1,5}\) (?:above|below)\b))"
    r"(?P<letter>\((?:[a-z]{1,2}|[ivx]{1,5}|[A-Z])\)(?:\([a-z0-9]{1,4}\))?)"
    r"(?=[.,;:)]| (?:and|or|to) \(| (?:above|below|is|are|was|does|do|has|have|applies|apply|shall|may|must|will)\b|\Z)"
)
# A letter of a list, in brackets.
LETTER = expression(r"\((?P<label>[a-z]{1,2}|[ivx]{1,5}|[A-Z])\)")
# Words that lead a reference where they are cut short: s. 5, ss. 5, cl. 4, para 3, S88.
SHORT_LEAD = expression(
    r"(?:[Ss]s?\.?|[Pp]aras?\.?|[Cc]ls?\.?|[Aa]pp\.?|[Ss]ch\.?|[Ss]ects?\.?)(?= ?(?:[A-Z]?[0-9]|\())"
)
# Words that go on with a list or range, before its next number.
GOES_ON_WITH = expression(r"(?:\b(?:to|through|and|or)|[,&])\s{0,9}\Z")
# The end of a sentence.
SENTENCE = expression(r"[.;:] ")
# Words which say that "that Section" is each of several in turn, or the one of them that applies.
EACH_IN_TURN = expression(
    r"\b(?:[Ee]ach|[Aa]ny|[Ee]very|[Ee]ither|[Ww]hichever|as the case may be|as applicable|respectively)\b"
)
