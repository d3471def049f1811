"""Makes small codes for tests from the texts of their documents."""

from collections.abc import Iterator, Mapping
from textwrap import dedent

from secc.code.load import LoadedCode, NoCache, load
from secc.history import Memory
from secc.resolve import resolve
from secc.resolve.model import Broken, Link, Outside, Reference, ResolvedCode, Words

FOLDERS = {"section": "sections", "schedule": "schedules", "appendix": "appendices"}


def files_of(*texts: str) -> dict[str, bytes]:
    """The files of a code: `code.toml`, and each document where its header says that it belongs."""
    documents = {_path(text): dedent(text).lstrip("\n").encode() for text in texts}
    listed = ", ".join(f'"{path}"' for path in documents)
    return {"code.toml": f'title = "A Code"\nshort = "AC"\ndocuments = [{listed}]\n'.encode(), **documents}


def loaded(*texts: str) -> LoadedCode:
    """A code of these documents, read."""
    return loaded_from(files_of(*texts))


def loaded_from(files: Mapping[str, bytes]) -> LoadedCode:
    """A code from its files."""
    return load(Memory(files), NoCache())


def code_of(*texts: str) -> ResolvedCode:
    """A code of these documents, bound. Their texts are in order and free of errors of syntax."""
    code = loaded(*texts)
    findings = [found.headline for document in code.documents for found in document.findings]
    assert findings == []
    return resolve(code)


def bound(code: ResolvedCode, address: str) -> list[str]:
    """The references in the words of one provision: `Section H1 -> section-H/H1`, in order."""
    return [
        f"{words.prose.text[each.start : each.end]} -> {target(each)}"
        for words in words_of(code)
        if str(words.placed.address) == address
        for each in words.references
    ]


def words_of(code: ResolvedCode) -> Iterator[Words]:
    """Every prose of a code."""
    for document in code.documents:
        yield from document.words


def target(reference: Reference) -> str:
    """Where a reference leads: the address or addresses, the work outside, or what is missing."""
    match reference:
        case Link(targets=targets):
            return ", ".join(map(str, targets))
        case Outside(work=work, place=place):
            return f"outside: {work}" + (f": {place}" if place else "")
        case Broken(wanted=wanted, fault=fault):
            return f"{fault}: {wanted}" if wanted is not None else f"{fault}"


def _path(text: str) -> str:
    kind, label = text.split(":", 1)[0].split()
    return f"{FOLDERS[kind]}/{label}.sec"
