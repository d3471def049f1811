"""The regular expressions of this layer; none has a repetition within a repetition over the same characters."""

import re

from secc.expressions import expression

# What drafters leave where words are still to come.
PLACEHOLDER = expression(
    r"\[(?:TBC|tbc|Tbc|TBA|tba|TBD|tbd|•|●|\*|…|_{1,10}| {0,5}|to be confirmed|insert [^\[\]]{1,60})\]"
    r"|\bX{3,6}\b|\bDD MMM(?:M)? YYYY\b|\bDD/MM/YYYY\b"
)

# A word that begins with a capital: Device, S1SPKM, SMETS1, Sub-Committee.
_CAPITAL = r"[A-Z][A-Za-z0-9]*+(?:[-/&][A-Za-z0-9]++){0,4}+"
# Capitalised words in a row, with the small words that join such words into one name.
CAPITALISED = expression(
    rf"(?<![\w'./@-]){_CAPITAL}"
    rf"(?:(?: (?:of|and|for|the|in|to|or|on|by|with|a|an)){{0,2}}+ {_CAPITAL}){{0,12}}+(?![\w@])"
)
JOINING = expression(r" (?:(?:of|and|for|the|in|to|or|on|by|with|a|an) ){1,2}| ")
# What a sentence begins after.
SENTENCE_END = expression(r"(?:[.:;?!]|\b[.:;?!][\"')\]]) ?$|^$|\([a-zA-Z0-9]{1,4}\) ?$|[—–|] ?$")
# A quotation, with whatever stands in it: its words are not the document's own. `IN_MARKS` tells which marks it has.
QUOTED = expression(r"\"[^\"]{0,400}\"|(?<!\w)'[^']{1,120}'(?!\w)")
# The name of a work that is no defined term: it has a year or number, or says that it is legislation or a licence.
OUTSIDE_WORK = expression(r"\b[0-9]{2,}|\b(?:Acts?|Regulations?|Orders?|Rules|Directive|[Ll]icences?|[Cc]onditions?)\b")

# What stands in place of a provision that is no more.
VACATED = expression(r"\[(?:Repealed|Revoked|Spent|Expired|Omitted|Deleted|Not Used)\]")
# Words that say that a reference is to what once stood there.
FORMERLY_BEFORE = expression(r"\b(?:repeal|revocation|omission|deletion|former|formerly)\b[^.;:]{0,40}$")
FORMERLY_AFTER = expression(
    r",?(?: of [^.;:]{1,40})?,? (?:\(?as (?:it was |they were )?(?:in force|in effect|inserted)|had not been "
    r"|before (?:its|it)\b)"
)

# How a paragraph of a list ends: its mark, then the word that joins it to the next, in any brackets and quotes.
LIST_END = expression(r"(?P<mark>[;,.:…—–-]?)[\"')\]]{0,3}(?: ?\b(?P<joins>and/or|and|or|nor|but|then|plus),?)?$")

# A word, or two, said twice: "the the", "of the of the".
DOUBLED_WORD = expression(r"(?<![\w'.-])(?P<said>[A-Za-z]+(?: [A-Za-z]+)?) (?P=said)(?![\w'-])", re.IGNORECASE)
# Marks that cannot stand side by side; a full stop before a comma or semicolon may be an abbreviation's.
DOUBLED_MARK = expression(r"(?:,[,;:.]|;[,;:.]|:[,;:.]|(?<!\.)\.\.(?!\.)|(?<=[a-z]{6})\.[,;:])(?![.,;:]*/)")
# A space before a mark, or behind an opening bracket.
MISPLACED_SPACE = expression(
    r"(?<=[\w\"')\]])(?P<before> )[,;:?!](?![\w=/-])|(?<=[a-z\"')\]])(?P<stop> )\.(?= [A-Z]|$)"
    r"|[(\[](?P<inside> )(?=\w)|(?<=\w)(?P<closing> )[)\]]"
)
# A comma or semicolon with words directly on both sides.
UNSPACED_MARK = expression(r"[,;](?<=[a-z]{2}[,;])(?=[A-Za-z]{2})")
# A bracket, with what tells the label of a list run into the text, "a)" or "(iv)", from one that closes.
BRACKET = expression(r"(?P<label>(?:^|(?<=[\s;,:(]))(?:[A-Za-z0-9]|[ivx]{2,5})\))|[()\[\]]")

# A mark of emphasis or code that nothing closes: `**`, a star directly before a word, a backtick. Not a row of stars.
LEFT_MARK = expression(r"(?<![*\w])\*(?=[A-Za-z])|(?<!\*)\*\*(?!\*)|`+")

# --- Numbers and dates --------------------------------------------------------------------------------------------

_DIGIT_WORD = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million)"
)
_IN_WORDS = rf"{_DIGIT_WORD}(?:(?:-| and | ){_DIGIT_WORD}){{0,8}}"
_IN_FIGURES = r"(?:[0-9]{1,3}(?:,[0-9]{3}){0,3}|[0-9]{4,9})"
# A number in words with its figure: "thirty-one (31)", "one hundred and twenty (120)".
WORDS_FIGURE = expression(
    rf"\b(?P<words>{_IN_WORDS}) \((?P<figure>{_IN_FIGURES})\)",
    re.IGNORECASE,
)
# A figure with its number in words: "31 (thirty-one)".
FIGURE_WORDS = expression(
    rf"(?<![\w.,])(?P<figure>{_IN_FIGURES}) \((?P<words>{_IN_WORDS})\)",
    re.IGNORECASE,
)
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
# "Friday, 31st day of August, 2018", with or without its weekday and year.
DATE = expression(
    r"(?:\b(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),? (?:the )?)?"
    rf"(?<![\w.,£])(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)? (?:day of )?(?P<month>{MONTH})\b"
    r"(?:,? (?P<year>(?:1[6-9]|20|21)[0-9]{2})(?![0-9]))?"
)
# What stands between two dates of a period, and before the first of them.
PERIOD_OPENS = expression(
    r"\b(?P<word>from|between|beginning (?:on|with)|commencing on)(?: and including)? (?:the )?$", re.IGNORECASE
)
PERIOD_JOINS = expression(
    r",? (?:(?P<and>and)|to|until|up to|(?:and )?ending (?:on|with))(?: and including)? (?:the )?"
)
# What says that a date comes round every year, or that its year stands elsewhere: words of years, or words beside the
# date which say that there are several such days.
_ROUND = r"(?:each|every|any|following|preceding|next|previous|last|same|such|immediately|then)"
YEARLY = expression(
    r"\b(?:(?:annual|annually|years?|yearly|calendar|season|thereafter)\b|(?:1[6-9]|20|21)[0-9]{2}"
    r"|(?:each|every|any) (?:[a-z]+ )?(?:period|month|quarter)\b"
    rf"|{_ROUND} (?:the )?(?:[A-Z][a-z]+day )?[0-9]{{1,2}}(?:st|nd|rd|th)? (?:day of )?{MONTH}"
    rf"|{MONTH},? (?:(?:in|of) (?:the )?)?{_ROUND}\b)",
    re.IGNORECASE,
)
SENTENCE_STOP = expression(r"[.;](?= |$)")

# --- Words --------------------------------------------------------------------------------------------------------

AND_OR = expression(r"\band ?/ ?or\b|\bor ?/ ?and\b", re.IGNORECASE)
PRONOUN = expression(r"(?<![\w/'’-])(?:he|she|him|his|her|hers|himself|herself)(?![\w/'’-])", re.IGNORECASE)
# The other of a pair, right behind ("he or she", "his/her", "her or his") or right before.
_PERSON = r"\b(?:he|she|him|his|her|hers|himself|herself|it|its|itself|they|their|them)\b"
PAIRED_AFTER = expression(rf"(?: or |, | and |/){_PERSON}", re.IGNORECASE)
PAIRED_BEFORE = expression(rf"{_PERSON}(?: or |, | and |/)$", re.IGNORECASE)
TITLE_AFTER = expression(r" (?:Majesty|Royal|Excellency|Honour|Grace|Britannic)")
WORD = expression(r"[A-Za-z]+(?:-[a-z]+)?")

# --- Characters and leftovers -------------------------------------------------------------------------------------

# An address that is written out, in which marks and letters are not words.
BARE_ADDRESS = expression(r"(?:https?://|www\.)[^\s<>\"]+|[^\s<>\"@]{1,64}@[^\s<>\"@]+")
# Cyrillic and Greek letters that look like Latin ones.
_GREEK = (
    "\u0391\u0392\u0395-\u0397\u0399\u039a\u039c\u039d\u039f"
    "\u03a1\u03a4\u03a5\u03a7\u03b9\u03ba\u03bd\u03bf\u03c1\u03c5"
)
_CYRILLIC = (
    "\u0405\u0406\u0408\u0410\u0412\u0415\u041a\u041c-\u041e\u0420-\u0423\u0425"
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u0501\u050d\u051b\u051d"
)
_LOOKALIKE = _GREEK + _CYRILLIC
LOOKALIKE = expression(f"[{_LOOKALIKE}]")
LOOKALIKE_WORD = expression(rf"(?<!\w)[A-Za-z{_LOOKALIKE}]{{2,60}}(?!\w)")
# The Latin letters that those look like, by their code points; a few look like one only at a glance.
LATIN = {
    **dict(zip(map(ord, "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧικνορυ"), "ABEZHIKMNOPTYXikvopu", strict=True)),
    **dict(zip(map(ord, "ЅІЈАВЕКМНОРСТУХаеорсухѕіјԁԛԝ"), "SIJABEKMHOPCTYXaeopcyxsijdqw", strict=True)),
}
# A range of numbers or provisions, and the dash in it.
_RANGED = r"[A-Z]?[0-9]{1,4}(?:\.[0-9]{1,3}){0,4}[A-Z]?"
DASHED = expression(rf"(?<![\w.,/:–—-]){_RANGED} ?(?P<dash>[–—-]) ?{_RANGED}(?![\w/:–—-]|\.[0-9])")
# Words in quotation marks, double or single, short enough to be compared; an apostrophe has a letter before it.
IN_MARKS = expression(
    r"\"(?P<double>[^\"\n]{1,200}+)\"|(?<![\w'])'(?P<single>\w[^'\"\n]{0,200})(?<=[\w.,;:!?)])'(?![\w'])"
)
THOUSANDS = expression(r"[0-9]{3}(?![0-9])")
FIXED_SPACE = expression("(?<=[0-9])[\u00a0\u2007\u2009\u202f](?=[0-9])")
# What drafters leave in the words of the law; `TODO` and its like stand here since they are searched for.
DRAFTING_NOTE = expression(
    r"(?<!\[)\[++ ?(?:drafting note|note to draft(?:er)?|drafter'?s note|draft note|note to (?:self|[A-Z]\w+)"
    r"|DN|NTD|TODO|query|to be (?:discussed|reviewed|updated|drafted|completed)|delete (?:as|if)|insert (?:here|as))\b"
    r"[^\[\]]{0,400}\]*|(?<!\?)\?\?(?!\?)|\b(?:TODO|FIXME|NTD)\b:?",
    re.IGNORECASE,
)
FIELD_ERROR = expression(
    r"\bError! ?[A-Z][A-Za-z ]{2,60}\.?|\{ ?(?:REF|PAGEREF|NOTEREF|SEQ|TOC|HYPERLINK|MERGEFIELD)\b[^{}]{0,200}\}"
    r"|\b_Ref[0-9]{6,12}\b"
)
