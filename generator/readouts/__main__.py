"""`python -m readouts`."""

from readouts.cli import main

main()
