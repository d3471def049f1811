"""What the website is made of: the Code as it is on a day, the files beside it, and what is known of time."""

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from secc.code.load import DocumentCache, load, load_settings
from secc.diagnostics import CannotProceed
from secc.history import SourceTree
from secc.resolve.model import ResolvedCode
from secc.site.binding import bound_code
from secc.site.in_time.moment import Moment, moment
from secc.timeline.dates import printed_day
from secc.timeline.states import code_of

if TYPE_CHECKING:
    from secc.site.any_day.making import AnyDay


class SiteSources(Struct, frozen=True):
    """A state of the Code, bound. `tree` is where its figures and attachments are.

    `moment` is None where there are no instruments; with `is_draft`, the text is that of the files all the same.
    With `with_pdf`, each document goes out as a PDF too, with `with_code_pdf` the whole Code as one. `any_day` is every
    text that there ever was, where that is worked out already, or is to be. `cache` keeps pages between builds: the one
    of the moment, where it is None.
    """

    code: ResolvedCode
    tree: SourceTree
    moment: Moment | None = None
    is_draft: bool = False
    with_pdf: bool = False
    with_code_pdf: bool = False
    any_day: "AnyDay | None" = None
    cache: DocumentCache | None = None


def open_sources(
    tree: SourceTree, cache: DocumentCache, as_at: date | None = None, *, prefix: str = "", is_draft: bool = False
) -> SiteSources:
    """The Code as it has effect on its day; with `is_draft`, and where there are no instruments, as its files hold it.

    `prefix` goes before the paths by which readings of files are kept.
    Raises `CannotProceed` where the Code cannot be read, or nothing is known of the day.
    """
    alone = load_settings(tree)
    site = alone.settings.site
    there = moment(tree, cache, alone.settings, as_at)
    if there is None or is_draft:
        code = bound_code(load(tree, cache, prefix), cache)
        return SiteSources(code, tree, there, is_draft and there is not None, site.pdf, site.code_pdf, cache=cache)
    if not there.effective.documents:
        raise CannotProceed(f"there was no document of the Code on {printed_day(there.day)}")
    code = bound_code(code_of(there.effective, alone), cache)
    return SiteSources(code, tree, there, with_pdf=site.pdf, with_code_pdf=site.code_pdf, cache=cache)
