"""Sentences that read like a code: few phrases, defined terms by Zipf's law, references."""

from itertools import accumulate
from random import Random

from bench.redline.text import Mint, Word

_FIRST = (
    "Annual Central Common Data Device Elective Final Gas Interim Joint Local Meter Network Operating Party".split()
)
_SECOND = "Access Anomaly Charging Communications Credential Enrolment Gateway Incident Key Message Order".split()
_THIRD = "Document Function Interface List Notice Register Report Request Response Schedule Service System".split()
_WHO = ("The DCC", "Each User", "Each Supplier", "The Panel", "Each Network Party", "A Party", "The Code Administrator")
_DUTY = (
    "provide publish maintain send review correct withdraw confirm submit retain notify monitor establish test".split()
)
_WHEN = (
    "without delay", "within five Working Days", "in each month", "as soon as is reasonably practicable",
    "at all times", "on request", "in each Regulatory Year", "by means of the User Interface",
    "in a form that the Panel approves",
)  # fmt: skip
_WHY = (
    "for which it is responsible in accordance with", "in accordance with", "subject to", "for the purposes of",
    "without prejudice to", "as further described in", "to the extent required by", "save as provided in",
)  # fmt: skip
_OPENING = ("any", "each", "the relevant", "all such", "the first", "every other", "the", "a", "that", "its")
_STEMS = (
    "account act adjust affect align allocat alter annot apport approv arrang assess assign assur attach audit "
    "award balanc bill bind bound bridg calculat cancel cease certif challeng charg circulat claim classif clear "
    "collat collect commenc compar compensat complet comput concern conclud condition conduct configur confin "
    "connect consent consider constrain consult contain contest contract contribut control convert convey "
    "coordinat correct correlat credit custom debit deduct default defin delay delegat deliver demand depart "
    "deposit deriv design detail detect determin develop deviat direct disclos dispatch display dispos disput "
    "distribut divert document donat draft drain earn elect embed employ encrypt endors enforc engag enlarg "
    "entitl equip estimat evidenc examin exceed exchang execut exempt exhaust expand expect expend exploit export "
    "extend extract facilitat fault filter financ forecast forward fulfil function generat govern grant group "
    "guarantee handl harmon hinder identif implement import improv indemnif indicat infer inform inherit initiat "
    "inspect install instruct insur integrat intend interfer interpret interrupt invest invit issu"
).split()
_ENDS = ("ing", "ed", "able", "ation", "ment", "or", "s", "ive")
_JOINTS = (
    "and shall ensure that", "provided that", "so that", "and where it does so", "except to the extent that",
    "but only if", "unless", "in which case", "whether or not", "notwithstanding that", "until", "after which",
    "because of which",
)  # fmt: skip
_LINKS = "of to for by from under with between against before after during upon through within".split()


class Phrases:
    """Draws sentences. The same generator, the same sentences."""

    def __init__(self, draw: Random, mint: Mint) -> None:
        self.draw = draw
        self._mint = mint
        names = [f"{a} {b} {c}" for a in _FIRST for b in _SECOND for c in _THIRD]
        self.terms = draw.sample(names, 420)
        self._words = [stem + end for stem in _STEMS for end in _ENDS]
        draw.shuffle(self._words)
        self._often = list(accumulate(1 / (place + 12) for place in range(len(self._words))))
        self._weights = list(accumulate(1 / (place + 1) for place in range(len(self.terms))))

    def term(self) -> str:
        """A defined term, the common ones often."""
        return self.draw.choices(self.terms, cum_weights=self._weights)[0]

    def reference(self) -> str:
        """A reference to some provision."""
        draw = self.draw
        letters = f"({draw.choice('abcde')})" if draw.random() < 0.5 else ""
        roman = f"({draw.choice(('i', 'ii', 'iii'))})" if letters and draw.random() < 0.3 else ""
        number = f"{draw.choice('ABCDEFGHIJKLMNOPQRSTUVWX')}{draw.randint(1, 5)}.{draw.randint(1, 30)}"
        return f"Section {number}{letters}{roman}"

    def amount(self) -> str:
        """A number with what it counts."""
        return f"{self.draw.choice((2, 3, 5, 10, 15, 20, 28, 30, 60, 90))} Working Days"

    def _said(self) -> str:
        """Two to seven words of no special kind."""
        draw = self.draw
        found = draw.choices(self._words, cum_weights=self._often, k=draw.randint(2, 5))
        if draw.random() < 0.6:
            found.insert(draw.randrange(len(found)), draw.choice(_LINKS))
        return " ".join(found)

    def phrase(self) -> str:
        """A part of a sentence, without a stop."""
        draw = self.draw
        parts = [draw.choice(_OPENING), self.term() if draw.random() < 0.6 else self._said()]
        if draw.random() < 0.7:
            parts += [draw.choice(_LINKS), self._said()]
        if draw.random() < 0.3:
            parts += [draw.choice(_WHY), self.reference()]
        if draw.random() < 0.2:
            parts += ["within", self.amount(), "of", self._said()]
        return " ".join(parts)

    def sentence(self, ending: str) -> str:
        """A duty, with what it depends on."""
        draw = self.draw
        parts = [draw.choice(_WHO), "shall", draw.choice(_DUTY), self.phrase()]
        if draw.random() < 0.3:
            parts.append(draw.choice(_WHEN))
        return self._joined(parts, ending)

    def item(self, ending: str) -> str:
        """What stands in a list."""
        return self._joined([self.phrase()], ending)

    def _joined(self, parts: list[str], ending: str) -> str:
        for _ in range(self.draw.choice((0, 1, 1))):
            parts += [",", self.draw.choice(_JOINTS), self.phrase()]
        return " ".join(parts) + f" {ending}"

    def meaning(self, term: str) -> str:
        """A definition."""
        return f'" {term} " means {self.item(".")}'

    def words(self, text: str) -> list[Word]:
        """New words."""
        return self._mint.words(text)
