"""Addresses of provisions by who they are, which stay the same whatever their numbers become: `/id/section-H/H14.31/`.

Each leads at once to where its provision stands on the day, or to what is told of it where it no longer does. There are
as many as there ever were provisions, so that they hold nothing but that: not even whether it stands there, so that a
release changes those alone of which the number is another.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from secc.ids import Address
from secc.site.for_programs.former import FormerNumber
from secc.site.in_time.making import TimePages
from secc.site.naming import identity_url, unique, up

_PAGE = """\
<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<link rel="canonical" href="{href}">
<meta http-equiv="refresh" content="0; url={href}">
</head>
<body>
<main>
<h1>{title}</h1>
<p>What has become of it is told at <a href="{href}">{words}</a>.</p>
</main>
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class IdentityFile:
    """The page of an identity, which leads on to `target`, relative to the home page."""

    url: str
    identity: str
    words: str
    target: str

    @property
    def contents(self) -> bytes:
        """The page."""
        href = escape(up(self.url) + self.target)
        return _PAGE.format(title=escape(self.identity), href=href, words=escape(self.words)).encode()


def identity_files(in_time: TimePages, former: Mapping[Address, FormerNumber]) -> Iterator[IdentityFile]:
    """A page for each clause, definition, sub-section, division and document that there is, was or is to be.

    `former` are the pages of the addresses that nobody has on the day.
    """
    taken: set[str] = set()
    present = in_time.moment.present
    every = sorted({*present, *in_time.stories.changes})
    for identity in every:
        address = present.get(identity) or _last(in_time, identity)
        if address is None or (address.path and address.path[-1].startswith("(")):
            continue
        gone = former.get(address)
        target = gone.url if gone is not None else in_time.placing.page(address)
        if target:
            url = f"{unique(identity_url(identity), taken)}/index.html"
            yield IdentityFile(url, identity, address.printed, target)


def _last(in_time: TimePages, identity: str) -> Address | None:
    """Where a provision stood last, or is to stand."""
    changes = in_time.stories.changes.get(identity, ())
    return next((each.address for each in reversed(changes) if each.address is not None), None)
