"""What was perhaps meant: the nearest of some names to one that does not exist."""

from collections.abc import Iterable


def nearest(said: str, names: Iterable[str], limit: int, cutoff: float = 0) -> tuple[str, ...]:
    """The names nearest to `said`, the nearest first; `cutoff` is the least likeness, of 100."""
    from rapidfuzz import fuzz, process  # where nothing is misspelt, it is never needed

    found = process.extract(said, list(names), scorer=fuzz.ratio, limit=limit, score_cutoff=cutoff)
    return tuple(name for name, _, _ in found)


def likeness(said: str, name: str) -> float:
    """How near two names are, of 100."""
    from rapidfuzz import fuzz

    return fuzz.ratio(said, name)
