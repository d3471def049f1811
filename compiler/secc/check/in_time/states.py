"""The rules of the text held to every state that the Code was, is, or is known to become in.

A finding is told once, with the days on which it holds. A state whose documents were checked before is not checked
again: what was found is kept by the texts of its documents.
"""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta

import msgspec
from msgspec import structs

from secc.amending.traced import origin_at
from secc.amending.version import path_of
from secc.check import check_loaded
from secc.check.in_time.known import KnownTime, Period
from secc.check.rule import Rule
from secc.code.load import LoadedCode
from secc.diagnostics import Diagnostic, in_order
from secc.timeline.states import code_of

Days = tuple[tuple[date, date | None], ...]
_Key = tuple[str, str, str]


def is_past(found: Diagnostic, today: date) -> bool:
    """Whether a finding holds on no day from today on."""
    return bool(found.days) and found.days[-1][1] is not None and found.days[-1][1] < today


@dataclass(frozen=True, slots=True)
class HeldFindings:
    """The findings of states, in their texts: `told` are those that end, `last` those of the last state.

    The last state is that which the files hold, and its findings are told where the files are checked.
    """

    told: tuple[Diagnostic, ...]
    last: tuple[Diagnostic, ...]

    @property
    def lasting(self) -> dict[_Key, Days]:
        """The days of the latter, by what says which finding it is."""
        return lasting(self.last)


def held_findings(known: KnownTime, rules: Sequence[Rule]) -> HeldFindings:
    """The findings of every state, in the order of their first days; texts of their places are among `known.texts`."""
    found: dict[tuple[_Key, int], Diagnostic] = {}
    last: list[Diagnostic] = []
    for period in known.periods:
        met: Counter[_Key] = Counter()
        for finding in _findings(known, period, rules):
            key = key_of(finding)
            met[key] += 1
            each = (key, met[key])
            found[each] = _longer(found[each], period) if each in found else _held(known, finding, period)
            if period.last is None:
                last.append(found.pop(each))
    return HeldFindings(tuple(found.values()), tuple(last))


def lasting(last: Sequence[Diagnostic]) -> dict[_Key, Days]:
    """The days of findings, by what says which finding it is; of several alike, of the first."""
    days: dict[_Key, Days] = {}
    for each in last:
        days.setdefault(key_of(each), each.days)
    return days


def key_of(found: Diagnostic) -> _Key:
    """What says that a finding of two states is the same one; of several alike in one state, by their order."""
    return (found.rule, found.provision, found.headline)


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
    version = next(each for each in period.wordings.documents.values() if finding.path == f"{each.id}.sec")
    offset = min(finding.span.start, max(0, len(version.text) - 1))
    by = (f"see {origin_at(version.traced, offset)}, whose words they are",) if version.text else ()
    path = known.text_path(period, version)
    related = tuple(structs.replace(each, path=_moved(known, each.path, period)) for each in finding.related)
    days = ((period.first, period.last),)
    return structs.replace(finding, path=path, helps=(*by, *finding.helps), related=related, fix=None, days=days)


def _moved(known: KnownTime, path: str, period: Period) -> str:
    version = next(each for each in period.wordings.documents.values() if path == f"{each.id}.sec")
    return known.text_path(period, version)


def _findings(known: KnownTime, period: Period, rules: Sequence[Rule]) -> tuple[Diagnostic, ...]:
    key = _key(known, period, rules)
    kept = known.cache.kept(key)
    if kept is not None:
        with suppress(msgspec.DecodeError):  # then it is as if nothing had been kept
            return msgspec.msgpack.decode(kept, type=tuple[Diagnostic, ...])
    loaded = _of_the_day(code_of(period.wordings, known.on_disk), period.first)
    paths = {each.source.path: path_of(each.id) for each in loaded.documents}
    found = check_loaded(loaded, rules, known.cache, period.first).findings
    findings = in_order([_in_texts(each, paths) for each in found])
    known.cache.keep(key, msgspec.msgpack.encode(findings))
    return findings


def _in_texts(found: Diagnostic, paths: Mapping[str, str]) -> Diagnostic:
    """A finding in the texts of a state, of which those that read as their files do were checked as these."""
    related = tuple(structs.replace(each, path=paths.get(each.path, each.path)) for each in found.related)
    return structs.replace(found, path=paths.get(found.path, found.path), related=related)


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
