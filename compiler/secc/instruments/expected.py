"""What a drafter is told where a sentence cannot be read on: what stands there, and what could."""

from collections.abc import Iterator, Mapping, Set
from difflib import get_close_matches
from types import MappingProxyType

from lark import Token
from msgspec import Struct

from secc.instruments import faults
from secc.instruments.tokens import PLACES, VERBS
from secc.syntax.faults import Fault

_MOST = 6
"""How many continuations are named; of more, only the likeliest kinds are."""
_SHORTEST = 3
"""How long a word is at least, to be taken for another that is misspelt."""
_WHAT = MappingProxyType({"operation": "operation", "when": "time", "scope": "scope"})
_BEGINS = frozenset((*VERBS, "FOR", "IN", "AFTER", "BEFORE", "AT_END"))


class Stopped(Struct, frozen=True):
    """Where a sentence cannot be read on: the token there, None at its end, those around it, and what it may be."""

    start: str
    found: Token | None
    before: Token | None
    after: Token | None
    accepted: frozenset[str]

    def fault(self) -> Fault:
        """What the drafter is told."""
        found, what = self.found, f"this {_WHAT[self.start]}"
        if found is None:
            return Fault(
                f"{what} stops before it has said everything", "ends here", f"go on with {_listed(self.accepted)}"
            )
        if self._is_second_instruction():
            return faults.TWO_INSTRUCTIONS
        if found.type == "OPEN" and self.before is not None and self.before.type in ("LABEL", "PAREN"):
            return faults.TITLE_ECHOED
        if found.type == "BLOCK":
            return faults.TEXT_UNASKED if "$END" in self.accepted else faults.TEXT_IN_SENTENCE
        headline = f'{what} cannot be read from "{_shortened(str(found))}" on'
        meant = _near(str(found), self.accepted)
        if meant:
            return Fault(headline, f"did you mean `{meant}`?", f"write {meant}")
        label = f"after `{_shortened(str(self.before))}`" if self.before is not None else f"{what} begins here"
        return Fault(headline, label, f"write here {_listed(self.accepted)}")

    def _is_second_instruction(self) -> bool:
        """Whether an instruction goes on with another: `… and insert …`, `… and for …`."""
        if self.found is None or "$END" not in self.accepted:
            return False
        joined = self.found.type in ("AND", "ALSO") and self.after is not None
        return self.found.type in VERBS or (joined and self.after is not None and self.after.type in _BEGINS)


def _near(written: str, accepted: Set[str]) -> str:
    """The accepted word that is nearly what is written."""
    if len(written) < _SHORTEST:
        return ""
    words = {word for name in accepted for word in _WORDS.get(name, ())}
    found = get_close_matches(written.lower(), sorted(words), n=1, cutoff=0.7)
    return found[0] if found else ""


def _listed(accepted: Set[str]) -> str:
    """What could stand here, the likeliest first."""
    phrases = list(dict.fromkeys(_phrases(accepted)))[:_MOST]
    if not phrases:
        return "nothing more"
    *most, last = phrases
    if any("," in each for each in phrases):
        return "; ".join([*most, f"or {last}"]) if most else last
    return f"{', '.join(most)} or {last}" if most else last


def _phrases(accepted: Set[str]) -> Iterator[str]:
    if len(accepted & set(VERBS)) > _MOST:
        yield "what is done, such as `designate`, `substitute`, `insert`, `omit`, `commence` or `vary`"
        yield "`in` and a provision"
        return
    if accepted >= {"SECTION", "APPENDIX"}:
        yield "a provision, such as Section H14.31(a)"
    for name, phrase in _EXPECTED.items():
        if name in accepted:
            yield phrase
    for name in sorted(accepted - set(_EXPECTED) - PLACES):
        if name in _WORDS:
            yield f"`{_WORDS[name][0]}`"


def _shortened(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 40 else f"{words[:37].rstrip()} …"


_EXPECTED: Mapping[str, str] = MappingProxyType(
    {
        "QUOTED": 'words in quotation marks, such as "Appendix [TBC]"',
        "BLOCK": "text set out below on lines that begin `  > `",
        "LABEL": "a number, such as H14.31",
        "PAREN": "a paragraph, such as (a)",
        "NAME": "the name of an instrument, such as 2020-09-17-tmad",
        "DATE": "a day, such as 2018-10-01",
        "FREE": "words of your own",
        "DIMENSION": '`region "…"`, `User Role "…"`, `class of device "…"` or `Party "…"`',
        "FORM": "`in the form set out at annexes/…`",
        "OF_NAME": "`of` and the name of an instrument, such as 2020-09-17-tmad",
        "VERSION": "`as version 1.0`",
        "KEEPING": "`keeping the number as [Not used]`",
    }
)
_WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        **{name: (name.lower(),) for name in VERBS},
        "REDESIGNATE": ("re-designate",),
        "OMIT": ("omit", "delete", "remove"),
        "INSERT": ("insert", "add"),
        "EVENT": ("event",),
        "EARLIER": ("the earlier of",),
        "LATER": ("the later of",),
        "NEVER": ("never",),
        "EFFECT": ("the effect of",),
        "PERIOD": ("6 months after",),
        "DIRECTED": ("or such later date as is directed",),
        "IF_DECIDED": ("if decided by",),
        "OTHERWISE": ("otherwise",),
        "AS_IF": ("as if",),
        "FOR_IT": ("for it",),
        "THERE_SUBSTITUTED": ("there were substituted",),
        "THERE_INSERTED": ("there were inserted",),
        "WERE_OMITTED": ("were omitted",),
        "WORDS_FROM": ("the words from",),
        "WHICH": ("in each place it occurs",),
        "AT_END": ("at the end",),
        "AT_BEGINNING": ("at the beginning",),
        "APPROPRIATE": ("at the appropriate place",),
        "TO_END": ("to the end",),
        "SECOND_PART": ("the second part to be",),
        "STATES": ("states the date in",),
        "OCCURS": ("occurs on",),
        "IN": ("in",),
        "OF": ("of",),
        "FOR": ("for",),
        "FROM": ("from",),
        "UNTIL": ("until",),
        "UNDER": ("under",),
        "WITH": ("with",),
        "AS": ("as",),
        "ON": ("on",),
        "AFTER": ("after",),
        "BEFORE": ("before",),
        "INTO": ("to",),
        "TO": ("to",),
        "AND": ("and",),
        "CLOSE": (")",),
        "SECTION": ("Section", "Sections"),
        "APPENDIX": ("Appendix", "Appendices"),
        "SCHEDULE": ("Schedule", "Schedules"),
        "CLAUSE": ("Clause",),
        "PARAGRAPH": ("paragraph",),
        "DEFINITION": ("the definition of",),
        "OPENING": ("the opening words",),
        "CLOSING": ("the closing words",),
        "HEADING": ("the heading",),
        "SUB_HEADING": ("the sub-heading",),
        "ROW": ("the row beginning",),
        "TABLE": ("the table",),
    }
)
