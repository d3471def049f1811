"""What stands in one document of a state, by the addresses in it."""

import hashlib
from collections.abc import Mapping
from functools import cached_property

from secc.ids import Address, DocumentId
from secc.resolve.asking import STEP, Local
from secc.resolve.model import Provision
from secc.resolve.survey import said_of
from secc.resolve.surveyed import Surveyed


class DocumentStandings:
    """The provisions of a document. Where several files say that they are it, those of the first that has each."""

    def __init__(self, document: DocumentId) -> None:
        self._document = document
        self._files: list[Surveyed] = []
        self._provisions: dict[Local, Provision] = {}

    def add(self, file: Surveyed) -> None:
        """A file that says that it is this document, in the order of code.toml."""
        self._files.append(file)

    @cached_property
    def holders(self) -> Mapping[Local, Surveyed]:
        """The file that has each provision, in the order of the page."""
        found: dict[Local, Surveyed] = {}
        for each in self._files:
            if found:
                found = {**dict.fromkeys(each.standings.rows, each), **found}
            else:
                found = dict.fromkeys(each.standings.rows, each)
        return found

    @cached_property
    def below(self) -> Mapping[Local, tuple[Address, ...]]:
        """The provisions directly below each, in the order of the page; below the empty address the outermost."""
        found: dict[Local, list[Local]] = {}
        for file in self._files:
            for place in file.standings.rows:
                if self.holders[place] is file:
                    found.setdefault(place.rpartition(STEP)[0], []).append(place)
        return {
            parent: tuple(Address(self._document, tuple(place.split(STEP))) for place in places)
            for parent, places in found.items()
        }

    @cached_property
    def numberings(self) -> tuple[Address, ...]:
        """The divisions that have a numbering of their own, at any depth, outer ones first."""
        found: list[Address] = []
        row: list[Local] = [""]
        while row:
            divisions = [each for outer in row for each in self.below.get(outer, ()) if self._has_own_numbering(each)]
            found += divisions
            row = [STEP.join(each.path) for each in divisions]
        return tuple(found)

    def _has_own_numbering(self, address: Address) -> bool:
        place = STEP.join(address.path)
        return self.holders[place].standings.rows[place].own_numbering

    @cached_property
    def offered(self) -> bytes:
        """The digest of all that may be asked about addresses in it."""
        if len(self._files) == 1:
            return self._files[0].survey.offered
        return hashlib.sha256(b"".join(each.survey.offered for each in self._files)).digest()[:16]

    def provision(self, place: Local) -> Provision | None:
        """What stands at an address, or None."""
        found = self._provisions.get(place)
        if found is None and place in self.holders:
            found = self._provisions[place] = self._provision(place, self.holders[place])
        return found

    def run_in(self, place: Local) -> tuple[str, ...]:
        """The texts of a provision that may have a list run into them."""
        holder = self.holders.get(place)
        return holder.standings.run_in.get(place, ()) if holder is not None else ()

    def _provision(self, place: Local, file: Surveyed) -> Provision:
        standings = file.standings
        row = standings.rows[place]
        path = tuple(place.split(STEP))
        title, sub_section, numbering, vacant, own_numbering = said_of(row, standings.strings)
        return Provision(
            address=Address(self._document, path),
            title=title,
            sub_section=sub_section or "",
            numbering=Address(self._document, path[:numbering]),
            find=file.block(row.at),
            in_sub_section=sub_section is not None,
            vacant=vacant,
            own_numbering=own_numbering,
        )
