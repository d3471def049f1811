"""What is left over from drafting: notes, lost fields, placeholders."""

from collections.abc import Mapping

from tests.mutation.planting import Shape, here
from tests.mutation.shapes.places import at_the_end, behind_a_word, each_passage

SHAPES: Mapping[str, tuple[Shape, ...]] = {
    "drafting-note": (
        Shape(
            "in brackets at the end",
            each_passage(
                r"(?<=[a-z]{3})\.$",
                lambda _, r: (
                    f". [{r.choice(('Drafting note', 'Note to draft', 'DN', 'NTD'))}: check this with the Panel]"
                ),
            ),
        ),
        Shape(
            "in the words",
            behind_a_word(
                lambda r: (
                    f"[{r.choice(('Drafting note: settle', 'DN: which?', 'query whether so', 'delete as applicable'))}]"
                )
            ),
        ),
        Shape(
            "a word to the drafter",
            behind_a_word(lambda r: r.choice(("TODO", "??", "[TODO: say when]")), here("misplaced-space")),
        ),
    ),
    "field-error": (
        Shape(
            "a source not found",
            each_passage(
                r"(?<=[a-z] )Section [A-Z][0-9]+\.[0-9]+(?=[.,;])", lambda *_: "Error! Reference source not found"
            ),
        ),
        Shape("a bookmark not defined", at_the_end(lambda _: "in accordance with Error! Bookmark not defined")),
        Shape("a field as text", behind_a_word(lambda r: f"(see _Ref{r.randint(10**7, 10**8 - 1)})")),
        Shape("a field in braces", behind_a_word(lambda r: f"{{ REF _Ref{r.randint(10**7, 10**8 - 1)} \\\\r }}")),
    ),
    "placeholder": (
        Shape(
            "in the words", behind_a_word(lambda r: r.choice(("[TBC]", "[TBA]", "[tbc]", "[TBD]", "[•]", "[●]", "XXX")))
        ),
        Shape(
            "for a number of days",
            each_passage(
                r"(?<= )(?:[0-9]+|two|three|five|ten|twelve)(?= (?:Working )?[A-Za-z]+s\b)",
                lambda _, r: r.choice(("[•]", "[TBC]", "[ ]", "[…]")),
            ),
        ),
        Shape(
            "for a date",
            at_the_end(lambda r: f"from {r.choice(('DD MMM YYYY', '[insert date]', '[to be confirmed]'))}"),
        ),
        Shape(
            "for a letter of an Appendix",
            each_passage(
                r"(?<=Appendix )[A-Z]{1,2}(?=[.,;]| [a-z])",
                lambda _, r: r.choice(("[TBC]", "[ ]", "XXX")),
                here("dangling-reference"),
            ),
        ),
    ),
}
