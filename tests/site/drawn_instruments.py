"""Instruments drawn at random for `edited_code`: what can be said of its provisions, much of which can be done."""

from collections.abc import Mapping
from random import Random

from tests.site.edited_code import TITLES

DAYS = ("2021-01-01", "2021-02-01", "2021-03-15", "2021-04-01", "2022-01-01", "2022-06-01", "2023-05-05")
EVENTS = ("Go Live", "DCC Live", "Never Fixed")
SCOPES = ('region "North"', 'region "South"', 'User Role "Gas Supplier"', 'region "North" and region "South"')
PLACES = (
    "Section A", "Section A1.2", "Section A1.3", "Section A1.3(a)", "Section B1", "Section B1.1", "Section B2.3",
    "Section H", "Section H1", "Section H1.1", "Section H1.2", "Section H1.2(b)", "Section H1.3", "Section H1.5",
    "Section H2", "Section H2.1", "Section H2.4", "Appendix AL", "Clause 1.2 of Appendix AL", "Appendix AN",
    "Clause 1.2(a) of Appendix AL", "Schedule 1", "Clause 2 of Schedule 1", "Sections H1.1 to H1.3", "Section H9.9",
    "Section A to Section H", "Section B to Section H", "Appendix AL to Appendix AN",
)  # fmt: skip
KINDS = ("direction", "modification", "notice", "consultation", "release", "erratum")

_EFFECT = (
    "commence {place}{start}{end}{scope}",
    "cease {place}{start}{scope}",
    "extend {place} until {when}",
    "shorten {place} until {day}",
    "suspend {place}{start}{end}{scope}",
    "resume {place}{start}",
    "disapply {place}{start}{end}{scope}",
    'vary Section H2.1 as if for "results" there were substituted "outcomes"{start}{end}',
    'vary Section H1.3 as if after "DCC" there were inserted "or the Panel"{start}{end}{scope}',
    "vary Section H1 as if Section H1.3 were omitted{start}{end}",
    "{first}vary Section H1 as if after Section H1.3 there were inserted\n  > H1.3A The DCC shall tell the User.",
    "cancel paragraph {number} of {name}{start}{scope}",
    'event "{event}" occurs on {day}{scope}',
    'event "{event}" occurs on {day}',
    "fix the date in paragraph {number} of {name} as {day}",
    "decide {name} on {day}",
    "withdraw paragraph {number} of {name}{start}",
    "withdraw {name}",
    "fix the date in Section H1.3 as {day}",
    'in Section H, read "meter" as "Device"',
    "Section H1.3 states the date in paragraph {number} of {name}",
    "no change to {place}: it was considered",
    "save anything done under {place} before {day}",
    "outside the Code, amend Condition 13 of the DCC Licence",
)
_WORDING = (
    'in Section H1.1, for "each meter" substitute "all meters"{start}{end}',
    'in Section H1.3, omit "person"{start}',
    'in Section A1.2, omit "another"{start}{end}',
    'in Section B1.1, for "£100" substitute "£200"{start}{end}',
    'in Section B1.2, at the end insert "and £5"{start}',
    'in the table in Section B2.1, in the row beginning "Device", for "1" substitute "2"{start}{end}',
    "{first}move Section H1.2 to Section A, after Section A1.3, as A1.4",
    "{first}move Section A1.3 to Section H, after Section H2.3, as H2.5",
    "{first}move Section H1.2(a) to after Section H1.2(b)",
    "{first}move Clause 1.2 of Appendix AL to Section H, after Section H1.3, as H1.6",
    "{first}move Section H1.5 to Appendix AL, after Clause 1.2 of Appendix AL, as 1.2A",
    "{first}move Clause 2 of Schedule 1 to Section A, after Section A1.3, as A1.4",
    "{first}move Section B2.3 to the end of Schedule 1, as 4",
    "{first}renumber Section H2.1 as H2.6",
    "{first}renumber Clause 3 of Schedule 1 as 5",
    "omit {place}{start}{end}",
    "omit {place}, keeping the number as [Not used]",
    "{first}in Section H1.2, after paragraph (a) insert\n  > (aa) each Device;",
    "{first}in Section H, after Section H1.3 insert\n  > H1.5 The DCC shall rest for 5 Working Days.",
    "{first}in Section H, after Section H1.3 insert\n  > H1.5 The DCC shall:\n  >   (a) rest; and\n  >   (b) work.",
    "{first}for Section H1.2 substitute\n  > H1.2 The DCC shall keep a record of each Test Report.",
    "{first}for Section H1.2(a) substitute\n  > (a) each test:\n  >   (i) one; and\n  >   (ii) two;",
    '{first}split Section H1.3 before "See", the second part to be H1.3A',
    "{first}join Section H2.3 to Section H2.1",
    'rename "Device" as "Apparatus"{start}',
    'rename "User" as "Customer" in Section B and Section H{start}',
    '{first}in Section A1.1, at the appropriate place insert\n  > define "Hub" means a thing of a User.',
    'in Section A1.1, in the definition of "Device", in paragraph (b), for "hub" substitute "Hub"{start}{end}',
    'omit the definition of "Working Day" in Section A1.1{start}{end}',
    "revoke {document}{start}{end}",
    'for the heading of Section H1 substitute "Trials"{start}{end}',
    "{first}in Section B1, after Section B1.2 insert\n  > B1.2A The sum is $x^2$, where x is the number of Users.",
    "{first}in Section H2, after Section H2.2 insert\n  > | Kind | Note |\n  > | --- | --- |\n  > | Device | each |",
)
DESIGNATE = "{verb} {document} as version {number}.1, in the form set out at annexes/{annex}.sec{start}"


class Drawing:
    """Draws what instruments say; `names` are those of the instruments that there are."""

    def __init__(self, draw: Random, names: tuple[str, ...]) -> None:
        self._draw = draw
        self._names = names

    def __getitem__(self, key: str) -> str:
        """What goes into a place in the forms above."""
        draw = self._draw
        return str(getattr(self, key)()) if hasattr(self, key) else draw.choice(_CHOICES[key])

    def name(self) -> str:
        return self._draw.choice(self._names)

    def when(self) -> str:
        """A day, or what it will follow from."""
        return self._draw.choice(_WHEN).format_map(self)

    def start(self) -> str:
        return self._draw.choice(("", "", ", from {when}")).format_map(self)

    def end(self) -> str:
        return self._draw.choice(("", "", ", until {when}")).format_map(self)

    def scope(self) -> str:
        return self._draw.choice(("", "", "", ", for {whom}")).format_map(self)

    def first(self) -> str:
        return self._draw.choice(("", "", "from {when}, ")).format_map(self)

    def operation(self, number: str, annexes: dict[str, str]) -> str:
        """An operation of a number; the annexes that it names are added."""
        if self._draw.random() < 0.1:
            annex = self._draw.choice(list(TITLES))
            document, text = TITLES[annex]
            annexes[f"annexes/{annex}.sec"] = text
            verb = self._draw.choice(("designate", "re-designate"))
            form = DESIGNATE.replace("{verb}", verb).replace("{document}", document).replace("{annex}", annex)
        else:
            form = self._draw.choice(self._draw.choice((_EFFECT, _WORDING)))
        line = form.format_map(self)
        return f"{number} {line}\n" + ("\n" if "\n" in line else "")

    def header(self, name: str) -> str:
        """The first line and the attributes."""
        draw, made = self._draw, name[:10]
        life = draw.choice((*["made: {made}"] * 8, *_LIVES)).replace("{made}", made).format_map(self)
        lines = [f"{draw.choice(KINDS)} {name}: {draw.choice(_SUBJECTS)}", life]
        lines += [form.format_map(self) for form in _ATTRIBUTES if draw.random() < 0.3]
        return "".join(f"{each}\n" for each in lines) + "\n"

    def instrument(self, name: str) -> Mapping[str, str]:
        """The files of an instrument of a name, below `instruments`."""
        annexes: dict[str, str] = {}
        count = self._draw.randint(1, 4)
        text = self.header(name) + "".join(self.operation(str(number), annexes) for number in range(1, count + 1))
        if annexes or self._draw.random() < 0.2:
            return {f"{name}/instrument.sec": text} | {f"{name}/{path}": each for path, each in annexes.items()}
        return {f"{name}.sec": text}


_WHEN = (
    "{day}", "{day}", "{day}", "{day}", 'event "{event}"', 'the earlier of {day} and event "{event}"',
    'the later of {day} and event "{event}"', '6 months after event "{event}"',
    "{day} or such later date as is directed", "the effect of {name}", "the effect of paragraph {number} of {name}",
    "{day} if decided by 2021-01-01, otherwise {day} if decided by 2022-01-01", "never",
)  # fmt: skip
_LIVES = (
    "consulted: {made}",
    "consulted: {made}\ndecided: {day}",
    "status: draft",
    "made: {made}\nwithdrawn: {day}",
    "laid: {made}",
)
_SUBJECTS = ("Some changes", "A & B <i>together</i>", "What the *Panel* asks", "Section H1 and the rest")
_ATTRIBUTES = (
    "from: {day}", "from: {when}", "from: {day}", "until: {when}", "for: {whom}", "recorded: {day}",
    "under: Section H1; Condition 22 of the DCC Licence", "by: the Panel", "evidence: E2", "unverified: the wording",
    "\nnote: See **Section B1**.",
)  # fmt: skip
_CHOICES = {
    "place": PLACES,
    "day": DAYS,
    "event": EVENTS,
    "whom": SCOPES,
    "number": ("1", "2", "3"),
    "document": tuple(title for title, _ in TITLES.values()),
}
