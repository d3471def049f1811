"""Errors of files, footnotes and marks: what is without its other half, and what is named and not there."""

import re
from collections.abc import Callable, Iterator, Mapping
from random import Random

from secc.code.model import Clause
from secc.diagnostics import Diagnostic
from tests.mutation.planting import Mutated, Plant, Planting, Shape, here, in_file
from tests.mutation.sample import Edit, Page, Part, Sample
from tests.mutation.shapes.places import behind_a_word, each_passage

_LABEL = re.compile(r"^(?:section|schedule|appendix) (?P<label>[0-9A-Z]{1,2}):", re.MULTILINE)
_TITLED = re.compile(r"\A(?://[^\n]*\n)*(?:section|schedule|appendix) [0-9A-Z]{1,2}: (?P<title>[^\n]+)$", re.MULTILINE)
_HALF = (in_file("unmatched-footnote"),)
"""The text is without its call too."""
_NO_TITLE = (here("undefined-term"),)
"""The words with capitals are no title any more."""
_TITLE = re.compile(r"(?<=[0-9] )\*\*[A-Z][^*\n]+(?P<end>\*\*)")


def _copied(into: Callable[[str], str]) -> Plant:
    """The file of a document copied to another path."""

    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001  # as every shape
        yield Planting(page, (Edit(0, 0, ""),), put=into(page.path))

    return plant


def _new_document(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:
    """A document of a label that nothing has, in the folder of another."""
    found = _LABEL.search(page.text)
    if found is None:
        return
    label = random.choice("WZ") if page.is_section else f"{random.choice('QVWXYZ')}{random.choice('QVWXYZ')}"
    text = f"{page.text[: found.start('label')]}{label}: Fees\n\n1.1 The fees are public.\n"
    path = f"{page.path.rpartition('/')[0]}/{label}-fees.sec"
    if path not in sample.by_path:
        yield Planting(page, (Edit(0, len(page.text), text),), (0, 0), put=path)


def _below(words: Callable[[Random], str]) -> Plant:
    """A block of its own put below a clause in which nothing stands."""

    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001  # as every shape
        for part in page.parts:
            if _stands_alone(part):
                yield Planting(page, (Edit(part.end, part.end, f"{words(random)}\n\n"),))

    return plant


def _stands_alone(part: Part) -> bool:
    return isinstance(part.placed.block, Clause) and part.simple and part.source.endswith("\n\n")


def _two_labels(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001  # as every shape
    """A footnote whose text has another label than its call."""
    for part in page.parts:
        source = part.source.rstrip()
        if _stands_alone(part) and source.endswith("."):
            end = part.start + len(source)
            number = random.randint(1, 9)
            text = f"[^{number + 1}]: As was asked.\n\n"
            yield Planting(
                page, (Edit(end, end, f"[^{number}]"), Edit(part.end, part.end, text)), (end - 9, end), brings=_HALF
            )


def _unclosed_title(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001  # as every shape
    """The stars behind the title of a clause taken out."""
    for found in _TITLE.finditer(page.text):
        yield Planting(page, (Edit(*found.span("end"), ""),), found.span(), brings=_NO_TITLE)


def _other_file(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001  # as every shape
    """The file of a figure or attachment under another name than it has."""
    for found in re.finditer(r"figures/[a-z0-9-]+\.(?:svg|xlsx)", page.text):
        stem, dot, ending = found[0].rpartition(".")
        for other in (f"{stem}s.{ending}", f"{stem}.png", f"{stem[:-2]}.{ending}", f"{stem}{dot}{ending.upper()}"):
            yield Planting(page, (Edit(*found.span(), other),))


def _figure(random: Random) -> str:
    name = random.choice(("message", "course", "system"))
    return f"![The course of a message](figures/{name}-{random.randint(1, 9)}.svg)"


def _attachment(random: Random) -> str:
    return f'attachment: figures/table-{random.randint(1, 9)}.xlsx "A table"'


def _titled(change: Callable[[str, Random], str]) -> Plant:
    """The title of a document changed, and not the register."""

    def plant(sample: Sample, page: Page, random: Random) -> Iterator[Planting]:  # noqa: ARG001  # as every shape
        found = _TITLED.search(page.text)
        if found is not None and (title := change(found["title"], random)) != found["title"]:
            yield Planting(page, (Edit(found.start("title"), found.end("title"), title),), brings=(_cites_title,))

    return plant


def _cites_title(found: Diagnostic, mutated: Mutated) -> bool:  # noqa: ARG001  # as every consequence
    """Who cites the document by its title no longer does."""
    return found.rule in ("echoed-heading", "undefined-term", "unknown-document-name", "unused-definition")


def _slip(title: str, random: Random) -> str:
    """With a letter left out of a long word."""
    places = [at for at in range(1, len(title) - 1) if title[at - 1 : at + 2].isalpha()]
    at = random.choice(places) if places else 0
    return title[:at] + title[at + 1 :]


def _shorter(title: str, random: Random) -> str:
    words = title.split()
    at = random.randrange(len(words))
    return " ".join([*words[:at], *words[at + 1 :]]) or title


def _longer(title: str, random: Random) -> str:
    return f"{title} {random.choice(('Document', 'Requirements', 'and Procedures', 'v2'))}"


def _in_small_letters(title: str, random: Random) -> str:  # noqa: ARG001  # as every change
    return title.capitalize()


SHAPES: Mapping[str, tuple[Shape, ...]] = {
    "unlisted-document": (
        Shape("a copy beside the document", _copied(lambda path: path.replace(".sec", "-old.sec"))),
        Shape("a copy in a folder below", _copied(lambda path: "/old/".join(path.rsplit("/", 1)))),
        Shape("a new document", _new_document),
    ),
    "title-unlike-register": (
        Shape("a letter left out", _titled(_slip)),
        Shape("a word left out", _titled(_shorter)),
        Shape("words put on", _titled(_longer)),
        Shape("in small letters", _titled(_in_small_letters)),
    ),
    "missing-file": (
        Shape("a figure put in", _below(_figure)),
        Shape("an attachment put in", _below(_attachment)),
        Shape("another name of a file", _other_file),
    ),
    "withheld-picture": (
        Shape("an attachment as a figure", _below(lambda _: "![A table](figures/s1sr-annex-a.xlsx)")),
        Shape("the settings as a figure", _below(lambda _: "![The settings](code.toml)")),
        Shape(
            "a document as a figure", _below(lambda _: "![Section A](sections/A-definitions-and-interpretation.sec)")
        ),
    ),
    "unmatched-footnote": (
        Shape("a call without a text", behind_a_word(lambda r: f"each[^{r.randint(1, 20)}]")),
        Shape("a text without a call", _below(lambda r: f"[^{r.randint(1, 20)}]: As was asked.")),
        Shape("two labels", _two_labels),
    ),
    "unclosed-mark": (
        Shape("two stars before a word", each_passage(r"(?<=[a-z] )[a-z]{4,}(?= [a-z])", lambda m, _: f"**{m[0]}")),
        Shape("a star before a word", each_passage(r"(?<=[a-z] )[a-z]{4,}(?= [a-z])", lambda m, _: f"*{m[0]}")),
        Shape("a backtick before a word", each_passage(r"(?<=[a-z] )[a-z]{4,}(?= [a-z])", lambda m, _: f"`{m[0]}")),
        Shape("a title whose stars are not closed", _unclosed_title),
    ),
}
