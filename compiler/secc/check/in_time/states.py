"""The rules of the text held to every state that the Code was, is, or is known to become in.

A finding is told once, with the days on which it holds. A state whose documents were checked before is not checked
again: what was found is kept by the texts of its documents.
"""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta

import msgspec
from msgspec import structs

from secc.amending.traced import origin_at
from secc.check import check_loaded
from secc.check.in_time.known import KnownTime, Period
from secc.check.rule import Rule
from secc.code.load import LoadedCode
from secc.diagnostics import Diagnostic
from secc.instruments.when import OperationRef
from secc.source import Source
from secc.timeline.dates import printed_day
from secc.timeline.states import code_of

Days = tuple[tuple[date, date | None], ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A finding about the text of some days. `first_text` is the text in which it was first found, for its place.

    `by` is the operation that put the words there.
    """

    finding: Diagnostic
    days: Days
    first_text: Source
    by: OperationRef | None

    def is_past(self, today: date) -> bool:
        """Whether it holds on no day from today on."""
        return self.days[-1][1] is not None and self.days[-1][1] < today

    @property
    def when(self) -> str:
        """`from 23 September 2013 to 23 July 2018`."""
        return " and ".join(
            f"from {printed_day(first)}" + (f" to {printed_day(last)}" if last is not None else " on")
            for first, last in self.days
        )

    def diagnostic(self) -> Diagnostic:
        """The finding with its days, in the text in which it was first found."""
        helps = self.finding.helps if self.by is None else (*self.finding.helps, f"see {self.by}, whose words they are")
        return structs.replace(
            self.finding,
            headline=f"{self.finding.headline} ({self.when})",
            path=self.first_text.path,
            helps=helps,
            fix=None,
        )


def held_findings(known: KnownTime, rules: Sequence[Rule]) -> tuple[Held, ...]:
    """The findings of every state but the one on disk, which is checked as such, in the order of their first days."""
    found: dict[tuple[str, str, str], Held] = {}
    on_disk = known.timeline.last()
    for period in known.periods:
        if period.wordings is on_disk:
            _go_on(found, known, period, rules)
            continue
        for finding in _findings(known, period, rules):
            key = (finding.rule, finding.provision, finding.headline)
            found[key] = _longer(found[key], period) if key in found else _held(finding, period)
    return tuple(found.values())


def _go_on(found: dict[tuple[str, str, str], Held], known: KnownTime, period: Period, rules: Sequence[Rule]) -> None:
    """What is found on disk too is told there; here it no longer has to be."""
    for finding in _findings(known, period, rules):
        found.pop((finding.rule, finding.provision, finding.headline), None)


def _longer(held: Held, period: Period) -> Held:
    first, last = held.days[-1]
    if last is not None and last + timedelta(days=1) == period.first:
        days = (*held.days[:-1], (first, period.last))
    else:
        days = (*held.days, (period.first, period.last))
    return Held(held.finding, days, held.first_text, held.by)


def _held(finding: Diagnostic, period: Period) -> Held:
    version = next(
        (each for each in period.wordings.documents.values() if finding.path.endswith(f"{each.id}.sec")), None
    )
    if version is None:
        return Held(finding, ((period.first, period.last),), Source(finding.path, ""), None)
    offset = min(finding.span.start, max(0, len(version.text) - 1))
    by = origin_at(version.traced, offset) if version.text else None
    text = Source(f"as-at/{period.first}/{version.id}.sec", version.text)
    return Held(finding, ((period.first, period.last),), text, by)


def _findings(known: KnownTime, period: Period, rules: Sequence[Rule]) -> tuple[Diagnostic, ...]:
    key = _key(known, period, rules)
    kept = known.cache.kept(key)
    if kept is not None:
        with suppress(msgspec.DecodeError):  # then it is as if nothing had been kept
            return msgspec.msgpack.decode(kept, type=tuple[Diagnostic, ...])
    loaded = _of_the_day(code_of(period.wordings, known.on_disk, files=False), period.first)
    findings = check_loaded(loaded, rules, known.cache, period.first).findings
    known.cache.keep(key, msgspec.msgpack.encode(findings))
    return findings


def _of_the_day(code: LoadedCode, day: date) -> LoadedCode:
    """The state as code.toml would set it out on that day: works that were current then are not outdated."""
    settings = structs.replace(code.settings, site=structs.replace(code.settings.site, as_at=day.isoformat()))
    return LoadedCode(settings, code.documents, code.register, code.house_style)


def _key(known: KnownTime, period: Period, rules: Sequence[Rule]) -> str:
    texts = [f"{document} {version.text_key}" for document, version in period.wordings.documents.items()]
    settings = structs.replace(known.on_disk.settings, documents=())
    said = [*texts, repr(settings), repr(known.on_disk.register), repr(known.on_disk.house_style)]
    said += [period.first.isoformat(), *(rule.name for rule in rules)]
    return f"state-{hashlib.sha256(chr(0).join(said).encode()).hexdigest()}"


def every_source(held: Sequence[Held]) -> Iterator[tuple[str, Source]]:
    """The texts in which the findings have their places, by their paths."""
    return ((each.first_text.path, each.first_text) for each in held)
