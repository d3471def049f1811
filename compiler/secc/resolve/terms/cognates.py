"""The other forms that a definition declares: `and "Commission" and "Commissioning" shall be construed accordingly`."""

from collections.abc import Iterator, Sequence, Set

from msgspec import Struct

from secc.resolve.patterns_terms import ACCORDINGLY, COGNATE_BEFORE, LAST_COGNATE

_REACH = 120  # how far before the words a name may begin


class Cognate(Struct, frozen=True):
    """A form and its stretch of the text, without quotes; `quoted` says whether it has them there."""

    name: str
    start: int
    end: int
    quoted: bool


def cognates(text: str, names: Sequence[str]) -> tuple[Cognate, ...]:
    """Every form declared in a text of the definition of `names`, in order.

    Without quotes a form counts only if it begins as a word of a name does: in "the Panel and Commissioned shall be
    construed accordingly" the Panel is none.
    """
    if "accordingly" not in text and "corresponding" not in text:
        return ()
    beginnings = {word[:3].lower() for name in names for word in name.split()}
    found: list[Cognate] = []
    for declared in ACCORDINGLY.finditer(text):
        found += reversed(list(_before(text, declared.start(), names, beginnings)))
    return tuple(found)


def _before(text: str, end: int, names: Sequence[str], beginnings: Set[str]) -> Iterator[Cognate]:
    """The names of a list that ends at `end`, last first."""
    listed = True
    while listed:
        match = LAST_COGNATE.search(text, max(0, end - _REACH), end)
        if match is None:
            return
        group = "quoted" if match["quoted"] else "plain"
        name = match[group]
        if group == "plain" and (name in names or name.split()[0][:3].lower() not in beginnings):
            return
        yield Cognate(name, match.start(group), match.end(group), quoted=group == "quoted")
        joined = COGNATE_BEFORE.search(text, max(0, match.start() - _REACH), match.start())
        listed = joined is not None and bool(joined["join"]) and not joined["lead"]
        end = joined.start() if joined is not None else 0
