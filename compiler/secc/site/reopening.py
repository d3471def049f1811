"""Opens the Code again and again while it is being written; what was not saved is neither read nor worked out again."""

from collections.abc import Collection
from datetime import date

from msgspec.structs import replace

from secc.code.load import DocumentCache, LoadedCode, LoadedDocument, NoCache, load
from secc.history import SourceTree
from secc.instruments.folder import FOLDER
from secc.resolve.model import ResolvedCode
from secc.resolve.state import State
from secc.resolve.surveyed import Surveyed, surveyed
from secc.resolve.terms.draft import Drafted
from secc.site.in_time.moment import moment
from secc.site.making import any_day_of
from secc.site.sources import SiteSources, open_sources


class Reopening:
    """The sources below a tree, for a website of a day; without one, as the files hold them."""

    def __init__(self, tree: SourceTree, cache: DocumentCache, as_at: date | None, prefix: str) -> None:
        self._tree = tree
        self._cache = cache
        self._as_at = as_at
        self._prefix = prefix
        self._surveyed: dict[str, Surveyed] = {}
        self._last: SiteSources | None = None

    def open(self, saved: Collection[str] | None = None) -> SiteSources:
        """The Code as it is now. `saved` are the files that may differ from the last time, None for any.

        Where it has to be, what is of any day is still to be worked out. Raises `CannotProceed`, and is then as it was
        before.
        """
        last = self._last if saved is not None and self._leave_settings(saved) else None
        edited = any(map(_is_of_instruments, saved or ()))
        found, documents = self._draft(last, edited) if self._as_at is None else (self._dated(), {})
        if last is not None and last.moment is found.moment:
            any_day = last.any_day
        else:
            any_day = any_day_of(found, last.any_day if last is not None else None)
        self._last, self._surveyed = replace(found, any_day=any_day), documents
        return self._last

    def _leave_settings(self, saved: Collection[str]) -> bool:
        """Whether settings, pictures and registers are as they were."""
        documents = self._last.code.loaded.settings.documents if self._last is not None else ()
        return self._last is not None and all(each in documents or _is_of_instruments(each) for each in saved)

    def _dated(self) -> SiteSources:
        return open_sources(self._tree, self._cache, self._as_at, prefix=self._prefix)

    def _draft(self, last: SiteSources | None, edited: bool) -> tuple[SiteSources, dict[str, Surveyed]]:  # noqa: FBT001
        on_disk = load(self._tree, self._cache, self._prefix)
        documents = {each.key: self._survey(each) for each in on_disk.documents}
        loaded = LoadedCode(
            on_disk.settings,
            tuple(each.loaded for each in documents.values()),
            on_disk.register,
            on_disk.house_style,
            on_disk.beside,
        )
        before = last.moment if last is not None else None
        there = moment(self._tree, self._cache, on_disk.settings, None, before) if edited or before is None else before
        code = self._bound(State(loaded, NoCache(), tuple(documents.values())), last)
        site = on_disk.settings.site
        is_draft = there is not None
        return SiteSources(code, self._tree, there, is_draft, site.pdf, site.code_pdf, cache=self._cache), documents

    def _bound(self, state: State, last: SiteSources | None) -> ResolvedCode:
        """A state bound; where a save changed words alone, of documents that were not saved as they were bound."""
        before = tuple(self._surveyed.values())
        if (
            last is None
            or len(before) != len(state.documents)
            or not all(map(_offers_the_same, before, state.documents))
        ):
            return state.resolved()
        if all(old is new for old, new in zip(before, state.documents, strict=True)):
            return last.code
        documents = tuple(
            bound if old is new else state.bind(new)
            for old, new, bound in zip(before, state.documents, last.code.documents, strict=True)
        )
        return ResolvedCode(state.loaded, documents, state.index.provisions, state.terms)

    def _survey(self, document: LoadedDocument) -> Surveyed:
        """Of a file that was not saved, what was found out before; but that another file repeats it may be new."""
        known = self._surveyed.get(document.key)
        if known is not None and known.loaded.findings == document.findings:
            return known
        return surveyed((document,), self._cache)[0]


def _is_of_instruments(path: str) -> bool:
    """Whether it is of the text of instruments and annexes; a picture may lie among them."""
    return path.startswith(f"{FOLDER}/") and path.endswith(".sec")


def _offers_the_same(old: Surveyed, new: Surveyed) -> bool:
    """Whether a document offers what it did before to those that refer to it: names, provisions and definitions."""
    if old is new:
        return True
    before, after = old.survey, new.survey
    alike = ("id", "title", "attributes", "names", "definitions", "offered")
    return all(getattr(before, name) == getattr(after, name) for name in alike) and _defined(old) == _defined(new)


def _defined(document: Surveyed) -> list[Drafted]:
    """Its definitions, but for where in the file they stand, which matters to no other document."""
    return [replace(each, introductions=()) for each in document.drafts]
