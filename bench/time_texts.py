"""A Code with a history, for measuring: 10,000 provisions, and a hundred versions that each change one in a hundred."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

FIRST = date(2014, 1, 1)
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWX"
_WORDS = (
    "the Panel shall notify each Party of any change that it has made to a test or a Device within ten Working Days of "
    "receipt and shall keep a record of what was said in accordance with good practice where it is reasonable to do so"
).split()


def write_code(folder: Path, provisions: int, versions: int, seed: int = 1) -> None:
    """Write the sources of a Code: its text after the last version, its instruments with their annexes."""
    draw = Random(seed)
    clauses = _first(provisions, draw)
    texts = {letter: _text(letter, clauses) for letter in _LETTERS}
    instruments = {"2014-01-01-first": _designation(texts)}
    for number in range(1, versions):
        day = FIRST + timedelta(days=30 * number)
        name = f"{day}-release"
        instruments[name] = _release(name, day, clauses, provisions // 100, draw)
    last = {letter: _text(letter, clauses) for letter in _LETTERS}
    _write(folder, texts, last, instruments)


def provisions_of(folder: Path) -> dict[str, list[tuple[str, str]]]:
    """The provisions of each sub-section of a Code that was so written, with what they say."""
    found: dict[str, list[tuple[str, str]]] = {}
    for path in sorted((folder / "sections").iterdir()):
        for block in path.read_text(encoding="utf-8").split("\n\n")[1:]:
            number, _, words = block.strip().removeprefix("# ").partition(" ")
            if block.startswith("#"):
                found[number] = []
            else:
                found[number.partition(".")[0]].append((number, words))
    return found


def _first(provisions: int, draw: Random) -> dict[tuple[str, str], list[str]]:
    each = provisions // len(_LETTERS) + 1
    return {
        (letter, f"{letter}{1 + number // 40}.{1 + number % 40}"): draw.choices(_WORDS, k=24)
        for letter in _LETTERS
        for number in range(each)
    }


def _text(letter: str, clauses: dict[tuple[str, str], list[str]]) -> str:
    lines = [f"section {letter}: Section {letter}"]
    heading = ""
    for (section, number), words in clauses.items():
        if section != letter:
            continue
        if number.partition(".")[0] != heading:
            heading = number.partition(".")[0]
            lines.append(f"# {heading} Duties")
        lines.append(f"{number} On {words[0]} {' '.join(words[1:])}.")
    return "\n\n".join(lines) + "\n"


def _designation(texts: dict[str, str]) -> str:
    lines = ["designation 2014-01-01-first: The first designation", "made: 2014-01-01", "recorded: 2014-01-01", ""]
    for number, letter in enumerate(texts, 1):
        lines.append(f"{number} designate Section {letter} as version 1.0, in the form set out at annexes/{letter}.sec")
    return "\n".join(lines) + "\n"


def _release(name: str, day: date, clauses: dict[tuple[str, str], list[str]], changes: int, draw: Random) -> str:
    """Words of some clauses of two Sections, each replaced by a word that stands nowhere else."""
    sections = draw.sample(_LETTERS, 2)
    places = draw.sample([key for key in clauses if key[0] in sections], changes)
    return "\n".join(
        [f"release {name}: A release", f"made: {day}", f"recorded: {day}", "", *_operations(places, clauses, name)]
    )


def _operations(places: list[tuple[str, str]], clauses: dict[tuple[str, str], list[str]], name: str) -> Iterator[str]:
    for number, key in enumerate(places, 1):
        words = clauses[key]
        new = f"item-{name.replace('-', '')}-{number}"
        yield f'{number} in Section {key[1]}, for "On {words[0]}" substitute "On {new}"'
        words[0] = new


def _write(folder: Path, first: dict[str, str], last: dict[str, str], instruments: dict[str, str]) -> None:
    (folder / "sections").mkdir(parents=True)
    for letter, text in last.items():
        (folder / "sections" / f"{letter}.sec").write_text(text)
    for name, text in instruments.items():
        place = folder / "instruments" / name
        place.mkdir(parents=True)
        (place / "instrument.sec").write_text(text + "\n")
    annexes = folder / "instruments" / "2014-01-01-first" / "annexes"
    annexes.mkdir()
    for letter, text in first.items():
        (annexes / f"{letter}.sec").write_text(text)
    listed = "".join(f'    "sections/{letter}.sec",\n' for letter in last)
    (folder / "code.toml").write_text(f'title = "A Code"\nshort = "AC"\ndocuments = [\n{listed}]\n')
