"""What a person means by `H14.31(a)`, `Section H14`, `Appendix AL 4.26`, `AL`, `TMAD` or `"Device"`."""

from collections.abc import Iterator

from secc.ids import Address, DocumentId, DocumentKind, division_step
from secc.resolve.model import ResolvedCode, Term
from secc.resolve.patterns import ADDRESS_NUMBER, ADDRESS_PARAGRAPH


def address_of(code: ResolvedCode, said: str) -> Address | None:
    """The provision or document that is meant, whether or not it exists; None where no document is named or implied.

    A single letter is the Section; two letters are the Appendix; titles and short names of documents work too.
    """
    words = " ".join(said.split())
    for document, rest in _documents(code, words):
        return _within(code, document, rest)
    return None


def term_of(code: ResolvedCode, said: str) -> tuple[Term, ...]:
    """The terms of a name, in quotes or not, whatever its letter case; those spelt exactly so first."""
    name = " ".join(said.strip("\"“”' ").split())
    exact = tuple(term for term in code.terms if name in term.names)
    return exact or tuple(term for term in code.terms if name.casefold() in map(str.casefold, term.names))


def exists(code: ResolvedCode, address: Address) -> bool:
    """Whether there is such a provision or document."""
    if address.path:
        return address in code.provisions
    return any(each.loaded.document.id == address.document for each in code.documents)


def choices(code: ResolvedCode) -> Iterator[Address]:
    """Everything that can be asked for."""
    for document in code.documents:
        yield Address(document.loaded.document.id)
    yield from code.provisions


def _documents(code: ResolvedCode, words: str) -> Iterator[tuple[Address, str]]:
    """The document that the words begin with, and the rest of them."""
    first, _, rest = words.partition(" ")
    if first.lower() in tuple(DocumentKind):
        label, _, rest = rest.partition(" ")
        kind = DocumentKind(first.lower())
        if kind is DocumentKind.SECTION and label:
            yield Address(DocumentId(kind, label[0].upper())), f"{label} {rest}" if label[1:] else rest
        else:
            yield Address(DocumentId(kind, label.upper())), rest
        return
    yield from _by_name(code, words)
    number = ADDRESS_NUMBER.match(words)
    if number is not None and number["letter"]:
        yield Address(DocumentId(DocumentKind.SECTION, number["letter"].upper())), words
    elif first.isalpha() and len(first) <= 2:
        kind = DocumentKind.SECTION if len(first) == 1 else DocumentKind.APPENDIX
        yield Address(DocumentId(kind, first.upper())), rest


def _by_name(code: ResolvedCode, words: str) -> Iterator[tuple[Address, str]]:
    folded = words.casefold()
    for document in code.documents:
        written = document.loaded.document
        for name in (written.attribute("known-as"), written.title.text):
            if name and (folded == name.casefold() or folded.startswith(name.casefold() + " ")):
                yield Address(written.id), words[len(name) :].strip()


def _within(code: ResolvedCode, document: Address, rest: str) -> Address:
    """The provision of a document: an annex, then a number, then paragraphs."""
    words = rest.replace(",", " ").split()
    address = document
    while len(words) >= 2 and words[0].lower() in ("annex", "part", "document"):
        address = address.below(division_step(words[0].lower(), words[1].upper()))
        words = words[2:]
    words = [word for word in words if word.lower() not in ("clause", "section", "paragraph", "unit")]
    joined = "".join(words)
    number = ADDRESS_NUMBER.match(joined)
    if number is not None:
        label = number.group().upper()
        if document.document.kind is DocumentKind.SECTION and not number["letter"]:
            label = document.document.label + label
        address = address.below(label)
        joined = joined[number.end() :]
    for paragraph in ADDRESS_PARAGRAPH.findall(joined):
        address = address.below(_as_written(code, address, f"({paragraph})"))
    return address


def _as_written(code: ResolvedCode, parent: Address, label: str) -> str:
    """(A) where there is such a paragraph, otherwise (a)."""
    return label if parent.below(label) in code.provisions else label.lower()
