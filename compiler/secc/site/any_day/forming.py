"""Forms documents of states of the Code, and finds those that were formed before and still stand.

A form stands in another state where the document has the same text and what was asked of the rest of the Code while it
was bound has the same answers (`check/kept.py`).
"""

import hashlib
from collections.abc import Callable
from functools import cached_property

import msgspec
from msgspec import Struct

from secc.check.answers import Answers, digest_of
from secc.check.asked_code import AskedCode
from secc.check.kept import KeptLook, kept_look, stands
from secc.check.known import Known
from secc.check.looking import Looked
from secc.code.load import DocumentCache, LoadedCode, LoadedDocument
from secc.ids import DocumentId
from secc.resolve.model import Term
from secc.resolve.state import State
from secc.resolve.surveyed import Surveyed, surveyed
from secc.site.any_day.files import Files
from secc.site.any_day.forms import Form, formed
from secc.site.any_day.named_forms import Shown
from secc.site.any_day.offers import Offer
from secc.site.any_day.terms_offered import Tables, TermsOffered
from secc.site.in_time.kept import decoded
from secc.timeline.replay import Wordings
from secc.timeline.states import code_of

_MOST = 16
"""How many forms of one text are kept; those that were right last come first."""
_encode = msgspec.msgpack.Encoder().encode


class KeptForm(Struct, frozen=True, array_like=True):
    """Where a form is kept, and what it rests on."""

    name: str
    look: KeptLook


def are_still(shown: Shown, files: Files) -> bool:
    """Whether files that a form shows are as they were."""
    return all(files.digest(path) == digest for path, digest in shown)


class Forming:
    """Forms by state; what several states share is worked out once. `code` names the code that makes forms."""

    def __init__(self, on_disk: LoadedCode, files: Files, cache: DocumentCache, code: str) -> None:
        self.on_disk = on_disk
        self.files = files
        self.cache = cache
        self.code = code
        self.tables = Tables(cache)
        self._surveyed: dict[str, Surveyed] = {}
        self._kept: dict[str, tuple[KeptForm, ...]] = {}

    def surveyed(self, document: LoadedDocument) -> Surveyed:
        """A document with its survey."""
        if document.key not in self._surveyed:
            (self._surveyed[document.key],) = surveyed((document,), self.cache)
        return self._surveyed[document.key]

    def state(self, wordings: Wordings, offered: Offer) -> "FormedState":
        """A state, whose documents offer this."""
        return FormedState(self, wordings, offered)

    def kept(self, key: str) -> tuple[KeptForm, ...]:
        """The forms of a text."""
        if key not in self._kept:
            self._kept[key] = decoded(self.cache.kept(key), tuple[KeptForm, ...]) or ()
        return self._kept[key]

    def keep(self, key: str, first: KeptForm) -> None:
        """Have a form come first among those of its text."""
        others = [each for each in self.kept(key) if each is not first]
        self._kept[key] = (first, *others[: _MOST - 1])
        self.cache.keep(key, _encode(self._kept[key]))


class FormedState:
    """The documents of one state, formed where they are not kept."""

    def __init__(self, forming: Forming, wordings: Wordings, offered: Offer) -> None:
        self._forming = forming
        self._texts = {document: version.text_key for document, version in wordings.documents.items()}
        code = code_of(wordings, forming.on_disk, files=False)
        self._state = State(code, forming.cache, tuple(map(forming.surveyed, code.documents)))
        self._by_id = {each.id: each for each in self._state.documents}
        terms = TermsOffered(self._state, forming.cache, offered, forming.tables)
        self._answers = Answers(self._state, Known(AskedCode(self._state)), terms)

    def named(self, document: DocumentId, shown: Callable[[str], Shown | None]) -> tuple[str, Shown]:
        """The name of the form of a document, and the files that it shows; `shown` tells it of those that are known."""
        key = f"forms-{digest_of((self._base, document, self._texts[document])).hex()}"
        for place, each in enumerate(self._forming.kept(key)):
            if stands(each.look, self._by_id[document], self._answers):
                files = shown(each.name)
                files = files if files is not None else self._shown(each.name)
                if files is not None and are_still(files, self._forming.files):
                    if place:
                        self._forming.keep(key, each)
                    return each.name, files
        form, look = self._formed(document)
        name = self._put(form)
        self._forming.keep(key, KeptForm(name, look))
        return name, form.files

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms of the state."""
        return self._state.terms

    def made(self, document: DocumentId) -> Form:
        """The form of a document, made again, and kept."""
        form, _ = self._formed(document)
        self._put(form)
        return form

    @cached_property
    def _base(self) -> bytes:
        """What every form of the state depends on."""
        names = [(each.survey.names, each.survey.attached) for each in self._state.documents]
        return digest_of((self._forming.code, self._answers.calls.heads, names))

    def _formed(self, document: DocumentId) -> tuple[Form, KeptLook]:
        """The form of a document, with what was asked for it."""
        shared, asking = self._by_id[document], self._state.asking
        found = Surveyed(shared.loaded, shared.survey)  # its blocks are large: not held for other states
        asking.begin(document)
        bound = self._state.bind(found)
        asked = asking.asked
        asking.begin()
        form = formed(bound, self._state.terms, self._forming.files)
        return form, kept_look(Looked((), {}), asked, shared, self._answers)

    def _put(self, form: Form) -> str:
        encoded = _encode(form)
        name = f"form-{hashlib.sha256(encoded).hexdigest()}"
        self._forming.cache.keep(name, encoded)
        return name

    def _shown(self, name: str) -> Shown | None:
        form = decoded(self._forming.cache.kept(name), Form)
        return form.files if form is not None else None
