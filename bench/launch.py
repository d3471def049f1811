"""Runs one command and says what it cost, as a line of JSON.

A small process of its own, started without site packages: Linux counts the memory of the process that starts a
program towards that program's peak, and the harness itself may be large.
"""

import json
import os
import subprocess
import sys
import tempfile


def main() -> None:
    """Run the command in the arguments; print its exit status, CPU seconds, peak memory and what it printed."""
    with tempfile.TemporaryFile() as printed:
        process = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=printed, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        printed.seek(0)
        cost = {
            "status": os.waitstatus_to_exitcode(status),
            "seconds": usage.ru_utime + usage.ru_stime,
            "peak_kilobytes": usage.ru_maxrss,
            "printed": printed.read().decode("utf-8", "replace"),
        }
    print(json.dumps(cost))


if __name__ == "__main__":
    main()
