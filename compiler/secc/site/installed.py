"""What a website is made with that lies in no folder of it: Python, and what is installed beside it."""

import os
import sys


def installed() -> tuple[str, ...]:
    """The version of Python, and the names of what is installed, which have its versions in them."""
    folders = [each for each in sys.path if os.path.isdir(each)]
    return (sys.version, *sorted(name for each in folders for name in os.listdir(each) if name.endswith("-info")))
