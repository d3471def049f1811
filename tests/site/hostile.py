"""A Code with a history whose every author meant harm: titles, terms, links, formulas, tables, figures, all changed."""

from datetime import date

from secc.code.load import NoCache
from secc.history import Memory
from secc.site.making import MadeSite
from secc.site.sources import open_sources
from tests.site.codes import HOSTILE, files, made_of

_PATH = "sections/A.sec"
FIRST = HOSTILE[_PATH].replace("  ![two](figures/../../outside.png)\n\n", "")  # an annex with such a path is refused
LAST = FIRST.replace("alert(", "alert(9").replace("figures/evil.svg", "figures/square.svg")
TODAY = date(2021, 4, 1)

INSTRUMENTS = {
    "2020-01-01-first/instrument.sec": """\
designation 2020-01-01-first: <img src=x onerror=alert(31)>
by: "><script>alert(32)</script>
made: 2020-01-01
from: 2020-01-01
unverified: <svg/onload=alert(33)>

note: </p><script>alert(34)</script> [a](javascript:alert(35))

1 designate Section A as version 1.0, in the form set out at annexes/section-A.sec
""",
    "2020-01-01-first/annexes/section-A.sec": FIRST,
    "2021-02-01-second/instrument.sec": """\
designation 2021-02-01-second: </title><script>alert(36)</script>
made: 2021-02-01
from: 2021-02-01

1 re-designate Section A as version 2.0, in the form set out at annexes/section-A.sec
""",
    "2021-02-01-second/annexes/section-A.sec": LAST,
    "2021-03-01-variation.sec": """\
direction 2021-03-01-variation: " onmouseover="alert(37)
made: 2021-03-01
from: 2021-03-01

1 suspend Section A1.3, until event "<img src=x onerror=alert(38)>"
2 in Section A1, after Section A1.3 insert
  > A1.4 <a href="javascript:alert(39)">x</a> and the Device, from
  > $\\\\href{javascript:alert(40)}{x}$.
""",
    "2021-03-15-for-some.sec": """\
direction 2021-03-15-for-some: <svg/onload=alert(46)> {{ 7 * 7 }}
by: {% raw %}${7*7}<!ENTITY x SYSTEM "file:///etc/passwd">
made: 2021-03-15
from: 2021-03-15
until: 2035-01-01

1 vary Section A1.3 as if for "See" there were substituted "</script><script>alert(47)</script>",
  for region "<img src=x onerror=alert(48)>"
2 vary Section A1.2 as if for "Device" there were substituted "[x](javascript:alert(49))",
  for Party "'><svg/onload=alert(50)>" and User Role "../../{{ 7 * 7 }}"
3 event "</title><script>alert(51)</script>" occurs on 2021-03-20, for region "<img src=x onerror=alert(48)>"
""",
    "2021-04-01-proposal.sec": """\
consultation 2021-04-01-proposal: <script>alert(41)</script>
consulted: 2021-04-01
from: 2022-07-01
recorded: 2021-04-01

1 in Section A1.3, for "See" substitute "</ins><script>alert(42)</script>"
""",
}


def hostile_files() -> dict[str, bytes]:
    """Its files."""
    found = files({_PATH: LAST}, title="<script>alert(43)</script>", notice="</p><img src=x onerror=alert(44)>")
    found["code.toml"] += b"[site]\nshort-notice = '</p><script>alert(52)</script>'\n"
    return found | {f"instruments/{name}": text.encode() for name, text in INSTRUMENTS.items()}


def hostile_history() -> MadeSite:
    """Its website."""
    return made_of(open_sources(Memory(hostile_files()), NoCache(), TODAY))
