"""What is where, for programs: an OpenAPI 3.1 description, made from the files that there are."""

from collections.abc import Iterable
from typing import TypeAlias

from secc.render.exports.schemas import schema_name
from secc.site.any_day.known_lists import KNOWN_LISTS
from secc.site.any_day.manifest import MANIFEST
from secc.site.any_day.packing import DEFINITIONS, PACKS
from secc.site.for_programs.atom import NAME as FEED
from secc.site.for_programs.placing import HOME
from secc.site.search.index import INDEX
from secc.site.search.shards import FOLDER as SEARCH

FOLDER = "api/"
SCHEMAS = f"{FOLDER}schemas/"
URL = f"{FOLDER}openapi.json"
IDENTITIES = "id"

Described: TypeAlias = "dict[str, Described] | list[Described] | str | bool"

_LISTS = {
    "terms": "The defined terms",
    "instruments": "Every instrument",
    "versions": "The document log: every consolidated version",
    "timeline": "Every day on which something changes",
    "in-flight": "What has not had all its effect, and what of it does not go together",
    "not-yet": "What is not plainly in effect, and what waits",
    "as-at": "The days on which there was another Code",
    "compare": "Which texts of which documents can be compared, and where each is",
    "search": "How the search is asked, and how its files are read",
}
_WHOLE: dict[str, tuple[str, tuple[str, ...]]] = {
    "full.json": ("A whole document", ("document",)),
    "full.txt": ("A whole document, as text", ()),
}
_FIXED: dict[str, tuple[str, tuple[str, ...]]] = {
    **{f"{name}.json": (what, ("days" if name == "as-at" else name,)) for name, what in _LISTS.items()},
    **{f"{name}.txt": (f"{what}, as text", ()) for name, what in _LISTS.items()},
    f"{FOLDER}terms-by-day.json": ("The defined terms of every day", ("terms-in-time",)),
    f"{FOLDER}terms-by-day.txt": ("The defined terms of every day, as text", ()),
    f"{HOME}.json": ("What the Code is made of", ("code",)),
    f"{HOME}.txt": ("The contents of the Code", ()),
    f"{FOLDER}terms.csv": ("The defined terms, for a spreadsheet", ()),
    f"{FOLDER}references.csv": ("The references, for a spreadsheet", ()),
    FEED: ("What takes effect and what is recorded", ()),
    f"instruments/{FEED}": ("What instruments are recorded", ()),
    f"{SCHEMAS}{{schema}}": ("A schema of the files here", ()),
    MANIFEST: ("Which documents there were on which days, and where their history packs are", ()),
    KNOWN_LISTS: ("What documents were called, and what was not plainly in effect, as known on each day", ()),
    f"{PACKS}{{pack}}.json": ("All texts of a document, with their days: a history pack", ()),
    f"{DEFINITIONS}{{letter}}.json": ("All texts of the definitions under a letter, with their days", ()),
    **{f"{{document}}/{name}": said for name, said in _WHOLE.items()},
    INDEX: ("The index of the search: what every answer needs, and the names of the shards", ()),
    f"{SEARCH}{{shard}}.json": ("A shard of the search: words, and what is found by each", ()),
}
OF_ANY_DAY = (MANIFEST, KNOWN_LISTS, f"{PACKS}pack.json", INDEX, f"{SEARCH}shard.json")
"""A file of each kind by which other days are read and searched; docs/website.md says what is in them."""
A_LETTER = f"{DEFINITIONS}a.json"
"""One of those that there are where anything was ever defined."""

_BY_NAME = {SCHEMAS: "{schema}", PACKS: "{pack}.json", DEFINITIONS: "{letter}.json", SEARCH: "{shard}.json"}
_FOLDERS = {
    "terms": (
        "name",
        "A name that is defined, with its meanings, or that no longer is",
        ("definition", "former", "terms-in-time"),
    ),
    "instruments": ("name", "An instrument", ("instrument",)),
    "versions": ("name", "A consolidated version", ("version",)),
    "as-at": ("day", "The pages that there were from a day on which anything changed", ("day",)),
}
_DOCUMENT = (
    "",
    "A document, a sub-section, a clause, a number that nobody has, or a page written by hand",
    ("document", "provision", "former", "written-by-hand"),
)
_BELOW = (
    "",
    "A sub-section, a clause, a number that nobody has, where something stands on a page among others, what a page said"
    " from a day on, or a page written by hand",
    ("provision", "former", "identity", "dated-text", "written-by-hand"),
)
_IDENTITY = ("", "Who a provision is: where it stands, whatever its number has become", ("identity",))
_TYPES = {
    "json": "application/json",
    "txt": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8; header=present",
    "atom": "application/atom+xml",
}


def description(urls: Iterable[str], title: str, notice: str, version: str) -> Described:
    """The description of the files at these addresses. `version` is that of the text of the Code."""
    paths = {pattern_of(url) for url in urls}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{title}, as data",
            "description": " ".join(filter(None, ("Every page of the site as data, and feeds; files only.", notice))),
            "version": version or "1",
        },
        "servers": [{"url": "..", "description": "The home page of the site, seen from this description"}],
        "paths": {f"/{path}": _path(path) for path in sorted(paths)},
    }


def pattern_of(url: str) -> str:
    """The path of the description that stands for a file: `H14.31.json` is one of `{page}.json`."""
    if url in _FIXED:
        return url
    if url.startswith(FOLDER):
        for inside, name in _BY_NAME.items():
            if url.startswith(inside):
                return inside + name
    folder, _, rest = url.partition("/")
    if folder in _FOLDERS:
        name = f"{folder}/{{{_FOLDERS[folder][0]}}}"
        return f"{name}/{FEED}" if rest.endswith(f"/{FEED}") else f"{name}.{_ending(url)}"
    if url.endswith(f"/{FEED}"):
        return f"{{document}}/{FEED}"
    if rest in _WHOLE:
        return f"{{document}}/{rest}"
    first = f"{folder}/" if folder == IDENTITIES else ""
    steps = "".join(f"{{step{place}}}/" for place in range(1, url.removeprefix(first).count("/") + 1))
    return f"{first}{steps}{{page}}.{_ending(url)}"


def kinds_of(path: str) -> tuple[str, ...]:
    """What the JSON at a path of the description may be."""
    return _said(path)[1]


def _path(path: str) -> Described:
    summary, kinds = _said(path)
    content: Described = {_type(path): {"schema": _schema(path, kinds)}}
    return {
        "get": {
            "summary": summary,
            "operationId": "".join(letter for letter in path.title() if letter.isalnum()),
            "parameters": [_parameter(name) for name in _names(path)],
            "responses": {"200": {"description": summary, "content": content}},
        }
    }


def _said(path: str) -> tuple[str, tuple[str, ...]]:
    if path in _FIXED:
        return _FIXED[path]
    folder = path.partition("/")[0]
    by_place = _DOCUMENT if "/" not in path else _BELOW
    _, what, kinds = _IDENTITY if folder == IDENTITIES else _FOLDERS.get(folder, by_place)
    if path.endswith(FEED):
        return ("Changes of a document" if folder == "{document}" else f"Changes: {what[0].lower()}{what[1:]}"), ()
    return (what, kinds) if path.endswith(".json") else (f"{what}, as text", ())


def _schema(path: str, kinds: tuple[str, ...]) -> Described:
    if not kinds:
        kind = "array" if path.endswith("{shard}.json") else "object"
        return {"type": kind if path.endswith((".json", "{schema}")) else "string"}
    refs: list[Described] = [{"$ref": f"schemas/{schema_name(kind)}"} for kind in kinds]
    return refs[0] if len(refs) == 1 else {"oneOf": refs}


def _type(path: str) -> str:
    return "application/schema+json" if path.startswith(SCHEMAS) else _TYPES[_ending(path)]


def _parameter(name: str) -> Described:
    said = _PARAMETERS.get(name, "A step of the address: of a document, an annex, a part.")
    return {"name": name, "in": "path", "required": True, "description": said, "schema": {"type": "string"}}


_PARAMETERS = {
    "document": "The document: H, schedule-11, appendix-AL.",
    "pack": "The document and the digest, as documents.json names the pack.",
    "letter": "The letter or digit with which the names of the definitions begin in addresses.",
    "shard": "The kind and the digest, as index.json names the shard.",
    "name": "The name, as the page of it has it.",
    "page": "The last step of the page's address: H, H14, H14.31, 4.26; or the first day of a text: 2016-11-08.",
    "day": "The first of the days: 2016-11-08.",
    "schema": "The name of the schema's file.",
}


def _names(path: str) -> list[str]:
    return [part.partition("}")[0] for part in path.split("{")[1:]]


def _ending(url: str) -> str:
    return url.rpartition(".")[2]
