"""What each rule costs of a check: a process of its own, which prints CPU seconds as JSON.

Run with the folder of a code and the path of the one document to look at again, or without one to look at all.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from time import process_time

from msgspec import json

from secc.check.asked_code import AskedCode
from secc.check.known import Known
from secc.check.rule import CodeRule, DocumentRule, Fact
from secc.check.rules import RULES
from secc.code.cache import FolderCache
from secc.code.load import load
from secc.history import Folder
from secc.resolve.model import ResolvedDocument
from secc.resolve.state import State

BINDING = "references and terms bound"


def main() -> None:
    """Look at the documents, rule by rule, and print what each took."""
    root = Path(sys.argv[1])
    cache = FolderCache(root / "build" / "cache")
    state = State(load(Folder(root / "sec-source"), cache), cache)
    known = Known(AskedCode(state))
    spent: dict[str, float] = defaultdict(float)
    facts: dict[str, list[Fact]] = {rule.name: [] for rule in RULES}
    for each in state.documents:
        if each.loaded.source.path in (sys.argv[2:] or [each.loaded.source.path]):
            began = process_time()
            document = state.bind(each)
            spent[BINDING] += process_time() - began
            for name, seconds in _looked(known, document, facts):
                spent[name] += seconds
    for rule in RULES:
        if isinstance(rule, CodeRule) and not sys.argv[2:]:  # one document's facts are not those to judge by
            began = process_time()
            list(rule.find(known, facts[rule.name]))
            spent[rule.name] += process_time() - began
    print(json.encode(spent).decode())


def _looked(known: Known, document: ResolvedDocument, facts: dict[str, list[Fact]]) -> Iterator[tuple[str, float]]:
    """The seconds that each rule takes for a document."""
    known.forget()
    for rule in RULES:
        began = process_time()
        if isinstance(rule, DocumentRule):
            list(rule.find(known, document))
        else:
            facts[rule.name] += rule.facts(known, document)
        yield rule.name, process_time() - began


if __name__ == "__main__":
    main()
