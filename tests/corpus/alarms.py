"""What the rules raise on real law, and how much of it is false.

    python -m tests.corpus.alarms SEC            writes the table into docs/checking.md
    python -m tests.corpus.alarms SEC --sample   prints the findings of the sample that nobody has judged yet

SEC is the folder of real law in the language of the sources. Every text in it is checked; the newest version of each
work counts. Each is a Code of one document, with the names that alarms_names.toml has for it. The sample is drawn by
the seed: a few findings of each rule, the rest in the proportion of what they raise. A finding is true where what it
says of the text as given holds and a careful editor would look at it; alarms_judged.jsonl says so of each, and why.
"""

import hashlib
import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from fnmatch import fnmatch
from pathlib import Path

from secc.check import check
from secc.check.rules import RULES
from secc.code.load import NoCache, load
from secc.history import Memory
from secc.resolve import resolve

ROOT = Path(__file__).resolve().parents[2]
JUDGED = Path(__file__).with_name("alarms_judged.jsonl")
NAMES = Path(__file__).with_name("alarms_names.toml")
DOCS = ROOT / "docs" / "checking.md"
BEGIN, END = "<!-- alarms: written by `python -m tests.corpus.alarms` -->", "<!-- end of the alarms -->"
SEED = 2020
WANTED = 200
FEW = 5
"""How many findings of each rule are looked at, where there are as many, before the rest is drawn by proportion."""
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_AROUND = 160


@dataclass(frozen=True, slots=True)
class Alarm:
    """A finding in a real text: `text` are the words marked, `around` those that they stand in."""

    file: str
    rule: str
    provision: str
    line: int
    text: str
    headline: str
    around: str

    @property
    def key(self) -> tuple[str, str, int, str]:
        """What a judgement is found by: the same words on one line have one."""
        return self.file, self.rule, self.line, self.text


@dataclass(frozen=True, slots=True)
class Raised:
    """What was raised in the texts that count, and how many provisions they have; `texts` is how many were checked."""

    alarms: Sequence[Alarm]
    provisions: int
    texts: int


def raised(folder: Path) -> Raised:
    """Check every text in a folder. The newest version of each work counts."""
    paths = sorted(folder.glob("*.sec"), key=lambda path: (_work(path), _DATE.findall(path.name)[-1]))
    newest = {_work(path): path for path in paths}
    alarms: list[Alarm] = []
    provisions = 0
    for path in paths:
        found, count = _checked(path)
        if newest[_work(path)] == path:
            alarms += found
            provisions += count
    return Raised(alarms, provisions, len(paths))


def _work(path: Path) -> str:
    return path.name.partition("@")[0]


def _checked(path: Path) -> tuple[Sequence[Alarm], int]:
    """The findings in a text, in order, and how many provisions it has."""
    names = json.dumps(list(_names(path.name)), ensure_ascii=False)
    settings = f'title = "Law"\nshort = "L"\ndocuments = ["{path.name}"]\n[check]\nnames = {names}\n'
    code = resolve(load(Memory({"code.toml": settings.encode(), path.name: path.read_bytes()}), NoCache()))
    (document,) = code.documents
    source = document.loaded.source
    alarms = []
    for found in check(code, RULES):
        start, end = found.span.start, found.span.end
        around = " ".join(source.text[max(0, start - _AROUND) : end + _AROUND].split())
        text = " ".join(source.text[start:end].split())
        line = source.place(start)[0]
        alarms.append(Alarm(path.name, found.rule, found.provision, line, text, found.headline, around))
    return alarms, sum(each.own for each in document.blocks)


def _names(file: str) -> Iterator[str]:
    for table in tomllib.loads(NAMES.read_text(encoding="utf-8")).values():
        if fnmatch(file, table["files"]):
            yield from table["names"]


def sample(alarms: Sequence[Alarm], wanted: int = WANTED, seed: int = SEED) -> Sequence[Alarm]:
    """Findings drawn by the seed: of each rule a few, then of each in proportion to what is left of it.

    The order in which they are drawn is each finding's own, so that one that is mended takes no other's place.
    """
    by_rule: dict[str, list[Alarm]] = {}
    for each in sorted(alarms, key=lambda each: _drawn(each, seed)):
        by_rule.setdefault(each.rule, []).append(each)
    chosen = [each for of_rule in by_rule.values() for each in of_rule[:FEW]]
    left = sorted((each for of_rule in by_rule.values() for each in of_rule[FEW:]), key=lambda each: _drawn(each, seed))
    return (chosen + left)[:wanted]


def _drawn(each: Alarm, seed: int) -> bytes:
    return hashlib.sha256(f"{seed} {each.key}".encode()).digest()


def judgements() -> Mapping[tuple[str, str, int, str], Mapping[str, str]]:
    """The verdict on each finding that was looked at, and why."""
    rows = map(json.loads, JUDGED.read_text(encoding="utf-8").splitlines())
    return {(row["file"], row["rule"], row["line"], row["text"]): row for row in rows}


def table(found: Raised) -> Iterator[str]:
    """The table by rule. Raises `KeyError` where a finding of the sample has not been judged."""
    verdicts = judgements()
    drawn = [(each.rule, verdicts[each.key]["verdict"] == "true") for each in sample(found.alarms)]
    counts = Counter(each.rule for each in found.alarms)
    works = len({each.file for each in found.alarms})
    yield f"{found.texts} texts were checked without a crash. The newest versions of the {works} works have"
    yield f"{found.provisions:,} provisions and {len(found.alarms):,} findings; of the {len(drawn)} looked at by hand,"
    yield f"{sum(true for _, true in drawn)} are true. Weighed by what each rule raises,"
    yield f"{_weighed(counts, drawn)} of all are true."
    yield ""
    yield "| rule | findings | per 1,000 provisions | looked at | true | false alarms per 1,000 provisions |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for rule, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        of_rule = [true for name, true in drawn if name == rule]
        false = count * of_rule.count(False) / len(of_rule)
        looked = f"{len(of_rule)} | {of_rule.count(True)}"
        yield f"| {rule} | {count:,} | {_per(count, found)} | {looked} | {_per(false, found)} |"
    quiet = [rule.name for rule in RULES if rule.name not in counts]
    yield ""
    yield f"These {len(quiet)} raise nothing there: {', '.join(quiet)}."


def _per(count: float, found: Raised) -> str:
    return f"{1000 * count / found.provisions:.2f}"


def _weighed(counts: Mapping[str, int], drawn: Sequence[tuple[str, bool]]) -> str:
    """The share of true findings if each rule's are as true as those looked at."""
    true = 0.0
    for rule, count in counts.items():
        of_rule = [verdict for name, verdict in drawn if name == rule]
        true += count * of_rule.count(True) / len(of_rule)
    return f"{100 * true / sum(counts.values()):.0f} %"


def main(folder: str, *arguments: str) -> None:
    """Write the table, or with `--sample` print what is still to be judged, a JSON object a line."""
    found = raised(Path(folder))
    if "--sample" in arguments:
        known = judgements()
        for each in sample(found.alarms):
            if each.key not in known:
                sys.stdout.write(json.dumps(asdict(each), ensure_ascii=False) + "\n")
        return
    page = DOCS.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    after = rest.partition(END)[2]
    DOCS.write_text("\n".join([before + BEGIN, "", *table(found), "", END + after]), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
