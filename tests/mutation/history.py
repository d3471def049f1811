"""The sample's history as errors are planted in it: its instruments, and instruments drafted against its text."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from random import Random

from secc.code.model import Clause, Definition
from secc.diagnostics import Diagnostic
from secc.history import Folder
from secc.instruments.folder import instrument_paths
from tests.mutation.sample import SOURCES, Page, Passage, Sample, sample
from tests.mutation.shapes.places import further

TODAY = date(2022, 7, 1)
"""After the last instrument of the sample, and before the last day on which its text changes."""
PLANTED = "2022-07-04-planted"
AGAIN = "2022-07-05-planted"
_WORD = re.compile(r"[a-z]{2,}")
_OPERATION = re.compile(r"^(?P<number>[0-9]+[A-Z]?) (?=[a-zA-Z])", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class TimePlanting:
    """Files in the place of those that there are, or beside them.

    `shown` are the operations, instruments, provisions or files at which the error must show, as findings name them.
    `brings` says of a finding elsewhere, or by another rule, whether the error truly brings it about.
    """

    files: Mapping[str, str]
    shown: tuple[str, ...]
    says: str
    brings: tuple[Callable[[Diagnostic], bool], ...] = ()

    def shown_at(self, found: Diagnostic) -> bool:
        """Whether a finding stands where the error must show."""
        return found.provision in self.shown or found.path in self.shown


@dataclass(frozen=True, slots=True)
class TimeShape:
    """One way of making an error; `plant` gives nothing where what it drew does not suit."""

    name: str
    plant: Callable[["History", Random], TimePlanting | None]


def by_rules(*rules: str) -> Callable[[Diagnostic], bool]:
    """Findings of these rules, wherever."""
    return lambda found: found.rule in rules


def in_planted(*rules: str) -> Callable[[Diagnostic], bool]:
    """Findings of these rules in the instruments that were planted."""
    return lambda found: found.rule in rules and "-planted" in found.path


def about(provision: str, *rules: str) -> Callable[[Diagnostic], bool]:
    """Findings of these rules at a provision, or that name it or what stands in it."""
    named = re.compile(rf"{re.escape(provision)}(?![0-9A-Z])")
    return lambda found: found.rule in rules and named.search(f"{found.provision}: {found.headline}") is not None


def instrument(
    operations: str, name: str = PLANTED, kind: str = "modification", title: str = "A change", dates: str = ""
) -> dict[str, str]:
    """An instrument made on the day of its name that has effect in January 2023, unless `dates` says otherwise."""
    made = dates or f"made: {name[:10]}\nfrom: 2023-01-05"
    return {f"instruments/{name}.sec": f"{kind} {name}: {title}\n{made}\n\n{operations.rstrip()}\n"}


def paragraph(number: int | str, name: str = PLANTED) -> str:
    """An operation as findings name it."""
    return f"paragraph {number} of {name}"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand once in a clause of the main body, and the clause."""

    clause: str
    words: tuple[str, ...]
    text: str

    @property
    def said(self) -> str:
        """The words."""
        return " ".join(self.words)


@dataclass
class History:
    """The text of the sample as it is last, and its instruments by their paths."""

    text: Sample = field(default_factory=sample)

    @cached_property
    def instruments(self) -> Mapping[str, str]:
        """The files of instruments without a folder of their own."""
        tree = Folder(SOURCES)
        paths = (path for path in instrument_paths(tree) if path.count("/") == 1)
        return {path: tree.read(path).decode() for path in paths}

    @cached_property
    def first_text(self) -> str:
        """The Sections as they were first designated."""
        tree = Folder(SOURCES)
        paths = tree.paths("instruments/2013-09-23-first-designation/annexes")
        return "\n".join(tree.read(path).decode() for path in paths if "/section-" in path)

    @cached_property
    def _clauses(self) -> tuple[tuple[Page, Passage], ...]:
        return tuple((page, each) for page in self.text.pages if page.is_section for each in _plain(page))

    def clause(self, random: Random) -> tuple[Page, Passage]:
        """A clause of the main body in which nothing stands."""
        return random.choice(self._clauses)

    def next_clause(self, random: Random) -> tuple[Page, str, str] | None:
        """A sub-section and the number that a clause put in at its end has; None where what was drawn does not suit."""
        page, passage = self.clause(random)
        sub_section = passage.placed.sub_section
        level = next(each for each in page.clauses if any(part.placed == passage.placed for part in each))
        number = further(level[-1].label)
        return (page, sub_section.label, number) if sub_section is not None and number else None

    def phrase(self, random: Random, length: int = 3) -> Phrase:
        """Plain words that stand once in a clause."""
        while True:
            _, passage = self.clause(random)
            words = passage.text.split()
            at = random.randrange(max(1, len(words) - length))
            said = tuple(words[at : at + length])
            once = passage.text.count(" ".join(said)) == 1
            if len(said) == length and once and all(map(_WORD.fullmatch, said)):
                return Phrase(passage.placed.address.printed, said, passage.text)

    def operation(self, random: Random) -> tuple[str, str, str]:
        """A file of instruments, with the number and first line of one of its operations."""
        path = random.choice(sorted(self.instruments))
        text = self.instruments[path]
        found = random.choice(list(_OPERATION.finditer(text)))
        return path, found["number"], text[found.start() : text.find("\n", found.start())]

    @cached_property
    def appendices(self) -> tuple[Page, ...]:
        """The Appendices."""
        return tuple(page for page in self.text.pages if page.document.id.printed.startswith("Appendix"))

    @cached_property
    def definitions(self) -> tuple[tuple[str, str], ...]:
        """The terms of Section A1.1 with one name, and the words of their definitions."""
        page = next(each for each in self.text.pages if each.document.id.printed == "Section A")
        return tuple(
            (block.terms[0].name, block.prose.text)
            for _, block in page.definitions
            if len(block.terms) == 1 and isinstance(block, Definition)
        )


def _plain(page: Page) -> Iterator[Passage]:
    simple = {part.placed.address for part in page.parts if part.simple and not part.vacant}
    for each in page.passages:
        if isinstance(each.placed.block, Clause) and each.placed.address in simple and not each.prose.marks:
            yield each
