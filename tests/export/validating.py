"""Validates large data quickly."""

import json
from functools import cache

from jsonschema import Draft202012Validator

from secc.render.exports.schemas import schema
from tests.export.reading import Json, Table, table, text

_TOLD_APART = frozenset(("kind", "state", "what", "format", "scope", "instrument", "standing"))
"""The keys whose values a schema limits to some."""


@cache
def validator(kind: str) -> Draft202012Validator:
    """The validator of a kind of file."""
    return Draft202012Validator(json.loads(schema(kind)), format_checker=Draft202012Validator.FORMAT_CHECKER)


class Validating:
    """Holds files to their schemas. Of things that are alike in form, one is looked at, wherever they stand."""

    def __init__(self) -> None:
        self._files: dict[tuple[str, str], Table] = {}
        self._blocks: dict[str, Json] = {}

    def add(self, data: bytes) -> str:
        """Take in a file; the kind that it says it is."""
        thin, form = self._thinned(json.loads(data))
        kind = text(table(thin)["kind"])
        self._files.setdefault((kind, form), table(thin))
        return kind

    def faults(self) -> list[str]:
        """What is wrong with any of them."""
        found = [*self._files.values()]
        if self._blocks:
            found.append(self._of_blocks())
        return [error.message for each in found for error in validator(text(each["kind"])).iter_errors(each)]

    def _of_blocks(self) -> Table:
        """A document that holds every form of block."""
        code: Table = {"title": "", "short": "", "notice": ""}
        empty: Table = dict.fromkeys(("as_at", "known", "next_change", "status"))
        words: Table = dict.fromkeys(("address", "printed", "title", "known_as", "version", "digest", "identity"), "")
        lists: Table = {key: [] for key in ("history", "refers_to", "referred_to_by", "beside")}
        content: list[Json] = list(self._blocks.values())
        return {"kind": "document", "format": 1, "code": code, **empty, **words, **lists, "content": content}

    def _thinned(self, value: Json, key: str = "") -> tuple[Json, str]:
        """The value without what is like something before it in the same list, and its form; blocks are put aside."""
        if isinstance(value, dict):
            inside = {name: self._thinned(each, name) for name, each in value.items()}
            form = ",".join(f"{name}:{each[1]}" for name, each in sorted(inside.items()))
            return {name: each[0] for name, each in inside.items()}, f"{{{form}}}"
        if isinstance(value, list):
            by_form = {form: each for each, form in (self._thinned(each, key) for each in value)}
            if key != "content":
                return list(by_form.values()), f"[{'|'.join(sorted(by_form))}]"
            self._blocks |= by_form
            return [], "[]"
        return value, repr(value) if key in _TOLD_APART else type(value).__name__


def faults(*files: bytes) -> list[str]:
    """What is wrong with files of data, by the schemas of the kinds that they say they are."""
    validating = Validating()
    for each in files:
        validating.add(each)
    return validating.faults()
