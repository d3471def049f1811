"""A small Code with a history: what it was, what it is, what it will be, and what waits."""

from collections.abc import Iterator
from datetime import date

from secc.amending.version import DocumentVersion, Path
from secc.code.load import NoCache
from secc.history import Memory
from secc.ids import Address, DocumentId
from secc.site.making import MadeSite
from secc.site.sources import SiteSources, open_sources
from secc.timeline.histories import words_of
from secc.timeline.log import Listed, Log, appended, listing, printed
from secc.timeline.opening import open_timeline
from secc.timeline.timeline import Timeline
from tests.site.codes import files, made_of

_FIRST = """\
section H: Services

# H1 Tests

H1.1 The DCC shall test each meter.

H1.2 The DCC shall keep a record of:
  (a) each test; and
  (b) each result.

H1.3 The DCC shall tell each person.

# H2 Results

H2.1 The results are those of Section H1.1.
"""
_OTHER = "section A: Others\n\n# A1 Words\n\nA1.1 Words of another Section.\n"
LAST = (
    _FIRST.replace("each meter", "every meter")
    .replace("each person", "every person")
    .replace("# H2", "H1.4 The DCC shall <b>rest</b>.\n\n# H2")
)

INSTRUMENTS = {
    "2020-01-01-first/instrument.sec": """\
designation 2020-01-01-first: Designation of the Code
by: the Secretary of State
made: 2020-01-01
from: 2020-01-01
evidence: E1
unverified: the wording

note: The first.

1 designate Section A as version 1.0, in the form set out at annexes/section-A.sec
2 designate Section H as version 1.0, in the form set out at annexes/section-H.sec
""",
    "2020-01-01-first/annexes/section-A.sec": _OTHER,
    "2020-01-01-first/annexes/section-H.sec": _FIRST,
    "2021-02-01-meters.sec": """\
modification 2021-02-01-meters: All <i>meters</i>
under: Section H1
made: 2021-02-01
from: 2021-02-01

1 in Section H1.1, for "each meter" substitute "every meter"
2 suspend Section H1.2(b)
3 vary Section H2.1 as if for "results" there were substituted "outcomes"
4 suspend Section H2, until the earlier of 2022-12-31 and event "Go Live"
""",
    "2021-03-01-later.sec": """\
direction 2021-03-01-later: What comes later
made: 2021-03-01
from: 2022-06-01

1 in Section H1.3, for "each person" substitute "every person"
2 in Section H, after Section H1.3 insert
  > H1.4 The DCC shall <b>rest</b>.
3 in Section A1.1, omit "another", from event "Never Fixed"
""",
    "2021-04-01-proposal.sec": """\
consultation 2021-04-01-proposal: A proposal
consulted: 2021-04-01
from: 2022-07-01
recorded: 2021-04-01

1 in Section H1.3, for "each person" substitute "nobody"
""",
}
TODAY = date(2021, 4, 1)


def history_files(day_set: str = "") -> dict[str, bytes]:
    """Its files; `day_set` is `site.as-at` of code.toml."""
    found = files({"sections/A.sec": _OTHER, "sections/H.sec": LAST})
    if day_set:
        found["code.toml"] += f"[site]\nas-at = {day_set}\n".encode()
    found |= {f"instruments/{name}": text.encode() for name, text in INSTRUMENTS.items()}
    found["document-log.toml"] = "\n".join(map(printed, _log(Memory(found)))).encode()
    return found


def opened(as_at: date | None = None, *, is_draft: bool = False, day_set: str = "") -> SiteSources:
    """What its site is made of."""
    return open_sources(Memory(history_files(day_set)), NoCache(), as_at, is_draft=is_draft)


def site(as_at: date | None = TODAY) -> MadeSite:
    """Its site on a day."""
    return made_of(opened(as_at))


def days_of_change(timeline: Timeline) -> dict[str, list[date]]:
    """The days on which each provision came to stand, or to read, as it did not before; its first day among them."""
    days: dict[str, list[date]] = {}
    last: dict[str, tuple[Address, tuple[str, ...]]] = {}
    seen: dict[DocumentId, DocumentVersion] = {}
    for day in timeline.wording_days():
        now = timeline.base(day).documents
        there: set[str] = set()
        for document, version in now.items():
            if seen.get(document) is version:
                continue
            for identity, path in _shown(version):
                there.add(identity)
                reading = (Address(document, path), words_of(version, path))
                if last.get(identity) != reading:
                    last[identity] = reading
                    days.setdefault(identity, []).append(day)
        changed = {document for document in (*now, *seen) if seen.get(document) is not now.get(document)}
        for identity in [each for each, (at, _) in last.items() if at.document in changed and each not in there]:
            del last[identity]
            days[identity].append(day)
        seen = dict(now)
    return days


def _shown(version: DocumentVersion) -> Iterator[tuple[str, Path]]:
    """Who stands in a document, and itself; paragraphs are told with their clause or definition."""
    yield str(version.id), ()
    for path, identity in version.identities.items():
        if not path[-1].startswith("("):
            yield identity, path


def _log(files: Memory) -> Log:
    log: Log = ()
    timeline = open_timeline(files, NoCache()).timeline
    for number, day, name in (
        ("1.0", date(2020, 1, 1), "2020-01-01-first"),
        ("2.0", date(2021, 2, 1), "2021-02-01-meters"),
    ):
        documents = timeline.base(day).documents
        listed = {document: Listed(f"{document.label}{number}", each.digest) for document, each in documents.items()}
        listed |= {document: old for document, old in listing(log).items() if old.digest == listed[document].digest}
        log = (*log, appended(log, number, (day, day, day), [name], listed))
    return log
