"""Histories at random: texts that change from day to day, and the instruments that are derived from the changes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from secc.amending.deriving import annex_of, derived
from secc.amending.refusal import Refusal
from secc.amending.replacing import AnnexReader
from secc.amending.traced import Strand, traced
from secc.amending.version import DocumentVersion, identified, read
from secc.code.load import NoCache
from secc.code.walk import placed
from secc.ids import DocumentId, DocumentKind
from secc.instruments.model import Dates, Designate, Instrument, InstrumentKind, Operation, Wording
from secc.instruments.when import On, OperationRef
from secc.source import Span
from secc.timeline.inheriting import inheriting
from secc.timeline.replay import Sources
from secc.timeline.timeline import Timeline

FIRST = date(2013, 9, 23)
_WORDS = (
    "DCC User Party Panel shall may must not provide notify test Device System notice within days of the a each".split()
)
_CACHE = NoCache()
_NOBODY = OperationRef("nobody", "1")


@dataclass
class Clause:
    """A clause as drafted: its number, its sentence, its paragraphs."""

    number: str
    sentence: str
    paragraphs: list[str] = field(default_factory=list)

    @property
    def source(self) -> str:
        """As it is written."""
        if not self.paragraphs:
            return f"{self.number} {self.sentence}."
        letters = "abcdefghijklmnop"
        lines = [f"  ({letters[place]}) {words};" for place, words in enumerate(self.paragraphs)]
        return "\n".join([f"{self.number} {self.sentence}:", *lines])


class Drafter:
    """Drafts a Section and changes it; the same seed, the same texts."""

    def __init__(self, seed: int, letter: str = "H") -> None:
        self.draw = Random(seed)
        self.letter = letter
        self.clauses = [Clause(f"{letter}1.{number}", self._sentence()) for number in range(1, 6)]
        for each in self.clauses[::2]:
            each.paragraphs = [self._sentence() for _ in range(3)]

    @property
    def text(self) -> str:
        """The Section as it stands."""
        body = "\n\n".join(clause.source for clause in self.clauses)
        return f"section {self.letter}: A Section\n\n# {self.letter}1 Duties\n\n{body}\n"

    def change(self) -> None:
        """One change, of any kind."""
        self.draw.choice([self._words, self._insert, self._omit, self._rewrite, self._paragraph])()

    def change_words(self) -> None:
        """Other words in a sentence or a paragraph, and nothing else."""
        clause = self._any()
        if clause.paragraphs and self.draw.randrange(2):
            place = self.draw.randrange(len(clause.paragraphs))
            clause.paragraphs[place] = self.other_words(clause.paragraphs[place])
        else:
            clause.sentence = self.other_words(clause.sentence)

    def _sentence(self) -> str:
        words = self.draw.choices(_WORDS, k=self.draw.randint(5, 14))
        return f"The {' '.join(words)}"

    def _any(self) -> Clause:
        return self.draw.choice(self.clauses)

    def _words(self) -> None:
        clause = self._any()
        clause.sentence = self.other_words(clause.sentence)

    def other_words(self, said: str) -> str:
        """The same with one other word."""
        words = said.split()
        words[self.draw.randrange(1, len(words))] = f"changed{self.draw.randrange(1000)}"
        return " ".join(words)

    def _insert(self) -> None:
        place = self.draw.randrange(len(self.clauses))
        before = self.clauses[place].number
        if not before[-1].isdigit() or any(each.number == f"{before}A" for each in self.clauses):
            return self._words()
        self.clauses.insert(place + 1, Clause(f"{before}A", self._sentence()))
        return None

    def _omit(self) -> None:
        if len(self.clauses) > 2:
            self.clauses.remove(self._any())

    def _rewrite(self) -> None:
        clause = self._any()
        clause.sentence, clause.paragraphs = self._sentence(), [self._sentence() for _ in range(self.draw.randrange(4))]

    def _paragraph(self) -> None:
        clause = self._any()
        clause.paragraphs.insert(self.draw.randint(0, len(clause.paragraphs)), self._sentence())


@dataclass
class History:
    """What was drafted: the text from each day on, and the instruments that bring it about, with their annexes."""

    texts: list[tuple[date, str]]
    instruments: list[Instrument]
    annexes: dict[tuple[str, str], str]

    def timeline(self, instruments: Sequence[Instrument] | None = None) -> Timeline:
        """The timeline of all, or of some, of the instruments."""
        return Timeline(instruments if instruments is not None else self.instruments, (), self.sources)

    @property
    def sources(self) -> Sources:
        """What replay reads."""
        return Sources(_reader(self.annexes), _CACHE, inheriting(lambda _: None))


def history(seed: int, changes: int, change: Callable[[Drafter], None] = Drafter.change, most: int = 3) -> History:
    """A history of one Section: its designation and instruments, each on a day of its own, with 1 to `most` changes."""
    drafter = Drafter(seed)
    texts = [(FIRST, drafter.text)]
    annexes: dict[tuple[str, str], str] = {}
    instruments = [_instrument(FIRST, (), _version(drafter.text), annexes, drafter.draw)]
    for number in range(1, changes + 1):
        before = _version(drafter.text)
        for _ in range(drafter.draw.randint(1, most)):
            change(drafter)
        after, day = _version(drafter.text), FIRST + timedelta(days=30 * number)
        operations = derived({before.id: before}, {after.id: after})
        if operations:
            texts.append((day, drafter.text))
            instruments.append(_instrument(day, operations, after, annexes, drafter.draw))
    return History(texts, instruments, annexes)


def section(letter: str = "H") -> DocumentId:
    """The Section that is drafted."""
    return DocumentId(DocumentKind.SECTION, letter)


def _version(text: str) -> DocumentVersion:
    loaded = read(text, section(), _CACHE)
    return DocumentVersion(
        section(), "1.0", traced([Strand(text, _NOBODY)]), identified(placed(loaded.document), {}, set()), loaded
    )


def _instrument(
    day: date, actions: Sequence[Wording], after: DocumentVersion, annexes: dict[tuple[str, str], str], draw: Random
) -> Instrument:
    name = f"{day}-change" if actions else f"{day}-first"
    annexes[name, annex_of(after.id)] = after.text
    wanted = actions or (Designate(after.id, "1.0", annex_of(after.id)),)
    return Instrument(
        kind=InstrumentKind.DIRECTION,
        name=name,
        title="A change",
        dates=Dates(made=day, recorded=day + timedelta(days=draw.randrange(60))),
        starts=On(day),
        operations=tuple(
            Operation(number=str(number), action=action, span=Span(0, 0)) for number, action in enumerate(wanted, 1)
        ),
    )


def _reader(annexes: dict[tuple[str, str], str]) -> AnnexReader:
    def annex(name: str, path: str) -> str:
        if (name, path) not in annexes:
            raise Refusal(f"there is no annex {path} of {name}", "put it there")
        return annexes[name, path]

    return annex
