"""`echoed-heading` in a letter: of the Code's provisions and documents, and of the letter's own sections."""

from collections.abc import Iterator, Sequence

from secc.check.prose.parts import OwnParts, echoes
from secc.check.prose.reader import Reader
from secc.check.prose.rule import as_in_the_code
from secc.check.rule import Finding
from secc.check.rules import echoed_heading
from secc.ids import Address


def find(reader: Reader) -> Iterator[Finding]:
    """Every echoed heading or title that is not what the provision or document is called."""
    parts = OwnParts(reader)
    for target, said, span in reader.echoed:
        titles = parts.titles(target) if target.startswith("this:") else _titles(reader, target)
        if titles and not echoes(said, titles):
            printed = target.removeprefix("this:")
            yield reader.found_at(
                span,
                f'{printed} is not headed "{said}"',
                label=f'it is headed "{titles[0]}"',
                helps=(f'write "{titles[0]}", or the number of what is meant',),
            )


def _titles(reader: Reader, target: str) -> Sequence[str]:
    """What the Code calls the provision that a target names, or the document that it is in."""
    code = reader.known.code if reader.known is not None else None
    if code is None:
        return ()
    named = [address for address in reader.targets.addresses((target,)) if reader.targets.exists(address)]
    found = [each for address in named for each in (address, Address(address.document))]
    return [title for address in found for title in echoed_heading.headings(code, address)]


RULE = as_in_the_code(echoed_heading.RULE, find)
