"""The chronicle as it is kept while instruments are edited: as if nothing had been kept."""

from functools import cache
from random import Random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secc.code.load import DocumentCache, NoCache, load_document
from secc.code.shared_cache import SharedCache
from secc.history import Memory
from secc.ids import DocumentId, DocumentKind
from secc.resolve.surveyed import surveyed
from secc.resolve.terms.relevance import Relevance, TermTable
from secc.site.any_day.chronicle import chronicle
from secc.site.any_day.model import Chronicle, DocumentChronicle
from secc.site.any_day.offers import Naming, called, offer
from secc.site.any_day.terms_offered import Difference
from secc.site.sources import open_sources
from tests.site.codes import PICTURE, files

FIRST = "instruments/2020-01-01-first"
SECTION_A = """\
section A: Definitions

# A1 Definitions

A1.1 In this Code:

  define "Device" means a thing that measures.

  define "Test Report" or "TR" has the meaning given to that expression in Section H1.2.

  define "Manual" has the meaning given to that expression in the Test Procedure.

A1.2 The User shall test each Device under Section H1.3(b), as Clause 1.2 of the AP says.
"""
SECTION_H = """\
section H: Services

# H1 Tests

H1.1 The DCC shall tell each person (a "User").

H1.2 Of each Device there shall be a report on its test (the "Test Report").

H1.3 The DCC shall (a) test each Device; and (b) write a Test Report.

# H2 Results

H2.1 The results are those of Section A1.1, and the Manual.
"""
APPENDIX = """\
appendix AL: Test Procedure
known-as: AP
unit: Clause

# 1 Steps

1.1 Follow the picture:

  ![A square](figures/square.svg)

1.2 Read the words (the "Manual") of the Device.
"""
DESIGNATION = """\
designation 2020-01-01-first: Designation of the Code
made: 2020-01-01
from: 2020-01-01

1 designate Section A as version 1.0, in the form set out at annexes/section-A.sec
2 designate Section H as version 1.0, in the form set out at annexes/section-H.sec
"""
ANNEXED = """\
designation 2020-06-01-appendix: Designation of an Appendix
made: 2020-05-01
from: 2020-06-01

1 designate Appendix AL as version 1.0, in the form set out at annexes/appendix-AL.sec
"""
LATER = """\
modification 2021-02-01-later: What came later
made: 2021-02-01
from: 2021-03-01

1 in Section H1.1, for "each person" substitute "every person"
2 vary Section H2.1 as if for "results" there were substituted "outcomes", until event "Go Live"
3 in Section H, after Section H1.3 insert
  > H1.4 The DCC shall rest.
"""
AHEAD = """\
consultation 2021-04-01-proposal: A proposal
consulted: 2021-04-01
from: 2022-07-01

1 in Section A1.2, for "each Device" substitute "no Device"
"""
PLANNED = """\
direction 2020-02-01-plan: What was to be
made: 2020-02-01
from: 2022-01-01

1 in Section H1.2, for "a report" substitute "a full report"
"""
SOONER = """\
direction 2020-03-01-sooner: What came before it
made: 2020-03-01
from: 2021-01-01

1 in Section H1.2, for "there shall" substitute "there may"
"""
LIVE = """\
notice 2021-05-01-live: The day of Go Live
made: 2021-05-01

1 event "Go Live" occurs on 2021-08-01
"""
LATER_AT = "instruments/2021-02-01-later.sec"
THERE = {
    f"{FIRST}/instrument.sec": DESIGNATION,
    f"{FIRST}/annexes/section-A.sec": SECTION_A,
    f"{FIRST}/annexes/section-H.sec": SECTION_H,
    "instruments/2020-06-01-appendix/instrument.sec": ANNEXED,
    "instruments/2020-06-01-appendix/annexes/appendix-AL.sec": APPENDIX,
    "instruments/2020-02-01-plan.sec": PLANNED,
    "instruments/2020-03-01-sooner.sec": SOONER,
    LATER_AT: LATER,
    "instruments/2021-04-01-proposal.sec": AHEAD,
    "instruments/2021-05-01-live.sec": LIVE,
}
WORDS = (
    ("a thing that measures", "any thing that measures"),
    ('define "Device"', 'define "Meter"'),
    ('"Test Report" or "TR"', '"Test Report"'),
    ("in the Test Procedure", "in the AP"),
    ("in Section H1.2.", "in Section H1.1."),
    ("Section H1.3(b)", "Section H1.3(c)"),
    ('(a "User")', '(an "User")'),
    ("a report on its test", "TR"),
    ('(the "Test Report")', "as a Test Report"),
    ("(b) write", "(c) write"),
    ("The results are", "All results are"),
    ("# H2 Results", "# H2 Outcomes"),
    ("H1.2 Of each", "H1.2A Of each"),
    ("appendix AL: Test Procedure", "appendix AL: Testing"),
    ("known-as: AP", "known-as: AQ"),
    ("unit: Clause", "unit: Paragraph"),
    ("1.2 Read the words", "1.3 Read the words"),
    ("![A square](figures/square.svg)", "![A picture](figures/other.svg)"),
    ("every person", "all persons"),
    ("H1.4 The DCC", 'H1.4 The User (a further "Device") and the DCC'),
    ("outcomes", "reports"),
    ("no Device", "one Device"),
    ("from: 2021-03-01", "from: 2021-05-01"),
    ("from: 2020-06-01", "from: 2020-07-01"),
    ("occurs on 2021-08-01", "occurs on 2021-09-01"),
    ("made: 2020-02-01", "made: 2020-02-01\nrecorded: 2020-04-01"),
    ("made: 2020-03-01", "made: 2020-03-01\nwithdrawn: 2020-08-01"),
    ("consultation 2021", "direction 2021"),
    (', until event "Go Live"', ", until 2021-06-01"),
    ("3 in Section H, after", "3 from 2020-08-01, in Section H, after"),
)
"""What is edited, in whichever file it stands, and back again."""


PICTURES = {"figures/square.svg": PICTURE, "figures/other.svg": PICTURE}
OTHER_PICTURE = {"figures/square.svg": PICTURE.replace(b"h9v9", b"h8v8")}
NO_PICTURE: dict[str, bytes] = {}


def written(texts: dict[str, str], pictures: dict[str, bytes] = PICTURES) -> Memory:
    """The Code with these instruments."""
    found = files({"sections/A.sec": SECTION_A, "sections/H.sec": SECTION_H})
    del found["figures/square.svg"]
    return Memory(found | pictures | {path: text.encode() for path, text in texts.items()})


def edited(texts: dict[str, str], draw: Random) -> dict[str, str]:
    """The same with one edit, or one taken back."""
    ways = [pair for one in WORDS for pair in (one, one[::-1])]
    there = [(path, old, new) for path, text in texts.items() for old, new in ways if text.count(old) == 1]
    path, old, new = draw.choice(there)
    return {**texts, path: texts[path].replace(old, new)}


def made(tree: Memory, cache: DocumentCache, last: Chronicle | None = None) -> Chronicle:
    """The chronicle of a Code."""
    sources = open_sources(tree, cache)
    assert sources.moment is not None
    return chronicle(sources.moment, sources.code.loaded, last)


def same(one: Chronicle, other: Chronicle) -> None:
    """They say the same, to the letter, and show the same files."""
    assert (one.days, one.known, one.files) == (other.days, other.known, other.files)
    assert one.documents == other.documents
    assert [plainly(each) for each in one.documents] == [plainly(each) for each in other.documents]


def plainly(document: DocumentChronicle) -> list[tuple[int, ...]]:
    """What editions say in plain, which takes no part in whether they are equal."""
    return [page.plain for edition in document.editions for page in edition.pages]


@settings(max_examples=4)
@given(st.integers(0, 100_000))
def test_after_every_edit_the_chronicle_is_as_if_nothing_had_been_kept(seed: int) -> None:
    """Whether it is made by a program that goes on, or by one that starts with what is kept."""
    draw, shared, texts, pictures = Random(seed), SharedCache(), THERE, PICTURES
    last = made(written(texts), shared)
    for _ in range(4):
        texts = edited(texts, draw)
        goes_on = draw.random() < 0.6
        if not goes_on:
            pictures = draw.choice((PICTURES, NO_PICTURE, OTHER_PICTURE))
        tree = written(texts, pictures)
        last = made(tree, shared, last if goes_on else None)
        same(last, made(tree, NoCache()))


@pytest.mark.parametrize(("old", "new"), WORDS)
def test_after_any_one_edit_too(old: str, new: str) -> None:
    texts = {path: text.replace(old, new) for path, text in THERE.items()}
    assert texts != THERE
    shared, first = kept_first()
    same(made(written(texts), shared, first), made(written(texts), NoCache()))


@cache
def kept_first() -> tuple[SharedCache, Chronicle]:
    """The chronicle of the Code before any edit, and what was kept of it."""
    shared = SharedCache()
    return shared, made(written(THERE), shared)


def test_a_picture_that_comes_or_goes_is_shown_or_not() -> None:
    """Though no word is edited."""
    shared, first = kept_first()
    for pictures in (NO_PICTURE, PICTURES, OTHER_PICTURE):
        same(made(written(THERE, pictures), shared), made(written(THERE, pictures), NoCache()))
    assert made(written(THERE, NO_PICTURE), shared).documents != first.documents


class Losing(SharedCache):
    """A cache that has lost everything of a kind."""

    lost = " "

    def kept(self, name: str) -> bytes | None:
        """What is not of that kind."""
        return None if name.startswith(self.lost) else super().kept(name)


@pytest.mark.parametrize("kind", ["form-", "forms-", "site-", "version-", "wordings-", "forms-by-name-"])
def test_what_the_cache_has_lost_is_made_again(kind: str) -> None:
    """Whatever else it still has."""
    losing, texts = Losing(), {**THERE, LATER_AT: LATER.replace("every person", "all persons")}
    first = made(written(THERE), losing)
    losing.lost = kind
    same(made(written(THERE), losing), first)
    same(made(written(texts), losing, first), made(written(texts), NoCache()))


def test_a_form_is_made_once_for_all_states_in_which_it_stands() -> None:
    """Words that no other document takes notice of are formed in their own alone."""
    counting = Counting()
    made(written(THERE), counting)
    counting.forms.clear()
    made(written({**THERE, LATER_AT: LATER.replace("every person", "all persons")}), counting)
    assert sum(b"all persons" in each for each in counting.forms) == len(counting.forms) > 0
    counting.forms.clear()
    made(written(THERE), counting)
    assert not counting.forms


class Counting(SharedCache):
    """A cache that tells what forms were kept."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[bytes] = []

    def keep(self, name: str, contents: bytes) -> None:
        """Note the form."""
        if name.startswith("form-"):
            self.forms.append(contents)
        super().keep(name, contents)


@pytest.mark.parametrize(
    ("old", "new", "differ"),
    [
        ("A1.2 The User", "A1.2 Each User", ()),
        ("that measures", "that counts", ()),
        ("has the meaning given to that expression in Section H1.2.", "has the meaning given in Section H1.2.", ()),
        ("in the Test Procedure", "in the AP", ("all", "terms")),
        ('define "Device"', 'define "Meter"', ("all", "terms")),
        ("# A1 Definitions", "# A1 Terms", ("all",)),
        ("A1.2 The User", "A1.3 The User", ("all",)),
        ("A1.2 The User", "A1.2 The (a) good; and (b) wise User", ("all",)),
    ],
)
def test_what_a_document_offers_is_what_others_take_notice_of(old: str, new: str, differ: tuple[str, ...]) -> None:
    one, other, appendix = (
        surveyed((load_document("x.sec", text.encode(), NoCache()),), NoCache())[0]
        for text in (SECTION_A, SECTION_A.replace(old, new), APPENDIX)
    )
    naming = Naming([called(one), called(appendix)])
    found = [offer(each, naming) for each in (one, other)]
    assert tuple(each for each in ("all", "terms") if getattr(found[0], each) != getattr(found[1], each)) == differ


@settings(max_examples=60)
@given(st.integers(0, 100_000))
def test_terms_that_differ_tell_whether_any_could_matter(seed: int) -> None:
    """As all terms of both states do."""
    draw = Random(seed)
    terms = [table_term(draw, number) for number in range(6)]
    one = draw.sample(terms, 5)
    other = [each if draw.random() < 0.8 else table_term(draw, 9) for each in one[: draw.randint(3, 5)]]
    tables = [table(one), table(other)]
    found = Difference(*tables)
    document = DocumentId(DocumentKind.SECTION, draw.choice("AH"))
    vocabulary = frozenset(draw.sample(("red", "blue", "hub", "meter"), 2))
    same_matter = len({Relevance(each).to(document, vocabulary) for each in tables}) == 1
    if found.is_ordered:
        assert found.may_matter(document, vocabulary) is not same_matter
    assert found.is_ordered is ([each for each in one if each in other] == [each for each in other if each in one])


TableTerm = tuple[bytes, tuple[tuple[str, ...], ...], tuple[DocumentId, ...]]


def table_term(draw: Random, number: int) -> TableTerm:
    """A term: its key, which says all of it, the words of its forms, and where it is introduced."""
    words = tuple(tuple(draw.sample(("red", "blue", "hub", "meter"), draw.randint(0, 2))) for _ in range(2))
    documents = (DocumentId(DocumentKind.SECTION, draw.choice("AHX")),)
    return repr((words, documents, number)).encode(), words, documents


def table(terms: list[TableTerm]) -> TermTable:
    """As it is kept."""
    keys, words, documents = zip(*terms, strict=True)
    encode = msgspec.msgpack.encode
    return TermTable(keys, msgspec.Raw(encode(words)), msgspec.Raw(encode(documents)))
