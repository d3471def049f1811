"""What is known of every provision on the day of the site, worked out once and kept."""

import hashlib
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from secc.ids import Address
from secc.render.exports import knowing as _knowing
from secc.render.exports.facts import NOTHING, Facts, Told
from secc.render.exports.knowing import Asked, knowing
from secc.site.in_time.changes import every_change
from secc.site.in_time.kept import kept
from secc.site.in_time.moment import Moment


class _ToldOf(Struct, frozen=True, array_like=True):
    """What is known, as it is kept."""

    address: Address
    told: Told


def facts_of(moment: Moment | None, cited: Mapping[Address, tuple[Address, ...]]) -> Facts:
    """What is known of the provision at an address; `cited` are the provisions that refer to each."""
    known = _known(moment) if moment is not None else {}

    def facts(address: Address) -> Told:
        told, sources = known.get(address, NOTHING), cited.get(address, ())
        return replace(told, referred_to_by=sources) if sources else told

    return facts


@lru_cache(maxsize=2)
def _known(moment: Moment) -> Mapping[Address, Told]:
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
    digest = hashlib.sha256()
    for path in sorted(Path(_knowing.__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
