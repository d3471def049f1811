"""`duplicate-definition` in a letter: an abbreviation that is introduced again."""

from collections.abc import Iterator

from secc.check.prose.abbreviations import Introduced
from secc.check.prose.reader import Reader
from secc.check.prose.rule import as_in_the_code
from secc.check.rule import Finding
from secc.check.rules import duplicate_definition


def find(reader: Reader) -> Iterator[Finding]:
    """The second place in the sentences of a letter at which an abbreviation is introduced, for each."""
    first: dict[str, Introduced] = {}
    told: set[str] = set()
    for each in reader.introduced:
        if not (each.in_prose and each.long):
            continue
        before = first.setdefault(each.short, each)
        if before is not each and each.short not in told:
            told.add(each.short)
            yield reader.found(
                each.paragraph,
                (each.start, each.end),
                f'"{each.short}" is introduced twice',
                label="introduced above",
                helps=("introduce it where it first stands, and use it from then on",),
                related=(reader.see(before.paragraph, (before.start, before.end), "first introduced here"),),
            )


RULE = as_in_the_code(duplicate_definition.RULE, find)
