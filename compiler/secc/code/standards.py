"""`standards.toml`: the register of the works outside the Code that it cites, and what has become of each of them."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from msgspec import Struct

from secc.diagnostics import CannotProceed
from secc.history import SourceTree
from secc.syntax.lines import hidden_in

FILE = "standards.toml"


class RegisteredKind(StrEnum):
    """What sort of work it is."""

    ACT = "act"
    REGULATIONS = "regulations"
    LICENCE = "licence"
    CODE = "code"
    STANDARD = "standard"
    RFC = "rfc"
    PUBLICATION = "publication"


class WorkStatus(StrEnum):
    """What has become of a work; a repealed Act is superseded where another takes its place, otherwise withdrawn."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


class RegisteredWork(Struct, frozen=True):
    """A work of the register.

    `number` is that of a standard or RFC, with the year of its edition ("ISO/IEC 27001:2022"), or the year and number
    of legislation. `short_names` are others by which the Code may cite it. Dates are ISO, to the year, month or day;
    `since` is when it ceased to be current, empty where that is not known.
    """

    title: str
    kind: RegisteredKind
    number: str = ""
    short_names: tuple[str, ...] = ()
    published: str = ""
    status: WorkStatus = WorkStatus.CURRENT
    since: str = ""
    superseded_by: tuple[str, ...] = ()
    where: str = ""

    @property
    def called(self) -> str:
        """What a citation calls it: a standard its number, any other work its title."""
        by_number = self.kind in (RegisteredKind.STANDARD, RegisteredKind.RFC)
        return self.number if by_number and self.number else self.title

    @property
    def in_words(self) -> str:
        """As it stands in a sentence: `RFC 5280`, `the Energy Act 2008`."""
        return self.called if self.called == self.number else f"the {self.called}"

    @property
    def edition_of(self) -> str:
        """The number of a standard without the year of its edition; empty for other works."""
        return self.number.partition(":")[0] if self.kind is RegisteredKind.STANDARD else ""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name by which it may be cited. Editions of a standard share their title, so that is none of them."""
        return tuple(dict.fromkeys(name for name in (self.called, self.number, *self.short_names) if name))

    def is_current(self, as_at: str) -> bool:
        """Whether it is current on an ISO date; where that is empty, whether it still is."""
        if self.status is WorkStatus.CURRENT:
            return True
        return bool(as_at and self.since) and as_at[: len(self.since)] < self.since


class Register:
    """The works of a register, in its order, found by any of their names."""

    def __init__(self, works: Sequence[RegisteredWork] = ()) -> None:
        self.works = tuple(works)

    def find(self, name: str) -> RegisteredWork | None:
        """The work of this name; of a standard without its year, the current edition, or else the latest."""
        return self._by_name.get(plain(name))

    @cached_property
    def _by_name(self) -> Mapping[str, RegisteredWork]:
        by_age = sorted(self.works, key=lambda each: (each.status is WorkStatus.CURRENT, each.published))
        editions = {plain(each.edition_of): each for each in by_age if each.edition_of}
        return editions | {plain(name): each for each in self.works for name in each.names}


def plain(name: str) -> str:
    """A name without what citations write in several ways: letter case, commas, "&", "No.", "of" before a year."""
    spaced = name.replace(",", " ").replace("’", "'").replace("&", " and ")
    words = spaced.replace(" No. ", " ").replace(" No ", " ").casefold().split()
    dated = len(words) > 2 and words[-2] == "of" and words[-1].isdecimal()
    return " ".join([*words[:-2], words[-1]] if dated else words)


def read_register(tree: SourceTree) -> Register:
    """The register that stands beside code.toml; an empty one where there is none.

    Raises `CannotProceed` where it cannot be read, where it has a key that is not known, by name, or where a name is
    that of two works.
    """
    if not tree.has(FILE):
        return Register()
    try:
        table = tomllib.loads(tree.read(FILE).decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise CannotProceed(f"{FILE} is not in UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise CannotProceed(f"{FILE} cannot be read: {error}") from None
    _refuse_unknown(table, FILE, ("work",))
    entries = table.get("work", [])
    if not isinstance(entries, list) or not all(isinstance(each, dict) for each in entries):
        raise CannotProceed(f"each work in {FILE} is to be a table of its own: [[work]]")
    register = Register([_work(entry, number) for number, entry in enumerate(entries, start=1)])
    _refuse_namesakes(register)
    return register


_KEYS = ("title", "kind", "number", "short-names", "published", "status", "since", "superseded-by", "where")
_Choice = TypeVar("_Choice", bound=StrEnum)


def _work(entry: Mapping[str, object], number: int) -> RegisteredWork:
    title = entry.get("title")
    if not isinstance(title, str) or not title.strip():
        raise CannotProceed(f"work {number} in {FILE} is to say its `title`, as text in quotes")
    where = f'"{title}" in {FILE}'
    _refuse_unknown(entry, where, _KEYS)
    work = RegisteredWork(
        title=_seen(title, "title", f"work {number} in {FILE}"),
        kind=_choice(entry, "kind", RegisteredKind, where),
        number=_text(entry, "number", where),
        short_names=_texts(entry, "short-names", where),
        published=_date(entry, "published", where),
        status=_choice(entry, "status", WorkStatus, where, WorkStatus.CURRENT),
        since=_date(entry, "since", where),
        superseded_by=_texts(entry, "superseded-by", where),
        where=_text(entry, "where", where),
    )
    _refuse_contradiction(work, where)
    return work


def _refuse_unknown(table: Mapping[str, object], where: str, keys: Sequence[str]) -> None:
    for key in table:
        if key not in keys:
            raise CannotProceed(f"{where} has no setting `{key}`; there are {', '.join(keys)}")


def _refuse_contradiction(work: RegisteredWork, where: str) -> None:
    if work.status is WorkStatus.CURRENT and (work.since or work.superseded_by):
        raise CannotProceed(f"{where} is current: say its `status`, or leave out `since` and `superseded-by`")
    if work.status is WorkStatus.SUPERSEDED and not work.superseded_by:
        raise CannotProceed(f"{where} is superseded: say by what, as `superseded-by`")


def _refuse_namesakes(register: Register) -> None:
    for work in register.works:
        for name in work.names:
            if register.find(name) is not work:
                raise CannotProceed(f'{FILE} has two works that are called "{name}"')


def _text(entry: Mapping[str, object], key: str, where: str) -> str:
    value = entry.get(key, "")
    if not isinstance(value, str):
        raise CannotProceed(f"`{key}` of {where} is to be text in quotes")
    return _seen(value, key, where)


def _seen(value: str, key: str, where: str) -> str:
    """A text of which a reader sees every character."""
    if hidden := hidden_in(value):
        raise CannotProceed(f"`{key}` of {where} holds a {hidden}, which a reader cannot see: take it out")
    return value


def _texts(entry: Mapping[str, object], key: str, where: str) -> tuple[str, ...]:
    value = entry.get(key, [])
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise CannotProceed(f"`{key}` of {where} is to be a list of texts in quotes")
    return tuple(_seen(each, key, where) for each in value)


def _choice(
    entry: Mapping[str, object], key: str, choices: type[_Choice], where: str, default: _Choice | None = None
) -> _Choice:
    if key not in entry and default is not None:
        return default
    found = next((each for each in choices if each == entry.get(key)), None)
    if found is None:
        raise CannotProceed(f"`{key}` of {where} is to be one of {', '.join(choices)}")
    return found


def _date(entry: Mapping[str, object], key: str, where: str) -> str:
    """A date as ISO text, to the year, month or day; empty where there is none."""
    value = str(entry.get(key, ""))
    rests = ("", "-01", "-01-01")  # what makes a whole date of a day, a month, a year
    if value and not any(_is_date(value + rest) for rest in rests):
        raise CannotProceed(f"`{key}` of {where} is to be a date such as 2008-05 or 2019-09-22, and not {value}")
    return value


def _is_date(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
