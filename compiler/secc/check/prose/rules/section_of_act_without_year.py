"""`section-of-act-without-year` in a letter."""

from collections.abc import Iterator

from secc.check.patterns_prose import ACT_WITHOUT_YEAR
from secc.check.prose.reader import Reader
from secc.check.prose.rule import as_in_the_code
from secc.check.rule import Finding
from secc.check.rules import section_of_act_without_year


def find(reader: Reader) -> Iterator[Finding]:
    """Every provision of an Act that the letter does not name with its year before."""
    for each, match in reader.matches(ACT_WITHOUT_YEAR):
        title = match["title"]
        before = reader.letter.layout.text[: each.places[match.start()]]
        if title.split(" ")[0] in ("Principal", "Act") or f"“{title}”" in before or f'"{title}"' in before:
            continue
        headline = f"{title} is cited without its year"
        yield reader.found(each, match.span("title"), headline, label="of which year?", helps=("write the year",))


RULE = as_in_the_code(section_of_act_without_year.RULE, find)
