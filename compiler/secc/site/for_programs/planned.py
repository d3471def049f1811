"""What there is on the site of which programs are given data."""

from collections.abc import Sequence

from msgspec import Struct

from secc.ids import Address
from secc.site.any_day.making import AnyDay
from secc.site.for_programs.for_some import NOBODY, SaidForSome
from secc.site.for_programs.former import FormerNumber
from secc.site.in_time.account import Account
from secc.site.in_time.register import Register
from secc.site.plan import PlannedPage
from secc.site.provision_plan import PlannedProvision
from secc.site.terms import TermPage


class Planned(Struct, frozen=True):
    """The pages of the site whose data is wanted: documents with those below them, clauses, terms, instruments.

    `standing` are the addresses of all that stands in the text; `former` the numbers that nobody has; `any_day` has the
    texts of all days, None where nothing is known of time.
    `for_some` is what they say to those for whom they are varied, `account` what is known of them in time.
    """

    documents: Sequence[PlannedPage]
    provisions: Sequence[PlannedProvision]
    terms: Sequence[TermPage]
    standing: frozenset[Address]
    instruments: Register | None
    former: Sequence[FormerNumber] = ()
    any_day: AnyDay | None = None
    for_some: SaidForSome = NOBODY
    account: Account | None = None
