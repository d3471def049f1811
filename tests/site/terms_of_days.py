"""The names of defined terms that a website lists for a day, and those that the table of that day has."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from secc.code.load import DocumentCache
from secc.history import SourceTree
from secc.render.exports.tables import terms_csv
from secc.site.made import MadeSite
from secc.site.sources import open_sources

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
Named = tuple[str, str, str]
"""A name, to what its term is limited, and the document in which that is defined."""


class ListedTerms:
    """The files of names, as they are sent to a browser."""

    def __init__(self, site: MadeSite) -> None:
        self._files: Mapping[str, bytes] = {each.url: each.contents for each in site.files}
        index = json.loads(self._files["api/search/index.json"])
        self.days: Sequence[str] = index["days"]
        roots: dict[str, str] = {root: printed for _, printed, root, *_ in index["documents"]}
        self._documents: Mapping[str, str] = dict(sorted(roots.items(), key=lambda each: -len(each[0])))
        self._lines = [json.loads(line) for _, file in index["terms"] for line in self._found(file)]

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

    def _document(self, place: str) -> str:
        return next(printed for root, printed in self._documents.items() if place.startswith(root.removesuffix("/")))

    def _reach(self, place: str, reach: Iterable[object]) -> str:
        said = next(iter(reach), "the Code")
        return self._document(place) if said == 1 else str(said)


def table_on(tree: SourceTree, cache: DocumentCache, day: date) -> set[Named]:
    """Those that `secc export csv --as-at DAY` has."""
    table = terms_csv(open_sources(tree, cache, day).code).decode("utf-8-sig")
    return {
        (name.removeprefix("'"), row["scope"], _document(row["defined_in"]))
        for row in csv.DictReader(io.StringIO(table))
        for name in filter(None, (row["term"], *row["also"].split("; ")))
    }


def _document(defined_in: str) -> str:
    """`Section H` of `Section H14.31(a)`, `Appendix AP` of `Appendix AP Document 2, 1.1`."""
    kind, label = defined_in.replace(",", " ").split(" ")[:2]
    if kind != "Section":
        return f"{kind} {label}"
    letters = label.rstrip(")(abcdefghijklmnopqrstuvwxyz.0123456789")
    return f"{kind} {letters}"
