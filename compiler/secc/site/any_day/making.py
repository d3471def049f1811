"""The pages and files of any day: history packs, a page for each text, lists of days, and the page that shows any day.

What is many is made when it is written: `streamed` gives pages one by one, and none is held. While the Code is being
written, the texts of all days are worked out when everything else is shown already.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, partial

from secc.code.load import LoadedCode
from secc.site.any_day.around import Around
from secc.site.any_day.beside import what_is_beside
from secc.site.any_day.chronicle import chronicle
from secc.site.any_day.dated_pages import DatedPages
from secc.site.any_day.day_lists import FOLDER, DayLists, day_url, period_views, period_words
from secc.site.any_day.known_lists import KNOWN_LISTS, known_lists
from secc.site.any_day.laying import layer_views
from secc.site.any_day.manifest import MANIFEST, manifest
from secc.site.any_day.model import Chronicle
from secc.site.any_day.own_texts import Together, own_texts
from secc.site.any_day.packing import PACKS, definitions, packs
from secc.site.any_day.places import places
from secc.site.any_day.scoping import scope_views
from secc.site.any_day.texts import Text, Texts, texts
from secc.site.any_day.told import Told
from secc.site.any_day.versions_then import VersionThen, version_on, versions_then
from secc.site.any_day.views import LayerView, ScopeView
from secc.site.any_day.ways import ways
from secc.site.in_time.marking import Marked
from secc.site.in_time.moment import Moment
from secc.site.in_time.register import Register
from secc.site.kept_files import FileGroup, KeptFiles
from secc.site.made import LateFile, MadePage, Maker
from secc.site.not_yet import NotYet
from secc.site.noted import Computed, Notes
from secc.site.published import PublishedFile
from secc.timeline.dates import printed_day

COMPARE = "compare/"


class AnyDay:
    """Everything on the site that is of any day. `last` is of the same Code before its instruments were edited.

    Until the texts of all days are worked out, whatever follows from them raises `NotYet`.
    """

    def __init__(self, moment: Moment, on_disk: LoadedCode, register: Register, last: "AnyDay | None" = None) -> None:
        self._moment = moment
        self._on_disk = on_disk
        self._register = register
        self._last: Chronicle | None = last._last if last is not None else None
        self.is_whole = False

    def work_out(self, between: Callable[[], object] = lambda: None) -> None:
        """Work out the texts of all days; `between` is called every now and then. Raises `CannotProceed`."""
        if not self.is_whole:
            self._last = chronicle(self._moment, self._on_disk, self._last, between)
            self.is_whole = True

    @property
    def chronicle(self) -> Chronicle:
        """Every text that each document ever had."""
        if self._last is None or not self.is_whole:
            raise NotYet
        return self._last

    @cached_property
    def texts(self) -> Texts:
        """The texts of every page."""
        return texts(self.chronicle, self._moment.cache)

    @cached_property
    def versions(self) -> tuple[VersionThen, ...]:
        """The last consolidated version by each day."""
        return versions_then(self.chronicle, self._moment.log)

    def ahead_of(self, url: str) -> tuple[LayerView, ...]:
        """What can be laid over a page of the site's day."""
        return self._over.get(url, ())

    @cached_property
    def _over(self) -> Mapping[str, tuple[LayerView, ...]]:
        return layer_views(self.chronicle, self._moment.day)

    def read_for(self, url: str) -> tuple[ScopeView, ...]:
        """Those for whom a page of the site's day reads otherwise than for everybody."""
        return self._for_some.get(url, ())

    @cached_property
    def _for_some(self) -> Mapping[str, tuple[ScopeView, ...]]:
        return scope_views(self.chronicle, self._moment.day)

    def files(self) -> Iterator[PublishedFile]:
        """The packs, and what points to them; the pictures that any text shows."""
        told = Told(self._moment, self._register)
        found = {name: packs(each, told) for name, each in self.chronicle.recalled.documents.items()}
        names = {}
        for document, each in found.items():
            names[document] = f"{PACKS}{document}.{hashlib.sha256(each.whole).hexdigest()[:12]}.json"
            yield PublishedFile(names[document], each.whole)
        yield from (PublishedFile(url, contents) for url, contents in definitions(found.values()))
        yield PublishedFile(MANIFEST, manifest(self.chronicle, self._moment, names, self.versions))
        yield PublishedFile(KNOWN_LISTS, known_lists(self.chronicle, told))
        yield from self.chronicle.files

    def around(self, maker: Maker, register: Register, marked: Marked, notes: Notes, kept: KeptFiles) -> Around:
        """What the texts of other days, and their data, are made of; `register` and `marked` note what is asked."""
        leading = ways(places(self.chronicle, self.texts, self._moment.cache), notes)
        together = tuple(each for document in self.chronicle.documents for each in own_texts(document, self.texts))
        return Around(
            together,
            leading,
            what_is_beside(self._moment, register, marked, leading.links, notes),
            notes.of("versions on days", Computed(None, partial(version_on, self.versions)), date),
            maker,
            kept,
        )

    def streamed(self, maker: Maker, around: Around) -> Sequence[LateFile]:
        """A page for each text, and a list of pages for each day on which anything changes."""
        found = [each for texts in around.texts for each in _dated_pages(texts, around)]
        lists, ends = DayLists(self.chronicle, self.texts, maker.theme), [*self.chronicle.days[1:], None]
        for day, end in zip(self.chronicle.days, ends, strict=True):
            found.append(LateFile(f"{day_url(day)}index.html", partial(self._day, lists, day, end, maker)))
        return found

    def pages(self, maker: Maker) -> Iterator[MadePage]:
        """The page that shows any day, and lists the days; and the one that compares two."""
        title = "The Code on any day"
        yield maker.late(FOLDER, title, partial(self._days, title, maker))
        title = "Compare two days"
        yield maker.late(COMPARE, title, partial(self._compare, title, maker))

    def _days(self, title: str, maker: Maker) -> MadePage:
        context: dict[str, object] = {"periods": tuple(period_views(self.chronicle, "/")), "base": "/", "dated": True}
        description = f"The {maker.theme.facts.title} as it was, is or will be on any day."
        return maker.page(FOLDER, title, description, "as-at.html", {**context, "change": None})

    def _compare(self, title: str, maker: Maker) -> MadePage:
        documents = tuple((str(each.id), each.id.printed) for each in self.chronicle.documents)
        context = {"documents": documents, "change": None}
        description = f"Two texts of the {maker.theme.facts.title}, of any two days, compared word by word."
        return maker.page(COMPARE, title, description, "compare.html", context)

    def _day(self, lists: DayLists, day: date, end: date | None, maker: Maker) -> bytes:
        words = period_words(day, end)
        context: dict[str, object] = {
            "documents": lists.documents_on(day),
            "words": words,
            "version": version_on(self.versions, day).html(day_url(day)),
            "day": day.isoformat(),
            "dated": True,
            "change": None,
        }
        title = f"The Code on {printed_day(day)}"
        description = f"Every page of the {maker.theme.facts.title} as it was on {printed_day(day)}."
        return maker.page(day_url(day), title, description, "on-day.html", context).contents


def _dated_pages(texts: Together, around: Around) -> Iterator[LateFile]:
    """The pages of texts that are kept together."""
    dated = DatedPages(around.ways, around.beside, around.versions)
    files = [LateFile(f"{each.url}index.html", partial(_dated, dated, each, around.maker)) for each in texts.texts]
    return around.kept.of(FileGroup(f"texts {texts.name}", lambda: texts.own, files))


def _dated(dated: DatedPages, text: Text, maker: Maker) -> bytes:
    view = dated.view(text)
    title = f"{view.title}, {view.from_words}"
    description = f"{text.document.id.printed} of the {maker.theme.facts.title}: {view.name} from {view.from_words}."
    context: dict[str, object] = {"page": view, "dated": True, "change": None}
    return maker.page(text.url, title, description, "dated.html", context).contents
