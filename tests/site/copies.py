"""Commands carried out by copies of a process in which the compiler is already there: quick, and nothing is left in it.

`python -m tests.site.copies` carries out those that it reads, each a line of JSON, and answers each with one.
"""

import json
import os
import subprocess
import sys
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass
from io import FileIO, TextIOWrapper
from pathlib import Path

from secc.cli import build, check, main  # noqa: F401  # what they need is there before the copies are made
from secc.site import as_built, building, sources  # noqa: F401
from tests.site.codes import ROOT

CRASH = 70
"""The status of what ended otherwise than a command does."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command said, and its exit status."""

    status: int
    said: str


def secc(place: Path, *arguments: str, writes: int = 0, **environment: str) -> Answer:
    """Carry a command out in a folder. With `writes`, it is killed when it would put a file in place after so many."""
    reading, writing = os.pipe()
    process = os.fork()
    if not process:
        os.close(reading)
        _live(place, arguments, writing, writes, environment)
    os.close(writing)
    with open(reading, encoding="utf-8", errors="replace") as stream:
        said = stream.read()
    return Answer(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), said)


def _live(place: Path, arguments: tuple[str, ...], writing: int, writes: int, environment: dict[str, str]) -> None:
    """The life of a copy, which ends here."""
    status = CRASH
    try:
        os.dup2(writing, 1)
        os.dup2(writing, 2)
        sys.stdout, sys.stderr = (TextIOWrapper(FileIO(each, "w"), encoding="utf-8") for each in (1, 2))
        os.chdir(place)
        os.environ.update(environment)
        sys.argv = ["secc", *arguments]
        if writes:
            vars(os)["replace"] = _failing(os.replace, writes)
        main()
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else 0
    except BaseException:  # whatever it is, it is told, and no copy goes on as what it was copied from
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _failing(replace: Callable[..., None], writes: int) -> Callable[..., None]:
    left = iter(range(writes))

    def failing(*arguments: object, **others: object) -> None:
        if next(left, None) is None:
            os._exit(9)
        replace(*arguments, **others)

    return failing


class Elsewhere:
    """Another process, in which sets have another order, as in every process that a user starts."""

    def __init__(self, hash_seed: int) -> None:
        environment = {**os.environ, "PYTHONHASHSEED": str(hash_seed)}
        command = [sys.executable, "-m", "tests.site.copies"]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, cwd=ROOT, env=environment, stdin=pipe, stdout=pipe, text=True)

    def secc(self, place: Path, *arguments: str, **environment: str) -> Answer:
        """Carry a command out in a folder, as `secc` does."""
        told, answered = self._process.stdin, self._process.stdout
        assert told is not None
        assert answered is not None
        told.write(json.dumps([str(place), arguments, environment]) + "\n")
        told.flush()
        return Answer(**json.loads(answered.readline()))

    def end(self) -> None:
        """End the process."""
        self._process.communicate()


def _serve() -> None:
    for line in sys.stdin:
        place, arguments, environment = json.loads(line)
        sys.stdout.write(json.dumps(asdict(secc(Path(place), *arguments, **environment))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _serve()
