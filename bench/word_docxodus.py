"""Compares two Word files with Docxodus, the engine of python-redlines. Run by bench/word.py among the peers."""

import sys
from pathlib import Path

from python_redlines.engines import DocxodusEngine

before, after, made = map(Path, sys.argv[1:])
found, _, _ = DocxodusEngine().run_redline("bench", before, after, detect_moves=True)
made.write_bytes(found)
