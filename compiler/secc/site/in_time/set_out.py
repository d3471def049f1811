"""What operations set out, as it would be printed in the Code; nothing in it is bound, and no provision has an `id`."""

from hashlib import sha256

from secc.document.formal_fragments import parts_of
from secc.instruments.model import InsertProvisions, Instrument, Operation, SubstituteProvisions, Vary
from secc.instruments.printing import text_of
from secc.render.formal_html import Alone
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
    alone = Alone(None, lambda path: None)  # noqa: ARG005  # no picture is held: what it shows stands in words
    writer = PageWriter(alone)  # one for all, so that no `id` is given twice on the page
    return tuple(_html(each, writer) for each in instrument.operations)


def _html(operation: Operation, writer: PageWriter) -> str:
    action = operation.action.as_if if isinstance(operation.action, Vary) else operation.action
    text = text_of(operation.action)
    if text is None or not isinstance(action, InsertProvisions | SubstituteProvisions):
        return ""
    start = len(writer.pieces)
    writer.parts(parts_of(text, action.place.address), _RANK)
    return "".join(writer.pieces[start:])
