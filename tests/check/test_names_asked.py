"""Documents that come, go and change their names: what was found elsewhere stands where it rests on none of that."""

from random import Random

import pytest

from secc.code.shared_cache import SharedCache
from tests.check.edits import Files, small_code
from tests.check.test_incremental import Looking, cold, warm

IMP = "appendices/AG-incident-management-policy.sec"
SCHEDULE = "schedules/4-establishment-of-secco.sec"
ACCESSION = "sections/B-accession.sec"
_NAMES = ("the Accession Rules", "IMP", "SECCo Rules", "Incident", "Schedule", "the Code")
_CITING = "\n\nB1.97 See clause 2 of the {name}, {name} and Appendix {label}; and Schedules 1 to 11."


def without(files: Files, *paths: str) -> Files:
    """The code without some documents."""
    settings = files["code.toml"].decode()
    lines = [line for line in settings.splitlines(keepends=True) if not any(f'"{path}"' in line for path in paths)]
    kept = {path: contents for path, contents in files.items() if path not in paths}
    return kept | {"code.toml": "".join(lines).encode()}


def named(files: Files, path: str, draw: Random) -> Files:
    """The code with one document called otherwise: another title, or a short name."""
    head, gap, rest = files[path].decode().partition("\n\n")
    lines = [line for line in head.splitlines() if not line.startswith("known-as:")]
    name = draw.choice(_NAMES)
    if draw.random() < 0.5:
        lines[0] = f"{lines[0].partition(':')[0]}: {name}"
    else:
        lines.append(f"known-as: {name}")
    return files | {path: ("\n".join(lines) + gap + rest).encode()}


def citing(files: Files, draw: Random) -> Files:
    """The code with a clause more that cites a document by a name, which may be one, and by a letter."""
    words = _CITING.format(name=draw.choice(_NAMES), label=draw.choice(("AG", "AO", "AB", "ZZ")))
    return files | {ACCESSION: files[ACCESSION].rstrip() + words.encode() + b"\n"}


@pytest.mark.parametrize("seed", range(3))
def test_documents_that_come_and_go(seed: int) -> None:
    """One cache for all of the states; the text that cites by name comes first, so that old looks can be wrong."""
    draw, cache = Random(seed), SharedCache()
    whole = citing(small_code(), draw)
    paths = [path for path in whole if path.endswith(".sec") and path != ACCESSION]
    for step in range(4):
        files = without(whole, *draw.sample(paths, draw.randrange(4)))
        present = [path for path in files if path.endswith(".sec")]
        files = named(files, draw.choice(present), draw)
        assert warm(files, cache) == cold(files), f"step {step}"


def test_a_document_more_concerns_those_who_name_it() -> None:
    files, cache, looking = small_code(), SharedCache(), Looking()
    before = without(files, SCHEDULE)
    everywhere = looking.at(before, cache)
    again = looking.at(files, cache)
    assert SCHEDULE in again
    assert len(again) <= len(everywhere) / 2
