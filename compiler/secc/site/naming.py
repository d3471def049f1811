"""Names for use in addresses."""


def slug(text: str) -> str:
    """Letters and digits of ASCII in lower case, everything else as hyphens; never empty."""
    kept = (letter if letter.isascii() and letter.isalnum() else " " for letter in text.lower())
    return "-".join("".join(kept).split()) or "x"


def unique(wanted: str, taken: set[str]) -> str:
    """The name wanted, or, where it is taken, with `~2` and so on; it is taken afterwards."""
    given, times = wanted, 1
    while given in taken:
        times += 1
        given = f"{wanted}~{times}"
    taken.add(given)
    return given


def up(url: str) -> str:
    """The way from a page to the home page: `../` for each folder that it stands in, `./` from the home page."""
    return "../" * url.count("/") or "./"
