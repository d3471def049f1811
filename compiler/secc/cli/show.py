"""`secc show`: the text of a document, provision or definition, as printed; on a day, with its status."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import NotRequired, TypedDict

import click

from secc.check.asked_code import AskedCode
from secc.cli.addresses import provision_or_terms
from secc.cli.beside import Moment, inner, remarks
from secc.cli.days import base_option, files_hold
from secc.cli.moments import Opening, as_at_option, known_option, moment, scope_option
from secc.cli.options import code_option, width
from secc.cli.telling import facts_told, told
from secc.cli.when_there import addresses_of, found_at, varied_there
from secc.diagnostics import CannotProceed
from secc.document import from_resolved
from secc.document.parts import path_to
from secc.ids import Address
from secc.render.excerpt import narrowed, titles_above
from secc.render.text import parts_to_text, to_text
from secc.resolve.binding import unbound
from secc.resolve.lookup import exists
from secc.timeline.force_model import printed_refs
from secc.timeline.histories import written
from secc.timeline.replay import Wordings

_WIDEST = 100


class _Shown(TypedDict):
    """What is shown of one address; `within` are the headings that it stands under, outermost first."""

    address: str
    printed: str
    within: list[str]
    text: str
    moment: NotRequired[str]
    status: NotRequired[str]
    variations: NotRequired[list[str]]
    facts: NotRequired[list[str]]
    inside: NotRequired[list[str]]
    beside: NotRequired[list[str]]
    who: NotRequired[list[str]]


@dataclass(frozen=True, slots=True)
class _Asked:
    """The day asked about, the day by which things were known, for whom; whether variations are left out.

    And whether it is told whose the words are.
    """

    as_at: date
    known: date | None
    whom: str
    base: bool
    who: bool


@click.command("show")
@click.argument("address", nargs=-1, required=True)
@as_at_option
@known_option
@scope_option
@base_option
@click.option("--who", is_flag=True, help="Name the instrument that put each word there.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it.")
@code_option
def command(
    address: tuple[str, ...],
    as_at: date | None,
    known: date | None,
    whom: str,
    base: bool,  # noqa: FBT001  # click
    who: bool,  # noqa: FBT001  # click
    form: str,
    folder: Path | None,
) -> None:
    """Print the text of ADDRESS (H14.31(a), Appendix AL 4.26, TMAD), or of the definitions of a "Term".

    With --as-at, the text of that day, with the variations that held then, and its status.
    """
    said = " ".join(address)
    opening, asked = Opening(folder), None
    if as_at is None and known is None and not (whom or base or who):
        shown = [_shown(opening.files, each) for each in addresses_of(provision_or_terms(opening.files, said))]
    else:
        asked = _Asked(opening.day(as_at), known, whom, base, who)
        shown = _shown_then(opening, said, asked)
    if form == "json":
        click.echo(_as_json(shown, asked))
    else:
        answers = [*map(_as_text, shown), files_hold(opening) if asked is None else ""]
        click.echo("\n\n".join(filter(None, answers)))


def _shown_then(opening: Opening, said: str, asked: _Asked) -> list[_Shown]:
    """What is shown of an address on a day."""
    base = opening.wordings(asked.as_at, asked.known)
    scope = opening.scope(asked.whom)
    effective = base if asked.base else opening.effective(asked.as_at, asked.known, scope)
    found = addresses_of(found_at(opening, said, asked.as_at, asked.known, None if asked.base else scope))
    if effective.refused != base.refused:
        opening.warn(effective)
    code = opening.code(effective)
    when = Moment(asked.as_at, asked.known, scope)
    there = [each for each in found if exists(code, each)]
    if not there:
        raise CannotProceed(_varied_away(opening, found[0], when))
    shown = [_with_status(opening, _shown(code, each), each, when) for each in there]
    if not asked.who:
        return shown
    return [{**one, "who": list(_whose(opening, effective, each))} for one, each in zip(shown, there, strict=True)]


def _varied_away(opening: Opening, address: Address, when: Moment) -> str:
    """What is said of a provision that the text with its variations does not have."""
    by = printed_refs(varied_there(opening, address, when))
    at = moment(when.day, when.known)
    return f"{address.printed} is left out by a variation{by} {at}; --base shows the text without variations"


def _whose(opening: Opening, wordings: Wordings, address: Address) -> Iterator[str]:
    """Its words in their order, each stretch with the operation that put it there."""
    stretches = written(wordings.documents[address.document], address.path)
    runs = [(by, " ".join(each.words.strip() for each in run)) for by, run in groupby(stretches, lambda one: one.by)]
    for (_, words), line in zip(runs, told(opening, (by for by, _ in runs)), strict=True):
        yield f'"{words}" by {line}'


def _with_status(opening: Opening, shown: _Shown, address: Address, asked: Moment) -> _Shown:
    force = opening.effects(asked.known).force(address, asked.day, asked.scope)
    if force is None:
        return _put_there(opening, shown, address, asked)
    return {
        **shown,
        "moment": moment(asked.day, asked.known),
        "status": force.in_words,
        "variations": list(told(opening, (each.ref for each in force.varied))),
        "facts": [each.in_words for each in facts_told(opening, force.refs, asked.known, asked.scope)],
        "inside": [each.in_words for each in inner(opening, address, asked)],
        "beside": list(remarks(opening, address, asked)),
    }


def _put_there(opening: Opening, shown: _Shown, address: Address, asked: Moment) -> _Shown:
    """A provision that stands nowhere but in the text with its variations, with those that put it there."""
    by = varied_there(opening, address, asked)
    return {
        **shown,
        "moment": moment(asked.day, asked.known),
        "status": f"put there by a variation{printed_refs(by)}",
        "variations": list(told(opening, by)),
        "facts": [each.in_words for each in facts_told(opening, by, asked.known, asked.scope)],
        "inside": [],
        "beside": [],
    }


def _shown(code: AskedCode, address: Address) -> _Shown:
    written = next(each for each in code.state.documents if each.id == address.document)
    document = from_resolved(unbound(written.loaded, written.blocks), ())
    path = path_to(document, address)
    heading = code.provisions[address].placed.heading if address.path else ""
    within = [*titles_above(document, path), heading] if heading else titles_above(document, path)
    text = parts_to_text([narrowed(path)], width(_WIDEST)) if path else to_text(document, width(_WIDEST))
    return {"address": str(address), "printed": address.printed, "within": within, "text": text.rstrip("\n")}


def _as_json(shown: list[_Shown], asked: _Asked | None) -> str:
    day = asked.as_at.isoformat() if asked is not None else None
    known = asked.known.isoformat() if asked is not None and asked.known is not None else None
    made = {"version": 1, "as_at": day, "known": known, "shown": shown}
    return json.dumps(made, ensure_ascii=False, indent=2)


def _as_text(shown: _Shown) -> str:
    lines = [*shown["within"], "", shown["text"]] if shown["within"] else [shown["text"]]
    if "moment" in shown:
        lines += ["", f"{shown['printed']}, {shown['moment']}: {shown.get('status')}."]
        lines += [f"  varied by {each}" for each in shown.get("variations", ())]
        lines += [f"  {each}" for each in shown.get("facts", ())]
        lines += [f"  in it: {each}" for each in shown.get("inside", ())]
        lines += [f"  beside it: {each}" for each in shown.get("beside", ())]
        lines += [f"  {each}" for each in shown.get("who", ())]
    return "\n".join(lines)
