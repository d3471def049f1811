"""The canonical form and its digest, pinned: a change here is a new prefix, not an edit of a vector."""

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secc.code.digest import canonical, code_digest, digest
from secc.code.load import read_document, source_of
from secc.code.model import Document
from secc.ids import Address, DocumentId, DocumentKind
from tests.code.documents import DOCUMENTS, read_back, said

EVERYTHING = r"""appendix AL: SMETS1 *Transition*
unit: Clause
known-as: TMAD

Preamble, "quoted".

# 1 Introduction

## Scope

1.1 **Scope.** The DCC shall:[^1]
  (a) act at `12:00`, as [published](https://example.org/a); and
    i. use $\alpha  + 1$;

  in each case.

  - a bullet

  define "Term" or "T" means words.

  table: Roles

  | Role | Who |
  | --- | --- |
  | User | a "Party" |

  $$
  a =
    b + c
  $$

  ```xml
  <a>
    "b"\</a>
  ```

  ![Devices](figures/devices.svg)

  attachment: figures/devices.xlsx "Annex A"

  > 2 Words set out.

  [^1]: A footnote.

1.2 [Not used]

part B: More
meanings: GBCS

annex A: Forms

A1 Words.
"""

CANONICAL = r"""[0,"document","appendix-AL","SMETS1 Transition"]
[1,"attribute","known-as","TMAD"]
[1,"attribute","unit","Clause"]
[1,"text","Preamble, \"quoted\"."]
[1,"sub-section","1","Introduction"]
[2,"sub-heading",1,"Scope"]
[2,"clause","1.1","Scope",["Scope. The DCC shall:",["footnote",21,21,"1"]]]
[3,"paragraph","(a)",["act at 12:00, as published; and",["code",7,12],["link",17,26,"https://example.org/a"]]]
[4,"paragraph","i.",["use \\alpha + 1;",["formula",4,14]]]
[3,"text","in each case."]
[3,"bullet","a bullet"]
[3,"definition","\"Term\" or \"T\" means words."]
[3,"table","Roles",[["Role","Who"]],[["User","a \"Party\""]]]
[3,"formula","a = b + c"]
[3,"code","xml","<a>\n  \"b\"\\</a>"]
[3,"figure","figures/devices.svg","Devices"]
[3,"attachment","figures/devices.xlsx","Annex A"]
[3,"quotation"]
[4,"clause","2","","Words set out."]
[3,"footnote","1","A footnote."]
[2,"clause","1.2","","[Not used]"]
[1,"part","B","More"]
[2,"attribute","meanings","GBCS"]
[1,"annex","A","Forms"]
[2,"clause","A1","","Words."]
"""

VECTORS = {
    "section H: DCC Services\n": "sec1:81d81b738b253aac104ce3d29ab496d63be3eaa9c8db4563304182f6dc68a53c",
    "section H: DCC Services\n\n# H1 User Entry\n\nH1.1 A User’s “Role” is given by the DCC.\n": (
        "sec1:d52abd0ad7fca1d0f55b0e21f53929d88470a81600bff28a5f1653701aef4150"
    ),
    EVERYTHING: "sec1:0b93d5b29a64e2f4edce4398cc1a15d2bf2229dac7a256b541cd28bca54de5b4",
}


def document(text: str) -> Document:
    return read_document(source_of("case.sec", text.encode())).document


def test_the_canonical_form() -> None:
    assert canonical(document(EVERYTHING)).decode() == CANONICAL


def test_the_example_in_the_documentation(root: Path) -> None:
    page = (root / "docs" / "canonical-form.md").read_text(encoding="utf-8")
    example = page.partition("```json\n")[2].partition("```")[0]
    clause = "H14.31 The DCC shall:\n  (a) test; and\n  (b) report.\n"
    text = f"section H: DCC Services\nunit: Clause\n\n# H14 Testing Services\n\n{clause}"
    assert canonical(document(text)).decode() == example


@pytest.mark.parametrize("text", VECTORS, ids=lambda text: text.partition("\n")[0])
def test_vectors(text: str) -> None:
    assert digest(document(text)) == VECTORS[text]


def test_a_digest_is_the_sha_256_of_the_form() -> None:
    assert digest(document(EVERYTHING)) == "sec1:" + hashlib.sha256(CANONICAL.encode()).hexdigest()


def test_the_digest_of_the_code_is_over_its_documents_in_order() -> None:
    section, appendix = DocumentId(DocumentKind.SECTION, "H"), DocumentId(DocumentKind.APPENDIX, "AL")
    form = '["section-H","sec1:aa"]\n["appendix-AL","sec1:bb"]\n'
    pairs = [(Address(section), "sec1:aa"), (Address(appendix), "sec1:bb")]
    assert code_digest(pairs) == "sec1:" + hashlib.sha256(form.encode()).hexdigest()
    assert code_digest(pairs[::-1]) != code_digest(pairs)


@given(DOCUMENTS)
def test_nothing_that_is_said_is_lost(document: Document) -> None:
    """The form can be read back, so two documents that say different things never have the same."""
    assert read_back(canonical(document)) == said(document)


@given(DOCUMENTS)
def test_what_says_nothing_is_not_in_it(document: Document) -> None:
    assert canonical(said(document)) == canonical(document)


@given(DOCUMENTS)
def test_each_line_is_json_as_rfc_8785_has_it(document: Document) -> None:
    for line in canonical(document).decode().split("\n")[:-1]:
        assert json.dumps(json.loads(line), ensure_ascii=False, separators=(",", ":")) == line


PLAIN = "section H: X\n\nH1.1 The DCC shall act:\n  (a) now; and\n  (b) then.\n"
SAME = {
    "lines broken elsewhere": ("DCC shall act", "DCC\nshall\n     act"),
    "blank lines": ("  (b)", "\n  (b)"),
    "spaces": ("DCC shall", "DCC   shall"),
    "emphasis": ("DCC", "**DCC**"),
    "emphasis in the title": ("X", "*X*"),
    "a comment": ("  (b)", "  // Why.\n  (b)"),
    "a comment above": ("section", "// Why.\nsection"),
    "a note": ("then.\n", "then.\n\n  note: See [^1].\n"),
    "a suppression": ("H1.1", "// allow placeholder: why\nH1.1"),
    "an escape": ("act:", "act\\:"),
    "line ends": ("\n\n", "\r\n\r\n"),
    "a byte-order mark": ("section", "\ufeffsection"),
}


@pytest.mark.parametrize("change", SAME.values(), ids=SAME)
def test_what_does_not_change_it(change: tuple[str, str]) -> None:
    changed = PLAIN.replace(*change, 1)
    assert changed != PLAIN
    assert digest(document(changed)) == digest(document(PLAIN))


DIFFERENT = {
    "the title": ("X", "Y"),
    "the label": ("section H", "section I"),
    "the kind of document": ("section H", "schedule 1"),
    "an attribute": ("X\n", "X\nknown-as: Z\n"),
    "a number": ("H1.1", "H1.1A"),
    "a word": ("shall", "may"),
    "a letter's case": ("DCC", "Dcc"),
    "a full stop": ("then.", "then"),
    "a paragraph's label": ("(b)", "(c)"),
    "how a label is written": ("(a)", "a."),
    "where a paragraph stands": ("  (b)", "    (b)"),
    "the order of paragraphs": ("  (a) now; and\n  (b) then.", "  (b) then.\n  (a) now; and"),
    "a paragraph run in": ("act:\n  (a)", "act: (a)"),
    "a title of its own": ("The DCC", "**Acts.** The DCC"),
    "a sub-heading": ("H1.1", "## Acts\n\nH1.1"),
    "code": ("DCC", "`DCC`"),
    "the address of a link": ("DCC", "[DCC](https://example.org)"),
}


@pytest.mark.parametrize("change", DIFFERENT.values(), ids=DIFFERENT)
def test_what_changes_it(change: tuple[str, str]) -> None:
    changed = PLAIN.replace(*change, 1)
    assert changed != PLAIN
    assert digest(document(changed)) != digest(document(PLAIN))


WORD = st.text("abcdé", min_size=1, max_size=4)


@given(st.lists(WORD, min_size=1, max_size=20), st.data())
def test_any_word_changed_changes_it_and_no_line_break_does(words: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(words) - 1))
    other = [*words[:place], data.draw(WORD.filter(lambda word: word != words[place])), *words[place + 1 :]]
    breaks = data.draw(st.lists(st.sampled_from((" ", "\n", "  ", "\n    ")), min_size=len(words), max_size=len(words)))
    before = document(f"section H: X\n\nH1.1 The {' '.join(words)}\n")
    assert digest(document(f"section H: X\n\nH1.1 The {' '.join(other)}\n")) != digest(before)
    broken = "".join(space + word for space, word in zip(breaks, words, strict=True))
    assert digest(document(f"section H: X\n\nH1.1 The{broken}\n")) == digest(before)
