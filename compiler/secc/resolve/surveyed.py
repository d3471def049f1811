"""Documents with their surveys, each part read when it is asked for."""

from collections.abc import Callable, Iterable
from functools import cached_property

import msgspec

from secc.code.load import DocumentCache, LoadedDocument
from secc.code.walk import Placed, placed
from secc.ids import DocumentId
from secc.resolve.survey import Drafted, Standings, Survey, survey_of

_SURVEYS = msgspec.msgpack.Decoder(Survey)
_STANDINGS = msgspec.msgpack.Decoder(Standings)
_DRAFTS = msgspec.msgpack.Decoder(tuple[Drafted, ...])


class Surveyed:
    """A document of a state."""

    def __init__(self, loaded: LoadedDocument, survey: Survey) -> None:
        self.loaded = loaded
        self.survey = survey

    @property
    def id(self) -> DocumentId:
        """Which document it is."""
        return self.survey.id

    @cached_property
    def blocks(self) -> tuple[Placed, ...]:
        """Its blocks as placed; this takes reading it."""
        return placed(self.loaded.document)

    @cached_property
    def standings(self) -> Standings:
        """Its provisions."""
        return _STANDINGS.decode(self.survey.standings)

    @cached_property
    def drafts(self) -> tuple[Drafted, ...]:
        """Its definitions."""
        return _DRAFTS.decode(self.survey.drafts)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Its words, case folded."""
        return frozenset(msgspec.msgpack.decode(self.survey.vocabulary, type=str).split("\n"))

    def block(self, at: int) -> Callable[[], Placed]:
        """What gives one of its blocks, when it is asked for."""
        return lambda: self.blocks[at]


def surveyed(documents: Iterable[LoadedDocument], cache: DocumentCache) -> tuple[Surveyed, ...]:
    """Documents with their surveys, those from the cache that it holds."""
    return tuple(_surveyed(each, cache) for each in documents)


def _surveyed(loaded: LoadedDocument, cache: DocumentCache) -> Surveyed:
    name = f"{loaded.key}.survey"
    kept = cache.kept(name)
    survey = _decoded(kept) if kept is not None else None
    if survey is not None:
        return Surveyed(loaded, survey)
    blocks = placed(loaded.document)
    made = survey_of(loaded.document, blocks)
    cache.keep(name, msgspec.msgpack.encode(made.survey))
    found = Surveyed(loaded, made.survey)
    found.blocks, found.standings, found.drafts = blocks, made.standings, made.drafts
    return found


def _decoded(kept: bytes) -> Survey | None:
    try:
        return _SURVEYS.decode(kept)
    except msgspec.DecodeError:
        return None
