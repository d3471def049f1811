"""What a reader cannot see is told, whatever Unicode calls it; what can be seen is not."""

import pytest

from secc.syntax.lines import hidden_in

HIDDEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u180e\u200b\u200d\u200e\u202e\u2060\u2069\u206f\u2800\u3164\ufdd0\ufe0f\uffa0"
    "\ufff9\ufffc\ufffe\U0001bca0\U0001d173\U0001ffff\U000e0001\U000e0041\U000e01ef\U0010ffff\x00\x1b\x7f\x9f"
)
SEEN = "Aé–—‘’“”…·×÷²½£€§¶°αΣµ≤≥→•漢ﬁЖ\u0301\u00a0\u202f\U0001f600\n\t"


@pytest.mark.parametrize("character", HIDDEN, ids=lambda each: f"U+{ord(each):04X}")
def test_what_is_not_seen_is_told_by_its_code(character: str) -> None:
    assert f"(U+{ord(character):04X})" in hidden_in(f"the U{character}ser")


def test_what_is_seen_is_let_through() -> None:
    assert hidden_in(SEEN) == ""
