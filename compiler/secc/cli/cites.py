"""`secc cites`: what refers to a provision or uses a term, and what a provision refers to."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from secc.cli.addresses import provision_or_terms
from secc.cli.days import Asked, as_at_option, base_option, known_option, scope_option
from secc.cli.options import code_option
from secc.ids import Address
from secc.resolve.model import Broken, Link, Outside, Reference, ResolvedCode, Term
from secc.resolve.referrers import Referrer, referred_to, referring_to, users

_AROUND = 40
"""How much of the sentence is shown before and after a reference, in code points."""


@click.command("cites")
@click.argument("address", nargs=-1, required=True)
@click.option("--to", "outward", is_flag=True, help="What ADDRESS refers to, instead of what refers to it.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print the answer.")
@as_at_option
@known_option
@scope_option
@base_option
@code_option
def command(
    address: tuple[str, ...],
    outward: bool,  # noqa: FBT001  # click
    form: str,
    as_at: date | None,
    known: date | None,
    whom: str,
    base: bool,  # noqa: FBT001  # click
    folder: Path | None,
) -> None:
    """Show what refers to ADDRESS (H14.31, Appendix AL 4.26, TMAD, "Device"), or what uses the term.

    With --as-at, in the text of that day, with the variations that held then.
    """
    answered = Asked(folder, as_at, known, whom, base).code()
    code = answered.code
    found = provision_or_terms(code, " ".join(address))
    if isinstance(found, Address):
        rows = list(_outward(code, found) if outward else _inward(code, found))
        title = f"{found.printed} refers to" if outward else f"{found.printed} is referred to by"
    else:
        rows = [row for term in found for row in _used(code, term)]
        title = f'"{found[0].name}" is used in'
    click.echo(answered.beside({"places": rows}) if form == "json" else answered.below(_as_text(title, rows)))


_Row = dict[str, str | int]


def _inward(code: ResolvedCode, address: Address) -> Iterator[_Row]:
    for place, link in referring_to(code, address):
        yield {**_place(place), "to": _target(link)}


def _used(code: ResolvedCode, term: Term) -> Iterator[_Row]:
    for place in users(code).get(code.terms.index(term), ()):
        yield {**_place(place), "to": f'"{term.name}"'}


def _outward(code: ResolvedCode, address: Address) -> Iterator[_Row]:
    for place, reference in referred_to(code, address):
        yield {**_place(place), "to": _target(reference)}


def _target(reference: Reference) -> str:
    match reference:
        case Link(targets=targets):
            ends = dict.fromkeys((targets[0].printed, targets[-1].printed))
            return " to ".join(ends)
        case Outside(work=work, place=place):
            return f"{place} of {work}" if place else work
        case Broken():
            return "nothing"


def _place(place: Referrer) -> _Row:
    source = place.document.loaded.source
    span = place.words.prose.span(place.start, place.end)
    line, column = source.place(span.start)
    text = place.words.prose.text
    return {
        "from": place.address.printed,
        "path": source.path,
        "line": line,
        "column": column,
        "text": text[place.start : place.end],
        "before": text[max(0, place.start - _AROUND) : place.start],
        "after": text[place.end : place.end + _AROUND],
    }


def _as_text(title: str, rows: list[_Row]) -> str:
    if not rows:
        return f"{title} nothing"
    count = "1 place" if len(rows) == 1 else f"{len(rows)} places"
    lines = [f"{title} {count}:", ""]
    for row in rows:
        lines.append(f"{row['from']}  ({row['path']}:{row['line']})")
        before, after = str(row["before"]), str(row["after"])
        cut = ["…" if len(words) == _AROUND else "" for words in (before, after)]
        lines.append(f"    {cut[0]}{before}[{row['text']}]{after}{cut[1]}  -> {row['to']}")
    return "\n".join(lines)
