"""A small Code with a history, in a git repository: and four instruments."""

from pathlib import Path

from git import Actor, Repo

FIRST = b"""section H: DCC Services

H1 Services

H1.1 The DCC shall provide the Services to each User.

H1.2 The Panel shall review the Services in each year.
"""
NOW = b"""section H: DCC Services

H1 Services

H1.1 The DCC shall provide the Services to each Import Supplier.

H1.2 The DCC shall publish its charges.

H1.3 The Panel shall review the Services in each year.
"""
APPENDIX = b"""appendix A: Migration

1.1 This Appendix is about migration.
"""
FILES = {
    "code.toml": b'title = "Small Code"\nshort = "SC"\ndocuments = ["sections/H.sec", "appendices/A.sec"]\n',
    "sections/H.sec": NOW,
    "appendices/A.sec": APPENDIX,
    "instruments/2015-01-01-first/annexes/section-H.sec": FIRST,
    "instruments/2015-01-01-first/instrument.sec": b"""designation 2015-01-01-first: Designation of the Code
by: the Secretary of State
under: Condition 22
made: 2015-01-01
from: 2015-01-01
recorded: 2015-01-01

1 designate Section H as version 1.0, in the form set out at annexes/section-H.sec
""",
    "instruments/2016-06-01-suppliers.sec": b"""direction 2016-06-01-suppliers: Import Suppliers
by: the Secretary of State
under: Section X3
made: 2016-05-20
from: 2016-06-01
recorded: 2016-05-25

1 in Section H1.1, for "User" substitute "Import Supplier"
""",
    "instruments/2017-03-01-migration/annexes/appendix-A.sec": APPENDIX,
    "instruments/2017-03-01-migration/instrument.sec": b"""designation 2017-03-01-migration: Designation of Appendix A
by: the Secretary of State
under: Section X5
made: 2017-03-01
from: 2017-03-01
recorded: 2017-03-01

1 designate Appendix A as version 1.0, in the form set out at annexes/appendix-A.sec
2 renumber Section H1.2 as H1.3
3 in Section H1, after Section H1.1 insert
  > H1.2 The DCC shall publish its charges.
""",
    "instruments/2018-01-01-trial.sec": b"""direction 2018-01-01-trial: A trial
by: the Secretary of State
under: Section X3
made: 2018-01-01
from: 2018-01-01
until: 2019-01-01
recorded: 2018-01-01

1 vary Section H1.3 as if for "year" there were substituted "month"
""",
}


def commit(folder: Path) -> None:
    """Commit all files of a folder as they are, tagged `draft`."""
    repository = Repo.init(folder, initial_branch="main")
    repository.git.add("sec-source")
    who = Actor("A Drafter", "drafter@example.org")
    repository.index.commit("Begin", author=who, committer=who)
    repository.create_tag("draft")
    repository.close()
