"""A small code with a history, for the tests of commands that ask about time."""

FIRST = "instruments/2020-01-01-first"
SETTINGS = b'title = "A Code"\nshort = "AC"\ndocuments = ["sections/A.sec"]\n'
AT_FIRST = b"""section A: Register

# A1 Register

A1.1 The operator shall keep a register, and shall publish the register.

A1.2 The operator shall tell any person who asks what the register says.
"""
HISTORY = {
    "code.toml": SETTINGS,
    "sections/A.sec": AT_FIRST,
    f"{FIRST}/annexes/section-A.sec": AT_FIRST,
    f"{FIRST}/instrument.sec": b"""designation 2020-01-01-first: Designation of the Code
made: 2020-01-01

1 designate Section A as version 1.0, in the form set out at annexes/section-A.sec
""",
}


def modification(name: str, operations: str, attributes: str = "made: 2020-02-01") -> dict[str, bytes]:
    """An instrument of these operations."""
    text = f"modification {name}: A change\n{attributes}\n\n{operations}\n"
    return {f"instruments/{name}.sec": text.encode()}
