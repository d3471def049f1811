"""The terms of a state, and what is made of them, which note down what is looked up in them."""

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import TypeVar

from secc.resolve.asking import Asking, Whole
from secc.resolve.model import Term

_Value = TypeVar("_Value", covariant=True)
_Member = TypeVar("_Member")


class AskedSet(Set[str]):
    """A set; whoever goes through all of it asks for all terms."""

    def __init__(self, members: Set[str], asking: Asking, about: Whole) -> None:
        self._members = members
        self._asking = asking
        self._about = about

    @classmethod
    def _from_iterable(cls, members: Iterable[_Member]) -> Set[_Member]:
        return frozenset(members)

    def __contains__(self, member: object) -> bool:
        self._asking.whole(self._about, str(member))
        return member in self._members

    def __iter__(self) -> Iterator[str]:
        self._asking.whole(Whole.TERMS)
        return iter(self._members)

    def __len__(self) -> int:
        self._asking.whole(Whole.TERMS)
        return len(self._members)


class AskedMapping(Mapping[str, _Value]):
    """A mapping; whoever goes through all of it asks for all terms."""

    def __init__(self, members: Mapping[str, _Value], asking: Asking, about: Whole) -> None:
        self._members = members
        self._asking = asking
        self._about = about

    def __getitem__(self, key: str) -> _Value:
        self._asking.whole(self._about, key)
        return self._members[key]

    def __contains__(self, key: object) -> bool:
        self._asking.whole(self._about, str(key))
        return key in self._members

    def __iter__(self) -> Iterator[str]:
        self._asking.whole(Whole.TERMS)
        return iter(self._members)

    def __len__(self) -> int:
        self._asking.whole(Whole.TERMS)
        return len(self._members)


class AskedTerms(tuple[Term, ...]):
    """Terms by their numbers. To ask for one that a document uses asks nothing new; to go through all of them does."""

    terms: tuple[Term, ...]
    asking: Asking

    @classmethod
    def of(cls, terms: tuple[Term, ...], asking: Asking) -> "AskedTerms":
        """These terms."""
        made = cls(terms)
        made.terms = terms
        made.asking = asking
        return made

    def __iter__(self) -> Iterator[Term]:
        self.asking.whole(Whole.TERMS)
        return iter(self.terms)

    def __len__(self) -> int:
        self.asking.whole(Whole.TERMS)
        return len(self.terms)


def unasked(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """The terms themselves, for those who note down what is asked of what they make of them."""
    return terms.terms if isinstance(terms, AskedTerms) else terms
