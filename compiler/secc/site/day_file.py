"""The day of the site, in the one file in which every page has it: a release changes the file, and no page.

It is a style sheet, so that it is printed without scripts. A page that is shown without it says where the day stands.
"""

from secc.site.in_time.views import DayView
from secc.site.published import PublishedFile

NAME = "day.css"


def day_file(day: DayView) -> PublishedFile:
    """The style sheet of a day: what pages print of it, and for their scripts the day itself, as `--site-as-at`."""
    version = f" {day.version}" if day.version else ""
    since = "" if day.is_version else "changed since "
    of_version = f" · version{version}" if day.version and day.is_version else ""
    lines = (
        "/* The day of this site. */",
        f":root {{ --site-as-at: {day.address}; --site-day: {_quoted(day.words)}; }}",
        ".site-day > span { display: none; }",
        ".site-day::before { content: var(--site-day); }",
        f".site-since::before {{ content: {_quoted(since)}; }}",
        f".site-version::after {{ content: {_quoted(version)}; }}",
        f".site-of-version::before {{ content: {_quoted(of_version)}; }}",
    )
    return PublishedFile(NAME, "".join(f"{line}\n" for line in lines).encode())


def _quoted(words: str) -> str:
    """Words as a string of CSS, in which nothing but letters, digits and harmless signs stands for itself."""
    return f'"{"".join(map(_escaped, words))}"'


def _escaped(sign: str) -> str:
    return sign if (sign.isascii() and sign.isalnum()) or sign in " .,-" else f"\\{ord(sign):x} "
