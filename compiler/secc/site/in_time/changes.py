"""What became of every provision, worked out for all of them at once and kept."""

from collections.abc import Mapping
from functools import lru_cache

from secc.ids import Address
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
    return "Changed" if change.address == change.before else renamed(change.before, change.address)


def renamed(before: Address, now: Address) -> str:
    """From what it came to be what it is now: `Renamed from "Device"`, `Renumbered from Section H14.2`."""
    old, new = before.path[-1:], now.path[-1:]
    if before.document == now.document and before.path[:-1] == now.path[:-1] and _is_term(*old) and _is_term(*new):
        return f"Renamed from {old[0]}"
    return f"Renumbered from {before.printed}"


def _is_term(step: str = "") -> bool:
    return step.startswith('"')


@lru_cache(maxsize=2)
def changes(moment: Moment) -> Changes:
    """The changes of every document, sub-section, clause and definition, on every day, past and future."""
    return {
        identity: found
        for identity, found in every_change(moment).items()
        if "/" in identity or len(found) > 1 or found[0].day > moment.day  # of a document that only came, nothing
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
