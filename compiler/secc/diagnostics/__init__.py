"""What a finding is: a rule's name, a headline, a place in a file, and what the drafter can do about it."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from msgspec import Struct, structs

from secc.source import Span

Days = tuple[tuple[date, date | None], ...]
Key = tuple[str, str, str]


class Severity(StrEnum):
    """How much a finding matters: an error is wrong in the text, a warning deserves a look."""

    ERROR = "error"
    WARNING = "warning"


class Related(Struct, frozen=True):
    """Another place that explains a finding, e.g. where the number stands for the first time."""

    path: str
    span: Span
    message: str


class Safety(StrEnum):
    """How far a fix may be trusted: a safe one changes marks and spaces alone, an unsafe one words too."""

    SAFE = "safe"
    UNSAFE = "unsafe"


class Edit(Struct, frozen=True):
    """`text` in place of a stretch of the file."""

    span: Span
    text: str


class Fix(Struct, frozen=True):
    """What mends a finding: edits of its file, of which no two touch. `says` begins with a verb."""

    says: str
    edits: tuple[Edit, ...]
    safety: Safety


class Diagnostic(Struct, frozen=True):
    """One finding.

    `headline` makes sense alone: lower case, no full stop. `label` stands under the marked words and may be empty.
    `provision` is the printed address of the provision in which the place stands, empty where there is none.
    Each of `helps` begins with a verb and is something the drafter can do now; `fix` is what a program can do. `days`
    are the first and last days, in order, on which it holds of the Code (None: it goes on); empty where it holds of a
    file, on whatever day.
    """

    rule: str
    severity: Severity
    headline: str
    path: str
    span: Span
    label: str = ""
    provision: str = ""
    helps: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    days: Days = ()

    @property
    def key(self) -> Key:
        """What says that findings in two texts are one: rule, provision, headline; of several alike, their order."""
        return (self.rule, self.provision, self.headline)

    def is_past(self, today: date) -> bool:
        """Whether it holds on no day from today on."""
        last = self.days[-1][1] if self.days else None
        return last is not None and last < today

    def moved(self, paths: Mapping[str, str]) -> "Diagnostic":
        """The same at other paths, where there is another for that of a place."""
        related = tuple(structs.replace(each, path=paths.get(each.path, each.path)) for each in self.related)
        return structs.replace(self, path=paths.get(self.path, self.path), related=related)


def in_order(diagnostics: "tuple[Diagnostic, ...] | list[Diagnostic]") -> tuple[Diagnostic, ...]:
    """Each finding once, sorted by file, place, rule and headline."""
    unique: dict[tuple[str, int, int, str, str], Diagnostic] = {}
    for found in diagnostics:
        unique.setdefault((found.path, found.span.start, found.span.end, found.rule, found.headline), found)
    return tuple(found for _, found in sorted(unique.items(), key=lambda pair: pair[0]))


class CannotProceed(Exception):  # noqa: N818  # a sentence, not an error in the program
    """What was asked cannot be done at all, such as with a missing file; the message is one clear line."""
