"""Rules at work: what they find in one document and take from it, and what they judge by that of all."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from secc.check.known import Known
from secc.check.rule import CodeRule, DocumentRule, Fact, Rule, diagnostic
from secc.diagnostics import Diagnostic
from secc.resolve.model import ResolvedDocument


class Looked(Struct, frozen=True):
    """What the rules found in a document, and the facts that others took from it, by their names."""

    findings: tuple[Diagnostic, ...]
    facts: Mapping[str, tuple[Fact, ...]]


def looked_at(known: Known, rules: Sequence[Rule], document: ResolvedDocument) -> Looked:
    """What the rules make of a document."""
    known.forget()
    findings = tuple(
        diagnostic(rule, found)
        for rule in rules
        if isinstance(rule, DocumentRule)
        for found in rule.find(known, document)
    )
    facts = {rule.name: tuple(rule.facts(known, document)) for rule in rules if isinstance(rule, CodeRule)}
    return Looked(findings, {name: taken for name, taken in facts.items() if taken})


def judged(known: Known, rules: Sequence[Rule], looked: Sequence[Looked]) -> Iterator[Diagnostic]:
    """All findings: those in the documents, and those that follow from the facts of all."""
    for each in looked:
        yield from each.findings
    yield from judgements(known, rules, looked)


def judgements(known: Known, rules: Sequence[Rule], looked: Sequence[Looked]) -> Iterator[Diagnostic]:
    """The findings that follow from the facts of all documents."""
    for rule in rules:
        if isinstance(rule, CodeRule):
            facts = [fact for each in looked for fact in each.facts.get(rule.name, ())]
            yield from (diagnostic(rule, found) for found in rule.find(known, facts))
