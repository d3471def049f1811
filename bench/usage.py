"""What commands cost: CPU seconds (user and system, not the wall clock) and peak memory."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from msgspec import Struct, json

_LAUNCHER = Path(__file__).with_name("launch.py")


class Usage(Struct, frozen=True):
    """What one run of a command cost, and what it printed."""

    status: int
    seconds: float
    peak_kilobytes: int
    printed: str

    @property
    def peak_megabytes(self) -> float:
        """Peak resident memory, in millions of bytes."""
        return self.peak_kilobytes * 1024 / 1e6

    @property
    def is_stopped(self) -> bool:
        """Whether it had taken all the time that it was given before it was done."""
        return self.status == -signal.SIGXCPU


def run(command: Sequence[str | Path], folder: Path, at_most: int | None = None) -> Usage:
    """Runs a command in a folder; it is stopped when it has taken `at_most` CPU seconds, where that is given.

    A command that fails has not done the work, so its cost is not taken: it raises. Python's own settings are taken out
    of the environment, so that compiled modules are kept as they are for any user.
    """
    if at_most is not None:
        command = ["prlimit", f"--cpu={at_most}:{at_most + 5}", *command]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    launched = [sys.executable, "-I", "-S", str(_LAUNCHER), *map(str, command)]
    done = subprocess.run(
        launched, cwd=folder, env=environment, capture_output=True, check=True, stdin=subprocess.DEVNULL
    )
    usage = json.decode(done.stdout, type=Usage)
    if usage.status != 0 and not usage.is_stopped:
        raise RuntimeError(f"{command[0]} ended with status {usage.status}:\n{usage.printed[-2000:]}")
    return usage


def middle(usages: Sequence[Usage]) -> tuple[float, float]:
    """The median CPU seconds and the median peak megabytes of several runs."""
    return median(each.seconds for each in usages), median(each.peak_megabytes for each in usages)
