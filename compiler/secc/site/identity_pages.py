"""Addresses of provisions by who they are, which stay the same whatever their numbers become: `/id/section-H/H14.31/`.

Each leads at once to where its provision stands on the day, or to what is told of it where it no longer does, and its
data say where that is. There are as many as there ever were provisions, so that they hold nothing but that, and who is
there now if another is: a release changes those alone of which the number is another, or was taken.

What has no page of its own, as a sub-section of a short Schedule has none, is led to from the address that its page
would have, too: `/schedule-1/1/` answers whether the Schedule is one page or many.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from secc.code.settings import Settings
from secc.ids import Address
from secc.render.escaping import escape
from secc.render.exports.files import TheCode, the_code
from secc.render.exports.identity_files import IdentityFile
from secc.render.exports.schemas import to_json
from secc.site.for_programs.former import FormerNumber
from secc.site.for_programs.placing import beside
from secc.site.in_time.making import TimePages
from secc.site.kept_files import FileGroup, KeptFiles
from secc.site.laid_out import LaidOut
from secc.site.made import LateFile
from secc.site.naming import identity_url, unique, up
from secc.site.provision_plan import url_of
from secc.timeline.identities import origin

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
<link rel="alternate" type="application/json" href="{data}" title="Data">
<link rel="alternate" type="text/plain" href="{text}" title="Text">
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


class Identity(Struct, frozen=True):
    """Who a provision is: where it is told at `url`, and on which page its text is, relative to the home page.

    `address` is where it stands, stood last, or is to stand; `taken_by` who stands there in its place, if anybody.
    """

    url: str
    identity: str
    address: Address
    target: str
    code: TheCode
    taken_by: str = ""

    def files(self) -> Iterator[LateFile]:
        """The page, which leads on, and its data."""
        yield LateFile(f"{self.url}index.html", self._page)
        yield LateFile(beside(self.url, "json"), self._data)
        yield LateFile(beside(self.url, "txt"), self._text)

    def _page(self) -> bytes:
        home = up(self.url)
        return _PAGE.format(
            title=escape(self.identity),
            href=escape(home + self.target),
            data=escape(home + beside(self.url, "json")),
            text=escape(home + beside(self.url, "txt")),
            words=escape(self.address.printed),
        ).encode()

    def _data(self) -> bytes:
        return to_json(
            IdentityFile(
                format=1,
                code=self.code,
                identity=self.identity,
                address=str(self.address),
                printed=self.address.printed,
                page=self.target,
                data=self._beside("json"),
                text=self._beside("txt"),
                taken_by=self.taken_by,
            )
        )

    def _text(self) -> bytes:
        now = f", which is {self.taken_by} now" if self.taken_by else ""
        lines = (self.code.title, "", f"{self.identity}: {self.address.printed}{now}", f"Text: {self._beside('txt')}")
        return "".join(f"{line}\n" for line in lines).encode()

    def _beside(self, ending: str) -> str:
        """Where the data of the page is to which this leads."""
        return beside(self.target.partition("#")[0], ending)


def identity_files(identities: Iterable[Identity], kept: KeptFiles) -> Iterator[LateFile]:
    """The page of each and its data; those of a document are kept together."""
    documents: dict[str, list[Identity]] = {}
    for each in identities:
        documents.setdefault(origin(each.identity), []).append(each)
    for document, found in documents.items():
        own = [(each.url, each.identity, each.address, each.target, each.code, each.taken_by) for each in found]
        files = [file for each in found for file in each.files()]
        yield from kept.of(FileGroup(f"identities of {document}", partial(tuple, own), files))


def every_way(
    in_time: TimePages, laid_out: LaidOut, former: Mapping[Address, FormerNumber], settings: Settings
) -> tuple[Identity, ...]:
    """The ways to provisions by who they are, and to those without a page by their numbers.

    `former` are the pages of the addresses that nobody has on the day.
    """
    found = tuple(_every_identity(in_time, former, the_code(settings)))
    pages = (page.url for first in laid_out.documents for page in first.walk())
    clauses = (each.url for each in laid_out.provisions)
    return (*found, *_at_their_numbers(found, {*pages, *clauses, *(each.url for each in former.values())}))


def _at_their_numbers(identities: Iterable[Identity], taken: Collection[str]) -> Iterator[Identity]:
    """Those sub-sections and divisions that stand on a page among others, where a page of theirs would be.

    Of two with one number, the last has the address. None is at an address that is `taken`, which ends in a slash.
    """
    found = {url_of(each.address): each for each in identities if _stands_among_others(each)}
    yield from (replace(each, url=url) for url, each in sorted(found.items()) if url not in taken)


def _stands_among_others(identity: Identity) -> bool:
    return "#" in identity.target and not identity.address.path[-1].startswith('"')


def _every_identity(in_time: TimePages, former: Mapping[Address, FormerNumber], code: TheCode) -> Iterator[Identity]:
    """Each clause, definition, sub-section, division and document that there is, was or is to be."""
    taken: set[str] = set()
    present = in_time.moment.present
    for identity in sorted({*present, *in_time.stories.changes}):
        address = present.get(identity) or _last(in_time, identity)
        if address is None or (address.path and address.path[-1].startswith("(")):
            continue
        gone = former.get(address)
        target = gone.url if gone is not None else in_time.placing.page(address)
        if target:
            url = f"{unique(identity_url(identity), taken)}/"
            taken_by = in_time.account.identities.get(address, "") if identity not in present else ""
            yield Identity(url, identity, address, target, code, taken_by)


def _last(in_time: TimePages, identity: str) -> Address | None:
    """Where a provision stood last, or is to stand."""
    changes = in_time.stories.changes.get(identity, ())
    return next((each.address for each in reversed(changes) if each.address is not None), None)
