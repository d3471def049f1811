"""The regular expressions of the rules about defined terms; none has a repetition within a repetition."""

import re

# A word, with what joins two into one.
WORD = re.compile(r"[a-z0-9](?:[\w'&/-]*[\w])?")
# Behind a term, what says that it is a noun of its own and no part of a longer name ("public key infrastructure").
ENDS_NOUN = re.compile(
    r"(?:'s)?(?:[.,;:)\]?!]|\Z| ?[—–]| (?:of|for|to|by|and|or|in|at|on|that|which|who|whom|whose|shall|will|may|must|can"
    r"|is|are|was|were|be|has|have|had|does|do|with|without|from|under|as|where|when|before|after|unless|if|during"
    r"|within|until|than|not|so|then|only|pursuant|whether|is|(?:\w+ly)|(?:\w+ed)|means|includes|\()(?![\w-]))"
)
