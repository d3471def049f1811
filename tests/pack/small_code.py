"""A small Code whose instruments make every kind of pack."""

FIRST_H = b"""section H: DCC Services

# H1 Services

H1.1 In this Code:

  define "Service" means what the DCC provides under Section H1.2.

H1.2 The DCC shall provide each Service within nine months.

H1.3 The Panel shall review each Service in each year.
"""
FIRST_A = b"""appendix A: Migration

1.1 This Appendix is about migration, and does not limit Section H1.3.

1.2 A [TBC] shall be agreed.
"""
FIRST_B = b"""appendix B: Testing

1.1 Each Service shall be tested.
"""

FILES = {
    "code.toml": (
        b'title = "Small Code"\nshort = "SC"\n'
        b'documents = ["sections/H.sec", "appendices/A.sec", "appendices/B.sec"]\n'
        b'instruments-order = [["2020-06-01-early", "2020-06-01-late"]]\n'
    ),
    "sections/H.sec": FIRST_H,
    "appendices/A.sec": FIRST_A,
    "appendices/B.sec": FIRST_B,
    "instruments/2015-01-01-first/annexes/section-H.sec": FIRST_H,
    "instruments/2015-01-01-first/annexes/appendix-A.sec": FIRST_A,
    "instruments/2015-01-01-first/annexes/appendix-B.sec": FIRST_B,
    "instruments/2015-01-01-first/instrument.sec": b"""designation 2015-01-01-first: Designation of the Code
by: the Secretary of State
made: 2015-01-01
recorded: 2015-01-01

1 designate Section H as version 1.0, in the form set out at annexes/section-H.sec
2 designate Appendix A as version 1.0, in the form set out at annexes/appendix-A.sec
3 designate Appendix B as version 1.0, in the form set out at annexes/appendix-B.sec
""",
    "instruments/2016-01-01-two-days.sec": b"""direction 2016-01-01-two-days: Two days
by: the Secretary of State
made: 2016-01-01
recorded: 2016-01-01

1 in Section H1.2, for "nine" substitute "ten", from 2016-03-01
2 in Section H1.2, for "ten" substitute "eleven", from 2016-05-01
3 revoke Appendix B, from 2016-05-01
4 in Section H1.3, omit "in each year", from event "The review ends"
""",
    "instruments/2017-01-01-renumbering.sec": b"""modification 2017-01-01-renumbering: Another number
status: draft
recorded: 2017-01-01

1 renumber Section H1.3 as H1.4
2 in Section H1.1, in the definition of "Service", for "provides" substitute "offers"
""",
    "instruments/2018-01-01-impossible.sec": b"""modification 2018-01-01-impossible: Not to be carried out
status: draft
recorded: 2018-01-01

1 in Section H1.2, for "weeks" substitute "months"
""",
    "instruments/2019-01-01-withdrawn.sec": b"""modification 2019-01-01-withdrawn: Withdrawn
consulted: 2019-01-01
withdrawn: 2019-02-01
recorded: 2019-01-01

1 omit Section H1.3
""",
    "instruments/2020-06-01-early.sec": b"""modification 2020-06-01-early: The earlier of two
made: 2020-05-01
from: 2020-06-01
recorded: 2020-05-01

1 in Section H1.2, after "each Service" insert "promptly and"
""",
    "instruments/2020-06-01-late.sec": b"""modification 2020-06-01-late: The later of two
made: 2020-05-01
from: 2020-06-01
recorded: 2020-05-01

1 in Section H1.2, after "promptly and" insert "in any event"
""",
}
