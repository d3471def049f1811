"""A term in an instrument that the Code does not define, and that is nearly one that it does.

## What it finds

In what an instrument quotes, inserts, sets out, saves, reads as, and in its title and notes: words with capitals that
are nearly a defined term, and are not; and `the definition of "…"` where no definition has that name. The Code is that
of the day on which all of the instrument has had effect, so that a term that it brings is defined.

## Why

A letter of direction of 17 September 2020 designated the "S1SKM Compliance Policy". The Code defines the "S1SPKM
Compliance Policy", and nothing was ever designated under that name.

## Wrong

```sec instruments/2020-01-01-first/instrument.sec
designation 2020-01-01-first: Designation of the Code
made: 2020-01-01

1 designate Section A as version 1.0, in the form set out at annexes/section-A.sec
```

```sec instruments/2020-01-01-first/annexes/section-A.sec
section A: Register

# A1 Register

A1.1 The operator shall keep a register.
```

```sec instruments/2020-02-01-change.sec
modification 2020-02-01-change: The Registrar
made: 2020-02-01

1 in Section A1, at the end insert
  > A1.2 In this Section A1:
  >
  >   define "Register Keeper" means the person who keeps the register.
2 in Section A1.1, for "The operator" substitute "The Register Keeper"
3 save anything done by the Regster Keeper
```

## Right

```sec instruments/2020-02-01-change.sec
modification 2020-02-01-change: The Registrar
made: 2020-02-01

1 in Section A1, at the end insert
  > A1.2 In this Section A1:
  >
  >   define "Register Keeper" means the person who keeps the register.
2 in Section A1.1, for "The operator" substitute "The Register Keeper"
3 save anything done by the Register Keeper
```

## How to mend it

Write the term as the Code defines it; or define it; or write it without capitals if it is no term.
"""

import hashlib
from collections.abc import Iterator

import msgspec

from secc.amending.version import DocumentVersion
from secc.check.in_time.known import KnownTime
from secc.check.in_time.rule import TimeRule
from secc.check.in_time.states import said_of
from secc.check.in_time.wording_of import Said, said_in
from secc.check.known import Known
from secc.check.near import nearest
from secc.check.rule import Finding
from secc.check.rules import undefined_term
from secc.code.load import LoadedDocument, read_document
from secc.code.walk import placed
from secc.diagnostics import Severity
from secc.ids import Address
from secc.instruments.model import Instrument
from secc.instruments.when import OperationRef
from secc.resolve.binding import bound
from secc.resolve.model import ResolvedCode, ResolvedDocument
from secc.resolve.state import State
from secc.source import Source
from secc.timeline.histories import addresses_of
from secc.timeline.kept_versions import decoded
from secc.timeline.replay import Wordings

_CUTOFF = 75.0


def find(known: KnownTime) -> Iterator[Finding]:
    """Every near miss of a term."""
    for instrument in known.timeline.instruments:
        wordings = known.with_all(instrument)
        yield from _undefined_places(known, instrument, wordings)
        yield from _kept_near_misses(known, instrument, wordings)


def _kept_near_misses(known: KnownTime, instrument: Instrument, wordings: Wordings) -> tuple[Finding, ...]:
    """Found again only where the instrument, the texts beside which it is read, or the settings are others."""
    source = known.opened.file(instrument.name).source
    texts = [f"{document} {version.text_key}" for document, version in wordings.documents.items()]
    said = [source.path, source.text, said_of(known.on_disk), *texts]
    key = f"near-terms-{hashlib.sha256(chr(0).join(said).encode()).hexdigest()}"
    kept = decoded(known.cache, key, tuple[Finding, ...])
    if kept is not None:
        return kept
    found = tuple(_near_misses(known, instrument, wordings))
    known.cache.keep(key, msgspec.msgpack.encode(found))
    return found


def _undefined_places(known: KnownTime, instrument: Instrument, wordings: Wordings) -> Iterator[Finding]:
    """The definitions named that there never are."""
    for place, operation in enumerate(instrument.operations):
        for address in addresses_of(operation.action):  # type: ignore[arg-type]  # of what is no wording, none
            term = next((step for step in address.path if step.startswith('"')), None)
            holder = Address(address.document, address.path[: address.path.index(term)]) if term else None
            version = wordings.documents.get(address.document)
            if term is None or holder is None or version is None or known.first_day(holder.below(term)) is not None:
                continue
            near = nearest(term, _terms_in(version, holder), limit=1, cutoff=_CUTOFF)
            if near:
                headline = f"{term} is not a defined term"
                helps = (f"write {near[0]} if that is meant",)
                yield _finding(known, Said(term, place), instrument, headline, helps)


def _terms_in(version: DocumentVersion, holder: Address) -> Iterator[str]:
    return (path[-1] for path in version.identities if path[:-1] == holder.path and path[-1].startswith('"'))


def _near_misses(known: KnownTime, instrument: Instrument, wordings: Wordings) -> Iterator[Finding]:
    if not wordings.documents:
        return
    state = known.state(wordings)
    terms = Known(ResolvedCode(state.loaded, (), state.index.provisions, state.terms))
    for said in said_in(instrument):
        for found in undefined_term.find(terms, _bound(said.words, state)):
            if found.helps[0].startswith("write "):
                yield _finding(known, said, instrument, found.headline.removesuffix(" here"), found.helps[:1])


def _bound(words: str, state: State) -> ResolvedDocument:
    """The words as if they stood by themselves in the Code."""
    label = state.documents[0].id.label
    source = Source("said", f"section {label}: said\n\n{words}\n")
    loaded = LoadedDocument(source, read_document(source))
    return bound(loaded, placed(loaded.document), state.binder, state.finder)


def _finding(known: KnownTime, said: Said, instrument: Instrument, headline: str, helps: tuple[str, ...]) -> Finding:
    found = known.opened.file(instrument.name)
    if said.operation is None:
        return Finding(found.source.path, instrument.span, headline, "", instrument.name, helps)
    operation = instrument.operations[said.operation]
    ref = str(OperationRef(instrument.name, operation.number)) if operation.number else instrument.name
    return Finding(found.source.path, operation.span, headline, "", ref, helps)


RULE = TimeRule("undefined-term-in-instrument", Severity.ERROR, find)
