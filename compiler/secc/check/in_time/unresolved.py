"""What a state uses and does not have: references that lead nowhere, and terms that are not defined."""

from collections.abc import Callable, Mapping

from secc.check import check_loaded
from secc.check.rules import dangling_reference, reference_to_not_used, undefined_term
from secc.code.load import DocumentCache, LoadedCode
from secc.timeline.replay import Wordings
from secc.timeline.states import code_of

_RULES = (dangling_reference.RULE, reference_to_not_used.RULE, undefined_term.RULE)


def unresolved_with(on_disk: LoadedCode, cache: DocumentCache) -> Callable[[Wordings], Mapping[str, str]]:
    """Finds it in any wording, with the settings and registers of the Code on disk."""

    def unresolved(wordings: Wordings) -> Mapping[str, str]:
        found = check_loaded(code_of(wordings, on_disk, files=False), _RULES, cache).findings
        names = {rule.name for rule in _RULES}
        return {
            f"{each.rule} {each.provision} {each.headline}": f"{each.provision}: {each.headline}"
            for each in found
            if each.rule in names
        }

    return unresolved
