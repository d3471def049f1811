"""`code.toml`: what is read from it, and what is said where it cannot be."""

import pytest

from secc.code.settings import read_settings
from secc.diagnostics import CannotProceed
from secc.history import Memory

WHOLE = """
title = "Smart Energy Code"
short = "SEC"
notice = "An illustration."
documents = ["sections/A.sec", "sections/B.sec"]
exported-terms = ["Device"]

[check]
ignore = ["placeholder"]
names = ["Ofgem"]

[site]
as-at = 2020-09-17
pdf = true
code-pdf = true
"""
LEAST = 'title = "T"\nshort = "S"\ndocuments = []\n'


def test_everything_that_can_be_set() -> None:
    found = read_settings(Memory({"code.toml": WHOLE.encode()}))
    assert (found.title, found.short, found.notice) == ("Smart Energy Code", "SEC", "An illustration.")
    assert found.documents == ("sections/A.sec", "sections/B.sec")
    assert (found.exported_terms, found.ignored_rules, found.names) == (("Device",), ("placeholder",), ("Ofgem",))
    assert (found.site.as_at, found.site.pdf, found.site.code_pdf) == ("2020-09-17", True, True)


def test_what_need_not_be_set() -> None:
    found = read_settings(Memory({"code.toml": b"\xef\xbb\xbf" + LEAST.encode()}))
    assert (found.notice, found.site.as_at, found.exported_terms, found.ignored_rules) == ("", "", (), ())
    assert (found.site.pdf, found.site.code_pdf) == (False, False)


@pytest.mark.parametrize(
    ("contents", "said"),
    [
        (b"title = \xff", "code.toml is not in UTF-8"),
        (b"title = ", "code.toml cannot be read: Invalid value (at end of document)"),
        (b"a = " + b"[" * 5000, "code.toml cannot be read: "),
        (b'titel = "T"', "code.toml has no setting `titel`; there are title, short, notice, documents, "),
        (b'short = "S"\ndocuments = []', "code.toml is to say `title`, as text in quotes"),
        (b'title = 3\nshort = "S"\ndocuments = []', "code.toml is to say `title`, as text in quotes"),
        (b'title = "T"\nshort = "S"', "code.toml is to list the files of the documents, in order"),
        (
            b'title = "T"\nshort = "S"\ndocuments = "a.sec"',
            "`documents` in code.toml is to be a list of texts in quotes",
        ),
        (b'title = "T"\nshort = "S"\ndocuments = [1]', "`documents` in code.toml is to be a list of texts in quotes"),
        (b'title = "T"\nshort = "S"\ndocuments = ["a.sec", "a.sec"]', "code.toml lists a.sec twice"),
        (LEAST.encode() + b"site = 3", "`site` in code.toml is to be a table: [site]"),
        (LEAST.encode() + b'[site]\npdf = "yes"', "`pdf` in code.toml is to be true or false, without quotes"),
        (LEAST.encode() + b"[site]\nas-on = 3", "[site] of code.toml has no setting `as-on`; there are as-at"),
        (LEAST.encode() + b"[check]\nignores = []", "[check] of code.toml has no setting `ignores`; there are ignore"),
        (
            LEAST.encode() + b'[site]\nas-at = "17 September 2020"',
            "`as-at` in code.toml is to be a date such as 2020-09-17",
        ),
        (
            b'title = "T\\u0001"\nshort = "S"\ndocuments = ["a.sec"]',
            "`title` in code.toml holds a control character (U+0001), which a reader cannot see: take it out",
        ),
        (
            LEAST.encode() + "[everybody]\nregion = ['N\u202e']".encode(),
            "`region` in code.toml holds a character that turns the direction of the text (U+202E)",
        ),
    ],
)
def test_what_is_said_where_it_cannot_be_read(contents: bytes, said: str) -> None:
    with pytest.raises(CannotProceed) as refused:
        read_settings(Memory({"code.toml": contents}))
    assert str(refused.value).startswith(said)
    assert "\n" not in str(refused.value)


def test_there_is_none() -> None:
    with pytest.raises(CannotProceed, match=r"^there is no code\.toml here: run secc in the folder of a code"):
        read_settings(Memory({}))
