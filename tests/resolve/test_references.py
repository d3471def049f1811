"""References by the rules of interpretation: every form that letters and the Code use, each from where it stands."""

import pytest

from secc.resolve.model import ResolvedCode
from tests.making import bound, code_of, target, words_of


def section(label: str, title: str, *provisions: str) -> str:
    """A Section with these provisions: `H14 Testing Services`, `H14.31 (a) (b)`, each with words of its own."""
    lines = [f"section {label}: {title}", ""]
    for each in provisions:
        number, _, rest = each.partition(" ")
        lines += [f"{number} Words." if not rest else f"{number} Words:"] if "." in number else [f"# {each}"]
        lines += [f"  {paragraph} words;" for paragraph in rest.split() if "." in number]
        lines.append("")
    return "\n".join(lines)


MAIN_BODY = (
    section("A", "Definitions and Interpretation", "A1 Definitions", "A1.1", "A2 Interpretation"),
    section("B", "Accession", "B1 Accession", "B1.1"),
    section("F", "Smart Metering System Requirements", "F1 TABASC", "F1.4 (a) (b) (c) (d) (e) (f) (g)")
    + section("F", "", "F2 Lists", "F2.2B", "F2.10A (a) (b)", *[f"F{number} Hubs" for number in range(5, 11)]).split("\n", 2)[2],
    section("G", "Security", "G2 System Security", "G2.20 (a) (b) (c)", "G2.23", "G2.24", "G3 Organisational Security",
            "G3.26", "G3.27", "G3.27A", "G3.28", "G6 Anomaly Detection", "G6.3", "G6.6", "G7 Security Sub-Committee", "G7.3",
            "G7.16 (a)"),
    section("H", "DCC Services", *[f"H{number} Services" for number in range(1, 8)], "H7.1", "H7.2", "H8 Service Management",
            "H8.16 (f) (g)".replace("(f)", "(a) (b) (c) (d) (e) (f)"), "H9 Incidents", "H11 Parse and Correlate", "H14 Testing Services",
            "H14.2 (a)", "H14.31 (a) (b)", "H14.36", "H14.36A", "H14.37", "H16 Checker"),
    section("I", "Data Privacy", "I1 Data Protection", "I1.7 (a) (b) (c) (d) (e) (f) (g)"),
    section("K", "Charging Methodology", "K2 Revenues", "K4 Before", "K4.1", "K5 During", "K5A Alt", "K6 After", "K11 Definitions"),
    section("L", "Smart Metering Key Infrastructure", "L1 SMKI PMA", "L1.17 (a) (b) (c) (d) (e)", "L13 DCCKI", "L13.54", "L13.55",
            "L13.56", "L13.57", "L14 Keys", "L14.8"),
    section("M", "General", "M8 Suspension, Expulsion and Withdrawal"),
    section("N", "SMETS1 Meters", "N2 Services"),
    section("P", "Production Proving", "P1 Proving").rstrip() + "\n\nP1.1 {words}\n",
    section("T", "Testing During Transition", "T2 Testing", "T2.11", "T6 End", "T6.5"),
    section("X", "Transition", "X3 Provisions", "X3.5 (a) (b)", "X5 Incorporation of Certain Documents into this Code", "X5.6"),
    section("Z", "The Alt HAN Arrangements", "Z1 Arrangements"),
    "schedule 8: GB Companion Specification\nknown-as: GBCS\n\n1 Words.\n",
    "appendix A: Device Certificate Policy\n\n1 Words.\n",
    "appendix B: Organisation Certificate Policy\n\n1 Words.\n",
    "appendix C: SMKI Compliance Policy\n\n1 Words.\n",
    """appendix D: SMKI Registration Authority Policies and Procedures
known-as: SMKI RAPP
unit: section

# 5 Procedures

5.1 **Procedure and processes to verify organisational identity.** Words.

# 8 Revocation

8.3.3 Words.

annex A: Forms

A1 Words, and see form A7.

A7 Words.

annex B: Numbering

1 Words.
""",
    "appendix L: SMKI Recovery Procedure\n\n1 Words.\n",
    "appendix AG: Incident Management Policy\n\n2.5.6 Words:\n  (a) words;\n  (b) words;\n  (c) words;\n  (d) words.\n",
    "appendix AH: Self-Service Interface Design Specification\n\n1.10.7 Words.\n",
    "appendix AL: SMETS1 Transition and Migration Approach Document\nknown-as: TMAD\nunit: Clause\n\n"
    "4.12 Words:\n  (a) words; and\n  (b) words.\n\n4.26 {words}\n\n11.2 Words:\n  (a) words.\n",
    "appendix AO: S1SPKM Compliance Policy\n\n3 Words.\n",
    "appendix AP: S1SPKI Certificate Policy\n\n1 Words.\n",
)  # fmt: skip


def cited(words: str, at: str = "section-P/P1.1") -> list[str]:
    """What these words refer to where they stand."""
    other = "Words." if at == "section-P/P1.1" else words
    texts = [
        text.replace("{words}", words if (text.startswith("section P")) == (at == "section-P/P1.1") else "Words.")
        for text in MAIN_BODY
    ]
    assert other
    return bound(code_of(*texts), at)
