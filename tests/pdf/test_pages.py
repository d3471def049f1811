"""Pages as they are printed: what the running head names, and that nothing runs off a page or over other words."""

import subprocess
from itertools import pairwise
from re import findall

from secc.document import from_resolved
from secc.document.model import CodePart, DisplayDocument, FormulaPart, Part, Run, TablePart, TextPart
from secc.render.pdf import document_to_pdf
from secc.render.pdf.from_display import FromDisplay
from secc.render.pdf.places import Places
from tests.making import code_of
from tests.pdf.reading import Pdf
from tests.pdf.small import IMPRINT, no_pictures, of_parts

LEFT, RIGHT = 70.8, 530.2
"""Where the words of a page begin and end, in points."""
ANNEXES = """
appendix A: Certificate Policy
known-as: Certificate Policy

1.1 This Appendix has annexes.

annex A: Meanings

define "Key Custodian" means an individual.

annex B: Profiles

# 1 Structure

1.1 Each Certificate has fields.

annex C: Forms

To the Panel.
"""


def appendix() -> DisplayDocument:
    code = code_of(ANNEXES)
    return from_resolved(code.documents[0], code.terms)


def made(*parts: Part) -> bytes:
    return document_to_pdf(of_parts(*parts), IMPRINT, no_pictures)


def words(text: str) -> tuple[Run, ...]:
    return (Run(text),)


def table(*rows: tuple[str, ...]) -> TablePart:
    return TablePart((), (), tuple(tuple(map(words, row)) for row in rows))


def placed(pdf: bytes) -> list[tuple[float, float, float]]:
    """Of each word how far down it stands, and where it begins and ends."""
    ran = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True)
    found = findall(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)"', ran.stdout.decode())
    return sorted((float(down), float(left), float(right)) for left, down, right in found)


def assert_within(pdf: bytes) -> None:
    assert all(left > LEFT - 1 and right < RIGHT + 1 for _, left, right in placed(pdf))


def test_the_running_head_names_annexes() -> None:
    document = appendix()
    laid = FromDisplay(document, Places((document,)), no_pictures, {}).sheets()
    running = [sheet.running for sheet in laid if sheet.running is not None]
    assert running == ["1.1", "Annex A “Key Custodian”", "Annex B, 1.1", "Annex C"]
    first = Pdf(document_to_pdf(document, IMPRINT, no_pictures)).pages[0].splitlines()[0]
    assert first.endswith("1.1 – Annex C")


def test_a_title_that_is_the_short_name_does_not_say_it_twice() -> None:
    first = Pdf(document_to_pdf(appendix(), IMPRINT, no_pictures)).bookmarks()[0]
    assert first == "Appendix A Certificate Policy"


def test_a_long_word_is_broken_and_copied_as_it_is_written() -> None:
    for long in ("Unbreakable" * 30, "sha256:" + "0f" * 200):
        for part in (TextPart(words(f"See {long} there."), ()), CodePart("", f"a {long} b\nc")):
            pdf = made(part)
            assert_within(pdf)
            assert long in Pdf(pdf).run_on


def test_the_columns_of_a_wide_table_do_not_run_into_each_other() -> None:
    for count in (8, 14, 30):
        pdf = made(table(*(tuple(f"Implementation of {row}.{place}" for place in range(count)) for row in range(4))))
        assert_within(pdf)
        assert all(
            down != next_down or right <= left for (down, _, right), (next_down, left, _) in pairwise(placed(pdf))
        )
        assert Pdf(pdf).run_on.count("Implementation") == 4 * count


def test_a_long_formula_stays_on_the_page() -> None:
    sum_ = " + ".join(rf"A_{{{number}}} \times B_{{{number}}}" for number in range(30))
    for formula in (f"C_t = {sum_}", rf"C_t = \frac{{{sum_}}}{{2}}"):
        pdf = made(FormulaPart(formula))
        assert_within(pdf)
        assert Pdf(pdf).alternatives() == {formula}


def test_a_short_row_stands_on_one_page() -> None:
    rows = [(f"begin{number}", "said " * (40 + 17 * number % 90) + f"end{number}") for number in range(100)]
    pages = Pdf(made(table(*rows))).pages
    assert len(pages) > 3
    assert all(findall(r"begin(\d+)", page) == findall(r"end(\d+)", page) for page in pages)


def test_a_short_table_stands_on_one_page() -> None:
    tables = [table((f"begin{number}",), *[("said",)] * 6, (f"end{number}",)) for number in range(20)]
    pages = Pdf(made(*tables)).pages
    assert len(pages) > 3
    assert all(findall(r"begin(\d+)", page) == findall(r"end(\d+)", page) for page in pages)
