"""Checking again is checking: over any chain of edits, what is found with a cache is found without one, byte for byte.

And it is sooner: a document is looked at again only where what it asks of the rest of the Code has another answer.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random

import msgspec
import pytest

from secc.check import check, check_loaded
from secc.check.known import Known
from secc.check.rule import DocumentRule, Finding, Rule
from secc.check.rules import RULES
from secc.check.term_tables import TermTables
from secc.code.cache import FolderCache
from secc.code.load import DocumentCache, NoCache, load
from secc.code.shared_cache import SharedCache
from secc.diagnostics import Severity
from secc.history import Memory
from secc.resolve import resolve
from secc.resolve.model import ResolvedDocument
from secc.resolve.surveyed import Surveyed
from tests.check.edits import Files, dated, edited, small_code

_encode = msgspec.msgpack.encode
IMP = "appendices/AG-incident-management-policy.sec"
ACCESSION = "sections/B-accession.sec"
DEFINITIONS = "sections/A-definitions-and-interpretation.sec"


def cold(files: Mapping[str, bytes], rules: Sequence[Rule] = RULES) -> bytes:
    return _encode(check(resolve(load(Memory(files), NoCache())), rules))


def warm(files: Mapping[str, bytes], cache: DocumentCache, rules: Sequence[Rule] = RULES) -> bytes:
    return _encode(check_loaded(load(Memory(files), cache), rules, cache).findings)


@pytest.mark.parametrize("seed", range(4))
def test_any_chain_of_edits(seed: int, tmp_path: Path) -> None:
    """One cache for all of the states, some of which come back."""
    draw = Random(seed)
    files, cache = small_code(), FolderCache(tmp_path)
    warm(files, cache)
    states = [files]
    for step in range(4):
        files, edit = (draw.choice(states), "back") if step == 2 else edited(draw, files)
        states.append(files)
        assert warm(files, cache) == cold(files), f"after {edit}, step {step}"


@pytest.mark.parametrize("place", [0, 9, -1])
def test_whatever_is_damaged_is_found_again(place: int, tmp_path: Path) -> None:
    files = small_code()
    expected = warm(files, FolderCache(tmp_path))
    for path in tmp_path.rglob("*"):
        if path.is_file():
            contents = bytearray(path.read_bytes())
            contents[place] ^= 0x41
            path.write_bytes(contents)
    assert warm(files, FolderCache(tmp_path)) == expected


class Looking:
    """A rule that looks at every reference and use, finds nothing, and remembers where it looked."""

    def __init__(self, name: str = "looking") -> None:
        self.paths: list[str] = []
        self.rules: tuple[Rule, ...] = (*RULES, DocumentRule(name, Severity.WARNING, self._find))

    def _find(self, known: Known, document: ResolvedDocument) -> Iterator[Finding]:  # noqa: ARG002  # as every rule
        self.paths.append(document.loaded.source.path)
        yield from ()

    def at(self, files: Files, cache: DocumentCache) -> list[str]:
        """Where it looks in this state."""
        self.paths.clear()
        warm(files, cache, self.rules)
        return list(self.paths)


def changed(files: Files, path: str, before: str, after: str) -> Files:
    text = files[path].decode()
    assert before in text
    return files | {path: text.replace(before, after, 1).encode()}


def test_words_of_one_clause_are_looked_at_alone() -> None:
    files, cache, looking = small_code(), SharedCache(), Looking()
    assert len(looking.at(files, cache)) == len([path for path in files if path.endswith(".sec")])
    assert looking.at(files, cache) == []
    assert looking.at(changed(files, IMP, "keep a record", "hold a record"), cache) == [IMP]
    assert looking.at(files, cache) == []


def test_a_clause_more_concerns_those_who_ask_for_it() -> None:
    files, cache, looking = small_code(), SharedCache(), Looking()
    one = changed(files, IMP, "# 2 Incident", "1.9 It shall be kept, as Section B1.1 says.\n\n# 2 Incident")
    looking.at(one, cache)
    assert looking.at(changed(one, ACCESSION, "# B2", "B1.98 [Not used]\n\n# B2"), cache) == [ACCESSION]
    assert IMP in looking.at(changed(one, ACCESSION, "B1.1 Any person", "B1.97 Any person"), cache)


def test_terms_are_compared_once_with_those_of_another_state(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not again for every document when words of one of them change, and no term does."""
    files, cache = small_code(), SharedCache()
    more = changed(files, DEFINITIONS, '  define "', '  define "Zebra Crossing" means a place.\n\n  define "')
    compared: list[str] = []
    same_matter = TermTables.same_matter

    def noting(tables: TermTables, document: Surveyed, then: bytes) -> bool:
        compared.append(document.loaded.source.path)
        return same_matter(tables, document, then)

    monkeypatch.setattr(TermTables, "same_matter", noting)
    warm(files, cache)
    warm(more, cache)
    assert len(compared) > 1
    compared.clear()
    edited_again = changed(more, IMP, "keep a record", "hold a record")
    assert warm(edited_again, cache) == cold(edited_again)
    assert compared == []


def test_a_definition_more_concerns_those_with_its_words() -> None:
    files, cache, looking = small_code(), SharedCache(), Looking()
    one = changed(files, IMP, "# 2 Incident", "1.9 The Zebra Crossing shall be kept.\n\n# 2 Incident")
    looking.at(one, cache)
    more = changed(one, DEFINITIONS, '  define "', '  define "Zebra Crossing" means a place.\n\n  define "')
    assert set(looking.at(more, cache)) == {DEFINITIONS, IMP}


def test_a_term_more_is_what_a_short_word_may_be_meant_for() -> None:
    files, cache = small_code(), SharedCache()
    one = changed(files, IMP, "# 2 Incident", "1.9 It shall keep the Wlanut.\n\n# 2 Incident")
    more = changed(one, DEFINITIONS, '  define "', '  define "Walnut" means a nut.\n\n  define "')
    help_ = b'write "Walnut" if that is meant'
    assert help_ not in warm(one, cache)
    assert help_ in warm(more, cache)


def test_a_date_concerns_those_who_ask_for_it() -> None:
    """Before a work was replaced it is current: that concerns the document that cites it, and no other."""
    files, cache, looking = small_code(), SharedCache(), Looking()
    files = changed(files, IMP, "shall", "shall, as the Data Protection Act 1998 requires,")
    looking.at(on(files, "2024-01-01"), cache)
    assert looking.at(on(files, "2024-01-02"), cache) == []
    assert looking.at(on(files, "2018-05-24"), cache) == [IMP]


def on(files: Files, as_at: str) -> Files:
    return files | {"code.toml": dated(files["code.toml"].decode(), as_at).encode()}


def test_states_share_what_they_have_in_common() -> None:
    """Twelve states of a chain, and the same again backwards: each distinct document is looked at once."""
    files, cache, looking = small_code(), SharedCache(), Looking()
    states = [files]
    for number in range(12):
        states.append(changed(states[-1], IMP, "shall", f"shall, as in year {2000 + number},"))
    looked = [path for state in (*states, *reversed(states)) for path in looking.at(state, cache)]
    assert len(looked) == len([path for path in files if path.endswith(".sec")]) + 12


def test_other_rules_and_settings_look_again() -> None:
    files, cache = small_code(), SharedCache()
    looking, other = Looking(), Looking("other-looking")
    documents = len(looking.at(files, cache))
    assert len(other.at(files, cache)) == documents
    named = files | {"code.toml": files["code.toml"].replace(b"names = [", b'names = [\n  "New Name",', 1)}
    assert len(looking.at(named, cache)) == documents
    assert looking.at(files, cache) == []
