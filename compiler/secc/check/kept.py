"""What was found in a document, with the questions that were asked of the rest of the Code and their answers."""

from collections.abc import Mapping, Sequence

import msgspec
from msgspec import Raw, Struct

from secc.check.answers import ABOUT_TERMS, Answers, digest_of
from secc.check.looking import Looked
from secc.check.rule import Fact
from secc.diagnostics import Diagnostic
from secc.ids import Address, DocumentId
from secc.resolve.asking import About, Asked, Local, Whole
from secc.resolve.surveyed import Surveyed

_encode = msgspec.msgpack.Encoder().encode
_Places = tuple[tuple[About, tuple[Local, ...]], ...]
_Wholes = tuple[tuple[Whole, str], ...]


class AskedOf(Struct, frozen=True, array_like=True):
    """What was asked about addresses in a document that offered `offered` then.

    `called` is the digest of all names of documents then, where the answer may rest on them: where citations lead.
    """

    document: DocumentId
    offered: bytes
    called: bytes
    answer: bytes
    questions: Raw


class AskedOfAll(Struct, frozen=True, array_like=True):
    """What was asked about the whole."""

    answer: bytes
    questions: Raw


class KeptFact(Struct, frozen=True, array_like=True):
    """A `Fact` whose terms are by what they say, since their numbers change."""

    term: bytes
    words: tuple[str, ...]
    others: tuple[bytes, ...]
    targets: tuple[Address, ...]


class KeptLook(Struct, frozen=True, array_like=True):
    """A `Looked`, and all on which it rests but the document itself and what its name says.

    `offered` is the digest of all that the documents offered about addresses, the own one's in `own`; `terms` that of
    all terms and definitions; `called` that of all names of documents, `names` of those that may stand in this one.
    """

    offered: bytes
    own: bytes
    called: bytes
    names: bytes
    terms: bytes
    of_documents: Raw
    of_terms: AskedOfAll
    of_others: AskedOfAll
    findings: Raw
    facts: Raw


_ASKED = msgspec.msgpack.Decoder(tuple[AskedOf, ...])
_PLACES = msgspec.msgpack.Decoder(_Places)
_WHOLES = msgspec.msgpack.Decoder(_Wholes)
_FINDINGS = msgspec.msgpack.Decoder(tuple[Diagnostic, ...])
_FACTS = msgspec.msgpack.Decoder(dict[str, tuple[KeptFact, ...]])


def kept_look(looked: Looked, asked: Asked, document: Surveyed, answers: Answers) -> KeptLook:
    """What to keep of a look at a document, given what it asked."""
    wholes = sorted(asked.wholes)
    return KeptLook(
        offered=answers.all_offered,
        own=answers.offered(document.id),
        called=answers.calls.digest,
        names=answers.calls.within(document),
        terms=answers.terms.digest,
        of_documents=Raw(_encode([_asked_of(each, asked, answers) for each in sorted(asked.addresses)])),
        of_terms=_asked_of_all([each for each in wholes if each[0] in ABOUT_TERMS], answers),
        of_others=_asked_of_all([each for each in wholes if each[0] not in ABOUT_TERMS], answers),
        findings=Raw(_encode(looked.findings)),
        facts=Raw(_encode(_kept_facts(looked.facts, answers.terms.keys))),
    )


def _asked_of(document: DocumentId, asked: Asked, answers: Answers) -> AskedOf:
    about = asked.addresses[document]
    questions: _Places = tuple((each, tuple(sorted(about[each]))) for each in About if about[each])
    called = answers.calls.digest if about[About.LEADS] else b""
    answer = answers.about(document, questions)
    return AskedOf(document, answers.offered(document), called, answer, Raw(_encode(questions)))


def _asked_of_all(questions: Sequence[tuple[Whole, str]], answers: Answers) -> AskedOfAll:
    return AskedOfAll(answers.about_the_whole(questions) if questions else b"", Raw(_encode(questions)))


def stands(kept: KeptLook, document: Surveyed, answers: Answers) -> bool:
    """Whether what was found then would be found again: all questions have the same answers."""
    if kept.terms != answers.terms.digest and not _terms_stand(kept, document, answers):
        return False
    if not _still(kept.of_others, answers):
        return False
    as_called = kept.called == answers.calls.digest
    if not as_called and kept.names != answers.calls.within(document):
        return False
    if as_called and kept.offered == answers.all_offered:
        return True
    asked = _ASKED.decode(kept.of_documents)
    return kept.own == answers.offered(document.id) and all(_offers(answers, each) for each in asked)


def _offers(answers: Answers, asked: AskedOf) -> bool:
    alike = asked.offered == answers.offered(asked.document) and asked.called in (b"", answers.calls.digest)
    return alike or asked.answer == answers.about(asked.document, _PLACES.decode(asked.questions))


def _terms_stand(kept: KeptLook, document: Surveyed, answers: Answers) -> bool:
    def ask() -> bool:
        return answers.terms.same_matter(document, kept.terms) and _still(kept.of_terms, answers)

    return answers.terms.stands((document.id, document.loaded.key, kept.terms, kept.of_terms), ask)


def _still(asked: AskedOfAll, answers: Answers) -> bool:
    return asked.answer == b"" or asked.answer == answers.about_the_whole(_WHOLES.decode(asked.questions))


def findings_in(kept: KeptLook) -> tuple[Diagnostic, ...]:
    """The findings."""
    return _FINDINGS.decode(kept.findings)


def facts_in(kept: KeptLook, numbers: Mapping[bytes, int]) -> dict[str, tuple[Fact, ...]]:
    """The facts, given the numbers of the terms in this state."""
    return {
        name: tuple(
            Fact(numbers[each.term], each.words, tuple(numbers[other] for other in each.others), each.targets)
            for each in facts
        )
        for name, facts in _FACTS.decode(kept.facts).items()
    }


def _kept_facts(facts: Mapping[str, tuple[Fact, ...]], keys: Sequence[bytes]) -> dict[str, tuple[KeptFact, ...]]:
    return {
        name: tuple(
            KeptFact(keys[each.term], each.words, tuple(keys[other] for other in each.others), each.targets)
            for each in of_rule
        )
        for name, of_rule in facts.items()
    }


__all__ = ["AskedOf", "KeptLook", "digest_of", "facts_in", "findings_in", "kept_look", "stands"]
