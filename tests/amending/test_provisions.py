"""Provisions, definitions, rows and sub-headings: put in, left out, replaced."""

import pytest

from secc.instruments.model import (
    AfterPlace,
    AfterWords,
    AppropriatePlace,
    AtBeginning,
    AtEnd,
    BeforePlace,
    InsertProvisions,
    OmitProvisions,
    SubstituteProvisions,
    SubstituteWords,
    Wording,
)
from tests.amending.sheets import (
    AC,
    APPENDIX,
    TEXT,
    H,
    at,
    carried,
    closing,
    heading,
    lines,
    opening,
    row,
    sub_heading,
    words,
)


def one(text: str, action: Wording) -> str:
    """What one operation changed; it is not refused, and everything has the address that was meant."""
    sheet = carried(text, action)
    assert sheet.said == []
    return sheet.changes(next(iter(sheet.documents)))


CLAUSE = lines("""
    H14.31A New:
      (a) one; and
      (b) two.
""")


class TestPutIn:
    @pytest.mark.parametrize(
        ("position", "above", "under"),
        [
            (AfterPlace(at("H14.31")), "  note: Offered in a limited form.", "H14.32 **Exc"),
            (BeforePlace(at("H14.32")), "  note: Offered in a limited form.", "H14.32 **Exc"),
            (AtEnd(), "H14.33 The last clause, which names a Device.", ""),
            (AtBeginning(), "# H14 Testing Services", "## Device and"),
            (AfterPlace(sub_heading("Device and User System Tests", "H14")), "## Device and", "H14.31 The"),
        ],
    )
    def test_a_clause(self, position: AfterPlace, above: str, under: str) -> None:
        sheet = carried(TEXT, InsertProvisions(at("H14"), position, CLAUSE))
        assert sheet.said == []
        assert sheet.changes() == "+ H14.31A New:\n+   (a) one; and\n+   (b) two."
        assert ("H14.31A", "(b)") in sheet.documents[H].by_path
        found = [line for line in sheet.documents[H].text.split("\n") if line]
        place = found.index("H14.31A New:")
        assert found[place - 1].startswith(above)
        assert "".join(found[place + 3 : place + 4]).startswith(under)

    def test_a_paragraph(self) -> None:
        action = InsertProvisions(at("H14.31"), AfterPlace(at("H14.31", "(a)")), lines("(aa) more; and"))
        sheet = carried(TEXT, action)
        assert "Systems; and\n  (aa) more; and\n  (b) tests" in sheet.documents[H].text
        assert sheet.documents[H].identities["H14.31", "(aa)"] == "section-H/H14.31(aa)"

    @pytest.mark.parametrize(
        ("position", "expected"),
        [
            (BeforePlace(at("H14.31", "(a)")), 'Tests"):\n  (za) more; and\n  (a) tests'),
            (AtBeginning(), 'Tests"):\n  (za) more; and\n  (a) tests'),
            (AfterPlace(at("H14.31", "(b)")), "H14.2(a),\n  (za) more; and\n\n  in each case"),
        ],
    )
    def test_a_paragraph_elsewhere(self, position: BeforePlace, expected: str) -> None:
        sheet = carried(TEXT, InsertProvisions(at("H14.31"), position, lines("(za) more; and")))
        assert sheet.said == []
        assert expected in sheet.documents[H].text

    def test_a_paragraph_below_a_paragraph(self) -> None:
        done = one(TEXT, InsertProvisions(at("H14.31", "(b)"), AtEnd(), lines("(iii) so on,")))
        assert done == "+     (iii) so on,"

    def test_the_first_paragraphs_of_a_clause(self) -> None:
        sheet = carried(TEXT, InsertProvisions(at("H14.33"), AtEnd(), lines("(a) so; and\n(b) on.")))
        assert sheet.documents[H].text.endswith("names a Device.\n  (a) so; and\n  (b) on.\n")
        assert ("H14.33", "(b)") in sheet.documents[H].by_path

    def test_unlabelled_words(self) -> None:
        done = one(TEXT, InsertProvisions(at("H14.33"), AtEnd(), lines("This is a second paragraph.")))
        assert done == "+   This is a second paragraph."

    def test_a_sub_section(self) -> None:
        sheet = carried(TEXT, InsertProvisions(at(), AfterPlace(at("H14")), lines("# H15 New\n\nH15.1 Hello.")))
        assert sheet.documents[H].text.endswith("a Device.\n\n# H15 New\n\nH15.1 Hello.\n")

    def test_a_sub_heading(self) -> None:
        done = one(TEXT, InsertProvisions(at("H14"), BeforePlace(at("H14.33")), lines("## The Rest")))
        assert done == "+ ## The Rest"

    def test_definitions_by_the_alphabet(self) -> None:
        place = AppropriatePlace()
        for term, follows in (("Network", "User"), ("apparatus", "Device"), ("Device type", "User"), ("Zone", "")):
            sheet = carried(TEXT, InsertProvisions(at("H14.32"), place, lines(f'define "{term}" means it.')))
            assert sheet.said == []
            terms = [path[-1].strip('"') for path in sheet.documents[H].by_path if path[-1].startswith('"')]
            assert terms[terms.index(term) + 1 :][:1] == ([follows] if follows else [])

    def test_the_first_definition(self) -> None:
        sheet = carried(TEXT, InsertProvisions(at("H14.33"), AppropriatePlace(), lines('define "X" means it.')))
        assert sheet.documents[H].text.endswith('a Device.\n\n  define "X" means it.\n')

    def test_in_an_annex_with_numbers_of_its_own(self) -> None:
        sheet = carried(
            APPENDIX, InsertProvisions(at("annex-A", document=AC), AtEnd(), lines("A2 Another form, as 4.1 says."))
        )
        assert ("annex-A", "A2") in sheet.documents[AC].by_path

    def test_beside_an_annex(self) -> None:
        after = AfterPlace(at("annex-A", document=AC))
        sheet = carried(APPENDIX, InsertProvisions(at(document=AC), after, lines("annex B: More\n\n1 One.")))
        assert (sheet.said, ("annex-B", "1") in sheet.documents[AC].by_path) == ([], True)

    def test_what_is_set_out_may_hold_everything(self) -> None:
        text = lines("""
            H15.1 New:

              define "Meter" means it.

              | a | b |
              | --- | --- |
              | c | d |

              $$ x = y $$

              > 1 Quoted.

              note: A note.
        """)
        sheet = carried(TEXT, InsertProvisions(at(), AtEnd(), text))
        assert sheet.said == []
        assert sheet.documents[H].text.endswith("\n".join(text.lines) + "\n")


class TestRows:
    def test_after_a_row(self) -> None:
        sheet = carried(
            TEXT, InsertProvisions(at("H14.32"), AfterPlace(row("Device", "H14.32")), lines("| n | 1 | 2 |"))
        )
        assert "| 10 | £5 |\n  | n | 1 | 2 |\n  | User System" in sheet.documents[H].text

    def test_before_a_row_and_at_the_end(self) -> None:
        sheet = carried(
            TEXT,
            InsertProvisions(at("H14.32"), BeforePlace(row("Device", "H14.32")), lines("| n | 1 | 2 |")),
            InsertProvisions(row("", "H14.32"), AtEnd(), lines("| z | 1 | 2 |")),
        )
        assert sheet.said == []
        assert "| --- |\n  | n | 1 | 2 |\n  | Device" in sheet.documents[H].text
        assert "£7 |\n  | z | 1 | 2 |\n\nH14.33" in sheet.documents[H].text

    def test_left_out_and_replaced(self) -> None:
        assert one(TEXT, OmitProvisions(row("Device", "H14.32"))) == "-   | Device | 10 | £5 |"
        done = one(TEXT, SubstituteProvisions(row("Device", "H14.32"), lines("| Dev | 9 | a\\|b |")))
        assert done == "-   | Device | 10 | £5 |\n+   | Dev | 9 | a\\|b |"

    def test_the_table_replaced_and_left_out(self) -> None:
        done = one(TEXT, SubstituteProvisions(row("", "H14.32"), lines("| a |\n| b |")))
        assert (done.count("\n- "), "+   | a |\n+   | b |" in done) == (5, True)
        sheet = carried(TEXT, OmitProvisions(row("", "H14.32", table="Times")))
        assert sheet.documents[H].text.endswith("a person.\n\nH14.33 The last clause, which names a Device.\n")


class TestLeftOut:
    def test_a_clause_in_the_middle(self) -> None:
        sheet = carried(TEXT, OmitProvisions(at("H14.32")))
        assert (
            "  note: Offered in a limited form.\n\nH14.33 The last clause, which names a Device.\n"
            in sheet.documents[H].text
        )

    def test_the_last_clause(self) -> None:
        sheet = carried(TEXT, OmitProvisions(at("H14.33")))
        assert sheet.documents[H].text.endswith("| User System | 20 | £7 |\n")

    def test_a_paragraph(self) -> None:
        assert one(TEXT, OmitProvisions(at("H14.31", "(b)", "(i)"))).startswith("-     (i) the Testing")

    def test_a_range(self) -> None:
        sheet = carried(TEXT, OmitProvisions(at("H14.31"), last=at("H14.32")))
        assert [path for path in sheet.documents[H].by_path if path[0] == "H14.31"] == []
        assert ("H14.33",) in sheet.documents[H].by_path

    def test_the_number_kept(self) -> None:
        sheet = carried(
            TEXT, OmitProvisions(at("H14.31", "(b)"), "[Not used]"), OmitProvisions(at("H14.33"), "[Not used]")
        )
        assert "\n  (b) [Not used]\n\n  in each" in sheet.documents[H].text
        assert sheet.documents[H].text.endswith("\nH14.33 [Not used]\n")
        assert sheet.documents[H].identities["H14.33",] == "section-H/H14.33"

    def test_the_number_of_a_sub_section_kept(self) -> None:
        assert carried(TEXT, OmitProvisions(at("H14"), "[Not used]")).documents[H].text.endswith("# H14 [Not used]\n")

    def test_a_definition_and_a_sub_heading(self) -> None:
        assert one(TEXT, OmitProvisions(at("H14.32", '"Device"'))).startswith('-   define "Device"')
        assert one(TEXT, OmitProvisions(sub_heading("Device and User System Tests", "H14"))).startswith("- ## Device")

    def test_the_closing_words(self) -> None:
        assert one(TEXT, OmitProvisions(closing("H14.31"))) == (
            "-   in each case in accordance with Good Industry Practice."
        )

    def test_an_annex(self) -> None:
        sheet = carried(APPENDIX, OmitProvisions(at("annex-A", document=AC)))
        assert sheet.documents[AC].text.endswith("4.2 This is the second.\n")


class TestReplaced:
    def test_a_clause(self) -> None:
        sheet = carried(TEXT, SubstituteProvisions(at("H14.33"), lines("H14.33 Another.")))
        assert sheet.changes() == "- H14.33 The last clause, which names a Device.\n+ H14.33 Another."
        assert sheet.put_there(1) == ["H14.33 Another."]

    def test_a_range(self) -> None:
        sheet = carried(TEXT, SubstituteProvisions(at("H14.31"), CLAUSE, at("H14.33")))
        assert sheet.documents[H].text.endswith("Tests\n\nH14.31A New:\n  (a) one; and\n  (b) two.\n")

    def test_under_another_number_it_stays_who_it_was(self) -> None:
        sheet = carried(TEXT, SubstituteProvisions(at("H14.33"), lines("H14.34 Another.")))
        assert sheet.who() == {"H14.34": "H14.33"}

    def test_a_definition(self) -> None:
        sheet = carried(TEXT, SubstituteProvisions(at("H14.32", '"User"'), lines('define "Party" means it.')))
        assert sheet.who() == {'H14.32/"Party"': 'H14.32/"User"'}

    def test_the_closing_words(self) -> None:
        done = one(TEXT, SubstituteProvisions(closing("H14.31"), lines("as the Panel says.")))
        assert "+   as the Panel says." in done
        assert done.count("\n") == 1

    def test_a_sub_heading_of_another_level(self) -> None:
        done = one(TEXT, SubstituteProvisions(sub_heading("Device and User System Tests", "H14"), lines("### Tests")))
        assert done == "- ## Device and User System Tests\n+ ### Tests"


class TestIdentity:
    def test_an_address_used_again(self) -> None:
        sheet = carried(
            TEXT,
            OmitProvisions(at("H14.33")),
            InsertProvisions(at("H14"), AfterPlace(at("H14.32")), lines("H14.33 Quite another.")),
        )
        assert sheet.said == []
        assert sheet.who() == {"H14.33": "H14.33~2"}

    def test_and_again(self) -> None:
        again: list[Wording] = [
            OmitProvisions(at("H14.33")),
            InsertProvisions(at("H14"), AfterPlace(at("H14.32")), lines("H14.33 Quite another.")),
        ]
        assert carried(TEXT, *again, *again).who() == {"H14.33": "H14.33~3"}


def test_a_clause_is_of_another_by_its_number_where_no_sub_section_holds_both() -> None:
    text = "section H: DCC Services\n\nH14 Testing\n\nH14.31 The DCC shall test.\n\nH14.32 Each Party shall help.\n"
    put_in = InsertProvisions(at("H14"), AfterPlace(at("H14.31")), CLAUSE)
    assert "+ H14.31A New:" in carried(text, put_in).changes()


class TestRefused:
    @pytest.mark.parametrize(
        ("action", "said"),
        [
            (InsertProvisions(at("H14"), AtEnd(), lines("H14.32 x")), "the number Section H14.32 is taken"),
            (InsertProvisions(at("H14.31"), AtEnd(), lines("(a) x")), "the number Section H14.31(a) is taken"),
            (InsertProvisions(at("H14.32"), AppropriatePlace(), lines('define "User" means x')),
             '"User" is defined there already'),
            (InsertProvisions(at("H14"), AtEnd(), lines("H14.40 x\n\nH14.40 y")), "the number Section H14.40 is taken"),
            (SubstituteProvisions(at("H14.33"), lines("H14.32 x")), "the number Section H14.32 is taken"),
            (InsertProvisions(at("H14"), AfterPlace(at("H14.39")), CLAUSE),
             "there is no Section H14.39 in the text as it then stands"),
            (InsertProvisions(at("H14.32"), AfterPlace(at("H14.31", "(a)")), lines("(aa) x")),
             "Section H14.31(a) does not stand in Section H14.32"),
            (InsertProvisions(at("H14.31", "(a)"), AfterPlace(at("H14.31")), CLAUSE),
             "Section H14.31 does not stand in Section H14.31(a)"),
            (InsertProvisions(at("H14"), AfterWords(words("x")), CLAUSE),
             "provisions are put in after a provision, and not after words"),
            (InsertProvisions(at("H14"), AppropriatePlace(), CLAUSE),
             "only definitions have an appropriate place, by the alphabet"),
            (InsertProvisions(at(), AfterPlace(at()), CLAUSE), "nothing can be put in beside a whole document"),
            (OmitProvisions(at("H14.39")), "there is no Section H14.39 in the text as it then stands"),
            (OmitProvisions(at("H14.33"), last=at("H14.31")),
             "the range does not run from its first provision to its last"),
            (OmitProvisions(at("H14.31", "(a)"), last=at("H14.32")),
             "Section H14.32 does not stand beside Section H14.31(a), in the same provision"),
            (OmitProvisions(at("H14.31"), "[Not used]", at("H14.33")), "the numbers of a range are kept one by one"),
            (OmitProvisions(at("H14.32", '"User"'), "[Not used]"), "only a numbered provision has a number to keep"),
            (OmitProvisions(row("x", "H14.32")), 'no row begins with "x" in that table'),
            (OmitProvisions(row("", "H14.31")), "Section H14.31 has no table"),
            (OmitProvisions(sub_heading("x", "H14")), 'Section H14 has no sub-heading "x"'),
            (OmitProvisions(opening("H14.31")), "the opening words of Section H14.31 cannot be set out alone"),
            (OmitProvisions(heading("H14")), "the heading of Section H14 cannot be set out alone"),
            (OmitProvisions(closing("H14.33")), "Section H14.33 has no closing words"),
            (OmitProvisions(at()), "a whole document is not left out or set out as a provision"),
        ],
    )  # fmt: skip
    def test_said_and_nothing_done(self, action: Wording, said: str) -> None:
        sheet = carried(TEXT, action)
        assert sheet.said == [f"1: {said}"]
        assert sheet.changes() == ""
        assert " " in sheet.refused["1"].advice

    def test_two_rows_that_begin_alike(self) -> None:
        text = TEXT.replace("| User System | 20", "| Device | 20")
        assert carried(text, OmitProvisions(row("Device", "H14.32"))).said == [
            '1: 2 rows begin with "Device" in that table'
        ]

    def test_two_tables(self) -> None:
        text = TEXT.replace("H14.33 The", "  | Kind |\n  | --- |\n  | x |\n\nH14.33 The")
        assert carried(text, OmitProvisions(row("Device", "H14.32"))).said == ["1: Section H14.32 has 2 tables"]
        assert carried(text, OmitProvisions(row("Device", "H14.32", table="Times"))).said == []

    def test_text_that_cannot_be_read(self) -> None:
        sheet = carried(TEXT, InsertProvisions(at("H14"), AtEnd(), lines("H14.40 It:\n\n      (a)x y")))
        assert sheet.changes() == ""
        assert sheet.said[0].startswith("1: the text that it would give cannot be read:")

    def test_the_others_of_the_instrument_stand(self) -> None:
        sheet = carried(
            TEXT,
            SubstituteWords(at("H14.33"), words("last"), "final"),
            OmitProvisions(at("H14.39")),
            SubstituteWords(at("H14.33"), words("names"), "says"),
        )
        assert list(sheet.refused) == ["2"]
        assert "+ H14.33 The final clause, which says a Device." in sheet.changes()


class TestLayout:
    def test_comments_go_with_what_stands_below(self) -> None:
        text = TEXT.replace("H14.33 The", "// A comment.\nH14.33 The")
        assert "// A comment." not in carried(text, OmitProvisions(at("H14.33"))).documents[H].text
        kept = carried(text, OmitProvisions(at("H14.32"))).documents[H].text
        assert "// A comment.\nH14.33 The" in kept

    def test_the_column_is_that_of_the_neighbours(self) -> None:
        text = TEXT.replace("    (i)", "      (i)").replace("    (ii)", "      (ii)")
        done = one(text, InsertProvisions(at("H14.31", "(b)"), AtEnd(), lines("(iii) so:\n  (A) on.")))
        assert done == "+       (iii) so:\n+         (A) on."
