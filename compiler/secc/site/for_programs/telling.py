"""What is known of every provision on the day of the site, worked out once and kept."""

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from msgspec import Struct

from secc.ids import Address
from secc.render.exports import knowing as _knowing
from secc.render.exports.facts import Told
from secc.render.exports.knowing import Asked, knowing
from secc.site.in_time.changes import every_change
from secc.site.in_time.kept import digest_of_modules, kept
from secc.site.in_time.moment import Moment


class _ToldOf(Struct, frozen=True, array_like=True):
    """What is known, as it is kept."""

    address: Address
    told: Told


@lru_cache(maxsize=2)
def known_on(moment: Moment) -> Mapping[Address, Told]:
    """What is known of what stands at each address, but for what refers to it."""
    found = kept(
        moment.cache,
        f"told {_own_code()} {moment.key}",
        tuple[_ToldOf, ...],
        lambda: tuple(
            _ToldOf(address, told)
            for address, told in knowing(
                moment.timeline, Asked(moment.day), every_change(moment), moment.base.documents.values()
            ).items()
        ),
    )
    return {each.address: each.told for each in found}


@cache
def _own_code() -> str:
    """The digest of the modules that work it out."""
    return digest_of_modules(sorted(Path(_knowing.__file__).parent.glob("*.py")))
