"""`secc merge`: two texts that were made from the same one, brought together."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from secc.amending.merging import Merged, Texts, merge
from secc.amending.version import read
from secc.cli.formats.wording import counted
from secc.cli.moments import Opening
from secc.cli.options import code_option, shown
from secc.cli.sides import HELP, Side, side
from secc.cli.writing import replace_files
from secc.code.load import NoCache
from secc.code.settings import FILE
from secc.diagnostics import CannotProceed
from secc.ids import DocumentId
from secc.timeline.applying import FileChange, listed, new_path


@click.command(
    "merge", help=f"Bring ONE and OTHER, which were both made from BASE, together into one text. Each is {HELP}."
)
@click.argument("base")
@click.argument("one")
@click.argument("other")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print what is found."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write it there: one document into a file, several into a folder of a code.",
)
@code_option
def command(base: str, one: str, other: str, form: str, output: Path | None, folder: Path | None) -> None:
    """Conflicts are marked in the text, and told; the exit status is 1 where there are any."""
    opening = Opening(folder)
    sides = tuple(side(opening, each) for each in (base, one, other))
    was, first, second = (each.documents for each in _of_the_same(sides, (base, one, other)))
    merged = merge(Texts(was, first, second, _short(one), _short(other)))
    places = _places(opening, merged)
    if output is not None:
        written = _files(opening, merged, places, output)
        replace_files(written)
        places = {each: shown(_place(output, place, merged)) for each, place in places.items()}
    elif form == "text" and len(merged.documents) != 1:
        raise CannotProceed(f"there are {len(merged.documents)} documents: name a folder to write them to with -o")
    if form == "json":
        click.echo(_as_json((base, one, other), merged, places))
    else:
        if output is None:
            click.echo(next(iter(merged.documents.values())), nl=False)
        click.echo(_told((one, other), merged, places), err=output is None)
    sys.exit(1 if merged.clashes else 0)


def _of_the_same(sides: tuple[Side, ...], said: tuple[str, ...]) -> tuple[Side, ...]:
    """The three texts, all of one document where one of them is."""
    only = {each.only for each in sides if each.only is not None}
    if len(only) > 1:
        named = ", ".join(f"{text} is {each.only.printed}" for text, each in zip(said, sides, strict=True) if each.only)
        raise CannotProceed(f"the texts are not of the same document: {named}")
    if not only:
        return sides
    document = next(iter(only))
    narrowed = tuple(Side(each.loaded, each.said, only=document) for each in sides)
    for text, each in zip(said, narrowed, strict=True):
        if not each.documents:
            raise CannotProceed(f"there is no {document.printed} in the text {each.said} ({text})")
    return narrowed


def _short(said: str) -> str:
    """What a text is called in a conflict: of a path, its last part."""
    return Path(said).name or said


def _places(opening: Opening, merged: Merged) -> dict[DocumentId, str]:
    """The path of each document in the folder of a code."""
    known = {
        each.id: path for each, path in zip(opening.on_disk.documents, opening.on_disk.settings.documents, strict=True)
    }
    return {
        each: known.get(each) or new_path(read(text, each, NoCache()).document)
        for each, text in merged.documents.items()
    }


def _place(output: Path, place: str, merged: Merged) -> Path:
    return output if _is_file(output, merged) else output / place


def _is_file(output: Path, merged: Merged) -> bool:
    return len(merged.documents) == 1 and not output.is_dir()


def _files(
    opening: Opening, merged: Merged, places: Mapping[DocumentId, str], output: Path
) -> dict[Path, bytes | None]:
    """What each file is to hold, None where it is to go; for several documents, `code.toml` with them."""
    if _is_file(output, merged):
        return {output: next(iter(merged.documents.values())).encode()}
    toml = output / FILE if (output / FILE).is_file() else opening.place / FILE
    settings = toml.read_text(encoding="utf-8")
    paths = list(opening.on_disk.settings.documents)
    files: dict[Path, bytes | None] = {}
    for document, path in places.items():
        files[output / path] = merged.documents[document].encode()
        if f'"{path}"' not in settings:
            settings = listed(settings, tuple(paths), FileChange(document, path, None, ""))
            paths.append(path)
    if len(merged.documents) > 1:
        for path in set(opening.on_disk.settings.documents) - set(places.values()):
            settings = listed(settings, (), FileChange(next(iter(places)), path, "", None))
            files |= {output / path: None} if (output / path).is_file() else {}
    files[output / FILE] = settings.encode()
    return {place: made for place, made in files.items() if made is None or _holds(place) != made}


def _holds(place: Path) -> bytes | None:
    return place.read_bytes() if place.is_file() else None


def _told(said: tuple[str, str], merged: Merged, places: Mapping[DocumentId, str]) -> str:
    """What was taken from each text, and each conflict with its place."""
    lines = [
        f"conflict {each.number} in {each.address.printed} ({places[each.address.document]}:{each.line}): {each.why}"
        for each in merged.clashes
    ]
    one, other, both = merged.taken
    taken = [f"{counted(one, 'change')} of {said[0]}", f"{counted(other, 'change')} of {said[1]}"]
    if both:
        taken.append(f"{counted(both, 'change')} that both made, or that touch")
    verdict = counted(len(merged.clashes), "conflict") if merged.clashes else "no conflict"
    lines.append(f"brought together: {', '.join(taken)}; {verdict}")
    return "\n".join(lines)


def _as_json(said: tuple[str, str, str], merged: Merged, places: Mapping[DocumentId, str]) -> str:
    base, one, other = said
    answer = {
        "version": 1,
        "base": base,
        "one": one,
        "other": other,
        "changes": dict(zip(("one", "other", "both"), merged.taken, strict=True)),
        "conflicts": [
            {
                "number": each.number,
                "address": str(each.address),
                "printed": each.address.printed,
                "path": places[each.address.document],
                "line": each.line,
                "why": each.why,
            }
            for each in merged.clashes
        ],
        "documents": [
            {"document": str(each), "path": places[each], "text": text} for each, text in merged.documents.items()
        ],
    }
    return json.dumps(answer, ensure_ascii=False, indent=2)
