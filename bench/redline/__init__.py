"""How good and how fast comparisons are, ours and others, on texts whose true edits are known word by word.

`python -m bench.redline` prints the table; docs/comparing.md says what the columns mean.
"""
