"""Instruments of every shape that the language has, made up by Hypothesis."""

import re
from datetime import date

from hypothesis import strategies as st

from secc.ids import Address, DocumentId, DocumentKind
from secc.instruments.model import (
    Action,
    AfterPlace,
    AfterWords,
    AppropriatePlace,
    AtBeginning,
    AtEnd,
    Baseline,
    BeforePlace,
    BeforeWords,
    Cancel,
    Cease,
    Commence,
    Dates,
    Decide,
    Designate,
    Dimension,
    Disapply,
    Extend,
    FixOperation,
    FixProvision,
    InsertProvisions,
    InsertWords,
    Instrument,
    InstrumentKind,
    Join,
    Limit,
    Move,
    NoChange,
    Occurs,
    OmitProvisions,
    OmitWords,
    Operation,
    Outside,
    ReadAs,
    Redesignate,
    RenameTerm,
    Renumber,
    Resume,
    Revoke,
    Save,
    Scope,
    SourceText,
    Split,
    StagedRename,
    States,
    Stretch,
    SubstituteHeading,
    SubstituteProvisions,
    SubstituteWords,
    Suspend,
    Vary,
    Which,
    Withdraw,
    Words,
)
from secc.instruments.places import (
    ClosingWords,
    Heading,
    One,
    OpeningWords,
    Place,
    Range,
    SubHeadingNamed,
    TableRow,
    Whole,
)
from secc.instruments.when import (
    After,
    Directed,
    Earlier,
    Effect,
    Event,
    IfDecided,
    InstrumentRef,
    Later,
    Never,
    On,
    OperationRef,
    Unit,
)
from secc.source import Span

SPAN = Span(0, 0)
days = st.dates(date(2013, 9, 23), date(2030, 12, 31))

# Words: runs of signs that have a meaning somewhere in the language, parted by single spaces.
PIECES = (
    "the", "DCC", "Section", "H14.31(a),", "for", "in", "and", "from", "2018-10-01", "[TBC]", '"X"', '"', "\\", '\\"',
    "a\\b", "it's", "(a)", "(", ")", "1", "2", "note:", "//", "//x", ">", "> x", "by:", ":", ",", ";",
    ".", "end.", "…", "–", "é", "omit", "save", "until", "never", "to", "of", "as", "|", "#", "`", "*",
    "Appendix", "AL", "2020-09-17-tmad", "insert", "shall", "no", "change",
)  # fmt: skip
words = st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).map(" ".join)
plain = st.lists(st.sampled_from(("Free", "words", "of", '"any"', "1", "kind,", "(a)", "here.", "//", ">", "note:")),
                 max_size=30).map(lambda more: " ".join(["Some", *more]))  # fmt: skip
names = st.tuples(days, st.sampled_from(("tmad", "first-designation", "a", "mp173", "sec-5-14"))).map(
    lambda pair: f"{pair[0]}-{pair[1]}"
)
numbers = st.tuples(st.integers(1, 60), st.sampled_from(("", "", "A", "B", "AA"))).map(
    lambda pair: f"{pair[0]}{pair[1]}"
)

# Addresses

documents = st.one_of(
    st.sampled_from("ABCHKXZ").map(lambda label: DocumentId(DocumentKind.SECTION, label)),
    st.sampled_from(("A", "D", "AL", "AS", "AT", "IN", "Z")).map(
        lambda label: DocumentId(DocumentKind.APPENDIX, label)
    ),
    st.sampled_from(("1", "8", "11")).map(lambda label: DocumentId(DocumentKind.SCHEDULE, label)),
)
letters = st.sampled_from(("(a)", "(b)", "(iv)", "(A)", "(1)", "(aa)", "(1BA)", "(z)"))
paragraphs = st.lists(letters, max_size=3).map(tuple)
_LAST_NUMBER = re.compile(r"\d+[A-Z]*$")
dotted = st.sampled_from(("4.26", "1", "2.5.6", "36AA", "A7", "A7.2", "H14.36A"))
divisions = st.sampled_from(
    ((), (), (), ("annex-A",), ("part-B",), ("document-2",), ("annex-A", "part-1"), ("document-1", "annex-B", "part-2"))
)
terms = words.map(lambda term: f'"{term}"')


@st.composite
def addresses(draw: st.DrawFn) -> Address:
    document = draw(documents)
    if document.kind is DocumentKind.SECTION and draw(st.booleans()):
        own = draw(st.sampled_from(("1", "14", "14.31", "14.36A", "4A.2")))
        path: tuple[str, ...] = (f"{document.label}{own}", *draw(paragraphs))
    else:
        path = draw(divisions)
        if draw(st.booleans()):
            path = (*path, draw(dotted))
        path = (*path, *draw(paragraphs))
    while draw(st.integers(0, 3)) == 3:
        path = (*path, draw(terms), *draw(st.lists(letters, max_size=1)))
        if path[-1].startswith('"'):
            break
    return Address(document, path)


def numbered_like(step: str) -> st.SearchStrategy[str]:
    """The numbers that a provision can get when it has another: `H14.7A` for H14.31, `B` for Annex A."""
    if step.startswith("("):
        return letters
    return st.sampled_from(("B", "2")) if "-" in step else st.just(_LAST_NUMBER.sub("7A", step))


def steps_like(step: str) -> st.SearchStrategy[str]:
    """The last steps of the addresses beside one that ends with a step."""
    if step.startswith('"'):
        return terms
    kind, divided, _ = step.partition("-")
    return numbered_like(step).map(lambda label: f"{kind}-{label}" if divided else label)


@st.composite
def beside_it(draw: st.DrawFn, first: Address) -> Address:
    if not first.path:
        return Address(draw(documents))
    return Address(first.document, (*first.path[:-1], draw(steps_like(first.path[-1]))))


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    first = draw(addresses())
    return Range(first, draw(beside_it(first)))


parts = st.one_of(
    st.just(Whole()),
    st.just(Whole()),
    st.just(OpeningWords()),
    st.just(ClosingWords()),
    st.just(Heading()),
    st.builds(SubHeadingNamed, words),
    st.builds(TableRow, words | st.just(""), words | st.just(""), words | st.just("")),
)
places = st.builds(Place, addresses(), parts)
wholes = st.builds(Place, addresses())
maybe_places = st.none() | places
provisions = st.lists(st.builds(One, addresses()) | ranges(), min_size=1, max_size=4).map(tuple)


def maybe_last(place: Place) -> st.SearchStrategy[Place | None]:
    """The end of a range that begins with a place, or none."""
    return st.none() | st.builds(Place, beside_it(place.address), parts)


# When and to whom

operation_refs = st.builds(OperationRef, names, numbers)
refs = st.one_of(operation_refs, st.builds(InstrumentRef, names))
cases = st.lists(st.tuples(days, days), min_size=1, max_size=3).map(tuple)
whens = st.recursive(
    st.one_of(
        st.builds(On, days),
        st.builds(Event, words),
        st.builds(Effect, refs),
        st.just(Never()),
        st.builds(IfDecided, cases),
    ),
    lambda inner: st.one_of(
        st.builds(Earlier, st.lists(inner, min_size=2, max_size=3).map(tuple)),
        st.builds(Later, st.lists(inner, min_size=2, max_size=3).map(tuple)),
        st.builds(After, st.integers(1, 400), st.sampled_from(Unit), inner),
        st.builds(Directed, inner),
    ),
    max_leaves=5,
)
limits = st.sets(st.tuples(st.sampled_from(Dimension), words), max_size=3)
scopes = limits.map(lambda pairs: Scope(tuple(Limit(*pair) for pair in sorted(pairs))))

# What operations do

new_labels = st.sampled_from(("H14.5A", "4.6", "(d)", "AP", "H14.31(aa)"))
paths = st.sampled_from(("annexes/appendix-AO.sec", "annexes/schedule-11.sec"))
versions = st.sampled_from(("", "1.0", "7.0", "0.9.2"))
quoted = st.one_of(st.builds(Words, words, st.sampled_from(Which)), st.builds(Stretch, words, words | st.just("")))
once = st.builds(Words, words, st.sampled_from(Which))
beside = st.one_of(st.builds(AfterPlace, places), st.builds(BeforePlace, places))
edges = st.one_of(st.just(AtEnd()), st.just(AtBeginning()))
by_words = st.one_of(st.builds(AfterWords, once), st.builds(BeforeWords, once))
texts = st.sampled_from(
    (
        ("H14.36A This Section H14.36A shall apply:", "  (a) to Devices; and", "  (b) to Users."),
        ("(d) the Users.",),
        ("| Service | 2018 |",),
        ('define "X" means the "Y".', "", 'define "Z" means Y:', "  (a) a; and", "", "    and more."),
        ("# H15 Reports", "", "H15.1 The DCC shall report.", "", "> quoted words", "", "## Forms"),
        ("in the form of words that stand by themselves",),
    )
).map(SourceText)

insert_words = st.builds(InsertWords, places, edges | by_words, words)
insert_provisions = st.builds(
    InsertProvisions, places, st.one_of(edges, by_words, beside, st.just(AppropriatePlace())), texts
)
substitute_words = st.builds(SubstituteWords, places, quoted, words)
omit_words = st.builds(OmitWords, places, quoted)


@st.composite
def substitute_provisions(draw: st.DrawFn) -> SubstituteProvisions:
    place = draw(places)
    last = draw(maybe_last(place))
    if isinstance(place.part, Heading):
        place = Place(place.address)
    return SubstituteProvisions(place, draw(texts), last)


@st.composite
def omissions(draw: st.DrawFn) -> OmitProvisions:
    place = draw(places)
    return OmitProvisions(place, draw(st.sampled_from(("", "[Not used]", "[Omitted]", "…"))), draw(maybe_last(place)))


headings = st.builds(Place, addresses(), st.one_of(st.just(Heading()), st.builds(SubHeadingNamed, words)))
substitute_heading = st.builds(SubstituteHeading, headings, words)


@st.composite
def renumberings(draw: st.DrawFn) -> Renumber:
    place = draw(places.filter(_is_numbered))
    label = numbered_like(place.address.path[-1])
    last = draw(maybe_last(place))
    return Renumber(place, draw(label), last, draw(label) if last is not None else "")


@st.composite
def splits(draw: st.DrawFn) -> Split:
    place = draw(places.filter(_is_numbered))
    return Split(place, draw(once), draw(numbered_like(place.address.path[-1])))


def _is_numbered(place: Place) -> bool:
    return bool(place.address.path) and not place.address.path[-1].startswith('"')


@st.composite
def moves(draw: st.DrawFn) -> Move:
    place = draw(places)
    goal, into, label = draw(beside | edges), draw(maybe_places), draw(st.just("") | new_labels)
    return Move(place, goal, into, label, draw(maybe_last(place)))


changes = st.one_of(
    insert_words, insert_provisions, substitute_words, omit_words, substitute_provisions(), omissions(),
    substitute_heading,
)  # fmt: skip


@st.composite
def variations(draw: st.DrawFn) -> Vary:
    change = draw(changes)
    own = draw(st.booleans())
    return Vary(change.place if own else draw(places), change)


actions: st.SearchStrategy[Action] = st.one_of(
    st.builds(Designate, documents, versions, paths),
    st.builds(Redesignate, documents, versions, paths),
    st.builds(Revoke, documents),
    changes,
    moves(),
    renumberings(),
    splits(),
    st.builds(Join, places, places),
    st.builds(RenameTerm, words, words, st.lists(documents, max_size=3).map(tuple)),
    st.builds(StagedRename, words, words),
    st.builds(Commence, provisions),
    st.builds(Cease, provisions),
    st.builds(Extend, provisions, whens, st.booleans()),
    variations(),
    st.builds(Cancel, operation_refs),
    st.builds(Disapply, provisions),
    st.builds(Suspend, provisions),
    st.builds(Resume, provisions),
    st.builds(Occurs, words, days),
    st.builds(FixOperation, operation_refs, days),
    st.builds(FixProvision, places, days),
    st.builds(Decide, names, days),
    st.builds(Withdraw, refs),
    st.builds(States, places, operation_refs),
    st.builds(Save, plain),
    st.builds(ReadAs, places, words, words),
    st.builds(NoChange, places, plain | st.just("")),
    st.builds(Outside, plain),
)


@st.composite
def operations(draw: st.DrawFn, number: str = "1") -> Operation:
    return Operation(
        number=number,
        action=draw(actions),
        span=SPAN,
        starts=draw(st.none() | whens),
        ends=draw(st.none() | whens),
        scope=draw(st.none() | scopes.filter(lambda scope: bool(scope.limits))),
        under=draw(st.lists(words, max_size=2).map(tuple)),
    )


maybe_days = st.none() | days
parties = plain.map(lambda each: each.replace(";", ","))
baselines = st.one_of(
    st.just(Baseline()),
    st.just(Baseline("26.0")),
    st.lists(st.tuples(documents, st.just("sec1:0123456789abcdef")), min_size=1, max_size=3).map(
        lambda each: Baseline("", tuple(each))
    ),
)


@st.composite
def instruments(draw: st.DrawFn) -> Instrument:
    count = draw(st.integers(0, 4))
    return Instrument(
        kind=draw(st.sampled_from((InstrumentKind.RELEASE, InstrumentKind.CONSULTATION)))
        if count == 0
        else draw(st.sampled_from(InstrumentKind)),
        name=draw(names),
        title=draw(plain),
        by=draw(st.just("") | plain),
        under=draw(st.lists(parties, max_size=3).map(tuple)),
        dates=draw(st.builds(Dates, **dict.fromkeys(Dates.__struct_fields__, maybe_days))),
        starts=draw(st.none() | whens),
        ends=draw(st.none() | whens),
        scope=draw(scopes),
        baseline=draw(baselines),
        status=draw(st.sampled_from(("", "draft"))),
        evidence=draw(st.just("") | plain),
        unverified=draw(st.just("") | plain),
        notes=draw(st.lists(plain, max_size=2).map(tuple)),
        operations=tuple(draw(operations(str(number))) for number in range(1, count + 1)),
    )
