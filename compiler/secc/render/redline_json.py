"""A redline as JSON, for programs. docs/schemas/redline.schema.json is its schema, made from the types here.

Of a block's words, those whose state is `=` or `-` make the old text, those with `=` or `+` the new one. `version`
changes when what a program reads changes its meaning; what is only added does not change it.
"""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from secc.compare import How, State
from secc.document.redline_model import (
    Block,
    Cell,
    Described,
    DocumentRedline,
    Edition,
    Entry,
    Everywhere,
    Follows,
    Kind,
    Redline,
    Row,
    Stretch,
    Weight,
)
from secc.ids import Address
from secc.render.plain import plain

_Count = Annotated[int, Meta(ge=0)]
_Digest = Annotated[str, Meta(pattern="^sec[0-9]+:[0-9a-f]+$")]


class JsonText(Struct, frozen=True):
    """Which text it is: `said` in words; the legal day, and the day by which instruments had been recorded."""

    said: str
    day: date | None
    known: date | None
    digest: _Digest


class JsonEdition(Struct, frozen=True):
    """A document as one text has it; `version` is empty where it has none."""

    version: str
    digest: _Digest


class JsonWords(Struct, frozen=True, omit_defaults=True):
    """Some words: `=` in both texts, `-` in the old one, `+` in the new one.

    `moved`: they stand elsewhere in the other text. `consequential`: a reference that only follows a renumbering.
    `everywhere`: the place, from 1, of this change in the list of changes made everywhere.
    """

    state: State
    text: str
    moved: bool = False
    consequential: bool = False
    everywhere: _Count = 0


class JsonCell(Struct, frozen=True):
    """A cell of a table."""

    state: State
    words: tuple[JsonWords, ...]


class JsonRow(Struct, frozen=True):
    """A row of a table; `head` where it stands above the rule."""

    state: State
    head: bool
    cells: tuple[JsonCell, ...]


class JsonBlock(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A block of the two texts merged, in the order of the page.

    `before` and `after` are its addresses, null where it stands in one text only; `change` is the number of the change
    that it belongs to. `end`: `+` where the old text runs on into the next block, `-` where the new one does.
    `legal_effect` is false for notes. `base` is what the text said that both were made from, where each has others.
    """

    kind: Kind
    state: State
    how: How
    weight: Weight
    depth: _Count
    name: str
    before: str | None
    after: str | None
    label: tuple[JsonWords, ...]
    words: tuple[JsonWords, ...]
    legal_effect: bool
    rows: tuple[JsonRow, ...] = ()
    end: State = State.SAME
    level: _Count = 0
    move: _Count = 0
    change: _Count = 0
    told: tuple[str, ...] = ()
    base: str = ""


class JsonDocument(Struct, frozen=True):
    """A document, or the part of it that was asked for; null where a text has no such document."""

    title: str
    before: JsonEdition | None
    after: JsonEdition | None
    blocks: tuple[JsonBlock, ...]


class JsonTally(Struct, frozen=True):
    """How many changes there are of each kind."""

    inserted: _Count
    omitted: _Count
    substituted: _Count
    changed: _Count
    moved: _Count
    split: _Count
    joined: _Count
    renumbered: _Count
    consequential: _Count


class JsonEntry(Struct, frozen=True):
    """A line of the list of changes."""

    change: _Count
    name: str
    what: str
    how: How
    legal_effect: bool


class JsonPlace(Struct, frozen=True):
    """Where something occurs; `change` is 0 where it only follows."""

    name: str
    change: _Count


class JsonEverywhere(Struct, frozen=True):
    """Words put in the place of the same others in three places or more."""

    before: str
    after: str
    places: tuple[JsonPlace, ...]


class JsonFollows(Struct, frozen=True):
    """What was, and is; `name` is where, empty for numbers."""

    name: str
    before: str
    after: str


class JsonRedline(Struct, frozen=True, kw_only=True):
    """What changed between two texts. `same` is how many documents are left out because nothing changed in them.

    `against` is the text that both were made from, where that was asked for; `standing` is how many blocks differ from
    it in both alike.
    """

    version: Literal[1]
    of: str
    before: JsonText
    after: JsonText
    tally: JsonTally
    entries: tuple[JsonEntry, ...]
    everywhere: tuple[JsonEverywhere, ...]
    renumbered: tuple[JsonFollows, ...]
    consequential: tuple[JsonFollows, ...]
    documents: tuple[JsonDocument, ...]
    same: _Count
    against: JsonText | None
    standing: _Count


def to_json(redline: Redline) -> bytes:
    """The redline, UTF-8, two spaces to a level."""
    made = JsonRedline(
        version=1,
        of=redline.of,
        before=_text(redline.before),
        after=_text(redline.after),
        tally=msgspec.convert(redline.tally, JsonTally, from_attributes=True),
        entries=tuple(map(_entry, redline.entries)),
        everywhere=tuple(map(_everywhere, redline.everywhere)),
        renumbered=_follow(redline.renumbered),
        consequential=_follow(redline.consequential),
        documents=tuple(map(_document, redline.documents)),
        same=redline.same,
        against=_text(redline.against) if redline.against is not None else None,
        standing=redline.standing,
    )
    return msgspec.json.format(msgspec.json.encode(made), indent=2) + b"\n"


def schema() -> bytes:
    """The JSON schema of what `to_json` makes."""
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Redline"}
    return msgspec.json.format(msgspec.json.encode(made | msgspec.json.schema(JsonRedline)), indent=2) + b"\n"


def _text(text: Described) -> JsonText:
    return JsonText(text.said, text.day, text.known, text.digest)


def _edition(found: Edition | None) -> JsonEdition | None:
    return JsonEdition(found.version, found.digest) if found is not None else None


def _entry(each: Entry) -> JsonEntry:
    return JsonEntry(each.change, each.name, each.what, each.how, each.has_effect)


def _everywhere(each: Everywhere) -> JsonEverywhere:
    return JsonEverywhere(each.before, each.after, tuple(JsonPlace(place.name, place.change) for place in each.places))


def _follow(found: Sequence[Follows]) -> tuple[JsonFollows, ...]:
    return tuple(JsonFollows(each.name, each.before, each.after) for each in found)


def _document(document: DocumentRedline) -> JsonDocument:
    blocks = tuple(map(_block, document.blocks))
    return JsonDocument(document.title, _edition(document.before), _edition(document.after), blocks)


def _block(block: Block) -> JsonBlock:
    return JsonBlock(
        kind=block.kind,
        state=block.state,
        how=block.how,
        weight=block.weight,
        depth=block.depth,
        name=block.name,
        before=_address(block.before),
        after=_address(block.after),
        label=_words(block.label),
        words=_words(block.words),
        legal_effect=block.has_effect,
        rows=tuple(map(_row, block.rows)),
        end=block.end,
        level=block.level,
        move=block.move,
        change=block.change,
        told=block.told,
        base=block.base,
    )


def _address(address: Address | None) -> str | None:
    return str(address) if address is not None else None


def _row(row: Row) -> JsonRow:
    return JsonRow(row.state, row.head, tuple(map(_cell, row.cells)))


def _cell(cell: Cell) -> JsonCell:
    return JsonCell(cell.state, _words(cell.words))


def _words(words: Sequence[Stretch]) -> tuple[JsonWords, ...]:
    return tuple(JsonWords(each.state, plain(each.runs), each.moved, each.follows, each.everywhere) for each in words)
