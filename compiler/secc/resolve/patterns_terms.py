"""The regular expressions that find and read terms and definitions; see `patterns`."""

from secc.expressions import expression

# --- Terms: the names that a definition introduces ----------------------------------------------------------------

# Words in double quotes. An inch mark (19" rack) opens none.
QUOTED = expression(r'(?<!\w)"(?P<name>[^"]{1,160})"(?!\w)')
# What stands between two names of one list. After "or" the second is another name of the same thing.
BETWEEN_NAMES = expression(
    r"(?P<alias>,? or (?:(?:the|an?) )?| \(or (?:(?:the|an?) )?)"
    r"|,? and (?:(?:the|an?) )?|, (?:(?:the|an?) )?"
    r"|,? (?:and )?(?:together|collectively),? (?:with [^\"()]{1,80} )?(?:the )?"
)
# The words before a quotation that say it is quoted as words, not as a term.
MENTIONED = expression(
    r"\b(?:words?|phrases?|in which|entry(?: of)?|entitled|headed|heading|labelled|marked|for example,?|shown (?:as|by)"
    r"|status(?: of)?|values?(?: of)?)\s+(?:(?:the|an?)\s+)?\Z"
)
# The words after a name which say that its meaning follows.
MEANS = expression(
    r",?(?: (?:in relation to|in respect of|as regards|for the purposes? of|when used in|in)\b[^\",;]{1,100}?,?)?"
    r" (?:means?\b|shall mean\b|(?:has|have|shall have) the (?:same )?meanings?\b|(?:shall be|is to be|are to be)"
    r" (?:read|construed|interpreted) (?:as|in accordance with)\b"
    r"|(?:does not include|includes?)\b(?! (?:a )?references?))|\s?—\Z"
)
# "The expressions "A" and "B" are used with their GBCS meanings"; "A" has its GBCS meaning.
BORROWED = expression(
    r" (?:(?:is|are) used with (?:its|their)|(?:has|have) (?:its|their)) "
    r"(?P<namespace>[^\s\",.;()][^\",.;()]{0,80}?) meanings?\b"
)
# In brackets: the words up to the name, and what may follow it.
BRACKET_BEFORE = expression(
    r"\((?:[^()\"]{0,120}[\s,])?(?:the|an?|its|their|together|collectively|being|called"
    r"|(?:known|referred to)(?: [a-z]{1,20}){0,4} as|in this [A-Za-z]+(?: [\w.()]+)?,?|or)\s\Z"
)
BRACKET_AFTER = expression(r"\)|\s?/|,? (?:and |or )?(?:each|together|collectively)\b")
KNOWN_AS = expression(r"\b(?:known|referred to)(?: [A-Za-z]{1,20}){0,4} as\s(?:(?:the|an?)\s)?\Z")
ARTICLE = expression(r"(?:\A|\s)(?:[Tt]he|[Aa]n?|[Ee]ach|[Ii]ts)\s\Z")
# What may follow a name with its article, when that introduces it. A noun may not: the "Submit" button.
AFTER_ARTICLE = expression(
    r"(?: (?:shall|will|is|are|has|have|of|for|in|on|at|by|to|where|which|who|that|as|when|if|unless|occurs?|comprises?"
    r"|consists?|includes?)\b|[,.;:)]| \(or )"
)
SENTENCE_BEFORE = expression(r"(?:\A|[.:;,—]\s|\bthat\s)\Z")
SHALL_BE = expression(
    r" (?:shall (?:be (?!read|construed|interpreted)|consist|comprise)|(?:is|are) (?:the|an?|any|each|those|such)\b)"
)
REFERENCE_TO = expression(r"\b[Rr]eferences?(?: in this [A-Z][a-z]+)? to (?:(?:the|an?) )?\Z")
IS_A_REFERENCE = expression(r" (?:is|are|means?|shall be(?: (?:read|construed|interpreted) as)?) (?:a )?references?\b")
SENTENCE_END = expression(r"[.;:]\s+(?=[A-Z(\"])")

# --- Terms: the other forms that a definition declares --------------------------------------------------------------

ACCORDINGLY = expression(
    r",? (?:(?:shall|must|is to|are to) be (?:construed|read|interpreted) accordingly"
    r"|(?:shall have|has|have) (?:a )?corresponding meanings?)\b"
)
# The last name before those words; without quotes, a word that may have capitalised ones before it.
LAST_COGNATE = expression(r'"(?P<quoted>[^"]{1,80})"\Z|\b(?P<plain>(?:[A-Z][\w-]{0,40} ){0,3}[\w-]{2,40})\Z')
COGNATE_BEFORE = expression(r"(?P<join>,? (?:and|or) |, )?(?P<lead>references? to )?(?:(?:the|an?) )?\Z")

# --- Terms: how far a definition reaches ----------------------------------------------------------------------------

# Opening words that may limit it: "In this Section K11, …", "For the purposes of Clauses 4.26 to 4.30, …".
OPENING = expression(
    r"\W{0,3}(?:In addition, )?(?:[Ii]n|[Ff]or the purposes? of|[Uu]nder)"
    r" (?=th(?:is|ese)\s|(?:[Ss]ub-?)?(?:[Ss]ections?|[Cc]lauses?|[Pp]aragraphs?) )"
)
OWN_OPENING = expression(r"(?:,| means,?| shall mean,?) (?:in|for the purposes? of) (?=th(?:is|ese)\s)")
THIS_PROVISION = expression(r"(?P<pointer>this|these) (?P<word>[A-Za-z]+(?:-[a-z]+)?)")
TERM_HEAD = expression(r"(?:[Dd]efined )?(?:[Tt]erms?|[Ee]xpressions?|[Aa]bbreviations?)")
MEANING_HEAD = expression(r"(?:[Mm]eanings?|[Dd]efinitions?)")
CELL_ALIAS = expression(r"(?P<name>[^()]{1,160}) \((?:or )?(?:the )?(?P<alias>[A-Z0-9][\w&+-]{1,20})\)")

# --- Terms: meanings taken from elsewhere ---------------------------------------------------------------------------

# "(with its GBCS meaning)", ", each with their Organisation Certificate Policy meanings".
WITH_MEANING = expression(
    r"[ ,(]{1,3}(?P<each>each )?with (?P<number>its|their|the) "
    r"(?P<namespace>[A-Z][^\s()]{0,30}(?: [A-Za-z][^\s()]{0,30}){0,6}?) meanings?\b"
)
# A run of capitalised words up to a place, with the "of" that joins them, without an article before them.
CAPITALISED_RUN = expression(
    r"(?<![\w-])(?P<run>(?!(?:The|An?|Each|Any|Every) )"
    r"[A-Z0-9][\w+&/-]{0,40}(?: (?:of (?:the )?)?[A-Z0-9][\w+&/-]{0,40}){0,7})\Z"
)
# Two words that begin a sentence, of which the first is no use of a term "Subject".
SUBJECT_TO = expression(r"(?:\A|[.:;] )Subject(?= to\b)")
BEFORE_LISTED = expression(r"(?:,? (?:and|or) |, )(?:(?:the|an?|any|each) )?\Z")
