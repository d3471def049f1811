"""What can be wrong with an instrument as written, in a lawyer's words."""

from secc.syntax.faults import Fault

# The header

NO_HEADER = Fault(
    "this file does not say which instrument it is",
    "the first line",
    'begin the file with its kind, name and title, as in "direction 2020-09-17-tmad: Re-designation of the TMAD"',
)
NEAR_HEADER = Fault(
    "the first line is not quite that of an instrument",
    "read as meant",
    "write the kind in small letters and a colon after the name, as in "
    '"direction 2020-09-17-tmad: Re-designation of the TMAD"',
)
NO_TITLE = Fault(
    "this instrument has no title",
    "the first line",
    "write its title after the colon",
)
NAME_FORM = Fault(
    "the name of this instrument does not begin with its day",
    "the name",
    'write the day, then a short name in small letters, all with hyphens, as in "2020-09-17-tmad"',
)


def unknown_kind(written: str, kinds: str) -> Fault:
    """A kind of instrument that there is not."""
    return Fault(f'there is no kind of instrument called "{written}"', "the kind", f"write one of {kinds}")


def other_name(name: str, place: str) -> Fault:
    """A header that names another instrument than its file."""
    return Fault(
        f"this instrument is called {name}, and its file {place}",
        "the name",
        f"write {place} here, or rename the file or folder",
    )


# Attributes

NO_ATTRIBUTE = Fault(
    "this line is neither an attribute nor an operation",
    "read as neither",
    "write it as `key: value`; or put a blank line above it, and a number before it, if it is an operation",
)


def unknown_attribute(written: str, known: str) -> Fault:
    """A key that there is not; `known` is the nearest, or all of them."""
    return Fault(f"there is no attribute `{written}` of an instrument", "the key", f"write {known}")


def repeated_attribute(key: str) -> Fault:
    """An attribute given twice."""
    return Fault(f"`{key}` is given twice", "the second", "keep one of the two lines")


def empty_attribute(key: str) -> Fault:
    """An attribute without a value."""
    return Fault(f"`{key}` says nothing", "nothing stands after it", "write its value after the colon, or delete it")


NO_DAY = Fault(
    "this is not a day",
    "a day is meant here",
    "write it as 2020-09-17 or as 17 September 2020",
)
PARTED_ATTRIBUTE = Fault(
    "this attribute stands below a blank line",
    "not read",
    "move it to the lines directly below the first; if it is an operation, write its number before it",
)
STATUS = Fault(
    "the only status that is written is `draft`",
    "the status",
    "write draft; or delete the line, since the status follows from the days of the instrument",
)
BASELINE = Fault(
    "this baseline is neither a version nor documents with their digests",
    "the baseline",
    'write a version ("26.0"), or documents parted by semicolons ("Section A sec1:…; Appendix AL sec1:…")',
)


def impossible_day(written: str) -> Fault:
    """A day that no calendar has."""
    return Fault(f"there is no such day as {written}", "the day", "write a day that the calendar has")


# The layout of operations

NO_OPERATIONS = Fault(
    "this instrument has no operations",
    "nothing is numbered below it",
    "write what it does in numbered paragraphs at the margin; "
    "if it changes nothing, write: 1 no change to Section …: and why",
)
UNNUMBERED = Fault(
    "this operative paragraph has no number",
    "begins here",
    "write the next number before it; indent it by two spaces if it goes on with the paragraph above",
)
COMMENT_INSIDE = Fault(
    "a comment stands inside this operation",
    "the operation goes on here",
    "move the comment above the operation",
)
STRAY_TEXT = Fault(
    "words are set out here, and no operation stands above them",
    "belongs to nothing",
    "write the operation that inserts or substitutes them above them",
)
EMPTY_TEXT = Fault(
    "nothing is set out on these lines",
    "only the marks",
    "write what is to stand in the Code after the `> `",
)


def repeated_number(number: str) -> Fault:
    """Two operations with one number."""
    return Fault(
        f"two operations are numbered {number}",
        "the second",
        "give it the next number, or a letter after the number (2A) if others refer to those below it",
    )


def disordered_number(number: str, above: str) -> Fault:
    """A number below a later one."""
    return Fault(
        f"operation {number} stands below operation {above}",
        "out of order",
        "number the operations in their order",
    )


# Sentences

OPEN_QUOTATION = Fault(
    "this quotation mark is not closed",
    "begins here",
    'put " at the end of the words; a quotation mark within them is written \\"',
)
EMPTY_WORDS = Fault(
    "there are no words between these quotation marks",
    "empty",
    'write the words; to delete words, write: omit "…"',
)
TWO_INSTRUCTIONS = Fault(
    "this paragraph gives a second instruction",
    "the second begins here",
    "give each instruction a numbered paragraph of its own",
)
NO_PLACE_FOR_WORDS = Fault(
    "no place given for these words",
    "where do they go?",
    'write where they go, as in: in Section A1.1, at the end insert "…"; or: after "…" insert "…"',
)
NO_PLACE_FOR_TEXT = Fault(
    "no place given for what is set out",
    "where does it go?",
    "write where it goes, as in: in Section H14, after Section H14.36 insert; or: at the appropriate place insert",
)
WORDS_IN_WHAT = Fault(
    "this does not say in which provision the words stand",
    "in which provision?",
    'write the provision first, as in: in Section H14.31, for "…" substitute "…"',
)
WORDS_AFTER_PROVISION = Fault(
    "words in quotation marks cannot stand between provisions",
    "the place of a provision",
    "set a provision out on lines below that begin `  > `; or say after which words these go: "
    'in Section H14.36, after "…" insert',
)
WORDS_FOR_PROVISION = Fault(
    "what is to stand for a provision is given in quotation marks",
    "words",
    "set it out, with its number, on lines below that begin `  > `",
)
TEXT_FOR_WORDS = Fault(
    "what is to stand for words is set out on lines of its own",
    "words for words",
    "write it in quotation marks after `substitute`",
)
TEXT_FOR_HEADING = Fault(
    "a heading is set out on lines of its own",
    "a heading",
    "write the new heading in quotation marks after `substitute`",
)
NO_ANNEX = Fault(
    "this does not say where the text of the document is",
    "designates a document",
    "add: in the form set out at annexes/appendix-AO.sec",
)
NO_DOCUMENT_NAMED = Fault(
    "this is not a whole document",
    "a Section, Schedule or Appendix is meant here",
    "write the document alone, as in: Appendix AO",
)
SAID_TWICE = Fault(
    "this paragraph says the same kind of thing twice",
    "the second",
    "keep one of the two; or give each a numbered paragraph of its own",
)
TOO_MUCH = Fault(
    "this sentence has too many parts to be read",
    "begins here",
    "divide it into several numbered paragraphs",
)
NOT_AN_OPERATION_NUMBER = Fault(
    "an operation of an instrument has a number alone",
    "the number of an operation",
    "write it as: paragraph 2 of 2015-04-24-informal-testing",
)

# Places

NO_DOCUMENT = Fault(
    "this does not say in which document it stands",
    "in which Section, Schedule or Appendix?",
    "write the document with it, as in: Clause 4.26 of Appendix AL; or: Section H14.31(a)",
)
TWO_DOCUMENTS = Fault(
    "two documents are named where one can be meant",
    "names two",
    "name the provision once, as in: Section H14.31(a)",
)
UNCLEAR_PLACE = Fault(
    "the parts of this place do not go together",
    "in what, and in what order?",
    "write it from the inside out, as in: Clause A7 of Annex A of Appendix D; or: paragraph (b) of the definition of "
    '"Device" in Section A1.1',
)
NO_NUMBER = Fault(
    "this is not the number of a provision",
    "a number is meant here",
    "write it as the Code does, as in: Section H14.31(a); Clause 4.26 of Appendix AL",
)
NO_LETTER = Fault(
    "this Section has no letter",
    "in which document?",
    "write it with its letter, as in: Section H14.31; or, in an Appendix: Clause 4.26 of Appendix AL",
)
NOT_ONE_PLACE = Fault(
    "several provisions are named where one can be meant",
    "names several",
    "name one, and give each of the others a numbered paragraph of its own",
)
NOT_WHOLE = Fault(
    "a whole provision is meant here",
    "a part of a provision",
    "name the provision alone, as in: Section H14.31(a)",
)
TITLE_ECHOED = Fault(
    "the title of a provision stands in brackets after its number",
    "the title",
    "leave it out: the number alone says which provision is meant",
)
TEXT_UNASKED = Fault(
    "words are set out below an operation that takes none",
    "set out here",
    "delete them; or write the operation that inserts or substitutes them, in a numbered paragraph of its own",
)
TEXT_IN_SENTENCE = Fault(
    "words are set out here in the middle of a sentence",
    "set out here",
    "finish the sentence above them with `insert` or `substitute`, and write how long it holds on lines below them",
)

# Annexes


def annex_elsewhere(name: str) -> Fault:
    """An annex that does not lie in its instrument's own folder."""
    return Fault(
        "this annex does not lie in a folder of the instrument",
        "the annex",
        f"put the instrument at {name}/instrument.sec, and the annex into {name}/annexes",
    )


def no_annex(place: str) -> Fault:
    """An annex that is not there."""
    return Fault("there is no such annex", "the annex", f"put the text of the document at {place}, or mend the path")
