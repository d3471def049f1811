"""Shorthand: HTML in which what is said again and again stands once, with a sign of it wherever it stood.

A sign is `<3>`, or `<3 Smart Meter>`: for the form of that number, and for that with words put into it, `<>` being the
words as they are and `<->` as they are in addresses. No other tag begins with a digit. In the browser
`site/assets/history.js` writes it out.
"""

from collections import Counter
from collections.abc import Sequence
from functools import reduce
from re import Match
from typing import NamedTuple

from secc.site.naming import slug
from secc.site.patterns_days import DEFINED, ENDS, LABELLED, NUMBERED, REFERENCE, SHORT_LINK, TAKEN_OUT, TERM

_KINDS = (DEFINED, NUMBERED, LABELLED, TERM, REFERENCE, SHORT_LINK, ENDS)
_OFTEN = 3
"""How often something stands that is to stand once."""


class Shortened(NamedTuple):
    """Texts in shorthand, and its forms by their numbers."""

    texts: list[str]
    forms: list[str]


class _Said(NamedTuple):
    form: str
    words: str


def shortened(texts: Sequence[str]) -> Shortened:
    """Texts in shorthand; what is said most often has the lowest number."""
    found: list[tuple[_Said, str]] = []

    def taken_out(match: Match[str]) -> str:
        found.append((_said(match), match[0]))
        return f"<{len(found) - 1}>"

    left = [reduce(lambda html, kind: kind.sub(taken_out, html), _KINDS, each) for each in texts]
    counted = Counter(said.form for said, _ in found)
    forms = [form for form, times in counted.most_common() if times >= _OFTEN]
    numbers = {form: number for number, form in enumerate(forms)}

    def sign(match: Match[str]) -> str:
        said, html = found[int(match["place"])]
        number = numbers.get(said.form)
        if number is None:
            return TAKEN_OUT.sub(sign, html)
        return f"<{number} {said.words}>" if said.words else f"<{number}>"

    return Shortened([TAKEN_OUT.sub(sign, each) for each in left], forms)


def _said(found: Match[str]) -> _Said:
    """What was found with its words taken out; as it stands, where they are not so in its address."""
    words = found.groupdict().get("words", "")
    if "slug" in found.groupdict() and not (words.isascii() and slug(words) == found["slug"]):
        return _Said(found[0], "")
    form, end = "", found.start()
    for name, place in found.re.groupindex.items():  # in the order in which they stand
        form += found.string[end : found.start(place)] + ("<->" if name.startswith("slug") else "<>")
        end = found.end(place)
    return _Said(form + found.string[end : found.end()], words)
