"""The data beside the pages on which a reader asks for something: two days to compare, words to search."""

from collections.abc import Iterator

from secc.document.typography import curled
from secc.render.exports.files import TheCode
from secc.render.exports.site_files import (
    ComparedDocument,
    ComparedText,
    CompareFile,
    SearchedDocument,
    SearchFile,
    SearchPart,
)
from secc.site.any_day.day_lists import day_url, period_words
from secc.site.any_day.manifest import MANIFEST
from secc.site.any_day.model import Chronicle, DocumentChronicle
from secc.site.any_day.periods import Effect
from secc.site.for_programs.placing import beside
from secc.site.search.described import ASKED, ASKING, FIELDS, FILES, READING
from secc.site.search.entries import Kind
from secc.site.search.index import INDEX

_COMPARED = "compare/?doc={document}&from={from}&to={to}"
_PLAIN = "In effect"
"""The status of what nothing else is said of, as the page has it."""


def compare_file(chronicle: Chronicle, code: TheCode) -> CompareFile:
    """Every text that each document had, by the day from which it read so."""
    documents = tuple(
        ComparedDocument(address=str(each.id), printed=each.id.printed, texts=tuple(_texts(each)))
        for each in chronicle.documents
    )
    return CompareFile(format=1, code=code, page=_COMPARED, packs=MANIFEST, documents=documents)


def compare_text(file: CompareFile) -> str:
    """The same as plain text."""
    return _lines(
        file.code.title,
        "",
        "Any two of these texts can be compared",
        f"By address: {file.page}",
        *(line for each in file.documents for line in _compared(each)),
    )


def search_file(chronicle: Chronicle, effects: tuple[Effect, ...], code: TheCode) -> SearchFile:
    """How the search is asked and read. `effects` are those of all days, of which the states are told."""
    states = sorted({period.state for each in effects for period in each.periods})
    return SearchFile(
        format=1,
        code=code,
        page=ASKED,
        asking=ASKING,
        documents=tuple(
            SearchedDocument(address=str(each.id), printed=each.id.printed) for each in chronicle.documents
        ),
        kinds=tuple(each.name.lower() for each in Kind),
        statuses=(_PLAIN, *states),
        index=INDEX,
        files=tuple(SearchPart(name=name, holds=holds) for name, holds in FILES),
        fields=tuple(SearchPart(name=name, holds=holds) for name, holds in FIELDS),
        reading=READING,
    )


def search_text(file: SearchFile) -> str:
    """The same as plain text."""
    return _lines(
        file.code.title,
        "",
        "The search",
        f"By address: {file.page}",
        "",
        *file.asking,
        "",
        f"document: {', '.join(f'{each.address} ({each.printed})' for each in file.documents)}",
        f"kind: {', '.join(file.kinds)}",
        f"status: {', '.join(file.statuses)}",
        "",
        "Its files",
        *_parts(file.files),
        "",
        f"What is in {file.index}",
        *_parts(file.fields),
        "",
        "How they are written",
        *file.reading,
    )


def _texts(document: DocumentChronicle) -> Iterator[ComparedText]:
    """Of days on which there was no such document, none."""
    ends = [*(day for day, _ in document.effective[1:]), None]
    for (day, edition), end in zip(document.effective, ends, strict=True):
        if edition is not None:
            digest = document.editions[edition].digest
            yield ComparedText(start=day, until=end, digest=digest, pages=beside(day_url(day), "json"))


def _compared(document: ComparedDocument) -> Iterator[str]:
    yield from ("", f"{document.printed} ({document.address})")
    for each in document.texts:
        yield f"  {period_words(each.start, each.until)}: {each.pages.removesuffix('.json')}.txt"


def _parts(parts: tuple[SearchPart, ...]) -> Iterator[str]:
    return (f"  {each.name}: {each.holds}" for each in parts)


def _lines(*lines: str) -> str:
    return "".join(f"{curled(line)}\n" for line in lines)
