"""Packs of the sample's instruments, each made once."""

from datetime import date
from functools import cache
from pathlib import Path

from secc.cli.moments import Opening
from secc.cli.options import cache_of
from secc.cli.pack import pack_of
from secc.code.load import source_of
from secc.document.pack import Asked, Opinions, Pack
from secc.document.pack import pack as make_pack
from secc.document.pack.stages import Stage, stages

ROOT = Path(__file__).resolve().parents[2]
DIRECTION, MP173 = "2020-09-17-tmad", "2021-11-16-mp173"


@cache
def opening() -> Opening:
    """The sample."""
    return Opening(ROOT / "sec-source")


@cache
def pack(name: str) -> Pack:
    """The pack of one of its instruments, as the command makes it."""
    return pack_of(opening(), name, None)


def pack_alone(name: str, known: date | None) -> Pack:
    """The same without what the rules, and other instruments in flight, have to say."""
    code, found = opening(), opening().opened.file(name)
    nothing = Opinions(lambda *_: (), lambda: ())
    asked = Asked(code.timeline, code.log, code.on_disk, cache_of(code.place), known, nothing)
    return make_pack(found.instrument, lambda path: source_of(path, found.annex(code.opened.tree, path)), asked)


@cache
def stages_of(name: str) -> tuple[Stage, ...]:
    """The days on which it changes the text."""
    return stages(opening().timeline, name, None)
