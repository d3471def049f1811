"""The glossary of a letter: its headwords."""

from collections.abc import Mapping, Sequence

from secc.check.patterns_prose import GLOSSARY_ENTRY, GLOSSARY_HEADING, WITHOUT_BRACKET
from secc.check.prose.abbreviations import expansion
from secc.reading.letter import Paragraph, ParagraphKind


def glossary(paragraphs: Sequence[Paragraph]) -> Mapping[str, Paragraph]:
    """Each headword with its paragraph; abbreviations of a list of abbreviations are headwords too.

    A glossary goes on to the next heading with a number or letter of its own.
    """
    found: dict[str, Paragraph] = {}
    inside = False
    for each in paragraphs:
        if each.kind is ParagraphKind.HEADING and (each.label or GLOSSARY_HEADING.search(each.text)):
            inside = GLOSSARY_HEADING.search(each.text) is not None
        elif inside:
            for headword in _headwords(each):
                found.setdefault(headword, each)
    return found


def _headwords(paragraph: Paragraph) -> Sequence[str]:
    entry = GLOSSARY_ENTRY.match(paragraph.text)
    if entry is not None and _stands_for(entry["short"], entry["long"]):
        return [entry["short"], entry["long"]]
    return [WITHOUT_BRACKET.sub("", paragraph.text)] if paragraph.kind is ParagraphKind.HEADING else []


def _stands_for(short: str, long: str) -> bool:
    letters = "".join(letter for letter in short if letter.isalpha()).casefold()
    return bool(expansion(long, short)) or letters == "".join(word[0] for word in long.split()).casefold()
