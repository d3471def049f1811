"""The data of numbers and names that nobody has on the day."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from secc.ids import Address
from secc.render.exports.files import TheCode
from secc.render.exports.knowing import by_of, change_of
from secc.render.exports.list_files import Former, FormerFile, PutThere
from secc.timeline.changing import Changed
from secc.timeline.put_there import Put
from secc.timeline.scopes import printed_scope


class FormerNumber(Struct, frozen=True):
    """A number or name that nobody has, the page that tells of it, and who had it or is to have it.

    `put` is what variations put there, in the text as varied alone.
    """

    address: Address
    url: str
    identities: tuple[str, ...]
    put: tuple[Put, ...] = ()

    @property
    def term(self) -> str:
        """The name of a term; empty of anything else."""
        last = self.address.path[-1] if self.address.path else ""
        return last.strip('"') if last.startswith('"') else ""

    @property
    def has_feed(self) -> bool:
        """Whether it is a document or a term, whose feeds go on where it is gone, or begin before it comes."""
        return bool(self.term and self.identities) or not self.address.path


def former_file(
    each: FormerNumber, code: TheCode, changed: Mapping[str, Sequence[Changed]], present: Mapping[str, Address]
) -> FormerFile:
    """What became of a number or name. `present` is where everything stands on the day, by who it is.

    What has the number still, and is left out of the text by a variation, stands nowhere.
    """
    places = {identity: present[identity] for identity in each.identities if identity in present}
    holders = tuple(
        Former(
            identity=identity,
            address=str(places[identity]) if places.get(identity, each.address) != each.address else "",
            history=tuple(map(change_of, changed.get(identity, ()))),
        )
        for identity in each.identities
    )
    return FormerFile(
        format=1,
        code=code,
        as_at=None,
        known=None,
        address=str(each.address),
        printed=each.address.printed,
        holders=holders,
        put_there=tuple(
            PutThere(since=one.start, until=one.end, whom=printed_scope(one.scope), by=by_of(one.by))
            for one in each.put
        ),
    )
