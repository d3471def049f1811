"""What has been cited so far in a clause: "that Section" goes back to it, and so does a Condition of no licence."""

from secc.ids import Address, DocumentKind
from secc.resolve.citation.model import Unit
from secc.resolve.interpretation import VOLUMES
from secc.resolve.model import Link, Outside, Reference

_LICENCE = "Licence"
WORKS = {Unit.ACT: "Act", Unit.LICENCE: _LICENCE, Unit.ORDER: "Order"}
"""The words for works as a whole, and what stands in the title of one."""


class Antecedents:
    """References of a clause under way, in order; it is forgotten where the next clause begins."""

    def __init__(self) -> None:
        self._cited: list[tuple[Unit | None, Link | Outside]] = []

    def add(self, unit: Unit | None, reference: Reference) -> None:
        """Remember a reference and the word that led it."""
        if isinstance(reference, Link | Outside):
            self._cited.append((unit, reference))

    def forget(self) -> None:
        """Another clause begins."""
        self._cited.clear()

    def target(self) -> Address | None:
        """The provision of the Code that was cited last."""
        links = [reference for _, reference in self._cited if isinstance(reference, Link)]
        return links[-1].targets[-1] if links else None

    def latest(self, unit: Unit) -> Link | Outside | None:
        """What "that Section", "that Appendix", "that Act" goes back to: the last one cited of its kind."""
        for led, reference in reversed(self._cited):
            found = _as(unit, led, reference)
            if found is not None:
                return found
        return None


def _as(unit: Unit, led: Unit | None, reference: Link | Outside) -> Link | Outside | None:
    """A reference as what the word calls it; None where it is no such thing."""
    if isinstance(reference, Outside):
        title = _LICENCE if unit is Unit.CONDITION else WORKS.get(unit)
        return reference if led is unit or (title is not None and title in reference.work.title()) else None
    target = reference.targets[-1]
    if unit in VOLUMES:
        is_one = target.document.kind is VOLUMES[unit]
        return Link(reference.start, reference.end, (Address(target.document),)) if is_one else None
    in_main_body = unit is Unit.SECTION and target.document.kind is DocumentKind.SECTION
    is_paragraph = unit is Unit.PARAGRAPH and target.path[-1:] and target.path[-1].startswith("(")
    return reference if led is unit or in_main_body or is_paragraph else None
