"""The instruments of `edited_code`, of every kind; the first designates its documents, and the last one anew."""

FIRST = """\
designation 2020-01-01-first: Designation of the Code
by: the Secretary of State
made: 2020-01-01
from: 2020-01-01
evidence: E1

note: The first.

"""
INSTRUMENTS = {
    "2021-01-01-meters.sec": """\
modification 2021-01-01-meters: All *meters*
under: Section H1
made: 2021-01-01
from: 2021-02-01

1 in Section H1.1, for "each meter" substitute "every meter"
2 suspend Section H1.2(b), until event "Go Live"
3 vary Section H2.1 as if for "results" there were substituted "outcomes", until 2022-06-01
4 in Section A1.1, at the appropriate place insert
  > define "Panel" means the persons who decide.

5 in Section B1.1, for "£100" substitute "£120"
""",
    "2021-01-01-order.sec": """\
release 2021-01-01-order: Another of the day
made: 2021-01-01
from: 2021-02-01

1 in Section H1.3, after "tell" insert "the Panel and"
2 in the table in Section B2.1, after the row beginning "User" in the table in Section B2.1 insert
  > | Panel | 4 | each person |

3 commence Section B2, from the earlier of 2022-01-01 and event "Go Live"
""",
    "2021-02-01-moves.sec": """\
modification 2021-02-01-moves: What goes elsewhere
made: 2021-02-01
from: 2021-03-15
recorded: 2021-02-10

1 move Section B2.3 to Section H, after Section H2.3, as H2.4
2 in Section H, after Section H1.4 insert
  > H1.5 The DCC shall rest:
  >   (a) at night; and
  >   (b) as Clause 2 of Schedule 1 says.

3 omit Section A2.2, keeping the number as [Not used]
""",
    "2021-03-01-live.sec": """\
notice 2021-03-01-live: Go Live
made: 2021-03-01

1 event "Go Live" occurs on 2021-04-01, for region "North"
2 event "Go Live" occurs on 2022-01-01, for region "South"
""",
    "2021-04-01-later.sec": """\
direction 2021-04-01-later: What comes later
made: 2021-04-01
from: 2022-06-01

1 in Section H1.3, for "each person" substitute "every person"
2 rename "Test Report" as "Report of Tests"
3 in Section A1.2, omit "another", from event "Never Fixed"
4 disapply Section H2.3, for User Role "Gas Supplier"
""",
    "2021-05-01-proposal.sec": """\
consultation 2021-05-01-proposal: A proposal
consulted: 2021-05-01
from: 2022-07-01
recorded: 2021-05-01

1 in Section H1.3, for "each person" substitute "nobody"
2 in Section B1.1, for "£120" substitute "£130"
3 for Section A1.3 substitute
  > A1.3 The User shall test each Device, and tell the Panel.
""",
    "2021-06-01-al/instrument.sec": """\
direction 2021-06-01-al: Re-designation of Appendix AL
made: 2021-06-01
from: 2022-03-01

1 re-designate Appendix AL as version 2.0, in the form set out at annexes/appendix-AL.sec
2 save anything done under Appendix AL before 2022-03-01
""",
}
