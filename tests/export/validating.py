"""Validates large data quickly: of the things in a list that are alike in form, one."""

import json
from functools import cache

from jsonschema import Draft202012Validator

from secc.render.exports.schemas import schema_name, schemas
from tests.export.reading import Json

_TOLD_APART = frozenset(("kind", "state", "what", "format", "scope", "instrument", "standing"))
"""The keys whose values a schema limits to some."""


@cache
def validator(kind: str) -> Draft202012Validator:
    """The validator of a kind of file."""
    schema = json.loads(dict(schemas())[schema_name(kind)])
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def faults(data: bytes) -> list[str]:
    """What is wrong with a file of data, by the schema of the kind that it says it is."""
    found = json.loads(data)
    return [error.message for error in validator(found["kind"]).iter_errors(thinned(found)[0])]


def thinned(value: Json, key: str = "") -> tuple[Json, str]:
    """The value without what is in its form like something before it in the same list; and its form."""
    if isinstance(value, dict):
        inside = {name: thinned(each, name) for name, each in value.items()}
        form = ",".join(f"{name}:{each[1]}" for name, each in sorted(inside.items()))
        return {name: each[0] for name, each in inside.items()}, f"{{{form}}}"
    if isinstance(value, list):
        by_form = {form: each for each, form in (thinned(each, key) for each in value)}
        return list(by_form.values()), f"[{'|'.join(sorted(by_form))}]"
    return value, repr(value) if key in _TOLD_APART else type(value).__name__
