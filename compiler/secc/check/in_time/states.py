"""The rules of the text held to every state that the Code was, is, or is known to become in.

A finding is told once, with the days on which it holds. A state whose documents were checked before is not checked
again: what was found is kept by the texts of its documents.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import msgspec
from msgspec import Struct, structs

from secc.amending.traced import origin_at
from secc.amending.version import DocumentVersion, path_of
from secc.check import check_loaded
from secc.check.in_time.known import KnownTime, Period
from secc.check.rule import Rule
from secc.check.rules import undefined_term
from secc.code.load import LoadedCode
from secc.diagnostics import Days, Diagnostic, Key, in_order
from secc.timeline.dates import printed_day
from secc.timeline.force_model import printed_refs
from secc.timeline.kept_versions import decoded
from secc.timeline.states import code_of


class HeldFindings(Struct, frozen=True):
    """The findings of states, in their texts: `told` are those that end, `last` those of the last state.

    The last state is that which the files hold, and its findings are told where the files are checked.
    """

    told: tuple[Diagnostic, ...]
    last: tuple[Diagnostic, ...]


def held_findings(known: KnownTime, rules: Sequence[Rule]) -> HeldFindings:
    """The findings of every state, in the order of their first days; texts of their places are among `known.texts`."""
    found: dict[tuple[Key, int], Diagnostic] = {}
    last: list[Diagnostic] = []
    for period in known.periods:
        met: Counter[Key] = Counter()
        for finding in _findings(known, period, rules):
            met[finding.key] += 1
            each = (finding.key, met[finding.key])
            found[each] = _longer(found[each], period) if each in found else _held(known, finding, period)
            if period.last is None:
                last.append(found.pop(each))
    return HeldFindings(tuple(found.values()), tuple(last))


def lasting(last: Sequence[Diagnostic]) -> dict[Key, Days]:
    """The days of findings, by what says which finding it is; of several alike, of the first."""
    days: dict[Key, Days] = {}
    for each in last:
        days.setdefault(each.key, each.days)
    return days


def findings_of(known: KnownTime, period: Period, rules: Sequence[Rule]) -> tuple[Diagnostic, ...]:
    """The findings of one state, each with its days, in its texts."""
    return tuple(_held(known, each, period) for each in _findings(known, period, rules))


def _longer(held: Diagnostic, period: Period) -> Diagnostic:
    first, last = held.days[-1]
    if last is not None and last + timedelta(days=1) == period.first:
        return structs.replace(held, days=(*held.days[:-1], (first, period.last)))
    return structs.replace(held, days=(*held.days, (period.first, period.last)))


def _held(known: KnownTime, finding: Diagnostic, period: Period) -> Diagnostic:
    """A finding of a state, in the text of that state, with the operation that put the words there."""
    version = _version_at(finding.path, period)
    offset = min(finding.span.start, max(0, len(version.text) - 1))
    by = (f"see {origin_at(version.traced, offset)}, whose words they are",) if version.text else ()
    path = known.text_path(period, version)
    places = [(each, _version_at(each.path, period)) for each in finding.related]
    related = tuple(structs.replace(each, path=known.text_path(period, its)) for each, its in places)
    days = ((period.first, period.last),)
    helps = (*by, *finding.helps, *_as_varied(known, finding, version.text, period))
    return structs.replace(finding, path=path, helps=helps, related=related, fix=None, days=days)


def as_varied(last: Sequence[Diagnostic]) -> dict[Key, str]:
    """Of findings, by what says which each is, that the text as varied defines what they miss."""
    return {each.key: words for each in last for words in each.helps if words.startswith(_DEFINED)}


_DEFINED = "the text as varied defines it"


def _as_varied(known: KnownTime, finding: Diagnostic, text: str, period: Period) -> Iterator[str]:
    """That a variation defines, in a state or part of its days, what is not a defined term in its text."""
    if finding.rule != undefined_term.RULE.name:
        return
    step = f'"{text[finding.span.start : finding.span.end]}"'.casefold()
    for each in known.put_there:
        begins = period.last is None or each.start <= period.last
        if each.address.path[-1].casefold() == step and begins and (each.end is None or period.first < each.end):
            until = f" until {printed_day(each.end)}" if each.end is not None else ""
            yield f"{_DEFINED} from {printed_day(each.start)}{until}{printed_refs(each.by)}; define it in the text, too"


def _version_at(path: str, period: Period) -> DocumentVersion:
    return next(each for each in period.wordings.documents.values() if path == path_of(each.id))


def _findings(known: KnownTime, period: Period, rules: Sequence[Rule]) -> tuple[Diagnostic, ...]:
    key = _key(known, period, rules)
    kept = decoded(known.cache, key, tuple[Diagnostic, ...])
    if kept is not None:
        return kept
    loaded = _of_the_day(code_of(period.wordings, known.on_disk), period.first)
    texts = {each.source.path: path_of(each.id) for each in loaded.documents}  # some were checked as their files
    found = check_loaded(loaded, rules, known.cache, period.first).findings
    findings = in_order([each.moved(texts) for each in found])
    known.cache.keep(key, msgspec.msgpack.encode(findings))
    return findings


def _of_the_day(code: LoadedCode, day: date) -> LoadedCode:
    """The state as code.toml would set it out on that day.

    Works that were current then are not outdated, and the register of titles is of what documents are called now.
    """
    settings = structs.replace(
        code.settings, site=structs.replace(code.settings.site, as_at=day.isoformat()), titles=()
    )
    return LoadedCode(settings, code.documents, code.register, code.house_style)


def _key(known: KnownTime, period: Period, rules: Sequence[Rule]) -> str:
    texts = [f"{document} {version.text_key}" for document, version in period.wordings.documents.items()]
    said = [*texts, said_of(known.on_disk), period.first.isoformat(), *(rule.name for rule in rules)]
    return f"state-{hashlib.sha256(chr(0).join(said).encode()).hexdigest()}"


def said_of(code: LoadedCode) -> str:
    """All that findings of a state rest on besides its documents: the settings, the register, the house style."""
    settings = structs.replace(code.settings, documents=())
    return f"{settings!r}\0{code.register.works!r}\0{code.house_style!r}"
