"""What a PDF or a Word file says of the effect of provisions: a line at each that is not plainly in effect."""

from collections.abc import Iterator, Sequence

from secc.amending.version import DocumentVersion
from secc.ids import Address
from secc.site.in_time.register import Register
from secc.site.in_time.statuses import Status, plain_within
from secc.timeline.force_model import State

_HAVE_EFFECT = (State.IN_EFFECT, State.IN_PART)
"""Of what is so, it is plain that what stands in it is in effect, where nothing else is said of that."""
_PLAIN = "In effect"


def effect_lines(version: DocumentVersion, said: Sequence[Status], register: Register) -> Iterator[tuple[Address, str]]:
    """The lines of a document, given all that is said of it: `○ Not yet in effect: from 1 October 2018 (paragraph …)`.

    None where the same is said of what a provision stands in; but where that has no effect and this has, it is said.
    """
    for each in said:
        if each.like is None:
            yield each.address, f"{each.sign} {register.called(each.words, each.refs)}"
    states = {each.address.path: each.state for each in said}
    if not all(state in _HAVE_EFFECT for state in states.values()):
        for address in plain_within(version, said):
            around = (*version.holders[address.path], ())
            if next(states[each] for each in around if each in states) not in _HAVE_EFFECT:
                yield address, _PLAIN
