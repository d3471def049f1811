"""The house style is a file of words: what it finds, and what it refuses."""

import pytest

from secc.check import check
from secc.check.rules import house_style
from secc.diagnostics import CannotProceed
from secc.resolve import resolve
from tests.making import files_of, loaded_from

STYLE = """
[instead]
"prior to" = "before"
"SubCommittee" = "Sub-Committee"

[avoid]
"forthwith" = "say by when"
"""


def found(style: str, *clauses: str) -> list[str]:
    """What the rule says of clauses, in order."""
    text = "section H: DCC Services\n\n# H1 Services\n\n" + "\n".join(
        f"H1.{number} {clause}\n" for number, clause in enumerate(clauses, start=1)
    )
    files = {**files_of(text), "house-style.toml": style.encode()}
    findings = check(resolve(loaded_from(files)), [house_style.RULE])
    return [f"{each.headline}: {each.helps[0]}" for each in findings]


def test_words_are_found_whatever_their_case() -> None:
    clauses = ("Prior to noon, it shall do so forthwith.", "The SubCommittee shall meet, prior\nto noon.")
    assert found(STYLE, *clauses) == [
        '"Prior to" is not in the house style: write "before"',
        '"forthwith" is not in the house style: say by when',
        '"SubCommittee" is not in the house style: write "Sub-Committee"',
        '"prior to" is not in the house style: write "before"',
    ]


@pytest.mark.parametrize(
    "clause",
    [
        "A prior tower shall stand.",
        'The sign shall say "forthwith".',
        "The file shall be named `forthwith`.",
        "Notice shall be given at https://example.com/forthwith.",
        "It is not the SubCommitteeMember that shall meet.",
    ],
)
def test_near_misses_are_left_alone(clause: str) -> None:
    assert found(STYLE, clause) == []


def test_a_code_without_a_house_style_has_none() -> None:
    code = resolve(
        loaded_from(files_of("section H: DCC Services\n\n# H1 Services\n\nH1.1 It shall do so forthwith.\n"))
    )
    assert check(code, [house_style.RULE]) == ()


@pytest.mark.parametrize(
    ("style", "says"),
    [
        ("[forbid]\n", "no table `forbid`; there are [instead], [avoid]"),
        ("[avoid]\nforthwith = true\n", '"forthwith" under [avoid] of house-style.toml is to have a text'),
        ("[avoid]\nforthwith = ''\n", '"forthwith" under [avoid] of house-style.toml is to have a text'),
        ("[avoid]\n'a (+' = 'no'\n", '"a (+" under [avoid] of house-style.toml is to begin and end with a letter'),
        ("[instead]\n'a  b' = 'c'\n", "with single spaces"),
        ("[instead]\nuse = 'Use'\n", 'has "use" instead of itself'),
        ("[instead]\nuse = 'make use of'\n[avoid]\nUse = 'no'\n", 'has "Use" twice'),
        ("avoid = 1\n", "`avoid` in house-style.toml is to be a table"),
        ("[avoid\n", "house-style.toml cannot be read"),
    ],
)
def test_what_it_cannot_mean_is_refused(style: str, says: str) -> None:
    with pytest.raises(CannotProceed) as refused:
        found(style, "It shall do so.")
    assert says in str(refused.value)
