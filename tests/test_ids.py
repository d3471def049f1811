"""Addresses as they are written, printed and ordered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secc.ids import Address, DocumentId, DocumentKind

SECTION, SCHEDULE, APPENDIX = DocumentKind

LABELS = {
    SECTION: st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    SCHEDULE: st.integers(1, 30).map(str),
    APPENDIX: st.from_regex(r"[A-Z]{1,2}", fullmatch=True),
}
DOCUMENTS = st.sampled_from(list(DocumentKind)).flatmap(
    lambda kind: LABELS[kind].map(lambda each: DocumentId(kind, each))
)


@pytest.mark.parametrize(
    ("document", "path", "written", "printed"),
    [
        (DocumentId(SECTION, "H"), (), "section-H", "Section H"),
        (DocumentId(SECTION, "H"), ("H14",), "section-H/H14", "Section H14"),
        (DocumentId(SECTION, "H"), ("H14.31", "(a)", "(i)"), "section-H/H14.31(a)(i)", "Section H14.31(a)(i)"),
        (DocumentId(SECTION, "A"), ("annex-A", "A7"), "section-A/annex-A/A7", "Section A Annex A, A7"),
        (DocumentId(SCHEDULE, "1"), ("1.2",), "schedule-1/1.2", "Schedule 1, 1.2"),
        (DocumentId(SCHEDULE, "4"), ("part-B",), "schedule-4/part-B", "Schedule 4 Part B"),
        (DocumentId(APPENDIX, "AL"), ("4.26",), "appendix-AL/4.26", "Appendix AL 4.26"),
        (DocumentId(APPENDIX, "A"), ("annex-A", "A1"), "appendix-A/annex-A/A1", "Appendix A Annex A, A1"),
        (DocumentId(APPENDIX, "V"), ("document-2", "1"), "appendix-V/document-2/1", "Appendix V Document 2, 1"),
        (DocumentId(SCHEDULE, "2"), ("(a)",), "schedule-2/(a)", "Schedule 2 (a)"),
        (
            DocumentId(SECTION, "A"),
            ("A1.1", '"Device"'),
            'section-A/A1.1/"Device"',
            'the definition of "Device" in Section A1.1',
        ),
        (
            DocumentId(SECTION, "A"),
            ("A1.1", '"Device"', "(a)", "(i)"),
            'section-A/A1.1/"Device"(a)(i)',
            'paragraph (a)(i) of the definition of "Device" in Section A1.1',
        ),
    ],
)
def test_an_address_is_written_and_printed(
    document: DocumentId, path: tuple[str, ...], written: str, printed: str
) -> None:
    assert (str(Address(document, path)), Address(document, path).printed) == (written, printed)


ORDERED = [
    *(DocumentId(SECTION, label) for label in "AHZ"),
    *(DocumentId(SCHEDULE, label) for label in ("2", "10", "11")),
    *(DocumentId(APPENDIX, label) for label in ("A", "Z", "AA", "AB", "BA")),
]


@given(st.permutations(ORDERED))
def test_documents_are_in_the_order_of_the_code(documents: list[DocumentId]) -> None:
    assert sorted(documents) == ORDERED


@given(DOCUMENTS, DOCUMENTS, DOCUMENTS)
def test_the_order_of_documents_is_total(first: DocumentId, second: DocumentId, third: DocumentId) -> None:
    assert (first <= second) or (second <= first)
    assert (first <= second and second <= first) is (first == second)
    assert first <= third or not (first <= second <= third)


def test_what_an_address_is_within() -> None:
    clause = Address(DocumentId(APPENDIX, "D"), ("annex-A", "A7", "(a)"))
    assert clause.parent.local == "annex-A/A7"
    assert clause.numbering.local == "annex-A"
    assert clause.parent.numbering == clause.numbering
    assert clause.within(clause.parent)
    assert clause.within(Address(clause.document))
    assert not clause.parent.within(clause)
    assert not clause.within(Address(DocumentId(SCHEDULE, "1")))
    assert Address(clause.document).parent == Address(clause.document)
