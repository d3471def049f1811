"""What the rules for letters may know of a letter and of the Code; each answer is worked out once."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from re import Match

from secc.check.known import Known
from secc.check.patterns_prose import LEADS, WORD
from secc.check.prose.abbreviations import Introduced, introductions
from secc.check.prose.glossary import glossary
from secc.check.prose.runs import Run, runs
from secc.check.prose.targets import Targets, echoed
from secc.check.rule import Finding
from secc.diagnostics import Related
from secc.expressions import Expression
from secc.reading.letter import Letter, Paragraph, ParagraphKind
from secc.resolve.citation.cited import Reading
from secc.resolve.citation.letter import readings_in_letter
from secc.source import Span

_PROSE = (ParagraphKind.TEXT, ParagraphKind.ROW)


class Reader:
    """A letter seen from the rules, and the Code beside which it is read; None where there is none.

    `changed` are the documents that the change changes which the letter is about, as they are printed; None where it
    is read beside none.
    """

    def __init__(self, letter: Letter, known: Known | None, changed: frozenset[str] | None = None) -> None:
        self.letter = letter
        self.known = known
        self.changed = changed

    @cached_property
    def citations(self) -> tuple[Reading, ...]:
        """Its citations, in order; their offsets are those of the file."""
        code = self.known
        names = {name: document.printed for name, document in code.short_names.items()} if code is not None else {}
        return readings_in_letter(self.letter.source.text, self.letter.layout, names)

    @cached_property
    def echoed(self) -> Sequence[tuple[str, str, Span]]:
        """The headings that its citations echo: what they are said to be of, their words, their place."""
        return [each for reading in self.citations for each in echoed(self.letter.layout.text, reading)]

    @cached_property
    def targets(self) -> Targets:
        """The provisions of the Code that its citations name."""
        return Targets(self.known.code if self.known is not None else None)

    @cached_property
    def prose(self) -> Sequence[Paragraph]:
        """Its paragraphs of sentences, rows of tables included; headings, contents and footnotes are none."""
        return [each for each in self.letter.paragraphs if each.kind in _PROSE and not each.text.isupper()]

    @cached_property
    def worded(self) -> Sequence[Paragraph]:
        """Its prose and its headings, but for those all in capitals."""
        kinds = (*_PROSE, ParagraphKind.HEADING)
        return [each for each in self.letter.paragraphs if each.kind in kinds and not each.text.isupper()]

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The words of its paragraphs that stand there other than in capitals, in small letters."""
        return frozenset(word.lower() for each in self.prose for word in WORD.findall(each.text) if not word.isupper())

    @cached_property
    def introduced(self) -> Sequence[Introduced]:
        """The abbreviations and short names that it introduces, in order, each time that it does."""
        return [found for each in self.letter.paragraphs for found in introductions(each)]

    @cached_property
    def glossary(self) -> Mapping[str, Paragraph]:
        """The headwords of its glossary, without abbreviations in brackets, with their paragraphs."""
        return glossary(self.letter.paragraphs)

    @cached_property
    def own_terms(self) -> frozenset[str]:
        """The terms that it introduces itself: of its glossary, and those behind which an abbreviation stands."""
        return frozenset((*self.glossary, *(each.long for each in self.introduced if each.long)))

    @cached_property
    def terms(self) -> frozenset[str]:
        """Every way of writing a term: its own, the Code's, and the titles of the Code's documents."""
        if self.known is None:
            return self.own_terms
        return self.own_terms | self.known.forms | frozenset(self.known.document_names)

    @cached_property
    def runs(self) -> Sequence[Run]:
        """The runs of capitalised words of its prose, in order."""
        return [run for each in self.prose for run in runs(each)]

    @cached_property
    def frequency(self) -> Counter[str]:
        """How often each run of capitalised words stands in its prose."""
        return Counter(run.text for run in self.runs)

    @cached_property
    def initials(self) -> Mapping[str, str]:
        """Each phrase of two capitalised words and more by its first letters; not what begins as a citation does."""
        phrases = (text for text in self.frequency if " " in text and not LEADS.match(text))
        return {"".join(word[0] for word in text.split(" ")): text for text in phrases}

    def matches(self, pattern: Expression) -> Iterator[tuple[Paragraph, Match[str]]]:
        """Every match of a pattern in its prose."""
        for each in self.prose:
            yield from ((each, found) for found in pattern.finditer(each.text))

    def line(self, place: int) -> int:
        """The line of a place in the file."""
        return self.letter.layout.place(place)[0]

    def found(
        self,
        paragraph: Paragraph,
        stretch: tuple[int, int],
        headline: str,
        *,
        label: str = "",
        helps: tuple[str, ...] = (),
        related: tuple[Related, ...] = (),
    ) -> Finding:
        """A finding on `paragraph.text[stretch[0]:stretch[1]]`."""
        return self.found_at(paragraph.span(*stretch), headline, label=label, helps=helps, related=related)

    def found_at(
        self,
        span: Span,
        headline: str,
        *,
        label: str = "",
        helps: tuple[str, ...] = (),
        related: tuple[Related, ...] = (),
    ) -> Finding:
        """A finding on a stretch of the file."""
        path = self.letter.source.path
        return Finding(path, span, headline, label, self._where(span.start), helps, related)

    def see(self, paragraph: Paragraph, stretch: tuple[int, int], message: str) -> Related:
        """Another place that explains a finding."""
        return Related(self.letter.source.path, paragraph.span(*stretch), message)

    def _where(self, place: int) -> str:
        """The number of the paragraph, annex or chapter of the letter in which a place stands, as it is called."""
        above = bisect_right(self._labelled, place, key=lambda each: each.label_span.start)
        return _called(self._labelled[above - 1]) if above else ""

    @cached_property
    def _labelled(self) -> Sequence[Paragraph]:
        return [each for each in self.letter.paragraphs if each.label and each.kind is not ParagraphKind.CONTENTS]

    def paragraph_at(self, place: int) -> Paragraph | None:
        """The paragraph in which a place of the file stands."""
        above = bisect_right(self.letter.paragraphs, place, key=lambda each: each.places[0])
        return self.letter.paragraphs[above - 1] if above else None


def _called(paragraph: Paragraph) -> str:
    label = paragraph.label
    if paragraph.kind is ParagraphKind.HEADING:
        return label if label[:1].isalpha() else f"section {label}"
    return f"paragraph {label}" if label[:1].isdigit() else label
