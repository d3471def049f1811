"""A Code to be edited: six documents with everything in them."""

from tests.site.codes import PICTURE, ROOT
from tests.site.edited_instruments import FIRST, INSTRUMENTS

A = """\
section A: Definitions

# A1 Definitions

A1.1 In this Code:

  define "Device" means a thing that measures, and includes:
    (a) a meter; and
    (b) a hub,

  in each case where it is new.

  define "User" or "U" means a person that uses a Device under RFC 5280.

  define "Test Report" means the report set out in Section H2.1.

  define "Working Day" means a day on which banks are open.

A1.2 Words of another Section, under section 88 of the Energy Act 2008.

A1.3 The User shall test each Device:
  (a) with care; and
  (b) in accordance with Section H1.2.

# A2 Interpretation

A2.1 A reference to a Device is to each Device.

A2.2 A User may rely on Clause 1.2 of Appendix AL and on Section B1.
"""
B = """\
section B: Charges

# B1 Payment

B1.1 Each User shall pay £100 within 5 Working Days.[^1]

[^1]: The cost is *never* large.

B1.2 The charge is $c_t$, where:

  $$
  c_t = \\frac{a_t}{b_t}
  $$

  - `a` is the first; and
  - b is the [second](https://example.org/?a=1&b=2).

B1.3 [Not used]

# B2 Amounts

B2.1 The amounts are in the table:

  table: Amounts

  | Kind | Amount | For |
  | --- | --- | --- |
  | Device | 1 | each meter |
  | User | 3 | a Test Report |

B2.2 See Sections B1.1 to B1.3 and Section A1.3(a).

B2.3 The DCC may waive the sum of £100.
"""
H = """\
section H: Services

# H1 Tests

H1.1 The DCC shall test each meter.

H1.2 The DCC shall keep a record of:
  (a) each test;
  (b) each result; and
  (c) each User.

  note: Read with **Section B1**.

H1.3 The DCC shall tell each person. See Appendix AL and Clause 1.2 of the AP.

## Laboratories

H1.4 The "Test Laboratory" is where a Device is tested.

# H2 Results

H2.1 The results are those of Section H1.1 and Section A1.3(a).

H2.2 A form may say:

  > 1 The Applicant agrees to Section H1.1.

H2.3 Each result counts for one Working Day.
"""
AL = """\
appendix AL: A Procedure
known-as: AP
unit: Clause

# 1 Steps

1.1 Follow the picture:

  ![A square](figures/square.svg)

1.2 Send a Device:
  (a) first; and
  (b) last.

1.3 The User rests as Section H1.3 says.

  ```xml
  <a href="b">c & d</a>
  ```

annex A: Form

A1 Fill in the form as Clause 1.2 says.

attachment: figures/form.xlsx "The form"
"""
AN = """\
appendix AN: A Specification
known-as: AS
meanings: SPEC

part A: Words

1 In this Appendix:

  define "Hub" means a Device of the second kind.

2 Each Hub is tested under Section H1.

part B: Steps

3 A User sends a Hub to the Test Laboratory.
"""
SCHEDULE = """\
schedule 1: An Agreement

1 Each User agrees to Section H1.3.

2 Each party is a User.

3 The DCC pays £100.
"""
DOCUMENTS = {
    "sections/A.sec": A,
    "sections/B.sec": B,
    "sections/H.sec": H,
    "schedules/1.sec": SCHEDULE,
    "appendices/AL.sec": AL,
    "appendices/AN.sec": AN,
}
TITLES = {
    "section-A": ("Section A", A),
    "section-B": ("Section B", B),
    "section-H": ("Section H", H),
    "schedule-1": ("Schedule 1", SCHEDULE),
    "appendix-AL": ("Appendix AL", AL),
    "appendix-AN": ("Appendix AN", AN),
}
"""The documents as their annexes are called: what an instrument calls each, and its text."""

_CODE = """\
title = "Test Code"
short = "TC"
notice = "This is no law."
documents = ["{documents}"]

[everybody]
region = ["North", "South"]

[site]
short-notice = "No law."
"""
_STANDARDS = """\
[[work]]
title = "Energy Act 2008"
kind = "act"
number = "2008 c. 32"
where = "https://www.legislation.gov.uk/ukpga/2008/32"

[[work]]
title = "Internet X.509"
kind = "rfc"
number = "RFC 5280"
where = "https://example.org/a"
"""


def first_files() -> dict[str, bytes]:
    """Every file of its repository, by its path there: the Code, the theme and the pages written by hand."""
    sources = {
        "code.toml": _CODE.format(documents='", "'.join(DOCUMENTS)),
        "standards.toml": _STANDARDS,
        **DOCUMENTS,
        "instruments/2020-01-01-first/instrument.sec": FIRST + _designations(),
        **{f"instruments/2020-01-01-first/annexes/{name}.sec": text for name, (_, text) in TITLES.items()},
        **{f"instruments/{path}": text for path, text in INSTRUMENTS.items()},
        "instruments/2021-06-01-al/annexes/appendix-AL.sec": AL.replace("first", "at once").replace(
            "1.3 The", "1.4 The"
        ),
    }
    return {
        **{f"sec-source/{path}": text.encode() for path, text in sources.items()},
        "sec-source/figures/square.svg": PICTURE,
        "sec-source/figures/form.xlsx": b"PK form",
        **beside(),
    }


def beside() -> dict[str, bytes]:
    """What stands beside the Code: the theme, the pages written by hand, and the settings of MkDocs."""
    found = [path for path in (ROOT / "site").rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    return {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in [ROOT / "mkdocs.yml", *sorted(found)]}


def _designations() -> str:
    form = "{} designate {} as version 1.0, in the form set out at annexes/{}.sec\n"
    return "".join(form.format(number, title, name) for number, (name, (title, _)) in enumerate(TITLES.items(), 1))
