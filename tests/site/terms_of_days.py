"""The defined terms that a website has for a day, in its lists and as data, and those that its table has."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from secc.code.load import DocumentCache
from secc.history import SourceTree
from secc.render.exports.tables import terms_csv
from secc.site.made import MadeSite
from secc.site.published import PublishedFile
from secc.site.sources import open_sources

Defined = tuple[str, str, str, str]
"""The names of a term, its scope, the provision that defines it, and its address, as the table has them."""
Named = tuple[str, str, str]
"""A name, to what its term is limited, and the document in which that is defined."""


def table_on(tree: SourceTree, cache: DocumentCache, day: date) -> set[Defined]:
    """Those that `secc export csv --as-at DAY` has."""
    table = terms_csv(open_sources(tree, cache, day).code).decode("utf-8-sig")
    return {
        ("; ".join(filter(None, (row["term"], row["also"]))), row["scope"], row["defined_in"], row["address"])
        for row in csv.DictReader(io.StringIO(table))
    }


def named(table: Iterable[Defined]) -> set[Named]:
    """Every name of them."""
    return {(name, scope, _document(address)) for names, scope, _, address in table for name in names.split("; ")}


class TermsAsData:
    """`/api/terms-by-day.json`."""

    def __init__(self, site: MadeSite) -> None:
        files = {each.url: each for each in site.streamed if each.url == "api/terms-by-day.json"}
        self._terms = json.loads(files["api/terms-by-day.json"].contents)["terms"]

    def on(self, day: date) -> set[Defined]:
        """Those of a day."""
        asked = day.isoformat()
        return {
            ("; ".join(each["names"]), each["scope"], each["defined_in"], each["address"])
            for each in self._terms
            if any(days["from"] <= asked and (not days["until"] or asked < days["until"]) for days in each["days"])
        }


class _Names:
    """The files of the search, as they are sent to a browser."""

    def __init__(self, files: Iterable[PublishedFile]) -> None:
        self._files: Mapping[str, bytes] = {each.url: each.contents for each in files}
        self._index = json.loads(self._files["api/search/index.json"])
        self.days: Sequence[str] = self._index["days"]
        roots: dict[str, str] = {root: printed for _, printed, root, *_ in self._index["documents"]}
        self._documents: Mapping[str, str] = dict(sorted(roots.items(), key=lambda each: -len(each[0])))

    def _document(self, place: str) -> str:
        return next(printed for root, printed in self._documents.items() if place.startswith(root.removesuffix("/")))

    def _reach(self, place: str, reach: Iterable[object]) -> str:
        said = next(iter(reach), "the Code")
        return self._document(place) if said == 1 else str(said)


class KnownNames(_Names):
    """The names as known on each day."""

    def __init__(self, files: Iterable[PublishedFile]) -> None:
        super().__init__(files)
        self._names = json.loads(self._files["api/search/known-terms.json"])["names"]

    def on(self, day: str, known: str = "9999-12-31") -> set[Named]:
        """Those of a day, as known on another."""
        return {
            (name, self._reach(place, reach), self._document(place))
            for name, _, place, rows, *reach in self._names
            if any(_stood(row, day, known) for row in rows)
        }


class ListedTerms(_Names):
    """The names as known now."""

    def __init__(self, site: MadeSite) -> None:
        super().__init__(site.files)
        self._lines = [json.loads(line) for _, file in self._index["terms"] for line in self._found(file)]

    def on(self, day: date) -> set[Named]:
        """Those of a day."""
        number = sum(each <= day.isoformat() for each in self.days)
        return {
            (name, self._reach(place, reach), self._document(place))
            for name, _, place, days, *reach in self._lines
            if any(start <= number and (not end or number < end) for start, end in days)
        }

    def _found(self, file: str) -> list[str]:
        _, found = json.loads(self._files[f"api/search/{file}"])
        return str(found).split("\n")


def _stood(row: Sequence[str | None], day: str, known: str) -> bool:
    start, end, since, until = [*row, None, None, None][:4]
    was_known = (since or start or "") <= known and (until is None or known < until)
    return was_known and (start or "") <= day and (end is None or day < end)


def _document(address: str) -> str:
    """`Section H` of `section-H/H14.31(a)`."""
    kind, label = address.partition("/")[0].split("-")
    return f"{kind.capitalize()} {label}"
