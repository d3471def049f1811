"""What a person means by `H14.31(a)`, `Section H14`, `Appendix AL 4.26`, `AL`, `TMAD` or `"Device"`."""

from collections.abc import Iterator, Sequence

from secc.code.model import Division, Places, Prose, Text
from secc.code.walk import Placed
from secc.ids import Address, DocumentId, DocumentKind, division_step
from secc.resolve.asking import Asking
from secc.resolve.index import Index
from secc.resolve.model import Link, ResolvedCode, Term
from secc.resolve.patterns import ADDRESS_FORM, ADDRESS_NUMBER, ADDRESS_PARAGRAPH
from secc.resolve.references import ReferenceBinder
from secc.resolve.standing import Standing
from secc.source import Span

_DIVISIONS = ("annex", "part", "document")
_UNITS = ("clause", "section", "paragraph", "sub-section", "sub-paragraph")


def address_of(code: ResolvedCode, said: str) -> Address | None:
    """The provision or document that is meant, or would be if it existed; None where no document is named or implied.

    A single letter is the Section; two letters are the Appendix; titles and short names of documents work too, and so
    does any citation as it would stand in a sentence, and an address as it is written or printed here.
    """
    words = " ".join(said.split())
    read = [_within(code, document, rest) for document, rest in _documents(code, words)]
    wanted = [each for each in read if each is not None]
    existing = next((each for each in wanted if exists(code, each)), None)
    return existing or _led_to(code, wanted, words) or _written(code, words) or (wanted[0] if wanted else None)


def term_of(code: ResolvedCode, said: str) -> tuple[Term, ...]:
    """The terms of a name, in quotes or not, whatever its letter case; those spelt exactly so first."""
    name = " ".join(said.strip("\"“”' ").split())
    exact = tuple(term for term in code.terms if name in term.names)
    return exact or tuple(term for term in code.terms if name.casefold() in map(str.casefold, term.names))


def exists(code: ResolvedCode, address: Address) -> bool:
    """Whether there is such a provision or document."""
    if address.path:
        return address in code.provisions
    return any(each.id == address.document for each in code.heads)


def choices(code: ResolvedCode) -> Iterator[Address]:
    """Everything that can be asked for."""
    for head in code.heads:
        yield Address(head.id)
    yield from code.provisions


def _documents(code: ResolvedCode, words: str) -> Iterator[tuple[Address, str]]:
    """The documents that the words may begin with, each with the rest of them."""
    first, _, rest = words.partition(" ")
    if first.lower() in tuple(DocumentKind):
        label, _, rest = rest.partition(" ")
        kind = DocumentKind(first.lower())
        if kind is DocumentKind.SECTION and label:
            yield Address(DocumentId(kind, label[0].upper())), f"{label} {rest}" if label[1:] else rest
        else:
            yield Address(DocumentId(kind, label.rstrip(",").upper())), rest
        return
    yield from _by_name(code, words)
    number = ADDRESS_NUMBER.match(words)
    if number is not None and number["letter"]:
        yield Address(DocumentId(DocumentKind.SECTION, number["letter"].upper())), words
    elif first.isalpha() and len(first) <= 2:
        kind = DocumentKind.SECTION if len(first) == 1 else DocumentKind.APPENDIX
        yield Address(DocumentId(kind, first.upper())), rest


def _by_name(code: ResolvedCode, words: str) -> Iterator[tuple[Address, str]]:
    """The longest name first, so that a document is not taken for one whose name its own begins with."""
    folded = words.casefold()
    for name, address in sorted(_names(code), key=lambda pair: -len(pair[0])):
        if folded == name.casefold() or folded.startswith(name.casefold() + " "):
            yield address, words[len(name) :].strip()


def _names(code: ResolvedCode) -> Iterator[tuple[str, Address]]:
    """The titles and short names of documents, and of what has a title of its own in them."""
    for head in code.heads:
        for name in (head.known_as, head.title):
            if name:
                yield name, Address(head.id)
    for address in code.provisions:
        if address.numbering != address:  # nothing but a division is where numbers may begin
            continue
        block = code.provisions[address].placed.block
        if isinstance(block, Division):
            yield from ((each.value, address) for each in block.attributes if each.key == "known-as")
            if block.title.text:
                yield block.title.text, address


def _within(code: ResolvedCode, document: Address, rest: str) -> Address | None:
    """The provision of a document: an annex, then a number, then paragraphs; None where anything is left over."""
    words = rest.replace(",", " ").split()
    address = document
    while len(words) >= 2 and words[0].lower() in _DIVISIONS:
        address = address.below(division_step(words[0].lower(), words[1].upper()))
        words = words[2:]
    joined = "".join(word for word in words if word.lower() not in _UNITS)
    form = ADDRESS_FORM.fullmatch(joined)  # Annex A (A7)
    joined = form["number"] if form is not None else joined
    number = ADDRESS_NUMBER.match(joined)
    if number is not None:
        label = number.group().upper()
        address = _numbering(code, address)
        in_main_body = document.document.kind is DocumentKind.SECTION and not address.path
        address = address.below(document.document.label + label if in_main_body and not number["letter"] else label)
        joined = joined[number.end() :]
    while paragraph := ADDRESS_PARAGRAPH.match(joined):
        address = address.below(_as_written(code, address, f"({paragraph[1]})"))
        joined = joined[paragraph.end() :]
    return None if joined else address


def _numbering(code: ResolvedCode, division: Address) -> Address:
    """Where the numbers in a division begin: a part goes on with those of what it stands in."""
    provision = code.provisions.get(division)
    block = provision.placed.block if provision is not None else None
    if provision is None or not isinstance(block, Division) or block.own_numbering:
        return division
    return provision.placed.numbering


def _as_written(code: ResolvedCode, parent: Address, label: str) -> str:
    """(A) where there is such a paragraph, otherwise (a)."""
    return label if parent.below(label) in code.provisions else label.lower()


def _led_to(code: ResolvedCode, wanted: Sequence[Address], words: str) -> Address | None:
    """Where a citation of one of these addresses, or the words themselves as a citation, would lead."""
    found = Index(code.provisions.surveyed, Asking())
    standing = Standing(found)
    led = next(filter(None, map(standing.leads_to, wanted)), None)
    return led or (_cited(found, words) if found.documents else None)


def _cited(found: Index, words: str) -> Address | None:
    """What the words would refer to if they stood at the head of the Code: "Clause 4.26 of the TMAD"."""
    document = Address(found.documents[0])
    text = Text(span=Span(0, 0), prose=Prose(words, (), Places((0, 0))))
    here = Placed(
        block=text,
        address=document,
        own=False,
        numbering=document,
        heading="",
        sub_section=None,
        division=None,
        quoted=False,
        depth=0,
    )
    references = next(ReferenceBinder(found).references((here,)))
    whole = next((each for each in references if isinstance(each, Link) and each.end - each.start == len(words)), None)
    return whole.targets[0] if whole is not None else None


def _written(code: ResolvedCode, words: str) -> Address | None:
    """An address as this program writes and prints it."""
    return next((each for each in choices(code) if words in (str(each), each.printed)), None)
