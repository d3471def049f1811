"""The table of docs/checking.md, and the details that one looks at while writing shapes."""

from collections import Counter
from collections.abc import Sequence

from tests.mutation.judging import Outcome


def details(outcomes: Sequence[Outcome]) -> str:
    """A line for each shape, and all that was missed or is false."""
    lines = []
    for rule, shape in dict.fromkeys((each.rule, each.shape) for each in outcomes):
        of = [each for each in outcomes if (each.rule, each.shape) == (rule, shape)]
        found = sum(each.found for each in of)
        others, false = sum(each.others for each in of), sum(len(each.false) for each in of)
        lines.append(f"{rule} | {shape}: {found}/{len(of)} found; {others} others, {false} false")
        lines += [f"    missed at {each.place}: {each.planted}" for each in of if not each.found][:8]
        kinds = Counter(text.partition(" at ")[0] for each in of for text in each.false)
        lines += [f"    false: {kind} {count}" for kind, count in kinds.items()]
        lines += [f"    {each.place} {each.planted}: {text}" for each in of for text in each.false][:6]
    return "\n".join(lines)
