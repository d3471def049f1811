"""Compares two Word files with docx-trackdiff. Run by bench/word.py among the peers."""

from docx_trackdiff.compare import main

main()
