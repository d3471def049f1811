"""Slips of words: said twice, of one gender, in American spelling, against the house style."""

import re
from collections.abc import Mapping

from tests.mutation.planting import Shape, here
from tests.mutation.shapes.places import at_the_end, behind_a_word, each_passage

_ONCE = r"(?<=[a-z] )(?!that\b|had\b|is\b|so\b)[a-z]{2,}(?= [a-z])"


_AMERICAN = (
    "authorized organization recognize center enrollment canceled labeled modeling defense behavior favor honor color"
    " summarize minimized finalizes customized fulfill travelers signaling catalog".split()[:-1]
)


def _listed(section: str) -> tuple[str, ...]:
    """The phrases of a table of the sample's own house style that are in small letters."""
    from tests.mutation.sample import house_style

    return tuple(each for each in house_style(section) if each.islower())


_SPELLINGS = (("our", "or"), ("centre", "center"), ("llment", "lment"), ("cences", "censes"), ("elled", "eled"))


_SPELT = {"enrolment": "enrollment", "fulfil": "fulfill", "fulfilment": "fulfillment"}


def _american(word: str) -> str | None:
    if word in _SPELT:
        return _SPELT[word]
    new = next((word.replace(*pair) for pair in _SPELLINGS if pair[0] in word), word)
    return new if new != word else None


SHAPES: Mapping[str, tuple[Shape, ...]] = {
    "doubled-word": (
        Shape(
            "a small word twice",
            each_passage(r"(?<=[a-z] )(?:the|of|to|in|a|and|for|by|shall|it)(?= [a-z])", lambda m, _: f"{m[0]} {m[0]}"),
        ),
        Shape("a longer word twice", each_passage(r"(?<=[a-z] )[a-z]{5,}(?= [a-z])", lambda m, _: f"{m[0]} {m[0]}")),
        Shape(
            "two words twice",
            each_passage(
                r"(?<=[a-z] )(?!to\b|by\b)[a-z]{2,} (?!to\b|by\b)[a-z]{2,}(?= [a-z])",
                lambda m, _: f"{m[0]} {m[0]}" if m[0].split()[0] != m[0].split()[1] else None,
            ),
        ),
        Shape("twice over the end of a line", each_passage(_ONCE, lambda m, _: f"{m[0]}\n{m[0]}")),
    ),
    "and-or": (
        Shape("for and", each_passage(r"(?<=[a-z] )and(?= [a-z])", lambda *_: "and/or")),
        Shape("for or", each_passage(r"(?<=[a-z] )or(?= [a-z])", lambda *_: "and/or")),
        Shape("with spaces", each_passage(r"(?<=[a-z] )or(?= [a-z])", lambda *_: "and / or")),
        Shape("the other way round", each_passage(r"(?<=[a-z] )(?:and|or)(?= [a-z])", lambda *_: "or/and")),
    ),
    "gendered-pronoun": (
        Shape("for its", each_passage(r"(?<=[a-z] )its(?= [a-z])", lambda _, r: r.choice(("his", "her")))),
        Shape("for it", each_passage(r"(?<=[a-z] )it(?= [a-z])", lambda _, r: r.choice(("he", "she", "him")))),
        Shape(
            "for itself and their",
            each_passage(
                r"(?<=[a-z] )(?:itself|their|they|them)(?= [a-z])", lambda _, r: r.choice(("himself", "herself", "his"))
            ),
        ),
        Shape("at the end of a sentence", at_the_end(lambda r: f"by {r.choice(('him', 'her'))}")),
    ),
    "us-spelling": (
        Shape("an American spelling put in", behind_a_word(lambda r: f"({r.choice(_AMERICAN)})")),
        Shape(
            "-ise as -ize",
            each_passage(
                r"\b(?:authori|organi|recogni|utili|minimi|summari|standardi|finali|reali|speciali|initiali|prioriti|synchroni)s(?=e|ed|es|ing|ation|ations)\w+\b",
                lambda m, _: re.sub(r"is(e|i|a)", r"iz\1", m[0]),
            ),
        ),
        Shape(
            "-our as -or, -re as -er",
            each_passage(
                r"\b(?:endeavours?|behaviour|favour|centres?|labour|honour|(?<=the )licences|cancelled|enrolment|fulfil"
                r"|fulfilment|travelled|labelled|modelled)\b",
                lambda m, _: _american(m[0]),
            ),
        ),
        Shape(
            "with a capital",
            at_the_end(
                lambda r: f"as {r.choice(('Authorized', 'Organized', 'Labeled', 'Canceled'))}", here("undefined-term")
            ),
        ),
    ),
    "house-style": (
        Shape("a phrase to write otherwise", behind_a_word(lambda r: f"({r.choice(_listed('instead'))})")),
        Shape("a phrase to avoid", behind_a_word(lambda r: f"({r.choice(_listed('avoid'))})")),
        Shape("at the end of a sentence", at_the_end(lambda r: r.choice(_listed("avoid")))),
        Shape("for about", each_passage(r"(?<=[a-z] )about(?= (?!to\b)[a-z])", lambda *_: "with regard to")),
    ),
}
