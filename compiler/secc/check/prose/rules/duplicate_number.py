"""`duplicate-number` in a letter: of its paragraphs, headings, annexes and questions."""

from collections.abc import Iterator

from secc.check.prose.numbering import Slip, slips
from secc.check.prose.reader import Reader
from secc.check.prose.rule import as_in_the_code
from secc.check.rule import Finding
from secc.check.rules import duplicate_number
from secc.diagnostics import Related


def find(reader: Reader) -> Iterator[Finding]:
    """Every number that stands before a second paragraph of the same kind."""
    for numbered, slip, before in slips(reader.letter):
        if slip is Slip.AGAIN and before is not None:
            see = Related(reader.letter.source.path, before.span, "it stands here first")
            headline = f"the number {numbered.text} stands twice"
            helps = ("number the paragraphs from here on anew", "see that references to them still say what is meant")
            yield reader.found_at(numbered.span, headline, label="again", helps=helps, related=(see,))


RULE = as_in_the_code(duplicate_number.RULE, find)
