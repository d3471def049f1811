"""Moves, new numbers, splits and joins: a provision stays who it is."""

import pytest

from secc.instruments.model import (
    AfterPlace,
    AtBeginning,
    AtEnd,
    BeforePlace,
    InsertProvisions,
    Join,
    Move,
    OmitProvisions,
    RenameTerm,
    Renumber,
    Split,
    SubstituteWords,
    Wording,
)
from tests.amending.sheets import AC, APPENDIX, TEXT, H, at, carried, lines, sub_heading, words


class TestRenumbered:
    def test_a_clause(self) -> None:
        sheet = carried(TEXT, Renumber(at("H14.33"), "H14.34"))
        assert (
            sheet.changes()
            == "- H14.33 The last clause, which names a Device.\n+ H14.34 The last clause, which names a Device."
        )
        assert (sheet.who(), sheet.put_there(1)) == ({"H14.34": "H14.33"}, ["H14.34"])

    def test_with_all_that_stands_in_it(self) -> None:
        assert carried(TEXT, Renumber(at("H14.31"), "H14.30")).who() == {
            "H14.30": "H14.31", "H14.30(a)": "H14.31(a)", "H14.30(b)": "H14.31(b)", "H14.30(b)(i)": "H14.31(b)(i)",
            "H14.30(b)(ii)": "H14.31(b)(ii)",
        }  # fmt: skip

    def test_a_range(self) -> None:
        sheet = carried(TEXT, Renumber(at("H14.31"), "H14.32", at("H14.33"), "H14.34"))
        assert sheet.said == []
        assert [path for path in sheet.documents[H].by_path if len(path) == 1] == [
            ("H14",), ("H14.32",), ("H14.33",), ("H14.34",)
        ]  # fmt: skip
        assert sheet.who()["H14.34"] == "H14.33"

    def test_paragraphs(self) -> None:
        sheet = carried(TEXT, Renumber(at("H14.31", "(a)"), "(b)", at("H14.31", "(b)"), "(c)"))
        assert sheet.said == []
        assert sheet.who()["H14.31(c)(ii)"] == "H14.31(b)(ii)"

    @pytest.mark.parametrize(
        ("first", "last", "label", "expected"),
        [("(i)", "(ii)", "(ii)", ["(ii)", "(iii)"]), ("(i)", "(ii)", "(iv)", ["(iv)", "(v)"]),
         ("(i)", "(ii)", "(A)", ["(A)", "(B)"]), ("(i)", "(ii)", "(1)", ["(1)", "(2)"]),
         ("(i)", "(ii)", "(z)", ["(z)", "(aa)"]), ("(i)", "(ii)", "(aa)", ["(aa)", "(bb)"])],
    )  # fmt: skip
    def test_series(self, first: str, last: str, label: str, expected: list[str]) -> None:
        place = ("H14.31", "(b)")
        sheet = carried(TEXT, Renumber(at(*place, first), label, at(*place, last), expected[-1]))
        assert sheet.said == []
        assert [path[2] for path in sheet.documents[H].by_path if len(path) == 3] == expected

    def test_letters_of_insertions(self) -> None:
        text = TEXT.replace("H14.32 ", "H14.31A ").replace("H14.33 ", "H14.31B ")
        sheet = carried(text, Renumber(at("H14.31A"), "H14.31B", at("H14.31B"), "H14.31C"))
        assert (sheet.said, sheet.who()["H14.31C"]) == ([], "H14.31B")

    def test_a_sub_section_with_its_clauses(self) -> None:
        sheet = carried(TEXT, Renumber(at("H14"), "H15"))
        assert "# H15 Testing Services" in sheet.documents[H].text
        assert sheet.who()["H15.31(b)(i)"] == "H14.31(b)(i)"

    def test_an_annex(self) -> None:
        sheet = carried(APPENDIX, Renumber(at("annex-A", document=AC), "B"))
        assert "annex B: Forms" in sheet.documents[AC].text
        assert sheet.who(AC) == {"annex-B": "annex-A", "annex-B/A1": "annex-A/A1"}

    def test_a_part_whose_label_stands_in_its_keyword(self) -> None:
        text = APPENDIX.replace("annex A: Forms", "part a: Forms")
        sheet = carried(text, Renumber(at("part-a", document=AC), "b"))
        assert "\npart b: Forms" in sheet.documents[AC].text

    @pytest.mark.parametrize(
        ("action", "said"),
        [
            (Renumber(at("H14.31"), "H14.32"), "the number Section H14.32 is taken"),
            (Renumber(at("H14.31"), "H14.33", at("H14.32"), "H14.34"), "the number Section H14.33 is taken"),
            (Renumber(at("H14.31"), "H14.31A", at("H14.32"), "H14.35"),
             "the numbers end with H14.31B, and not with H14.35"),
            (Renumber(at("H14.33"), "H14.34", at("H14.32"), "H14.35"),
             "the range does not run from its first provision to its last"),
            (Renumber(at("H14.32"), "H14.34", at("H15.1"), "H14.36"),
             "Section H15.1 does not stand beside Section H14.32, in the same provision"),
            (Renumber(at("H14.31", "(a)"), "(b)", at("H14.31", "(b)", "(i)"), "(c)"),
             "Section H14.31(b)(i) does not stand beside Section H14.31(a), in the same provision"),
            (Renumber(at("H14.39"), "H14.40"), "there is no Section H14.39 in the text as it then stands"),
            (Renumber(at("H14.32", '"User"'), "(a)"), "only a numbered provision has a number"),
            (Renumber(sub_heading("Device and User System Tests", "H14"), "H15"),
             "only a numbered provision has a number"),
            (Renumber(at(), "H15"), "only a numbered provision has a number"),
        ],
    )  # fmt: skip
    def test_refused(self, action: Wording, said: str) -> None:
        sheet = carried(f"{TEXT}\n# H15 Reports\n\nH15.1 The DCC shall report.\n", action)
        assert (sheet.said, sheet.changes()) == ([f"1: {said}"], "")


class TestMoved:
    @pytest.mark.parametrize(
        "to", [BeforePlace(at("H14.31")), AfterPlace(sub_heading("Device and User System Tests", "H14"))]
    )
    def test_within_a_document(self, to: BeforePlace) -> None:
        sheet = carried(TEXT, Move(at("H14.33"), to))
        assert (sheet.said, sheet.who()) == ([], {})
        assert "Tests\n\nH14.33 The last clause, which names a Device.\n\nH14.31 The DCC" in sheet.documents[H].text
        assert sheet.documents[H].text.endswith("£7 |\n")
        assert "".join(sheet.put_there(1)).strip() == ""

    def test_with_a_new_number(self) -> None:
        sheet = carried(TEXT, Move(at("H14.33"), BeforePlace(at("H14.31")), label="H14.30A"))
        assert sheet.who() == {"H14.30A": "H14.33"}
        assert "".join(sheet.put_there(1)).strip() == "H14.30A"

    def test_paragraphs_and_all_in_them(self) -> None:
        sheet = carried(TEXT, Move(at("H14.31", "(b)"), AtEnd(), at("H14.33"), "(a)"))
        assert sheet.said == []
        assert sheet.who()["H14.33(a)(ii)"] == "H14.31(b)(ii)"

    def test_deeper(self) -> None:
        """The indentation is that of the place."""
        sheet = carried(TEXT, Move(at("H14.31", "(a)"), AfterPlace(at("H14.31", "(b)", "(ii)")), label="(iii)"))
        assert sheet.said == []
        assert "\n    (iii) tests of the interoperability of Devices" in sheet.documents[H].text
        assert sheet.who()["H14.31(b)(iii)"] == "H14.31(a)"

    def test_to_another_document(self) -> None:
        to = AfterPlace(at("4.1", document=AC))
        sheet = carried([TEXT, APPENDIX], Move(at("H14.31"), to, at(document=AC), "4.1A"))
        assert sheet.said == []
        assert ("H14.31",) not in sheet.documents[H].by_path
        assert sheet.documents[AC].identities["4.1A", "(b)", "(i)"] == "section-H/H14.31(b)(i)"
        assert "\n4.1A The DCC shall" in sheet.documents[AC].text

    def test_into_an_annex(self) -> None:
        sheet = carried([TEXT, APPENDIX], Move(at("H14.33"), AtEnd(), at("annex-A", document=AC), "A2"))
        assert sheet.said == []
        assert sheet.documents[AC].identities["annex-A", "A2"] == "section-H/H14.33"

    def test_an_annex_moved(self) -> None:
        text = APPENDIX + "\nannex B: More\n\n1 One.\n"
        sheet = carried(text, Move(at("annex-B", document=AC), BeforePlace(at("annex-A", document=AC))))
        assert (sheet.said, sheet.who(AC)) == ([], {})
        assert "annex B: More\n\n1 One.\n\nannex A: Forms" in sheet.documents[AC].text

    def test_a_definition(self) -> None:
        sheet = carried(TEXT, Move(at("H14.32", '"User"'), BeforePlace(at("H14.32", '"Device"'))))
        assert (sheet.said, sheet.who()) == ([], {})
        assert sheet.documents[H].text.index('"User" or') < sheet.documents[H].text.index('"Device" means')

    def test_at_the_beginning(self) -> None:
        sheet = carried(TEXT, Move(at("H14.31", "(b)"), AtBeginning(), at("H14.31"), "(za)"))
        assert sheet.said == []
        assert sheet.who()["H14.31(za)(i)"] == "H14.31(b)(i)"

    def test_a_range(self) -> None:
        sheet = carried(TEXT, Move(at("H14.31"), AfterPlace(at("H14.33")), last=at("H14.32")))
        assert (sheet.said, sheet.who()) == ([], {})
        assert [path for path in sheet.documents[H].by_path if len(path) == 1] == [
            ("H14",), ("H14.33",), ("H14.31",), ("H14.32",)
        ]  # fmt: skip

    def test_its_address_used_again(self) -> None:
        sheet = carried(
            TEXT,
            Move(at("H14.33"), BeforePlace(at("H14.31")), label="H14.30"),
            InsertProvisions(at("H14"), AtEnd(), lines("H14.33 New.")),
        )
        assert sheet.who() == {"H14.30": "H14.33", "H14.33": "H14.33~2"}

    @pytest.mark.parametrize(
        ("action", "said"),
        [
            (Move(at("H14.31"), AfterPlace(at("H14.31", "(a)"))), "it stands there already"),
            (Move(at("H14.31", "(a)"), AtEnd(), at("H14.31", "(b)"), "(i)"),
             "the number Section H14.31(b)(i) is taken"),
            (Move(at("H14.33"), AfterPlace(at("H14.39"))), "there is no Section H14.39 in the text as it then stands"),
            (Move(at("H14.33"), AtEnd(), at(document=AC)), "Appendix AC is not part of the Code on that day"),
            (Move(sub_heading("Device and User System Tests", "H14"), AfterPlace(at("H14.31"))),
             "only a provision with an address of its own moves"),
            (Move(at("H14.31"), AfterPlace(at("H14.33")), label="H14.40", last=at("H14.32")),
             "a range moves under the numbers that it has"),
        ],
    )  # fmt: skip
    def test_refused(self, action: Wording, said: str) -> None:
        sheet = carried(TEXT, action)
        assert (sheet.said, sheet.changes()) == ([f"1: {said}"], "")


class TestSplitAndJoined:
    def test_a_clause_with_what_stands_below(self) -> None:
        sheet = carried(TEXT, Split(at("H14.31"), words("to carry out"), "H14.31A"))
        assert sheet.said == []
        assert "Participants\n\nH14.31A to carry out the following" in sheet.documents[H].text
        assert ("H14.31A", "(b)", "(i)") in sheet.documents[H].by_path
        assert sheet.documents[H].identities["H14.31",] == "section-H/H14.31"

    def test_a_paragraph(self) -> None:
        sheet = carried(TEXT, Split(at("H14.31", "(b)", "(i)"), words("has notified"), "(ia)"))
        assert sheet.said == []
        assert "    (i) the Testing Participant\n    (ia) has notified the DCC; and" in sheet.documents[H].text

    def test_joined(self) -> None:
        sheet = carried(TEXT, Join(at("H14.31", "(b)", "(ii)"), at("H14.31", "(b)", "(i)")))
        assert sheet.said == []
        assert "(i) the Testing Participant has notified the DCC; and the test is within" in sheet.documents[H].text

    def test_split_and_joined_again(self) -> None:
        sheet = carried(
            TEXT,
            Split(at("H14.33"), words("which names"), "H14.34"),
            Join(at("H14.34"), at("H14.33")),
        )
        assert sheet.said == []
        assert sheet.documents[H].digest == sheet.before[H].digest
        assert sheet.documents[H].identities == sheet.before[H].identities

    @pytest.mark.parametrize(
        ("action", "said"),
        [
            (Split(at("H14.33"), words("The last"), "H14.34"), "there is nothing before these words to stay behind"),
            (Split(at("H14.33"), words("absent"), "H14.34"), 'the words "absent" do not stand in Section H14.33'),
            (Split(at("H14.31"), words("to carry"), "H14.33"), "the number Section H14.33 is taken"),
            (Split(at("H14.32", '"User"'), words("means"), "(a)"),
             "only a clause or a paragraph is split"),
            (Join(at("H14.33"), at("H14.31")),
             "Section H14.33 does not stand directly behind the words of Section H14.31"),
            (Join(at("H14.33"), at("H14.32")),
             "Section H14.33 does not stand directly behind the words of Section H14.32"),
        ],
    )  # fmt: skip
    def test_refused(self, action: Wording, said: str) -> None:
        sheet = carried(TEXT, action)
        assert (sheet.said, sheet.changes()) == ([f"1: {said}"], "")


class TestRenamed:
    def test_everywhere(self) -> None:
        sheet = carried([TEXT, APPENDIX.replace("the first", "of a Device")], RenameTerm("Device", "Appliance"))
        text = sheet.documents[H].text + sheet.documents[AC].text
        assert 'define "Appliance" means' in text
        assert "interoperability of Appliances with" in text
        assert "This is of a Appliance." in text
        assert sheet.who() == {'H14.32/"Appliance"': 'H14.32/"Device"'}

    def test_not_in_longer_terms(self) -> None:
        """The "Device and User System Tests" are another term."""
        sheet = carried(TEXT, RenameTerm("Device", "Appliance"))
        assert 'the "Device and User System Tests"' in sheet.documents[H].text

    def test_in_the_documents_named(self) -> None:
        text = APPENDIX.replace("the first", "of a Device")
        sheet = carried([TEXT, text], RenameTerm("Device", "Appliance", (AC,)))
        assert (sheet.changes(), "of a Appliance" in sheet.changes(AC)) == ("", True)

    def test_absent(self) -> None:
        assert carried(TEXT, RenameTerm("Meter", "x")).said == ['1: "Meter" stands nowhere in the Code']
        said = carried([TEXT, APPENDIX], RenameTerm("Meter", "x", (AC, H))).said
        assert said == ['1: "Meter" stands nowhere in Appendix AC and Section H']


class TestOneAfterAnother:
    def test_an_operation_sees_what_those_before_did(self) -> None:
        sheet = carried(
            TEXT,
            Renumber(at("H14.32"), "H14.32A"),
            InsertProvisions(at("H14"), AfterPlace(at("H14.31")), lines("H14.32 New words.")),
            SubstituteWords(at("H14.32"), words("New"), "Newer"),
            OmitProvisions(at("H14.32A", '"User"')),
        )
        assert sheet.said == []
        assert sheet.who()["H14.32"] == "H14.32~2"
        assert "H14.32 Newer words." in sheet.documents[H].text

    def test_an_old_address_is_gone(self) -> None:
        sheet = carried(TEXT, Renumber(at("H14.33"), "H14.34"), SubstituteWords(at("H14.33"), words("The"), "A"))
        assert list(sheet.refused) == ["2"]
