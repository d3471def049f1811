"""All that the site has for programs: the files, and what each page says of those beside it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, cached_property, partial

from secc.render.exports.files import the_code
from secc.render.exports.schemas import SCHEMAS as KINDS
from secc.render.exports.schemas import indented, schema, schema_name
from secc.render.exports.tables import references_csv, terms_csv
from secc.site.any_day import definitions
from secc.site.any_day.around import Around
from secc.site.any_day.day_lists import FOLDER as DAYS
from secc.site.any_day.day_lists import day_url
from secc.site.any_day.making import COMPARE
from secc.site.citing import Citing
from secc.site.for_programs.any_day import files_of_days, pages_of_days
from secc.site.for_programs.atom import NAME as FEED
from secc.site.for_programs.atom import Publisher
from secc.site.for_programs.describing import A_LETTER, FOLDER, OF_ANY_DAY, SCHEMAS, URL, description
from secc.site.for_programs.feed_groups import feed_groups
from secc.site.for_programs.feeds import Feeds, FormerNames
from secc.site.for_programs.heads import Head, Heads, ShownPage
from secc.site.for_programs.legislation import in_force, of_code, of_instrument
from secc.site.for_programs.lists import LISTS
from secc.site.for_programs.pages import PagesForPrograms
from secc.site.for_programs.placing import beside
from secc.site.for_programs.planned import Planned
from secc.site.for_programs.site_map import site_map
from secc.site.for_programs.telling import facts_on
from secc.site.for_programs.terms_in_time import files_of_former_terms
from secc.site.former_terms import FormerTerms, former_terms
from secc.site.full_pages import full_url
from secc.site.in_time.changes import every_change
from secc.site.in_time.register import FOLDER as INSTRUMENTS
from secc.site.in_time.version_places import version_url
from secc.site.kept_files import FileGroup, KeptFiles
from secc.site.made import LateFile, StreamedFile
from secc.site.noted import Computed, Notes, digest_of
from secc.site.patterns_days import OF_A_DAY
from secc.site.published import PublishedFile
from secc.site.search.making import PAGE as SEARCH
from secc.site.sources import SiteSources
from secc.site.terms import FOLDER as TERMS


class ForPrograms:
    """What the site has for programs; `citing` are the provisions that refer to each, `notes` what is asked."""

    def __init__(
        self,
        sources: SiteSources,
        planned: Planned,
        citing: Citing,
        notes: Notes,
        kept: KeptFiles,
    ) -> None:
        self._sources = sources
        self._moment = sources.moment
        self._planned = planned
        self._settings = sources.code.loaded.settings
        self._code = the_code(self._settings)
        self._changed = every_change(sources.moment) if sources.moment is not None else {}
        self._facts = facts_on(sources.moment, citing)
        self._kept = kept
        self._pages = PagesForPrograms(sources, planned, self._facts, self._changed, notes, kept)
        self._shown = dict(self._shown_pages())
        self._instruments = {url: name for name, url in planned.instruments.urls.items()} if planned.instruments else {}

    def files(self, others: Iterable[str] = ()) -> Iterator[StreamedFile]:
        """Every file; the description, which names them all, is the last.

        `others` are pages that have data beside them of which nothing else is known here.
        """
        urls: list[str] = list(OF_ANY_DAY) if self._moment is not None else []
        any_day = self._planned.any_day
        urls += [A_LETTER] if any_day is not None and definitions.are_there(any_day.chronicle) else []
        for each in self._described():
            urls.append(each.url)
            yield each
        urls += (
            beside(url, ending) for url in (*self._days, *self.former_terms, *others) for ending in ("json", "txt")
        )
        version = self._moment.version.number if self._moment is not None and self._moment.version is not None else ""
        yield from self._description(urls, version)

    def of_days(self, around: Around) -> Iterator[StreamedFile]:
        """The files of other days, which are made when they are written, of what is `around` their texts."""
        any_day = self._planned.any_day
        if any_day is not None:
            yield from files_of_days(self._code, any_day.chronicle, any_day.texts, around)
            yield from files_of_former_terms(self._code, any_day.chronicle, self.former_terms)

    @cached_property
    def _days(self) -> Mapping[str, None]:
        """The pages of other days that have data."""
        any_day = self._planned.any_day
        return dict.fromkeys(pages_of_days(any_day.chronicle, any_day.texts)) if any_day is not None else {}

    @cached_property
    def former_terms(self) -> FormerTerms:
        """The names that have a page since they were terms, or are to be, and are none on the day."""
        any_day = self._planned.any_day
        taken = self._terms.union(each.url for each in self._planned.former)
        return former_terms(any_day.chronicle, taken) if any_day is not None else {}

    @cached_property
    def heads(self) -> Heads:
        """What the head of each page says."""
        return Heads(
            title=self._settings.title if self._moment is not None else "",
            address=self._settings.site.address,
            shown=self._shown,
            heads=Computed(None, self._head),
            linked_data=Computed(("", *self._instruments), self._linked_data),
            pages=cache(self._which_pages),
            in_force=Computed(None, lambda address: in_force(self._facts.of(address), self._day)),
            follows_from=self._facts.follows_from,
        )

    def _head(self, url: str) -> Head:
        has_data = (
            url in self._with_data or url.startswith(TERMS) or (OF_A_DAY.search(url) is not None and url in self._days)
        )
        return Head(has_data, self._feed_of(url) if self._moment is not None else "")

    def _which_pages(self) -> bytes:
        """All that the heads of pages follow from: which of them there are, and what has which feed."""
        feeds = [(url, each.feed) for url, each in self._shown.items()]
        return digest_of((feeds, sorted(self._with_data), sorted(self._gone), [*self._days]))

    def _described(self) -> Iterator[StreamedFile]:
        yield from self._pages.files()
        yield PublishedFile(f"{FOLDER}terms.csv", terms_csv(self._sources.code))
        yield PublishedFile(f"{FOLDER}references.csv", references_csv(self._sources.code))
        files = [LateFile(SCHEMAS + schema_name(kind), partial(schema, kind)) for kind in KINDS]
        yield from self._kept.of(FileGroup("schemas", tuple, files))  # they follow from the compiler alone
        if self._moment is not None and self._planned.instruments is not None and self._planned.any_day is not None:
            feeds = Feeds(self._moment, self._planned.instruments, self._changed)
            names = FormerNames(self.former_terms, self._planned.any_day.chronicle.days)
            every = feeds.all(self._planned.documents, self._planned.terms, self._planned.former, names)
            for group in feed_groups(every, self._publisher):
                yield from self._kept.of(group)

    def _description(self, urls: Sequence[str], version: str) -> Iterator[StreamedFile]:
        """The description, which is made anew only where there are other files."""
        code = self._code
        said = (tuple(urls), code.title, code.notice, version)
        file = LateFile(URL, lambda: indented(description(*said)))
        yield from self._kept.of(FileGroup("description", lambda: said, [file]))

    @cached_property
    def _publisher(self) -> Publisher:
        code = self._code
        days = self._moment.timeline.wording_days() if self._moment is not None else ()
        since = days[0] if days else date.min
        return Publisher(code.title, code.short, code.notice, self._settings.site.address, since)

    def _shown_pages(self) -> Iterator[tuple[str, ShownPage]]:
        for first in self._planned.documents:
            feed = first.url + FEED
            yield first.url, ShownPage(first.address, first.title, "", feed)
            for page in first.walk():
                for below in page.below:
                    yield below.url, ShownPage(below.address, below.title, page.url, feed)
        feeds = {first.document.id: first.url + FEED for first in self._planned.documents}
        for each in self._planned.provisions:
            yield each.url, ShownPage(each.address, each.heading, each.page.url, feeds[each.address.document])

    @cached_property
    def _with_data(self) -> frozenset[str]:
        versions = (version_url(entry) for entry in self._moment.log) if self._moment is not None else ()
        former = (each.url for each in self._planned.former)
        whole = (full_url(first) for first in self._planned.documents)
        lists = (TERMS, *((*LISTS, DAYS, COMPARE, SEARCH) if self._moment is not None else ()))
        return frozenset(("", *self._shown, *whole, *self._terms, *self._instruments, *versions, *former, *lists))

    @cached_property
    def _terms(self) -> frozenset[str]:
        return frozenset(each.url for each in self._planned.terms)

    @cached_property
    def _gone(self) -> frozenset[str]:
        """The pages of documents that are gone and keep their feeds."""
        return frozenset(each.url for each in self._planned.former if each.has_feed)

    def _feed_of(self, url: str) -> str:
        if url in self._shown:
            return self._shown[url].feed
        if url in self._gone or (url.startswith(TERMS) and url != TERMS):  # whether it is a term on the day or not
            return url + FEED
        return INSTRUMENTS + FEED if url.startswith(INSTRUMENTS) else ""

    def _linked_data(self, url: str) -> bytes:
        """That of an instrument, and of the Code, for the home page."""
        heads, code = self.heads, self._settings
        if url in self._instruments and self._planned.instruments is not None:
            instrument = self._planned.instruments.instruments[self._instruments[url]]
            return of_instrument(instrument, (*heads.links(url), heads.to(url, "")))
        return of_code(code.title, code.short, self._day, heads.links(url))

    @property
    def _day(self) -> date | None:
        return self._moment.day if self._moment is not None else None

    def site_map(self, urls: Iterable[str], by_hand: Iterable[str]) -> Iterator[StreamedFile]:
        """The map of the site, and robots.txt; `urls` are its pages of today, `by_hand` those written by hand.

        It has the lists of days, too. Not what names another page as the one to be found: former texts, identities.
        """
        any_day = self._planned.any_day
        days = map(day_url, any_day.chronicle.days) if any_day is not None else ()
        return site_map((*urls, *by_hand, *days), self._changed_on, self._settings.site.address)

    def _changed_on(self, url: str) -> date | None:
        """The day since which what stands on a page reads so; of what is no part of a document, None."""
        shown = self._shown.get(url)
        return in_force(self._facts.of(shown.address), self._day).since if shown is not None else None
