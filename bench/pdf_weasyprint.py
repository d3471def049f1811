"""Sets a page of HTML as PDF with WeasyPrint, some times over. Run by bench/pdf.py in the environment of the peers."""

import json
import sys
from time import process_time

from weasyprint import HTML


def main(page: str, times: int) -> None:
    """Print the CPU seconds from HTML to file."""
    seconds, pages = [], 0
    for _ in range(times):
        start = process_time()
        document = HTML(page).render()
        document.write_pdf(pdf_variant="pdf/ua-1")
        seconds.append(process_time() - start)
        pages = len(document.pages)
    print(json.dumps({"seconds": seconds, "pages": pages}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
