"""`python -m secc`."""

from secc.cli import main

main()
