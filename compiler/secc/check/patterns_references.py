"""The regular expressions of the rules about references; none has a repetition within a repetition."""

import re

# Behind a reference, words which say that it is of something else: "of the Table to section 627", "of that Schedule".
OF_ANOTHER = re.compile(
    r"(?: \([^()]{1,120}\))?(?:, as the case may be,)? (?:of|to|in) (?:the|that|this|those|its) (?!definition)\w"
    r"|\)? of (?:[A-Z]|\d)| or (?:paragraph|section|clause) \d+\) of "
)
# Before a reference, words after which "to" begins a second reference rather than a range.
REPLACED_REFERENCE = re.compile(r"\b(?:references?|cited|mention) in (?:the )?\Z")
# Behind a reference, a range that has lost its end: "Sections H9 to, and"; "Sections H9 to and H11"; "Sections H9-.".
LOST_END = re.compile(r" (?:to|through)(?= ?[.,;:)]| (?:and|or)\b| ?\Z)| ?[-–](?=[.,;:)])")
# Brackets with a letter behind words that lead a reference, and no word for what the letter is a part of.
BARE_LETTER = re.compile(
    r"\b(?:in accordance with|pursuant to|referred to (?:in|at)|set out (?:in|at)|specified in|described in|listed in"
    r"|required by|subject to|under|within|by virtue of|provided for in|mentioned in|given in|for the purposes? of"
    r"|contemplated by|compl(?:y|ies|ied|ying) with|either of|any of|each of|both)"
    r" (?P<letter>\((?:[a-z]{1,2}|[ivx]{1,5}|[A-Z])\)(?:\([a-z0-9]{1,4}\))?)"
    r"(?=[.,;:)]| (?:and|or|to) \(| (?:above|below|is|are|was|does|do|has|have|applies|apply|shall|may|must|will)\b|\Z)"
)
# A letter of a list, in brackets.
LETTER = re.compile(r"\((?P<label>[a-z]{1,2}|[ivx]{1,5}|[A-Z])\)")
# Words that lead a reference where they are cut short: s. 5, ss. 5, cl. 4, para 3, S88.
SHORT_LEAD = re.compile(
    r"(?:[Ss]s?\.?|[Pp]aras?\.?|[Cc]ls?\.?|[Aa]pp\.?|[Ss]ch\.?|[Ss]ects?\.?)(?= ?(?:[A-Z]?[0-9]|\())"
)
# The end of a sentence.
SENTENCE = re.compile(r"[.;:] ")
# Words which say that "that Section" is each of several in turn, or the one of them that applies.
EACH_IN_TURN = re.compile(
    r"\b(?:[Ee]ach|[Aa]ny|[Ee]very|[Ee]ither|[Ww]hichever|as the case may be|as applicable|respectively)\b"
)
