"""The pages of the Code as plain text, as `secc show` prints them, with the effect of what they show."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from msgspec.structs import replace

from secc.document.model import DisplayDocument, DivisionPart, HeadingPart, Part, SubSectionPart
from secc.document.parts import address_of, parts_in
from secc.document.typography import curled
from secc.ids import Address
from secc.render.excerpt import narrowed, titles_above
from secc.render.exports.code_files import CodeFile, VersionFile
from secc.render.exports.facts import Facts
from secc.render.plain import short_name, titled
from secc.render.text import parts_to_text, to_text
from secc.site.terms import Meaning, TermPage
from secc.site.views import counted
from secc.timeline.dates import printed_day

_Way: TypeAlias = tuple[tuple[Part, ...], str]
"""A part with all that it stands in, outermost first, and the heading without a number above it."""


class Texts:
    """The text of what stands in a document. Each clause is set once, whatever it is read in.

    `when` is on what day it has the effect that is told of: `as at 10 November 2016`; empty where that is the site's.
    """

    def __init__(self, document: DisplayDocument, facts: Facts, when: str = "") -> None:
        self._document = document
        self._facts = facts
        self._when = f", {when}" if when else ""
        self._paths: dict[Address, _Way] = {}
        self._made: dict[int, tuple[Part, str]] = {}
        for address, way in _ways(document.parts, ()):
            self._paths.setdefault(address, way)

    def whole(self) -> str:
        """The document."""
        title = to_text(replace(self._document, parts=()))
        told = self._told(Address(self._document.id))
        return "\n".join([title, *map(self._set, self._document.parts), told])

    def of(self, address: Address) -> str:
        """What stands at an address, below the titles of what it stands in."""
        path, heading = self._paths[address]
        above = [*titles_above(self._document, path), *([heading] if heading else [])]
        return "\n".join([*above, "", self._set(narrowed(path)), self._told(address)])

    def _set(self, part: Part) -> str:
        """A part of the page; what is headed is put together of what stands in it."""
        if isinstance(part, DivisionPart | SubSectionPart):
            return "\n".join([parts_to_text([replace(part, parts=())]), *map(self._set, part.parts)])
        if id(part) not in self._made:
            self._made[id(part)] = (part, parts_to_text([part]))
        return self._made[id(part)][1]

    def _told(self, address: Address) -> str:
        """Its effect, what is said beside it, and the next day on which its text or its effect changes."""
        told = self._facts(address)
        effect = curled(told.status.words) if told.status is not None else ""
        lines = [f"{curled(address.printed)}{self._when}: {effect}."] if effect else []
        lines += [f"Beside it: {curled(each.words)}." for each in told.beside]
        if told.next_change is not None:
            lines.append(f"Next change: {printed_day(told.next_change)}.")
        return "".join(f"{line}\n" for line in lines)


def term_text(page: TermPage, text_of: Callable[[Address], str], over_time: Callable[[Address], str]) -> str:
    """A name with its meanings, each with where it holds.

    What uses it is in the data alone, as with provisions, but for what its page does not name.

    `text_of` gives what stands at an address, `over_time` what is told of a definition through time.
    """
    return "\n\n".join(_meanings(page, text_of, over_time))


def version_text(version: VersionFile) -> str:
    """A consolidated version, with its documents."""
    lines = [
        f"Version {version.number} of the {version.code.title}",
        f"In effect from {printed_day(version.in_effect)}, published on {printed_day(version.published)}",
        f"By {', '.join(version.instruments)}",
        f"Digest {version.digest}",
        "",
        *(f"{each.printed}  {each.version}  {each.digest}" for each in version.documents),
    ]
    return "".join(f"{line}\n" for line in lines)


def code_text(code: CodeFile) -> str:
    """The contents of the Code."""
    day = [f"As at {printed_day(code.as_at)}"] if code.as_at is not None else []
    notice = [code.code.notice] if code.code.notice else []
    documents = (f"{each.printed}: {each.title}{short_name(each.title, each.known_as)}" for each in code.documents)
    return "".join(f"{line}\n" for line in [code.code.title, *day, *notice, "", *documents])


def _meanings(page: TermPage, text_of: Callable[[Address], str], over_time: Callable[[Address], str]) -> Iterator[str]:
    for meaning in page.meanings:
        term = meaning.term
        text = text_of(term.address) if term.address.path else f"“{term.name}”\n"
        yield f"{text}{meaning.scope}.\n{over_time(term.address)}{''.join(_uses(meaning))}"


def _uses(meaning: Meaning) -> Iterator[str]:
    """Each provision that uses it, on a line of its own, where its page does not name them."""
    if meaning.is_gathered:
        yield f"\nUsed in {counted(len(meaning.uses), 'provision')}:\n\n"
        yield from (f"  {curled(each.printed)}\n" for each in meaning.uses)


def _ways(parts: Iterable[Part], above: tuple[Part, ...], heading: str = "") -> Iterator[tuple[Address, _Way]]:
    for part in parts:
        if isinstance(part, HeadingPart):
            heading = titled(part.words)
        way, address = (*above, part), address_of(part)
        if address is not None:
            yield address, (way, heading)
        yield from _ways(parts_in(part), way, "" if isinstance(part, DivisionPart | SubSectionPart) else heading)
