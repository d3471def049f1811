"""The regular expressions of the rules about defined terms; none has a repetition within a repetition."""

from secc.expressions import expression

# A word, with what joins two into one.
WORD = expression(r"[a-z0-9](?:[\w'&/-]*[\w])?")
# Behind a term, what says that it is a noun of its own and no part of a longer name ("public key infrastructure").
ENDS_NOUN = expression(
    r"(?:'s)?(?:[.,;:)\]?!]|\Z| ?[—–]| \(| (?:of|for|to|by|and|or|in|at|on|that|which|who|whom|whose|shall|will|may"
    r"|must|can|is|are|was|were|be|has|have|had|does|do|with|without|from|under|as|where|when|before|after|unless|if"
    r"|during|within|until|than|not|so|then|only|pursuant|whether|means|includes|\w+ly|\w+ed"
    r"|the|an?|each|any|all|such|this|these|those|its?|they|their|being|having|operating|relating|arising|using|\w)"
    r"(?![\w-]))"
)
# The words of a definition which say that its meaning is for this document, whatever the Code defines elsewhere.
OWN_MEANING = expression(
    r"\b[Ii]n this (?:Appendix|Schedule|Agreement|Accession Agreement|Bilateral Agreement|Annex|document|Policy)\b"
    r"|\b(?:in place of|instead of|rather than) (?:its|the|their) meaning"
)
# Behind the names of a definition, the words up to the thing that it is said to be: 'means a', 'means (a) the',
# 'means, in relation to X, each'.
MEANS_A = expression(
    r'"?\)? (?:means|shall mean)(?:,[^,]{1,80},)? (?:\(a\) )?(?:(?:the|(?P<one>an?|any|each|every)|all) )?'
)
# Behind a term, words with which a name goes on, or which say whose thing it is.
_IN_LAW = (
    r"within|under|as|by|established|appointed|continued|referred|known|incorporated|constituted|defined"
    r"|[a-z]{3,12}ed (?:by|under)"
)
GOES_ON = expression(rf"(?: \([^()]{{1,60}}\))?,? (?:for|of|in|at|to|on|{_IN_LAW}|that is|which is)\b| [A-Z]")
# Behind one of several such things, words which say by what law it is one: "a Company within the meaning of …".
IN_LAW = expression(rf"(?: \([^()]{{1,60}}\))?,? (?:(?:to|of|in) which|{_IN_LAW})\b| [A-Z]")
# A definition that points to the place which defines the term.
POINTS = expression(r"\bmeanings? (?:given|set out|ascribed)\b[^;.]{0,60}? in (?:the )?")
# An abbreviation: at least two capitals or figures, no small letter but a plural's.
ABBREVIATION = expression(r"(?=[A-Z0-9&/+-]*[A-Z][A-Z0-9&/+-]*[A-Z0-9])[A-Z0-9][A-Z0-9&/+-]{1,11}s?")
# An abbreviation in brackets behind the words that it stands for.
EXPANDED = expression(
    r"(?<![\w\"])(?P<long>[A-Z][\w'’-]*+(?: (?:(?:of|and|for|the|in|to|on) ){0,2}+[A-Z][\w'’-]*+){1,9})"
    r" \((?:the |or )?\"?(?P<short>[A-Z][A-Z0-9&]{1,10})\"?\)"
)
# An abbreviation of three letters or more, capitals only, that stands by itself.
SHORT = expression(r"(?<![\w'./@&-])(?P<short>[A-Z]{3,8})(?:s)?(?![\w@&/-]|\.[A-Za-z0-9])")
# Behind a symbol, the words which explain it.
EXPLAINS = expression(r",? (?:is|are|means|shall be|has|have|denotes|represents|stands for|equals)\b|:| =")
# A letter of a subscript.
INDEX = expression(r"\\[a-zA-Z]+|[a-zA-Z]")
