"""The one table of what is planted: for each rule, its shapes. A new rule needs an entry here, and no more."""

from collections.abc import Mapping

from tests.mutation.planting import Shape
from tests.mutation.shapes import definitions, drafting, language, numbers, references, works

TABLE: Mapping[str, tuple[Shape, ...]] = {
    **numbers.SHAPES,
    **drafting.SHAPES,
    **references.SHAPES,
    **definitions.SHAPES,
    **works.SHAPES,
    **language.SHAPES,
}
