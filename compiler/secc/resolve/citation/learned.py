"""The names that a letter gives to the documents it cites.

`SEC Appendix AL SMETS1 Transition and Migration Approach Document (SMETS1 TMAD)` teaches that the TMAD is Appendix AL;
`Environmental Information Regulations 2004 (EIR)` what the EIR are.
"""

from collections.abc import Iterator, Mapping

from secc.resolve import patterns_letters
from secc.resolve.citation.find import find
from secc.resolve.citation.known import KNOWN_WORKS
from secc.resolve.citation.model import Citation, Place, Provisions, TheCode, Unit, Work, WorkKind
from secc.resolve.citation.names import Names
from secc.resolve.citation.works import document_at, document_before

_SMALL = frozenset(("and", "of", "for", "the", "to", "in", "on", "&"))
# Abbreviations that stand in brackets behind a title and mean something else.
_NEVER = frozenset(("SEC", "DCC", "UK", "EU", "GB"))


def learn(text: str, documents: Mapping[str, str]) -> Names:
    """The names known in a letter: its own, then the Code's `documents`, then works that all such letters know."""
    known = dict(KNOWN_WORKS) | dict(documents)
    said: dict[str, str] = {}
    for citation in find(text, Names(known)):
        for name, label in _taught(text, citation):
            said.setdefault(name, label)
    said = _shortened(said, known) | said
    return Names(known | said | _abbreviated(text, known | said))


def _taught(text: str, citation: Citation) -> Iterator[tuple[str, str]]:
    """The names that stand beside a citation of a whole document or Act."""
    match citation.reference:
        case Provisions(Unit.APPENDIX | Unit.SCHEDULE as unit, (Place() as place,), None | TheCode()):
            label = f"{unit.capitalize()} {place.number}"
            titles = (
                place.heading.text if place.heading else "",
                _title_behind(text, citation),
                _title_before(text, citation),
            )
            yield from ((name, label) for title in titles if title for name in _spellings(title))
        case Work(title, WorkKind.ACT | WorkKind.REGULATIONS) if title[-4:].isdigit():
            title = _without_short(title)
            yield title[:-4].rstrip(" ,").removesuffix(" of"), title
        case _:
            return


def _title_behind(text: str, citation: Citation) -> str:
    """Appendix AL - SMETS1 Transition and Migration Approach Document."""
    match = patterns_letters.BEFORE_TITLE.match(text, citation.end)
    title = document_at(text, match.end()) if match else None
    return title.work.title if title else ""


def _title_before(text: str, citation: Citation) -> str:
    """The S1SPKM Compliance Policy as SEC Appendix AO; the Incident Management Policy (Appendix AG)."""
    reach = max(0, citation.start - 100)
    match = patterns_letters.AFTER_TITLE.search(text[reach : citation.start])
    title = document_before(text, 0, reach + match.start()) if match else None
    return title.work.title if title else ""


def _spellings(title: str) -> Iterator[str]:
    """A title, without an abbreviation inside it, and with the abbreviation for the words before it."""
    inside = patterns_letters.INSIDE_TITLE.search(title)
    if inside:
        yield f"{inside['short']} {title[inside.end() :]}".strip()
    yield _without_short(title)


def _without_short(title: str) -> str:
    return " ".join(patterns_letters.INSIDE_TITLE.sub(" ", title).split())


def _shortened(said: Mapping[str, str], known: Mapping[str, str]) -> dict[str, str]:
    """Titles shortened as readers do: SMKI RAPP, TMAD. What would stand for two documents stands for none."""
    short: dict[str, set[str]] = {}
    for title, label in said.items():
        for name in _initialled(title) if label.startswith(("Appendix", "Schedule")) else ():
            short.setdefault(name, set()).add(label)
    return {name: labels.pop() for name, labels in short.items() if len(labels) == 1 and name not in known}


def _initialled(title: str) -> Iterator[str]:
    """The initials of the last words, alone and behind the words before them; of three words or more."""
    words = [word for word in title.split() if word not in _SMALL]
    for kept in range(len(words) - 2):
        initials = "".join(word[0] for word in words[kept:])
        if initials.isupper():
            yield " ".join([*words[:kept], initials])
            yield initials


def _abbreviated(text: str, known: Mapping[str, str]) -> dict[str, str]:
    """Names in brackets behind a name that is known, or behind an Act with its year."""
    said: dict[str, str] = {}
    titles = Names({**known, **{label: label for label in known.values()}})
    for name in titles.within(text, 0, len(text)):
        match = patterns_letters.ABBREVIATED.match(text, name.end)
        short = (match["quoted"] or match["plain"]) if match else None
        if short and short not in _NEVER and sum(map(str.isupper, short)) > (0 if match and match["quoted"] else 1):
            said.setdefault(" ".join(short.split()), name.named.label)
    return said
