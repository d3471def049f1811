"""What is planted for the rules in time: for each rule, its shapes."""

from collections.abc import Mapping

from tests.mutation.history import TimeShape
from tests.mutation.time_shapes import days, orders, texts

TIME_TABLE: Mapping[str, tuple[TimeShape, ...]] = {
    **orders.SHAPES,
    **days.SHAPES,
    **texts.SHAPES,
}
