"""What a file says of the text that it sets, and where its pictures come from: the same in Word and in PDF."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from msgspec import Struct, field

from secc.document.model import DisplayDocument
from secc.ids import Address, DocumentId
from secc.render.plain import short_name, titled
from secc.render.redline_said import NO_EFFECT

Pictures = Callable[[str], bytes | None]
"""Finds the file of a picture by its path; None where there is none."""
ABOUT_EFFECT = f"What is said in small italics of the effect of a provision is not part of the text, and {NO_EFFECT}."


class Imprint(Struct, frozen=True, kw_only=True):
    """What a text is, to be said on every page.

    `code` is the title of the Code. `said` completes "the text": `as at 8 November 2016`, `of version 27.0`. `day` is
    the day that the file bears, where the text has one. `digest` is that of all documents together; `versions` are
    those that an administrator gave. `effect` is a line for each provision, or document, of whose effect something
    is to be said. `notice` is what readers are to be told of its standing, once in a file; it may be empty.
    """

    code: str
    said: str
    day: date | None
    digest: str
    versions: Mapping[DocumentId, str]
    effect: Mapping[Address, str] = field(default_factory=dict)
    notice: str = ""

    @property
    def text(self) -> str:
        """`The text as at 8 November 2016`."""
        return f"The text {self.said}"

    def edition(self, document: DisplayDocument) -> str:
        """A document's version, where it has one, and its digest."""
        version = self.versions.get(document.id, "")
        return ", ".join(filter(None, (version and f"version {version}", document.digest)))

    @property
    def notices(self) -> tuple[str, ...]:
        """The notice, where there is one."""
        return (self.notice,) if self.notice else ()

    def effect_of(self, document: DisplayDocument) -> Iterator[str]:
        """What is said of its effect below its title, and of the lines that stand in it, where any do."""
        own = self.effect.get(Address(document.id))
        if own is not None:
            yield own
        if any(each.path and each.document == document.id for each in self.effect):
            yield ABOUT_EFFECT


def named(document: DisplayDocument) -> str:
    """`Appendix AL: SMETS1 Transition and Migration Approach Document (TMAD)`."""
    return f"{document.id.printed}: {titled(document.title)}{known_as(document)}"


def known_as(document: DisplayDocument) -> str:
    """Its short name, as `short_name` has it."""
    return short_name(titled(document.title), document.known_as)
