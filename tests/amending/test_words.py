"""Words within a line: substituted, put in, left out, in the places that are meant and nowhere else."""

import pytest

from secc.instruments.model import (
    AfterWords,
    AtBeginning,
    AtEnd,
    BeforeWords,
    InsertWords,
    OmitWords,
    Stretch,
    SubstituteHeading,
    SubstituteWords,
    Which,
    Wording,
)
from tests.amending.sheets import (
    AC,
    APPENDIX,
    TEXT,
    at,
    by,
    carried,
    closing,
    heading,
    opening,
    row,
    sub_heading,
    words,
)

TWICE = """\
section H: T

H1 The DCC, or a User, shall tell the DCC:
  (a) that a User exists; and
  (b) that the DCC exists.
"""


def one(text: str, action: Wording) -> str:
    """What one operation changed; it is not refused."""
    sheet = carried(text, action)
    assert sheet.said == []
    return sheet.changes()


class TestSubstituted:
    def test_once(self) -> None:
        done = one(TEXT, SubstituteWords(at("H14.31"), words("shall provide"), "shall take steps to provide"))
        assert done == (
            "- H14.31 The DCC shall provide a service to enable Testing Participants\n"
            "+ H14.31 The DCC shall take steps to provide a service to enable Testing Participants"
        )

    def test_across_lines(self) -> None:
        """Line breaks of the source are spaces; what is substituted stands on the line where the words began."""
        done = one(TEXT, SubstituteWords(at("H14.31"), words("Participants to carry out"), "persons to do"))
        assert "+ H14.31 The DCC shall provide a service to enable Testing persons to do the following (the" in done

    def test_in_each_place(self) -> None:
        assert one(TWICE, SubstituteWords(at("H1"), words("DCC", Which.EACH), "CSP")).count("CSP") == 3

    @pytest.mark.parametrize(
        ("which", "line"),
        [
            (Which.FIRST, "H1 The CSP, or a User, shall tell the DCC:"),
            (Which.SECOND, "H1 The DCC, or a User, shall tell the CSP:"),
            (Which.THIRD, "  (b) that the CSP exists."),
            (Which.LAST, "  (b) that the CSP exists."),
        ],
    )
    def test_in_one_of_the_places(self, which: Which, line: str) -> None:
        assert f"+ {line}" in one(TWICE, SubstituteWords(at("H1"), words("DCC", which), "CSP"))

    def test_in_the_opening_words(self) -> None:
        done = one(TWICE, SubstituteWords(opening("H1"), words("User"), "Party"))
        assert "+ H1 The DCC, or a Party, shall tell the DCC:" in done

    def test_in_the_closing_words(self) -> None:
        done = one(TEXT, SubstituteWords(closing("H14.31"), words("each"), "either"))
        assert done.endswith("+   in either case in accordance with Good Industry Practice.")

    def test_from_one_word_to_another(self) -> None:
        done = one(TEXT, SubstituteWords(at("H14.31", "(b)"), Stretch("has notified", "the DCC"), "is ready"))
        assert "+     (i) the Testing Participant is ready; and" in done

    def test_to_the_end(self) -> None:
        """The closing stop, and what joins the next of a list, stay."""
        done = one(TEXT, SubstituteWords(at("H14.31", "(a)"), Stretch("Devices"), "meters"))
        assert "+   (a) tests of the interoperability of meters; and" in done

    def test_with_curly_quotation_marks(self) -> None:
        done = one(TEXT, SubstituteWords(at("H14.31"), words("the “Device and User System Tests”"), "“Tests”"))
        assert '+ to carry out the following ("Tests"):' in done

    def test_whole_words_alone(self) -> None:
        """A word within a longer one is not the word."""
        assert carried(TEXT, SubstituteWords(at("H14.33"), words("claus"), "x")).said == [
            '1: the words "claus" do not stand in Section H14.33'
        ]


class TestPutIn:
    def test_after_words(self) -> None:
        done = one(TEXT, InsertWords(at("H14.31"), AfterWords(words("Testing Participants")), "(and others)"))
        assert "+ H14.31 The DCC shall provide a service to enable Testing Participants (and others)" in done

    def test_before_words(self) -> None:
        done = one(TEXT, InsertWords(at("H14.31"), BeforeWords(words("service")), "timely"))
        assert "a timely service" in done

    def test_a_comma_needs_no_blank(self) -> None:
        assert "Device, or a" in one(TEXT, InsertWords(at("H14.33"), AfterWords(words("a Device")), ", or a User"))

    def test_at_the_end_before_the_stop(self) -> None:
        assert "a Device or a User.\n" in one(TEXT, InsertWords(at("H14.33"), AtEnd(), "or a User")) + "\n"

    def test_at_the_end_with_a_stop_of_its_own(self) -> None:
        assert "a Device. It is short.\n" in one(TEXT, InsertWords(at("H14.33"), AtEnd(), "It is short.")) + "\n"

    def test_at_the_end_is_of_the_last_words(self) -> None:
        assert "+   in each case in accordance with Good Industry Practice and soon." in one(
            TEXT, InsertWords(at("H14.31"), AtEnd(), "and soon")
        )

    def test_at_the_end_of_an_item_of_a_list(self) -> None:
        done = one(TEXT, InsertWords(at("H14.31", "(a)"), AtEnd(), "in use"))
        assert "+   (a) tests of the interoperability of Devices with the DCC Systems in use; and" in done

    def test_at_the_beginning(self) -> None:
        done = one(TEXT, InsertWords(at("H14.33"), AtBeginning(), "From 2018,"))
        assert "+ H14.33 From 2018, The last clause, which names a Device." in done

    def test_at_the_beginning_of_a_definition_is_behind_its_terms(self) -> None:
        done = one(TEXT, InsertWords(at("H14.32", '"User"'), AtBeginning(), "(in Section H)"))
        assert '+   define "User" or "UR" (in Section H) means a person.' in done

    def test_in_two_places(self) -> None:
        assert one(TWICE, InsertWords(at("H1"), AfterWords(words("User", Which.EACH)), "or Party")).count("Party") == 2


class TestLeftOut:
    def test_words(self) -> None:
        done = one(TEXT, OmitWords(at("H14.31", "(b)", "(ii)"), words("the scope of")))
        assert "+     (ii) the test is within Section H14.2(a)," in done

    def test_the_first_words(self) -> None:
        assert "+ H14.33 last clause, which names a Device." in one(TEXT, OmitWords(at("H14.33"), words("The")))

    def test_words_before_a_stop_take_the_blank_along(self) -> None:
        assert "+ H14.33 The last clause, which names." in one(TEXT, OmitWords(at("H14.33"), words("a Device")))

    def test_from_one_word_to_another(self) -> None:
        assert "+ H14.33 The last clause." in one(TEXT, OmitWords(at("H14.33"), Stretch(", which", "Device")))

    def test_to_the_end(self) -> None:
        assert "+ H14.33 The last clause." in one(TEXT, OmitWords(at("H14.33"), Stretch(", which")))

    def test_all_the_closing_words(self) -> None:
        """An unlabelled paragraph of which nothing is left is no paragraph."""
        sheet = carried(TEXT, OmitWords(closing("H14.31"), Stretch("in each case", "Practice.")))
        assert sheet.said == []
        assert sheet.changes() == "-   in each case in accordance with Good Industry Practice."


class TestHeadings:
    def test_of_a_sub_section(self) -> None:
        assert "+ # H14 Tests" in one(TEXT, SubstituteHeading(heading("H14"), "Tests"))

    def test_of_a_document(self) -> None:
        assert "+ section H: Services" in one(TEXT, SubstituteHeading(heading(), "Services"))

    def test_of_a_clause_is_its_bold_title_without_the_stop(self) -> None:
        assert "+ H14.32 **Exclusions.** The Panel" in one(TEXT, SubstituteHeading(heading("H14.32"), "Exclusions"))

    def test_of_an_annex(self) -> None:
        sheet = carried(APPENDIX, SubstituteHeading(heading("annex-A", document=AC), "Templates"))
        assert (sheet.said, sheet.changes(AC)) == ([], "- annex A: Forms\n+ annex A: Templates")

    def test_a_sub_heading(self) -> None:
        done = one(TEXT, SubstituteHeading(sub_heading("Device and User System Tests", "H14"), "Which Tests"))
        assert "+ ## Which Tests" in done

    def test_words_in_a_heading(self) -> None:
        assert "+ # H14 Trial Services" in one(TEXT, SubstituteWords(heading("H14"), words("Testing"), "Trial"))


class TestCells:
    def test_in_a_row(self) -> None:
        assert "+   | Device | 12 | £5 |" in one(TEXT, SubstituteWords(row("Device", "H14.32"), words("10"), "12"))

    def test_in_a_column(self) -> None:
        place = row("User System", "H14.32", column="Fee")
        assert "+   | User System | 20 | £8 |" in one(TEXT, SubstituteWords(place, words("£7"), "£8"))

    def test_a_bar_is_a_word(self) -> None:
        done = one(TEXT, SubstituteWords(row("Device", "H14.32"), words("10"), "1|2"))
        assert "+   | Device | 1\\|2 | £5 |" in done

    def test_at_the_edges_of_a_cell(self) -> None:
        place = row("Device", "H14.32", column="Days")
        assert "| at most 10 |" in one(TEXT, InsertWords(place, AtBeginning(), "at most"))
        assert "| 10 or so |" in one(TEXT, InsertWords(place, AtEnd(), "or so"))
        assert "| at most 10 |" in one(TEXT, InsertWords(place, BeforeWords(words("10")), "at most"))

    def test_a_caption(self) -> None:
        assert "+   table: Days" in one(TEXT, SubstituteWords(at("H14.32"), words("Times"), "Days"))


MARKED = """\
section H: T

H1 The *User* shall pay `amount=5` to **the DCC** as [agreed](https://a.example/x) at the end.[^1]

  Here $a+b$ is \\*not\\* the sum of £5 and $6.

  [^1]: Or before, as the Panel says.

H2 **Costs.** Every User bears them.

  > 1.1 I, the User, agree:
  >   (a) to act; and
  >   (b) to be bound
  >   by the Code.
"""


class TestMarks:
    """Emphasis, code, formulas, links and footnotes about and beside the words."""

    @pytest.mark.parametrize(
        ("old", "new", "expected"),
        [
            ("User", "Party", "The *Party* shall pay"),
            ("The User", "A Party", "A Party shall pay"),
            ("the DCC", "it", "to **it** as"),
            ("pay amount=5", "give it", "shall give it to **the DCC**"),
            ("agreed", "settled", "as settled at the end.[^1]"),
            ("at the end.", "soon.", "soon.[^1]"),
            ("not", "by no means", "\\*by no means\\* the sum"),
            ("sum of", "whole of", "the whole of £5"),
            ("Panel", "DCC", "Or before, as the DCC says."),
        ],
    )
    def test_substituted(self, old: str, new: str, expected: str) -> None:
        assert expected in one(MARKED, SubstituteWords(at("H1"), words(old), new))

    def test_at_the_edge_of_emphasis(self) -> None:
        done = carried(MARKED, InsertWords(at("H1"), AfterWords(words("The User")), "or Party"))
        assert done.said == []
        assert "The *User* or Party shall" in done.changes()

    def test_after_a_footnote_call(self) -> None:
        done = one(MARKED, InsertWords(at("H1"), AfterWords(words("at the end.")), "Or later."))
        assert "at the end." in done
        assert "Or later." in done

    def test_in_quoted_text(self) -> None:
        """What a form sets out is found like other words, over its lines too."""
        assert "+   > 1.1 I, the Party, agree:" in one(
            MARKED, SubstituteWords(at("H2"), words("I, the User"), "I, the Party")
        )
        done = one(MARKED, SubstituteWords(at("H2"), words("be bound by the Code"), "obey"))
        assert "+   >   (b) to obey." in done

    def test_the_bold_title_stays(self) -> None:
        assert "+ H2 **Costs.** Each User" in one(MARKED, SubstituteWords(at("H2"), words("Every"), "Each"))
        assert "+ H2 **Fees.** Every" in one(MARKED, SubstituteWords(at("H2"), words("Costs"), "Fees"))


FEWER = (
    TEXT.replace("of the interoperability of Devices", "of the Devices")
    .replace("with the DCC Systems; and", "with DCC Systems; and")
    .replace("notified the DCC", "notified it")
)
"""With no word `the` twice in a provision."""

NASTY = (
    "(a) x", "*x*", "$5 or $6", "H14.1 foo", "// foo", "note: x", "`x`", "[x](https://a.example)", "[^1]", "| x |",
    "# H15 x", "## x", "> x", "- x", "\\(a)", 'define "x" means y', "a. x", "table: x", "annex A: x", "> > x",
    "$$ x $$",
    "(b)x", "![x](y.svg)", "``` x", "section H: x", "“x” and ‘y’", "\\", "x\\", "**", "*", "$", "a|b", "end. (i) so",
)  # fmt: skip


class TestPlainWords:
    """What is put in is plain words, whatever it looks like."""

    @pytest.mark.parametrize("said", NASTY)
    @pytest.mark.parametrize("place", [("H14.33",), ("H14.31", "(a)"), ("H14.31", "(b)", "(i)")])
    def test_read_back(self, said: str, place: tuple[str, ...]) -> None:
        for action in (
            InsertWords(at(*place), AtBeginning(), said),
            InsertWords(at(*place), AtEnd(), said),
            SubstituteWords(at(*place), words("The last" if place[0] == "H14.33" else "the"), said),
        ):
            sheet = carried(FEWER, action)
            assert sheet.said == []
            made = sheet.documents[at().address.document]
            number = made.by_path[place]
            assert _as_read(said) in made.blocks[number].block.prose.text  # type: ignore[union-attr]
            assert list(made.by_path) == list(sheet.before[at().address.document].by_path)

    @pytest.mark.parametrize("said", NASTY)
    def test_where_the_sentence_runs_on(self, said: str) -> None:
        """At the start of a line of a sentence, where it would begin something else."""
        sheet = carried(TEXT, SubstituteWords(at("H14.31"), words("to carry out"), said))
        assert sheet.said == []
        assert _as_read(said) in sheet.documents[at().address.document].blocks[2].block.prose.text  # type: ignore[union-attr]
        assert sheet.put_there(1)


def _as_read(said: str) -> str:
    return said.replace("“", '"').replace("”", '"').replace("‘", "'").replace("’", "'")


class TestRefused:
    @pytest.mark.parametrize(
        ("action", "said"),
        [
            (SubstituteWords(at("H14.31"), words("absent words"), "x"),
             'the words "absent words" do not stand in Section H14.31'),
            (SubstituteWords(at("H14.31"), words("the DCC Systems"), "x"),
             'the words "the DCC Systems" stand in Section H14.31 twice'),
            (SubstituteWords(at("H14.31"), words("DCC", Which.FOURTH), "x"), ""),
            (SubstituteWords(at("H14.33"), words("Device", Which.SECOND), "x"),
             'the words "Device" stand in Section H14.33 only once'),
            (OmitWords(at("H14.33"), Stretch("Device", "The")), '"The" does not follow "Device" in Section H14.33'),
            (OmitWords(at("H14.31"), Stretch("tests of the", "DCC Systems")),
             'the words "tests of the" stand in Section H14.31 twice'),
            (SubstituteWords(at("H14.39"), words("x"), "y"),
             "there is no Section H14.39 in the text as it then stands"),
            (SubstituteWords(at("H14.31", "(c)"), words("x"), "y"),
             "there is no Section H14.31(c) in the text as it then stands"),
            (SubstituteWords(closing("H14.33"), words("x"), "y"), "Section H14.33 has no closing words"),
            (SubstituteWords(row("Meter", "H14.32"), words("x"), "y"), 'no row begins with "Meter" in that table'),
            (SubstituteWords(row("Device", "H14.31"), words("x"), "y"), "Section H14.31 has no table"),
            (SubstituteWords(row("Device", "H14.32", column="Price"), words("x"), "y"),
             'the table has no column "Price"'),
            (SubstituteWords(row("Device", "H14.32", table="Fees"), words("x"), "y"),
             'Section H14.32 has no table "Fees"'),
            (SubstituteHeading(heading("H14.33"), "x"), "Section H14.33 has no heading"),
            (SubstituteHeading(sub_heading("Tests", "H14"), "x"), 'Section H14 has no sub-heading "Tests"'),
            (SubstituteWords(at(document=AC), words("x"), "y"), "Appendix AC is not part of the Code on that day"),
        ],
    )  # fmt: skip
    def test_said_and_nothing_done(self, action: Wording, said: str) -> None:
        sheet = carried(TEXT, action)
        if not said:
            assert sheet.said == []
            return
        assert sheet.said == [f"1: {said}"]
        assert sheet.changes() == ""
        assert sheet.refused["1"].advice.split()[0] in ("quote", "name", "say", "designate")


class TestProvenance:
    def test_only_what_was_put_in_is_the_operations(self) -> None:
        sheet = carried(TEXT, SubstituteWords(at("H14.33"), words("which names"), "naming"))
        assert sheet.put_there(1) == ["naming"]

    def test_the_words_of_two_operations(self) -> None:
        sheet = carried(
            TEXT,
            SubstituteWords(at("H14.33"), words("which names"), "naming each and every"),
            SubstituteWords(at("H14.33"), words("and every"), "new"),
        )
        assert (sheet.put_there(1), sheet.put_there(2)) == (["naming each "], ["new"])

    def test_words_that_stay_keep_theirs_where_the_line_is_written_anew(self) -> None:
        """At the edge of a mark the whole line is printed again."""
        sheet = carried(MARKED, SubstituteWords(at("H1"), words("The User"), "A Party"))
        assert "".join(sheet.put_there(1)).strip() == "A Party"

    def test_the_origins_cover_the_text(self) -> None:
        sheet = carried(TEXT, InsertWords(at("H14.31"), AtEnd(), "x"), OmitWords(at("H14.33"), words("The")))
        whole = sheet.documents[at().address.document].traced
        assert whole.ends[-1] == len(whole.text)
        assert {each.number for each in whole.origins} == {"1"}
        assert by(1) in whole.origins


class TestNothingBefore:
    """A label that stands alone, its first words being a paragraph's."""

    TEXT = "section H: T\n\nH1\n  (a) one; and\n  (b) two.\n\nH2 The DCC shall:\n  (a) act.\n"

    def test_words_put_in(self) -> None:
        for place in (at("H1"), opening("H1")):
            done = one(self.TEXT, InsertWords(place, AtBeginning(), "The DCC shall do:"))
            assert done == "- H1\n+ H1 The DCC shall do:"

    def test_all_words_left_out(self) -> None:
        assert one(self.TEXT, OmitWords(opening("H2"), words("The DCC shall:"))) == "- H2 The DCC shall:\n+ H2"
