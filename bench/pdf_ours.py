"""Sets a document of the sample, or all, as PDF, some times over, and prints what each took. Run by bench/pdf.py."""

import sys
from pathlib import Path
from time import process_time

from msgspec import json

from bench.pdf import IMPRINT, Made, chosen
from secc.render.pdf import code_to_pdf, document_to_pdf

ROOT = Path(__file__).resolve().parents[1]


def main(document: str, times: int) -> None:
    """Print the CPU seconds from display form to file; reading the sources is not in them."""
    documents = chosen(ROOT, document)
    seconds = []
    made = b""
    for _ in range(times):
        start = process_time()
        if len(documents) == 1:
            made = document_to_pdf(documents[0], IMPRINT, picture)
        else:
            made = code_to_pdf(documents, IMPRINT, picture)
        seconds.append(process_time() - start)
    sys.stdout.buffer.write(json.encode(Made(seconds, made.count(b"/Type/Page/"))))


def picture(path: str) -> bytes | None:
    """The file of a picture."""
    place = ROOT / "sec-source" / path
    return place.read_bytes() if place.is_file() else None


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
