"""Documents at random, made of words that are easily confused; what they say; and the canonical form read back."""

import json
from typing import TypeAlias

import msgspec
from hypothesis import strategies as st

from secc.code.model import (
    AnyBlock,
    Attachment,
    Attribute,
    Bullet,
    Clause,
    CodeBlock,
    Definition,
    Division,
    DivisionKind,
    Document,
    Figure,
    Footnote,
    Formula,
    Note,
    Paragraph,
    Places,
    Prose,
    Quotation,
    SubHeading,
    SubSection,
    Suppression,
    Table,
    Text,
)
from secc.ids import DocumentId, DocumentKind
from secc.source import Span
from secc.syntax.marks import AnyMark, Code, Emphasis, FootnoteCall, Hyperlink, Strong, Symbols

# At random

WORDS = st.text('a1 "\\,[]{}\n\t\x1e\x1fé\u2028', max_size=5)
SPANS = st.builds(Span, st.integers(0, 9), st.integers(0, 9))


@st.composite
def marks(draw: st.DrawFn, length: int) -> AnyMark:
    start = draw(st.integers(0, length))
    end = draw(st.integers(start, length))
    place = st.just(start), st.just(end)
    kinds: list[st.SearchStrategy[AnyMark]] = [
        st.builds(Emphasis, *place),
        st.builds(Strong, *place),
        st.builds(Code, *place),
        st.builds(Symbols, *place),
        st.builds(Hyperlink, *place, WORDS),
        st.builds(FootnoteCall, *place, WORDS),
    ]
    return draw(st.one_of(kinds))


@st.composite
def proses(draw: st.DrawFn) -> Prose:
    text = draw(WORDS)
    return Prose(text, tuple(draw(st.lists(marks(len(text)), max_size=2))), Places((0, draw(st.integers(0, 9)))))


def attributes() -> st.SearchStrategy[tuple[Attribute, ...]]:
    keys, values = st.sampled_from(("known-as", "unit", "meanings")), st.sampled_from(("a", "b", "a b"))
    one = st.builds(Attribute, keys, values, SPANS)
    return st.lists(one, max_size=2, unique_by=lambda each: each.key).map(tuple)


def leaves() -> st.SearchStrategy[AnyBlock]:
    rows = st.lists(st.lists(proses(), max_size=2).map(tuple), max_size=2).map(tuple)
    return st.one_of(
        st.builds(SubHeading, span=SPANS, level=st.integers(1, 3), prose=proses()),
        st.builds(Table, span=SPANS, caption=st.none() | proses(), head=rows, rows=rows),
        st.builds(Formula, span=SPANS, latex=st.sampled_from(("a b", "ab", "a"))),
        st.builds(Figure, span=SPANS, alt=WORDS, path=WORDS),
        st.builds(CodeBlock, span=SPANS, language=WORDS, text=WORDS),
        st.builds(Attachment, span=SPANS, path=WORDS, title=WORDS),
        st.builds(Note, span=SPANS, prose=proses()),
        st.builds(Footnote, span=SPANS, label=WORDS, prose=proses()),
    )


def holders(inner: st.SearchStrategy[AnyBlock]) -> st.SearchStrategy[AnyBlock]:
    blocks, no, yes = st.lists(inner, max_size=3).map(tuple), st.just(value=False), st.just(value=True)
    paragraph = {"label": st.just("(a)"), "written": WORDS, "vacant": no}
    division = {"kind": st.sampled_from(DivisionKind), "label": WORDS, "own_numbering": yes, "attributes": attributes()}
    return st.one_of(
        st.builds(Definition, span=SPANS, terms=st.just(()), prose=proses(), blocks=blocks),
        st.builds(Clause, span=SPANS, label=WORDS, title=WORDS, vacant=no, prose=proses(), blocks=blocks),
        st.builds(Paragraph, span=SPANS, **paragraph, prose=proses(), blocks=blocks),
        st.builds(Bullet, span=SPANS, prose=proses(), blocks=blocks),
        st.builds(Text, span=SPANS, prose=proses(), blocks=blocks),
        st.builds(Quotation, span=SPANS, blocks=blocks),
        st.builds(SubSection, span=SPANS, label=WORDS, title=proses(), blocks=blocks),
        st.builds(Division, span=SPANS, **division, title=proses(), blocks=blocks),
    )


DOCUMENTS = st.builds(
    Document,
    id=st.builds(DocumentId, st.sampled_from(DocumentKind), st.sampled_from("AB")),
    title=proses(),
    attributes=attributes(),
    blocks=st.lists(st.recursive(leaves(), holders, max_leaves=6), max_size=3).map(tuple),
    span=SPANS,
    suppressions=st.lists(st.builds(Suppression, WORDS, WORDS, SPANS, SPANS), max_size=1).map(tuple),
)

# What a document says

_SAYS_NOTHING = (Note, Emphasis, Strong, Suppression)


def said(document: Document) -> Document:
    """A document without what says nothing: notes, emphasis, suppressions, the order of attributes."""
    return msgspec.convert(_said(document), Document)


def _said(value: object) -> object:
    if isinstance(value, tuple):
        kept = [each for each in value if not isinstance(each, _SAYS_NOTHING)]
        ordered = sorted(kept, key=lambda each: each.key) if kept and isinstance(kept[0], Attribute) else kept
        return [_said(each) for each in ordered]
    if isinstance(value, Prose):
        return [value.text, _said(value.marks), [[0, 0]]]
    if isinstance(value, Document | AnyBlock):
        fields = {each: _said(getattr(value, each)) for each in value.__struct_fields__}
        return {"type": type(value).__name__, **fields}
    return msgspec.to_builtins(value)


# The canonical form, read back

_Json: TypeAlias = "str | int | bool | list[_Json] | dict[str, _Json] | None"
# The fields of each kind of line after the first two; `*` is for words.
_FIELDS = {
    "clause": ("Clause", "label", "title", "*prose"),
    "paragraph": ("Paragraph", "written", "*prose"),
    "sub-section": ("SubSection", "label", "*title"),
    "annex": ("Division", "label", "*title"),
    "part": ("Division", "label", "*title"),
    "document": ("Division", "label", "*title"),
    "definition": ("Definition", "*prose"),
    "bullet": ("Bullet", "*prose"),
    "text": ("Text", "*prose"),
    "quotation": ("Quotation",),
    "sub-heading": ("SubHeading", "level", "*prose"),
    "footnote": ("Footnote", "label", "*prose"),
    "table": ("Table", "*caption", "**head", "**rows"),
    "formula": ("Formula", "latex"),
    "figure": ("Figure", "path", "alt"),
    "code": ("CodeBlock", "language", "text"),
    "attachment": ("Attachment", "path", "title"),
}
_MARKS = {"code": "Code", "formula": "Symbols", "link": "Hyperlink", "footnote": "FootnoteCall"}


def read_back(form: bytes) -> Document:
    """The document of a canonical form, made from nothing but docs/canonical-form.md."""
    (_, _, identity, title), *lines = (json.loads(line) for line in form.decode().split("\n")[:-1])
    attributes: list[_Json] = []
    blocks: list[_Json] = []
    holders = [(attributes, blocks)]
    for depth, kind, *fields in lines:
        del holders[depth:]
        if kind == "attribute":
            holders[-1][0].append([*fields, [0, 0]])
        else:
            holders.append(([], []))
            holders[-2][1].append(_block(kind, fields, *holders[-1]))
    head = {"id": identity.split("-"), "title": _words(title), "span": [0, 0], "suppressions": []}
    return msgspec.convert({**head, "attributes": attributes, "blocks": blocks}, Document)


def _block(kind: str, fields: list[_Json], attributes: list[_Json], blocks: list[_Json]) -> _Json:
    name, *keys = _FIELDS[kind]
    made: dict[str, _Json] = {"type": name, "span": [0, 0], "attributes": attributes, "blocks": blocks}
    made |= {"kind": kind, "own_numbering": True, "vacant": False, "terms": [], "label": "(a)"}
    return made | {key.lstrip("*"): _value(key, field) for key, field in zip(keys, fields, strict=True)}


def _value(key: str, field: _Json) -> _Json:
    if key.startswith("**"):
        assert isinstance(field, list)
        return [[_words(cell) for cell in row] for row in field if isinstance(row, list)]
    return _words(field) if key.startswith("*") and field is not None else field


def _words(field: _Json) -> _Json:
    text, *held = field if isinstance(field, list) else [field]
    return [text, [[_MARKS[str(mark[0])], *mark[1:]] for mark in held if isinstance(mark, list)], [[0, 0]]]
