"""What is told of clauses and definitions through time, as data and text: their effect, and what they say to some."""

from collections.abc import Callable

from msgspec import Struct

from secc.ids import Address
from secc.render.exports.facts import Facts
from secc.render.exports.making import OverTime
from secc.site.for_programs.effects import effects_file, effects_text
from secc.site.for_programs.for_some import SaidForSome, for_some_file, for_some_text
from secc.site.in_time.turning import EffectTurn


class ToldOverTime(Struct, frozen=True):
    """Tells it by address.

    `who` is who stands there, empty where nothing is to be told; `turns` gives when its effect became another.
    """

    who: Callable[[Address], str]
    turns: Callable[[str], tuple[EffectTurn, ...]]
    for_some: SaidForSome

    def told(self, address: Address) -> OverTime:
        """As data."""
        who = self.who(address)
        return OverTime(effects_file(self.turns(who)), tuple(map(for_some_file, self.for_some.of(who))))

    def text(self, address: Address) -> str:
        """As text, to follow the words."""
        who = self.who(address)
        return effects_text(self.turns(who)) + for_some_text(self.for_some.of(who))


def who_is_defined(facts: Facts) -> Callable[[Address], str]:
    """Who the definition at an address is; nobody where a clause defines in its words: its own data tell it."""

    def who(address: Address) -> str:
        return facts(address).identity if address.path and address.path[-1].startswith('"') else ""

    return who
