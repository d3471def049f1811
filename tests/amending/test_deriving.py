"""The law of derivation: the operations derived from two wordings, carried out on the one, give the other."""

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from secc.amending.deriving import annex_of, derived
from secc.amending.version import DocumentVersion, identified, read
from secc.amending.traced import Strand, traced
from secc.code.load import NoCache
from secc.ids import DocumentId, DocumentKind
from secc.instruments.model import Wording
from tests.amending.sheets import FIRST, on
from tests.amending.texts import Node, Writer, printed

some = settings(derandomize=True, deadline=None, max_examples=int(__import__('os').environ.get('N','60')))


def versions(code: Mapping[str, Node]) -> dict[DocumentId, DocumentVersion]:
    made = {}
    for label, node in code.items():
        name = DocumentId(DocumentKind.SECTION, label)
        text = printed(node)
        loaded = read(text, name, NoCache())
        made[name] = DocumentVersion(
            name, "1.0", traced([Strand(text, FIRST)]), identified(loaded.document, {}, set()), loaded
        )
    return made


def gives(before: dict[DocumentId, DocumentVersion], after: dict[DocumentId, DocumentVersion],
          actions: tuple[Wording, ...]) -> bool:  # fmt: skip
    used = {identity for version in before.values() for identity in version.identities.values()}
    sheet = on(before, used, actions, {annex_of(each): version.text for each, version in after.items()})
    assert sheet.said == []
    return {each: version.digest for each, version in sheet.documents.items()} == {
        each: version.digest for each, version in after.items()
    }


@some
@given(st.integers(0, 10**9), st.integers(1, 6))
def test_carried_out_they_give_the_other_wording(seed: int, edits: int) -> None:
    writer = Writer(seed)
    code = writer.code()
    before, after = versions(code), versions(writer.edited(code, edits))
    assert gives(before, after, derived(before, after))
