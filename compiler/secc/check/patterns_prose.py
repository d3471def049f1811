"""The regular expressions of the rules for letters; none has a repetition within a repetition."""

import re

from secc.expressions import expression

# --- Words with capitals ------------------------------------------------------------------------------------------

_CAPITAL = r"[A-Z][A-Za-z0-9]*+(?:[-/&+][A-Za-z0-9]++){0,4}+"
_ARTICLE = (
    r"(?:(?:The|A|An|This|These|That|Those|Any|Each|Every|All|In|Of|For|On|At|By|As|If|It|Its|Our|We|Where|When) )"
)
# Capitalised words in a row, without an article or preposition that begins the sentence.
CAPITAL_RUN = expression(rf"(?<![\w./@-])(?<!\w['’]){_ARTICLE}?+(?P<run>{_CAPITAL}(?: {_CAPITAL}){{0,9}}+)(?![\w@])")
# Words before a place, the last of them with a capital.
WORDS_BEFORE = expression(r"(?P<words>[A-Za-z0-9][\w'’,&-]*+(?: [\w'’&-]++){0,12}+) ?\Z")

# --- Abbreviations ------------------------------------------------------------------------------------------------

# Two capitals or more, perhaps with small letters and figures between them: SEC, S1SPKM, CoCo, SoLR, EUI-64.
_SHORT = r"(?=[A-Za-z0-9&+-]*[A-Z][A-Za-z0-9&+-]*[A-Z])[A-Z][A-Za-z]?[A-Z0-9&+]?(?:[A-Z0-9&+]|[a-z](?=[A-Z]|\b)){0,9}"
# An abbreviation alone in brackets: (SEC), (the "SEC"), (SMETS1 TMAD), (DNOs).
ABBREVIATION_BRACKET = expression(
    r" ?\((?:the |or )?[\"“‘']?(?P<short>(?=[^()]{0,30}[A-Z][^()]{0,30}[A-Z])"
    r"[A-Z0-9][\w&+-]*+(?: [A-Z0-9][\w&+-]*+){0,3}?)s?[\"”’']?\)"
)
# A short name in double quotation marks at the end of brackets: (such code being the "SEC").
QUOTED_INTRODUCTION = expression(r"\((?:[^()\"“”]{1,120}\s)?[\"“](?P<short>[A-Z][\w&+ -]{1,60})[\"”]\)")
# An abbreviation in use: three capitals or more, or small letters between capitals; not before a company's form.
ABBREVIATION_USE = expression(
    r"(?<![\w/@.+&-])(?P<short>[A-Z]{2,8}|[A-Z]{2,8}(?=-[0-9])|[A-Z][a-z][A-Z][A-Za-z]{0,3}|[A-Z]\+[A-Z])"
    r"(?:s)?(?![\w@&/+]|\.[A-Za-z0-9])"
)
NO_ABBREVIATION_AFTER = expression(
    r"(?: [A-Z][\w&]*+){0,3} (?:Limited|Ltd|plc|PLC|LLP)\b| [0-9]"
    r"| (?:systems?|updates?|equipment|department|team|services)\b"
)
# What joins a run of capitalised words to another, and makes one name of both.
GOES_ON = expression(r" (?:and|of|for|or) (?:the )?[A-Z]")
GLOSSARY_HEADING = expression(r"\b(?:Glossary|Definitions|Abbreviations|Acronyms)\b", re.IGNORECASE)
GLOSSARY_ENTRY = expression(
    r"(?P<short>[A-Z][A-Za-z0-9&+-]{1,11}(?: [A-Z]{2,6})?) (?P<long>[A-Z][\w'’,&-]*+(?: [\w'’,&-]++){1,11})\Z"
)
WITHOUT_BRACKET = expression(r" ?\([^()]*\)")
ALL_LISTED = expression(
    r"\b(?:lists?|sets? out|contains?|gives?) all (?:of )?(?:the )?(?:acronyms|abbreviations)\b[^.]{0,60}",
    re.IGNORECASE,
)

# --- Slips --------------------------------------------------------------------------------------------------------

# An article said again behind "such": "a such a document".
ARTICLE_AGAIN = expression(r"\b(?P<said>an?|the) such (?:an?|the)\b", re.IGNORECASE)
# A full stop said again behind a space.
STOP_AGAIN = expression(r"(?<=[\w)])\. \.(?![.\w])")
# A slash, comma or dash at the end of a sentence, where its full stop should be.
SLASH_FOR_STOP = expression(r"(?<=[a-z]{3})/(?=\Z| [A-Z])")
# A comma between a provision that begins a sentence and its verb.
COMMA_BEFORE_VERB = expression(
    r"(?:\A|[.;:] )(?:Section|Clause|Paragraph|Condition|Chapter|Annex|Appendix|Schedule) [A-Z0-9][\w.()]*"
    r"(?P<comma>,) (?:enables|requires|allows|permits|provides|sets|states|gives|obliges|applies|contains|describes"
    r"|specifies|imposes|entitles|prohibits|prevents|defines|places|establishes|means|is|has|was|will|shall|may|must)\b"
)
# A comma between a verb and its "that": "we would expect, that".
COMMA_BEFORE_THAT = expression(
    r"\b(?:expect|think|believe|propose|consider|conclude|recommend|suggest|confirm|agree|note|require|ensure|hope|find)"
    r"(?:s|d|ed)?(?P<comma>,) that (?!is\b|is,)"
)
# Two marks that open or close quotations around a placeholder.
OPENS_QUOTE, CLOSES_QUOTE = "\"“‘'", "\"”’'"

# --- Forms of words -----------------------------------------------------------------------------------------------

# A code of capitals and figures, however its parts are joined: EUI-64, EUI64, SEC 4A.
CODE = expression(
    r"(?<![\w.-])(?P<letters>[A-Z]{2,6})(?P<joint>[ -]?)(?P<figure>[0-9]{1,4}[A-Z]?)(?![\w.-]*[0-9])(?![\w/])"
)
# The odd plural of Appendix.
APPENDIXES = expression(r"\bAppendixes\b")
# A lead word in the singular before two provisions of the Code: "Section G2.23 and G2.24".
SINGULAR_LEAD = expression(
    r"\b(?P<lead>Section|Clause|Paragraph|Condition|Appendix|Annex|Chapter|Schedule) [A-Z0-9][\w.()]*"
    r"(?:, [A-Z0-9][\w.()]*+){0,6} and (?P<second>[A-Z]{0,2}[0-9]+[\w.()]*)(?! [A-Z(])"
)
# A letter for "section" before the number of an Act: S88 of the Energy Act 2008.
LETTER_FOR_SECTION = expression(
    r"\b[Ss][0-9]{1,3}[A-Z]{0,2}(?: and [Ss]?[0-9]{1,3}[A-Z]{0,2})? of the (?:[A-Z][\w,()]*+(?: and| of)? ){1,8}?Act\b"
)
# A space between a clause and its paragraph.
SPACED_PARAGRAPH = expression(r"\b[A-Z][0-9]{1,2}\.[0-9]{1,3}[A-Z]? \([a-z]{1,3}\)(?! [a-z]+[,;])")
# "a" before an abbreviation that is read letter by letter from a vowel: a S1SPKI, a MPAN.
ARTICLE_BEFORE_LETTERS = expression(r"\b(?P<article>[Aa]) (?P<short>[SFHLMNRX][0-9][A-Z][A-Z0-9]{1,6})\b")
# An Act without its year.
ACT_WITHOUT_YEAR = expression(
    r"\b(?:[Ss]ections?|[Ss]chedules?|[Pp]aragraphs?) [0-9][\w()]*(?: and [0-9][\w()]*)? (?:of|to) the"
    r" (?P<title>(?:[A-Z][\w']*+ (?:and |of |\([A-Z][\w ]*+\) )?){1,6}(?:Act|Regulations|Order))\b"
    r"(?!,? (?:of )?[12][0-9]{3})"
)

# --- The letter about itself --------------------------------------------------------------------------------------

OWN_NAME = expression(r"\b[Tt]his (?P<name>letter|direction|notice|consultation|report|response|document|paper)\b")
CONTENTS_NUMBER = expression(r"(?P<number>[0-9]{1,2}(?:\.[0-9]{1,2}){0,2})\.? ")
QUESTION = expression(r"Q(?:uestion )?(?P<number>[0-9]{1,3})")
# A sentence about what is changed in the Code.
AFFECTED = expression(r"\b(?:impact|affect|chang|amend|revis|modif)\w*", re.IGNORECASE)
# An instruction to put words in, and what says where they go.
ADD_WORDS = expression(
    r"\b(?:adding|inserting|adds?|inserts?|added|inserted)\b[^.“\"]{0,40}[“\"](?P<words>[^”\"]{1,400})[”\"]"
    r" (?:to|into|in) (?:the )?[^.;]{0,160}"
)
# Quoted words that are added or inserted, before it is said into what.
WORDS_ADDED = expression(
    r"[“\"](?P<words>[^”\"]{1,400})[”\"] (?:is|are|be|was|were)(?: to be)? (?:added|inserted)"
    r" (?:to|into|in) (?:the )?[^.;]{0,160}",
    re.IGNORECASE,
)
ANCHOR = expression(
    r"\b(?:at the (?:end|beginning|start)|after|before|immediately|following|preceding|between|in place of|instead of"
    r"|for the words)\b"
)
# The title of a publication in single or double quotation marks.
QUOTED_TITLE = expression(r"[‘'“\"](?P<title>[A-Z][^‘’'“”\"]{12,160})[’'”\"]")
FOOTNOTE_AT = expression(r"<sup>\s*(?P<number>[0-9]{1,3})\s*</sup>")
WEB_ADDRESS = expression(r"https?://[^\s<>()\]]+|www\.[^\s<>()\]]+")
# A number, with the title behind it, of a chapter in a list of chapters.
WORD = expression(r"[A-Za-z0-9]+")
# What follows a provision of another document: "of the UK Addendum", "of the Federal Acquisition Regulation".
PART_OF_ANOTHER = expression(
    r"\s*(?:\([^()]{1,60}\)\s*)?(?:of|to|in|under)\s+(?:the|that|its|their)\s+(?!(?:SEC|Code|Agreement)\b)[A-Z]"
)
# What stands before a section of another work: "48 C.F.R. section 12.212", "DFARS section 252.227-7014".
ANOTHER_BEFORE = expression(r"(?:\b[A-Z]{2,6}|[A-Z]\.|\b(?:Regulations?|Acts?|Supplement|Order|Rules))\s+\Z")
# What was done to a numbered thing, up to the date of it: "version 6.0, which was designated on".
EVENT_BEFORE = expression(
    r"\b(?P<event>(?:version|Version|Release|release|SEC) v?[0-9.]{1,6}(?:,? (?:which|that))? (?:was|were|is|will be)"
    r" (?:designated|published|issued|made|released|implemented|re-designated) on )\Z"
)
# What stands in brackets behind a provision and is no title of it: other provisions, notes.
NO_TITLE = expression(r"[0-9;]")
# A word that a citation begins with.
LEADS = expression(
    r"(?:Section|Clause|Paragraph|Condition|Appendix|Appendice|Annex|Chapter|Schedule|Part|Article|Table|Figure)"
    r"(?:s|es)?\b"
)
# What says that a provision is proposed, or was, and so may not stand in the Code.
OF_A_DRAFT = expression(
    r"\b(?:(?<!Modification )(?<!Draft )propos|withdr|remov|delet|insert|introduc|omit|repeal|former|previous|no longer"
    r"|draft|new|renumber|add(?:ed|ing|s)?\b)",
    re.IGNORECASE,
)
# What stands before a provision in which, or next to which, something is to be done, and which therefore stands there.
INSTRUCTED_PLACE = expression(
    r"(?:(?:\A|\x00|[.;:]\s)[\s0-9A-Z*.()-]{0,12}(?:In|After|Before)|[\"”] in"
    r"|\bat the (?:end|beginning|start) of(?: the [a-z]++ [a-z]++ of)?)\s\Z"
)
# A heading in brackets.
HEADING_IN_BRACKETS = expression(r"\([A-Z][^()]{0,160}\)")
SENTENCE_BREAK = expression(r"[.;:]\s|\x00")
