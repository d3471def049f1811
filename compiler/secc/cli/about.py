"""The documents that an instrument changes, as its pack lists them: what letters about it are held to."""

from datetime import date
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import msgspec

from secc.cli.moments import Opening
from secc.cli.pack import found_instrument
from secc.diagnostics import CannotProceed
from secc.document.pack.stages import digest_of, stages
from secc.ids import DocumentId
from secc.render.pack_json import JsonPack

_JSON = "pack.json"


def changed_by(opening: Opening, said: str, known: date | None) -> frozenset[str]:
    """Them as printed, of an instrument or of a pack (its zip). Raises `CannotProceed` where there is none."""
    if said.endswith(".zip"):
        found = _packed(Path(said))
        return frozenset(each.printed for stage in found.stages for each in stage.documents)
    name = found_instrument(opening, said).instrument.name
    changed: set[DocumentId] = set()
    for stage in stages(opening.timeline, name, known):
        texts = stage.before, stage.after
        documents = {document for text in texts for document in text.documents}
        changed |= {each for each in documents if digest_of(texts[0], each) != digest_of(texts[1], each)}
    return frozenset(each.printed for each in changed)


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
