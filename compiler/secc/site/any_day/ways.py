"""The ways from a text to others: where its links lead, and which texts there were on its day, before and after."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import TypeVar

from msgspec import Struct

from secc.site.any_day.places import Places
from secc.site.any_day.places_on_day import Links
from secc.site.any_day.stays import Stay
from secc.site.noted import Computed, Notes
from secc.site.parted import Followed

_Asked = tuple[date, str]
_Answer = TypeVar("_Answer")


class Near(Struct, frozen=True):
    """The texts of a page that had begun by a day, oldest first, and the next; of this, not when it ended."""

    so_far: tuple[Stay, ...]
    next: Stay | None


class Ways(Struct, frozen=True):
    """Each by a day. `links` are as in `Links.to`; the others by the address of a page: its text, empty for none."""

    links: Mapping[_Asked, str]
    texts: Mapping[_Asked, str]
    near: Mapping[_Asked, Near]


def ways(places: Places, notes: Notes) -> Ways:
    """The ways, noting what is asked."""

    def noted(name: str, ask: Callable[[_Asked], _Answer]) -> Mapping[_Asked, _Answer]:
        return notes.add(name, Followed(Computed(None, ask), _Asked, lambda: places.digest))

    return Ways(
        links=noted("links of texts", Links(places).to),
        texts=noted("texts on days", partial(_on, places)),
        near=noted("texts so far", partial(_near, places)),
    )


def _on(places: Places, asked: _Asked) -> str:
    day, url = asked
    text = places.text(url, day)
    return f"{url}{text.start}/" if text is not None else ""


def _near(places: Places, asked: _Asked) -> Near:
    day, url = asked
    begun = places.begun(url, day)
    stays = tuple(Stay(each.start, each.end, f"{url}{each.start}/") for each in places.texts.get(url, ())[: begun + 1])
    after = Stay(stays[-1].start, None, stays[-1].url) if len(stays) > begun else None
    return Near(stays[:begun], after)
