"""Writes a code of the size of the real one: Sections, sub-sections, clauses, lists three deep, tables, formulas."""

from random import Random

from bench.redline.phrases import Phrases
from bench.redline.text import Kind, Line, Mint

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWX"
_NEAR_DUPLICATES = 0.08
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")


class Writer:
    """Writes the old text: all Sections or some, their sub-sections whole or smaller. All of it is 320,000 words."""

    def __init__(self, seed: int, scale: float = 1.0, letters: str = LETTERS) -> None:
        self.draw = Random(seed)
        self.mint = Mint()
        self.phrases = Phrases(self.draw, self.mint)
        self._scale = scale
        self._letters = letters

    def code(self) -> list[Line]:
        """The Sections."""
        return [self._section(letter) for letter in self._letters]

    def _section(self, letter: str) -> Line:
        section = self.mint.line(Kind.SECTION, letter, self.phrases.term())
        for number in range(1, self.draw.choice((4, 4, 5, 5)) + 1):
            length = round(self.draw.randint(15, 30) * self._scale)
            section.lines.append(self.group(f"{letter}{number}", length))
        if letter == "A":
            section.lines[0].lines[:1] = [self._definitions()]
        return section

    def group(self, label: str, length: int) -> Line:
        """A sub-section of so many clauses."""
        group = self.mint.line(Kind.GROUP, label, f"{self.phrases.term()} and {self.phrases.term()}")
        for number in range(1, length + 1):
            group.lines.append(self._next_clause(f"{label}.{number}", group.lines))
        return group

    def _next_clause(self, label: str, before: list[Line]) -> Line:
        if not before or self.draw.random() > _NEAR_DUPLICATES or before[-1].kind is not Kind.CLAUSE:
            return self.clause(label)
        clause = self.mint.again(before[-1])
        clause.label = label
        place = self.draw.randrange(1, max(2, len(clause.words) - 3))
        clause.words[place : place + 1] = self.mint.words(self.phrases.term())
        return clause

    def clause(self, label: str) -> Line:
        """A clause, mostly with a list."""
        draw = self.draw
        listed = draw.random() < 0.71
        clause = self.mint.line(Kind.CLAUSE, label, self.phrases.sentence(":" if listed else "."))
        if listed:
            self._list(clause, draw.randint(3, 5), 1)
        if draw.random() < 0.027:
            clause.lines.append(self._table())
        if draw.random() < 0.011:
            clause.lines.append(self._formula())
        return clause

    def _list(self, parent: Line, length: int, depth: int) -> None:
        for place in range(length):
            nested = depth < 3 and self.draw.random() < 0.12
            ending = ":" if nested else "." if place == length - 1 else "; and" if place == length - 2 else ";"
            paragraph = self.mint.line(
                Kind.PARAGRAPH, list_label(place, depth), self.phrases.item(ending.replace(";", "; "))
            )
            parent.lines.append(paragraph)
            if nested:
                self._list(paragraph, self.draw.randint(2, 4), depth + 1)

    def _definitions(self) -> Line:
        clause = self.mint.line(Kind.CLAUSE, "A1.1", "In this Code :")
        for term in sorted(self.phrases.terms)[:400]:
            clause.lines.append(self.mint.line(Kind.DEFINITION, "", self.phrases.meaning(term)))
        return clause

    def _table(self) -> Line:
        table = self.mint.line(Kind.TABLE, "", "")
        heads = [self.phrases.term() for _ in range(self.draw.randint(3, 4))]
        table.rows = [[self.mint.words(head) for head in heads]]
        for _ in range(self.draw.randint(3, 7)):
            table.rows.append([self.mint.words(self._cell()) for _ in heads])
        return table

    def _cell(self) -> str:
        return self.draw.choice((self.phrases.term, self.phrases.amount, self.phrases.reference, self.phrases.phrase))()

    def _formula(self) -> Line:
        letters = self.draw.sample("ABCDEFGHKLMNPQRSTUVWXYZ", 5)
        return self.mint.line(Kind.FORMULA, "", "{} = {} + {} \\times {} - {}".format(*letters))


def list_label(place: int, depth: int) -> str:
    """(a), (i) or (A), by how deep a list stands."""
    if depth == 2:
        return f"({_ROMAN[place]})" if place < len(_ROMAN) else f"({place + 1})"
    letter = chr(ord("a") + place)
    return f"({letter.upper() if depth == 3 else letter})"
