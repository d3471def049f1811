"""The changes in flight, and which of them do not go together."""

import hashlib
from collections.abc import Mapping, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from secc.amending.version import DocumentVersion, Path
from secc.code.load import LoadedCode
from secc.code.settings import SiteSettings
from secc.document.typography import curled
from secc.ids import DocumentId
from secc.instruments.model import Instrument
from secc.render.escaping import escape
from secc.site.in_time.kept import kept
from secc.site.in_time.moment import Moment
from secc.site.in_time.register import Register
from secc.site.in_time.views import ConflictView
from secc.site.noted import encoded
from secc.timeline.conflicts import Conflict, ConflictKind, Side, conflicts
from secc.timeline.dates import printed_day
from secc.timeline.flight import every_in_flight
from secc.timeline.replay import Wordings
from secc.timeline.two_steps import Said, Turned, said_in

URL = "in-flight/"
_CALLED = {ConflictKind.STALE_BASELINE: "Drafted against an earlier text"}


class _Clashing(Struct, frozen=True):
    """What of the instruments in flight does not go together."""

    conflicts: tuple[Conflict, ...]


def flying(moment: Moment, register: Register) -> tuple[Instrument, ...]:
    """The instruments that change wording and have not had all their effect by the day; proposals on effect alone."""
    return tuple(register.instruments[each.name] for each in every_in_flight(moment.timeline, moment.day))


def clashing(moment: Moment, on_disk: LoadedCode) -> tuple[Conflict, ...]:
    """Which of them do not go together. Replaying them is slow, so it is kept; `on_disk` has the settings."""
    settings = replace(on_disk.settings, documents=(), titles=(), site=SiteSettings())
    said = encoded((settings, on_disk.register.works, on_disk.house_style))
    key = f"clashing {moment.key} {hashlib.sha256(said).hexdigest()}"
    return kept(moment.cache, key, _Clashing, lambda: _Clashing(_clashing(moment, on_disk))).conflicts


def conflict_views(found: Sequence[Conflict], register: Register) -> tuple[ConflictView, ...]:
    """The conflicts, each with its two sides."""
    return tuple(
        ConflictView(
            _CALLED.get(each.kind, str(each.kind).capitalize()),
            tuple(_side(side, register) for side in (each.first, each.second) if side is not None),
            curled(register.readable(each.words)),
            f"from {printed_day(each.bites)}" if each.bites is not None else "on a day that is not known yet",
        )
        for each in found
    )


def _clashing(moment: Moment, on_disk: LoadedCode) -> tuple[Conflict, ...]:
    def unresolved(wordings: Wordings) -> Mapping[str, str]:
        from secc.check.in_time.unresolved import unresolved_with  # one in flight alone needs no rule

        return unresolved_with(on_disk, moment.cache)(wordings)

    return conflicts(moment.timeline, moment.log, moment.day, unresolved, reading=partial(_said, moment))


def _said(moment: Moment, document: DocumentId, turned: Sequence[Turned]) -> Sequence[Said]:
    """What went from a document, or came to it, on all its days, kept by its texts."""
    names = [[_name(moment, each.before), _name(moment, each.after), each.omitted] for each in turned]
    kind = tuple[tuple[tuple[Path, frozenset[str]], ...], ...]
    return kept(moment.cache, f"turned {names}", kind, lambda: tuple(map(tuple, said_in(document, turned))))


def _name(moment: Moment, version: DocumentVersion | None) -> str:
    return moment.opened.kept.name_of(version) if version is not None else ""


def _side(side: Side, register: Register) -> str:
    return f"{escape(curled(side.place))}: {register.operation(side.ref, URL)}"
