"""What provisions are called in lists and links."""

from secc.document.typography import curled
from secc.ids import Address


def short(address: Address) -> str:
    """Without its document, for a list in which that is said: `H14.31(a)`, `Annex A, A7`, `A1.1 “Device”`."""
    for place, step in enumerate(address.path):
        if step.startswith('"'):
            return f"{short(Address(address.document, address.path[:place]))} {curled(step)}{_joined(address, place)}"
    printed = address.printed.removeprefix(f"{address.document.kind.capitalize()} ")
    return printed.removeprefix(f"{address.document.label} ") if address.path else address.printed


def _joined(address: Address, place: int) -> str:
    return "".join(address.path[place + 1 :])
