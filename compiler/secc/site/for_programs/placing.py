"""Where the data of a page is."""

HOME = "index"


def beside(url: str, ending: str) -> str:
    """The address of a page's data, relative to the home page: `H14.json` for the page `H14/`."""
    return f"{url.rstrip('/') or HOME}.{ending}"
