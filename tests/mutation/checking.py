"""Checks the sample Code with one file changed, as `secc check` does: what earlier checks found is looked at again only
where it may no longer stand. `whole` takes nothing for granted, and the tests hold the two against each other.
"""

from collections.abc import Mapping, Sequence

from secc.check import check, check_loaded
from secc.check.rule import Rule
from secc.code.beside import Beside
from secc.code.load import LoadedCode, LoadedDocument, NoCache, load_document
from secc.diagnostics import Diagnostic
from secc.history import Folder, Overlaid
from secc.resolve import resolve
from tests.mutation.keeping import Kept
from tests.mutation.sample import SOURCES, Sample


class Checker:
    """The sample with its findings, ready for changes to be checked."""

    def __init__(self, sample: Sample, rules: Sequence[Rule]) -> None:
        self._code = sample.code
        self._rules = rules
        self._cache = Kept()
        self.texts: Mapping[str, str] = {each.source.path: each.source.text for each in sample.code.documents}
        self.clean = check_loaded(sample.code, rules, self._cache).findings
        self._cache.settle()

    def whole(self, path: str, text: str) -> tuple[Diagnostic, ...]:
        """What is found with this text in place of a file's, or of none, all of it looked at."""
        return check(resolve(self._changed(path, text)), self._rules)

    def findings(self, path: str, text: str) -> tuple[Diagnostic, ...]:
        """The same, sooner."""
        found = check_loaded(self._changed(path, text), self._rules, self._cache).findings
        self._cache.forget()
        return found

    def _changed(self, path: str, text: str) -> LoadedCode:
        code = self._code
        if path not in self.texts:
            beside = Beside(Overlaid(Folder(SOURCES), {path: text.encode()}), code.settings.documents, "")
            return LoadedCode(code.settings, code.documents, code.register, code.house_style, beside)
        changed = load_document(path, text.encode(), NoCache())
        documents: tuple[LoadedDocument, ...] = tuple(
            changed if each.source.path == path else each for each in self._code.documents
        )
        return LoadedCode(code.settings, documents, code.register, code.house_style, code.beside)
