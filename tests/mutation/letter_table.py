"""What is planted for the rules for letters: for each rule, its shapes."""

from tests.mutation.letter_planting import Shapes
from tests.mutation.letter_shapes import days, lists, numbers, references, slips, terms

LETTER_TABLE: Shapes = {
    **references.SHAPES,
    **slips.SHAPES,
    **terms.SHAPES,
    **numbers.SHAPES,
    **lists.SHAPES,
    **days.SHAPES,
}
