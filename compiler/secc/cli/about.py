"""The documents and provisions that an instrument changes, as its pack lists them: what letters are held to."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import msgspec

from secc.check.prose.rules.list_not_as_changed import WHOLE
from secc.cli.moments import Opening
from secc.cli.pack import found_instrument
from secc.diagnostics import CannotProceed
from secc.document.pack.provisions import affected
from secc.document.pack.stages import stages
from secc.render.pack_json import JsonPack, JsonProvision

_JSON = "pack.json"


def changed_by(opening: Opening, said: str, known: date | None) -> frozenset[str]:
    """Them, of an instrument or of a pack (its zip), as rules for letters know them.

    Documents as printed (`Appendix D`), provisions by their number (`H14.31(a)`, `Appendix D/8.1`). Raises
    `CannotProceed` where there is no such instrument or pack.
    """
    if said.endswith(".zip"):
        found = _packed(Path(said))
        told = {_label(each.document, each.after or each.before or "") for each in _provisions(found)}
        return frozenset(told | {each.printed for stage in found.stages for each in stage.documents})
    changed: set[str] = set()
    for stage in stages(opening.timeline, found_instrument(opening, said).instrument.name, known):
        changed |= {each.printed for each in stage.documents}
        rows = affected(stage.changes())
        changed |= {_label(str(each.document), str(each.after or each.before)) for each in rows}
    return frozenset(changed)


def _provisions(found: JsonPack) -> Iterator[JsonProvision]:
    return (each for stage in found.stages for each in stage.provisions)


def _label(document: str, address: str) -> str:
    """How a letter's citation would name a provision; a definition is its clause."""
    kind, _, label = document.partition("-")
    printed = f"{kind.capitalize()} {label}"
    local = address.removeprefix(document).removeprefix("/").partition('/"')[0].partition('"')[0]
    if not local:
        return f"{WHOLE}{printed}"
    return local if kind == "section" else f"{printed}/{local}"


def _packed(place: Path) -> JsonPack:
    """What a pack says of itself."""
    try:
        with ZipFile(place) as archive:
            path = next((name for name in archive.namelist() if name.endswith(f"/{_JSON}")), None)
            contents = archive.read(path) if path is not None else b""
        return msgspec.json.decode(contents, type=JsonPack)
    except OSError as error:
        raise CannotProceed(f"{place} cannot be read: {error.strerror}") from None
    except (BadZipFile, msgspec.MsgspecError):
        raise CannotProceed(f"{place} is no pack: make one with secc pack") from None
