"""A capitalised phrase that no definition defines.

## What it finds

Words written as a defined term, with capitals, where no definition of that name reaches: "S1SKM Compliance Policy"
where the term is "S1SPKM Compliance Policy". The message names the defined term nearest to it. Headings, words in
quotation marks, the first word of a sentence and single abbreviations are left alone; so are the names of persons,
places and works that code.toml lists under `names`.

## Why

A phrase with capitals tells the reader that it has a meaning of its own. If it has none, the provision may mean
nothing: a letter of direction once designated a document under a name that no definition had.

## Wrong

```sec
section A: Definitions and Interpretation

# A1 Definitions

A1.1 In this Code:

  define "Compliance Policy" means the policy of that name.

A1.2 The operator shall publish the Compliance Policy and comply with the Compliance Polciy.
```

## Right

```sec
section A: Definitions and Interpretation

# A1 Definitions

A1.1 In this Code:

  define "Compliance Policy" means the policy of that name.

A1.2 The operator shall publish the Compliance Policy and comply with the Compliance Policy.
```

## How to mend it

Write the term as it is defined; or define it; or, if it is no term, write it without capitals. If it is the name of a
person, a place or a work, add it to `names` in code.toml.
"""

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process

from secc.check.phrases import Phrase, in_table, phrases
from secc.check.rule import Finding, Rule, found_in
from secc.diagnostics import Severity
from secc.resolve.model import ResolvedCode, ResolvedDocument, TermUse, Words

_PLAIN = frozenset(
    "Section Sections Clause Clauses Paragraph Paragraphs Schedule Schedules Appendix Appendices Annex Annexes Part"
    " Parts Condition Conditions Table Tables Figure Step Steps Stage Note Row Column Chapter Article Regulation"
    " Regulations Act January February March April May June July August September October November December Monday"
    " Tuesday Wednesday Thursday Friday Saturday Sunday I A".split(" ")
)
_OPENING = frozenset(
    "a after all an and any as at before both but by during each either every for from if in it its neither no not"
    " nothing of on once or other provided save several since some such that the their there these this those to"
    " under unless until upon when where whether which while who with within without".split(" ")
)
_SELF = frozenset(("Agreement", "Code", "Deed", "Document", "Letter"))
_CUTOFF = 87.0


def find(code: ResolvedCode) -> Iterator[Finding]:
    """Every capitalised phrase with words that belong to no defined term in scope."""
    known = _Known(code)
    for document in code.documents:
        for words in document.words:
            for phrase in phrases(words):
                finding = _undefined(document, words, phrase, known)
                if finding is not None:
                    yield finding


class _Known:
    """The terms and names, and the nearest of them to a phrase, each asked for once."""

    def __init__(self, code: ResolvedCode) -> None:
        self._forms = sorted({form for term in code.terms for form in term.forms})
        self._all = frozenset(self._forms)
        self.names = frozenset(code.loaded.settings.names)
        self._near: dict[str, str | None] = {}
        self.ordinary = _OPENING.union(_lower_case_words(code))

    def near(self, text: str) -> str | None:
        """The defined term that a phrase was perhaps to be."""
        if text not in self._near:
            self._near[text] = self._nearest(text)
        return self._near[text]

    def is_form(self, text: str) -> bool:
        """Whether some definition, in scope or not, has this name."""
        return text in self._all

    def _nearest(self, text: str) -> str | None:
        if len(text) < 8 or text in self._all or not any(map(str.islower, text)):
            return None
        cutoff = _CUTOFF if len(text) >= 10 else 90.0
        found = process.extractOne(text, self._forms, scorer=fuzz.ratio, score_cutoff=cutoff)
        return found[0] if found and _digits(found[0]) == _digits(text) else None


def _digits(text: str) -> str:
    """The figures of a phrase: SMETS1 and SMETS2 are near in letters only."""
    return "".join(filter(str.isdigit, text))


def _undefined(document: ResolvedDocument, words: Words, phrase: Phrase, known: _Known) -> Finding | None:
    stretches = _stretches(phrase)
    unbound = [place for place, stretch in enumerate(stretches) if not _in_use(words.uses, stretch)]
    if phrase.opens and unbound and unbound[0] == 0 and _may_open(words, stretches[0], known):
        unbound = unbound[1:]
    unbound = [place for place in unbound if not _named(words, stretches[place], phrase, known)]
    if not unbound:
        return None
    near = _near(words, stretches, unbound, known)
    if near is not None:
        return _finding(document, words, *near)
    unbound = [place for place in unbound if not _plain(words, stretches[place])]
    if phrase.opens and len(stretches) == 1:
        return None
    if not unbound or in_table(words):
        return None
    run = _first_run(unbound)
    return _finding(document, words, (stretches[run[0]][0], stretches[run[-1]][1]), "")


def _lower_case_words(code: ResolvedCode) -> Iterator[str]:
    """The words that the Code writes without a capital somewhere."""
    for document in code.documents:
        for words in document.words:
            yield from filter(str.islower, words.prose.text.split())


def _may_open(words: Words, stretch: tuple[int, int], known: _Known) -> bool:
    """Whether a word may have its capital only because it opens a sentence."""
    return words.prose.text[slice(*stretch)].lower() in known.ordinary


def _stretches(phrase: Phrase) -> list[tuple[int, int]]:
    """Where each capitalised word of a phrase stands."""
    text = phrase.text
    return [(start, start + len(text[start - phrase.start :].split(" ", 1)[0])) for start in phrase.starts]


def _in_use(uses: Sequence[TermUse], stretch: tuple[int, int]) -> bool:
    return any(use.start <= stretch[0] and stretch[1] <= use.end for use in uses)


def _plain(words: Words, stretch: tuple[int, int]) -> bool:
    """Whether a word alone is nothing to ask about: an abbreviation, a code, a symbol, a month, "this Agreement"."""
    text = words.prose.text
    word = text[slice(*stretch)]
    if word in _SELF and text[: stretch[0]].lower().endswith("this "):
        return True
    return word in _PLAIN or not any(letter.islower() for letter in word)


def _named(words: Words, stretch: tuple[int, int], phrase: Phrase, known: _Known) -> bool:
    """Whether a word is part of a name that code.toml lists."""
    text = words.prose.text
    word = text[slice(*stretch)]
    for name in known.names:
        if word in name:
            at = text.find(name, max(0, phrase.start - len(name)), phrase.end + len(name))
            while at >= 0:
                if at <= stretch[0] and stretch[1] <= at + len(name):
                    return True
                at = text.find(name, at + 1, phrase.end + len(name))
    return False


def _near(
    words: Words, stretches: Sequence[tuple[int, int]], unbound: Sequence[int], known: _Known
) -> tuple[tuple[int, int], str] | None:
    """The longest stretch around the first unbound word that is nearly a defined term, and that term."""
    first = unbound[0]
    spans = [(a, b) for a in range(first + 1) for b in range(first, len(stretches))]
    for a, b in sorted(spans, key=lambda span: span[0] - span[1]):
        stretch = (stretches[a][0], stretches[b][1])
        near = known.near(words.prose.text[slice(*stretch)])
        if near is not None:
            return stretch, near
    return None


def _first_run(places: Sequence[int]) -> list[int]:
    run = [places[0]]
    for place in places[1:]:
        if place != run[-1] + 1:
            break
        run.append(place)
    return run


def _finding(document: ResolvedDocument, words: Words, stretch: tuple[int, int], near: str) -> Finding:
    said = words.prose.text[slice(*stretch)]
    helps = ("define it, write it without capitals, or list it under `names` in code.toml if it is a name",)
    return found_in(
        document,
        words,
        stretch,
        f'"{said}" is not a defined term here',
        label="not defined",
        helps=(f'did you mean "{near}"?', *helps) if near else helps,
    )


RULE = Rule("undefined-term", Severity.ERROR, find)
