"""What is found in time in a Code of a few files."""

from collections.abc import Mapping
from datetime import date

from secc.check.in_time import InTime, checked_in_time
from secc.check.in_time.rules import TIME_RULES
from secc.check.in_time.states import lasting
from secc.check.rules import RULES
from secc.code.load import NoCache, load
from secc.history import Memory
from secc.source import Source
from secc.timeline.opening import open_timeline

TODAY = date(2022, 6, 1)


def found_in_time(files: Mapping[str, str], today: date = TODAY) -> InTime:
    """What all the rules find, the text of other days included; code.toml lists the documents among the files."""
    listed = [path for path in files if path.endswith(".sec") and not path.startswith("instruments/")]
    documents = ", ".join(f'"{path}"' for path in listed)
    settings = {"code.toml": f'title = "A Code"\nshort = "AC"\ndocuments = [{documents}]\n'}
    tree = Memory({path: text.encode() for path, text in {**settings, **files}.items()})
    cache = NoCache()
    return checked_in_time(open_timeline(tree, cache), load(tree, cache), cache, today, (RULES, TIME_RULES))


def told_in_time(files: Mapping[str, str]) -> str:
    """Each finding: its rule, file and line, what is wrong, its days, and what helps."""
    made = found_in_time(files)
    lines: list[str] = []
    for found in made.findings:
        text = made.texts[found.path] if found.path in made.texts else files[found.path]
        line, column = Source(found.path, text).place(found.span.start)
        lines.append(f"{found.rule} {found.path}:{line}:{column} {found.headline}")
        lines += [_days(*days) for days in found.days]
        lines += [f"  <- {found.label}"] if found.label else []
        lines += [f"  help: {each}" for each in found.helps]
        lines += [f"  see: {each.message}, {each.path}" for each in found.related]
    lines += [_lasting(key, days) for key, days in lasting(made.last).items()]
    return "".join(f"{each}\n" for each in lines) or "nothing\n"


def _days(first: date, last: date | None) -> str:
    return f"  from {first} to {last}" if last is not None else f"  from {first} on"


def _lasting(key: tuple[str, str, str], days: tuple[tuple[date, date | None], ...]) -> str:
    rule, provision, headline = key
    return f"{rule} in the last text, {provision}: {headline}\n" + "\n".join(_days(*each) for each in days)
