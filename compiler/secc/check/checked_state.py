"""A state of the Code that is checked with what earlier checks found, of it or of other states.

What is kept of a document is found by the document's words and by what every document depends on: the rules, the
settings, the register and the house style. It stands where what it asked of the rest of the
Code still has the same answers; so a change of a few words is looked at alone.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import msgspec
from msgspec.structs import replace

from secc.check.answers import Answers, digest_of
from secc.check.asked_code import AskedCode
from secc.check.kept import KeptLook, facts_in, findings_in, kept_look, stands
from secc.check.known import Known
from secc.check.looking import Looked, judgements, looked_at
from secc.check.rule import Rule
from secc.check.term_tables import TermTables
from secc.code.load import DocumentCache, LoadedCode
from secc.code.model import Suppression
from secc.code.settings import SiteSettings
from secc.diagnostics import Diagnostic
from secc.resolve.state import State
from secc.resolve.surveyed import Surveyed

_MOST = 8
"""How many looks at one document are kept; those that were right last come first."""
_KEPT = msgspec.msgpack.Decoder(tuple[KeptLook, ...])
_JUDGED = msgspec.msgpack.Decoder(tuple[Diagnostic, ...])
_encode = msgspec.msgpack.Encoder().encode


class CheckedState:
    """One state, one set of rules."""

    def __init__(self, loaded: LoadedCode, rules: Sequence[Rule], cache: DocumentCache) -> None:
        self._rules = rules
        self._cache = cache
        self.state = State(loaded, cache)
        self.code = AskedCode(self.state)
        self._known = Known(self.code)
        self._answers = Answers(self.state, self._known, TermTables(self.state, cache))

    @property
    def suppressions(self) -> Mapping[str, Sequence[Suppression]]:
        """The suppressions in each file, by its path."""
        return {each.loaded.source.path: each.survey.suppressions for each in self.state.documents}

    def findings(self) -> Iterator[Diagnostic]:
        """What the rules find, in no order."""
        looks = [self._look(each) for each in self.state.documents]
        self._answers.terms.keep()
        for each in looks:
            yield from findings_in(each)
        yield from self._judged(looks)

    def _look(self, document: Surveyed) -> KeptLook:
        name = f"{document.loaded.key}.{self._base}"
        kept = self._kept(name)
        for place, each in enumerate(kept):
            if stands(each, document, self._answers):
                if place:
                    self._cache.keep(name, _encode((each, *kept[:place], *kept[place + 1 :])))
                return each
        made = self._looked(document)
        self._cache.keep(name, _encode((made, *kept[: _MOST - 1])))
        return made

    def _kept(self, name: str) -> tuple[KeptLook, ...]:
        contents = self._cache.kept(name)
        try:
            return _KEPT.decode(contents) if contents is not None else ()
        except msgspec.DecodeError:
            return ()

    def _looked(self, document: Surveyed) -> KeptLook:
        self.state.asking.begin(document.id)
        looked = looked_at(self._known, self._rules, self.state.bind(document))
        asked = self.state.asking.asked
        self.state.asking.begin()
        return kept_look(looked, asked, document, self._answers)

    def _judged(self, looks: Sequence[KeptLook]) -> tuple[Diagnostic, ...]:
        """What follows from the facts of all, kept for the same facts about the same terms at the same places."""
        facts = hashlib.sha256(b"".join(hashlib.sha256(each.facts).digest() for each in looks)).digest()
        named = [(each.survey.names, each.survey.attached) for each in self.state.documents]
        about = (self._base, self.code.heads, named)
        name = f"{digest_of((about, self._answers.terms.drafts, facts)).hex()}.judged"
        contents = self._cache.kept(name)
        if contents is not None:
            try:
                return _JUDGED.decode(contents)
            except msgspec.DecodeError:
                pass
        looked = [Looked((), facts_in(each, self._answers.terms.numbers)) for each in looks]
        found = tuple(judgements(self._known, self._rules, looked))
        self._cache.keep(name, _encode(found))
        return found

    @cached_property
    def _base(self) -> str:
        """The digest of what every document depends on."""
        loaded = self.state.loaded
        settings = replace(loaded.settings, documents=(), titles=(), site=SiteSettings())
        rules = [rule.name for rule in self._rules]
        works, style = loaded.register.works, loaded.house_style
        return digest_of((rules, settings, works, style)).hex()
