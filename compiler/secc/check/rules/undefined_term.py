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

from secc.check.known import Known
from secc.check.patterns import VACATED
from secc.check.phrases import Phrase, in_table, phrases
from secc.check.rule import DocumentRule, Finding, found_in
from secc.check.terms import out_of_scope
from secc.diagnostics import Severity
from secc.resolve.model import ResolvedDocument, TermUse, Words

_PLAIN = frozenset(
    "Section Sections Clause Clauses Paragraph Paragraphs Schedule Schedules Appendix Appendices Annex Annexes Part"
    " Parts Condition Conditions Table Tables Figure Step Steps Stage Note Row Column Chapter Article Regulation"
    " Regulations Act January February March April May June July August September October November December Monday"
    " Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays"
    " I A Sect Sects Para Paras Cl Cls App Sch Articles Chapters Acts Directive Directives First Second Third Fourth"
    " Fifth Wh GWh MWh TWh MVAr Hz MHz GHz".split(" ")
)
# Plain where they stand alone: "in the English language".
_COUNTRIES = frozenset(
    "England English Wales Welsh Scotland Scottish Ireland Irish Britain British Europe European".split(" ")
)
# Words that open sentences and are part of no term.
_OPENING = frozenset(
    "A After All An And Any As At Before Both But By Each Either Every For From If In It Its Neither No None Nor Not"
    " Nothing Of On Once One Or Other Save Since Some Such That The Their There These This Those To Two Under Unless"
    " Until Upon When Where Whether Which While Who With Within Without".split(" ")
)
_SELF = frozenset(("Agreement", "Code", "Deed", "Document", "Letter"))


def find(known: Known, document: ResolvedDocument) -> Iterator[Finding]:
    """Every capitalised phrase with words that belong to no defined term in scope."""
    for words in document.words:
        for phrase in phrases(words):
            finding = _undefined(document, words, phrase, known)
            if finding is not None and not _miscast(known, words, phrase):
                yield finding


def _undefined(document: ResolvedDocument, words: Words, phrase: Phrase, known: Known) -> Finding | None:
    stretches = _stretches(phrase)
    unbound = [place for place, stretch in enumerate(stretches) if not _in_use(words.uses, stretch)]
    if phrase.opens and unbound and unbound[0] == 0 and _may_open(words, stretches, known):
        unbound = unbound[1:]
    unbound = [place for place in unbound if not _named(words, stretches[place], phrase, known)]
    if unbound and words.out_of_scope:
        elsewhere = tuple(out_of_scope(known, words, phrase))  # another rule's finding
        unbound = [place for place in unbound if not _in_use(elsewhere, stretches[place])]
    if not unbound or _says_vacant(words, phrase):
        return None
    near = _near(words, stretches, unbound, known)
    if near is not None and not (phrase.opens and _begins_with_small(words, *near)):
        return _near_finding(document, words, near, [stretches[place] for place in _first_run(unbound)])
    unbound = [place for place in unbound if not _plain(words, stretches[place])]
    if phrase.opens and len(stretches) == 1:
        return None
    if all(words.prose.text[slice(*stretches[place])] in _COUNTRIES for place in unbound) or in_table(words):
        return None
    run = _first_run(unbound)
    stretch = (stretches[run[0]][0], stretches[run[-1]][1])
    perhaps = known.perhaps_term(words.prose.text[slice(*stretch)])
    return _finding(document, words, stretch, (f'write "{perhaps}" if that is meant',) if perhaps is not None else ())


def _begins_with_small(words: Words, stretch: tuple[int, int], term: str) -> bool:
    """Whether a phrase is a term that is written small, with the capital of its sentence."""
    said = words.prose.text[slice(*stretch)]
    return said[0].lower() + said[1:] == term


def _says_vacant(words: Words, phrase: Phrase) -> bool:
    """Whether it is all that stands in square brackets, and says what has become of a provision: "[Repealed]"."""
    return VACATED.fullmatch(words.prose.text, max(0, phrase.start - 1), phrase.end + 1) is not None


def _miscast(known: Known, words: Words, phrase: Phrase) -> bool:
    """Whether it is a part of a term that only lacks capitals: another rule's finding."""
    return any(each.start < phrase.end and phrase.start < each.end for each in known.casings_in(words))


def _may_open(words: Words, stretches: Sequence[tuple[int, int]], known: Known) -> bool:
    """Whether the first word of a phrase may have its capital only because it opens a sentence."""
    return words.prose.text[slice(*stretches[0])] in _OPENING or _near(words, stretches, [0], known) is None


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
    return word in _PLAIN or word in _OPENING or not any(letter.islower() for letter in word.removesuffix("s"))


def _named(words: Words, stretch: tuple[int, int], phrase: Phrase, known: Known) -> bool:
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
    words: Words, stretches: Sequence[tuple[int, int]], unbound: Sequence[int], known: Known
) -> tuple[tuple[int, int], str] | None:
    """The longest stretch around the first unbound word that is nearly a defined term, and that term."""
    first = unbound[0]
    spans = [(a, b) for a in range(first + 1) for b in range(first, len(stretches))]
    for a, b in sorted(spans, key=lambda span: span[0] - span[1]):
        stretch = (stretches[a][0], stretches[b][1])
        if any(use.start < edge < use.end for use in words.uses for edge in stretch):
            continue  # it would cut a term in two
        near = known.near_term(words.prose.text[slice(*stretch)])
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


def _near_finding(
    document: ResolvedDocument, words: Words, near: tuple[tuple[int, int], str], run: Sequence[tuple[int, int]]
) -> Finding:
    """What is nearly a term, with the other words that stand with it and are none either."""
    stretch, term = near
    others = [each for each in run if each[1] <= stretch[0] or each[0] >= stretch[1]]
    others = [each for each in others if not _plain(words, each)]
    if not others:
        return _finding(document, words, stretch, (f'write "{term}" if that is meant',))
    whole = (min(stretch[0], others[0][0]), max(stretch[1], others[-1][1]))
    part = words.prose.text[slice(*stretch)]
    return _finding(document, words, whole, (f'write "{term}" for "{part}" if that is meant',))


def _finding(document: ResolvedDocument, words: Words, stretch: tuple[int, int], meant: tuple[str, ...]) -> Finding:
    said = words.prose.text[slice(*stretch)]
    helps = ("define it, write it without capitals, or list it under `names` in code.toml if it is a name",)
    return found_in(
        document,
        words,
        stretch,
        f'"{said}" is not a defined term here',
        label="not defined",
        helps=(*meant, *helps),
    )


RULE = DocumentRule("undefined-term", Severity.ERROR, find)
