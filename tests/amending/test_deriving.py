"""The law of derivation: the operations derived from two wordings, carried out on the one, give the other."""

from collections import Counter
from collections.abc import Mapping
from itertools import count

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from secc.amending.deriving import annex_of, derived
from secc.amending.refusal import Refusal
from secc.amending.traced import Strand, traced
from secc.amending.version import DocumentVersion, identified, read
from secc.code.load import NoCache
from secc.code.walk import placed
from secc.diagnostics import Severity
from secc.ids import DocumentId, DocumentKind
from secc.instruments.model import (
    AfterPlace,
    AfterWords,
    AppropriatePlace,
    AtBeginning,
    AtEnd,
    BeforeWords,
    Designate,
    InsertProvisions,
    InsertWords,
    Join,
    Move,
    OmitProvisions,
    OmitWords,
    Redesignate,
    RenameTerm,
    Renumber,
    Revoke,
    Split,
    Stretch,
    SubstituteHeading,
    SubstituteProvisions,
    SubstituteWords,
    Which,
    Wording,
)
from tests.amending.sheets import (
    AC,
    APPENDIX,
    FIRST,
    TEXT,
    H,
    at,
    closing,
    heading,
    lines,
    on,
    opening,
    row,
    sub_heading,
    version,
    words,
)
from tests.amending.texts import Node, Writer, printed

Versions = dict[DocumentId, DocumentVersion]

some = settings(derandomize=True, deadline=None, max_examples=60)


def versions(code: Mapping[str, Node]) -> Versions:
    """The documents of a code that was written at random."""
    made: Versions = {}
    for label, node in code.items():
        name = DocumentId(DocumentKind.SECTION, label)
        loaded = read(printed(node), name, NoCache())
        whole = traced([Strand(loaded.source.text, FIRST)])
        made[name] = DocumentVersion(name, "1.0", whole, identified(placed(loaded.document), {}, set()), loaded)
    return made


def is_sound(made: Versions) -> bool:
    """Whether there is no error in it."""
    return all(found.severity is not Severity.ERROR for each in made.values() for found in each.loaded.findings)


def gives(before: Versions, after: Versions, actions: tuple[Wording, ...]) -> bool:
    """Whether operations, none refused, make of the one exactly what the other says."""
    used = {identity for each in before.values() for identity in each.identities.values()}
    sheet = on(before, used, actions, {annex_of(each): version.text for each, version in after.items()})
    assert sheet.said == []
    made = {each: version.digest for each, version in sheet.documents.items()}
    return made == {each: version.digest for each, version in after.items()}


@some
@given(st.integers(0, 10**9), st.integers(1, 6))
def test_carried_out_they_give_the_other_wording(seed: int, edits: int) -> None:
    writer = Writer(seed)
    code = writer.code()
    before, after = versions(code), versions(writer.edited(code, edits))
    assume(is_sound(before) and is_sound(after))
    assert gives(before, after, derived(before, after))


def test_nearly_always_without_setting_a_document_out() -> None:
    """Over a fixed run of edits of every kind; what is left is mostly two provisions given one number."""
    said: Counter[str] = Counter()
    tried = 0
    for seed in count():
        writer = Writer(seed)
        code = writer.code()
        before, after = versions(code), versions(writer.edited(code, 1 + seed % 3))
        if is_sound(before) and is_sound(after):
            tried += 1
            said.update({type(each).__name__ for each in derived(before, after)})
        if tried == 60:
            break
    assert said["Redesignate"] <= 3
    assert {"Renumber", "RenameTerm", "InsertProvisions", "OmitProvisions", "SubstituteWords"} <= set(said)


def test_the_same_text_needs_nothing() -> None:
    assert derived({H: version(TEXT)}, {H: version(TEXT.replace("\nto carry", " to carry"))}) == ()


def made_of(*changes: tuple[str, str], text: str = TEXT) -> tuple[Wording, ...]:
    """What is derived where a text is changed so; it is exact."""
    after = text
    for old, new in changes:
        assert old in after
        after = after.replace(old, new)
    old_version, new_version = version(text), version(after)
    before, goal = {old_version.id: old_version}, {new_version.id: new_version}
    actions = derived(before, goal)
    assert gives(before, goal, actions)
    return actions


class TestWords:
    """As few as say one place, and never a lone sign."""

    @pytest.mark.parametrize(
        ("old", "new", "action"),
        [
            ("last clause", "final rule", SubstituteWords(at("H14.33"), words("last clause"), "final rule")),
            ("last clause", "clause", OmitWords(at("H14.33"), words("last"))),
            ("last clause", "very last clause", InsertWords(at("H14.33"), BeforeWords(words("last")), "very")),
            ("names a Device", "names a User", SubstituteWords(at("H14.33"), words("Device"), "User")),
            ("which names a Device.", "which names a Device or a User.",
             InsertWords(at("H14.33"), AtEnd(), "or a User")),
            ("H14.33 The", "H14.33 From 2018, the",
             SubstituteWords(at("H14.33"), words("The last"), "From 2018, the last")),
            ("H14.33 The", "H14.33 So The", InsertWords(at("H14.33"), AtBeginning(), "So")),
            ("with the DCC Systems; and", "with the CSP Systems; and",
             SubstituteWords(at("H14.31", "(a)"), words("DCC"), "CSP")),
            ("The DCC shall", "The CSP shall", SubstituteWords(opening("H14.31"), words("DCC"), "CSP")),
            ("in each case", "in some cases", SubstituteWords(at("H14.31"), words("each case"), "some cases")),
            ("accordance with Good", "line with Good", SubstituteWords(at("H14.31"), words("accordance"), "line")),
            ("may except a Party", "a Party may except",
             SubstituteWords(at("H14.32"), words("may except a Party"), "a Party may except")),
            ('means a person', 'means anybody', SubstituteWords(at("H14.32", '"User"'), words("a person"), "anybody")),
            ("Participants\nto", "Participants;\nto",
             InsertWords(at("H14.31"), AfterWords(words("Participants")), ";")),
            ("notified the DCC; and", "notified the DCC; or",
             SubstituteWords(at("H14.31", "(b)", "(i)"), words("; and"), "; or")),
        ],
    )  # fmt: skip
    def test_quoted(self, old: str, new: str, action: Wording) -> None:
        assert made_of((old, new)) == (action,)

    def test_in_each_place(self) -> None:
        text = "section H: T\n\nH1 A fee is due, and a fee is paid, if a fee is asked for.\n"
        assert made_of(("fee", "charge"), text=text) == (SubstituteWords(at("H1"), words("fee", Which.EACH), "charge"),)

    def test_many_words_by_the_first_and_last(self) -> None:
        text = (
            "section H: T\n\nH1 The DCC shall, as soon as it can and in any case before the end of the day on which"
            " it was told so by the Panel, answer each Party in writing, with its reasons, and in the form that the"
            " Panel has agreed, and shall publish what it answered.\n"
        )
        omitted = " as soon as it can and in any case before the end of the day on which it was told so by the Panel,"
        (action,) = made_of((omitted, ""), text=text)
        assert isinstance(action, OmitWords)
        assert isinstance(action.words, Stretch)

    def test_grown_until_they_stand_in_one_place(self) -> None:
        text = "section H: T\n\nH1 X and Y and X and Y and X and Y and X.\n"
        assert made_of(("Y and X.", "Z and X."), text=text) == (
            SubstituteWords(at("H1"), words("Y and X."), "Z and X."),
        )

    def test_little_left_is_set_out_whole(self) -> None:
        assert made_of(
            ("The last clause, which names a Device.", "Nobody may, without the Panel, test any meter.")
        ) == (SubstituteProvisions(at("H14.33"), lines("H14.33 Nobody may, without the Panel, test any meter.")),)

    def test_so_is_what_changed_here_and_there_throughout(self) -> None:
        text = (
            "section H: T\n\nH1 The DCC shall test each Device, and the Panel may pay it for that in ten days or so.\n"
        )
        other = "H1 A CSP may try any Meter, or a Board will fund it with this by six weeks."
        assert made_of((text.split("\n")[2], other), text=text) == (SubstituteProvisions(at("H1"), lines(other)),)


class TestProvisions:
    def test_put_in(self) -> None:
        assert made_of(("H14.32 **", "H14.31A New:\n  (a) one.\n\nH14.32 **")) == (
            InsertProvisions(at("H14"), AfterPlace(at("H14.31")), lines("H14.31A New:\n  (a) one.")),
        )

    def test_left_out(self) -> None:
        assert made_of(("    (i) the Testing Participant has notified the DCC; and\n", "")) == (
            OmitProvisions(at("H14.31", "(b)", "(i)")),
        )

    def test_the_number_kept(self) -> None:
        assert made_of(("The last clause, which names a Device.", "[Not used]")) == (
            OmitProvisions(at("H14.33"), "[Not used]"),
        )

    def test_a_definition_at_its_place_by_the_alphabet(self) -> None:
        assert made_of(('  define "User"', '  define "Net" means it.\n\n  define "User"')) == (
            InsertProvisions(at("H14.32"), AppropriatePlace(), lines('define "Net" means it.')),
        )

    def test_a_definition_elsewhere(self) -> None:
        assert made_of(('  define "User"', '  define "Zone" means it.\n\n  define "User"')) == (
            InsertProvisions(at("H14.32"), AfterPlace(at("H14.32", '"Device"')), lines('define "Zone" means it.')),
        )

    def test_closing_words_left_out(self) -> None:
        (action,) = made_of(("\n  in each case in accordance with Good Industry Practice.\n", ""))
        assert action == OmitWords(at("H14.31"), words("in each case in accordance with Good Industry Practice."))

    def test_headings(self) -> None:
        assert made_of(("# H14 Testing Services", "# H14 Tests"), ("**Exceptions.**", "**Exclusions.**"),
                       ("## Device and User", "## User and Device"), ("section H: DCC", "section H: Our")) == (
            SubstituteHeading(heading(), "Our Services"),
            SubstituteHeading(heading("H14"), "Tests"),
            SubstituteHeading(sub_heading("Device and User System Tests", "H14"), "User and Device System Tests"),
            SubstituteHeading(heading("H14.32"), "Exclusions"),
        )  # fmt: skip

    def test_rows(self) -> None:
        assert made_of(("| 20 | £7 |", "| 25 | £7 |\n  | Else | 1 | a\\|b |")) == (
            SubstituteWords(row("User System", "H14.32"), words("20"), "25"),
            InsertProvisions(
                row("", "H14.32"), AfterPlace(row("User System", "H14.32")), lines("| Else | 1 | a\\|b |")
            ),
        )

    def test_a_column_sets_out_the_table(self) -> None:
        wider = "  | Test | Days |\n  | --- | --- |\n  | Device | 10 |\n  | User System | 20 |\n"
        (action,) = made_of((TEXT[TEXT.index("  | Test") : TEXT.index("\nH14.33")], wider))
        assert isinstance(action, SubstituteProvisions)
        assert action.place == row("", "H14.32")

    def test_a_formula_sets_out_the_provision(self) -> None:
        text = TEXT.replace("H14.33 The", "  $$ a = b $$\n\nH14.33 The")
        (action,) = made_of(("a = b", "a = c"), text=text)
        assert isinstance(action, SubstituteProvisions)
        assert action.place == at("H14.32")


class TestNumbers:
    def test_a_range(self) -> None:
        assert made_of(("H14.33 ", "H14.34 "), ("H14.32 ", "H14.33 "), ("H14.31 ", "H14.32 ")) == (
            Renumber(at("H14.31"), "H14.32", at("H14.33"), "H14.34"),
        )

    def test_the_number_of_something_new(self) -> None:
        """What stands there makes room first."""
        assert made_of(("  (b) tests", "  (b) other tests; and\n  (c) tests")) == (
            Renumber(at("H14.31", "(b)"), "(c)"),
            InsertProvisions(at("H14.31"), AfterPlace(at("H14.31", "(a)")), lines("(b) other tests; and")),
        )

    def test_a_sub_section_with_its_clauses(self) -> None:
        assert made_of(("# H14 ", "# H15 "), ("\nH14.31", "\nH15.31"), ("\nH14.32", "\nH15.32"),
                       ("\nH14.33", "\nH15.33")) == (Renumber(at("H14"), "H15"),)  # fmt: skip

    def test_a_move(self) -> None:
        clause = "H14.33 The last clause, which names a Device.\n"
        (action,) = made_of((f"\n{clause}", ""), ("H14.31 The", f"{clause.replace('.33', '.30')}\nH14.31 The"))
        assert isinstance(action, Move)
        assert (action.place, action.label) == (at("H14.33"), "H14.30")

    def test_a_split_and_a_join(self) -> None:
        text = (
            "section H: T\n\nH1 The DCC shall test each Device, and the Panel shall then pay the DCC for all of that.\n"
        )
        (action,) = made_of((" and the Panel", "\n\nH1A and the Panel"), text=text)
        assert action == Split(at("H1"), words("and the"), "H1A")
        joined = text.replace(" and the Panel", "\n\nH1A and the Panel")
        assert made_of(("\n\nH1A and the Panel", " and the Panel"), text=joined) == (Join(at("H1A"), at("H1")),)

    def test_a_renamed_term(self) -> None:
        text = TEXT.replace("## Device and User System Tests\n\n", "").replace(
            ' (the "Device and User System Tests")', ""
        )
        assert made_of(("Device", "Meter"), text=text) == (RenameTerm("Device", "Meter"),)


def _with_errors(text: str) -> DocumentVersion:
    loaded = read(text, H, NoCache())
    assert loaded.findings
    identities = identified(placed(loaded.document), {}, set())
    return DocumentVersion(H, "", traced([Strand(text, FIRST)]), identities, loaded)


class TestAsADrafterWould:
    """One change that reads as one, with the words around it."""

    TEXT = (
        "section H: T\n\nH1 A Party, expelled under Section M8 (Suspension, Expulsion and Withdrawal), may refer that "
        "to the Authority, which shall be final and binding for the purposes of this Code, and shall say so.\n"
    )

    @pytest.mark.parametrize(
        ("old", "new", "quoted", "put"),
        [
            ("M8 (Suspension, Expulsion and Withdrawal)", "M9 (Expulsion)",
             "M8 (Suspension, Expulsion and Withdrawal)", "M9 (Expulsion)"),
            ("be final and binding for the purposes of this Code", "bind the Parties",
             "be final and binding for the purposes of this Code", "bind the Parties"),
            ("this Code, and", "this Code and", "Code,", "Code"),
            ("refer that to", "to refer that", "refer that to", "to refer that"),
        ],
    )  # fmt: skip
    def test_is_one_substitution(self, old: str, new: str, quoted: str, put: str) -> None:
        assert made_of((old, new), text=self.TEXT) == (SubstituteWords(at("H1"), words(quoted), put),)

    def test_unlabelled_words_in_the_place_of_others_are_a_change_of_words(self) -> None:
        text = "section H: T\n\nH1 The fee is F.\n\n  where:\n  (a) F is the fee; and\n  (b) G is none.\n"
        assert made_of(("  where:\n", "  where, in each case:\n"), text=text) == (
            SubstituteWords(at("H1"), words("where"), "where, in each case"),
        )

    def test_a_paragraph_split_before_others_is_put_anew_alone(self) -> None:
        text = (
            "section H: T\n\nH1 It holds:\n  (a) a name;\n"
            "  (b) the documents and the fee that must go with a form; and\n"
            "  (c) the steps that a Party must take before it is able to receive Services.\n"
        )
        made = made_of(
            ("(c) the steps", "(d) the steps"),
            ("documents and the fee that must go with a form; and",
             "documents that must go with a form;\n  (c) the fee that must go with a form; and"),
            text=text,
        )  # fmt: skip
        assert [type(each) for each in made] == [OmitProvisions, Renumber, InsertProvisions]


class TestRuns:
    """Neighbours replaced together, since one of them has no name of its own."""

    TEXT = "section H: T\n\nH1 One.\n\n## Part\n\nH2 Two.\n\n## Part\n\nH3 Three.\n\n## Other\n\nH4 Four.\n"

    def test_what_goes_beside_them_goes_too(self) -> None:
        made = made_of(("H2 Two.\n\n## Part", "H2 Two.\n\n## Division"), ("## Other\n\n", ""), text=self.TEXT)
        assert [type(each) for each in made] == [SubstituteProvisions, OmitProvisions]

    def test_what_moved_out_of_them_is_no_place_to_put_others(self) -> None:
        old = (
            "section H: T\n\nH1 The the gamma.\n\n  alpha or\n\n## fees\n\n## fees\n\n"
            "H2 The fee the delta Party fee.\n\n## Fees\n\nH3 The delta delta of gamma the delta.\n\n"
            "H4 The beta or two, (one) fee (one) or two,.\n"
        )
        new = (
            "section H: T\n\nH1 The the gamma.\n\n  alpha or\n\n## fees\n\n"
            "H2 It:\n  (a) x shall (one);\n  (b) x and delta and and.\n\n## fees\n\n"
            "H3 The fee gamma delta Party fee.\n\nH4 The beta or two, (one) fee (one) or two,.\n\n"
            "H5 The delta delta of gamma the delta.\n\n## Fees\n"
        )
        before, after = {H: version(old)}, {H: version(new)}
        assert gives(before, after, derived(before, after))

    def test_what_comes_beside_them_comes_too(self) -> None:
        made = made_of(
            ("H2 Two.\n\n## Part", "H2 Two.\n\n## Division"), ("H4 Four", "H3A New.\n\nH4 Four"), text=self.TEXT
        )
        assert [type(each) for each in made] == [SubstituteProvisions, InsertProvisions]


class TestDocuments:
    def test_come_and_gone(self) -> None:
        before, after = {H: version(TEXT)}, {AC: version(APPENDIX)}
        assert derived(before, after) == (Revoke(H), Designate(AC, "1.0", annex_of(AC)))
        assert gives(before, after, derived(before, after))

    def test_a_renaming_is_not_for_a_document_that_comes(self) -> None:
        text = TEXT.replace("## Device and User System Tests\n\n", "").replace(
            ' (the "Device and User System Tests")', ""
        )
        before = {H: version(text)}
        after = {H: version(text.replace("Device", "Meter")), AC: version(APPENDIX.replace("the first", "of a Device"))}
        actions = derived(before, after)
        assert gives(before, after, actions)
        assert [type(each) for each in actions] == [RenameTerm, Designate]

    def test_text_with_errors_is_refused(self) -> None:
        with pytest.raises(Refusal, match=r"Section H1 cannot be read: .* \(line 4\)"):
            derived({H: version(TEXT)}, {H: _with_errors("section H: T\n\nH1 It:\n  (a)x y\n")})

    def test_an_error_that_was_there_does_not_stop_an_amendment(self) -> None:
        old = "section H: T\n\nH1 It:\n\n    — one;\n\n    — two.\n\nH2 The first.\n"
        before, after = {H: _with_errors(old)}, {H: _with_errors(old.replace("first", "second"))}
        actions = derived(before, after)
        assert gives(before, after, actions)
        assert [type(each) for each in actions] == [SubstituteWords]

    def test_attributes_set_the_document_out(self) -> None:
        assert made_of(("section H: DCC Services\n", "section H: DCC Services\nunit: Clause\n")) == (
            Redesignate(H, "1.0", annex_of(H)),
        )

    def test_a_move_between_documents(self) -> None:
        clause = "\nH14.33 The last clause, which names a Device.\n"
        old = {H: version(TEXT), AC: version(APPENDIX)}
        new = {
            H: version(TEXT.replace(clause, "")),
            AC: version(APPENDIX.replace("4.2 This", f"4.1A{clause.removeprefix(chr(10) + 'H14.33')}\n4.2 This")),
        }
        actions = derived(old, new)
        assert gives(old, new, actions)
        (action,) = actions
        assert isinstance(action, Move)
        assert (action.place, action.to, action.label) == (
            at("H14.33"), AfterPlace(at("4.1", document=AC)), "4.1A"
        )  # fmt: skip


def test_closing_words_are_named_where_others_are_alike() -> None:
    text = TEXT.replace("in each case in", "with User Systems in")
    assert made_of(("  with User Systems in acc", "  with User Services in acc"), text=text) == (
        SubstituteWords(closing("H14.31"), words("Systems"), "Services"),
    )
