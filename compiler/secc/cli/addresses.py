"""What ADDRESS means on the command line, and what is said where nothing has it."""

from collections.abc import Iterable, Sequence

from secc.diagnostics import CannotProceed
from secc.ids import Address
from secc.resolve.lookup import address_of, choices, exists, term_of
from secc.resolve.model import ResolvedCode, Term

_MOST = 2


def provision_or_terms(code: ResolvedCode, said: str) -> Address | tuple[Term, ...]:
    """The provision, document or terms that ADDRESS names.

    Raises `CannotProceed`, naming the nearest, where there is none.
    """
    if said.strip()[:1] not in ('"', "“", "'"):
        address = address_of(code, said)
        if address is not None and exists(code, address):
            return address
    terms = term_of(code, said)
    if terms:
        return terms
    raise CannotProceed(f"there is no {said} in the Code{_near(code, said)}")


def provision(code: ResolvedCode, said: str) -> Address:
    """The provision or document that ADDRESS names; for a term, its definition."""
    found = provision_or_terms(code, said)
    return found if isinstance(found, Address) else found[0].address


def _near(code: ResolvedCode, said: str) -> str:
    """The provisions and terms that are spelt most like it, as the end of a sentence; empty where none is."""
    near = [*_provisions(code, said), *_terms(code, said)]
    if not near:
        return ""
    return f"; the nearest is {near[0]}" if len(near) == 1 else f"; the nearest are {', '.join(near)}"


def _provisions(code: ResolvedCode, said: str) -> Sequence[str]:
    wanted = address_of(code, said)
    if wanted is None:  # a number without a document
        return [each.printed for each in choices(code) if each.path and said.strip() in _numbers(each)][:_MOST]
    in_document = exists(code, Address(wanted.document))
    alike = [each for each in choices(code) if (each.document == wanted.document if in_document else not each.path)]
    return _nearest(wanted.printed, (each.printed for each in alike))


def _terms(code: ResolvedCode, said: str) -> Sequence[str]:
    names = dict.fromkeys(f'"{name}"' for term in code.terms for name in term.names)
    bare = said.strip("\"“”' ")
    return _nearest(f'"{bare}"', names, cutoff=75)


def _numbers(address: Address) -> tuple[str, str]:
    """H14.31, and 14.31."""
    return address.local, address.local.removeprefix(address.document.label)


def _nearest(said: str, names: Iterable[str], cutoff: float = 0) -> Sequence[str]:
    from secc.check.near import nearest  # needed only where there is something wrong

    return nearest(said, names, limit=_MOST, cutoff=cutoff)
