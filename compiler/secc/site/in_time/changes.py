"""What became of every provision, worked out for all of them at once and kept."""

from collections.abc import Mapping
from functools import lru_cache

from secc.site.in_time.kept import kept
from secc.site.in_time.moment import Moment
from secc.timeline.changing import Changed
from secc.timeline.changing import changes as worked_out

Changes = Mapping[str, tuple[Changed, ...]]
"""The changes of each provision by who it is, oldest first. What always stood as it does is not among them."""


def what_of(change: Changed) -> str:
    """The change as a word: `Changed`, `Inserted`."""
    if change.address is None:
        return "Taken out"
    if change.before is None:
        return "Inserted"
    return "Changed" if change.address == change.before else f"Renumbered from {change.before.printed}"


@lru_cache(maxsize=2)
def changes(moment: Moment) -> Changes:
    """The changes of every document, sub-section, clause and definition, on every day, past and future."""
    return {
        identity: found
        for identity, found in every_change(moment).items()
        if "/" in identity or len(found) > 1  # a document that only came is not told of
    }


@lru_cache(maxsize=2)
def every_change(moment: Moment) -> Mapping[str, tuple[Changed, ...]]:
    """The same as the timeline tells them: to work them out is slow, so that it is done once."""
    return kept(
        moment.cache,
        f"every change {moment.opened.fingerprint} {moment.everybody}",
        dict[str, tuple[Changed, ...]],
        lambda: dict(worked_out(moment.timeline)),
    )
