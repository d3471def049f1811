"""Checks the sample Code with one file changed, reading again only what the change can reach.

What a change cannot reach: the reading of other files; where the provisions, titles, names and terms of the Code are
the same as before, what is bound in other documents, and by the contract of `DocumentRule` what such rules found there;
where only provisions differ, what they found in documents that do not refer to the changed one. `whole` takes nothing
for granted, and the tests hold the two against each other.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from secc.check import check
from secc.check.known import Known
from secc.check.rule import DocumentRule, Finding, Rule
from secc.code.load import LoadedCode, LoadedDocument, NoCache, load_document
from secc.code.walk import Placed
from secc.diagnostics import Diagnostic
from secc.ids import DocumentId
from secc.resolve import resolve
from secc.resolve.index import Index, index
from secc.resolve.model import Link, ResolvedCode, ResolvedDocument, Term
from secc.resolve.references import ReferenceBinder
from secc.resolve.resolving import _document
from secc.resolve.terms import TermFinder, collect
from tests.mutation.sample import Sample


class Checker:
    """The sample with its findings, ready for changes to be checked."""

    def __init__(self, sample: Sample, rules: Sequence[Rule]) -> None:
        self._code = sample.code
        self._rules = rules
        self._clean = resolve(sample.code)
        found = index(sample.code.documents)[0]
        self._provisions, self._others = _provisions(found), _others(found, self._clean.terms)
        known = Known(self._clean)
        self._found: dict[tuple[str, str], tuple[Finding, ...]] = {
            (rule.name, document.loaded.source.path): tuple(rule.find(known, document))
            for rule in rules
            if isinstance(rule, DocumentRule)
            for document in self._clean.documents
        }
        self.texts: Mapping[str, str] = {each.source.path: each.source.text for each in sample.code.documents}
        self.clean = check(self._clean, rules)

    def whole(self, path: str, text: str) -> tuple[Diagnostic, ...]:
        """What `secc check` finds with this text in place of a file's."""
        return check(resolve(self._changed(path, text)), self._rules)

    def findings(self, path: str, text: str) -> tuple[Diagnostic, ...]:
        """The same, sooner."""
        code = self._changed(path, text)
        found, walked = index(code.documents)
        terms = collect(code.documents)
        provisions, others = _provisions(found), _others(found, terms)
        if others != self._others:
            return check(resolve(code), self._rules)
        place = next(place for place, each in enumerate(code.documents) if each.source.path == path)
        if provisions == self._provisions:
            bound = _document(code.documents[place], walked[place], ReferenceBinder(found), TermFinder(terms))
            documents = (*self._clean.documents[:place], bound, *self._clean.documents[place + 1 :])
            resolved, again = ResolvedCode(code, documents, found.provisions, terms), {path}
        else:
            resolved = resolve(code)
            again = {path, *self._reached(resolved, code.documents[place].document.id)}
        return check(resolved, [self._sooner(rule, again) for rule in self._rules])

    def _reached(self, code: ResolvedCode, changed: DocumentId) -> Iterator[str]:
        """The documents that refer to the changed one, or whose references lead elsewhere than before."""
        for before, after in zip(self._clean.documents, code.documents, strict=True):
            pairs = zip(before.words, after.words, strict=False)
            if _refers(before, changed) or any(a.references != b.references or a.uses != b.uses for a, b in pairs):
                yield after.loaded.source.path

    def _sooner(self, rule: Rule, again: Collection[str]) -> Rule:
        """A rule that looks at some documents `again`, and says what it found before of the rest."""
        if not isinstance(rule, DocumentRule):
            return rule

        def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:
            path = document.loaded.source.path
            yield from rule.find(known, document) if path in again else self._found[rule.name, path]

        return replace(rule, find=find)

    def _changed(self, path: str, text: str) -> LoadedCode:
        changed = load_document(path, text.encode(), NoCache())
        documents: tuple[LoadedDocument, ...] = tuple(
            changed if each.source.path == path else each for each in self._code.documents
        )
        code = self._code
        return LoadedCode(code.settings, documents, code.register, code.house_style)


def _provisions(found: Index) -> list[object]:
    """What one document can see of the provisions of another. Spans in it take no part in equality."""
    return [
        (
            each.address,
            each.title,
            each.vacant,
            type(each.placed.block),
            each.placed.numbering,
            _sub_section(each.placed),
        )
        for each in found.provisions.values()
    ]


def _others(found: Index, terms: Sequence[Term]) -> tuple[object, ...]:
    """What else it can see of it."""
    meanings = [
        (t.names, t.address, t.scope, t.within, t.forms, t.namespace, t.in_prose, t.given, t.borrowed, t.prose.document)
        for t in terms
    ]
    return found.names, found.definitions, found.units, found.attached, meanings


def _sub_section(placed: Placed) -> tuple[str, str] | None:
    sub_section = placed.sub_section
    return (sub_section.label, sub_section.title.text) if sub_section is not None else None


def _refers(document: ResolvedDocument, to: DocumentId) -> bool:
    return any(
        target.document == to
        for words in document.words
        for reference in words.references
        if isinstance(reference, Link)
        for target in reference.targets
    )
