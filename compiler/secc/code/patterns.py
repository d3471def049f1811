"""The regular expressions of this layer; none has a repetition within a repetition over the same characters."""

from secc.expressions import expression

# A document as readers write it.
DOCUMENT = expression(r"(?:Section [A-Z]{1,2}|Schedule [0-9]{1,3}|Appendix [A-Z]{1,3})")
# The quoted terms with which a definition begins, straightened: "A"; "A" or "B"; "A", or "B"; "A" and "B".
TERM = expression(r'"(?P<name>[^"]+)"')
TERM_JOIN = expression(r',?[ ](?:or|and)[ ](?=")|,[ ](?=")')
# `"Data and Communications Company" or DCC means`: a name that the quotes were left off.
UNQUOTED_ALIAS = expression(r" (?:or|and) (?P<name>[A-Z][A-Za-z0-9 ]{0,60}?),? (?=means|has the meaning)")
# [Not used] and its like, alone, or with what joins it to the rest of a list.
VACANT = expression(
    r"\[(?:Not used|NOT USED|Not Used|Repealed|Omitted|Deleted|Reserved|Spent)\](?:[.,;]|[,;] (?:and|or))?|…|\.\.\."
)
# What was perhaps meant as one: `Not used`, `(Not used)`, `[Not used`, `[not Used].`
NEAR_VACANT = expression(
    r"(?:[\[(]\s*(?i:not used|repealed|omitted|deleted|reserved|spent)\s*[\])]?|N(?:ot used|ot Used|OT USED)\]?)[.,;]?"
)
# What may begin something even in the middle of a sentence at the margin, and what runs on until it is closed.
MAY_BEGIN_ANYWHERE = expression(r"(?m:^)[#|$`!/\-\[(>]|```|\$\$")
