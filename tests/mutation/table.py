"""The one table of what is planted: for each rule, its shapes. A new rule needs an entry here, and no more."""

from collections.abc import Mapping

from tests.mutation.planting import Shape
from tests.mutation.shapes import (
    abbreviations,
    dates,
    definitions,
    files,
    formulas,
    language,
    leftovers,
    lists,
    marks,
    numbers,
    ranges,
    references,
    uses,
    words,
    works,
)

TABLE: Mapping[str, tuple[Shape, ...]] = {
    **language.SHAPES,
    **numbers.SHAPES,
    **references.SHAPES,
    **ranges.SHAPES,
    **definitions.SHAPES,
    **uses.SHAPES,
    **abbreviations.SHAPES,
    **formulas.SHAPES,
    **works.SHAPES,
    **dates.SHAPES,
    **lists.SHAPES,
    **words.SHAPES,
    **marks.SHAPES,
    **leftovers.SHAPES,
    **files.SHAPES,
}
