"""`abbreviation-clash` in a letter: an abbreviation with two expansions, or introduced more than once."""

from collections.abc import Iterator

from secc.check.prose.abbreviations import Introduced
from secc.check.prose.reader import Reader
from secc.check.prose.rule import as_in_the_code
from secc.check.rule import Finding
from secc.check.rules import abbreviation_clash


def find(reader: Reader) -> Iterator[Finding]:
    """Every expansion that differs from the one given first."""
    first: dict[str, Introduced] = {}
    told: set[tuple[str, str]] = set()
    for each in reader.introduced:
        if not each.long:
            continue
        before = first.setdefault(each.short, each)
        if before.long.casefold() != each.long.casefold() and (each.short, each.long) not in told:
            told.add((each.short, each.long))
            yield reader.found(
                each.paragraph,
                (each.start, each.end),
                f'"{each.short}" stands for "{each.long}" here, and for "{before.long}" above',
                label="two things",
                helps=("write the name that is right in both places",),
                related=(reader.see(before.paragraph, (before.start, before.end), "first introduced here"),),
            )


RULE = as_in_the_code(abbreviation_clash.RULE, find)
