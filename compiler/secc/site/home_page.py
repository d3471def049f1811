"""The home page: the documents of the Code, and what has just changed or is about to."""

from collections.abc import Sequence

from secc.ids import DocumentKind
from secc.site.in_time.making import TimePages
from secc.site.made import MadePage, Maker
from secc.site.plan import PlannedPage
from secc.site.views import GroupView, LinkView

_KINDS = {
    DocumentKind.SECTION: ("Sections", "sections"),
    DocumentKind.SCHEDULE: ("Schedules", "schedules"),
    DocumentKind.APPENDIX: ("Appendices", "appendices"),
}


def home_page(documents: Sequence[PlannedPage], maker: Maker, in_time: TimePages | None, pdf: str) -> MadePage:
    """The home page; `pdf` is where the Code is as one PDF, empty where it is not."""
    groups = []
    for kind, (heading, identifier) in _KINDS.items():
        of_kind = [each for each in documents if each.document.id.kind is kind]
        links = tuple(LinkView(each.url, each.document.id.label, each.title) for each in of_kind)
        groups.append(GroupView(heading, identifier, links))
    groups = [group for group in groups if group.links]
    context = {
        "groups": groups,
        "in_time": in_time.home() if in_time is not None else None,
        "as_at": in_time.day if in_time is not None else None,
        "pdf": pdf,
    }
    identifiers = (group.identifier for group in groups)
    return maker.page("", "", f"The {maker.theme.facts.title}, as text.", "home.html", context, identifiers)
