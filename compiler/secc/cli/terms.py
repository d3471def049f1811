"""`secc terms`: the defined terms, with their scope and uses."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

import click

from secc.cli.days import Asked, OnDay, as_at_option, base_option, known_option, scope_option
from secc.cli.options import code_option
from secc.diagnostics import CannotProceed
from secc.resolve.lookup import term_of
from secc.resolve.model import ResolvedCode, Term
from secc.resolve.referrers import Referrer, users

_Row = dict[str, str | int]


@click.command("terms")
@click.argument("term", required=False)
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", help="How to print them.")
@as_at_option
@known_option
@scope_option
@base_option
@code_option
def command(
    term: str | None,
    form: str,
    as_at: date | None,
    known: date | None,
    whom: str,
    base: bool,  # noqa: FBT001  # click
    folder: Path | None,
) -> None:
    """List the defined terms with their scope, meaning and number of uses; or one TERM with every use.

    With --as-at, those of that day, with the variations that held then.
    """
    answered = Asked(folder, as_at, known, whom, base).code()
    code = answered.code
    wanted = code.terms if term is None else term_of(code, term)
    if not wanted:
        raise CannotProceed(f'no term "{term}" is defined in the Code' if term else "the Code defines no term")
    uses = _uses(code)
    ordered = sorted(wanted, key=lambda each: (each.name.casefold(), each.address.document, each.address.path))
    if term is not None and form == "text":
        click.echo(answered.below("\n\n".join(_in_full(code, each, uses.get(each, ())) for each in ordered)))
    else:
        click.echo(_FORMATS[form](answered, [_row(code, each, len(uses.get(each, ()))) for each in ordered]))


def _uses(code: ResolvedCode) -> Mapping[Term, tuple[Referrer, ...]]:
    return {code.terms[number]: places for number, places in users(code).items()}


def _row(code: ResolvedCode, term: Term, uses: int) -> _Row:
    return {
        "term": term.name,
        "also": ", ".join(term.names[1:]),
        "scope": _scope(term),
        "defined_in": _holder(term),
        "uses": uses,
        "meaning": _meaning(code, term),
    }


def _scope(term: Term) -> str:
    return term.within.printed if term.within is not None else "the Code"


def _holder(term: Term) -> str:
    """The provision in which it is defined."""
    last = term.address.path[-1] if term.address.path else ""
    return (term.address.parent if last.startswith('"') else term.address).printed


def _meaning(code: ResolvedCode, term: Term) -> str:
    """The words of the prose that defines it."""
    document = next(each for each in code.documents if each.loaded.document.id == term.prose.document)
    return document.words[term.prose.ordinal].prose.text


def _as_text(answered: OnDay, rows: Sequence[_Row]) -> str:
    width = min(50, max(len(str(row["term"])) for row in rows))
    lines = [f"{row['term']:<{width}}  {row['uses']:>5}  {row['scope']}, in {row['defined_in']}" for row in rows]
    return answered.below("\n".join([*lines, "", f"{len(rows)} terms; the number is that of uses"]))


def _as_json(answered: OnDay, rows: Sequence[_Row]) -> str:
    return answered.beside({"terms": list(rows)})


def _as_csv(_: OnDay, rows: Sequence[_Row]) -> str:
    from secc.render.exports.tables import harmless  # which lists and JSON have no need of

    written = io.StringIO()
    writer = csv.DictWriter(written, fieldnames=list(rows[0]), lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({key: harmless(str(cell)) for key, cell in row.items()})
    return written.getvalue().rstrip("\n")


_FORMATS: dict[str, Callable[[OnDay, Sequence[_Row]], str]] = {"text": _as_text, "json": _as_json, "csv": _as_csv}


def _in_full(code: ResolvedCode, term: Term, places: Sequence[Referrer]) -> str:
    names = " or ".join(f'"{name}"' for name in term.names)
    lines = [f"{names}, for {_scope(term)}, in {_holder(term)}", "", f"  {_meaning(code, term)}", ""]
    lines.append(f"Used {len(places)} times:" if len(places) != 1 else "Used once:")
    for place in places:
        source = place.document.loaded.source
        line, _ = source.place(place.words.prose.span(place.start, place.end).start)
        lines.append(f"  {place.address.printed}  ({source.path}:{line})")
    return "\n".join(lines)
