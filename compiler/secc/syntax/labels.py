"""Labels of clauses and paragraphs as lawyers count them: a, b … z, aa; i, ii, iii; with letters for insertions."""

from functools import cache, lru_cache

from secc.syntax.patterns import LABEL_PARTS

_ROMAN_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_ROMAN_TENS = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")


@cache
def roman(number: int) -> str:
    """The lower-case Roman numeral of 1 to 99."""
    return _ROMAN_TENS[number // 10] + _ROMAN_ONES[number % 10]


_ROMAN_VALUES = {roman(number): number for number in range(1, 100)}
_FIRST = frozenset({"a", "i", "A", "I", "1", "aa", "AA", "za"})


def is_first(label: str) -> bool:
    """Whether a list may begin with this label (without brackets)."""
    return label in _FIRST


def ends_for_list(words: str) -> bool:
    """Whether words end as those do below which a paragraph may begin, quotes of any shape left out of account."""
    words = words.rstrip("\"“”„‟'‘’‚‛) ")
    return not words or words[-1] in ":;.,—–-…]" or words.rsplit(None, 1)[-1] in ("and", "or", "but")


def ends_paragraph(words: str) -> bool:
    """Whether words end as a paragraph does: with a full stop or semicolon, and perhaps a word that joins."""
    words = words.rstrip("\"“”„‟'‘’‚‛) ")
    before, _, last = words.rpartition(" ")
    return (before if last in ("and", "or", "but") else words).endswith((";", "."))


def skips(label: str, previous: str) -> bool:
    """Whether `label` stands in a list after `previous` but for a few labels between, which have been left out."""
    return 0 < len(missing_between(previous, label)) <= _FEW


_FEW = 3


def follows(label: str, previous: str) -> bool:
    """Whether `label` may stand next after `previous` in a list: its successor, or an insertion after it.

    Nothing follows an empty label.

    (b) after (a), (aa) after (z) or (a), (ii) after (i), (1A) after (1), (j) after (i) and after (iA).
    """
    return bool(_readings(label) & _successors(previous))


_Reading = tuple[str, int, str]
"""A way to read a label: its series, its place in it, and the letters of an insertion."""


@lru_cache(maxsize=4096)
def _readings(label: str) -> frozenset[_Reading]:
    """Every way in which a label can be read; (i) is both a letter and a Roman numeral."""
    readings: set[_Reading] = set()
    parts = LABEL_PARTS.fullmatch(label)
    if parts is None:
        return frozenset()
    number, letters, suffix = parts["number"], parts["letters"], parts["suffix"] or ""
    if number:
        readings.add(("1", int(number), suffix))
        return frozenset(readings)
    if letters.lower() in _ROMAN_VALUES:
        readings.add(("i" if letters.islower() else "I", _ROMAN_VALUES[letters.lower()], suffix))
    readings.update(_letter_readings(letters, suffix))
    return frozenset(readings)


def _letter_readings(letters: str, suffix: str) -> set[_Reading]:
    series = "a" if letters.islower() else "A"
    first = ord(letters[0].lower()) - ord("a") + 1
    readings: set[_Reading] = set()
    if len(set(letters)) == 1:  # a, aa (after z), aaa
        readings.add((series, first + 26 * (len(letters) - 1), suffix))
    if len(letters) == 2:  # (aa) inserted after (a), (ab) after (aa); (za) before (a)
        readings.add((series, first, letters[1].upper() + suffix))
    return readings


def _successors(label: str) -> frozenset[_Reading]:
    following: set[_Reading] = set()
    for series, place, suffix in _readings(label):
        following.add((series, place + 1, ""))
        following.add((series, place, suffix + "A"))
        if suffix:
            following.add((series, place, suffix[:-1] + chr(ord(suffix[-1]) + 1)))
    return frozenset(following)


@lru_cache(maxsize=65536)
def number_key(label: str) -> tuple[tuple[int, str], ...]:
    """Sorts numbers as the Code does: H14.9 before H14.10, H14.36 before H14.36A before H14.37; letters first."""
    keys: list[tuple[int, str]] = []
    for part in label.split("."):
        digits = "".join(filter(str.isdigit, part))
        lead = part[: part.index(digits)] if digits else part
        keys.append((0, lead))
        if digits:
            keys.append((int(digits), part[part.index(digits) + len(digits) :]))
    return tuple(keys)


def precedes(label: str, previous: str) -> bool:
    """Whether `label` comes before `previous` however the two are read in one series."""
    places = [
        ((place, suffix), (other_place, other_suffix))
        for series, place, suffix in _readings(label)
        for other_series, other_place, other_suffix in _readings(previous)
        if series == other_series
    ]
    return bool(places) and all(here < there for here, there in places)


def missing_between(previous: str, label: str) -> tuple[str, ...]:
    """The labels passed over between two of one list, read in the series in which they are nearest; at most 20.

    Insertions may be passed over: nothing is missing between (b) and (ba), nor between (bc) and (c).
    """
    pairs = [
        (place - before, series, before)
        for series, place, _ in _readings(label)
        for other, before, _ in _readings(previous)
        if series == other and place >= before
    ]
    if not pairs:
        return ()
    steps, series, before = min(pairs)
    return tuple(_written(series, before + step) for step in range(1, min(steps, 21)))


def missing_before(label: str) -> tuple[str, ...]:
    """The labels passed over by a list that begins with this one, read as near to a beginning as can be; at most 20."""
    readings = [(place, series) for series, place, _ in _readings(label)]
    if is_first(label) or not readings:
        return ()
    place, series = min(readings)
    return tuple(_written(series, step) for step in range(1, min(place, 21)))


def series_of(first: str, label: str) -> str:
    """The series that a label has in a list that begins with `first`: "a", "A", "i", "I" or "1"; empty if it has none.

    A list that begins with (i), or with any Roman numeral of more than one letter, counts in Roman numerals.
    """
    beginning = min((_place(reading), reading[0]) for reading in _readings(first)) if _readings(first) else ((), "")
    all_of = {series for series, _, _ in _readings(label)}
    if label[:-1].lower() in _ROMAN_VALUES:  # (ia), inserted after (i)
        all_of |= {series for series, _, _ in _readings(label[:-1])}
    return beginning[1] if beginning[1] in all_of else ""


def _place(reading: _Reading) -> tuple[int, str]:
    """Sorts the readings of a label: the earlier its place would be, the likelier the reading."""
    return reading[1], reading[2]


def _written(series: str, place: int) -> str:
    """A label by its series and its place in it."""
    if series == "1":
        return str(place)
    if series in ("i", "I"):
        return roman(place) if series == "i" else roman(place).upper()
    return chr(ord(series) + (place - 1) % 26) * (1 + (place - 1) // 26)
