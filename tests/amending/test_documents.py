"""Documents designated, re-designated and revoked."""

from secc.instruments.model import Designate, Redesignate, Revoke, SubstituteWords
from tests.amending.sheets import AC, APPENDIX, TEXT, H, at, by, carried, words

ANNEX = {"annexes/appendix-AC.sec": APPENDIX, "annexes/bad.sec": "appendix AC: X\n\n4.1 It:\n  (a)x y\n"}


def test_designated() -> None:
    sheet = carried(TEXT, Designate(AC, "1.0", "annexes/appendix-AC.sec"), annexes=ANNEX)
    assert sheet.said == []
    assert (sheet.documents[AC].text, sheet.documents[AC].label) == (APPENDIX, "1.0")
    assert sheet.put_there(1, AC) == [APPENDIX]
    assert sheet.documents[AC].identities["annex-A", "A1"] == "appendix-AC/annex-A/A1"


def test_what_is_designated_can_be_amended() -> None:
    sheet = carried(
        TEXT,
        Designate(AC, "1.0", "annexes/appendix-AC.sec"),
        SubstituteWords(at("4.1", document=AC), words("first"), "1st"),
        annexes=ANNEX,
    )
    assert "4.1 This is the 1st." in sheet.documents[AC].text


def test_redesignated() -> None:
    old = APPENDIX.replace("the first", "old")
    sheet = carried(old, Redesignate(AC, "2.0", "annexes/appendix-AC.sec"), annexes=ANNEX)
    assert (sheet.said, sheet.documents[AC].label, sheet.documents[AC].text) == ([], "2.0", APPENDIX)


def test_revoked_and_designated_again() -> None:
    sheet = carried(APPENDIX, Revoke(AC), Designate(AC, "2.0", "annexes/appendix-AC.sec"), annexes=ANNEX)
    assert sheet.said == []
    assert sheet.documents[AC].identities["4.1",] == "appendix-AC/4.1~2"
    assert carried(APPENDIX, Revoke(AC)).documents == {}


def test_refused() -> None:
    sheet = carried(
        TEXT,
        Designate(H, "1.0", "annexes/appendix-AC.sec"),
        Designate(AC, "1.0", "annexes/bad.sec"),
        Redesignate(AC, "1.0", "annexes/appendix-AC.sec"),
        Redesignate(H, "1.0", "annexes/appendix-AC.sec"),
        Revoke(AC),
        annexes=ANNEX,
    )
    assert sheet.said[0] == "1: Section H is designated already"
    assert sheet.said[1].startswith("2: annexes/bad.sec cannot be read: ")
    assert sheet.said[2:] == [
        "3: Appendix AC is not part of the Code on that day",
        "4: annexes/appendix-AC.sec holds Appendix AC, not Section H",
        "5: Appendix AC is not part of the Code on that day",
    ]
    assert sheet.documents[H].text == TEXT


def test_amendments_on_the_way_are_revoked_with_it() -> None:
    sheet = carried([TEXT, APPENDIX], SubstituteWords(at("4.1", document=AC), words("first"), "x"), Revoke(AC))
    assert (sheet.said, list(sheet.documents)) == ([], [H])
    assert by(1) not in sheet.documents[H].traced.origins
