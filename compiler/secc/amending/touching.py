"""What of a document an operation reads or writes, as paths: operations that touch nothing in common go together."""

from collections.abc import Iterable, Iterator, Sequence

from secc.amending.extents import below, plain
from secc.amending.fragments import sub_headings_in
from secc.amending.version import DocumentVersion, Path
from secc.code.model import Division, SubSection
from secc.ids import Address
from secc.instruments.model import AfterPlace, BeforePlace, Position, SourceText
from secc.instruments.places import Heading, Place, SubHeadingNamed

_HEADINGS, _TITLE, _UNLABELLED = "##", "title", "unlabelled"
"""Steps of paths that no provision has, for what has no address: the sub-headings of a document, its title, words."""

ANY_HEADING: Path = (_HEADINGS,)
"""What an operation touches after which any sub-heading may have other words."""


class Touched:
    """Paths that operations touch, found by where they begin: a large instrument has thousands."""

    def __init__(self) -> None:
        self._by_beginning: dict[str, list[Path]] = {}

    def add(self, paths: Iterable[Path]) -> None:
        """These too."""
        for path in paths:
            self._by_beginning.setdefault(_beginning(path), []).append(path)

    def concerns(self, paths: Iterable[Path]) -> bool:
        """Whether one of these is of a provision that is touched, stands in one or holds one."""
        return any(self._concerns(path) for path in paths)

    def _concerns(self, path: Path) -> bool:
        if not path or "" in self._by_beginning:
            return bool(self._by_beginning)
        return any(one_in_other(path, other) for other in self._by_beginning.get(_beginning(path), ()))


def _beginning(path: Path) -> str:
    """What paths that have anything in common begin with: of H14.31 it is H14; nothing for the document itself."""
    return path[0].partition(".")[0] if path else ""


def heading_path(words: str) -> Path:
    """What touches the sub-headings of these words, wherever they stand."""
    return (_HEADINGS, plain(words))


def touched_in(version: DocumentVersion, place: Place) -> tuple[Path, ...]:
    """The paths that an operation at a place touches: of a sub-section or division, those of what stands in it too."""
    path = _touched_by(place)
    if not is_container(version, path):
        return (path,)
    inside = (version.blocks[each] for each in below(version, version.by_path[path]))
    return (path, *(each.address.path for each in inside if each.own and each.address.path[: len(path)] != path))


def touched_by_lines(text: SourceText, parent: Address, paths: Sequence[Path]) -> tuple[Path, ...]:
    """What lines touch that are put in, in `parent`, with the provisions at `paths`."""
    headings = tuple(touched_by_headings(text, parent))
    only_headings = len(headings) == sum(bool(line.strip()) for line in text.lines)
    return (*paths, *headings, *(() if paths or only_headings else ((*parent.path, _UNLABELLED),)))


def touched_by_headings(text: SourceText, parent: Address) -> Iterator[Path]:
    """What is touched by the sub-headings that lines bring."""
    if any("##" in line for line in text.lines):
        yield from (heading_path(words) for words in sub_headings_in(text, parent))


def touched_beside(position: Position) -> Iterator[Path]:
    """The sub-heading beside which something is put in, if it is one."""
    if isinstance(position, AfterPlace | BeforePlace) and isinstance(position.place.part, SubHeadingNamed):
        yield _touched_by(position.place)


def is_container(version: DocumentVersion, path: Path) -> bool:
    """Whether a sub-section or division stands at a path."""
    number = version.by_path.get(path)
    return number is not None and isinstance(version.blocks[number].block, SubSection | Division)


def one_in_other(one: Path, other: Path) -> bool:
    """Whether one of two provisions of a document stands in the other."""
    shorter = min(len(one), len(other))
    if one[:shorter] == other[:shorter]:
        return True
    # A clause stands in a sub-section that its path does not name: H14.31 in H14.
    number, within = sorted((one[0] if one else "", other[0] if other else ""), key=len)
    return within.startswith(f"{number}.")


def _touched_by(place: Place) -> Path:
    """The path that an operation at a place touches, with all below it."""
    if isinstance(place.part, SubHeadingNamed):
        return heading_path(place.part.words)
    if isinstance(place.part, Heading) and not place.address.path:
        return (_TITLE,)
    return place.address.path
