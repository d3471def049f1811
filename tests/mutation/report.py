"""The table in docs/checking.md, between its markers, and the details that one looks at while writing shapes."""

import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence

from tests.mutation.judging import Outcome
from tests.mutation.sample import ROOT

_PAGE = ROOT / "docs" / "checking.md"
_BEGIN = "<!-- planted: written by `make campaign` -->"
_END = "<!-- end of what was planted -->"


def write(outcomes: Sequence[Outcome], seed: int) -> None:
    """Put the table and what was missed into docs/checking.md, which has the markers."""
    page = _PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    _PAGE.write_text(f"{before}{_BEGIN}\n\n{table(outcomes, _commit(), seed)}\n\n{_END}{after}", encoding="utf-8")


def _commit() -> str:
    """The commit that the campaign was made at, and whether anything has been changed since."""
    commit = _git("rev-parse", "--short=10", "HEAD").strip()
    changed = _git("status", "--porcelain", "--", "compiler", "grammar", "sec-source", "tests/mutation").strip()
    return f"commit {commit}{', with changes that are not committed' if changed else ''}"


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=ROOT, check=True, capture_output=True, text=True).stdout


def table(outcomes: Sequence[Outcome], commit: str, seed: int) -> str:
    """The table by rule, its sums, and everything that was missed or is false."""
    rows = [_row(rule, [each for each in outcomes if each.rule == rule]) for rule in _rules(outcomes)]
    head = "| rule | plantings | shapes | found | other findings shown | of these true |"
    head += "\n| --- | ---: | ---: | ---: | ---: | ---: |"
    rules = len(_rules(outcomes))
    said = f"{len(outcomes):,} plantings for {rules} rules, seed {seed}, at {commit}. {_sums(outcomes)}"
    return "\n\n".join([said, "\n".join([head, *rows, _row("**all**", outcomes)]), *_sections(outcomes)])


def _rules(outcomes: Sequence[Outcome]) -> list[str]:
    return list(dict.fromkeys(each.rule for each in outcomes))


def _row(name: str, outcomes: Sequence[Outcome]) -> str:
    shapes = len({(each.rule, each.shape) for each in outcomes})
    others = sum(each.others for each in outcomes)
    false = sum(len(each.false) for each in outcomes)
    found = _share(sum(each.found for each in outcomes), len(outcomes))
    true = _share(others - false, others) if others else "–"
    return f"| {name} | {len(outcomes):,} | {shapes} | {found} | {others} | {true} |"


def _share(part: int, whole: int) -> str:
    """In per cent, rounded down, so that 100 means all."""
    tenths = 1000 * part // whole
    return f"{tenths // 10}.{tenths % 10} %" if tenths < 1000 else "100 %"


def _sums(outcomes: Sequence[Outcome]) -> str:
    own = sum(each.found for each in outcomes)
    others, false = sum(each.others for each in outcomes), sum(len(each.false) for each in outcomes)
    true = own + others - false
    return (
        f"{own:,} were found by their own rule at the place ({_share(own, len(outcomes))}). "
        f"Of {own + others:,} findings shown, {true:,} are true ({_share(true, own + others)})."
    )


def _sections(outcomes: Sequence[Outcome]) -> Iterator[str]:
    yield "### Missed"
    yield _listed([f"{each.rule}, {each.shape}, {each.place}: {each.planted}" for each in outcomes if not each.found])
    yield "### Shown and false"
    yield _listed([f"{each.rule}, {each.shape}, {each.place}: {text}" for each in outcomes for text in each.false])


def _listed(lines: Sequence[str]) -> str:
    escaped = [line.replace("<", "\\<").replace("*", "\\*") for line in lines]
    return "\n".join(f"- {line}" for line in escaped) or "None."


def details(outcomes: Sequence[Outcome]) -> str:
    """A line for each shape, and some of what was missed or is false."""
    lines = []
    for rule, shape in dict.fromkeys((each.rule, each.shape) for each in outcomes):
        of = [each for each in outcomes if (each.rule, each.shape) == (rule, shape)]
        others, false = sum(each.others for each in of), sum(len(each.false) for each in of)
        found = sum(each.found for each in of)
        lines.append(f"{rule} | {shape}: {found}/{len(of)} found; {others} others, {false} false")
        lines += [f"    missed at {each.place}: {each.planted}" for each in of if not each.found][:8]
        kinds = Counter(text.partition(" at ")[0] for each in of for text in each.false)
        lines += [f"    false: {kind} {count}" for kind, count in kinds.items()]
        lines += [f"    {each.place} {each.planted}: {text}" for each in of for text in each.false][:6]
    return "\n".join(lines)
