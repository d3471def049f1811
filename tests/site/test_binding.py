"""A Code bound with what was found before is the Code bound anew, over any chain of edits; and only what must be is."""

from collections.abc import Mapping
from pathlib import Path
from random import Random

import pytest

from secc.code.cache import FolderCache
from secc.code.load import DocumentCache, NoCache, load
from secc.code.shared_cache import SharedCache
from secc.history import Memory
from secc.resolve import resolve
from secc.resolve.model import ResolvedCode, ResolvedDocument
from secc.resolve.state import State
from secc.resolve.surveyed import Surveyed
from secc.site.binding import bound_code
from tests.check.edits import edited, small_code
from tests.site.codes import files

Files = Mapping[str, bytes]


def told(code: ResolvedCode) -> tuple[object, ...]:
    """All that was found, spans and places too."""
    words = [
        (str(each.loaded.id), one.placed.address, one.prose, one.references, one.uses, one.cited, one.out_of_scope)
        for each in code.documents
        for one in each.words
    ]
    return repr(words), repr(code.terms), list(code.provisions), code.loaded.documents


def checked(sources: Files, cache: DocumentCache) -> ResolvedCode:
    """The Code bound with what is kept, which is the Code bound without."""
    loaded = load(Memory(sources), cache)
    found, anew = bound_code(loaded, cache), resolve(loaded)
    assert told(found) == told(anew)
    assert [each.blocks for each in found.documents] == [each.blocks for each in anew.documents]
    return found


@pytest.mark.parametrize("seed", range(3))
def test_any_chain_of_edits(seed: int, tmp_path: Path) -> None:
    """One cache for all of the states, some of which come back."""
    draw, sources, cache = Random(seed), small_code(), FolderCache(tmp_path)
    states = [sources]
    checked(sources, cache)
    for step in range(5):
        sources = draw.choice(states) if step == 3 else edited(draw, sources)[0]
        states.append(sources)
        checked(sources, cache)


A = """\
section A: Definitions

# A1 Definitions

A1.1 In this Code:

  define "Device" means a thing that measures.

  define "User" means a person.
"""
B = """\
section B: Charges

# B1 Payment

B1.1 Each User shall pay for each Device under Section H1.2, Sections H1.1 to H1.3 and Clause 1.1 of the Read Procedure.

B1.2 The (a) first; and (b) second; and (c) third Device.
"""
H = """\
section H: Services

# H1 Tests

H1.1 The User shall test, as Section B1.2(b) and Hub Rules say.

H1.3 The "Hub" of each User.
"""
AL = """\
appendix AL: Reading
known-as: Read Procedure
unit: Clause

# 1 Steps

1.1 The User shall read each Device and each Hub.
"""
CODE = {"sections/A.sec": A, "sections/B.sec": B, "sections/H.sec": H, "appendices/AL.sec": AL}


@pytest.mark.parametrize(
    ("path", "before", "after", "again"),
    [
        ("sections/H.sec", "shall test", "shall try", {"H"}),
        ("sections/H.sec", "H1.3 The", "H1.2 [Not used]\n\nH1.3 The", {"B", "H"}),
        ("sections/H.sec", "H1.3 The", "H1.4 The", {"AL", "B", "H"}),
        ("sections/B.sec", "and (b) second", "and second", {"B", "H"}),
        ("appendices/AL.sec", "Read Procedure", "Hub Rules", {"A", "B", "H", "AL"}),
        ("sections/A.sec", '  define "User"', '  define "Hub" means a thing.\n\n  define "User"', {"A", "H", "AL"}),
        ("sections/A.sec", '  define "User"', '  define "Aid" means a thing.\n\n  define "User"', {"A"}),
        ("sections/A.sec", 'define "Device"', 'define "Meter"', {"A", "B", "AL"}),
        ("sections/A.sec", "means a person", "means a body", {"A"}),
    ],
)
def test_only_what_would_be_bound_otherwise_is_bound_again(
    path: str, before: str, after: str, again: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And then back, when nothing is."""
    bound: list[str] = []
    bind = State.bind

    def noted(state: State, document: Surveyed) -> ResolvedDocument:
        bound.append(document.id.label)
        return bind(state, document)

    monkeypatch.setattr(State, "bind", noted)
    cache = SharedCache()
    first, other = files(CODE), files(CODE | {path: CODE[path].replace(before, after)})
    assert first != other
    bound_code(load(Memory(first), cache), cache)
    assert sorted(bound) == ["A", "AL", "B", "H"]
    bound.clear()
    bound_code(load(Memory(other), cache), cache)
    assert set(bound) == again
    checked(other, cache)
    checked(first, cache)


def test_what_was_kept_and_cannot_be_read_is_found_again(tmp_path: Path) -> None:
    sources = files(CODE)
    checked(sources, FolderCache(tmp_path))
    damaged = [path for path in tmp_path.rglob("bound-*") if path.is_file()]
    for path in damaged:
        path.write_bytes(path.read_bytes()[:-9])
    assert len(damaged) == len(CODE)
    checked(sources, FolderCache(tmp_path))


def test_without_a_cache_it_is_the_same() -> None:
    assert told(bound_code(loaded := load(Memory(files(CODE)), NoCache()), NoCache())) == told(resolve(loaded))
