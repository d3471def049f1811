"""`code.toml`: the name of the Code, the documents that make it up, in order, and how it is checked and shown."""

import tomllib
from collections.abc import Mapping
from datetime import date
from urllib.parse import urlsplit

from msgspec import Struct

from secc.code.patterns import DOCUMENT
from secc.diagnostics import CannotProceed
from secc.history import SourceTree
from secc.syntax.lines import hidden_in

FILE = "code.toml"


class SiteSettings(Struct, frozen=True):
    """How the website is made: its day, an ISO date, and its address, which ends in a slash; empty where not set.

    `short_notice` is what a narrow screen shows of the notice, with the way to the rest. With `pdf`, each document goes
    out as a PDF too, with `code_pdf` the whole Code as one.
    """

    as_at: str = ""
    address: str = ""
    short_notice: str = ""
    pdf: bool = False
    code_pdf: bool = False


class Settings(Struct, frozen=True):
    """`code.toml`, read. Paths are relative to it."""

    title: str
    short: str
    notice: str
    documents: tuple[str, ...]
    site: SiteSettings
    exported_terms: tuple[str, ...] = ()
    ignored_rules: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    allowed_references: tuple[str, ...] = ()
    ignored_in_files: tuple[tuple[str, tuple[str, ...]], ...] = ()
    ignored_in_provisions: tuple[tuple[str, tuple[str, ...]], ...] = ()
    instruments_order: tuple[tuple[str, ...], ...] = ()
    """Names of instruments that take effect on one day, each list in the order in which they are carried out."""
    titles: tuple[tuple[str, str], ...] = ()
    """The register of titles: that of each document, by what it is called: Section H."""
    everybody: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """The regions, and whatever else has a closed list, that are everybody between them, by what they are."""


_KEYS = {
    "": (
        "title",
        "short",
        "notice",
        "documents",
        "exported-terms",
        "instruments-order",
        "titles",
        "everybody",
        "check",
        "site",
    ),
    "check": ("ignore", "names", "allowed-references", "files", "provisions"),
    "everybody": ("region", "User Role", "class of device", "Party"),
    "site": ("as-at", "address", "short-notice", "pdf", "code-pdf"),
}


def read_settings(tree: SourceTree) -> Settings:
    """The settings of a repository.

    Raises `CannotProceed` where the file is missing, cannot be read, or has a key that is not known, by name.
    """
    table = _toml(tree)
    _refuse_unknown(table, "")
    check, site, everybody = _table(table, "check"), _table(table, "site"), _table(table, "everybody")
    return Settings(
        title=_text(table, "title"),
        short=_text(table, "short"),
        notice=_text(table, "notice", default=""),
        documents=_documents(table),
        site=SiteSettings(
            as_at=_date(site, "as-at"),
            address=_web_address(site, "address"),
            short_notice=_text(site, "short-notice", default=""),
            pdf=_yes_or_no(site, "pdf"),
            code_pdf=_yes_or_no(site, "code-pdf"),
        ),
        exported_terms=_texts(table, "exported-terms"),
        ignored_rules=_texts(check, "ignore"),
        names=_texts(check, "names"),
        allowed_references=_texts(check, "allowed-references"),
        ignored_in_files=_lists(check, "files"),
        ignored_in_provisions=_lists(check, "provisions"),
        instruments_order=_orders(table, "instruments-order"),
        titles=_titles(table),
        everybody=tuple((name, _texts(everybody, name)) for name in everybody),
    )


def _toml(tree: SourceTree) -> Mapping[str, object]:
    if not tree.has(FILE):
        raise CannotProceed(
            f"there is no {FILE} here: run secc in the folder of a code, or name the folder with --code"
        )
    try:
        return tomllib.loads(tree.read(FILE).decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise CannotProceed(f"{FILE} is not in UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise CannotProceed(
            f"{FILE} cannot be read: {error}; look there and on the line above for a comma or quotation mark left out"
        ) from None


def _refuse_unknown(table: Mapping[str, object], name: str) -> None:
    where = f"[{name}] of {FILE}" if name else FILE
    for key in table:
        if key not in _KEYS[name]:
            raise CannotProceed(f"{where} has no setting `{key}`; there are {', '.join(_KEYS[name])}")


def _table(table: Mapping[str, object], key: str) -> Mapping[str, object]:
    inner = table.get(key, {})
    if not isinstance(inner, dict):
        raise CannotProceed(f"`{key}` in {FILE} is to be a table: [{key}]")
    _refuse_unknown(inner, key)
    return inner


def _text(table: Mapping[str, object], key: str, default: str | None = None) -> str:
    value = table.get(key, default)
    if not isinstance(value, str):
        raise CannotProceed(f"{FILE} is to say `{key}`, as text in quotes")
    return _seen(value, key)


def _seen(value: str, key: str) -> str:
    """A text of which a reader sees every character: what is not seen cannot be printed either."""
    if hidden := hidden_in(value):
        raise CannotProceed(f"`{key}` in {FILE} holds a {hidden}, which a reader cannot see: take it out")
    return value


def _yes_or_no(table: Mapping[str, object], key: str) -> bool:
    value = table.get(key, False)
    if not isinstance(value, bool):
        raise CannotProceed(f"`{key}` in {FILE} is to be true or false, without quotes")
    return value


def _documents(table: Mapping[str, object]) -> tuple[str, ...]:
    """The files of the documents, each once."""
    if "documents" not in table:
        raise CannotProceed(f"{FILE} is to list the files of the documents, in order, as `documents`")
    paths = _texts(table, "documents")
    twice = next((path for place, path in enumerate(paths) if path in paths[:place]), None)
    if twice is not None:
        raise CannotProceed(f"{FILE} lists {twice} twice")
    return paths


def _titles(table: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    """The titles of documents, by what they are called."""
    titles = table.get("titles", {})
    if not isinstance(titles, dict):
        raise CannotProceed(f"`titles` in {FILE} is to be a table: [titles]")
    wrong = next((name for name in titles if not DOCUMENT.fullmatch(name)), None)
    if wrong is not None:
        raise CannotProceed(f'[titles] of {FILE} is to name documents, as in "Appendix AL", and not {wrong}')
    return tuple((name, _text(titles, name)) for name in titles)


def _date(table: Mapping[str, object], key: str) -> str:
    """A date as ISO text; empty where there is none."""
    value = str(table.get(key, ""))
    try:
        return date.fromisoformat(value).isoformat() if value else ""
    except ValueError:
        raise CannotProceed(f"`{key}` in {FILE} is to be a date such as 2020-09-17, and not {value}") from None


def _web_address(table: Mapping[str, object], key: str) -> str:
    """An address on the web that ends in a slash; empty where there is none."""
    value = _text(table, key, default="")
    parts = urlsplit(value)
    plain = value.isascii() and value.isprintable() and not set(value) & set(' "<>\\^`{|}?#')
    if value and not (parts.scheme in ("https", "http") and parts.hostname and plain):
        raise CannotProceed(f"`{key}` in {FILE} is to be an address such as https://code.example.org/, and not {value}")
    return f"{value.rstrip('/')}/" if value else ""


def _texts(table: Mapping[str, object], key: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise CannotProceed(f"`{key}` in {FILE} is to be a list of texts in quotes")
    return tuple(_seen(each, key) for each in value)


def _lists(table: Mapping[str, object], key: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """A table within [check] of lists of rules, by what they are ignored in."""
    inner = table.get(key, {})
    if not isinstance(inner, dict):
        raise CannotProceed(f"`{key}` in [check] of {FILE} is to be a table: [check.{key}]")
    return tuple((name, _texts(inner, name)) for name in inner)


def _orders(table: Mapping[str, object], key: str) -> tuple[tuple[str, ...], ...]:
    """A list of lists of names."""
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(each, list) for each in value):
        raise CannotProceed(f'`{key}` in {FILE} is to be a list of lists: [["one-instrument", "the-next"]]')
    return tuple(_texts({key: each}, key) for each in value)
