"""A small code with the provisions that the usual citations name, and two places in it to cite them from."""

from tests.making import bound, code_of

IN_SECTION, IN_APPENDIX = "section-P/P1.1", "appendix-AL/4.26"


def section(label: str, title: str, *provisions: str) -> str:
    """A Section with these provisions: `H14 Testing Services`, `H14.31 (a) (b)`, whose words are of no matter."""
    lines = [f"section {label}: {title}", ""]
    for each in provisions:
        number, _, rest = each.partition(" ")
        lines.append(f"{number} Words{':' if rest else '.'}" if "." in number else f"# {each}")
        lines += [f"  {paragraph} words;" for paragraph in rest.split() if "." in number]
        lines.append("")
    return "\n".join(lines)


SECTIONS = (
    section("A", "Definitions and Interpretation", "A1 Definitions", "A1.1", "A2 Interpretation"),
    section("B", "Accession", "B1 Accession", "B1.1"),
    section("F", "Smart Metering System Requirements", "F1 TABASC", "F1.4 (a) (b) (c) (d) (e) (f) (g)", "F2 Lists",
            "F2.2B", "F2.10A (a) (b)", "F5 Hubs", "F6 Hubs", "F6A Hubs", "F7 Hubs", "F10 Hubs", "F11 Hubs"),
    section("G", "Security", "G2 Systems", "G2.20 (a) (b) (c)", "G2.23", "G2.24", "G3 Organisations", "G3.26", "G3.27",
            "G3.27A", "G3.28", "G6 Anomalies", "G6.3", "G6.6", "G7 Security Sub-Committee", "G7.3", "G7.16 (a)"),
    section("H", "DCC Services", "H1 Services", "H2 Services", "H5 Enrolment", "H5.33", "H5.39", "H5.40", "H5.41",
            "H6 Leaving", "H7 Elective", "H7.1", "H7.2", "H8 Service Management", "H8.16 (a) (b)", "H9 Incidents",
            "H11 Parse", "H14 Testing Services", "H14.2 (a)", "H14.31 (a) (b)", "H14.36", "H14.36A", "H14.37",
            "H16 Checker"),
    section("I", "Data Privacy", "I1 Data Protection", "I1.7 (a) (b)"),
    section("K", "Charging Methodology", "K4 Before", "K4.1", "K5 During", "K5A Alt HAN", "K6 After",
            "K11 Definitions"),
    section("L", "Smart Metering Key Infrastructure", "L1 SMKI PMA", "L1.17 (a) (b) (c)", "L13 DCCKI", "L13.54",
            "L13.55", "L13.56", "L13.57", "L14 Keys", "L14.8"),
    section("M", "General", "M8 Suspension, Expulsion and Withdrawal"),
    section("N", "SMETS1 Meters", "N2 Services"),
    section("P", "Production Proving", "P1 Proving").rstrip() + "\n\nP1.1 {section}\n",
    section("T", "Testing During Transition", "T2 Testing", "T2.11", "T6 End"),
    section("X", "Transition", "X3 Provisions", "X3.5 (a) (b)", "X5 Incorporation of Certain Documents into this Code"),
    section("Z", "The Alt HAN Arrangements", "Z1 Arrangements"),
)  # fmt: skip

SCHEDULES = (
    """schedule 4: Establishment of SECCo

part A: The Company

1 Words.

2 Words.

part B: The Board

3 Words.
""",
    "schedule 8: GB Companion Specification\nknown-as: GBCS\n\n1 Words.\n",
)

APPENDICES = (
    "appendix A: Device Certificate Policy\n\n1 Words.\n",
    "appendix B: Organisation Certificate Policy\n\n1 Words.\n",
    "appendix C: SMKI Compliance Policy\n\n1 Words.\n",
    """appendix D: SMKI Registration Authority Policies and Procedures
known-as: SMKI RAPP
unit: section

5.1 **Procedure and processes.** Words.

8.3.3 Words.

annex A: Forms

A1 Words.

A7 Words.

annex B: Numbering

1 Words.
""",
    "appendix L: SMKI Recovery Procedure\n\n1 Words.\n",
    """appendix V: DCCKI CoCo and DCCKI Repository CoCo

document: DCCKI Code of Connection

1 Words.

2 Words.

document: DCCKI Repository Code of Connection

1 Words.

3 Words.
""",
    "appendix AG: Incident Management Policy\n\n2.5.6 Words:\n  (a) words;\n  (b) words;\n  (c) words;\n  (d) words.\n",
    "appendix AH: Self-Service Interface Design Specification\n\n1.10.7 Words.\n",
    """appendix AL: SMETS1 Transition and Migration Approach Document
known-as: TMAD
unit: Clause

1.4 Words.

2 Words.

3 Words.

4.12 Words:
  (a) words; and
  (b) words.

4.26 {appendix}

11.2 Words:
  (a) words.
""",
    """appendix AM: SMETS1 Supporting Requirements

1 Words.

attachment: figures/devices.xlsx "Annex A, version 12.4"
""",
    "appendix AO: S1SPKM Compliance Policy\n\n3 Words.\n",
    "appendix AP: S1SPKI Certificate Policy\n\n1 Words.\n",
)


def cited(words: str, at: str = IN_SECTION) -> list[str]:
    """What these words refer to in a clause of a Section, or of an Appendix."""
    said = {IN_SECTION: "Words.", IN_APPENDIX: "Words.", at: words}
    texts = [
        text.replace("{section}", said[IN_SECTION]).replace("{appendix}", said[IN_APPENDIX])
        for text in (*SECTIONS, *SCHEDULES, *APPENDICES)
    ]
    return bound(code_of(*texts), at)
