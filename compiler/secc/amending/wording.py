"""Words within a line: found exactly as often as said."""

from msgspec import Struct

from secc.amending.extents import below
from secc.amending.refusal import Refusal
from secc.amending.seams import CLOSING
from secc.amending.spots import Spot
from secc.amending.version import DocumentVersion
from secc.code.model import Bullet, Text
from secc.instruments.model import Quoted, Which, Words
from secc.syntax.inline.spaces import even

_ORDER = {Which.FIRST: 0, Which.SECOND: 1, Which.THIRD: 2, Which.FOURTH: 3, Which.LAST: -1}


class Found(Struct, frozen=True):
    """Words where they stand: `spot.prose.text[start:end]`."""

    spot: Spot
    start: int
    end: int


def find(spots: list[Spot], quoted: Quoted, where: str) -> list[Found]:
    """The words that are meant; refuses words that are not there, or in more places than said."""
    if isinstance(quoted, Words):
        return _chosen(_occurrences(spots, quoted.text), quoted, where)
    first = _chosen(_occurrences(spots, quoted.first), Words(quoted.first), where)[0]
    text = first.spot.prose.text
    if not quoted.last:
        return [Found(first.spot, first.start, _end_without_stop(text))]
    after = [each for each in _occurrences([first.spot], quoted.last) if each.start >= first.start]
    if not after:
        raise Refusal(
            f'"{quoted.last}" does not follow "{quoted.first}" in {where}',
            "quote words of one paragraph, or set the provision out in full",
        )
    if len(after) > 1:
        raise Refusal(f'"{quoted.last}" follows {len(after)} times in {where}', "quote more of the last words")
    return [Found(first.spot, first.start, after[0].end)]


def at_end(spots: list[Spot], new: str) -> Found:
    """The end of the last words of a place; before its closing punctuation where the new words bring none."""
    spot = spots[-1]
    text = spot.prose.text
    end = len(text) if new.rstrip()[-1:] in CLOSING and new.rstrip()[-1:] != ")" else _end_without_stop(text)
    return Found(spot, end, end)


def at_beginning(spots: list[Spot]) -> Found:
    """The beginning of a place's first words; of a definition, behind its terms."""
    return Found(spots[0], spots[0].begins, spots[0].begins)


def _chosen(found: list[Found], words: Words, where: str) -> list[Found]:
    if not found:
        raise Refusal(f'the words "{words.text}" do not stand in {where}', "quote the words as they stand there")
    if words.which is Which.EACH:
        return found
    if words.which is Which.ONCE:
        if len(found) > 1:
            raise Refusal(
                f'the words "{words.text}" stand in {where} {_times(len(found))}',
                "quote more of the words around them, or say in which place: "
                '"in the second place it occurs", "in each place it occurs"',
            )
        return found
    place = _ORDER[words.which]
    if place >= len(found):
        raise Refusal(f'the words "{words.text}" stand in {where} only {_times(len(found))}', "say another place")
    return [found[place]]


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _occurrences(spots: list[Spot], words: str) -> list[Found]:
    wanted = straight(words)
    found: list[Found] = []
    for spot in spots if wanted else ():
        text = spot.prose.text
        start = text.find(wanted)
        while start >= 0:
            end = start + len(wanted)
            if _bounded(text, start, end):
                found.append(Found(spot, start, end))
                start = text.find(wanted, end)
            else:
                start = text.find(wanted, start + 1)
    return found


def straight(words: str) -> str:
    """With single spaces and straight quotation marks, as the text of the Code holds them."""
    return even(words)[0]


def _bounded(text: str, start: int, end: int) -> bool:
    """Whether whole words stand there: no letter or digit goes on at either end."""
    inner_left, inner_right = text[start].isalnum(), text[end - 1].isalnum()
    return not (inner_left and start and text[start - 1].isalnum()) and not (
        inner_right and end < len(text) and text[end].isalnum()
    )


def _end_without_stop(text: str) -> int:
    """Where the words end before `.`, `;`, `,`, `; and` and their like."""
    stripped = text.rstrip()
    for connective in ("and", "or"):
        if stripped.endswith((f"; {connective}", f", {connective}")):
            stripped = stripped[: -len(connective)].rstrip()
    return len(stripped.rstrip(".;,:"))


def nothing_left(version: DocumentVersion, found: Found) -> bool:
    """Whether the words are all that an unlabelled paragraph or a bullet says, so that it goes when they do."""
    number = found.spot.number
    if number < 0 or (found.start, found.end) != (0, len(found.spot.prose.text)):
        return False
    return isinstance(version.blocks[number].block, Text | Bullet) and len(below(version, number)) == 1
