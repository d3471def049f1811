"""Every document of the sample as PDF: no word of any is lost. Read by poppler, which is quick enough for all."""

import subprocess
from collections import Counter
from collections.abc import Iterator

from secc.code.model import Figure
from secc.code.walk import placed
from secc.document import from_resolved
from secc.render.pdf import code_to_pdf
from tests.pdf.reading import Pdf
from tests.redline_docx.test_standing import IMPRINT, pictures, sample
from tests.render.words import in_source

_NOTE = "Note:"  # stands on the page as "Note (of no legal effect):"


def test_no_word_of_the_sample_is_lost() -> None:
    documents = sample().documents
    made = code_to_pdf([from_resolved(each, sample().terms) for each in documents], IMPRINT, pictures)
    source = [word for each in documents for word in in_source(each.loaded.document)]
    assert len(source) > 100_000
    lost = Pdf(made, _text(made)).missing(_as_said(word) for word in source if word != _NOTE)
    assert not lost - Counter(_drawn())


def _text(made: bytes) -> str:
    ran = subprocess.run(["pdftotext", "-raw", "-", "-"], input=made, capture_output=True, check=True)
    return ran.stdout.decode()


def _as_said(word: str) -> str:
    """A command of a formula without the stop that follows on the formula, which is said in its stead without it."""
    return word.rstrip(".,;:") if word.startswith("\\") else word


def _drawn() -> Iterator[str]:
    """The words that stand in brackets for pictures, which are drawn and said without them."""
    for document in sample().documents:
        for each in placed(document.loaded.document):
            if isinstance(each.block, Figure):
                yield from f"[{each.block.alt}]".split()
