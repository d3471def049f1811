"""The forms of the documents of a state, kept between builds.

A form stands in another state where the document has the same text and what was asked of the rest of the Code while it
was bound has the same answers (`check/kept.py`). A state that was formed before costs only looking up its forms.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache as once
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

import msgspec
from msgspec import Struct

import secc.document
import secc.render
import secc.render.exports
from secc.check.answers import Answers, digest_of
from secc.check.asked_code import AskedCode
from secc.check.kept import KeptLook, kept_look, stands
from secc.check.known import Known
from secc.check.looking import Looked
from secc.check.term_tables import TermTables
from secc.code.load import DocumentCache, LoadedCode
from secc.ids import DocumentId
from secc.resolve.state import State
from secc.resolve.surveyed import Surveyed
from secc.site.any_day.files import Files
from secc.site.any_day.forms import Form, formed
from secc.site.in_time.kept import decoded, digest_of_modules
from secc.timeline.replay import Wordings
from secc.timeline.states import code_of

Shown = Mapping[str, tuple[tuple[str, str], ...]]
"""The files that forms show, by the form's name: of each its path, and its digest at that time."""
EMPTY: Shown = MappingProxyType({})
_MOST = 16
"""How many forms of one text are kept; those that were right last come first."""
_Kind = TypeVar("_Kind")
_encode = msgspec.msgpack.Encoder().encode


class _KeptForm(Struct, frozen=True, array_like=True):
    """Where a form is kept, and what it rests on."""

    name: str
    look: KeptLook


class KeptForms:
    """Forms by state. `on_disk` has the settings and registers that all states share.

    `shown` are the files that each form shows which was asked for, with what each was; those of `earlier` ones are not
    read again.
    """

    def __init__(self, on_disk: LoadedCode, files: Files, cache: DocumentCache, earlier: Shown = EMPTY) -> None:
        self._on_disk = on_disk
        self._files = files
        self._cache = cache
        self._forms: dict[str, Form] = {}
        self._earlier = earlier
        self.shown: dict[str, tuple[tuple[str, str], ...]] = {}

    def of(self, wordings: Wordings) -> dict[DocumentId, str]:
        """The name of the form of each document of a state, by which `form` has it."""
        said = [(document, version.text_key) for document, version in wordings.documents.items()]
        key = f"formed-{digest_of((_own_code(), said)).hex()}"
        kept = self._read(key, tuple[tuple[DocumentId, str], ...])
        if kept is not None and all(self._is_there(name) for _, name in kept):
            return dict(kept)
        found = _Forming(wordings, self._on_disk, self._files, self._cache).names()
        self._cache.keep(key, _encode(tuple(found.items())))
        return found

    def is_kept(self, name: str) -> bool:
        """Whether a form that was named before an edit can still be had: the cache may have lost it."""
        return self._cache.kept(name) is not None

    def form(self, name: str) -> Form:
        """A form that `of` has named."""
        if name not in self._forms:
            kept = self._read(name, Form)
            assert kept is not None, "what was named is kept"
            self._forms[name] = kept
        return self._forms[name]

    def show(self, paths: Iterable[str]) -> None:
        """Have the files that forms show be published."""
        for path in paths:
            self._files.figure(path)
            self._files.attachment(path)

    def let_go(self) -> None:
        """Hold no form any longer."""
        self._forms.clear()

    def _is_there(self, name: str) -> bool:
        """Whether a form is kept, and the files that it shows are as they were."""
        if name not in self.shown:
            files = self._earlier.get(name) if self.is_kept(name) else None
            if files is None and (form := self._read(name, Form)) is not None:
                files = form.files
            if files is None:
                return False
            self.shown[name] = files
        return all(self._files.digest(path) == digest for path, digest in self.shown[name])

    def _read(self, name: str, kind: type[_Kind]) -> _Kind | None:
        return decoded(self._cache.kept(name), kind)


class _Forming:
    """The documents of one state, formed where they are not kept."""

    def __init__(self, wordings: Wordings, on_disk: LoadedCode, files: Files, cache: DocumentCache) -> None:
        self._cache = cache
        self._files = files
        self._texts = {document: version.text_key for document, version in wordings.documents.items()}
        self._state = State(code_of(wordings, on_disk, files=False), cache)
        self._code = AskedCode(self._state)
        self._answers = Answers(self._state, Known(self._code), TermTables(self._state, cache))

    def names(self) -> dict[DocumentId, str]:
        """The name of the form of each document."""
        return {each.id: self._name(each) for each in self._state.documents}

    def _name(self, document: Surveyed) -> str:
        key = f"forms-{digest_of((self._base, document.id, self._texts[document.id])).hex()}"
        kept = decoded(self._cache.kept(key), tuple[_KeptForm, ...]) or ()
        for place, each in enumerate(kept):
            if stands(each.look, document, self._answers) and self._still(each.name):
                if place:
                    self._cache.keep(key, _encode((each, *kept[:place], *kept[place + 1 :])))
                return each.name
        made = self._formed(document)
        self._cache.keep(key, _encode((made, *kept[: _MOST - 1])))
        return made.name

    def _formed(self, document: Surveyed) -> _KeptForm:
        asking = self._state.asking
        asking.begin(document.id)
        bound = self._state.bind(document)
        asked = asking.asked
        asking.begin()
        form = _encode(formed(bound, self._state.terms, self._files))
        name = f"form-{hashlib.sha256(form).hexdigest()}"
        self._cache.keep(name, form)
        return _KeptForm(name, kept_look(Looked((), {}), asked, document, self._answers))

    def _still(self, name: str) -> bool:
        form = decoded(self._cache.kept(name), Form)
        return form is not None and all(self._files.digest(path) == digest for path, digest in form.files)

    @cached_property
    def _base(self) -> bytes:
        """What every form of the state depends on."""
        names = [(each.survey.names, each.survey.attached) for each in self._state.documents]
        return digest_of((_own_code(), self._code.heads, names))


@once
def _own_code() -> str:
    """The digest of the modules that make forms."""
    return digest_of_modules(_sources())


def _sources() -> Iterator[Path]:
    here = Path(__file__).parent
    for each in (secc.document, secc.render, secc.render.exports):
        folder = Path(str(each.__file__)).parent
        yield from sorted(folder.glob("*.py"))
    yield from (here / f"{name}.py" for name in ("files", "forms", "kept_forms", "plain_pieces", "tokens"))
    yield from (here.parent / f"{name}.py" for name in ("addresses", "naming", "plan", "published"))
