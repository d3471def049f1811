"""What can be wrong with ranges, and with the numbers that provisions are to have."""

from secc.syntax.faults import Fault

UNEQUAL_RANGES = Fault(
    "one provision cannot become several, nor several one",
    "a range and a single number",
    "write both as ranges or both as one, as in: renumber Sections H14.5 to H14.9 as H14.6 to H14.10",
)
UNLIKE_ENDS = Fault(
    "a range runs between two provisions that stand beside each other",
    "the last does not stand beside the first",
    "name two of one kind in one place, as in: Sections H14.5 to H14.9; Section H14.31(a) to (c)",
)
UNLIKE_NUMBER = Fault(
    "a provision stays what it is when it gets another number",
    "the number of another kind of provision",
    "write a number of its own kind, as in: renumber Section H14.5 as H14.6; renumber Section H14.31(b) as (d)",
)
