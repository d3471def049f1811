"""`python -m tests.redline_docx.campaign`: what the tests try on a few, on all.

20,000 generated pairs by our own projector; in LibreOffice, every two adjacent versions of every document in the
sample's history, and 500 generated pairs. Some ten minutes on two processors.
"""

import sys
from collections.abc import Iterator
from multiprocessing import Pool
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.redline_docx.history import versions
from tests.redline_docx.pairs import edited
from tests.redline_docx.test_laws import check
from tests.redline_docx.test_office import judge_pairs, judge_steps

PAIRS = 20_000
_JUDGED = range(1_000, 1_500)


def broken(seed: int) -> str:
    """What is wrong with the redline of a seed; empty for nothing."""
    try:
        check(*edited(seed))
    except Exception as error:  # whatever it is, it is what the campaign looks for
        return f"{seed}: {type(error).__name__}: {error}"
    return ""


def main() -> Iterator[str]:
    """What does not hold."""
    with Pool() as pool:
        yield from filter(None, pool.imap_unordered(broken, range(PAIRS), chunksize=50))
    sys.stdout.write(f"{PAIRS} pairs projected\n")
    with TemporaryDirectory() as folder:
        judge_pairs(_JUDGED, Path(folder))
    with TemporaryDirectory() as folder:
        count = judge_steps(versions(), Path(folder))
    sys.stdout.write(f"LibreOffice: {len(_JUDGED)} pairs, {count} adjacent versions\n")


if __name__ == "__main__":
    found = list(main())
    sys.exit("\n".join(found))
