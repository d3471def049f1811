"""History packs: everything that a document ever said, small, for the browser to assemble any day from.

`docs/website.md` describes the fields. Pieces are in shorthand, those of a provision side by side: their HTML says much
the same again and again, and what is near is compressed best. Editions are told as what to take out of the one before
and what to put in: pieces by their numbers, and pages as negative numbers, -1 for the first.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher
from functools import partial
from itertools import chain, takewhile

from msgspec import Struct

from secc.site.any_day.definitions import by_letter
from secc.site.any_day.model import Days, DocumentChronicle, Edition, RecalledDocument
from secc.site.any_day.shorthand import shortened
from secc.site.any_day.tokens import root
from secc.site.any_day.told import Told
from secc.site.in_time.kept import latest
from secc.site.whom import is_wider, scope_key

FORMAT = 3
PACKS = "api/pack/"
DEFINITIONS = "api/definitions/"
_Splice = tuple[int, int, list[int]]
_Mark = tuple[str, str, str, int]
"""A page: its address, number, title and depth."""


class Packs(Struct, frozen=True, array_like=True):
    """The pack of a document, and by letter what it has of the definitions under it, as JSON."""

    whole: bytes
    definitions: Mapping[str, bytes]


def packs(recalled: RecalledDocument, told: Told) -> Packs:
    """The packs of a document, kept by all that they follow from."""
    document = recalled.found.told
    make = partial(_packs, document, told)
    return latest(told.cache, f"packs {document.id}", (recalled.said, told.behind(document)), Packs, make)


def definitions(every: Iterable[Packs]) -> Iterator[tuple[str, bytes]]:
    """The definitions under each letter, of all documents that have any: a file, and its JSON."""
    found: dict[str, list[bytes]] = {}
    for each in every:
        for letter, contents in each.definitions.items():
            found.setdefault(letter, []).append(contents)
    for letter in sorted(found):
        contents = b'{"format":%d,"documents":[%b]}' % (FORMAT, b",".join(found[letter]))
        yield f"{DEFINITIONS}{letter}.json", contents


def _packs(document: DocumentChronicle, told: Told) -> Packs:
    narrowed = by_letter(document)
    return Packs(_whole(document, told), {letter: _of_definitions(each, told) for letter, each in narrowed.items()})


def _whole(document: DocumentChronicle, told: Told) -> bytes:
    provisions = _by_provision(document)
    value = {
        "format": FORMAT,
        "document": str(document.id),
        "name": document.id.printed,
        "root": root(document.id),
        **_through_time(document, provisions),
        "unplaced": sorted(_unplaced(document)),
        "layers": [
            [
                number,
                str(each.standing),
                each.day.isoformat() if each.day is not None else None,
                each.before,
                each.after,
            ]
            for number, each in enumerate(document.layers)
        ],
        **told.of(document, tuple(provisions)),
    }
    return encoded(value)


def _of_definitions(document: DocumentChronicle, told: Told) -> bytes:
    """Of a document that has nothing else; what changed in all of it is not told, since any edit of it is a change."""
    of_document, *others = provisions = _by_provision(document)
    identifiers = frozenset(each.identifier for each in document.pieces)
    found = told.of(document, ("", *others), identifiers)
    return encoded({"document": of_document, **_through_time(document, provisions), **found})


def _through_time(document: DocumentChronicle, provisions: Mapping[str, Sequence[int]]) -> dict[str, object]:
    """The texts, and which there was from which day."""
    return {
        **_texts(document, provisions.values()),
        "effective": _days(document.effective),
        "base": _days(document.base),
        "known": list(_known(document.known)),
        **_scoped(document),
    }


def _known(known: Sequence[tuple[date, Days]]) -> Iterator[tuple[str, int, list[tuple[str, int | None]]]]:
    """From which day on which days were known: how many as from the day before in the list, and those after these."""
    last: Days = ()
    for day, days in known:
        alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(last, days, strict=False)))
        yield (day.isoformat(), alike, _days(days[alike:]))
        last = days


def _scoped(document: DocumentChronicle) -> dict[str, object]:
    """For whom it reads otherwise than for everybody on some day, each with the numbers of the wider ones.

    Nothing where it reads the same for all, as most documents do.
    """
    among = [scope for scope, _ in document.scoped]
    found = [
        (scope_key(scope), _days(days), [number for number, each in enumerate(among) if is_wider(each, scope)])
        for scope, days in document.scoped
    ]
    return {"scopes": found} if found else {}


def _by_provision(document: DocumentChronicle) -> dict[str, list[int]]:
    """The pieces by the identities of their provisions; what is of none comes first, under that of the document."""
    found: dict[str, list[int]] = {str(document.id): []}
    for number, piece in enumerate(document.pieces):
        found.setdefault(piece.who or str(document.id), []).append(number)
    return found


def _texts(document: DocumentChronicle, provisions: Collection[Sequence[int]]) -> dict[str, object]:
    """The pieces in shorthand, those of a provision side by side, and the editions that they make up."""
    numbers = {piece: number for number, piece in enumerate(chain.from_iterable(provisions))}
    short = shortened([document.pieces[each].html for each in numbers])
    pages: dict[_Mark, int] = {}
    tokens = [list(_tokens(edition, pages, numbers)) for edition in document.editions]
    before = [[], *tokens[:-1]] if tokens else []
    return {
        "forms": short.forms,
        "texts": [[short.texts[numbers[each]] for each in pieces] for pieces in provisions],
        "pages": list(pages),
        "editions": [
            [edition.title, edition.known_as, list(_splices(old, new))]
            for edition, old, new in zip(document.editions, before, tokens, strict=True)
        ],
    }


def _unplaced(document: DocumentChronicle) -> set[str]:
    """The `id`s that stand in a variation alone, or in what is ahead: no page of their own tells of them."""
    texts = {edition for _, edition in document.base or document.effective if edition is not None}
    pieces = {piece for edition in texts for page in document.editions[edition].pages for piece in page.pieces}
    placed = {document.pieces[piece].identifier for piece in pieces}
    return {each.identifier for each in document.pieces if each.who} - placed


def encoded(value: object) -> bytes:
    """JSON without blanks, in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _tokens(edition: Edition, pages: dict[_Mark, int], numbers: Mapping[int, int]) -> Iterator[int]:
    for page in edition.pages:
        mark = (page.url, page.number, page.title, page.depth)
        yield -1 - pages.setdefault(mark, len(pages))
        yield from (numbers[each] for each in page.pieces)


def _splices(before: Sequence[int], after: Sequence[int]) -> Iterator[_Splice]:
    """What to take out and put in, from the end to the beginning, so that no place shifts another."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, start, end, first, last in reversed(matcher.get_opcodes()):
        if tag != "equal":
            yield start, end - start, list(after[first:last])


def _days(days: Days) -> list[tuple[str, int | None]]:
    return [(day.isoformat(), edition) for day, edition in days]
