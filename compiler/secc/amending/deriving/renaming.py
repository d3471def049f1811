"""Which defined terms got another name, said once and not wherever they are used."""

from collections import Counter
from collections.abc import Iterator

from secc.amending.refusal import Refusal
from secc.amending.replacing import nothing_inherited
from secc.amending.spots import every_spot
from secc.amending.version import DocumentVersion, Versions
from secc.amending.workbench import Workbench
from secc.code.load import DocumentCache
from secc.code.model import Definition
from secc.compare import Pair, WordsChanged, compare_codes
from secc.ids import DocumentId
from secc.instruments.model import RenameTerm
from secc.instruments.when import OperationRef

_OFTEN = 3
"""In as many places the same change of a term is told once."""


def renamed(before: Versions, after: Versions, cache: DocumentCache) -> tuple[RenameTerm, ...]:
    """The terms whose renaming, carried out, makes texts say what they are to say and none say anything else."""
    found: list[RenameTerm] = []
    state = dict(before)
    for old, new in _candidates(before, after):
        operation = _worth_it(state, after, old, new, cache)
        if operation is not None:
            state = _with(state, operation, cache)
            found.append(operation)
    return tuple(found)


def _candidates(before: Versions, after: Versions) -> Iterator[tuple[str, str]]:
    """Names that one definition had and has, and capitalised words that changed to the same ones again and again."""
    pairs = compare_codes(
        [each.document for each in before.values()], [each.document for each in after.values()]
    ).changed
    counted: Counter[tuple[str, str]] = Counter()
    for pair in pairs:
        counted.update(dict.fromkeys(_names(pair), _OFTEN))
        counted.update(_replaced(pair))
    yield from (each for each, count in counted.most_common() if count >= _OFTEN)


def _names(pair: Pair) -> Iterator[tuple[str, str]]:
    if pair.before is None or pair.after is None:
        return
    old, new = pair.before.block, pair.after.block
    if not (isinstance(old, Definition) and isinstance(new, Definition) and old.terms and new.terms):
        return
    if old.terms[0].name != new.terms[0].name:
        yield old.terms[0].name, new.terms[0].name


def _replaced(pair: Pair) -> Iterator[tuple[str, str]]:
    for change in pair.changes:
        if not isinstance(change, WordsChanged):
            continue
        for hunk in change.hunks:
            old = change.before[hunk.before_start : hunk.before_end].strip()
            new = change.after[hunk.after_start : hunk.after_end].strip()
            if old[:1].isupper() and new[:1].isupper():
                yield _singular(old, new)


def _singular(old: str, new: str) -> tuple[str, str]:
    return (old[:-1], new[:-1]) if old.endswith("s") and new.endswith("s") else (old, new)


def _worth_it(state: Versions, after: Versions, old: str, new: str, cache: DocumentCache) -> RenameTerm | None:
    """The renaming, in the documents in which it does no harm; None where it mends little."""
    tried = _with(state, RenameTerm(old, new), cache)
    useful = []
    for each in after:
        mended, broken = _effect(state[each], tried[each], after[each])
        if broken:
            continue
        if mended:
            useful.append((each, mended))
    concerned = [each for each in state if tried[each] is not state[each]]
    if sum(mended for _, mended in useful) < _OFTEN:
        return None
    documents = tuple(each for each, _ in useful)
    return RenameTerm(old, new, () if len(documents) == len(concerned) else documents)


def _effect(before: DocumentVersion, tried: DocumentVersion, after: DocumentVersion) -> tuple[int, int]:
    """How many texts the renaming makes right, and how many that were right it makes wrong."""
    if tried is before:
        return 0, 0
    was, made, wanted = _texts(before), _texts(tried), _texts(after)
    mended = (made & wanted) - (was & wanted)
    broken = (was & wanted) - (made & wanted)
    return mended.total(), broken.total()


def _texts(version: DocumentVersion) -> Counter[str]:
    return Counter(spot.prose.text for spot in every_spot(version))


def _with(state: Versions, operation: RenameTerm, cache: DocumentCache) -> dict[DocumentId, DocumentVersion]:
    used = {identity for version in state.values() for identity in version.identities.values()}
    bench = Workbench(state, used, cache, _no_annex, nothing_inherited)
    bench.carry_out(operation, OperationRef("renamed", "1"))
    return bench.finished()[0]


def _no_annex(instrument: str, path: str) -> str:
    raise Refusal(f"{instrument} has no {path}", "set it out")
