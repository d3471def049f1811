"""A pack as JSON, for programs. docs/schemas/pack.schema.json is its schema, made from the types here.

`version` changes when what a program reads changes its meaning; what is only added does not change it.
"""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from secc.document.pack.model import (
    AffectedDocument,
    AffectedProvision,
    Became,
    ChangedTerm,
    EffectChange,
    Pack,
    Question,
    ReferredTo,
    StagePack,
    Topic,
    Users,
)
from secc.document.pack.summary import FileSaid
from secc.document.redline_model import Described, Edition
from secc.ids import Address

_Digest = Annotated[str, Meta(pattern="^sec[0-9]+:[0-9a-f]+$")]
_Sha256 = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]


class JsonFile(Struct, frozen=True):
    """A file of the pack: its path in it, what it is, and the SHA-256 of its contents."""

    path: str
    what: str
    sha256: _Sha256


class JsonText(Struct, frozen=True):
    """One of the two texts: in words, with its legal day, and the legal digest of the whole Code."""

    said: str
    day: date | None
    digest: _Digest


class JsonEdition(Struct, frozen=True):
    """A document as one text has it; `version` is empty where none was given."""

    version: str
    digest: _Digest


class JsonDocument(Struct, frozen=True, kw_only=True):
    """A document affected; `before` is null where it is new, `after` where it is revoked."""

    document: str
    printed: str
    title: str
    became: Became
    before: JsonEdition | None
    after: JsonEdition | None
    files: tuple[str, ...]


class JsonProvision(Struct, frozen=True, kw_only=True):
    """A row of the table of provisions affected, with its addresses; null where it stands in one text only."""

    document: str
    section: str
    content: tuple[str, ...]
    before: str | None
    after: str | None


class JsonUsers(Struct, frozen=True):
    """Places in one document: its provisions, and its definitions by their terms."""

    document: str
    provisions: tuple[str, ...]
    definitions: tuple[str, ...]


class JsonTerm(Struct, frozen=True):
    """A term, by all its names, whose definition changes, comes or goes, and what uses it."""

    names: tuple[str, ...]
    place: str
    what: str
    users: tuple[JsonUsers, ...]


class JsonReferredTo(Struct, frozen=True):
    """A provision that changes, and what refers to it in other documents."""

    place: str
    what: str
    users: tuple[JsonUsers, ...]


class JsonQuestion(Struct, frozen=True):
    """An open question."""

    topic: Topic
    words: str


class JsonStage(Struct, frozen=True, kw_only=True):
    """What changes on one day; where `assumed`, as it would be if the `condition` is met on that day.

    `beside` are the other instruments that change the text on the same day.
    """

    said: str
    condition: str
    assumed: bool
    day: date | None
    beside: tuple[str, ...]
    paragraphs: tuple[str, ...]
    before: JsonText
    after: JsonText
    documents: tuple[JsonDocument, ...]
    provisions: tuple[JsonProvision, ...]
    terms: tuple[JsonTerm, ...]
    references: tuple[JsonReferredTo, ...]
    questions: tuple[JsonQuestion, ...]


class JsonEffect(Struct, frozen=True):
    """A paragraph that changes no words, and when it has effect."""

    paragraph: str
    words: str
    when: str


class JsonPack(Struct, frozen=True, kw_only=True):
    """A pack. `starts` is when the instrument says that it has effect, empty where each paragraph says it for itself.

    `known` is the day by which instruments had been recorded; null for everything recorded.
    """

    version: Literal[1]
    code: str
    instrument: str
    kind: str
    title: str
    standing: str
    starts: str
    known: date | None
    stages: tuple[JsonStage, ...]
    effects: tuple[JsonEffect, ...]
    questions: tuple[JsonQuestion, ...]
    files: tuple[JsonFile, ...]


def to_json(pack: Pack, files: Sequence[FileSaid]) -> bytes:
    """The pack with its files, UTF-8, two spaces to a level."""
    made = JsonPack(
        version=1,
        code=pack.code,
        instrument=pack.name,
        kind=pack.kind,
        title=pack.title,
        standing=pack.standing,
        starts=pack.starts,
        known=pack.known,
        stages=tuple(
            _stage(each, [file for file in files if file.stage == place]) for place, each in enumerate(pack.stages)
        ),
        effects=tuple(map(_effect, pack.effects)),
        questions=tuple(map(_question, pack.questions)),
        files=tuple(JsonFile(each.path, each.what, each.sha256) for each in files),
    )
    return msgspec.json.format(msgspec.json.encode(made), indent=2) + b"\n"


def schema() -> bytes:
    """The JSON schema of what `to_json` makes."""
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Pack"}
    return msgspec.json.format(msgspec.json.encode(made | msgspec.json.schema(JsonPack)), indent=2) + b"\n"


def _stage(stage: StagePack, files: Sequence[FileSaid]) -> JsonStage:
    return JsonStage(
        said=stage.said,
        condition=stage.condition,
        assumed=stage.assumed,
        day=stage.day,
        beside=stage.beside,
        paragraphs=stage.paragraphs,
        before=_text(stage.before),
        after=_text(stage.after),
        documents=tuple(_document(each, files) for each in stage.documents),
        provisions=tuple(map(_provision, stage.provisions)),
        terms=tuple(map(_term, stage.drift.terms)),
        references=tuple(map(_referred, stage.drift.references)),
        questions=tuple(map(_question, stage.questions)),
    )


def _text(text: Described) -> JsonText:
    return JsonText(text.said, text.day, text.digest)


def _document(document: AffectedDocument, files: Sequence[FileSaid]) -> JsonDocument:
    return JsonDocument(
        document=str(document.id),
        printed=document.id.printed,
        title=document.title,
        became=document.became,
        before=_edition(document.before),
        after=_edition(document.after),
        files=tuple(each.path for each in files if each.document == document.id),
    )


def _edition(edition: Edition | None) -> JsonEdition | None:
    return JsonEdition(edition.version, edition.digest) if edition is not None else None


def _provision(found: AffectedProvision) -> JsonProvision:
    return JsonProvision(
        document=str(found.document),
        section=found.section,
        content=found.content,
        before=_address(found.before),
        after=_address(found.after),
    )


def _term(term: ChangedTerm) -> JsonTerm:
    return JsonTerm(term.names, term.place, term.what, tuple(map(_users, term.users)))


def _referred(found: ReferredTo) -> JsonReferredTo:
    return JsonReferredTo(found.place, found.what, tuple(map(_users, found.users)))


def _users(users: Users) -> JsonUsers:
    return JsonUsers(str(users.document), users.provisions, users.definitions)


def _effect(each: EffectChange) -> JsonEffect:
    return JsonEffect(each.number, each.words, each.when)


def _question(each: Question) -> JsonQuestion:
    return JsonQuestion(each.topic, each.words)


def _address(address: Address | None) -> str | None:
    return str(address) if address is not None else None
