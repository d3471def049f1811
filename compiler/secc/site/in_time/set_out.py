"""What operations set out, as it would be printed in the Code; nothing in it is bound, and no provision has an `id`."""

from hashlib import sha256

from secc.document.formal_fragments import parts_of
from secc.ids import Address
from secc.instruments.model import InsertProvisions, Instrument, Operation, SubstituteProvisions, Vary
from secc.instruments.printing import text_of
from secc.render.html import PageWriter
from secc.site.in_time.kept import kept
from secc.site.in_time.moment import Moment
from secc.site.noted import encoded

_RANK = 3
"""A heading in what is set out stands below that of what the instrument orders."""


def set_out(instrument: Instrument, moment: Moment) -> tuple[str, ...]:
    """HTML of what each operation sets out, in their order; empty where it sets nothing out."""
    digest = sha256(encoded(instrument)).hexdigest()
    return kept(moment.cache, f"set out {digest}", tuple[str, ...], lambda: _set_out(instrument))


def _set_out(instrument: Instrument) -> tuple[str, ...]:
    writer = PageWriter(_Nowhere())
    return tuple(_html(each, writer) for each in instrument.operations)


def _html(operation: Operation, writer: PageWriter) -> str:
    action = operation.action.as_if if isinstance(operation.action, Vary) else operation.action
    text = text_of(operation.action)
    if text is None or not isinstance(action, InsertProvisions | SubstituteProvisions):
        return ""
    start = len(writer.pieces)
    writer.parts(parts_of(text, action.place.address), _RANK)
    return "".join(writer.pieces[start:])


class _Nowhere:
    """Surroundings in which nothing leads anywhere."""

    def provision(self, address: Address) -> str:  # noqa: ARG002  # as surroundings have it
        """No link."""
        return ""

    def term(self, name: str, address: Address) -> str:  # noqa: ARG002  # as surroundings have it
        """No link."""
        return ""

    def figure(self, path: str) -> str:  # noqa: ARG002  # as surroundings have it
        """No picture: what it shows stands in words."""
        return ""

    def attachment(self, path: str) -> str:  # noqa: ARG002  # as surroundings have it
        """No link."""
        return ""

    def footnote(self, label: str) -> str:  # noqa: ARG002  # as surroundings have it
        """No link."""
        return ""

    def call(self, label: str) -> str:  # noqa: ARG002  # as surroundings have it
        """No link."""
        return ""

    def identifier(self, address: Address) -> str:  # noqa: ARG002  # as surroundings have it
        """None: a provision has its `id` where it is part of the Code."""
        return ""

    def apparatus(self, address: Address) -> str:  # noqa: ARG002  # as surroundings have it
        """Nothing."""
        return ""
