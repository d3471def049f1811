"""`secc pack`: all that is to be sent out about an instrument, in one zip."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from secc.check import check_loaded
from secc.check.asked_code import AskedCode
from secc.check.ignoring import LeftOut
from secc.check.in_time.unresolved import unresolved_with
from secc.cli.chosen import chosen_rules, left_out, wanted_findings
from secc.cli.days import known_option
from secc.cli.formats.wording import counted
from secc.cli.moments import Opening
from secc.cli.options import cache_of, code_option, shown
from secc.cli.pictures import pictures_of
from secc.cli.writing import replace_file
from secc.code.load import source_of
from secc.diagnostics import CannotProceed, Diagnostic
from secc.document.pack import Asked, Opinions, Pack, pack
from secc.history import Folder
from secc.instruments.folder import FILE, FoundInstrument, instrument_paths, no_instrument
from secc.resolve.state import State
from secc.source import Source
from secc.timeline.conflict_model import Conflict
from secc.timeline.conflicts import conflicts
from secc.timeline.dates import printed_day
from secc.timeline.replay import Wordings
from secc.timeline.states import code_of
from secc.timeline.timeline import asking


@click.command("pack")
@click.argument("instrument")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="By default INSTRUMENT.zip here.")
@click.option("--author", default="secc", show_default=True, help="Who tracked the changes in the Word files.")
@known_option
@code_option
def command(instrument: str, output: Path | None, author: str, known: date | None, folder: Path | None) -> None:
    """Make one zip of all that is to be sent out about INSTRUMENT (its name, file or folder).

    The texts of the documents that it changes, clean and with the changes marked; its formal text; the table of the
    provisions affected; who else is affected; what is still open; digests of everything.
    """
    from secc.render.pack_files import Setting, files_of, zipped  # what cannot be packed needs no renderer

    opening = Opening(folder)
    made = pack_of(opening, instrument, known)
    target = output or Path(f"{made.name}.zip")
    setting = Setting(short=opening.on_disk.settings.short, author=author, pictures=pictures_of(opening))
    files = files_of(made, setting)
    replace_file(target, zipped(files, made.name))
    click.echo(f"wrote {target}: {_counted(made)}")


def pack_of(opening: Opening, named: str, known: date | None) -> Pack:
    """The pack of an instrument. Raises `CannotProceed`, naming those that are like it, where there is none."""
    found = found_instrument(opening, named)
    if found.findings:
        raise CannotProceed(f"{found.path} has faults of its own, so there is no pack: {found.findings[0].headline}")
    if known is not None and found.instrument.name not in opening.timeline.known(asking(known)).by_name:
        raise CannotProceed(
            f"{found.instrument.name} had not been recorded by {printed_day(known)}: give a later day with --known"
        )

    def annex(path: str) -> Source:
        return source_of(path, found.annex(opening.opened.tree, path))

    opinions = Opinions(_Findings(opening).of, lambda: _conflicts(opening, found, known))
    asked = Asked(opening.timeline, opening.log, opening.on_disk, cache_of(opening.place), known, opinions)
    return pack(found.instrument, annex, asked)


def found_instrument(opening: Opening, named: str) -> FoundInstrument:
    """The instrument of a name, or whose file or folder is named. Raises `CannotProceed` where there is none."""
    by_name = {each.instrument.name: each for each in opening.opened.found}
    path = Path(named)
    own = path.parent.name if path.name == FILE else path.stem if path.suffix == ".sec" else path.name
    found = by_name.get(named) or by_name.get(own)
    if found is None:
        raise no_instrument(named, by_name)
    if named not in by_name and path.exists() and not path.resolve().is_relative_to(opening.place.resolve()):
        raise CannotProceed(f"{named} does not lie in {shown(opening.place)}: put it into its instruments")
    return found


class _Findings:
    """What the rules find in texts, as code.toml chooses them."""

    def __init__(self, opening: Opening) -> None:
        self._on_disk = opening.on_disk
        self._cache = cache_of(opening.place)
        self._rules = chosen_rules(self._on_disk.settings, (), ())
        instruments = {path: path for path in instrument_paths(Folder(opening.place))}
        left = left_out(AskedCode(State(self._on_disk, self._cache)), instruments)
        files = {f"{each.id}.sec": left.files.get(each.source.path, frozenset()) for each in self._on_disk.documents}
        self._left_out = LeftOut(files, left.provisions)

    def of(self, wordings: Wordings, day: date | None) -> Sequence[Diagnostic]:
        """In the text of a day; of None, in the last that is known."""
        code = code_of(wordings, self._on_disk, files=False)
        found = check_loaded(code, self._rules, self._cache, day).findings
        return self._left_out.without(wanted_findings(found, self._rules), code.documents)


def _conflicts(opening: Opening, found: FoundInstrument, known: date | None) -> Sequence[Conflict]:
    """Those of the instrument with others in flight; as known on a day, with those recorded by then."""
    unresolved = unresolved_with(opening.on_disk, cache_of(opening.place))
    timeline = opening.timeline if known is None else opening.timeline.as_recorded(known)
    day = known if known is not None else opening.day(None)
    return conflicts(timeline, opening.log, day, unresolved, found.instrument.name)


def _counted(made: Pack) -> str:
    """`4 documents and 7 provisions change on 17 September 2020; 6 open questions`."""
    said = [
        f"{counted(len(stage.documents), 'document')}, {counted(len(stage.provisions), 'provision')} on {stage.said}"
        for stage in made.stages
    ]
    questions = sum(len(stage.questions) for stage in made.stages) + len(made.questions)
    return f"{'; '.join(said) or 'no words change'}; {counted(questions, 'open question')}"
