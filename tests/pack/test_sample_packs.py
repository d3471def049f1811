"""The packs of the sample's instruments: their summaries as they are sent out, and what must hold of every one."""

from datetime import date
from pathlib import Path

import pytest

from secc.amending.version import DocumentVersion
from secc.amending.version import Path as Steps
from secc.code.walk import prose_in
from secc.document.pack.model import Became, Topic
from secc.document.pack.provisions import affected
from secc.document.pack.stages import Stage
from secc.document.pack.summary import summary
from secc.ids import Address, DocumentId
from secc.render.formal_markdown import to_markdown
from tests.pack.sample import DIRECTION, MP173, pack, pack_alone, stages_of

EXPECTED = Path(__file__).parent / "expected"
SEVERAL = (
    DIRECTION,
    MP173,
    "2018-06-04-smets1",
    "2017-09-14-sec-5-10",
    "2020-11-29-mp120",
    "2022-05-24-tmad-retention",
)


@pytest.mark.parametrize("name", [DIRECTION, MP173])
def test_the_summary_is_as_it_was_read(name: str, update: bool) -> None:
    """Each was read by hand against the facts of the instrument; a difference is to be read before it is kept."""
    place = EXPECTED / f"{name}.md"
    made = to_markdown(summary(pack(name), "SEC", ()))
    if update:
        place.write_bytes(made.encode())
    assert place.read_bytes().decode() == made


@pytest.mark.parametrize("name", [DIRECTION, MP173])
def test_the_formal_text_is_as_it_was_read(name: str, update: bool) -> None:
    """Without the annexes, which are the documents as they are tested elsewhere."""
    place = EXPECTED / f"{name}-formal.md"
    made = to_markdown(pack(name).formal).partition("\n---\n")[0]
    if update:
        place.write_bytes(made.encode())
    assert place.read_bytes().decode() == made


def test_the_direction_of_17_september_2020() -> None:
    """Against the text of the day before: three documents set out, and the main body follows."""
    (stage,) = pack(DIRECTION).stages
    assert (stage.before.said, stage.after.said) == ("as at 16 September 2020", "as at 17 September 2020")
    became = {str(each.id): (each.became, each.redline is not None) for each in stage.documents}
    assert became == {
        "section-A": (Became.CHANGED, True),
        "appendix-AL": (Became.REDESIGNATED, True),
        "appendix-AO": (Became.NEW, False),
        "appendix-AP": (Became.NEW, False),
    }
    tmad = next(each for each in stage.documents if str(each.id) == "appendix-AL")
    assert tmad.before is not None
    assert tmad.after is not None
    assert (tmad.before.version, tmad.after.version) == ("6.0", "7.0")


def test_what_was_withdrawn_is_no_deletion_of_law() -> None:
    """Paragraph 3 of MP173 was withdrawn by the decision: it is neither in the table nor ordered."""
    made = pack(MP173)
    (stage,) = made.stages
    assert "3" not in stage.paragraphs
    assert not [each for each in stage.provisions if each.section.startswith("Appendix D 8.3.4")]
    assert [each.words for each in made.questions if each.topic is Topic.WITHDRAWN] == [
        "Paragraph 3 was withdrawn, before it had effect, by paragraph 2 of “Decision on MP173” "
        "(2022-02-09-mp173-decision)"
    ]


def test_a_reference_by_the_former_number_is_told() -> None:
    """The IKI Certificate Policy cites section 6.2 of the SMKI Recovery Procedure, which becomes 7.2."""
    (stage,) = pack(MP173).stages
    told = [each.words for each in stage.questions if each.topic is Topic.STALE_REFERENCE]
    assert told == ["Appendix Q 4.2(c) refers to Appendix L 6.2, which is now Appendix L 7.2"]


def test_before_the_decision_the_texts_are_assumed() -> None:
    """As known on 1 December 2021, MP173 has effect on 24 February 2022 if it is decided by then."""
    made = pack_alone(MP173, date(2021, 12, 1))
    (stage,) = made.stages
    assert made.standing == "not decided yet"
    assert stage.assumed
    assert stage.condition == (
        "this modification is not decided yet; "
        "its day waits for a decision on 2021-11-16-mp173; not before 24 February 2022"
    )
    assert stage.after.said == "as it would be on 24 February 2022 with this modification"
    assert "3" in stage.paragraphs
    assert Topic.DAY in {each.topic for each in stage.questions}


def test_an_instrument_that_changes_no_words() -> None:
    made = pack_alone("2015-04-24-informal-testing", None)
    assert made.stages == ()
    whens = {each.number: each.when for each in made.effects}
    assert whens["1"] == "from 24 April 2015"
    assert whens["4"].startswith("for region “")
    assert [each.number for each in made.effects] == [str(number) for number in range(1, len(made.effects) + 1)]


@pytest.mark.parametrize("name", SEVERAL)
def test_the_lists_agree_with_the_texts(name: str) -> None:
    """By another way than the comparison's: each provision, by who it is, whose own words or number differ is in a row.

    The documents are those whose digest differs; each row is of one of them.
    """
    for stage in stages_of(name):
        documents = stage.documents
        rows = affected(stage.changes())
        assert {each.document for each in rows} == set(documents)
        named = {each.after for each in rows} | {each.before for each in rows}
        for document in documents:
            missing = [each for each in _differing(stage, document) if not _is_told(stage, each, named)]
            assert not missing, f"{name}: {[each.printed for each in missing]}"


def _differing(stage: Stage, document: DocumentId) -> list[Address]:
    """The provisions of the later text whose words differ from those of the same provision before."""
    old, new = stage.before.documents.get(document), stage.after.documents.get(document)
    if old is None or new is None:
        return []
    before, after = _own_words(old), _own_words(new)
    known = {identity: before[path] for path, identity in old.identities.items()}
    return [Address(new.id, path) for path, identity in new.identities.items() if known.get(identity) != after[path]]


def _own_words(version: DocumentVersion) -> dict[Steps, tuple[str, ...]]:
    """The words of each provision, without those of the provisions in it."""
    found: dict[Steps, list[str]] = {path: [] for path in version.identities}
    for each in version.blocks:
        found.setdefault(each.address.path, []).extend(prose.text for prose in prose_in(each.block))
    return {path: tuple(texts) for path, texts in found.items()}


def _is_told(stage: Stage, address: Address, named: set[Address | None]) -> bool:
    """Whether a row is of it, or of what it stands in."""
    version = stage.after.documents[address.document]
    placed = version.blocks[version.by_path[address.path]]
    above = {Address(address.document, address.path[:steps]) for steps in range(len(address.path) + 1)}
    if placed.sub_section is not None:
        above.add(placed.numbering.below(placed.sub_section.label))
    return not above.isdisjoint(named)
