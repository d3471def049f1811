"""Which paths name a file below the folder of sources, and no other file on any system."""

from posixpath import normpath

_DEVICES = frozenset(
    ("aux", "con", "nul", "prn", *(f"{name}{count}" for name in ("com", "lpt") for count in range(10)))
)
"""What Windows takes for a device, whatever follows its first dot."""


def stays_inside(path: str) -> bool:
    """Whether it is written step by step, none of which leads up, to a drive, or to a device.

    Windows leaves out dots and spaces at the end of a step: `.. ` leads up there.
    """
    return not set(path) & set("\\:\0") and all(map(_is_name, path.split("/")))


def _is_name(step: str) -> bool:
    return step.rstrip(". ") == step != "" and step.partition(".")[0].rstrip().lower() not in _DEVICES


def as_meant(path: str) -> str:
    """The same path with strokes that lead forward, each once, and no step to where it is; it may lead anywhere."""
    return normpath(path.replace("\\", "/"))
