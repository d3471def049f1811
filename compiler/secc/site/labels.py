"""What provisions are called in lists and links."""

from secc.document.typography import curled
from secc.ids import Address


def short(address: Address, within: Address | None = None) -> str:
    """Without its document, for a list in which that is said: `H14.31(a)`, `Annex A, A7`, `A1.1 “Device”`.

    Where `within` is given, also without what it has in common with that annex or inner document: `A7`.
    """
    if within is not None:
        return short(Address(address.document, address.path[len(within.path) :]))
    for place, step in enumerate(address.path):
        if step.startswith('"'):
            outer = Address(address.document, address.path[:place])
            return f"{short(outer)} {curled(step)}{''.join(address.path[place + 1 :])}"
    rest = address.printed.removeprefix(address.document.printed)
    if rest[:1] in (" ", ","):
        return rest.lstrip(" ,")
    return address.document.label + rest if rest else address.printed
