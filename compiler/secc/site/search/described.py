"""How the search is asked, and how its files are read, in words: for programs that search as the site's scripts do."""

from secc.site.search.index import FORMAT, INDEX, KNOWN_TERMS, TERMS
from secc.site.search.proposed import PROPOSED
from secc.site.search.shards import FOLDER

ASKED = "search/?q={words}&at={day}&document={document}&kind={kind}&status={status}"
"""The page with what is found; what is not to be narrowed is left out."""

ASKING = (
    "Words find what has all of them, in any order, on the day; without a day, on that of the site.",
    "Words in quotation marks find them one after another.",
    "A word with a star after it may only have begun, and so may the last, unless a space follows it.",
    "Case does not count, nor does the accent of a Latin letter. A hyphen or apostrophe parts words, which are then"
    " found one after another. A full stop is part of a word before a digit: 14.31.",
    "Words are searched as they have effect for everybody, as known now; the best come first (BM25).",
)

FILES = (
    (INDEX, "what every answer needs, and the names of the others; it keeps its name"),
    (TERMS, "the names of the files of terms alone, for the terms of a day; it keeps its name too"),
    (
        KNOWN_TERMS,
        "the names of terms as known on each day: each with its days in full, and since when and until when it was"
        " known so, where that is not from the first of these days on; it keeps its name",
    ),
    (
        PROPOSED,
        "the numbers that changes in flight would bring in: document, as numbered in the index, identifier, and the"
        " names of the instruments; it keeps its name",
    ),
    (f"{FOLDER}words-….json", "which texts each word is in, and how often, in the order of words"),
    (f"{FOLDER}places-….json", "where in them it stands, for phrases"),
    (f"{FOLDER}nexts-….json", "with what the word after it begins there, for phrases that end in one letter"),
    (f"{FOLDER}terms-….json", "names of defined terms, those that words introduce among them, each with its days"),
)

FIELDS = (
    ("today, days", "the day of the site; the days on which anything changes, which are counted from 1"),
    (
        "documents, pages",
        "name, printed name, root and short names of each document; document, address and title of each page, then from"
        " which day it was called otherwise",
    ),
    (
        "identifiers, units",
        "the id of each unit, as sorted lines, + for the one before with its last number one more; runs of units:"
        " whether the next page begins, kind (provision, definition, heading, other), how many",
    ),
    (
        "texts",
        "three strings: by day of change, how many units there are of which a text begins, and how far each is from the"
        " one before; the same of those of which one ends and none begins; and the units whose texts came back or stand"
        " beside each other: how many, of each how far it is from the one before, how many texts, of each how many"
        " stretches of days, of each the first day and how many follow, 0 for ever. A text ends where the next of its"
        " unit begins",
    ),
    ("lengths", "of each text, three times the logarithm to base 2 of one more than its words"),
    (
        "statuses",
        "document, id, from, until, sign and state, where a provision is not plainly in effect; without sign and state,"
        " where it is and what it stands in is not",
    ),
    ("words, places, nexts, terms", "the shards of each kind: first word, file"),
)

READING = (
    f"The index has the format {FORMAT}, and its lists are counted from 0.",
    "Numbers are written one after another in digits of five bits, the lowest first, from A (0) to Z, a to z, 0 to 9, -"
    " and _; 32 is added to a digit that another of the same number follows. In sorted lines, each begins with how many"
    " letters it has in common with the one before.",
    "A shard is two texts of lines: the words, sorted; what is found by each. By a word that is, for each text that has"
    " it, four times the number of texts passed over, and how often it is there, less one, at most 3.",
    "Places are, for each of the same texts, how many, and how far each is from the one before; = where they are those"
    " of the text before, of the same unit.",
    "Nexts are, for each of the same texts, a sign for each place: the letter from a to z or the digit with which the"
    " word after it begins, ~ for another sign, . for none; and = for the same places with the same signs as before.",
    "By a name it is JSON: the name, the first name of the term or 0, where that is defined (A1.1/#<->, <-> standing"
    " for the first name as it is in addresses; of what words introduce, their provision: appendix-G/3.1/#a), the days,"
    " and to what the term is limited: 1 for its document, nothing for the whole Code.",
)
