"""Parts of documents for Hypothesis to make: any nesting, any words, hostile ones among them."""

from hypothesis import strategies as st

from secc.document.model import (
    AttachmentPart,
    BulletPart,
    ClausePart,
    CodePart,
    DefinitionPart,
    FigurePart,
    FootnotePart,
    FootnoteRun,
    FormulaPart,
    HeadingPart,
    NotePart,
    ParagraphPart,
    Part,
    QuotationPart,
    Run,
    Style,
    SubSectionPart,
    TablePart,
    TextPart,
    ToNothing,
    ToProvisions,
    ToTerm,
    ToWeb,
    ToWork,
)
from secc.ids import Address, DocumentId, DocumentKind

_HOSTILE = (
    "<script>",
    "</p>",
    "&amp;",
    '"',
    "'><img",
    "onload=x",
    "javascript:x",
    "]]>",
    "<!--",
    "shall",
    "the",
    "“Device”",
)
_word = st.one_of(
    st.sampled_from(_HOSTILE), st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=9)
)
words = st.lists(_word, max_size=5).map(" ".join)
label = st.from_regex(r"[A-Z]?[0-9]{1,2}(\.[0-9]{1,2}[A-Z]?)?", fullmatch=True)
_document = DocumentId(DocumentKind.SECTION, "H")
address = st.lists(label, min_size=1, max_size=3).map(lambda path: Address(_document, tuple(path)))
_href = st.sampled_from(
    ("https://example.org/?a=b&c=d", "mailto:a@example.org", "javascript:alert(1)", "data:text/html,x")
)
_target = st.one_of(
    st.none(),
    st.lists(address, min_size=1, max_size=2).map(lambda found: ToProvisions(tuple(found))),
    st.builds(ToTerm, words, address),
    st.builds(ToWork, words, words),
    st.builds(ToNothing, words),
    st.builds(ToWeb, _href),
)
_run = st.builds(
    Run, words, st.lists(st.sampled_from(Style), max_size=2, unique=True).map(tuple), _target, st.integers(0, 3)
)
runs = st.lists(st.one_of(_run, st.builds(FootnoteRun, st.sampled_from(("1", "2")))), max_size=4).map(tuple)
_cell = st.lists(_run, max_size=1).map(tuple)
_row = st.tuples(_cell, _cell)
_rows = st.lists(_row, max_size=2).map(tuple)

_leaves = st.one_of(
    st.builds(HeadingPart, st.integers(1, 3), runs),
    st.builds(NotePart, runs),
    st.builds(FootnotePart, st.sampled_from(("1", "2")), runs),
    st.builds(FormulaPart, st.sampled_from(("a + b", r"\frac{a}{b}", r"\text{<script>}", r"\href{x}{y}"))),
    st.builds(FigurePart, words, st.just("figures/a.svg")),
    st.builds(CodePart, st.just("xml"), st.lists(words, max_size=3).map("\n".join)),
    st.builds(AttachmentPart, st.just("figures/a.pdf"), words),
    st.builds(TablePart, runs, _rows, st.lists(_row, min_size=1, max_size=3).map(tuple)),
)


def _around(inside: st.SearchStrategy[tuple[Part, ...]]) -> st.SearchStrategy[Part]:
    return st.one_of(
        st.builds(SubSectionPart, address, label, runs, inside),
        st.builds(ClausePart, address, label, st.booleans(), runs, inside),
        st.builds(ParagraphPart, st.one_of(st.none(), address), st.just("(a)"), st.booleans(), runs, inside),
        st.builds(DefinitionPart, st.one_of(st.none(), address), st.just(("Device",)), runs, inside),
        st.builds(BulletPart, runs, inside),
        st.builds(TextPart, runs, inside),
        st.builds(QuotationPart, inside),
    )


parts: st.SearchStrategy[tuple[Part, ...]] = st.recursive(
    st.lists(_leaves, max_size=3).map(tuple),
    lambda inside: st.lists(st.one_of(_leaves, _around(inside)), max_size=4).map(tuple),
    max_leaves=12,
)
