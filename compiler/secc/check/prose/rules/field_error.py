"""`field-error` in a letter."""

from collections.abc import Iterator

from secc.check.patterns import FIELD_ERROR
from secc.check.prose.reader import Reader
from secc.check.prose.rule import as_in_the_code
from secc.check.rule import Finding
from secc.check.rules import field_error


def find(reader: Reader) -> Iterator[Finding]:
    """Every message and field that Word left."""
    for each, match in reader.matches(FIELD_ERROR):
        headline = f'"{match[0].rstrip(".")}" stands where a reference was lost'
        help_ = "write the number of the provision that an earlier version names here"
        yield reader.found(each, match.span(), headline, label="which provision?", helps=(help_,))


RULE = as_in_the_code(field_error.RULE, find)
