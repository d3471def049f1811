"""Findings about the Code in time: about its instruments, and about its text in every state, past and to come."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date

import msgspec
from msgspec import Struct, structs

from secc.amending.version import text_key
from secc.check.in_time.allowing import without_allowed
from secc.check.in_time.known import KnownTime
from secc.check.in_time.rule import TimeRule
from secc.check.in_time.states import HeldFindings, as_varied, findings_of, held_findings, lasting, said_of
from secc.check.rule import Rule, diagnostic
from secc.code.load import DocumentCache, LoadedCode
from secc.diagnostics import Days, Diagnostic, Key, in_order
from secc.source import Source
from secc.timeline.kept_versions import decoded
from secc.timeline.opening import Opened

__all__ = ["InTime", "KnownTime", "TimeRule", "checked_in_time", "findings_of"]


class InTime(Struct, frozen=True):
    """What is found, and the texts of other days in which some of it stands, by the paths that findings name.

    `last` are the findings of the last state, which are told where the files are checked as long as these hold that
    state: `wording` are the digests of its documents, of their text and of what it says.
    """

    findings: tuple[Diagnostic, ...]
    texts: dict[str, str]
    last: tuple[Diagnostic, ...] = ()
    wording: dict[str, tuple[str, str]] = {}

    def coming(self, today: date) -> Mapping[Key, Days]:
        """The days of those findings of the last state that hold only from a day after today on."""
        return {key: days for key, days in lasting(self.last).items() if days[0][0] > today}

    @property
    def as_varied(self) -> Mapping[Key, str]:
        """Of those findings of the last state, that the text as varied defines what they miss."""
        return as_varied(self.last)

    def is_held_by(self, on_disk: LoadedCode) -> bool:
        """Whether the files say what the last state says."""
        documents = {str(each.id): each for each in on_disk.documents}
        return documents.keys() == self.wording.keys() and all(
            text == text_key(documents[name].source.text) or said == documents[name].digest
            for name, (text, said) in self.wording.items()
        )

    def sources(self, opened: Opened) -> dict[str, Source]:
        """Where the findings have their places: the files of instruments, and those texts."""
        files = {each.source.path: each.source for each in opened.found}
        return files | {path: Source(path, text) for path, text in self.texts.items()}


def checked_in_time(
    opened: Opened,
    on_disk: LoadedCode,
    cache: DocumentCache,
    today: date,
    rules: tuple[Sequence[Rule], Sequence[TimeRule]],
) -> InTime:
    """What is wrong with the instruments, and in the states that they make, but for the one on disk.

    `rules` are those of the text and those in time. What was found before is not looked for again, unless something
    has changed on which it rests.
    """
    key = _key(opened, on_disk, today, rules)
    made = decoded(cache, key, InTime)
    if made is None:
        made = _found(opened, on_disk, cache, today, rules)
        cache.keep(key, msgspec.msgpack.encode(made))
    names = frozenset(rule.name for rule in rules[1])
    allowed = without_allowed(made.findings, opened.found, today, names)
    return structs.replace(made, findings=in_order(list(allowed)))


def _found(
    opened: Opened,
    on_disk: LoadedCode,
    cache: DocumentCache,
    today: date,
    rules: tuple[Sequence[Rule], Sequence[TimeRule]],
) -> InTime:
    known = KnownTime(opened, on_disk, cache, today)
    found = about_instruments(known, rules[1])
    held = held_findings(known, rules[0]) if rules[0] else HeldFindings((), ())
    found += held.told
    told = (*found, *held.last)
    paths = {path for each in told for path in (each.path, *(other.path for other in each.related))}
    texts = {path: known.texts[path] for path in sorted(paths & known.texts.keys())}
    last = opened.timeline.last().documents
    wording = {str(document): (version.text_key, version.digest) for document, version in last.items()}
    return InTime(found, texts, held.last, wording)


def about_instruments(known: KnownTime, rules: Sequence[TimeRule]) -> tuple[Diagnostic, ...]:
    """What instruments break of their language, and what the rules in time find, where the operations stand.

    What a rule makes its own of the faults of language is told as its finding alone.
    """
    found = [diagnostic(rule, each) for rule in rules for each in rule.find(known)]
    taken = {(each.path, each.span.start, each.headline) for each in found}
    unread = [each for each in known.opened.findings if (each.path, each.span.start, each.headline) not in taken]
    return in_order([*unread, *found])


def _key(opened: Opened, on_disk: LoadedCode, today: date, rules: tuple[Sequence[Rule], Sequence[TimeRule]]) -> str:
    """What is found rests on today only by which days on which anything changes are still to come."""
    coming = [day.isoformat() for day in opened.timeline.days() if day >= today]
    names = [rule.name for each in rules for rule in each]
    said = [opened.fingerprint, said_of(on_disk), *coming, "", *names]
    paths = [each.source.path for each in opened.found[:1]]
    return f"in-time-{hashlib.sha256(chr(0).join([*said, *paths]).encode()).hexdigest()}"
